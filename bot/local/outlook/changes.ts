/** Tells whoever subscribed to a mailbox that something in it changed. */
import type { Tenant } from '../tenant.ts'
import type { StoredEvent } from './event.ts'
import type { StoredMessage } from './message.ts'

export type ChangeType = 'created' | 'updated' | 'deleted'

export type ItemChange = { change: ChangeType } & (
  { resource: 'events'; item: StoredEvent } | { resource: 'messages'; item: StoredMessage }
)

/** Changes wait here, kept together with what changed, until they have been turned into notifications. */
export const changesToTell = (tenant: Tenant) => tenant.state.table<ItemChange>('changes to tell')

export function noteChange(tenant: Tenant, change: ItemChange): void {
  const somebodyWatches = tenant.state.table('subscriptions').all().length > 0
  if (somebodyWatches) changesToTell(tenant).put(String(change.item.changed), change)
}
