import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components'
import { londonDate, readDate, type LocalDate } from '../../../shared/dates/time.ts'
import { dueWords, workingDayChoices } from '../../../shared/dates/working-day-choices.ts'
import { useTab } from '../../tab-context.ts'

const useStyles = makeStyles({
  day: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  date: { flex: '1 1 9rem' },
  count: { flex: '1 1 9rem', minWidth: 0 },
})

type Props = { value: LocalDate | ''; onChange: (date: LocalDate | '') => void; lastDay?: LocalDate; limit?: string }

/** By when: a date, or so many working days from today, as people say it. */
export function DayField({ value, onChange, lastDay, limit }: Props) {
  const styles = useStyles()
  const { clock } = useTab()
  const today = londonDate(clock.now())
  const choices = workingDayChoices(today, lastDay)
  const chosen = choices.find(({ date }) => date === value)?.date ?? ''
  return (
    <div className={styles.day}>
      <Field className={styles.date} label="By when" hint={value ? dueWords(value, today) : limit}>
        <Input
          type="date"
          value={value}
          max={lastDay}
          onChange={(_, data) => {
            const date = readDate(data.value)
            if (date || data.value === '') onChange(date ?? '')
          }}
        />
      </Field>
      {choices.length > 0 && (
        <Field className={styles.count} label="Or count">
          <Select value={chosen} onChange={(_, data) => onChange(readDate(data.value) ?? '')}>
            <option value="">Working days from today</option>
            {choices.map(({ date, words }) => (
              <option key={date} value={date}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  )
}
