/** Notifications wait here, kept together with the change that they tell of, until they have been delivered. */
import { addMinutes, type Instant } from '../../../shared/dates/time.ts'
import type { StoredEvent } from '../outlook/event.ts'
import { etagOf, idOf } from '../outlook/item-ids.ts'
import type { Folder, StoredMessage } from '../outlook/message.ts'
import type { Tenant } from '../tenant.ts'
import { livingSubscriptions, type ChangeType, type Subscription } from './subscription.ts'

export type QueuedNotification = {
  number: number
  subscriptionId: string
  changeType: ChangeType
  itemId: string
  etag: string
  queuedAt: Instant
  dueAt: Instant
  attempts: number
}

/** Where a mail was before the change and where it is now; `null` where it was not, or is not any more. */
type Whereabouts = { from: Folder | null; to: Folder | null }

export type ItemChange =
  { kind: 'events'; item: StoredEvent; change: ChangeType } | ({ kind: 'messages'; item: StoredMessage } & Whereabouts)

export const notificationQueue = (tenant: Tenant) => tenant.state.table<QueuedNotification>('notifications to deliver')

export function noteChange(tenant: Tenant, change: ItemChange): void {
  for (const subscription of livingSubscriptions(tenant)) {
    const changeType = seenBy(subscription, change)
    if (!changeType || !subscription.changeTypes.includes(changeType)) continue
    queue(tenant, subscription, changeType, change.item)
    const { createdThenUpdated } = tenant.faults.switches.notifications
    if (createdThenUpdated && changeType === 'created' && subscription.changeTypes.includes('updated'))
      queue(tenant, subscription, 'updated', change.item)
  }
}

/** To somebody who watches one folder, a mail that is moved there is created, and one that is moved away is deleted. */
function seenBy({ watches }: Subscription, change: ItemChange): ChangeType | null {
  if (watches.kind !== change.kind || watches.mailbox.toLowerCase() !== change.item.mailbox) return null
  if (change.kind === 'events') return change.change
  const { from, to } = change
  if (watches.folder === null) return from === null ? 'created' : to === null ? 'deleted' : 'updated'
  if (from !== watches.folder && to !== watches.folder) return null
  if (from === to) return 'updated'
  return to === watches.folder ? 'created' : 'deleted'
}

function queue(tenant: Tenant, subscription: Subscription, changeType: ChangeType, item: StoredEvent | StoredMessage) {
  const { lose, duplicate, delayMinutes } = tenant.faults.switches.notifications
  if (lose) return
  for (let copies = duplicate ? 2 : 1; copies > 0; copies--) {
    const number = tenant.state.next('notification')
    notificationQueue(tenant).put(String(number), {
      number,
      subscriptionId: subscription.id,
      changeType,
      itemId: idOf(item, subscription.immutableIds),
      etag: etagOf(item),
      queuedAt: tenant.clock.now(),
      dueAt: addMinutes(tenant.clock.now(), delayMinutes),
      attempts: 0,
    })
  }
}
