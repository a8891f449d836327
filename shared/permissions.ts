/**
 * Who may do what to which meeting. Access follows the case's own people, not the team (P-20); a placement officer gets
 * dates and tasks and never the record (P-24). Use cases ask here, and the tab does to hide buttons.
 */
import type { Placement } from './placement-case.ts'
import type { Role } from './placement.ts'
import type { PlanningMeeting } from './planning-meeting.ts'
import { CONFIRMERS } from './questions.ts'

/** Somebody who is signed in, as the authority's directory knows them. */
export type Reader = { objectId: string; name: string; email: string; role: Role | null }

export const ACTIONS = [
  'seeMeeting',
  'seeRecord',
  'recordMinutes',
  'schedule',
  'move',
  'cancel',
  'answerQuestions',
  'answerInvitation',
] as const
export type Action = (typeof ACTIONS)[number]

/** May confirm placements; anybody else's confirmation waits for somebody who may. */
export const mayConfirm = ({ role }: Reader): boolean => role !== null && CONFIRMERS.includes(role)

/** Which of the case's people the reader is: one may hold several roles. */
export function rolesOnCase(reader: Reader, { confirmation }: Placement): Role[] {
  const mine = confirmation.people.filter(({ email }) => email?.toLowerCase() === reader.email.toLowerCase())
  return [...new Set(mine.map(({ role }) => role))]
}

export function mayDo(action: Action, reader: Reader, placement: Placement, meeting: PlanningMeeting): boolean {
  const roles = rolesOnCase(reader, placement)
  const attendee = meeting.plan.attendees.find(({ email }) => email?.toLowerCase() === reader.email.toLowerCase())
  const leads = attendee !== undefined && [meeting.plan.chair.key, meeting.plan.convenor.key].includes(attendee.key)
  const confirmed = placement.confirmation.confirmedBy.email.toLowerCase() === reader.email.toLowerCase()
  const arranges = leads || mayConfirm(reader) || roles.some((role) => ARRANGERS.includes(role))
  switch (action) {
    case 'seeMeeting':
      return attendee !== undefined || roles.length > 0 || arranges || confirmed
    case 'seeRecord':
      return (leads || roles.some((role) => RECORD_READERS.includes(role))) && !dutiesOnly(reader, roles)
    case 'recordMinutes':
      return meeting.state !== 'cancelled' && (leads || roles.some((role) => RECORDERS.includes(role)))
    case 'schedule':
      return meeting.state === 'toArrange' && arranges
    case 'move':
    case 'cancel':
      return (
        (meeting.state === 'arranged' || meeting.state === 'toArrange' || meeting.state === 'arranging') && arranges
      )
    case 'answerQuestions':
      return meeting.state === 'toArrange' && arranges
    case 'answerInvitation':
      return meeting.state === 'arranged' && attendee?.event != null
  }
}

/** Those who may set the time, with the convenor and the chair. */
const ARRANGERS: Role[] = ['childsSocialWorker', 'supervisingSocialWorker', 'teamManager']
const RECORD_READERS: Role[] = [
  'childsSocialWorker',
  'teamManager',
  'independentReviewingOfficer',
  'supervisingSocialWorker',
  'minuteTaker',
]
const RECORDERS: Role[] = ['childsSocialWorker', 'supervisingSocialWorker', 'teamManager', 'minuteTaker']

/** A placement or finance officer keeps to dates and tasks, also where the practice makes them convenor (P-24). */
const dutiesOnly = ({ role }: Reader, roles: Role[]) =>
  (role === 'placementOfficer' || role === 'financeOfficer') && !roles.some((one) => RECORD_READERS.includes(one))
