/** Turns default ids into immutable ones and back. */
import { z } from 'zod'
import { idOf, withId } from '../outlook/item-ids.ts'
import { allEvents, allMessages } from '../outlook/mailbox-store.ts'
import { found } from './answer.ts'
import type { Operation } from './call.ts'
import { readAction } from './form.ts'

const format = z.enum(['entryId', 'ewsId', 'immutableEntryId', 'restId', 'restImmutableEntryId'])

const translateAction = z.strictObject({
  inputIds: z.array(z.string()).min(1).max(1000),
  sourceIdType: format,
  targetIdType: format,
})

export const translateIdOperations: Operation[] = [
  {
    method: 'POST',
    path: '/users/:user/translateExchangeIds',
    permission: { mailbox: 'either' },
    handle(call, tenant) {
      const { inputIds, targetIdType } = readAction(translateAction, call.body, 'translateExchangeIds')
      const items = [...allEvents(tenant, call.user.email), ...allMessages(tenant, call.user.email)]
      return found({
        '@odata.context': `${call.base}/$metadata#Collection(microsoft.graph.convertIdResult)`,
        value: inputIds.map((sourceId) => {
          const item = withId(items, sourceId)
          if (item) return { sourceId, targetId: idOf(item, targetIdType === 'restImmutableEntryId') }
          return {
            sourceId,
            errorDetails: { code: 'ErrorItemNotFound', message: 'The specified object was not found.' },
          }
        }),
      })
    },
  },
]
