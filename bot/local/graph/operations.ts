/** Everything that the stand-in's Graph can do. Where two paths fit, the one listed first is meant. */
import type { Operation } from './call.ts'
import { attachmentOperations } from './attachments.ts'
import { calendarViewOperations } from './calendar-view.ts'
import { eventDeltaOperations } from './event-delta.ts'
import { eventOperations } from './events.ts'
import { extensionOperations } from './extensions.ts'
import { getScheduleOperations } from './get-schedule.ts'
import { mailboxSettingsOperations } from './mailbox-settings.ts'
import { onlineMeetingOperations } from './online-meetings.ts'
import { placeOperations } from './places.ts'
import { respondingOperations } from './responding.ts'
import { mailFolderOperations } from './mail-folders.ts'
import { messageDeltaOperations } from './message-delta.ts'
import { messageOperations } from './messages.ts'
import { subscriptionOperations } from './subscriptions.ts'
import { teamworkOperations } from './teamwork.ts'
import { translateIdOperations } from './translate-ids.ts'
import { userOperations } from './users.ts'

export const operations: Operation[] = [
  ...userOperations,
  ...mailboxSettingsOperations,
  ...getScheduleOperations,
  ...eventOperations,
  ...respondingOperations,
  ...calendarViewOperations,
  ...eventDeltaOperations,
  ...mailFolderOperations,
  ...messageOperations,
  ...messageDeltaOperations,
  ...attachmentOperations,
  ...extensionOperations,
  ...translateIdOperations,
  ...placeOperations,
  ...subscriptionOperations,
  ...onlineMeetingOperations,
  ...teamworkOperations,
]
