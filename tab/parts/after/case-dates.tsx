import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { CASE_DATE_WORDS, type CaseDate } from '../../../shared/deadlines/case-dates.ts'
import type { MeetingView } from '../../../shared/meeting/meeting-view.ts'
import { londonDate } from '../../../shared/dates/time.ts'
import type { MeetingAnswer } from '../../../shared/wire/tab-api.ts'
import { useTab } from '../../tab-context.ts'
import { useAction } from '../../use-action.ts'
import { RefusalNotice } from '../refusal-notice.tsx'
import { Section } from '../section.tsx'
import type { LaterProps } from './later.tsx'

const useStyles = makeStyles({
  days: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 15rem), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  save: { alignSelf: 'flex-start' },
})

type Props = LaterProps & { caseDates: NonNullable<MeetingView['caseDates']> }

/** Nothing tells the app of these but a person: what is due next is counted from the day that is given, and no sooner. */
export function CaseDates({ view, caseDates: { asked, given }, onChanged, onStale }: Props) {
  const styles = useStyles()
  const { api, announce, clock } = useTab()
  const today = londonDate(clock.now())
  const [typed, setTyped] = useState<Partial<Record<CaseDate, string>>>({})
  const { busy, refusal, run } = useAction<MeetingAnswer>({
    onDone: (answer) => {
      setTyped({})
      onChanged(answer)
    },
    onStale,
  })
  const changed = Object.entries(typed).filter(([date, day]) => day !== (given[date as CaseDate] ?? ''))
  const save = async () => {
    if (await run(() => api.dates(view.id, { dates: Object.fromEntries(changed) }))) announce('The days are saved')
  }
  return (
    <Section title="Days to count from">
      <p>Give a day here, and what is due next is counted from it and stands under “What follows”.</p>
      <div className={styles.days}>
        {asked.map((date) => (
          <Field key={date} label={CASE_DATE_WORDS[date]}>
            <Input
              type="date"
              value={typed[date] ?? given[date] ?? ''}
              max={today}
              onChange={(_, { value }) => setTyped({ ...typed, [date]: value })}
            />
          </Field>
        ))}
      </div>
      <RefusalNotice refusal={refusal} />
      <Button className={styles.save} disabledFocusable={busy || changed.length === 0} onClick={() => void save()}>
        Save the days
      </Button>
    </Section>
  )
}
