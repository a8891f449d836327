/**
 * Letters by e-mail to people outside the tenant. Short, from a named worker, about a time and never about a child; a
 * family's mailbox may be shared, so that even the subject gives nothing away (P-02, P-09, E-52).
 */
import type { HeldTimes } from '../times/held-times.ts'
import { nameOnly, subjectOf, type Contact } from './invitation.ts'
import type { Attendee } from '../meeting/plan.ts'
import type { PlanningMeeting, Slot } from '../meeting/planning-meeting.ts'
import { isParentRole, type Role } from '../placement/placement.ts'
import type { ReminderKind } from './reminders.ts'
import { HIDE_YOURSELF, keepsAddress } from '../meeting/venue.ts'
import { clockWords, longDayWords, londonDate, type Instant } from '../dates/time.ts'

/** A letter to somebody outside the tenant, in plain text. The same id is never sent twice. */
export type Letter = { id: string; to: string; toName: string; subject: string; text: string }

/** Which times are held, and a link to say which of them suit. */
export function heldTimesLetter(
  meeting: PlanningMeeting & { heldTimes: HeldTimes },
  times: Slot[],
  attendee: Attendee,
  url: string,
  contact: Contact,
): Letter {
  const { round, closesAt, letters } = meeting.heldTimes
  const one = times.length === 1
  return letterTo(attendee, meeting, contact, {
    id: `${meeting.id}/${attendee.key}/times/${round}/${letters[attendee.key]}`,
    paragraphs: [
      `We are arranging a planning meeting and would like you to take part. We are keeping ${one ? 'this time' : 'these times'}:`,
      times.map(({ start }) => `- ${timeWords(start)}`).join('\n'),
      `Please tell us by ${timeWords(closesAt)} ${one ? 'whether you can come' : 'which of them you can come to'}. You need no password; this link is only for you, so please do not pass it on:`,
      url,
      'If you would rather talk, or cannot use the link, please ring us.',
    ],
  })
}

/** To somebody who was asked which of the times they can: it is off, and no reason (P-07). */
export function askingOffLetter(
  meeting: PlanningMeeting & { heldTimes: HeldTimes },
  attendee: Attendee,
  contact: Contact,
): Letter {
  const { round, ended } = meeting.heldTimes
  return letterTo(attendee, meeting, contact, {
    id: `${meeting.id}/${attendee.key}/off/${round}/${ended?.at}`,
    paragraphs: [
      'The planning meeting that we were arranging with you will not now take place.',
      'You need do nothing. The times are kept no longer, and the link that we sent you does not open anything any more.',
    ],
  })
}

/** `Monday 21 December at 10 am`. */
export const timeWords = (at: Instant): string => `${longDayWords(londonDate(at))} at ${clockWords(at)}`

export function reminderLetter(
  meeting: PlanningMeeting,
  slot: Slot,
  attendee: Attendee,
  kind: ReminderKind,
  contact: Contact,
  url: string | null = null,
): Letter {
  const day = kind === 'morning' ? `today at ${clockWords(slot.start)}` : `on ${timeWords(slot.start)}`
  const core = meeting.events.find(({ key }) => key === 'core')
  const joinUrl = core?.state === 'booked' ? core.joinUrl : null
  const paragraphs = attendee.event
    ? [
        `${kind === 'booked' ? 'We are holding' : 'This is to remind you of'} a planning meeting ${day}.`,
        isParentRole(attendee.role)
          ? 'You can come, join by video or by phone, or tell us your views beforehand. Please ring us about where it is, an interpreter or other help.'
          : 'You can come or join by video. Please ring us if you cannot, or if you do not know where it is.',
        joinUrl ? `To join by video: ${joinUrl}` : '',
        joinUrl && keepsAddress(meeting.plan.venue) && !isParentRole(attendee.role) ? HIDE_YOURSELF : '',
        url ? `To tell us how you will take part, by a link that is only for you: ${url}` : '',
      ]
    : [
        `A planning meeting is held ${day}. You are not asked to come, and we would like to hear what you think beforehand.`,
        'Please ring us or write back: what should the meeting know, and what matters to you?',
      ]
  return letterTo(attendee, meeting, contact, {
    id: `${meeting.id}/${attendee.key}/${kind}/${slot.start}`,
    paragraphs: paragraphs.filter((text) => text !== ''),
  })
}

const letterTo = (
  attendee: Attendee,
  meeting: PlanningMeeting,
  contact: Contact,
  { id, paragraphs }: { id: string; paragraphs: string[] },
): Letter => ({
  id,
  to: attendee.email ?? '',
  toName: attendee.name,
  subject: subjectOf(meeting.ref),
  text: [
    nameOnly(attendee.name) ? `Dear ${attendee.name}` : 'Hello',
    ...paragraphs,
    `Questions: ${contact.phone}. Please give the reference ${meeting.ref}.`,
    [signatoryFor(attendee, meeting), contact.council].filter(Boolean).join('\n'),
  ].join('\n\n'),
})

/** A named worker. To family it is never somebody of the placement, whose name alone can lead to the child (P-32). */
function signatoryFor({ role }: Attendee, { plan: { convenor, attendees } }: PlanningMeeting): string | null {
  if (!isParentRole(role) || (convenor.role && !OF_THE_PLACEMENT.includes(convenor.role))) {
    return nameOnly(convenor.person)
  }
  return nameOnly(attendees.find((one) => one.role === 'childsSocialWorker')?.name ?? null)
}

const OF_THE_PLACEMENT: Role[] = ['fosterCarer', 'connectedCarer', 'registeredManager', 'managersDelegate', 'keyWorker']
