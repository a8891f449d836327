/** How a placement's planning meetings stand, for those who arrange them. One card, redrawn in place at each change. */
import { calledWords } from '../../../shared/meeting/called-words.ts'
import { isAsking } from '../../../shared/times/held-times.ts'
import { heldTimesLines, heldTimesView } from '../../../shared/times/held-times-view.ts'
import { missingFromMinimum } from '../../../shared/meeting/meeting-view.ts'
import { keepsToDates, mayDo, type Reader } from '../../../shared/people/permissions.ts'
import type { Placement } from '../../../shared/placement/placement-case.ts'
import { roleOf, type PersonKey } from '../../../shared/placement/placement.ts'
import type { Answer, AnswerChoice, ArrangeProblem, PlanningMeeting } from '../../../shared/meeting/planning-meeting.ts'
import { isInTime } from '../../../shared/times/slots.ts'
import { deadlineWords } from '../../../shared/meeting/standing.ts'
import type { MeetingPlan } from '../../../shared/meeting/plan.ts'
import { slotWords, type Instant } from '../../../shared/dates/time.ts'
import { takenWords } from '../../../shared/times/way-words.ts'
import { ANSWER_WORDS, ROLE_WORDS } from '../../../shared/words.ts'
import { askedParts } from './asked-parts.ts'
import { caseOffAction, caseOffSection, caseStands } from './case-off.ts'
import { changeParts } from './change-rows.ts'
import { chancesLine } from './time-choices.ts'
import { askingSection, cancelSection, chooseSection, moveSection, openSections } from './change-time.ts'
import type { Action, Card, Element } from './card.ts'
import { withoutMeeting } from './without-meeting.ts'
import { concernParts } from './concerns.ts'
import { editSection, pendingParts } from './edit-section.ts'
import { buttons, card, heading, link, listed, notice, plain, press, quiet, row, strong, text } from './parts.ts'
import { dueRows, leadRows, placementRow, referencesLine, whereRow, whoRow } from './plan-rows.ts'
import { kindLine, placementLine } from '../../../shared/placement/draft-words.ts'
import { questionInputs } from './question-inputs.ts'

export type MeetingCardOptions = {
  now: Instant
  reader: Reader
  tabUrl: (meetingId: PlanningMeeting['id']) => string
  notice?: string
}

export function meetingCard(placement: Placement, meetings: PlanningMeeting[], options: MeetingCardOptions): Card {
  const isToDo = meetings.some(({ state }) => state === 'toArrange')
  return card(
    'A planning meeting has changed. Please open it in a newer Teams.',
    [
      heading(meetings.length === 1 ? `Planning meeting ${meetings[0]!.ref}` : 'Planning meetings'),
      ...(options.notice ? [notice(options.notice)] : []),
      ...caseStands(placement, options.reader),
      ...changeParts(placement, meetings, options.reader),
      ...askedParts(placement, meetings, options.reader),
      // Whoever has to choose a time reads first what it is for; afterwards how it stands comes first.
      ...(isToDo ? about(placement, isToDo) : []),
      ...meetings.flatMap((meeting, n) => meetingPart(placement, meeting, n, meetings.length > 1, options)),
      ...(meetings.length === 0 ? withoutMeeting(placement, options.reader) : []),
      ...(isToDo ? [] : about(placement, isToDo)),
      ...caseOffSection(placement, options.reader),
    ],
    [...(meetings.length === 1 ? actionsOn(placement, meetings[0]!, 0, options) : []), ...onCase(placement, options)],
  )
}

/** What is about the placement as a whole. */
const onCase = (placement: Placement, { reader }: MeetingCardOptions): Action[] =>
  placement.cancelled || keepsToDates(reader, placement)
    ? []
    : [
        press('Further meeting …', 'furtherForm', { placementId: placement.id }, { withInputs: false }),
        ...caseOffAction(placement, reader),
      ]

function about({ confirmation, plan }: Placement, inFull: boolean): Element[] {
  if (inFull) return [quiet(referencesLine(confirmation)), ...placementRow(confirmation, plan)]
  return [quiet(`${referencesLine(confirmation)} · ${placementLine(confirmation, plan)}`)]
}

