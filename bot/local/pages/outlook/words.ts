/** What Outlook calls things, in the words of the screen. */
import type { Response, SentMail } from './outlook-api.ts'

export const RESPONSE_WORDS: Record<Response, string> = {
  none: 'No answer yet',
  notResponded: 'No answer yet',
  organizer: 'Organiser',
  accepted: 'Accepted',
  tentativelyAccepted: 'Tentative',
  declined: 'Declined',
}

export const KIND_WORDS: Record<SentMail['kind'], string> = {
  invitation: 'Invitation',
  update: 'Change of a meeting',
  cancellation: 'Cancellation',
  response: 'Answer',
  letter: 'Letter',
  nonDelivery: 'Could not be delivered',
  forwardNotice: 'Was forwarded',
  other: 'Mail',
}

/** Our meetings are known by their subject, which says nothing else (P-01). */
export const isPlanningMeeting = (subject: string): boolean => /^(canceled: )?planning meeting/i.test(subject)
