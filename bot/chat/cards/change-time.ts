/** Choosing, moving and cancelling, folded away until somebody wants to: what happens and who is told is said first. */
import { ASK_OUTSIDE, ASK_OUTSIDE_MEANS } from '../../../shared/placement/draft-words.ts'
import { couldAsk, isAsking } from '../../../shared/times/held-times.ts'
import type { PlanningMeeting } from '../../../shared/meeting/planning-meeting.ts'
import type { Instant } from '../../../shared/dates/time.ts'
import { needsWords } from '../../../shared/times/way-words.ts'
import { inputs } from '../../../shared/wire/card-clicks.ts'
import type { Action, Element } from './card.ts'
import { buttons, folded, press, quiet, strong, text, toggle, write } from './parts.ts'
import { lateReasonInput, timeChoices } from './time-choices.ts'
import { waysPanel } from './ways-out.ts'

const dataOf = ({ id, version }: PlanningMeeting, n: number) => ({ meetingId: id, version, nth: n })

/** A time for a meeting that has none: one that was offered, or one of the reader's own. */
export function chooseSection(meeting: PlanningMeeting, n: number, now: Instant): Element[] {
  const { offered, ways = [], plan } = meeting
  const taking = { verb: 'chooseWay', data: dataOf(meeting, n), inputId: inputs.late(n) }
  return [
    ...(ways.length > 0 ? waysPanel(ways, plan, taking) : offered.length > 0 ? [timeChoices('When?', offered, n)] : []),
    ...ownTime(
      n,
      offered.length > 0 ? 'Or another time' : 'A time of your own',
      ways.some(({ way }) => needsWords(way)),
    ),
    buttons(
      press('Schedule', 'chooseTime', dataOf(meeting, n), { primary: n === 0 }),
      press('Look for free times', 'times', { meetingId: meeting.id }, { withInputs: false }),
      ...(canAsk(meeting, now) ? [press(ASK_OUTSIDE, 'askOutside', dataOf(meeting, n), { withInputs: false })] : []),
    ),
    ...(canAsk(meeting, now) ? [quiet(ASK_OUTSIDE_MEANS)] : []),
  ]
}

/** While those outside are asked there is nothing to do; whoever cannot wait may choose all the same. */
export function askingSection(meeting: PlanningMeeting, n: number, now: Instant): Element[] {
  const id = `choose.${n}`
  return [
    buttons(
      press('Stop asking', 'stopAsking', dataOf(meeting, n), { withInputs: false }),
      toggle('Choose a time at once …', id),
    ),
    folded(id, chooseSection(meeting, n, now)),
  ]
}

const canAsk = (meeting: PlanningMeeting, now: Instant) =>
  !isAsking(meeting) && !meeting.ways?.length && couldAsk(meeting.plan, meeting.offered, now)

export const moveId = (n: number) => `move.${n}`
export const cancelId = (n: number) => `cancel.${n}`

/** Open where times were just looked for: `ways` are kept with no meeting that has a time. */
export function moveSection(meeting: PlanningMeeting, n: number): Element {
  const { offered, ways, plan } = meeting
  const others = offered.filter((slot) => !('slot' in meeting) || slot.start !== meeting.slot.start)
  const isFitting = !ways?.length
  const taking = { verb: 'chooseWay', data: dataOf(meeting, n), inputId: inputs.late(n) }
  const section = folded(moveId(n), [
    strong('Move the meeting'),
    text('Everybody invited gets one update from Outlook with the new time. Answers given so far no longer count.'),
    write(inputs.moveReason(n), 'Why is it moved?', { isMultiline: true, maxLength: 500 }),
    ...(isFitting ? (others.length > 0 ? [timeChoices('To when?', others, n)] : []) : waysPanel(ways, plan, taking)),
    ...ownTime(
      n,
      isFitting && others.length === 0 ? 'To when?' : 'Or another time',
      !isFitting && ways.some(({ way }) => needsWords(way)),
    ),
    buttons(
      press('Move the meeting', 'move', dataOf(meeting, n)),
      press('Look for free times', 'times', { meetingId: meeting.id }, { withInputs: false }),
    ),
  ])
  return ways ? { ...section, isVisible: true } : section
}

export function cancelSection(meeting: PlanningMeeting, n: number): Element {
  return folded(cancelId(n), [
    strong('Cancel the meeting'),
    text('Everybody invited is told by Outlook that it does not take place, and nobody is told why.'),
    write(inputs.cancelReason(n), 'Why? This is kept with the meeting.', { isMultiline: true, maxLength: 500 }),
    buttons(press('Cancel the meeting', 'cancelMeeting', dataOf(meeting, n))),
  ])
}

export const openSections = (n: number, may: { move: boolean; cancel: boolean }): Action[] => [
  ...(may.move ? [toggle('Move …', moveId(n))] : []),
  ...(may.cancel ? [toggle('Cancel …', cancelId(n))] : []),
]

/** `isAsked`: why it is late is asked for on the same card already. */
function ownTime(n: number, label: string, isAsked = false): Element[] {
  return [
    { type: 'Input.Date', id: inputs.ownDay(n), label: `${label}: day` },
    { type: 'Input.Time', id: inputs.ownTime(n), label: 'Start, in London' },
    quiet('Outlook is asked whether everybody who has to come is free before anything is booked.'),
    ...(isAsked ? [] : [lateReasonInput(inputs.late(n))]),
  ]
}
