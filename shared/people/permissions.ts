/**
 * Who may do what to which meeting. Access follows the case's own people, not the team (P-20); a placement officer gets
 * dates and tasks and never the record (P-24). Use cases ask here, and the tab does to hide buttons.
 */
import type { Draft } from '../placement/draft.ts'
import type { Placement } from '../placement/placement-case.ts'
import { isParentRole, type Role } from '../placement/placement.ts'
import type { PlanningMeeting } from '../meeting/planning-meeting.ts'
import { CONFIRMERS } from '../placement/questions.ts'

/** Somebody who is signed in, as the authority's directory knows them. */
export type Reader = {
  objectId: string
  name: string
  email: string
  role: Role | null
  /** Looks after the app itself; sees nothing of a child for that. */
  administrator?: boolean
}

export const ACTIONS = [
  'seeMeeting',
  'seeRecord',
  'recordMinutes',
  'schedule',
  'move',
  'cancel',
  'changePeople',
  'answerQuestions',
  'answerInvitation',
] as const
export type Action = (typeof ACTIONS)[number]

/** May confirm placements; anybody else's confirmation waits for somebody who may. */
export const mayConfirm = ({ role }: Pick<Reader, 'role'>): boolean => role !== null && CONFIRMERS.includes(role)

/** How timely the meetings of their cases are, in counts. */
export const seesTimeliness = ({ role }: Pick<Reader, 'role'>): boolean => role !== null && MANAGERS.includes(role)
const MANAGERS: Role[] = ['teamManager', 'designatedManager']

/** A draft is for whoever brought it in, and for those who may confirm it. */
export const maySeeDraft = (reader: Reader, { createdBy }: Draft): boolean =>
  mayConfirm(reader) || createdBy.objectId === reader.objectId

/** Which of the case's people the reader is: one may hold several roles. */
export function rolesOnCase(reader: Reader, { confirmation }: Placement): Role[] {
  const mine = confirmation.people.filter(({ email }) => isMine(email, reader))
  return [...new Set(mine.map(({ role }) => role))]
}

export function mayDo(action: Action, reader: Reader, placement: Placement, meeting: PlanningMeeting): boolean {
  const { plan, state } = meeting
  const roles = rolesOnCase(reader, placement)
  const mine = plan.attendees.filter(({ email }) => isMine(email, reader))
  if (action === 'answerInvitation') return state === 'arranged' && mine.some(({ event }) => event !== null)
  // Family take part by invitation and letter; the app's pages are the staff's, also where a parent works here (P-22).
  if (roles.some((role) => role === 'child' || isParentRole(role))) return false
  // Whoever is not invited is not shown why, nor anything else (P-26).
  if (mine.length > 0 && mine.every(({ part }) => part === 'notInvited')) return false
  const isChair = mine.some(({ key }) => key === plan.chair.key)
  const arranges = isChair || mine.some(({ key }) => key === plan.convenor.key) || mayArrange(reader, placement, roles)
  switch (action) {
    case 'seeMeeting':
      return mine.length > 0 || roles.length > 0 || arranges || isConfirmer(reader, placement)
    case 'seeRecord':
      return isChair || roles.some((role) => RECORD_READERS.includes(role))
    case 'recordMinutes':
      return state !== 'cancelled' && (isChair || roles.some((role) => RECORDERS.includes(role)))
    case 'schedule':
    case 'answerQuestions':
      return state === 'toArrange' && arranges
    case 'move':
      return state === 'arranged' && arranges
    case 'changePeople':
      return (state === 'arranged' || state === 'toArrange') && arranges
    case 'cancel':
      return (state === 'arranged' || state === 'toArrange' || state === 'arranging') && arranges
  }
}

/** The placement itself, with whatever of its meetings is theirs to see; without any, those who may confirm. */
export const maySeeCase = (reader: Reader, placement: Placement, meetings: PlanningMeeting[]): boolean =>
  meetings.length === 0
    ? mayConfirm(reader)
    : meetings.some((meeting) => mayDo('seeMeeting', reader, placement, meeting))

/** May call a further meeting: the core of the case, and whoever leads one of its meetings. Others ask an officer. */
export function mayCallMeeting(reader: Reader, placement: Placement, meetings: PlanningMeeting[]): boolean {
  if (!maySeeCase(reader, placement, meetings)) return false
  if (mayConfirm(reader)) return true
  const leads = meetings.some(({ plan }) =>
    plan.attendees.some(
      ({ key, email }) => isMine(email, reader) && (key === plan.chair.key || key === plan.convenor.key),
    ),
  )
  return leads || rolesOnCase(reader, placement).some((role) => CALLERS.includes(role))
}

/** Finance and interpreters keep to dates and tasks: who else comes, and what is talked about, is not theirs (P-24). */
export function keepsToDates(reader: Reader, placement: Placement): boolean {
  const roles = rolesOnCase(reader, placement)
  return roles.length > 0 && roles.every((role) => DATES_ONLY.includes(role)) && !mayArrange(reader, placement, roles)
}

/** The case's own workers, whoever confirmed it, and the teams that place children day and night. */
const mayArrange = (reader: Reader, placement: Placement, roles: Role[]): boolean =>
  roles.some((role) => ARRANGERS.includes(role)) ||
  seesEveryMeeting(reader) ||
  (isConfirmer(reader, placement) && mayConfirm(reader))

/** The teams that place children see that there is a meeting wherever there is one; its record stays closed to them. */
export const seesEveryMeeting = ({ role }: Pick<Reader, 'role'>): boolean =>
  role !== null && PLACING_TEAMS.includes(role)

export const isConfirmer = (reader: Reader, { confirmation }: Placement): boolean =>
  isMine(confirmation.confirmedBy.email, reader)
const isMine = (email: string | null | undefined, reader: Reader) => email?.toLowerCase() === reader.email.toLowerCase()

/** Those who may set the time, with the convenor and the chair. */
const ARRANGERS: Role[] = ['childsSocialWorker', 'supervisingSocialWorker', 'teamManager']
const PLACING_TEAMS: Role[] = ['placementOfficer', 'emergencyDutyTeam']
/** The chair reads and writes as well; a convenor as such does neither (P-20). */
const RECORD_READERS: Role[] = [
  'childsSocialWorker',
  'teamManager',
  'independentReviewingOfficer',
  'supervisingSocialWorker',
  'minuteTaker',
]
const RECORDERS: Role[] = ['childsSocialWorker', 'supervisingSocialWorker', 'teamManager', 'minuteTaker']
const CALLERS: Role[] = [
  'childsSocialWorker',
  'supervisingSocialWorker',
  'teamManager',
  'independentReviewingOfficer',
  'registeredManager',
  'managersDelegate',
]
const DATES_ONLY: Role[] = ['financeOfficer', 'interpreter']
