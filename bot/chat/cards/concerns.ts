/** What is not as it should be in Outlook: said first, with a button for each thing that can be done about it. */
import {
  choicesAbout,
  CONCERN_CHOICE_WORDS,
  concernSentences,
  eventOf,
  reasonFor,
  whoOf,
} from '../../../shared/meeting/outlook-concerns.ts'
import type { PlanningMeeting } from '../../../shared/meeting/planning-meeting.ts'
import { inputs } from '../../../shared/wire/card-clicks.ts'
import type { Element } from './card.ts'
import { buttons, notice, press, write } from './parts.ts'

export function concernParts({ id, version, concerns = [] }: PlanningMeeting, n: number, mayAct: boolean): Element[] {
  return concerns.flatMap((concern, ith) => {
    const choices = mayAct ? choicesAbout(concern) : []
    const why = mayAct ? reasonFor(concern) : null
    const [event, who] = [eventOf(concern), whoOf(concern)]
    const about = {
      ...{ meetingId: id, version, nth: n, ith, concern: concern.kind },
      ...(event && { event }),
      ...(who && { who }),
    }
    return [
      notice(concernSentences(concern), 'attention'),
      ...(why ? [write(inputs.concernReason(n, ith), `${why.asks}? This is kept.`, REASON)] : []),
      ...(choices.length > 0
        ? [
            buttons(
              ...choices.map((choice) => press(CONCERN_CHOICE_WORDS[choice], 'settleConcern', { ...about, choice })),
            ),
          ]
        : []),
    ]
  })
}

const REASON = { isMultiline: true, maxLength: 500 }
