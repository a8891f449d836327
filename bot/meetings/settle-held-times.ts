/**
 * The job that settles the time once the answers from outside suffice, or the hour for them has come: everybody's diary
 * is read again, the best time that still stands is chosen, and the meeting is booked as if somebody had pressed. What
 * the answers do not settle goes to the convenor.
 */
import {
  endAsking,
  isAsking,
  timesLeft,
  timesThatSuffice,
  type Asking,
  type HeldTimes,
} from '../../shared/times/held-times.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import {
  backToArrange,
  chooseTime,
  type MeetingId,
  type OfferedSlot,
  type PlanningMeeting,
} from '../../shared/meeting/planning-meeting.ts'
import type { Instant } from '../../shared/dates/time.ts'
import { diariesToRead, isStillAsShown, judgeTimes, offerTimes } from './offer-times.ts'
import { holdsJobs, inStepJob, showJob } from './outlook-jobs.ts'
import { SavedByAnother, type Change, type Ports } from './ports.ts'

export async function settleHeldTimes(id: MeetingId, ports: Ports): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await settleOnce(id, ports)
    } catch (error) {
      // Somebody answers, or presses, in the same moment: what they said is looked at, too.
      if (!(error instanceof SavedByAnother) || tries >= 5) throw error
    }
  }
}

async function settleOnce(id: MeetingId, ports: Ports): Promise<void> {
  const { store, clock } = ports
  const meeting = await store.meeting(id)
  const placement = meeting && (await store.placement(meeting.placementId))
  if (!meeting || !placement || !isAsking(meeting)) return
  const now = clock.now()
  const closed = now >= meeting.heldTimes.closesAt
  const mayBook = placement.plan.questions.length === 0
  const suffices = (held: HeldTimes) => (mayBook ? timesThatSuffice(held, meeting.plan, now) : [])
  if (!closed && suffices(meeting.heldTimes).length === 0) return
  const held = await asTheyAreNow(meeting, placement, ports)
  const [best] = suffices(held)
  if (best) return book(meeting, held, best, closed, now, ports)
  if (closed || timesLeft(held).length === 0) return leaveToConvenor(meeting, held, placement, now, ports)
  await keepOthers(meeting, held, ports)
}

/** With everybody's diary at each time; one at which somebody is busy who was free before is given up (E-43). */
async function asTheyAreNow(meeting: Asking, placement: Placement, ports: Ports): Promise<HeldTimes> {
  const { plan, heldTimes, id } = meeting
  const judged = await judgeTimes({ plan, of: placement, except: id }, timesLeft(heldTimes), ports)
  // While Outlook cannot be asked the times stand as they were: booking asks it again, and waits for it.
  if (!judged) return heldTimes
  const fresh = (slot: OfferedSlot) => judged.find(({ start }) => start === slot.start) ?? slot
  const taken = heldTimes.slots.filter((slot) => !isStillAsShown(fresh(slot), slot)).map(({ start }) => start)
  return { ...heldTimes, slots: heldTimes.slots.map(fresh), taken: [...heldTimes.taken, ...taken] }
}

async function book(
  meeting: Asking,
  held: HeldTimes,
  { start, end }: OfferedSlot,
  closed: boolean,
  now: Instant,
  ports: Ports,
): Promise<void> {
  const heldTimes = endAsking(held, closed ? 'closed' : 'answered', now)
  const chosen = chooseTime({ ...meeting, offered: held.slots, heldTimes }, { start, end }, now)
  if (!chosen.ok) throw new Error(`A time that suffices was refused: ${chosen.refusal.reason}`)
  await save(chosen.value, 'heldTimeChosen', ports, {
    holds: [{ meetingId: meeting.id, emails: diariesToRead(meeting.plan), slots: [{ start, end }] }],
    jobs: [...holdsJobs(chosen.value), inStepJob(meeting.id), showJob(meeting.id)],
  })
}

async function leaveToConvenor(
  meeting: Asking,
  held: HeldTimes,
  placement: Placement,
  now: Instant,
  ports: Ports,
): Promise<void> {
  const allTaken = timesLeft(held).length === 0
  const found = await offerTimes({ plan: meeting.plan, of: placement, except: meeting.id }, ports)
  const heldTimes = endAsking(held, allTaken ? 'taken' : 'notSettled', now)
  const problem = allTaken ? 'timeTaken' : 'notSettledOutside'
  const left = backToArrange({ ...meeting, heldTimes }, problem, found?.offered ?? [], found?.ways)
  await save(left, 'heldTimesLetGo', ports, {
    release: [meeting.id],
    jobs: [...holdsJobs(left), showJob(meeting.id)],
  })
}

/** Some of the times are gone; people may still settle on another. */
async function keepOthers(meeting: Asking, held: HeldTimes, ports: Ports): Promise<void> {
  if (held.taken.length === meeting.heldTimes.taken.length) return
  await save({ ...meeting, heldTimes: held }, 'heldTimeTaken', ports, {
    holds: [{ meetingId: meeting.id, emails: diariesToRead(meeting.plan), slots: timesLeft(held) }],
    jobs: [...holdsJobs(meeting), showJob(meeting.id)],
  })
}

const save = (meeting: PlanningMeeting, did: string, { store, clock }: Ports, change: Change) =>
  store.save({
    ...change,
    meetings: [meeting],
    audit: [{ at: clock.now(), by: 'app', did, placementId: meeting.placementId, meetingId: meeting.id }],
  })
