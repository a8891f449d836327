/** A mail in Graph's shape; mails about meetings are types of their own. */
import { changeKeyOf, folderIdOf } from '../ids.ts'
import type { Address, Location } from '../outlook/event.ts'
import { etagOf, idOf } from '../outlook/item-ids.ts'
import type { StoredMessage } from '../outlook/message.ts'
import { showOffset, showZoned } from '../outlook/time-zones.ts'
import { plainText, preview } from '../outlook/words.ts'
import { attachmentJson } from './event-expand.ts'
import { locationJson, type Shown } from './event-json.ts'

type Json = Record<string, unknown>

const recipient = ({ name, address }: Address) => ({ emailAddress: { name, address } })

const offsetOrNull = (at: StoredMessage['sentAt']) => (at ? showOffset(at) : null)

export function messageJson(message: StoredMessage, shown: Shown, { withAttachments = false } = {}): Json {
  const id = idOf(message, shown.immutableIds)
  return {
    ...typeOf(message),
    '@odata.etag': etagOf(message),
    id,
    createdDateTime: showOffset(message.createdAt),
    lastModifiedDateTime: showOffset(message.changedAt),
    changeKey: changeKeyOf(message.key, message.version),
    categories: message.categories,
    receivedDateTime: offsetOrNull(message.receivedAt ?? message.createdAt),
    sentDateTime: offsetOrNull(message.sentAt ?? message.createdAt),
    hasAttachments: message.attachments.length > 0,
    internetMessageId: message.internetMessageId,
    subject: message.subject,
    bodyPreview: preview(message.bodyHtml),
    importance: message.importance,
    parentFolderId: folderIdOf(message.mailbox, message.folder),
    conversationId: message.conversation,
    conversationIndex: Buffer.from(message.conversation).toString('base64').slice(0, 44),
    isDeliveryReceiptRequested: false,
    isReadReceiptRequested: false,
    isRead: message.isRead,
    isDraft: message.isDraft,
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(id)}&exvsurl=1&viewmodel=ReadMessageItem`,
    inferenceClassification: message.inferenceClassification,
    body: shown.textBody
      ? { contentType: 'text', content: plainText(message.bodyHtml) }
      : { contentType: 'html', content: message.bodyHtml },
    ...(message.from && { sender: recipient(message.from), from: recipient(message.from) }),
    toRecipients: message.to.map(recipient),
    ccRecipients: message.cc.map(recipient),
    bccRecipients: message.bcc.map(recipient),
    replyTo: message.replyTo.map(recipient),
    flag: message.flag,
    ...meetingJson(message, shown),
    ...(withAttachments && { attachments: message.attachments.map(attachmentJson) }),
  }
}

function typeOf({ meeting }: StoredMessage): Json {
  if (!meeting) return {}
  const type = { request: 'eventMessageRequest', cancellation: 'eventMessage', response: 'eventMessageResponse' }[
    meeting.kind
  ]
  return { '@odata.type': `#microsoft.graph.${type}` }
}

const ANSWER_TYPE = {
  accepted: 'meetingAccepted',
  tentativelyAccepted: 'meetingTenativelyAccepted', // Microsoft's own spelling
  declined: 'meetingDeclined',
} as const

const place = (location: Location | null) => locationJson(location ? [location] : [])

function meetingJson({ meeting }: StoredMessage, shown: Shown): Json {
  if (!meeting) return {}
  const { start, end, location, isAllDay } = meeting.times
  const common = {
    startDateTime: showZoned(start, shown.timeZone),
    endDateTime: showZoned(end, shown.timeZone),
    location: place(location),
    type: 'singleInstance',
    recurrence: null,
    isOutOfDate: false,
    isAllDay,
    isDelegated: false,
  }
  switch (meeting.kind) {
    case 'cancellation':
      return { ...common, meetingMessageType: 'meetingCancelled' }
    case 'response':
      return {
        ...common,
        meetingMessageType: ANSWER_TYPE[meeting.response],
        responseType: meeting.response,
        ...(meeting.proposed && {
          proposedNewTime: {
            start: showZoned(meeting.proposed.start, shown.timeZone),
            end: showZoned(meeting.proposed.end, shown.timeZone),
          },
        }),
      }
    case 'request':
      return {
        ...common,
        meetingMessageType: 'meetingRequest',
        meetingRequestType: meeting.request,
        allowNewTimeProposals: meeting.allowNewTimeProposals,
        responseRequested: meeting.responseRequested,
        ...(meeting.previous && {
          previousStartDateTime: showZoned(meeting.previous.start, shown.timeZone),
          previousEndDateTime: showZoned(meeting.previous.end, shown.timeZone),
          previousLocation: place(meeting.previous.location),
        }),
      }
  }
}
