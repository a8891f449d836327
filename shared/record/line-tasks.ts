/**
 * Whom an answer of a checklist gives something to do, and by when: filled in as soon as it is pressed, for the chair to
 * change. Where a clock runs for it, the clock says both. Where no practice says whose it is, it has no owner, and cannot
 * be closed without one.
 */
import type { AttendeePart, Clock } from '../meeting/plan.ts'
import type { PersonKey, Role } from '../placement/placement.ts'
import { addDays, type LocalDate } from '../dates/time.ts'
import { addWorkingDays, isWithinBankHolidays } from '../dates/working-days.ts'
import { lastDayOf } from '../deadlines/clocks.ts'
import type { ChecklistLine } from './checklists.ts'

export type LineTask = { owner: PersonKey | Role | ''; by: LocalDate | '' }

/** `who` is whose it is by practice: the first of them who is in the meeting, or else the last. */
type Duty = { clock?: string; who?: Role[] }

const SOCIAL_WORKER: Role[] = ['childsSocialWorker']
/** Whoever looks after the child takes them there. */
const REGISTRATION: Duty = {
  who: ['fosterCarer', 'connectedCarer', 'registeredManager', 'managersDelegate', 'childsSocialWorker'],
}
const NOTICE: Duty = { clock: 'notifications', who: SOCIAL_WORKER }

const DUTIES: Record<string, Duty> = {
  'EM-3a': { clock: 'carePlan', who: SOCIAL_WORKER },
  'EM-3b': { clock: 'placementPlan', who: SOCIAL_WORKER },
  'CH-1': { clock: 'carePlan', who: SOCIAL_WORKER },
  'CH-2': { clock: 'outOfAreaApproval', who: ['designatedManager'] },
  'CH-3a': NOTICE,
  'CH-3b': NOTICE,
  'CH-3c': NOTICE,
  'CH-3d': NOTICE,
  'CH-4': { clock: 'firstReview', who: SOCIAL_WORKER },
  'CH-5a': { clock: 'healthAssessment', who: SOCIAL_WORKER },
  'CH-5b': REGISTRATION,
  'CH-5c': REGISTRATION,
  'CH-5d': REGISTRATION,
  'CH-6a': { who: SOCIAL_WORKER },
  'CH-6b': { who: SOCIAL_WORKER },
  'CH-6c': { who: SOCIAL_WORKER },
  'CH-7': { clock: 'placementPlan', who: SOCIAL_WORKER },
  'CH-8': { clock: 'circulation', who: ['minuteTaker', 'childsSocialWorker'] },
  'CH-11': { who: SOCIAL_WORKER },
  'CH-12': { clock: 'virtualSchool', who: SOCIAL_WORKER },
  behaviourPlan: { who: ['registeredManager', 'managersDelegate', 'childsSocialWorker'] },
  parentUnderstands: { who: SOCIAL_WORKER },
  healthPlan: { clock: 'healthAssessment', who: SOCIAL_WORKER },
  educationPlan: { clock: 'pep', who: SOCIAL_WORKER },
  recordsUpdated: { who: SOCIAL_WORKER },
}

/** Where no clock runs for it, or it has run out. */
const USUAL_WORKING_DAYS = 5
const FAR = 30

type Known = {
  attendees: { key: PersonKey; role: Role; part: AttendeePart }[]
  clocks: Clock[]
  lastDays?: Record<string, LocalDate>
  today: LocalDate
}

/** `null` for an answer that gives nobody anything to do. */
export function taskOf(line: ChecklistLine, answer: string, known: Known): LineTask | null {
  const { needs = [] } = line.options.find(({ value }) => value === answer) ?? {}
  if (!needs.includes('owner')) return null
  const { clock, who } = DUTIES[line.id] ?? {}
  return { owner: who ? ownerOf(who, known) : '', by: dayOf(clock, known.lastDays?.[line.id], known) }
}

function ownerOf(who: Role[], { attendees }: Known): LineTask['owner'] {
  const person = who.map((role) => attendees.find((one) => one.role === role && one.part !== 'notInvited'))
  return person.find((one) => one !== undefined)?.key ?? who.at(-1)!
}

function dayOf(clock: string | undefined, lastDay: LocalDate | undefined, { clocks, today }: Known): LineTask['by'] {
  const due = clock === undefined ? null : lastDayOf(clock, clocks)
  if (due && due >= today) return due
  if (!isWithinBankHolidays(today) || !isWithinBankHolidays(addDays(today, FAR))) return ''
  const usual = addWorkingDays(today, USUAL_WORKING_DAYS)
  return lastDay && lastDay >= today && lastDay < usual ? lastDay : usual
}
