/**
 * A confirmation that nobody has scheduled yet, as one reader may see it on a page: by when the meeting is due, what was
 * read and from which words, what is still asked, and when the meeting can be held. Worked out on the server.
 */
import { momentWords, slotWords, type Instant, type LocalDate } from '../dates/time.ts'
import { workingDaysLeft } from '../dates/working-days-left.ts'
import { lastDayOfPlan } from '../deadlines/clocks.ts'
import { arrivalWords, senderAdvice, unreadWords } from '../letters/mail-words.ts'
import type { AttendeeView } from '../meeting/meeting-view.ts'
import { capital } from '../meeting/standing.ts'
import type { Clock, Deadline, MeetingPlan, PlanStatus, RoleHolder, Warning } from '../meeting/plan.ts'
import type { OfferedSlot, PlanningMeeting } from '../meeting/planning-meeting.ts'
import { mayConfirm, type Reader } from '../people/permissions.ts'
import type { Chances } from '../times/chances.ts'
import { couldAsk, isAsking } from '../times/held-times.ts'
import type { WayOut } from '../times/ways-out.ts'
import { MEETING_STATE_WORDS } from '../words.ts'
import type { Draft } from './draft.ts'
import {
  hasTimes,
  IF_START_IS_WRONG,
  isGoodToKnow,
  kindLine,
  placementLine,
  stuckMeeting,
  whereSaid,
  whyBasis,
  whyNoMeeting,
} from './draft-words.ts'
import { choicesFor, exampleFor, openQuestions, type Choice } from './open-questions.ts'
import type { Role } from './placement.ts'
import { isLeftUnscheduled } from './queried.ts'
import { siblingQuestion, siblingsMean } from './sibling-words.ts'
import { readValues, type ReadValue } from './read-values.ts'

export type DraftQuestion = { id: string; text: string; choices: Choice[] | null; example: string | null }

export type DraftAttendee = Pick<
  AttendeeView,
  'key' | 'role' | 'name' | 'part' | 'required' | 'reachedBy' | 'invited' | 'ownEvent'
>

export type DraftMeetingView = {
  title: string
  deadline: Deadline | null
  workingDaysLeft: number | null
  mustStartBefore: Instant | null
  durationMinutes: number
  convenor: { role: Role | null; name: string | null }
  chair: { role: Role | null; name: string | null }
  minimum: Role[]
  attendees: DraftAttendee[]
  /** Where, and who is shown the address; never the address. */
  where: { words: string; lines: string[] }
  /** Best first, those that have passed left out; `null` while Outlook could not be asked. */
  offered: OfferedSlot[] | null
  /** What can be given up where no time suits everybody. */
  ways: WayOut[]
  chances: Chances | null
}

export type DraftView = {
  id: string
  version: number
  state: Draft['state']
  caseReference: string | null
  placementReference: string | null
  placement: string
  whyBasis: string | null
  /** How it came in, and what to look at before its words are acted on. */
  brought: string
  advice: string[]
  may: { confirm: boolean }
  status: PlanStatus | null
  /** Why there is no meeting to be seen, where there is none. */
  whyNoMeeting: string | null
  meetings: DraftMeetingView[]
  planDue: { date: LocalDate; clock: Clock } | null
  clocks: Clock[]
  startsAt: Instant | null
  /** What it means that brothers and sisters are placed together with the child. */
  siblings: string | null
  questions: DraftQuestion[]
  warnings: Warning[]
  goodToKnow: Warning[]
  read: ReadValue[]
  /** Whether times stand there for every meeting; of which one something has to be given up; whether outsiders can be asked. */
  canSchedule: boolean
  /** Somebody has decided that it has no meeting: a press keeps it so. */
  leftUnscheduled: boolean
  stuck: number | null
  canAskOutside: boolean
  /** Times were found and have all passed since. */
  timesPassed: boolean
  /** Once it is confirmed: its meetings, as far as they are the reader's to see. */
  arranged: { id: string; ref: string; words: string }[]
  /** What stands behind the ids of a date, in words. */
  reasons: Record<string, string>
}

