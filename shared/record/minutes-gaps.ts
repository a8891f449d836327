/** What is still missing before a meeting can be closed: nothing stays blank in silence. Each gap says where to go. */
import { asksHow } from './attendance.ts'
import { chairsLines } from './chairs-checklist.ts'
import { agendaInUse } from '../agenda/agenda-in-use.ts'
import { BELOW_MINIMUM } from './below-minimum.ts'
import { isInTheRoom } from './attendance.ts'
import { needsOf, standingAnswer, type ChecklistLine } from './checklists.ts'
import { lastDayOf } from '../deadlines/clocks.ts'
import {
  AUTHORITY_ITEM,
  authorityDuties,
  authorityGaps,
  isUntouched,
  type AuthorityDuties,
} from './delegated-authority.ts'
import { emergencyLines } from './emergency-checklist.ts'
import { householdGaps, residentsOf, type Resident } from '../people/household.ts'
import { itemQuestions, PARENT_UNDERSTANDS, RISK_ITEM, hasConcerns, MORE_RESOURCES } from './item-questions.ts'
import type { LineAnswer, Minutes } from './minutes.ts'
import { nextMeetingQuestion } from './next-meeting.ts'
import { linesAboutWhoCame } from './who-came.ts'
import {
  isParentRole,
  needsSafetyPlan,
  type PersonKey,
  type PlacementConfirmation,
  type Role,
} from '../placement/placement.ts'
import type { AgendaItem, Attendee, Clock, MeetingPlan, RequirementId } from '../meeting/plan.ts'
import { dayWords, type LocalDate } from '../dates/time.ts'

export type Gap = {
  /** The place on the page that it leads to. */
  at: { kind: 'attendance' | 'item' | 'entry' | 'line' | 'authority' | 'resident' | 'position'; id: string }
  words: string
  requirements: RequirementId[]
}

/** Of a child who came alone; that somebody is found is said over it (R-057, E-38). */
const PARENTS_NOT_KNOWN: ChecklistLine = {
  id: 'parentsKnown',
  title: 'The parents',
  options: [
    { value: 'notKnown', words: 'Not known, or not to be reached', needs: [] },
    { value: 'found', words: 'Found since', needs: ['text'] },
  ],
  preset: 'notKnown',
  required: true,
  requirements: ['R-057', 'E-38'],
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
  const contribution = (of: string, title: string): ChecklistLine => ({
    ...line(
      `contribution:${of}`,
      title,
      [
        { value: 'given', words: 'In their words', needs: ['text'] },
        { value: 'none', words: 'None', needs: ['why'] },
      ],
      ['R-067', 'R-163'],
    ),
    open: true,
  })
  const roles = new Set(meeting.attendees.map(({ role }) => role))
  const lines = [
    line('purposeExplained', 'Did everyone understand what the meeting is for and how it is run?', yesOrWhy, ['R-048']),
    line('viewsInvited', 'Was each person asked for their views and suggestions?', yesOrWhy, ['R-048']),
    {
      ...line(
        'childsVoice',
        "The child's own words, and how their views were gathered",
        [{ value: 'given', words: 'Written down', needs: ['text'] }],
        ['R-068', 'R-056'],
      ),
      open: true,
    },
    contribution('child', 'What the child contributed'),
    contribution('parents', 'What the parents or family contributed'),
    contribution('carer', roles.has('registeredManager') ? 'What the home contributed' : 'What the carers contributed'),
    contribution('childsSocialWorker', 'What the social worker contributed'),
  ]
  const questions = [
    ...itemQuestions(meeting, confirmation.placement.type, confirmation.child),
    ...nextMeetingQuestion(meeting),
  ]
  return confirmation.child.unaccompaniedAsylumSeeking && ![...roles].some(isParentRole)
    ? [...questions, ...lines.map((one) => (one.id === 'contribution:parents' ? PARENTS_NOT_KNOWN : one))]
    : [...questions, ...lines]
}

/**
 * What the record of a meeting has to answer, without anything that its writers may not see: from this the tab works
 * out the gaps of what is being written just as the server does when the meeting is closed.
 */
export type RecordDuties = Pick<MeetingPlan, 'emergencyChecklist' | 'triggers'> & {
  attendees: { key: PersonKey; role: Role; name: string; inRecord: boolean }[]
  minimum: { roles: Role[] }
  agenda: (Pick<AgendaItem, 'item' | 'title' | 'requirements'> & { place?: number })[]
  /** "Keeping safe" may not be put off. */
  safetyPlanNeeded: boolean
  /** The last day that the law leaves for the date given on a line, by line id. */
  lastDays?: Record<string, LocalDate>
  chairsLines: ChecklistLine[]
  recordLines: ChecklistLine[]
  /** Who may decide what for the child; `null` where the agenda does not ask. */
  authority?: AuthorityDuties | null
  /** Who is known to live in the house. */
  residents?: Resident[]
}

