/** What people answered in Outlook itself. What somebody said on our card says more, and stands unless Outlook differs. */
import type { Guest } from '../../shared/people/guests.ts'
import { lastSent } from '../../shared/letters/invitation.ts'
import type { Answer, AnswerChoice, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import type { PersonKey } from '../../shared/placement/placement.ts'
import type { BookedEvent } from './change-event.ts'
import type { Booked } from './ports.ts'

type Seen = { event: BookedEvent; there: Booked | null }

export function answersFromOutlook(
  { plan, answers }: PlanningMeeting,
  seen: Seen[],
): Partial<Record<PersonKey, Answer>> {
  const fresh: Partial<Record<PersonKey, Answer>> = {}
  for (const { key, email, event } of plan.attendees) {
    const there = seen.find((one) => one.event.key === event)?.there
    const said = email ? there?.answers.get(email.toLowerCase()) : undefined
    if (!said?.at || !isNews(answers[key], said.choice, said.at)) continue
    fresh[key] = { choice: said.choice, at: said.at, via: 'outlook' }
  }
  return fresh
}

/** With what they answered; without whoever was taken off in Outlook itself. */
export function withGuestsAsSeen(guests: Guest[], seen: Seen[]): Guest[] {
  return guests.flatMap((guest) => {
    const { event, there } = seen.find((one) => one.event.key === guest.event) ?? {}
    if (!event || !there) return [guest]
    const isThem = ({ email }: { email: string }) => email.toLowerCase() === guest.email
    if (!there.attendees.some(isThem) && lastSent(event.fingerprint).attendees.some(isThem)) return []
    const said = there.answers.get(guest.email)
    const { answer: _, ...rest } = guest
    return [{ ...rest, ...(said?.at && { answer: { choice: said.choice, at: said.at, via: 'outlook' as const } }) }]
  })
}

/** Outlook knows yes and no: coming by video is a yes there, and sending views a no. */
const isYes = (choice: AnswerChoice) => choice === 'coming' || choice === 'byVideo'

const isNews = (known: Answer | undefined, choice: AnswerChoice, at: string): boolean =>
  !known || (isYes(known.choice) !== isYes(choice) && at > known.at)
