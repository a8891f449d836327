/** What people answered in Outlook itself. What somebody said on our card says more, and stands unless Outlook differs. */
import type { Answer, AnswerChoice, PlanningMeeting } from '../../shared/planning-meeting.ts'
import type { PersonKey } from '../../shared/placement.ts'
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

/** Outlook knows yes and no: coming by video is a yes there, and sending views a no. */
const isYes = (choice: AnswerChoice) => choice === 'coming' || choice === 'byVideo'

const isNews = (known: Answer | undefined, choice: AnswerChoice, at: string): boolean =>
  !known || (isYes(known.choice) !== isYes(choice) && at > known.at)
