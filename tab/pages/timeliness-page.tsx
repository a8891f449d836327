/** For managers: how many meetings of their cases were held in time, by kind of placement and by rule. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useCallback } from 'react'
import * as z from 'zod/mini'
import { dayWords } from '../../shared/dates/time.ts'
import { inTimeOf, OUTCOMES, type Outcome, type TimelinessReport } from '../../shared/meeting/timeliness.ts'
import { PLACEMENT_TYPE_WORDS } from '../../shared/words.ts'
import { reader } from '../answers.ts'
import { NotLoaded } from '../parts/not-loaded.tsx'
import { Page } from '../parts/page.tsx'
import { Section } from '../parts/section.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { useTab } from '../tab-context.ts'
import { useAnswer } from '../use-answer.ts'

const readTimeliness = reader<TimelinessReport>(
  z.looseObject({
    rows: z.array(
      z.looseObject({ type: z.string(), rule: z.string(), counts: z.record(z.enum(OUTCOMES), z.number()) }),
    ),
    since: z.string(),
  }),
)

const WORDS: Record<Outcome, string> = {
  before: 'Before the placement began',
  inTime: 'In time after it began',
  late: 'Late',
  notHeld: 'Not held by the last day',
  open: 'Record not closed yet',
}

const useStyles = makeStyles({
  sum: typographyStyles.body1Strong,
  counts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(9rem, 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    '& dt': { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
    '& dd': { ...typographyStyles.subtitle2, margin: 0 },
  },
})

export default function TimelinessPage() {
  const styles = useStyles()
  const { api } = useTab()
  const { asked, retry } = useAnswer(
    useCallback(() => api.get(readTimeliness, '/timeliness'), [api]),
    null,
  )
  if (asked.status === 'loading') return <Waiting label="Counting the planning meetings" />
  if (asked.status === 'failed')
    return <NotLoaded what="The meetings could not be counted" refusal={asked.refusal} onRetry={retry} />
  const { rows, since } = asked.value
  return (
    <Page title="How timely meetings are" narrow>
      <p>
        Planning meetings of your cases that were due since {dayWords(since)}. What is still to come is not counted.
      </p>
      {rows.length === 0 && <p>None was due yet.</p>}
      {rows.map((row) => {
        const { have, of } = inTimeOf(row)
        return (
          <Section key={`${row.type} ${row.rule}`} title={`${PLACEMENT_TYPE_WORDS[row.type]}: ${row.rule}`}>
            <p className={styles.sum}>{of === 0 ? 'No record is closed yet.' : `${have} of ${of} in time`}</p>
            <dl className={styles.counts}>
              {OUTCOMES.map((outcome) => (
                <div key={outcome}>
                  <dt>{WORDS[outcome]}</dt>
                  <dd>{row.counts[outcome]}</dd>
                </div>
              ))}
            </dl>
          </Section>
        )
      })}
    </Page>
  )
}
