/** `/users/{id}/mailFolders/{folder}/messages/delta`: what came into a folder, changed in it, or left it. */
import { readInstant } from '../../../shared/dates/time.ts'
import { idOf } from '../outlook/item-ids.ts'
import { allMessages, goneMessages } from '../outlook/mailbox-store.ts'
import type { StoredMessage } from '../outlook/message.ts'
import { badRequest, found } from './answer.ts'
import type { Operation } from './call.ts'
import { isNews, pageOf, readPosition, type Position } from './delta.ts'
import { folderNamed } from './mail-folders.ts'
import { messageView } from './message-list.ts'
import { selected } from './odata/list.ts'

export const messageDeltaOperations: Operation[] = [
  {
    method: 'GET',
    path: '/users/:user/mailFolders/:folder/messages/delta',
    permission: { mailbox: 'mail' },
    handle(call, tenant) {
      if (call.query.has('$search') || call.query.has('$expand'))
        throw badRequest(
          "The following parameters are not supported with change tracking over the 'Messages' resource: '$search, $expand'.",
          'ErrorInvalidUrlQuery',
        )
      const folder = folderNamed(call.user.email, call.params.folder ?? '')
      // What the first request selects and filters by holds for the whole round.
      const position = readPosition(call, tenant, () => [
        folder,
        call.query.get('$select') ?? '',
        readSince(call.query.get('$filter')),
      ])
      const [, , since = ''] = position.scope
      const select = position.scope[1] ? new URLSearchParams({ $select: position.scope[1] }) : new URLSearchParams()
      const view = messageView({ ...call, query: select }, tenant)
      const items = [
        ...allMessages(tenant, call.user.email).map((message) => ({ message, isGone: false })),
        ...goneMessages(tenant, call.user.email).map((message) => ({ message, isGone: true })),
      ].flatMap(({ message, isGone }) => {
        if ((message.receivedAt ?? message.createdAt) < since) return []
        const news = newsOf(message, isGone, folder, position)
        if (news === 'present')
          return [{ '@odata.type': '#microsoft.graph.message', ...selected(view(message), select) }]
        if (news === 'removed')
          return [
            {
              '@odata.type': '#microsoft.graph.message',
              id: idOf(message, call.prefer.immutableIds),
              '@removed': { reason: 'deleted' },
            },
          ]
        return []
      })
      return found(pageOf(call, 'Collection(message)', items, position))
    },
  },
]

/** The one filter that the service has for following mails: those received since a moment. */
function readSince(filter: string | null): string {
  if (filter === null) return ''
  const [, at = ''] = /^receivedDateTime (?:ge|gt) (\S+)$/.exec(filter.trim()) ?? []
  const since = readInstant(at)
  if (since) return since
  throw badRequest(
    "Only 'receivedDateTime ge' and 'receivedDateTime gt' can be filtered by here.",
    'ErrorInvalidUrlQueryFilter',
  )
}

/** A mail that left and came back is reported as removed, and never again as present: so the service does it. */
function newsOf(
  message: StoredMessage,
  isGone: boolean,
  folder: string,
  position: Position,
): 'present' | 'removed' | null {
  const left = message.left.find((departure) => departure.folder === folder)
  const isFirst = position.since === 0
  const isThere = message.folder === folder && !isGone
  if (isFirst) return isThere && message.changed <= position.upTo ? 'present' : null
  if (left) return isNews(left.changed, position) ? 'removed' : null
  if (!isNews(message.changed, position) || message.folder !== folder) return null
  return isThere ? 'present' : 'removed'
}
