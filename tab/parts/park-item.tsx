/** An item is left for another time, with the reason; who takes it on is asked in the meeting. */
import { Button, Field, makeStyles, Textarea, tokens, typographyStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { setFact, setWords } from '../../shared/record/minutes-document.ts'
import type { ItemOutcome } from '../../shared/record/minutes.ts'
import type { AgendaItem } from '../../shared/meeting/plan.ts'
import { useWriting } from '../minutes/writing.ts'
import { useTab } from '../tab-context.ts'

const useStyles = makeStyles({
  why: { flexBasis: '100%', ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  form: { flexBasis: '100%', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type Props = { item: Pick<AgendaItem, 'item' | 'title'>; outcome: ItemOutcome | undefined }

export function ParkItem({ item: { item, title }, outcome = {} }: Props) {
  const styles = useStyles()
  const { session } = useWriting()
  const { announce } = useTab()
  const [asking, setAsking] = useState(false)
  const [why, setWhy] = useState('')
  const { notDiscussed = false } = outcome
  const park = () => {
    session.doc.transact(() => {
      setFact(session.doc, `items/${item}/notDiscussed`, 'yes')
      setWords(session.doc, `items/${item}/why`, why.trim())
    })
    announce(`Parked: ${title}`)
    setAsking(false)
  }
  const press = () => {
    if (!notDiscussed) return setAsking(!asking)
    setFact(session.doc, `items/${item}/notDiscussed`, '')
    announce(`On the agenda again: ${title}`)
  }
  return (
    <>
      <Button
        appearance="subtle"
        aria-label={`${notDiscussed ? 'Take up again' : 'Park'}: ${title}`}
        {...(!notDiscussed && { 'aria-expanded': asking })}
        onClick={press}
      >
        {notDiscussed ? 'Take up again' : 'Park'}
      </Button>
      {notDiscussed && <span className={styles.why}>{parkedWords(outcome)}</span>}
      {asking && !notDiscussed && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (why.trim() !== '') park()
          }}
        >
          <Field label={`Why “${title}” is parked`} required>
            <Textarea value={why} maxLength={500} onChange={(_, { value }) => setWhy(value)} />
          </Field>
          <div className={styles.buttons}>
            <Button type="submit" disabledFocusable={why.trim() === ''}>
              Park it
            </Button>
          </div>
        </form>
      )}
    </>
  )
}

export const parkedWords = ({ why }: ItemOutcome): string => (why?.trim() ? `Parked: ${why.trim()}` : 'Parked')
