import { Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'

export type DayTime = { day: string; time: string }

const useStyles = makeStyles({
  when: { border: 'none', margin: 0, padding: 0, minInlineSize: 0 },
  legend: { ...typographyStyles.body1Strong, padding: 0 },
  fields: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
})

type Props = {
  legend: string
  value: DayTime
  onChange: (value: DayTime) => void
  /** Whether the hour counts. */
  time: 'needed' | 'ifKnown' | 'none'
}

/** A day, and the time of the clock in London where it counts. */
export function WhenFields({ legend, value, onChange, time }: Props) {
  const styles = useStyles()
  return (
    <fieldset className={styles.when}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.fields}>
        <Field label="Day" required>
          <Input type="date" value={value.day} onChange={(_, data) => onChange({ ...value, day: data.value })} />
        </Field>
        {time !== 'none' && (
          <Field label={time === 'needed' ? 'Time, in London' : 'Time, if it is known'} required={time === 'needed'}>
            <Input type="time" value={value.time} onChange={(_, data) => onChange({ ...value, time: data.value })} />
          </Field>
        )}
      </div>
    </fieldset>
  )
}
