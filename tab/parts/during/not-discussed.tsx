import { Field, Input, makeStyles, ToggleButton, tokens } from '@fluentui/react-components'
import { setFact } from '../../../shared/minutes-document.ts'
import { readDate } from '../../../shared/time.ts'
import { useMinutes, useWriting } from '../../minutes/writing.ts'
import { WhoSelect } from './who-select.tsx'

const useStyles = makeStyles({
  put: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  field: { flex: '1 1 11rem' },
})

/** An item that was not talked about is nobody's unless somebody takes it on, and by when. */
export function NotDiscussed({ item }: { item: string }) {
  const styles = useStyles()
  const { session } = useWriting()
  const minutes = useMinutes()
  const { notDiscussed = false, owner = '', by = '' } = minutes.items[item] ?? {}
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
          <Field className={styles.field} label="By when">
            <Input
              type="date"
              value={by}
              onChange={(_, { value }) =>
                (value === '' || readDate(value)) && setFact(session.doc, `items/${item}/by`, value)
              }
            />
          </Field>
        </>
      )}
    </div>
  )
}
