/** What is still missing before a meeting can be closed: nothing stays blank in silence. Each gap says where to go. */
import { chairsLines, emergencyLines, needsOf, type ChecklistLine } from './checklists.ts'
import type { Minutes } from './minutes.ts'
import { isParentRole, type PlacementConfirmation } from './placement.ts'
import type { Attendee, MeetingPlan, RequirementId } from './plan.ts'

export type Gap = {
  /** The place on the page that it leads to. */
  at: { kind: 'attendance' | 'item' | 'entry' | 'line'; id: string }
  words: string
  requirements: RequirementId[]
}

/** Questions that every record answers, beside the two checklists. */
export function recordLines(meeting: MeetingPlan, confirmation: PlacementConfirmation): ChecklistLine[] {
  const yesOrWhy = [
    { value: 'yes', words: 'Yes', needs: [] },
    { value: 'no', words: 'No', needs: ['why' as const] },
  ]
  const line = (id: string, title: string, options: ChecklistLine['options'], requirements: RequirementId[]) => ({
    id,
    title,
    options,
    preset: null,
    required: true,
    requirements,
  })
  const contribution = (of: string, title: string) =>
    line(
      `contribution:${of}`,
      title,
      [
        { value: 'given', words: 'In their words', needs: ['text'] },
        { value: 'none', words: 'None', needs: ['why'] },
      ],
      ['R-067', 'R-163'],
    )
  const roles = new Set(meeting.attendees.map(({ role }) => role))
  const lines = [
    line('purposeExplained', 'Did everyone understand what the meeting is for and how it is run?', yesOrWhy, ['R-048']),
    line('viewsInvited', 'Was each person asked for their views and suggestions?', yesOrWhy, ['R-048']),
    line(
      'childsVoice',
      "The child's own words, or how their views were gathered",
      [{ value: 'given', words: 'Written down', needs: ['text'] }],
      ['R-068', 'R-056'],
    ),
    contribution('child', 'What the child contributed'),
    contribution('parents', 'What the parents or family contributed'),
    contribution('carer', roles.has('registeredManager') ? 'What the home contributed' : 'What the carers contributed'),
    contribution('childsSocialWorker', 'What the social worker contributed'),
  ]
  return confirmation.child.unaccompaniedAsylumSeeking && ![...roles].some(isParentRole)
    ? lines.filter(({ id }) => id !== 'contribution:parents')
    : lines
}

export function gapsOf(meeting: MeetingPlan, confirmation: PlacementConfirmation, minutes: Minutes): Gap[] {
  return [
    ...attendanceGaps(meeting, minutes),
    ...itemGaps(meeting, confirmation, minutes),
    ...actionGaps(minutes),
    ...lineGaps(emergencyLines(meeting, minutes.lines), minutes),
    ...lineGaps(chairsLines(meeting), minutes),
    ...lineGaps(recordLines(meeting, confirmation), minutes),
  ]
}

function attendanceGaps(meeting: MeetingPlan, { attendance }: Minutes): Gap[] {
  return meeting.attendees.filter(hasPlaceInRecord).flatMap(({ key, name, role }) => {
    const { state, how } = attendance[key] ?? {}
    const who = role === 'child' ? 'the child' : name
    const at = { kind: 'attendance' as const, id: key }
    if (!state) return [{ at, words: `Attendance of ${who} is not recorded`, requirements: ['R-069'] }]
    if ((state === 'contributed' || state === 'viewsConsidered') && !how?.trim()) {
      return [{ at, words: `How the views of ${who} came in is not recorded`, requirements: ['R-069', 'P-50'] }]
    }
    return []
  })
}

/** Those who are only told of the meeting are not part of its record. */
export const hasPlaceInRecord = ({ part }: Attendee): boolean => part !== 'informed'

function itemGaps(meeting: MeetingPlan, confirmation: PlacementConfirmation, minutes: Minutes): Gap[] {
  return meeting.agenda.flatMap(({ item, title, requirements }) => {
    // The checklists and the list of actions fill their own items.
    if (item === 'AG-24' || item === 'AG-25' || item === 'AG-26') return []
    const written = minutes.entries.some((entry) => entry.item === item && entry.text.trim() !== '')
    const outcome = minutes.items[item]
    const safety = item === 'AG-14' && (confirmation.child.missingHistory || confirmation.child.protectionConcern)
    if (written) return []
    const at = { kind: 'item' as const, id: item }
    if (safety) {
      return [
        { at, words: `${title}: the plan that keeps the child safe each day is missing`, requirements: ['R-111'] },
      ]
    }
    if (outcome?.notDiscussed && outcome.owner && outcome.by) return []
    if (outcome?.notDiscussed) {
      return [{ at, words: `${title}: not discussed, but who takes it on and by when is missing`, requirements }]
    }
    return [{ at, words: `${title}: nothing is written`, requirements }]
  })
}

function actionGaps({ entries }: Minutes): Gap[] {
  return entries
    .filter(({ type, text }) => type === 'action' && text.trim() !== '')
    .filter(({ who, due }) => !who || !due)
    .map(({ id, text, who, due }) => ({
      at: { kind: 'entry' as const, id },
      words: `The action "${text.trim().slice(0, 60)}" needs ${!who && !due ? 'an owner and a date' : !who ? 'an owner' : 'a date'}`,
      requirements: ['R-117', 'R-215'],
    }))
}

const NEED_WORDS = {
  answer: 'an answer',
  why: 'a reason',
  owner: 'an owner',
  by: 'a date',
  text: 'some words',
} as const

function lineGaps(lines: ChecklistLine[], { lines: answers }: Minutes): Gap[] {
  return lines.flatMap((line) => {
    const needs = needsOf(line, answers[line.id])
    if (needs.length === 0) return []
    const missing = needs.map((need) => NEED_WORDS[need]).join(' and ')
    return [
      {
        at: { kind: 'line' as const, id: line.id },
        words: `${line.title}: ${missing} needed`,
        requirements: line.requirements,
      },
    ]
  })
}