export const meetingSummary = (meetings: PlanningMeeting[]): string =>
  meetings.length === 1 ? `Planning meeting ref ${meetings[0]!.ref}` : 'Planning meetings of a placement'

function meetingPart(
  placement: Placement,
  meeting: PlanningMeeting,
  n: number,
  several: boolean,
  options: MeetingCardOptions,
): Element[] {
  const { now, reader } = options
  const may = (action: Parameters<typeof mayDo>[0]) => mayDo(action, reader, placement, meeting)
  const title = several ? `${kindLine(meeting.plan)} · ${meeting.ref}` : kindLine(meeting.plan)
  return [
    { ...(several ? strong(title) : quiet(title)), separator: n > 0 },
    ...stands(placement, meeting, now),
    ...(meeting.called && isOpen(meeting) ? row('Why', plain(calledWords(meeting.called))) : []),
    ...(meeting.wayTaken && meeting.state !== 'cancelled' ? [quiet(plain(takenWords(meeting.wayTaken), 600))] : []),
    ...concernParts(meeting, n, may('move')),
    ...(may('changePeople') ? pendingParts(meeting, n) : []),
    ...(meeting.state === 'toArrange' ? whatIsDue(placement, meeting, n, now) : [quiet(inShort(meeting))]),
    ...(meeting.state === 'toArrange' && may('schedule') ? toDo(placement, meeting, n, now) : []),
    ...(several ? [buttons(...actionsOn(placement, meeting, n, options))] : []),
    ...(meeting.state === 'arranged' && may('move') ? [moveSection(meeting, n)] : []),
    ...(meeting.state === 'arranged' && may('changePeople') ? editSection(meeting, n) : []),
    ...(isOpen(meeting) && may('cancel') ? [cancelSection(meeting, n)] : []),
  ]
}

const isOpen = ({ state }: PlanningMeeting) => state !== 'held' && state !== 'cancelled'

/** All that helps to choose a time. */
const whatIsDue = (placement: Placement, { plan }: PlanningMeeting, n: number, now: Instant): Element[] => [
  ...dueRows(plan, placement.plan, now, n),
  ...leadRows(plan),
  ...whoRow(plan, n),
  ...whereRow(plan, placement.confirmation, n),
]

/** Once a time is found, the card needs to say no more than by when it was due, and who leads. */
function inShort({ plan: { deadline, convenor, chair } }: PlanningMeeting): string {
  const named = (duty: string, { person }: MeetingPlan['chair']) => person && `${duty} ${plain(person, 80)}`
  const leads =
    convenor.key && convenor.key === chair.key
      ? [named('convenor and chair', convenor)]
      : [named('convenor', convenor), named('chair', chair)]
  return [deadline && `To be held by ${deadlineWords(deadline)}`, ...leads].filter(Boolean).join(' · ')
}

/** The first thing to be read: where it stands, and what happens next. */
function stands(placement: Placement, meeting: PlanningMeeting, now: Instant): Element[] {
  switch (meeting.state) {
    case 'toArrange': {
      const asks = placement.plan.questions.length > 0
      const held = heldTimesView(meeting)
      if (held?.open) return heldTimesLines(held).map((line, n) => (n === 0 ? strong(line) : text(line)))
      const words = meeting.problem
        ? PROBLEM_NEXT[meeting.problem]
        : `Not yet arranged. ${asks ? ANSWER_FIRST : CHOOSE}`
      return [
        notice(words, meeting.problem ? 'attention' : 'warning'),
        ...(held ? heldTimesLines(held).map(text) : []),
        ...chancesLine(meeting.chances),
      ]
    }
    case 'arranging':
      return [
        text(
          `Being arranged for ${slotWords(meeting.slot)}. Outlook is being asked; this card changes when it is done.`,
        ),
      ]
    case 'arranged':
      return arrangedLines(meeting, now)
    case 'held':
      return [text(`Held on ${slotWords(meeting.slot)}. The record is closed; it is in Planning.`)]
    case 'cancelled':
      return [text('Cancelled. Everybody who was invited is told by Outlook.')]
  }
}

const ANSWER_FIRST = 'Answer what is open, then choose a time.'
const CHOOSE = 'Choose a time.'

