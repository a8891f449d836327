import type { Clock } from '../../../shared/plan.ts'
import { clockDueWords } from '../../../shared/standing.ts'
import { ROLE_WORDS } from '../../../shared/words.ts'
import { Section } from '../section.tsx'

/** What happens next, and who owns it: the plans, the review and the notices that the placement started. */
export const WhatFollows = ({ clocks }: { clocks: Clock[] }) =>
  clocks.length > 0 && (
    <Section title="What follows">
      <ul>
        {clocks.map((clock) => (
          <li key={clock.id}>
            {clock.title}: {clockDueWords(clock)} (the {ROLE_WORDS[clock.owner]})
          </li>
        ))}
      </ul>
    </Section>
  )
