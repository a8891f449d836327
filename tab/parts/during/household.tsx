/** What the placement means for the whole house, and for each person in it. */
import { Button, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { HOUSE_QUESTION, householdOf, type ResidentRow } from '../../../shared/people/household.ts'
import { setFact, setWords } from '../../../shared/record/minutes-document.ts'
import { useMinutes, useWriting } from '../../minutes/writing.ts'
import { useTab } from '../../tab-context.ts'
import { SharedText } from './shared-text.tsx'

const useStyles = makeStyles({
  title: { ...typographyStyles.body1Strong, margin: 0 },
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0 },
  rows: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
  },
  who: { flex: '1 1 10rem' },
  text: { flex: '3 1 14rem' },
  add: { alignSelf: 'flex-start' },
})

export function Household() {
  const styles = useStyles()
  const { session, view } = useWriting()
  const { clock } = useTab()
  const minutes = useMinutes()
  const rows = householdOf(view.residents ?? [], minutes)
  const add = () => {
    const id = `R-${crypto.randomUUID().replaceAll('-', '')}` as const
    setFact(session.doc, `household/${id}/added`, clock.now())
  }
  return (
    <>
      <h3 className={styles.title}>{HOUSE_QUESTION}</h3>
      <p className={styles.quiet}>Say “a daughter, 9” rather than a name: this is the record of another child.</p>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      <Button className={styles.add} icon={<AddRegular />} onClick={add}>
        Add somebody who lives here
      </Button>
    </>
  )
}

function Row({ row: { id, who, text, isKnown } }: { row: ResidentRow }) {
  const styles = useStyles()
  const { session } = useWriting()
  const { announce } = useTab()
  const remove = () => {
    session.inOneStep(() => {
      setFact(session.doc, `household/${id}/added`, '')
      setWords(session.doc, `household/${id}/text`, '')
      setFact(session.doc, `household/${id}/who`, '')
    })
    announce('Removed. Undo brings it back.')
  }
  return (
    <li className={styles.row} data-place={`resident:${id}`}>
      {!isKnown && (
        <Field className={styles.who} label="Who lives here">
          <Input value={who} onChange={(_, data) => setFact(session.doc, `household/${id}/who`, data.value)} />
        </Field>
      )}
      <Field className={styles.text} label={`What it means for ${who.trim() || 'them'}`}>
        <SharedText value={text} onChange={(words) => setWords(session.doc, `household/${id}/text`, words)} />
      </Field>
      {!isKnown && (
        <Button
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={`Remove from the household: ${who.trim() || 'somebody'}`}
          onClick={remove}
        />
      )}
    </li>
  )
}
