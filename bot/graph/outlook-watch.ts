/**
 * Subscriptions: Graph tells us when something changes in a mailbox that owns our events. What is there is listed before
 * anything is asked for, so that however often it runs, and on however many instances, there is one for each mailbox.
 */
import { z } from 'zod'
import { addMinutes, minutesBetween, readInstant } from '../../shared/dates/time.ts'
import type { Clock, OutlookWatch, People } from '../meetings/ports.ts'
import type { InboxWatch } from '../mailbox/ports.ts'
import type { Graph } from './graph-client.ts'
import { failureFrom, isGone, readFault, writeFault, type GraphFailure } from './graph-errors.ts'

export type WatchOptions = {
  /** The app's address as Graph reaches it, without the path. */
  notificationUrl: string
  /** What every notification has to carry; 128 characters at most. */
  clientState: string
  clock: Clock
  people: Pick<People, 'byEmail'>
  /** From 0 to 1. */
  random?: () => number
}

/** Just under seven days, the longest that Outlook allows. */
const LIFE_MINS = 10_000
/** So much of it is given away by chance, so that mailboxes which were watched together are not all renewed together. */
const SPREAD_MINS = 12 * 60
/** Renewed while it would still outlast an app that stands still from before Good Friday until after Easter Monday. */
const RENEW_BELOW_MINS = 5.5 * 24 * 60

/** What is watched of a mailbox: each kind is looked after by itself, and leaves the other's subscriptions alone. */
type Kind = { changes: string; of: (user: string) => string; isOne: (resource: string) => boolean }
const EVENTS: Kind = {
  changes: 'created,updated,deleted',
  of: (user) => `users/${user}/events`,
  isOne: (resource) => /\/events$/i.test(resource),
}
const INBOX: Kind = {
  changes: 'created',
  of: (user) => `users/${user}/mailFolders('inbox')/messages`,
  isOne: (resource) => /\/messages$/i.test(resource),
}

const subscription = z.object({
  id: z.string(),
  resource: z.string(),
  notificationUrl: z.string().nullish(),
  expirationDateTime: z.string(),
})
const page = z.object({ value: z.array(subscription), '@odata.nextLink': z.string().optional() })
type Subscription = z.infer<typeof subscription>

export function outlookWatch(
  graph: Graph,
  { notificationUrl, clientState, clock, people, random = Math.random }: WatchOptions,
): OutlookWatch & InboxWatch {
  const address = `${notificationUrl}/webhooks/graph`

  async function ours({ isOne }: Kind): Promise<Subscription[]> {
    const all: Subscription[] = []
    for (let answer: unknown = await graph.get(['subscriptions']); answer;) {
      const { value, '@odata.nextLink': next } = page.parse(answer)
      all.push(...value)
      answer = next ? await graph.next(next) : null
    }
    return all.filter((one) => one.notificationUrl === address && isOne(one.resource))
  }

  const expiry = () => addMinutes(clock.now(), LIFE_MINS - Math.floor(random() * SPREAD_MINS))
  /** By the person's id: an apostrophe in an address breaks the path. */
  const userOf = async (mailbox: string) => (await people.byEmail(mailbox))?.objectId ?? mailbox

  async function begin(resource: string, changeType: string): Promise<void> {
    await graph.post(['subscriptions'], {
      changeType,
      notificationUrl: address,
      lifecycleNotificationUrl: `${address}/lifecycle`,
      resource,
      expirationDateTime: expiry(),
      clientState,
    })
  }

  /** `false` when it is not there any more. */
  async function renew({ id }: Subscription): Promise<boolean> {
    try {
      await graph.patch(['subscriptions', id], { expirationDateTime: expiry() })
      return true
    } catch (error) {
      if (isGone(failureFrom(error))) return false
      throw error
    }
  }

  async function watch(resource: string, there: Subscription | undefined, { changes }: Kind): Promise<void> {
    const left = there && minutesBetween(clock.now(), readInstant(there.expirationDateTime) ?? clock.now())
    if (left !== undefined && left >= RENEW_BELOW_MINS) return
    if (there && (await renew(there))) return
    // Refused as a second one: another instance was quicker, and it stands.
    await begin(resource, changes).catch(unless(409))
  }

  async function over(mailboxes: string[], kind: Kind): Promise<void> {
    try {
      const standing = await ours(kind)
      const wanted = (await Promise.all([...new Set(mailboxes)].map(userOf))).map(kind.of)
      const troubles: GraphFailure[] = []
      for (const resource of wanted) {
        try {
          const there = standing.find((one) => sameResource(one.resource, resource))
          await watch(resource, there, kind)
        } catch (error) {
          // A mailbox that is closed to us keeps nobody else's from being watched.
          if (error instanceof z.ZodError) throw error
          troubles.push(failureFrom(error))
        }
      }
      const unwanted = standing.filter(({ resource }) => !wanted.some((one) => sameResource(resource, one)))
      for (const { id } of unwanted) await graph.delete(['subscriptions', id]).catch(unless(404))
      if (troubles[0]) throw troubles[0]
    } catch (error) {
      if (error instanceof z.ZodError) throw error
      const failure = failureFrom(error)
      throw failure.status === 0 ? writeFault(failure) : readFault(failure)
    }
  }

  return {
    over: (mailboxes) => over(mailboxes, EVENTS),
    inbox: (mailbox) => over(mailbox ? [mailbox] : [], INBOX),
  }
}

const sameResource = (a: string, b: string) => a.toLowerCase().replace(/^\//, '') === b.toLowerCase()

const unless = (status: number) => (error: unknown) => {
  if (failureFrom(error).status !== status) throw error
}
