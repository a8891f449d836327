/** Looks for a reference, a person, an action or a word in all meetings that the reader may see, held ones among them. */
import { NO_MINUTES } from '../../shared/record/minutes.ts'
import { mayDo, seesEveryMeeting, type Reader } from '../../shared/people/permissions.ts'
import { findIn, type Found } from '../../shared/meeting/search.ts'
import type { Ports } from './ports.ts'

/** So many meetings are looked through: who gets more writes another word. */
const MOST_MEETINGS = 200
const MOST_SHOWN = 60

export type Searched = { found: Found[]; more: boolean }

export async function searchMeetings(words: string, by: Reader, { store, clock }: Ports): Promise<Searched> {
  const who = { email: by.email, seesAll: seesEveryMeeting(by) }
  const near = await store.meetingsSaying(words, who, MOST_MEETINGS)
  const found = near
    .filter(({ meeting, placement }) => mayDo('seeMeeting', by, placement, meeting))
    .flatMap(({ meeting, placement, minutes }) =>
      findIn(words, by, placement, meeting, minutes ?? NO_MINUTES, clock.now()),
    )
  return { found: found.slice(0, MOST_SHOWN), more: found.length > MOST_SHOWN || near.length === MOST_MEETINGS }
}
