/**
 * The home's manager would chair, is away for as long as the meeting can be held, and nobody is named to stand in: whoever
 * confirms is asked at once, and after four working hours whom a convenor turns to hears of it (E-13). Where the meeting
 * is due before those have passed, there is no time to wait for them.
 */
import { noDelegateLetter } from '../../shared/letters/letters-about-chairs.ts'
import type { Draft, DraftId } from '../../shared/placement/draft.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { PlacementConfirmation, Person } from '../../shared/placement/placement.ts'
import { startDayOf } from '../../shared/meeting/plan-placement.ts'
import type { Plan } from '../../shared/meeting/plan.ts'
import type { MeetingRef, PlacementId } from '../../shared/meeting/planning-meeting.ts'
import type { Instant } from '../../shared/dates/time.ts'
import { afterWorkingMinutes } from '../../shared/dates/working-hours.ts'
import type { PlannedJob, Ports } from './ports.ts'

export type About = { of: 'draft' | 'placement'; id: string }

const PATIENCE_MINS = 4 * 60

const isAsked = (plan: Plan | null | undefined): boolean => !!plan?.questions.some(({ id }) => id === 'delegate')

/** To be kept with a plan in which it is asked for the first time. */
export function delegateJobs(
  plan: Plan | null,
  before: Plan | null | undefined,
  about: About,
  now: Instant,
): PlannedJob[] {
  if (!isAsked(plan) || isAsked(before)) return []
  const dueAt = afterWorkingMinutes(now, PATIENCE_MINS)
  const inTime = plan!.meetings.every(({ deadline }) => !deadline || dueAt < deadline.at)
  return [{ job: { name: 'tellNoDelegate', ...about }, ...(inTime && { dueAt }), key: `delegate/${about.id}` }]
}

export async function tellNoDelegate(about: About, ports: Ports): Promise<void> {
  const { mail, settings, clock, announcer } = ports
  const waiting = await stillAsked(about, ports)
  if (!waiting) return
  const { people, pack, startsOn, plan, ref, about: of } = waiting
  const { contact } = settings
  const practice = settings.practice(pack, startsOn)
  const role = (practice?.pack.runningOut ?? practice?.fallback.runningOut)?.is
  const turnsTo = people.find((one) => one.role === role && one.email)
  const to = turnsTo?.email
    ? { email: turnsTo.email, name: turnsTo.name }
    : { email: contact.serviceMailbox, name: contact.council }
  // In Teams they can answer at once; the letter goes all the same, to whoever does not look there.
  const inTeams = turnsTo?.email ? await ports.people.byEmail(turnsTo.email) : null
  if (inTeams) await announcer.tellNoDelegate(inTeams, of)
  const [due] = plan.meetings.flatMap(({ deadline }) => deadline ?? [])
  await mail.send(
    contact.serviceMailbox,
    noDelegateLetter({ id: about.id, ref, deadline: due ?? null, url: settings.tabUrl() }, to, contact),
  )
  const placementId = about.of === 'placement' ? { placementId: about.id as PlacementId } : {}
  await ports.store.save({ audit: [{ at: clock.now(), by: 'app', did: 'noDelegateTold', ...placementId }] })
}

type Waiting = {
  people: Person[]
  pack: string
  startsOn: ReturnType<typeof startDayOf>
  plan: Plan
  ref: MeetingRef | null
  about: { draft: Draft } | { placement: Placement }
}

async function stillAsked({ of, id }: About, { store, clock }: Ports): Promise<Waiting | null> {
  if (of === 'draft') {
    const draft = await store.draft(id as DraftId)
    if (draft?.state !== 'open' || !draft.plan || !isAsked(draft.plan)) return null
    const confirmation = draft.fields as PlacementConfirmation
    return { ...whoAndWhen(confirmation, draft.plan, clock.now()), ref: null, about: { draft } }
  }
  const placement = await store.placement(id as PlacementId)
  if (!placement || placement.cancelled || !isAsked(placement.plan)) return null
  const meetings = await store.meetingsOf(placement.id)
  const open = meetings.find(({ state }) => state === 'toArrange')
  return open
    ? { ...whoAndWhen(placement.confirmation, placement.plan, clock.now()), ref: open.ref, about: { placement } }
    : null
}

const whoAndWhen = (confirmation: PlacementConfirmation, plan: Plan, now: Instant) => ({
  people: confirmation.people,
  pack: plan.pack,
  startsOn: startDayOf(confirmation, now),
  plan,
})