export function draftView(
  reader: Reader,
  draft: Draft,
  now: Instant,
  { arranged = [], reasons = () => ({}) }: { arranged?: PlanningMeeting[]; reasons?: Reasons } = {},
): DraftView {
  const { fields, plan } = draft
  const current = { ...draft, offered: draft.offered.map((slots) => slots && slots.filter(({ start }) => start > now)) }
  const may = mayConfirm(reader)
  const asked = siblingQuestion(draft, may)
  const lastDay = plan && lastDayOfPlan(plan.clocks)
  const planClock = plan?.clocks.find(({ id }) => id === 'placementPlan')
  const warnings = plan?.warnings ?? []
  return {
    id: draft.id,
    version: draft.version,
    state: draft.state,
    caseReference: fields.caseReference ?? null,
    placementReference: fields.placementReference ?? null,
    placement: placementLine(fields, plan),
    whyBasis: whyBasis(fields, plan),
    brought: broughtWords(draft),
    advice: adviceOn(draft),
    may: { confirm: may },
    status: plan?.status ?? null,
    whyNoMeeting: whyNoMeeting(plan, fields),
    meetings: plan?.meetings.map((meeting, n) => meetingIn(current, meeting, n, now)) ?? [],
    planDue: lastDay && planClock ? { date: lastDay, clock: planClock } : null,
    clocks: plan?.clocks ?? [],
    startsAt: fields.placement?.startsAt ?? null,
    siblings: siblingsMean(draft),
    questions: [...openQuestions(draft, may), ...(asked ? [asked] : [])].map(({ id, text, choices }) => ({
      id,
      text,
      choices: choices ?? choicesFor(id),
      example: exampleFor(id) ?? null,
    })),
    warnings: warnings.filter((one) => !isGoodToKnow(one)).map(withWhatToDo),
    goodToKnow: warnings.filter(isGoodToKnow),
    read: readValues(draft, draft.createdBy.objectId === reader.objectId),
    canSchedule: may && hasTimes(current),
    leftUnscheduled: may && isLeftUnscheduled(fields),
    stuck: stuckMeeting(draft),
    canAskOutside: plan?.meetings.some((meeting, n) => couldAsk(meeting, current.offered[n] ?? [], now)) === true,
    timesPassed: hasTimes(draft) && !hasTimes(current),
    arranged: arranged.map(arrangedWords),
    reasons: reasons(idsBehind(draft)),
  }
}

/** A day that has passed may be a slip of the pen: what to do about it stands with it. */
const withWhatToDo = (one: Warning): Warning =>
  one.id === 'late' ? { ...one, text: `${one.text} ${IF_START_IS_WRONG}` } : one

type Reasons = (ids: string[]) => Record<string, string>

function idsBehind({ plan }: Draft): string[] {
  const ofClocks = (plan?.clocks ?? []).flatMap(({ requirements, facts }) => [...requirements, ...facts])
  const ofMeetings = (plan?.meetings ?? []).flatMap(({ deadline }) => deadline?.requirements ?? [])
  return [...new Set([...ofMeetings, ...ofClocks])]
}

const broughtWords = ({ arrived, createdBy, createdAt }: Draft): string =>
  arrived ? `Came by e-mail ${arrivalWords(arrived)}` : `Brought in by ${createdBy.name}, ${momentWords(createdAt)}`

const adviceOn = ({ arrived }: Draft): string[] =>
  arrived ? [senderAdvice(arrived.sender), unreadWords(arrived.unread)].filter((words) => words !== null) : []

function meetingIn(draft: Draft, meeting: MeetingPlan, n: number, now: Instant): DraftMeetingView {
  const { deadline, mustStartBefore, durationMinutes, minimum, attendees } = meeting
  return {
    title: kindLine(meeting),
    deadline,
    workingDaysLeft: deadline && workingDaysLeft(deadline, now),
    mustStartBefore,
    durationMinutes,
    convenor: holder(meeting.convenor),
    chair: holder(meeting.chair),
    minimum,
    attendees: attendees.map(({ key, role, name, part, required, reachedBy, event }) => ({
      key,
      role,
      name: role === 'child' ? 'The child' : name,
      part,
      required,
      reachedBy,
      invited: event !== null,
      ownEvent: event !== null && event !== 'core',
    })),
    where: whereSaid(meeting, draft.fields),
    offered: draft.offered[n] ?? null,
    ways: draft.ways?.[n] ?? [],
    chances: draft.chances?.[n] ?? null,
  }
}

const holder = ({ role, person }: RoleHolder) => ({ role, name: person })

export const arrangedWords = (meeting: PlanningMeeting) => ({
  id: meeting.id,
  ref: meeting.ref,
  words: standsAt(meeting),
})

/** `Being arranged for Mon 21 Dec 2026, 13:30 to 14:30`. */
function standsAt(meeting: PlanningMeeting): string {
  if (isAsking(meeting)) return ASKED_OUTSIDE
  const state = capital(MEETING_STATE_WORDS[meeting.state])
  return 'slot' in meeting ? `${state} for ${slotWords(meeting.slot)}` : state
}

const ASKED_OUTSIDE = 'Those outside are being asked; their answers book it.'
