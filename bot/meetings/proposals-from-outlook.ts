/**
 * Times that people proposed in Outlook instead of ours. Each is kept as it was last seen, so that what somebody has
 * decided about it is not asked again; a new one is judged as any other time would be, and a person decides.
 */
import { isSameConcern, type OutlookConcern } from '../../shared/meeting/outlook-concerns.ts'
import type { PlanningMeeting, Slot } from '../../shared/meeting/planning-meeting.ts'
import { isInTime } from '../../shared/times/slots.ts'
import { addMinutes, type Instant } from '../../shared/dates/time.ts'
import type { BookedEvent } from './change-event.ts'
import { judgeTime } from './offer-times.ts'
import type { Booked, Ports } from './ports.ts'

type Arranged = PlanningMeeting & { state: 'arranged' }
type Seen = { event: BookedEvent; there: Booked | null }
type Proposals = NonNullable<PlanningMeeting['proposals']>
type Proposed = Extract<OutlookConcern, { kind: 'timeProposed' }>

export async function withProposals(meeting: Arranged, seen: Seen[], since: Instant, ports: Ports): Promise<Arranged> {
  const known = meeting.proposals ?? {}
  const shown = proposalsIn(meeting, seen)
  const concerns: OutlookConcern[] = (meeting.concerns ?? []).filter(
    (one) => one.kind !== 'timeProposed' || isSameProposal(known[one.person], shown[one.person]),
  )
  for (const [person, { start }] of Object.entries(shown) as [keyof Proposals, { start: Instant }][]) {
    if (isSameProposal(known[person], shown[person]) || start === meeting.slot.start) continue
    // The meeting keeps its length, whatever was drawn in the calendar.
    const at = { start, end: addMinutes(start, meeting.plan.durationMinutes) }
    const concern: Proposed = { kind: 'timeProposed', person, at, since, ...(await effectOf(meeting, at, ports)) }
    concerns.push(concern)
  }
  const { proposals: _, concerns: __, ...rest } = meeting
  return {
    ...rest,
    ...(Object.keys(shown).length > 0 && { proposals: shown }),
    ...((concerns.length > 0 || meeting.concerns) && { concerns: concerns.filter(isLastOfItsKind) }),
  }
}

/** What every event shows that could be looked at; of the others, what was known. */
function proposalsIn({ plan, proposals = {} }: Arranged, seen: Seen[]): Proposals {
  const shown: Proposals = {}
  for (const { key, email, event } of plan.attendees) {
    const looked = seen.find((one) => one.event.key === event)
    const said = email ? looked?.there?.proposed.get(email.toLowerCase()) : undefined
    if (said) shown[key] = { start: said.start, at: said.at }
    else if (event && !looked?.there && proposals[key]) shown[key] = proposals[key]
  }
  return shown
}

const isSameProposal = (a: Proposals[keyof Proposals], b: Proposals[keyof Proposals]): boolean =>
  a?.start === b?.start && a?.at === b?.at

/** Of two proposals of one person the later stands. */
const isLastOfItsKind = (concern: OutlookConcern, index: number, all: OutlookConcern[]) =>
  !all.slice(index + 1).some((later) => isSameConcern(later, concern))

async function effectOf(meeting: Arranged, at: Slot, ports: Ports): Promise<Pick<Proposed, 'inTime' | 'effect'>> {
  const inTime = isInTime(at.start, meeting.plan)
  const placement = await ports.store.placement(meeting.placementId)
  if (!placement) return { inTime, effect: null }
  const judged = await judgeTime(
    { plan: meeting.plan, of: placement, except: meeting.id, ownSlot: meeting.slot },
    at,
    ports,
  )
  if (!judged) return { inTime, effect: null }
  const { busy, optionalBusy, unknown, minimumHolds } = judged
  return { inTime, effect: { busy: [...busy, ...optionalBusy], unknown, minimumHolds } }
}
