import { meetAgainOn } from '../../../shared/record/below-minimum.ts'
import type { MeetingView } from '../../../shared/meeting/meeting-view.ts'
import type { Minutes } from '../../../shared/record/minutes.ts'
import { nextMeetingOn } from '../../../shared/record/next-meeting.ts'
import { clockDueWords } from '../../../shared/meeting/standing.ts'
import { dayWords, londonDate } from '../../../shared/dates/time.ts'
import { ROLE_WORDS } from '../../../shared/words.ts'
import { Section } from '../section.tsx'

/** What happens next, and who owns it: the next meeting, and the plans, review and notices that the placement started. */
export function WhatFollows({ view, minutes }: { view: MeetingView; minutes: Minutes }) {
  const { slot, clocks, circulationUnset } = view
  const next = slot && nextMeetingOn(londonDate(slot.start), minutes)
  const again = meetAgainOn(view, minutes)
  if (clocks.length === 0 && !next && !again && !circulationUnset) return null
  return (
    <Section title="What follows">
      <ul>
        {again && <li>This meeting is held again, with everybody whom it needs: on {dayWords(again)}</li>}
        {next && <li>Next planning meeting: proposed for {dayWords(next)}</li>}
        {circulationUnset && (
          <li>By when the record goes round: not set by your authority; five working days are suggested</li>
        )}
        {clocks.map((clock) => (
          <li key={clock.id}>
            {clock.title}: {clockDueWords(clock)} (the {ROLE_WORDS[clock.owner]})
          </li>
        ))}
      </ul>
    </Section>
  )
}
