import { Field, makeStyles, tokens } from '@fluentui/react-components'
import type { EntryType } from '../../../shared/record/minutes.ts'
import type { LocalDate } from '../../../shared/dates/time.ts'
import { DayField } from './day-field.tsx'
import { WHO_ASKED } from './entry-kind.ts'
import { WhoSelect } from './who-select.tsx'

const useStyles = makeStyles({
  details: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, '& > *': { flex: '1 1 11rem' } },
})

type Details = { who: string; due: LocalDate | '' }
type Props = Details & { type: EntryType; onChange: (details: Partial<Details>) => void }

/** Who, and for an action by when. May stay open while people talk; closing the record asks for it. */
export function EntryDetails({ type, who, due, onChange }: Props) {
  const styles = useStyles()
  const asked = WHO_ASKED[type]
  if (!asked) return null
  return (
    <div className={styles.details}>
      <Field label={asked.label}>
        <WhoSelect
          value={who}
          among={asked.among}
          nobody={asked.nobody}
          onChange={(value) => onChange({ who: value })}
        />
      </Field>
      {type === 'action' && <DayField value={due} onChange={(day) => onChange({ due: day })} />}
    </div>
  )
}
