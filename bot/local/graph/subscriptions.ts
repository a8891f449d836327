/** `/subscriptions`: being told of changes. Both addresses are tried before a subscription stands. */
import { addMinutes, later, readInstant, type Instant } from '../../../shared/dates/time.ts'
import { guidOf } from '../ids.ts'
import { shakeHands } from '../notifications/handshake.ts'
import {
  livingSubscriptions,
  subscriptions,
  type ChangeType,
  type Subscription,
} from '../notifications/subscription.ts'
import { showOffset } from '../outlook/time-zones.ts'
import { findMember } from '../people/directory.ts'
import type { Tenant } from '../tenant.ts'
import { accessDenied, badRequest, created, found, GraphError, nothing } from './answer.ts'
import type { Call, Operation } from './call.ts'
import { segmentsOf } from './dispatch.ts'
import { readForm } from './form.ts'
import { subscriptionCreate, subscriptionUpdate } from './subscription-forms.ts'
import { folderNamed } from './mail-folders.ts'

const LONGEST_MINUTES = 10_080
const SHORTEST_MINUTES = 45

const subscriptionJson = (subscription: Subscription) => ({
  id: subscription.id,
  resource: subscription.resource,
  applicationId: subscription.applicationId,
  changeType: subscription.changeTypes.join(','),
  clientState: subscription.clientState,
  notificationUrl: subscription.notificationUrl,
  notificationQueryOptions: null,
  lifecycleNotificationUrl: subscription.lifecycleNotificationUrl,
  expirationDateTime: showOffset(subscription.expiresAt),
  creatorId: subscription.applicationId,
  includeResourceData: null,
  latestSupportedTlsVersion: 'v1_2',
  encryptionCertificate: null,
  encryptionCertificateId: null,
  notificationUrlAppId: null,
})

const entity = (call: Call, subscription: Subscription) => ({
  '@odata.context': `${call.base}/$metadata#subscriptions/$entity`,
  ...subscriptionJson(subscription),
})

/** Nobody sees the subscriptions of another application. */
const ours = (call: Call, tenant: Tenant) =>
  livingSubscriptions(tenant).filter(({ applicationId }) => applicationId === call.app.appId)

function subscriptionIn(call: Call, tenant: Tenant): Subscription {
  const subscription = ours(call, tenant).find(({ id }) => id === call.params.subscription)
  if (!subscription) throw new GraphError(404, 'ResourceNotFound', 'The object was not found.')
  return subscription
}

function readExpiry(text: string, tenant: Tenant): Instant {
  const now = tenant.clock.now()
  const wanted = readInstant(text)
  if (!wanted || wanted <= now) throw badRequest('Subscription expiration must be in the future.', 'InvalidRequest')
  if (wanted > addMinutes(now, LONGEST_MINUTES))
    throw badRequest(`Subscription expiration can only be ${LONGEST_MINUTES} minutes in the future.`, 'InvalidRequest')
  return later(wanted, addMinutes(now, SHORTEST_MINUTES))
}

/** `users/{id}/events`, `users/{id}/messages` or `users/{id}/mailFolders('inbox')/messages`. */
function readResource(resource: string): Subscription['watches'] {
  const [users, who = '', kind, folder, last, ...rest] = segmentsOf(resource)
  const member = findMember(who)
  const unsupported = badRequest(`Unsupported resource '${resource}'.`, 'InvalidRequest')
  if (users !== 'users' || rest.length > 0) throw unsupported
  if (!member) throw new GraphError(404, 'ErrorInvalidUser', `The requested user '${who}' is invalid.`)
  const where = { mailbox: member.email, objectId: member.objectId }
  const isFolder = kind?.toLowerCase() === 'mailfolders' && last === 'messages'
  if (isFolder) return checked({ ...where, kind: 'messages', folder: folderNamed(member.email, folder ?? '') })
  if (folder !== undefined || (kind !== 'events' && kind !== 'messages')) throw unsupported
  return checked({ ...where, kind, folder: null })
}

