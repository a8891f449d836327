import { Field, makeStyles, ToggleButton, tokens } from '@fluentui/react-components'
import { setFact, setWords } from '../../../shared/record/minutes-document.ts'
import { useMinutes, useWriting } from '../../minutes/writing.ts'
import { DayField } from './day-field.tsx'
import { SharedText } from './shared-text.tsx'
import { WhoSelect } from './who-select.tsx'

const useStyles = makeStyles({
  put: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  field: { flex: '1 1 11rem' },
  why: { flexBasis: '100%' },
})

/** An item that was not talked about is nobody's unless somebody takes it on, and by when. */
export function NotDiscussed({ item }: { item: string }) {
  const styles = useStyles()
  const { session } = useWriting()
  const minutes = useMinutes()
  const { notDiscussed = false, owner = '', by = '', why = '' } = minutes.items[item] ?? {}
  return (
    <div className={styles.put} data-place={`item:${item}`}>
      <ToggleButton
        checked={notDiscussed}
        onClick={() => setFact(session.doc, `items/${item}/notDiscussed`, notDiscussed ? '' : 'yes')}
      >
        Not discussed
      </ToggleButton>
      {notDiscussed && (
        <>
          <Field className={styles.field} label="Who takes it on">
            <WhoSelect
              value={owner}
              among="doers"
              nobody="Who takes it on?"
              onChange={(who) => setFact(session.doc, `items/${item}/owner`, who)}
            />
          </Field>
          <div className={styles.field}>
            <DayField value={by} onChange={(day) => setFact(session.doc, `items/${item}/by`, day)} />
          </div>
          <Field className={styles.why} label="Why, if it is worth saying">
            <SharedText value={why} onChange={(text) => setWords(session.doc, `items/${item}/why`, text)} />
          </Field>
        </>
      )}
    </div>
  )
}
