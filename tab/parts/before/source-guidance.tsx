import { Link } from '@fluentui/react-components'
import type { MeetingView } from '../../../shared/meeting/meeting-view.ts'
import { RULE_STATUS_WORDS } from '../../../shared/words.ts'
import { Section } from '../section.tsx'

/** What the practice is read with, each a press away, and whether it binds as law or as guidance. */
export const SourceGuidance = ({ guidance }: Pick<MeetingView, 'guidance'>) =>
  guidance.length > 0 && (
    <Section title="To read up">
      <ul>
        {guidance.map(({ title, link, status }) => (
          <li key={link}>
            <Link href={link} target="_blank" rel="noreferrer">
              {title}
            </Link>{' '}
            ({RULE_STATUS_WORDS[status]})
          </li>
        ))}
      </ul>
    </Section>
  )
