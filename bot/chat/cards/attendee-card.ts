/**
 * The card of one person who is asked to a meeting, or asked for views, or told of it: which meeting, when, why they,
 * and one row of answers. Nothing on it is about the child, and nobody else is named but the one to turn to.
 */
import type { Attendee } from '../../../shared/meeting/plan.ts'
import type { AnswerChoice, PlanningMeeting } from '../../../shared/meeting/planning-meeting.ts'
import type { Contact } from '../../../shared/letters/invitation.ts'
import type { ReminderKind } from '../../../shared/letters/reminders.ts'
import { startsWords } from '../../../shared/meeting/standing.ts'
import { londonDate, londonTime, momentWords, slotWords, type Instant } from '../../../shared/dates/time.ts'
import { HIDE_YOURSELF, keepsAddress } from '../../../shared/meeting/venue.ts'
import { ROLE_WORDS, VENUE_WORDS } from '../../../shared/words.ts'
import { cancelSection, moveSection, openSections } from './change-time.ts'
import type { Action, Card, Element } from './card.ts'
import { buttons, card, heading, link, notice, plain, press, quiet, row, strong, text } from './parts.ts'

export type AttendeeCardOptions = {
  now: Instant
  /** What is being said: `null` where a card that stands there is only redrawn. */
  kind: ReminderKind | null
  contact: Contact
  tabUrl: string
  may: { answer: boolean; move: boolean; cancel: boolean }
  /** Of those who prepare the meeting: something that is to be there first is not ready yet (R-085). */
  documentsMissing?: boolean
  notice?: string
}

/** All that a locked phone shows (P-09). */
export function attendeeSummary({ ref }: PlanningMeeting, attendee: Attendee): string {
  if (attendee.event) return `Planning meeting ref ${ref}: please answer`
  return isAskedForViews(attendee) ? `Planning meeting ref ${ref}: your views` : `Planning meeting ref ${ref}`
}

export function attendeeCard(meeting: PlanningMeeting, attendee: Attendee, options: AttendeeCardOptions): Card {
  const { contact, may } = options
  return card(
    `Planning meeting ref ${meeting.ref}. Please open it in a newer Teams.`,
    [
      heading(`Planning meeting ${meeting.ref}`),
      ...(options.notice ? [notice(options.notice)] : []),
      ...stands(meeting, attendee, options),
      ...answers(meeting, attendee, options),
      ...(isOpen(meeting) && may.move ? [moveSection(meeting, 0)] : []),
      ...(isOpen(meeting) && may.cancel ? [cancelSection(meeting, 0)] : []),
      quiet(`Questions: ${plain(contact.council)}, ${plain(contact.phone)}. The reference is ${meeting.ref}.`),
    ],
    actionsOn(meeting, options),
  )
}

const isOpen = ({ state }: PlanningMeeting) => state === 'arranged'

function stands(meeting: PlanningMeeting, attendee: Attendee, options: AttendeeCardOptions): Element[] {
  switch (meeting.state) {
    case 'arranged':
      return [
        strong(opening(meeting, attendee, options)),
        ...row('When', slotWords(meeting.slot)),
        ...(attendee.event ? row('Where', whereWords(meeting)) : []),
        ...row('Why you', whyYou(meeting, attendee)),
        text(whatToDo(meeting, attendee, options)),
        ...(options.documentsMissing && options.now < meeting.slot.start ? [text(DOCUMENTS_MISSING)] : []),
        ...(attendee.event && keepsAddress(meeting.plan.venue) ? [text(HIDE_YOURSELF)] : []),
      ]
    case 'arranging':
      return [
        strong(meeting.movedFrom ? 'The meeting is being moved.' : 'The meeting is being arranged.'),
        ...row('New time asked for', slotWords(meeting.slot)),
        text('You need not do anything yet: this card changes when it is settled.'),
      ]
    case 'toArrange':
      return [
        strong('The meeting has no time at present.'),
        text('You will hear as soon as there is one. There is nothing to do until then.'),
      ]
    case 'cancelled':
      return [strong('This meeting will not now take place.'), text('There is nothing for you to do.')]
    case 'held':
      return [strong(`The meeting was held on ${momentWords(meeting.slot.start)}.`)]
  }
}

/** Which documents is for Planning to say: a card may be read by anybody who looks at the screen. */
const DOCUMENTS_MISSING = 'Not every document that is to be there first is ready yet: Planning says which.'

