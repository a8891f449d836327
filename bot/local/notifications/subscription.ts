/** Who wants to be told of changes in which mailbox, and until when. */
import type { Instant } from '../../../shared/dates/time.ts'
import type { Folder } from '../outlook/message.ts'
import type { Tenant } from '../tenant.ts'

export type ChangeType = 'created' | 'updated' | 'deleted'

export type Subscription = {
  id: string
  applicationId: string
  /** As the subscriber wrote it. */
  resource: string
  watches: { kind: 'events' | 'messages'; mailbox: string; objectId: string; folder: Folder | null }
  changeTypes: ChangeType[]
  notificationUrl: string
  lifecycleNotificationUrl: string | null
  clientState: string | null
  expiresAt: Instant
  immutableIds: boolean
}

export const subscriptions = (tenant: Tenant) => tenant.state.table<Subscription>('subscriptions')

/** One that has run out is as good as gone. */
export const livingSubscriptions = (tenant: Tenant): Subscription[] =>
  subscriptions(tenant)
    .all()
    .filter(({ expiresAt }) => expiresAt > tenant.clock.now())