const PROBLEM_NEXT: Record<ArrangeProblem, string> = {
  noFreeTime:
    'Not arranged: no time is left at which everybody who has to come is free. Ask them to make room, or choose a time of your own.',
  timeTaken: 'Not arranged: somebody who has to come was booked for that time in the meantime. Choose another time.',
  notSettledOutside:
    'Not arranged: the hour for answers from outside has passed, and they did not settle a time. Ring those who have not answered, and choose a time.',
  outlookUnreachable:
    'Not arranged: Outlook could not be reached for two hours. Choose a time again, and it is tried anew.',
  outlookRefused:
    'Not arranged: Outlook refused to book it. Choose a time again; if that fails, ask the administrator to look at the mailbox that sends the invitations.',
  deletedInOutlook:
    'Not arranged: somebody deleted the invitation in Outlook while it was being sent. Ask them why; then choose a time again, or cancel the meeting here.',
}

function arrangedLines(meeting: PlanningMeeting & { state: 'arranged' }, now: Instant): Element[] {
  const coming = meeting.plan.attendees.filter(({ event }) => event !== null)
  const answered = coming.filter(({ key }) => meeting.answers[key])
  const over = now >= meeting.slot.end
  const when = `${over ? 'Was arranged for' : 'Arranged for'} ${slotWords(meeting.slot)}`
  const missing = missingFromMinimum(meeting)
  return [
    strong(`${when} · ${answered.length} of ${coming.length} have answered`),
    ...answerLines(meeting),
    ...outOfTime(meeting, now),
    ...(over ? [notice('The record is open. Finish the minutes in Planning.')] : []),
    ...(missing.length > 0 && !over
      ? [
          notice(
            `Below the minimum: nobody comes as ${listed(missing.map((role) => ROLE_WORDS[role]))}. Move the meeting, or find somebody to stand in.`,
            'attention',
          ),
        ]
      : []),
  ]
}

/** Its placement has changed since, and nobody has said why it is held late. */
function outOfTime({ plan, slot, lateReason }: PlanningMeeting & { state: 'arranged' }, now: Instant): Element[] {
  if (lateReason || slot.start <= now || isInTime(slot.start, plan)) return []
  const by = plan.deadline ? ` It has to be held by ${deadlineWords(plan.deadline)}.` : ''
  return [
    notice(`This time is not in time any more, since the placement has changed.${by} Please move it.`, 'attention'),
  ]
}

/** Who said what, by role: names are in Planning. */
function answerLines({ answers }: PlanningMeeting): Element[] {
  const said = new Map<AnswerChoice, string[]>()
  for (const [key, { choice }] of Object.entries(answers) as [PersonKey, Answer][]) {
    said.set(choice, [...(said.get(choice) ?? []), ROLE_WORDS[roleOf(key)]])
  }
  const lines = [...said].map(([choice, roles]) => `${ANSWER_WORDS[choice]}: ${listed(roles)}`)
  return lines.length > 0 ? [quiet(lines.join(' · '))] : []
}

/** What the reader is asked for: open questions first, then a time. */
function toDo(placement: Placement, meeting: PlanningMeeting, n: number, now: Instant): Element[] {
  const { questions } = placement.plan
  if (questions.length === 0) return isAsking(meeting) ? askingSection(meeting, n, now) : chooseSection(meeting, n, now)
  // The questions belong to the placement: they are asked once, however many meetings it has.
  if (n > 0) return []
  const data = { meetingId: meeting.id, version: meeting.version, nth: n }
  return [
    ...questionInputs(questions),
    buttons(press('Keep these answers', 'answerQuestions', data, { primary: true })),
  ]
}

function actionsOn(
  placement: Placement,
  meeting: PlanningMeeting,
  n: number,
  { reader, tabUrl }: MeetingCardOptions,
): Action[] {
  const may = {
    move: meeting.state === 'arranged' && mayDo('move', reader, placement, meeting),
    cancel: isOpen(meeting) && mayDo('cancel', reader, placement, meeting),
  }
  return [link('Open in Planning', tabUrl(meeting.id)), ...openSections(n, may)]
}
