/** What each person who is here says to what was read back to them; whoever does not agree is heard in their own words. */
import { Button, Field, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useId } from 'react'
import { isInTheRoom } from '../../../shared/record/attendance.ts'
import type { AttendeeView } from '../../../shared/meeting/meeting-view.ts'
import { setFact, setWords } from '../../../shared/record/minutes-document.ts'
import { POSITIONS, type Position } from '../../../shared/record/minutes.ts'
import { POSITION_WORDS } from '../../../shared/record/record-words.ts'
import { ROLE_WORDS } from '../../../shared/words.ts'
import { useMinutes, useWriting } from '../../minutes/writing.ts'
import { useTab } from '../../tab-context.ts'
import { SharedText } from '../during/shared-text.tsx'
import { ChoiceButton } from '../choice-button.tsx'
import { Section } from '../section.tsx'

const useStyles = makeStyles({
  all: { alignSelf: 'flex-start' },
  people: { listStyleType: 'none', margin: 0, padding: 0 },
  person: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: typographyStyles.body1Strong,
  answers: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(7rem, 1fr))',
    gap: tokens.spacingHorizontalS,
  },
})

export function Positions() {
  const styles = useStyles()
  const { session, view } = useWriting()
  const { announce } = useTab()
  const { attendance, positions = {} } = useMinutes()
  const here = view.attendees.filter(({ key }) => isInTheRoom(attendance[key]?.state))
  const open = here.filter(({ key }) => !positions[key]?.answer)
  const allAgree = () => {
    session.inOneStep(() => {
      for (const { key } of open) setFact(session.doc, `positions/${key}/answer`, 'agree')
    })
    announce(`Recorded for ${open.length}`)
  }
  return (
    <Section title="What each says to it">
      {here.length === 0 ? (
        <p>Say first, under “Who is here”, who is in the meeting.</p>
      ) : (
        <p>Read it out, then ask each in turn. Whoever does not agree is written down in their own words.</p>
      )}
      {open.length > 1 && (
        <Button className={styles.all} onClick={allAgree}>
          {open.length === here.length ? 'Everybody agrees' : 'Everybody else agrees'}
        </Button>
      )}
      <ul className={styles.people}>
        {here.map((person) => (
          <Person key={person.key} person={person} position={positions[person.key] ?? {}} />
        ))}
      </ul>
    </Section>
  )
}

function Person({ person: { key, name, role }, position }: { person: AttendeeView; position: Position }) {
  const styles = useStyles()
  const label = useId()
  const { session } = useWriting()
  const { answer, text = '' } = position
  return (
    <li className={styles.person} data-place={`position:${key}`}>
      <span className={styles.name} id={label}>
        {name}
        {role !== 'child' && `, ${ROLE_WORDS[role]}`}
      </span>
      <div className={styles.answers} role="group" aria-labelledby={label}>
        {POSITIONS.map((one) => (
          <ChoiceButton
            key={one}
            checked={answer === one}
            onClick={() => setFact(session.doc, `positions/${key}/answer`, answer === one ? '' : one)}
          >
            {POSITION_WORDS[one]}
          </ChoiceButton>
        ))}
      </div>
      {answer && answer !== 'agree' && (
        <Field label="With what, in their words">
          <SharedText value={text} onChange={(words) => setWords(session.doc, `positions/${key}/text`, words)} />
        </Field>
      )}
    </li>
  )
}