function checked(watches: Subscription['watches']): Subscription['watches'] {
  const may = findMember(watches.mailbox)?.appMay
  if (!(watches.kind === 'events' ? may?.calendar : may?.mail)) throw accessDenied()
  return watches
}

export const subscriptionOperations: Operation[] = [
  {
    method: 'GET',
    path: '/subscriptions',
    permission: null,
    handle: (call, tenant) =>
      found({
        '@odata.context': `${call.base}/$metadata#subscriptions`,
        value: ours(call, tenant).map(subscriptionJson),
      }),
  },
  {
    method: 'POST',
    path: '/subscriptions',
    permission: null,
    async handle(call, tenant) {
      const form = readForm(subscriptionCreate, call.body, 'subscription')
      if (form.includeResourceData)
        throw badRequest('Notifications with resource data need an encryption certificate.', 'InvalidRequest')
      const watches = readResource(form.resource)
      const changeTypes = [...new Set(form.changeType.split(','))].sort() as ChangeType[]
      const expiresAt = readExpiry(form.expirationDateTime, tenant)
      const lifecycleUrl = form.lifecycleNotificationUrl ?? null
      if (lifecycleUrl && new URL(lifecycleUrl).hostname !== new URL(form.notificationUrl).hostname)
        throw badRequest('lifecycleNotificationUrl must have the same host name as notificationUrl.', 'InvalidRequest')
      if (ours(call, tenant).some((other) => isSame(other, watches, changeTypes)))
        throw new GraphError(409, 'Conflict', 'A subscription for this resource and change type exists already.')
      for (const url of [form.notificationUrl, lifecycleUrl])
        if (url) await shakeHands(url, tenant.httpsPost, tenant.patience.handshakeMs)
      const subscription: Subscription = {
        id: guidOf('subscription', tenant.state.next('subscription')),
        applicationId: call.app.appId,
        resource: form.resource,
        watches,
        changeTypes,
        notificationUrl: form.notificationUrl,
        lifecycleNotificationUrl: lifecycleUrl,
        clientState: form.clientState ?? null,
        expiresAt,
        immutableIds: call.prefer.immutableIds,
      }
      subscriptions(tenant).put(subscription.id, subscription)
      return created(entity(call, subscription), `${call.base}/subscriptions('${subscription.id}')`)
    },
  },
  {
    method: 'GET',
    path: '/subscriptions/:subscription',
    permission: null,
    handle: (call, tenant) => found(entity(call, subscriptionIn(call, tenant))),
  },
  {
    method: 'PATCH',
    path: '/subscriptions/:subscription',
    permission: null,
    async handle(call, tenant) {
      const form = readForm(subscriptionUpdate, call.body, 'subscription')
      const before = subscriptionIn(call, tenant)
      if (form.notificationUrl) await shakeHands(form.notificationUrl, tenant.httpsPost, tenant.patience.handshakeMs)
      const after = {
        ...before,
        ...(form.expirationDateTime && { expiresAt: readExpiry(form.expirationDateTime, tenant) }),
        ...(form.notificationUrl && { notificationUrl: form.notificationUrl }),
      }
      subscriptions(tenant).put(after.id, after)
      return found(entity(call, after))
    },
  },
  {
    method: 'DELETE',
    path: '/subscriptions/:subscription',
    permission: null,
    handle(call, tenant) {
      subscriptions(tenant).remove(subscriptionIn(call, tenant).id)
      return nothing
    },
  },
  {
    method: 'POST',
    path: '/subscriptions/:subscription/reauthorize',
    permission: null,
    handle(call, tenant) {
      subscriptionIn(call, tenant)
      return { status: 200 }
    },
  },
]

const isSame = ({ watches, changeTypes }: Subscription, other: Subscription['watches'], types: ChangeType[]) =>
  watches.kind === other.kind &&
  watches.mailbox === other.mailbox &&
  watches.folder === other.folder &&
  changeTypes.join() === types.join()
