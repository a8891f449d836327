/** Who is invited once it is scheduled and how each hears of it, who leads, and where; nobody has heard of it yet. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { DraftMeetingView } from '../../../shared/placement/draft-view.ts'
import { ROLE_WORDS } from '../../../shared/words.ts'
import { holder, sentences } from '../before/people.tsx'
import { Section } from '../section.tsx'
import { Unfold } from '../unfold.tsx'

const useStyles = makeStyles({
  people: { listStyleType: 'none', padding: 0, display: 'flex', flexDirection: 'column' },
  person: { paddingBlock: tokens.spacingVerticalXS, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  name: typographyStyles.body1Strong,
  quiet: { display: 'block', color: tokens.colorNeutralForeground2 },
})

export function WhoComes({ meeting, title }: { meeting: DraftMeetingView; title: string }) {
  const styles = useStyles()
  const { attendees, convenor, chair, where } = meeting
  return (
    <Section title={title}>
      <p>
        Arranged by {holder(convenor)}; chaired by {holder(chair)}.
      </p>
      {where.lines.length > 0 ? (
        <Unfold label="Who sees it?" about={where.words} beside={<p>{where.words}</p>}>
          {where.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Unfold>
      ) : (
        <p>{where.words}</p>
      )}
      <ul className={styles.people}>
        {attendees.map((person) => (
          <li key={person.key} className={styles.person}>
            <span className={styles.name}>{person.name}</span>
            {person.role !== 'child' && `, ${ROLE_WORDS[person.role]}`}
            <span className={styles.quiet}>{sentences(person)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
