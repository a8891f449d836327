/** Everything that the stand-in's Graph can do. Where two paths fit, the one listed first is meant. */
import type { Operation } from './call.ts'
import { eventOperations } from './events.ts'
import { getScheduleOperations } from './get-schedule.ts'
import { mailboxSettingsOperations } from './mailbox-settings.ts'
import { userOperations } from './users.ts'

export const operations: Operation[] = [
  ...userOperations,
  ...mailboxSettingsOperations,
  ...getScheduleOperations,
  ...eventOperations,
]
