/**
 * What was understood of a placement confirmation, what follows from it, and what is still to be said, before anything
 * is sent. It becomes the meeting's card when somebody presses Schedule.
 */
import type { Draft } from '../../../shared/placement/draft.ts'
import {
  ASK_OUTSIDE,
  ASK_OUTSIDE_MEANS,
  hasTimes,
  IF_START_IS_WRONG,
  isGoodToKnow,
  kindLine,
  NO_TIME,
  OUTLOOK_AWAY,
  stuckMeeting,
  TIMES_WAIT,
  whyNoMeeting,
} from '../../../shared/placement/draft-words.ts'
import { couldAsk } from '../../../shared/times/held-times.ts'
import { openQuestions, type Open } from '../../../shared/placement/open-questions.ts'
import { isLeftUnscheduled } from '../../../shared/placement/queried.ts'
import { arrivalWords, senderAdvice, unreadWords } from '../../../shared/letters/mail-words.ts'
import { siblingQuestion, siblingsMean } from '../../../shared/placement/sibling-words.ts'
import type { MeetingPlan, Warning } from '../../../shared/meeting/plan.ts'
import type { Instant } from '../../../shared/dates/time.ts'
import { inputs } from '../../../shared/wire/card-clicks.ts'
import type { Action, Card, Element } from './card.ts'
import { buttons, card, heading, notice, plain, press, quiet, row, strong, text, toggle } from './parts.ts'
import { dueRows, leadRows, placementRow, referencesLine, whereRow, whoRow } from './plan-rows.ts'
import { questionInputs } from './question-inputs.ts'
import { chancesLine, lateReasonInput, timeChoices } from './time-choices.ts'
import { waysPanel } from './ways-out.ts'
import { understood, UNDERSTOOD } from './understood.ts'

export type DraftCardOptions = {
  now: Instant
  /** Whether the reader's press may confirm the placement. */
  mayConfirm: boolean
  /** Said first: what was wrong with the last press, or what has changed. */
  notice?: string
  /** What was typed into the card before it had to be drawn again. */
  typed?: { answers?: Record<string, string>; chosen?: (Instant | undefined)[]; lateReason?: string }
}

export function draftCard(draft: Draft, options: DraftCardOptions): Card {
  const { fields, plan } = draft
  const open = openQuestions(draft, options.mayConfirm)
  return card(
    'A placement confirmation is to be checked. Please open it in a newer Teams.',
    [
      heading('Placement confirmation'),
      quiet(referencesLine(fields)),
      ...(options.notice ? [notice(options.notice)] : []),
      ...arrivalRows(draft),
      ...placementRow(fields, plan),
      ...(plan?.meetings.flatMap((meeting, n) => meetingRows(draft, meeting, n, options)) ?? []),
      ...siblingRows(draft, options),
      ...standing(draft),
      ...warnings(plan?.warnings ?? []),
      ...questions(open, options),
      ...times(draft, open, options),
      ...officesShut(plan?.warnings ?? []),
      ...(options.mayConfirm && asksOutside(draft, options.now) ? [quiet(ASK_OUTSIDE_MEANS)] : []),
      ...(options.mayConfirm ? [] : [notice(WAITS_FOR_OFFICER)]),
      understood(draft),
    ],
    actionsOn(draft, open, options),
  )
}

export const DRAFT_SUMMARY = 'A placement confirmation is to be checked'

const WAITS_FOR_OFFICER =
  'A placement officer, a manager or the emergency duty team has to confirm this placement. Ask one of them to paste the same message to me: your answers are kept, and the Schedule button is theirs.'

/** How it came by mail, and what to look at before its words are acted on. */
function arrivalRows({ arrived }: Draft): Element[] {
  if (!arrived) return []
  const advice = [senderAdvice(arrived.sender), unreadWords(arrived.unread)].filter((words) => words !== null)
  return [...row('Came by e-mail', arrivalWords(arrived)), ...advice.map((words) => notice(words))]
}

function meetingRows(draft: Draft, meeting: MeetingPlan, n: number, { now }: DraftCardOptions): Element[] {
  return [
    strong(kindLine(meeting)),
    ...dueRows(meeting, draft.plan!, now, n),
    ...leadRows(meeting),
    ...whoRow(meeting, n),
    ...whereRow(meeting, draft.fields, n),
  ]
}

/** Who is placed together with the child; or whether somebody is, with a button for each answer. */
function siblingRows(draft: Draft, { mayConfirm }: DraftCardOptions): Element[] {
  const means = siblingsMean(draft)
  if (means) return row('Brothers and sisters', means)
  const asked = siblingQuestion(draft, mayConfirm)
  if (!asked) return []
  const data = { draftId: draft.id, version: draft.version }
  return [
    notice(asked.text),
    buttons(...asked.choices.map(({ title, value }) => press(title, 'preview', { ...data, [asked.id]: value }))),
  ]
}

