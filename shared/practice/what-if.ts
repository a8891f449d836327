/**
 * What would be different for the meetings of a placement under another practice: by when they are due, whether they
 * are held at all, who convenes, chairs and comes, and what is ready for them. Says nothing of the child: meetings go by
 * their references, people by their roles, and prompts, which a record of the child may have added to, are left out.
 */
import type { Practice } from '../people/attendees.ts'
import { whatCalledFor } from '../placement/case-plan.ts'
import { chairsLines } from '../record/chairs-checklist.ts'
import { lastDayOf } from '../deadlines/clocks.ts'
import { documentTitle } from '../agenda/documents.ts'
import { emergencyLines } from '../record/emergency-checklist.ts'
import type { PlacementConfirmation, Role } from '../placement/placement.ts'
import { planFor } from '../meeting/plan-placement.ts'
import type { Clock, MeetingPlan, Plan } from '../meeting/plan.ts'
import type { MeetingRef, PlanningMeeting } from '../meeting/planning-meeting.ts'
import { isSameMeeting, onlyOne } from '../meeting/same-meeting.ts'
import { isInTime } from '../times/slots.ts'
import { clockDueWords, deadlineWords } from '../meeting/standing.ts'
import { momentWords, type Instant } from '../dates/time.ts'
import { MEETING_KIND_WORDS, PART_WORDS, ROLE_WORDS, VENUE_WORDS } from '../words.ts'

/** Each with what it is called where differences are counted, in the order in which they are told. */
export const DIFFERENCES = {
  notHeld: 'Would not be held',
  heldBesides: 'Held besides',
  otherKind: 'Another kind of meeting',
  dueEarlier: 'Due earlier',
  dueLater: 'Due later',
  outOfTime: 'Now out of time',
  inTime: 'Now in time',
  convenor: 'Another convenor',
  chair: 'Another chair',
  minimum: 'Others who must be there',
  invited: 'Invited as well',
  notInvited: 'No longer invited',
  otherPart: 'Takes part in another way',
  venue: 'Another place',
  duration: 'Another length',
  documents: 'Other documents to be ready',
  agenda: 'Other items on the agenda',
  checklists: 'Other lines on the checklists',
  taskEarlier: 'A task due earlier',
  taskLater: 'A task due later',
  taskMore: 'A task besides',
  taskFewer: 'A task fewer',
} as const
export type Kind = keyof typeof DIFFERENCES

/** `now` is what holds under the practice in force, `instead` what would hold; `null` is nothing. */
export type Difference = { ref: MeetingRef; kind: Kind; now: string | null; instead: string | null }

export type Kept = { confirmation: PlacementConfirmation; meetings: PlanningMeeting[] }
export type Practices = { current: Practice; instead: Practice }

export type WhatIf = {
  differences: Difference[]
  compared: MeetingRef[]
  /** What called for these is no longer kept, so that nobody can tell. */
  notCompared: MeetingRef[]
}

/** Throws {@link import('../dates/working-days.ts').BeyondBankHolidays} where a date lies outside the loaded bank holidays. */
export function whatIf({ confirmation, meetings }: Kept, practices: Practices, now: Instant): WhatIf {
  const standing = meetings.filter(({ state }) => state !== 'cancelled')
  const latest = bothPlans(confirmation, practices)
  const found: WhatIf = { differences: [], compared: [], notCompared: [] }
  for (const meeting of standing) {
    // Whatever has happened since has its own meetings; the first one is still that of the start.
    const source = whatCalledFor(meeting, confirmation, standing)
    const pair = source && pairOf(meeting, source === confirmation ? latest : bothPlans(source, practices))
    if (!pair) found.notCompared.push(meeting.ref)
    else {
      found.compared.push(meeting.ref)
      found.differences.push(...meetingDifferences(meeting, pair, practices, now))
    }
  }
  const [leading] = standing
  if (leading) found.differences.push(...placementDifferences(leading.ref, latest))
  return found
}

type Both = { current: Plan; instead: Plan }
type Pair = { current: MeetingPlan; instead: MeetingPlan | null }

/** As they would have been planned when the placement was confirmed, with the leave that was known of then. */
function bothPlans(confirmation: PlacementConfirmation, { current, instead }: Practices): Both {
  const plan = (practice: Practice) => planFor(confirmation, practice, confirmation.confirmedAt, { serviceMailbox: '' })
  return { current: plan(current), instead: plan(instead) }
}

function pairOf(meeting: PlanningMeeting, { current, instead }: Both): Pair | null {
  const plan = current.meetings.find((one) => isSameMeeting(one, meeting))
  return plan
    ? { current: plan, instead: instead.meetings.find((one) => onlyOne(one) === onlyOne(plan)) ?? null }
    : null
}

