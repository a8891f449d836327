/** Lists of mails: of a whole mailbox or one folder, filtered, sorted or searched. */
import { folderIdOf } from '../ids.ts'
import { showOffset } from '../outlook/time-zones.ts'
import { eventJson } from './event-json.ts'
import { copyOf } from '../outlook/mailbox-store.ts'
import type { StoredMessage } from '../outlook/message.ts'
import { plainText } from '../outlook/words.ts'
import type { Tenant } from '../tenant.ts'
import { badRequest } from './answer.ts'
import type { Call } from './call.ts'
import { readExpand } from './event-expand.ts'
import { sameProperty } from './event-reading.ts'
import { messageJson } from './message-json.ts'
import { listAnswer, type ListRules } from './odata/list.ts'

const RULES: ListRules = {
  type: 'Message',
  filterable: [
    'subject',
    'receivedDateTime',
    'sentDateTime',
    'createdDateTime',
    'lastModifiedDateTime',
    'from/emailAddress/address',
    'sender/emailAddress/address',
    'isRead',
    'isDraft',
    'hasAttachments',
    'importance',
    'internetMessageId',
    'conversationId',
    'categories',
    'parentFolderId',
    'singleValueExtendedProperties/id',
    'singleValueExtendedProperties/value',
  ],
  sortable: [
    'receivedDateTime',
    'sentDateTime',
    'createdDateTime',
    'lastModifiedDateTime',
    'subject',
    'from/emailAddress/address',
    'isRead',
  ],
  same: (path, item, asked) =>
    path === 'singleValueExtendedProperties/id'
      ? sameProperty(item, asked)
      : item.toLowerCase() === asked.toLowerCase(),
  sortsOnlyWhatItFilters: true,
}

const EXPANDS_EVENT = /^microsoft\.graph\.eventMessage\/event$/i

/** How this request wants to see a mail: which id, which zone, which parts. */
export function messageView(call: Call, tenant: Tenant): (message: StoredMessage) => Record<string, unknown> {
  const wantsEvent = EXPANDS_EVENT.test(call.query.get('$expand') ?? '')
  const expand = wantsEvent ? () => ({}) : readExpand(call.query)
  const wantsHeaders = call.query
    .get('$select')
    ?.split(',')
    .some((name) => name.trim() === 'internetMessageHeaders')
  return (message) => {
    const event = wantsEvent && message.meeting ? copyOf(tenant, message.mailbox, message.meeting.iCalUId) : undefined
    return {
      ...messageJson(message, call.prefer),
      ...(wantsHeaders && { internetMessageHeaders: message.headers }),
      ...expand({ ...message, extensions: [] }),
      ...(event && { event: eventJson(event, call.prefer) }),
    }
  }
}

export function messageList(call: Call, tenant: Tenant, messages: StoredMessage[], context: string) {
  const search = call.query.get('$search')
  if (search !== null && (call.query.has('$filter') || call.query.has('$orderby')))
    throw badRequest(
      'The query parameter $search is not supported together with $filter or $orderby.',
      'SearchWithFilter',
    )
  const newestFirst = [...messages].sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.changed - a.changed)
  const asked = search === null ? newestFirst : newestFirst.filter((message) => speaksOf(message, search))
  const view = messageView(call, tenant)
  return listAnswer(
    call,
    context,
    asked,
    {
      show: view,
      compared: comparedMessage,
    },
    RULES,
  )
}

/** What filters and sorting look at. */
const comparedMessage = (message: StoredMessage) => ({
  subject: message.subject,
  receivedDateTime: showOffset(message.receivedAt ?? message.createdAt),
  sentDateTime: showOffset(message.sentAt ?? message.createdAt),
  createdDateTime: showOffset(message.createdAt),
  lastModifiedDateTime: showOffset(message.changedAt),
  from: message.from && { emailAddress: message.from },
  sender: message.from && { emailAddress: message.from },
  isRead: message.isRead,
  isDraft: message.isDraft,
  hasAttachments: message.attachments.length > 0,
  importance: message.importance,
  internetMessageId: message.internetMessageId,
  conversationId: message.conversation,
  categories: message.categories,
  parentFolderId: folderIdOf(message.mailbox, message.folder),
  singleValueExtendedProperties: message.extendedProperties,
})

function speaksOf(message: StoredMessage, search: string): boolean {
  const [, property, words = ''] = /^"(?:(subject|from|body):)?(.*)"$/i.exec(search.trim()) ?? [null, undefined, search]
  const parts = {
    subject: message.subject,
    from: `${message.from?.name ?? ''} ${message.from?.address ?? ''}`,
    body: plainText(message.bodyHtml),
  }
  const where = property ? parts[property.toLowerCase() as keyof typeof parts] : Object.values(parts).join(' ')
  return where.toLowerCase().includes(words.toLowerCase())
}