/** What a person reads first, who may have half a second for it. */
function opening(
  { slot }: PlanningMeeting & { state: 'arranged' },
  attendee: Attendee,
  { now, kind }: AttendeeCardOptions,
): string {
  const today = londonDate(now) === londonDate(slot.start)
  if (now >= slot.end) return 'The meeting has taken place.'
  if (now >= slot.start) return 'The meeting is on now.'
  const when = today
    ? `today at ${londonTime(slot.start)}`
    : `${momentWords(slot.start)}, ${startsWords(slot.start, now)}`
  if (!attendee.event) {
    return isAskedForViews(attendee)
      ? `A planning meeting is held ${when}. Please send your views beforehand.`
      : `For your information: a planning meeting is held ${when}.`
  }
  return kind === 'booked' || kind === null
    ? `You are asked to a planning meeting: ${when}.`
    : `A reminder: planning meeting ${when}.`
}

const isAskedForViews = ({ part }: Attendee) => part === 'contribute' || part === 'viewsConsidered'

const whereWords = ({ plan: { venue } }: PlanningMeeting): string =>
  venue.kind === 'online'
    ? VENUE_WORDS.online
    : `${VENUE_WORDS[venue.kind]}; the details are in Planning, for those who may have them`

function whyYou({ plan }: PlanningMeeting, { key, role, event, part }: Attendee): string {
  const duties = [plan.convenor.key === key && 'arrange', plan.chair.key === key && 'chair'].filter(Boolean)
  const asked = event
    ? 'You are asked because'
    : isAskedForViews({ part } as Attendee)
      ? 'You are asked for your views because'
      : 'You are told because'
  const because = `${asked} you are ${ROLE_PHRASES[role] ?? `the ${ROLE_WORDS[role]}`}.`
  return duties.length > 0 ? `${because} You ${duties.join(' and ')} this meeting.` : because
}

/** Roles that read wrongly with a plain "the". */
const ROLE_PHRASES: Partial<Record<Attendee['role'], string>> = {
  placementOfficer: 'the placement officer in this matter',
  financeOfficer: 'a finance officer',
  emergencyDutyTeam: 'on the emergency duty team',
  healthTeam: 'on the health team',
  independentReviewingOfficer: "the child's independent reviewing officer",
  teamManager: 'the team manager in this matter',
  fosterCarer: 'a foster carer in this matter',
  connectedCarer: 'a carer in this matter',
}

function whatToDo(
  meeting: PlanningMeeting & { state: 'arranged' },
  attendee: Attendee,
  { now }: AttendeeCardOptions,
): string {
  if (now >= meeting.slot.start) return 'The record is in Planning.'
  if (!attendee.event) {
    return isAskedForViews(attendee)
      ? `Please tell ${askWhom(meeting)} before then what the meeting should know, or write it in Planning.`
      : 'There is nothing for you to do.'
  }
  const answer = meeting.answers[attendee.key]
  if (!answer) return 'Please say whether you come: one tap is enough, and Outlook is told for you.'
  const { choice, at } = answer
  return `${RECORDED[choice]} Recorded ${momentWords(at)}. Tap another answer to change it.${choice === 'sendViews' ? ` Please send your views to ${askWhom(meeting)} before the meeting, or write them in Planning.` : ''}`
}

const RECORDED: Record<AnswerChoice, string> = {
  coming: 'You are coming.',
  byVideo: 'You are joining by video; the link is in your Outlook invitation.',
  sendViews: 'You are not coming, and send your views.',
  cannot: 'You cannot come.',
}

const askWhom = ({ plan }: PlanningMeeting) => (plan.convenor.person ? plain(plan.convenor.person, 80) : 'the convenor')

const CHOICES: { choice: AnswerChoice; title: string }[] = [
  { choice: 'coming', title: 'Coming' },
  { choice: 'byVideo', title: 'By video' },
  { choice: 'sendViews', title: 'Send my views' },
  { choice: 'cannot', title: 'Cannot' },
]

/** One row, one tap. */
function answers(meeting: PlanningMeeting, { event }: Attendee, { now, may }: AttendeeCardOptions): Element[] {
  if (meeting.state !== 'arranged' || !event || !may.answer || now >= meeting.slot.start) return []
  const row = CHOICES.map(({ choice, title }) =>
    press(title, 'answer', { meetingId: meeting.id, choice }, { withInputs: false }),
  )
  return [buttons(...row)]
}

function actionsOn(meeting: PlanningMeeting, { may, tabUrl }: AttendeeCardOptions): Action[] {
  if (meeting.state === 'cancelled') return []
  return [link('Open in Planning', tabUrl), ...(isOpen(meeting) ? openSections(0, may) : [])]
}

/** Said to somebody who is no longer asked (P-07). */
export const noLongerAsked = ({ ref }: PlanningMeeting, { council, phone }: Contact): Card =>
  card(`Planning meeting ref ${ref}`, [
    heading(`Planning meeting ${ref}`),
    text(
      `This meeting will not now take place for you. Please ring ${plain(council)}, ${plain(phone)} with any questions.`,
    ),
  ])