function meetingDifferences(
  meeting: PlanningMeeting,
  { current, instead }: Pair,
  practices: Practices,
  now: Instant,
): Difference[] {
  const { ref } = meeting
  if (!instead) return [{ ref, kind: 'notHeld', now: MEETING_KIND_WORDS[current.kind], instead: null }]
  const changed = (kind: Kind, words: (plan: MeetingPlan) => string): Difference[] => {
    const [before, after] = [words(current), words(instead)]
    return before === after ? [] : [{ ref, kind, now: before, instead: after }]
  }
  return [
    ...changed('otherKind', ({ kind }) => MEETING_KIND_WORDS[kind]),
    ...dueDifferences(ref, current, instead),
    ...timeDifferences(meeting, current, instead, now),
    ...changed('convenor', ({ convenor }) => roleWords(convenor.role)),
    ...changed('chair', ({ chair }) => roleWords(chair.role)),
    ...changed('minimum', ({ minimum }) => minimum.map((role) => ROLE_WORDS[role]).join(', ') || 'nobody'),
    ...peopleDifferences(ref, current, instead),
    ...changed('venue', ({ venue }) => VENUE_WORDS[venue.kind]),
    ...changed('duration', ({ durationMinutes }) => `${durationMinutes} minutes`),
    ...listDifferences(ref, 'documents', documents(current, practices.current), documents(instead, practices.instead)),
    ...listDifferences(ref, 'agenda', agenda(current), agenda(instead)),
    ...listDifferences(ref, 'checklists', checklists(current), checklists(instead)),
  ]
}

const roleWords = (role: Role | null) => (role ? ROLE_WORDS[role] : 'to be chosen each time')

const lastMoment = ({ mustStartBefore, deadline }: MeetingPlan) => mustStartBefore ?? deadline?.at ?? null

function dueWords(plan: MeetingPlan): string | null {
  const { mustStartBefore, deadline } = plan
  return mustStartBefore ? `before ${momentWords(mustStartBefore)}` : deadline && `by ${deadlineWords(deadline)}`
}

function dueDifferences(ref: MeetingRef, current: MeetingPlan, instead: MeetingPlan): Difference[] {
  const [before, after] = [lastMoment(current), lastMoment(instead)]
  if (before === after) return []
  const kind = after !== null && (before === null || after < before) ? 'dueEarlier' : 'dueLater'
  return [{ ref, kind, now: dueWords(current), instead: dueWords(instead) }]
}

/** Of a meeting with a time that time is judged, of one without it the present moment. */
function timeDifferences(
  meeting: PlanningMeeting,
  current: MeetingPlan,
  instead: MeetingPlan,
  now: Instant,
): Difference[] {
  const at = 'slot' in meeting ? meeting.slot.start : now
  const [before, after] = [isInTime(at, current), isInTime(at, instead)]
  if (before === after) return []
  const words = 'slot' in meeting ? `its time is ${momentWords(at)}` : 'it has no time yet'
  return [{ ref: meeting.ref, kind: after ? 'inTime' : 'outOfTime', now: words, instead: dueWords(instead) }]
}

function peopleDifferences(ref: MeetingRef, current: MeetingPlan, instead: MeetingPlan): Difference[] {
  return instead.attendees.flatMap(({ key, role, part }): Difference[] => {
    const before = current.attendees.find((one) => one.key === key)?.part
    if (before === undefined || before === part) return []
    const kind = part === 'attend' ? 'invited' : before === 'attend' ? 'notInvited' : 'otherPart'
    return [{ ref, kind, now: PART_WORDS[before], instead: `${ROLE_WORDS[role]}: ${PART_WORDS[part]}` }]
  })
}

const documents = (plan: MeetingPlan, practice: Practice) =>
  new Map(plan.documents.map(({ id }) => [id, documentTitle(id, practice)]))
const agenda = (plan: MeetingPlan) => new Map(plan.agenda.map(({ item, title }) => [item, title]))
const checklists = (plan: MeetingPlan) =>
  new Map([...emergencyLines(plan, {}), ...chairsLines(plan)].map(({ id, title }) => [id, title]))

/** What is in one of two lists only, by its id. */
function listDifferences(
  ref: MeetingRef,
  kind: Kind,
  before: Map<string, string>,
  after: Map<string, string>,
): Difference[] {
  const only = (one: Map<string, string>, other: Map<string, string>) =>
    [...one].flatMap(([id, words]) => (other.has(id) ? [] : [words])).join('; ') || null
  const [now, instead] = [only(before, after), only(after, before)]
  return now || instead ? [{ ref, kind, now, instead }] : []
}

/** Meetings that only the other practice calls for, and the clocks that run beside them. */
function placementDifferences(ref: MeetingRef, { current, instead }: Both): Difference[] {
  const besides = instead.meetings.filter((one) => !current.meetings.some((other) => onlyOne(one) === onlyOne(other)))
  return [
    ...besides.map((plan): Difference => ({
      ref,
      kind: 'heldBesides',
      now: null,
      instead: [MEETING_KIND_WORDS[plan.kind], dueWords(plan)].filter(Boolean).join(', '),
    })),
    ...clockDifferences(ref, current.clocks, instead.clocks),
  ]
}

function clockDifferences(ref: MeetingRef, current: Clock[], instead: Clock[]): Difference[] {
  const words = (clock: Clock | undefined) => (clock ? `${clock.title}: ${clockDueWords(clock)}` : null)
  return [...new Set([...current, ...instead].map(({ id }) => id))].flatMap((id): Difference[] => {
    const [before, after] = [current, instead].map((clocks) => clocks.find((clock) => clock.id === id))
    const kind = clockKind(before, after)
    return kind ? [{ ref, kind, now: words(before), instead: words(after) }] : []
  })
}

function clockKind(before: Clock | undefined, after: Clock | undefined): Kind | null {
  if (!before) return 'taskMore'
  if (!after) return 'taskFewer'
  if (before.due === after.due && before.fallback === after.fallback) return null
  const [last, next] = [before, after].map((clock) => lastDayOf(clock.id, [clock])!)
  return next! < last! || (next === last && after.due < before.due) ? 'taskEarlier' : 'taskLater'
}
