/** Takes notifications to those who subscribed: three seconds for each try, again for four hours, then never. */
import { addMinutes, minutesBetween, type Instant } from '../../../shared/dates/time.ts'
import type { Tenant } from '../tenant.ts'
import type { HttpsPost } from './https-post.ts'
import { notificationQueue, type QueuedNotification } from './queue.ts'
import { livingSubscriptions, subscriptions, type Subscription } from './subscription.ts'

export type LifecycleEvent = 'missed' | 'subscriptionRemoved' | 'reauthorizationRequired'

export type Courier = {
  /** Delivers all that is due by now. */
  deliverDue(): Promise<void>
  nextDue(): Instant | null
  /** Tells a subscriber about the subscription itself; one that is removed is gone afterwards. */
  tellLifecycle(event: LifecycleEvent, subscriptionId?: string): Promise<void>
}

const RETRY_AFTER_MINUTES = [1, 2, 5, 10, 20, 30]
const GIVE_UP_AFTER_MINUTES = 4 * 60

export function makeCourier(tenant: Tenant, post: HttpsPost, patienceMs: number): Courier {
  const queue = notificationQueue(tenant)

  const due = () => queue.all().filter(({ dueAt }) => dueAt <= tenant.clock.now())

  async function deliverDue(): Promise<void> {
    const { reorder, severalInOne } = tenant.faults.switches.notifications
    const waiting = reorder ? due().reverse() : due()
    for (const group of severalInOne ? byAddress(waiting) : waiting.map((one) => [one])) await deliver(group)
  }

  /** Everything for one address goes in one envelope. */
  function byAddress(waiting: QueuedNotification[]): QueuedNotification[][] {
    const groups = Map.groupBy(
      waiting,
      ({ subscriptionId }) => subscriptions(tenant).get(subscriptionId)?.notificationUrl,
    )
    return [...groups.values()]
  }

  async function deliver(group: QueuedNotification[]): Promise<void> {
    const living = livingSubscriptions(tenant)
    const told = group.flatMap((notification) => {
      const subscription = living.find(({ id }) => id === notification.subscriptionId)
      return subscription ? [{ notification, subscription }] : []
    })
    const [first] = told
    const value = told.map(({ notification, subscription }) => notificationJson(tenant, notification, subscription))
    const arrived = first ? await send(first.subscription.notificationUrl, value) : true
    tenant.state.change(() => group.forEach((one) => (arrived ? queue.remove(String(one.number)) : postpone(one))))
  }

  function postpone(notification: QueuedNotification): void {
    const now = tenant.clock.now()
    const wait = RETRY_AFTER_MINUTES[Math.min(notification.attempts, RETRY_AFTER_MINUTES.length - 1)] ?? 30
    const isTooLate = minutesBetween(notification.queuedAt, now) + wait > GIVE_UP_AFTER_MINUTES
    if (isTooLate) queue.remove(String(notification.number))
    else
      queue.put(String(notification.number), {
        ...notification,
        attempts: notification.attempts + 1,
        dueAt: addMinutes(now, wait),
      })
  }

  /** Any answer of the two hundreds counts as delivered; what else comes, or nothing, does not. */
  const send = (url: string, value: unknown[]): Promise<boolean> =>
    post(url, JSON.stringify({ value }), 'application/json; charset=utf-8', patienceMs).then(
      ({ status }) => status >= 200 && status < 300,
      () => false,
    )

  return {
    deliverDue,
    nextDue: () =>
      queue.all().reduce<Instant | null>((soonest, { dueAt }) => (soonest && soonest < dueAt ? soonest : dueAt), null),
    async tellLifecycle(event, subscriptionId) {
      const concerned = livingSubscriptions(tenant).filter(
        ({ id }) => subscriptionId === undefined || id === subscriptionId,
      )
      for (const subscription of concerned) {
        if (event === 'subscriptionRemoved') subscriptions(tenant).remove(subscription.id)
        if (subscription.lifecycleNotificationUrl)
          await send(subscription.lifecycleNotificationUrl, [
            { ...envelope(tenant, subscription), lifecycleEvent: event },
          ])
      }
    },
  }
}

const envelope = (tenant: Tenant, subscription: Subscription) => ({
  subscriptionId: subscription.id,
  subscriptionExpirationDateTime: subscription.expiresAt.replace('Z', '+00:00'),
  tenantId: tenant.id,
  ...(subscription.clientState !== null && {
    clientState: tenant.faults.switches.notifications.wrongClientState
      ? 'not what was agreed'
      : subscription.clientState,
  }),
})

function notificationJson(
  tenant: Tenant,
  { changeType, itemId, etag }: QueuedNotification,
  subscription: Subscription,
) {
  const { kind, objectId } = subscription.watches
  const resource = `Users/${objectId}/${kind === 'events' ? 'Events' : 'Messages'}/${itemId}`
  return {
    ...envelope(tenant, subscription),
    changeType,
    resource,
    resourceData: {
      '@odata.type': kind === 'events' ? '#Microsoft.Graph.Event' : '#Microsoft.Graph.Message',
      '@odata.id': resource,
      '@odata.etag': etag,
      id: itemId,
    },
  }
}
