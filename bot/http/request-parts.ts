/** Which meeting a request is about. */
import type { Request } from 'express'
import type { MeetingId } from '../../shared/meeting/planning-meeting.ts'

export const idOf = (request: Request) => request.params['id'] as MeetingId