/** When the meeting is held, and which clocks run beside it: both limit the dates that may be given. */
export type HeldWhen = { heldOn: LocalDate | null; clocks: Clock[] }

export function recordDuties(meeting: MeetingPlan, confirmation: PlacementConfirmation, when?: HeldWhen): RecordDuties {
  return {
    emergencyChecklist: meeting.emergencyChecklist,
    triggers: meeting.triggers,
    attendees: meeting.attendees.map((attendee) => ({
      key: attendee.key,
      role: attendee.role,
      name: attendee.name,
      inRecord: hasPlaceInRecord(attendee),
    })),
    minimum: { roles: meeting.minimum },
    agenda: meeting.agenda,
    safetyPlanNeeded: needsSafetyPlan(confirmation.child),
    chairsLines: chairsLines(meeting),
    recordLines: recordLines(meeting, confirmation),
    authority: meeting.agenda.some(({ item }) => item === AUTHORITY_ITEM)
      ? authorityDuties(meeting.attendees, confirmation.placement.type ?? null)
      : null,
    residents: residentsOf(meeting.attendees, confirmation.placement.household),
    lastDays: when ? lastDaysOf(meeting, when) : {},
  }
}

/** "Not yet known" is settled inside the plan's time, notice is given inside its own, and people meet again inside the meeting's; not once that has passed. */
function lastDaysOf({ deadline }: MeetingPlan, { heldOn, clocks }: HeldWhen): Record<string, LocalDate> {
  const limited: [lines: string[], lastDay: LocalDate | null][] = [
    [['EM-1'], lastDayOf('placementPlan', clocks)],
    [['CH-3a', 'CH-3b', 'CH-3c', 'CH-3d'], lastDayOf('notifications', clocks)],
    [[BELOW_MINIMUM], deadline?.date ?? null],
  ]
  return Object.fromEntries(
    limited.flatMap(([lines, lastDay]) =>
      heldOn && lastDay && heldOn <= lastDay ? lines.map((line) => [line, lastDay]) : [],
    ),
  )
}

export const gapsOf = (
  meeting: MeetingPlan,
  confirmation: PlacementConfirmation,
  minutes: Minutes,
  when?: HeldWhen,
): Gap[] => gapsIn(recordDuties(meeting, confirmation, when), minutes)

export function gapsIn(planned: RecordDuties, minutes: Minutes): Gap[] {
  const duties = { ...planned, agenda: agendaInUse(planned.agenda, minutes) }
  return [
    ...attendanceGaps(duties, minutes),
    ...lineGaps(linesAboutWhoCame(duties, minutes), duties, minutes),
    ...itemGaps(duties, minutes),
    ...actionGaps(minutes),
    ...lineGaps(emergencyLines(duties, minutes.lines), duties, minutes),
    ...lineGaps(duties.chairsLines, duties, minutes),
    ...lineGaps(linesToAnswer(duties, minutes), duties, minutes),
    ...tableGaps(duties, minutes),
    ...positionGaps(duties, minutes),
  ]
}

function attendanceGaps({ attendees }: RecordDuties, { attendance }: Minutes): Gap[] {
  return attendees
    .filter(({ inRecord }) => inRecord)
    .flatMap(({ key, name, role }) => {
      const { state, how } = attendance[key] ?? {}
      const who = role === 'child' ? 'the child' : name
      const at = { kind: 'attendance' as const, id: key }
      if (!state) return [{ at, words: `Attendance of ${who} is not recorded`, requirements: ['R-069'] }]
      if (asksHow(state) && !how?.trim()) {
        return [{ at, words: `How the views of ${who} came in is not recorded`, requirements: ['R-069', 'P-50'] }]
      }
      return []
    })
}

/** Those who are only told of the meeting are not part of its record. */
export const hasPlaceInRecord = ({ part }: Attendee): boolean => part !== 'informed'

/** The checklists and the list of actions fill their own items. */
export const FILLED_BY_THEMSELVES = ['AG-24', 'AG-25', 'AG-26']