/** Why there is no meeting to be seen, where there is none. */
function standing({ plan, fields }: Draft): Element[] {
  const why = whyNoMeeting(plan, fields)
  return why ? [text(why)] : []
}

function warnings(all: Warning[]): Element[] {
  const notes = all.filter(isGoodToKnow)
  const count =
    notes.length === 1 ? 'One note on the law and the practice' : `${notes.length} notes on the law and the practice`
  return [
    ...all.filter((one) => !notes.includes(one) && one.id !== 'officesShut').map((one) => notice(warningWords(one))),
    ...(notes.length > 0
      ? row('Good to know', count, { id: 'notes', asks: 'Show', lines: notes.map((one) => plain(one.text, 500)) })
      : []),
  ]
}

/** Bears on which of the times is chosen, and stands with them in a line; what it means unfolds. */
const officesShut = (all: Warning[]): Element[] =>
  all
    .filter(({ id }) => id === 'officesShut')
    .flatMap(({ id, text: words }) => {
      const [when = '', ...meaning] = words.split(/(?<=[.]) /)
      return row('Few people may be there', when, { id, asks: 'What it means', lines: meaning })
    })

/** What to do about it stands with it. */
const warningWords = ({ id, text: words }: Warning): string =>
  id === 'late' ? `${plain(words, 500)} ${IF_START_IS_WRONG}` : plain(words, 500)

function questions(open: Open[], { typed }: DraftCardOptions): Element[] {
  if (open.length === 0) return []
  const title = open.length === 1 ? 'This needs an answer' : `${open.length} things need an answer`
  return [{ ...strong(title), separator: true }, ...questionInputs(open, typed?.answers)]
}

function times(draft: Draft, open: Open[], { typed }: DraftCardOptions): Element[] {
  const { plan, offered, chances } = draft
  if (!plan || plan.status === 'provisional' || plan.status === 'noMeeting') return []
  const stuck = stuckMeeting(draft)
  const several = plan.meetings.length > 1
  const elements = plan.meetings.flatMap((meeting, n): Element[] => {
    const slots = offered[n]
    const label = several ? `When? ${kindLine(meeting)}` : 'When?'
    const left = chancesLine(chances?.[n])
    if (n === stuck) {
      const data = { draftId: draft.id, version: draft.version, nth: n }
      const taking = { verb: 'schedule', data, inputId: inputs.lateReason, typed: typed?.lateReason }
      return [...left, ...waysPanel(draft.ways![n]!, meeting, taking)]
    }
    if (slots?.length) return [...left, timeChoices(label, slots, n, typed?.chosen?.[n])]
    return [notice(slots ? NO_TIME : OUTLOOK_AWAY)]
  })
  const late = stuck === null && offered.some((slots) => slots?.some(({ inTime }) => !inTime))
  if (elements.length === 0 && open.length > 0) return [quiet(TIMES_WAIT)]
  return [...elements, ...(late ? [lateReasonInput(inputs.lateReason, typed?.lateReason)] : [])]
}

function actionsOn(draft: Draft, open: Open[], { mayConfirm, now }: DraftCardOptions): Action[] {
  const data = { draftId: draft.id, version: draft.version }
  const timed = hasTimes(draft)
  const schedule = timed ? 'Schedule' : open.length > 0 ? 'Show times' : 'Look again'
  // What has to be given up is chosen where it is offered: no press books it by itself.
  const isStuck = stuckMeeting(draft) !== null
  return [
    ...(mayConfirm && isStuck ? [press('Look again', 'preview', data, { primary: true })] : []),
    ...(mayConfirm && !isStuck && draft.plan?.status !== 'noMeeting'
      ? [press(schedule, 'schedule', data, { primary: true })]
      : []),
    ...(mayConfirm && isLeftUnscheduled(draft.fields)
      ? [press('Keep without a meeting', 'schedule', data, { primary: true, withInputs: false })]
      : []),
    ...(mayConfirm && timed && asksOutside(draft, now)
      ? [press(ASK_OUTSIDE, 'schedule', { ...data, outsideFirst: 1 })]
      : []),
    ...(mayConfirm || open.length === 0 ? [] : [press('Keep my answers', 'preview', data, { primary: true })]),
    press('Change', 'change', data, { withInputs: false }),
    press('Not a placement', 'cancel', data, { withInputs: false }),
    toggle('What I understood', UNDERSTOOD),
  ]
}

const asksOutside = ({ plan, offered }: Draft, now: Instant) =>
  plan?.meetings.some((meeting, n) => couldAsk(meeting, offered[n] ?? [], now)) === true
