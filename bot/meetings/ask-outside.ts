/**
 * People outside are asked first (E-44): up to three times are held, in our own books and in the calendars of those
 * inside, and each of them gets a letter with a link of their own. The convenor can stop it at any moment, send a link
 * again, or withdraw it.
 */
import { endAsking, holdTimes, isAsking, type Asking, type AskRefusal } from '../../shared/times/held-times.ts'
import type { Reader } from '../../shared/people/permissions.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { PersonKey } from '../../shared/placement/placement.ts'
import { startDayOf } from '../../shared/meeting/plan-placement.ts'
import { outsideAnswersRule } from '../../shared/practice/practice-pack.ts'
import type { OfferedSlot, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { addMinutes, type Instant } from '../../shared/dates/time.ts'
import { findFor, type Arranged, type Wanted } from './arrange-meeting.ts'
import { diariesToRead, judgeTimes } from './offer-times.ts'
import { holdsJobs, showJob } from './outlook-jobs.ts'
import { SavedByAnother, TimeTaken, type Change, type PlannedJob, type Ports } from './ports.ts'

export type AskOutsideRefusal =
  | AskRefusal
  | 'gone'
  | 'mayNot'
  | 'stale'
  | 'questionsOpen'
  | 'timeTaken'
  | 'outlookUnreachable'
  | 'notAsking'
  | 'notInvited'

type ToDo = { starts: Instant[] } | { stop: true } | { person: PersonKey; again: boolean }

/** Whatever the one who arranges the meeting wants of those outside. */
export function outside(wanted: Wanted & ToDo, by: Reader, ports: Ports): Promise<Result<Arranged, AskOutsideRefusal>> {
  if ('starts' in wanted) return askOutside(wanted, by, ports)
  if ('stop' in wanted) return stopAsking(wanted, by, ports)
  return changeLink(wanted, by, ports)
}

export async function askOutside(
  { starts, ...wanted }: Wanted & { starts: Instant[] },
  by: Reader,
  ports: Ports,
): Promise<Result<Arranged, AskOutsideRefusal>> {
  const found = await findFor('schedule', wanted, by, ports)
  if (!found.ok) return found
  const { meeting, placement } = found.value
  if (placement.plan.questions.length > 0) return refuse('questionsOpen')
  const { plan, id } = meeting
  const slots = [...new Set(starts)].map((start) => ({ start, end: addMinutes(start, plan.durationMinutes) }))
  const judged = await judgeTimes({ plan, of: placement, except: id }, slots, ports)
  if (!judged) return refuse('outlookUnreachable')
  const asking = withTimesHeld(meeting, placement, judged, ports)
  return asking.ok ? save(placement, asking.value, changeForAsking(asking.value, by, ports), ports) : asking
}

/** As the practice that is in force for the placement has it. */
export function withTimesHeld(
  meeting: PlanningMeeting,
  { pack, confirmation }: Placement,
  slots: OfferedSlot[],
  { settings, clock }: Pick<Ports, 'settings' | 'clock'>,
): Result<Asking, AskRefusal> {
  const now = clock.now()
  const practice = settings.practice(pack, startDayOf(confirmation, now))
  if (!practice) throw new Error(`The practice pack ${pack} is not known any more`)
  return holdTimes(meeting, slots, outsideAnswersRule(practice), now)
}

/** What is kept and done together with a meeting whose people outside are asked. */
export function changeForAsking(
  { id, placementId, plan, heldTimes }: Asking,
  by: Reader,
  { clock }: Pick<Ports, 'clock'>,
) {
  const { round, askedAt, closesAt, asked, slots } = heldTimes
  return {
    holds: [{ meetingId: id, emails: diariesToRead(plan), slots }],
    // A link is for one round: whatever was sent before opens nothing any more.
    revokeLinks: [{ meetingId: id }],
    jobs: [
      ...asked.map((person) => sendLinkJob(id, person, round, askedAt)),
      ...holdsJobs({ id, heldTimes }),
      { job: { name: 'settleHeldTimes', meetingId: id }, dueAt: closesAt, key: `heldTimes/${id}/close` },
      showJob(id),
    ] satisfies PlannedJob[],
    audit: [
      {
        at: clock.now(),
        by: by.objectId,
        did: 'outsideAsked',
        placementId,
        meetingId: id,
        detail: { round, times: slots.length, people: asked.length },
      },
    ],
  }
}

const sendLinkJob = (meetingId: Asking['id'], person: PersonKey, round: number, askedAt: Instant): PlannedJob => ({
  job: { name: 'sendLink', meetingId, person, round, askedAt },
  key: `link/${meetingId}/${person}`,
})

/** The times are let go, the links open nothing any more, and somebody chooses as if nobody had been asked. */
export async function stopAsking(
  wanted: Wanted,
  by: Reader,
  ports: Ports,
): Promise<Result<Arranged, AskOutsideRefusal>> {
  const found = await findAsking(wanted, by, ports)
  if (!found.ok) return found
  const { meeting, placement } = found.value
  const now = ports.clock.now()
  const stopped = { ...meeting, heldTimes: endAsking(meeting.heldTimes, 'stopped', now) }
  return save(
    placement,
    stopped,
    {
      release: [meeting.id],
      revokeLinks: [{ meetingId: meeting.id }],
      jobs: [...holdsJobs(stopped), showJob(meeting.id)],
      audit: [auditLine('askingStopped', meeting, by, now)],
    },
    ports,
  )
}

/** One person's link is withdrawn, or a new one sent in its place: the old one opens nothing any more. */
export async function changeLink(
  { person, again, ...wanted }: Wanted & { person: PersonKey; again: boolean },
  by: Reader,
  ports: Ports,
): Promise<Result<Arranged, AskOutsideRefusal>> {
  const found = await findAsking(wanted, by, ports)
  if (!found.ok) return found
  const { meeting, placement } = found.value
  const { heldTimes, id } = meeting
  if (!heldTimes.asked.includes(person)) return refuse('notInvited')
  const now = ports.clock.now()
  const { [person]: _, ...others } = heldTimes.letters
  const letters = again ? { ...others, [person]: now } : others
  return save(
    placement,
    { ...meeting, heldTimes: { ...heldTimes, letters } },
    {
      revokeLinks: [{ meetingId: id, person }],
      jobs: [...(again ? [sendLinkJob(id, person, heldTimes.round, now)] : []), showJob(id)],
      audit: [auditLine(again ? 'linkSentAgain' : 'linkWithdrawn', meeting, by, now, { person })],
    },
    ports,
  )
}

async function findAsking(
  wanted: Wanted,
  by: Reader,
  ports: Ports,
): Promise<Result<{ meeting: Asking; placement: Placement }, AskOutsideRefusal>> {
  const found = await findFor('schedule', wanted, by, ports)
  if (!found.ok) return found
  const { meeting, placement } = found.value
  return isAsking(meeting) ? ok({ meeting, placement }) : refuse('notAsking')
}

async function save(
  placement: Placement,
  meeting: PlanningMeeting,
  change: Omit<Change, 'meetings'>,
  { store }: Ports,
): Promise<Result<Arranged, AskOutsideRefusal>> {
  try {
    const saved = await store.save({ ...change, meetings: [meeting] })
    return ok({ placement, meeting: saved.meetings[0]! })
  } catch (error) {
    if (error instanceof SavedByAnother) return refuse('stale')
    if (error instanceof TimeTaken) return refuse('timeTaken')
    throw error
  }
}

const auditLine = (
  did: string,
  { id, placementId }: PlanningMeeting,
  by: Reader,
  at: Instant,
  detail?: Record<string, string>,
) => ({ at, by: by.objectId, did, placementId, meetingId: id, ...(detail && { detail }) })