/** Nothing is written under an item, answered or filled in. */
export function isSilent(item: string, duties: Pick<RecordDuties, 'recordLines'>, minutes: Minutes): boolean {
  if (minutes.entries.some((entry) => entry.item === item && entry.text.trim() !== '')) return false
  if (item === AUTHORITY_ITEM && !isUntouched(minutes)) return false
  if (item === RISK_ITEM && Object.values(minutes.household ?? {}).some(({ text }) => text?.trim())) return false
  return duties.recordLines.every(
    (line) => line.item !== item || line.beside || standingAnswer(line, minutes.lines[line.id]) === null,
  )
}

/**
 * The questions for the record that are asked as things stand: those of an item where nothing is said yet are one gap
 * with it; whether a parent understands is asked where a parent is, and for more resources where there are
 * concerns.
 */
function linesToAnswer(duties: RecordDuties, minutes: Minutes): ChecklistLine[] {
  const parentIsHere = duties.attendees.some(
    ({ key, role }) => isParentRole(role) && isInTheRoom(minutes.attendance[key]?.state),
  )
  return duties.recordLines
    .filter(({ item }) => !item || FILLED_BY_THEMSELVES.includes(item) || !isSilent(item, duties, minutes))
    .map((line) => {
      const isAsked =
        (line.id === PARENT_UNDERSTANDS && parentIsHere) || (line.id === MORE_RESOURCES && hasConcerns(minutes.lines))
      return isAsked ? { ...line, required: true } : line
    })
}

function tableGaps(duties: RecordDuties, minutes: Minutes): Gap[] {
  const speaks = (item: string) => !isSilent(item, duties, minutes)
  return [
    ...(speaks(RISK_ITEM) ? householdGaps(duties.residents ?? [], minutes) : []),
    ...(duties.authority && speaks(AUTHORITY_ITEM) ? authorityGaps(duties.authority, minutes) : []),
  ]
}

/** Whoever does not agree, or only in part, is heard in their own words (R-163, E-51). */
function positionGaps({ attendees }: RecordDuties, { positions = {} }: Minutes): Gap[] {
  return attendees
    .filter(({ key }) => {
      const { answer, text } = positions[key] ?? {}
      return answer !== undefined && answer !== 'agree' && !text?.trim()
    })
    .map(({ key, role, name }) => ({
      at: { kind: 'position', id: key },
      words: `What ${role === 'child' ? 'the child' : name} does not agree with is missing`,
      requirements: ['R-163', 'E-51'],
    }))
}

function itemGaps(duties: RecordDuties, minutes: Minutes): Gap[] {
  const { agenda, safetyPlanNeeded } = duties
  return agenda.flatMap(({ item, title, requirements }) => {
    if (FILLED_BY_THEMSELVES.includes(item)) return []
    const outcome = minutes.items[item]
    if (!isSilent(item, duties, minutes)) return []
    const at = { kind: 'item' as const, id: item }
    if (item === 'AG-14' && safetyPlanNeeded) {
      return [
        { at, words: about(title, 'the plan that keeps the child safe each day is missing'), requirements: ['R-111'] },
      ]
    }
    if (outcome?.notDiscussed && outcome.owner && outcome.by) return []
    if (outcome?.notDiscussed) {
      return [{ at, words: about(title, 'not discussed, but who takes it on and by when is missing'), requirements }]
    }
    return [{ at, words: about(title, 'nothing is written'), requirements }]
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

function lineGaps(lines: ChecklistLine[], { lastDays = {} }: RecordDuties, { lines: answers }: Minutes): Gap[] {
  return lines.flatMap((line) => {
    const given = answers[line.id]
    const needs = needsOf(line, given)
    const lastDay = lastDays[line.id]
    const tooLate = lastDay && given?.by && given.by > lastDay && asksForDay(line, given)
    if (needs.length === 0 && !tooLate) return []
    const words =
      needs.length > 0
        ? `${needs.map((need) => NEED_WORDS[need]).join(' and ')} ${needs.length === 1 ? 'is' : 'are'} needed`
        : `a date not after ${dayWords(lastDay!)} is needed`
    return [
      {
        at: { kind: 'line' as const, id: line.id },
        words: about(line.title, words),
        requirements: line.requirements,
      },
    ]
  })
}

/** A title that asks is answered by a sentence of its own. */
const about = (title: string, words: string) =>
  title.endsWith('?') ? `${title} ${capital(words)}` : `${title}: ${words}`

const capital = (words: string) => words.replace(/^\w/, (letter) => letter.toUpperCase())

const asksForDay = (line: ChecklistLine, given: LineAnswer): boolean =>
  line.options.find(({ value }) => value === standingAnswer(line, given))?.needs.includes('by') ?? false
