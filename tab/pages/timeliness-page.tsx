/** For managers: how many meetings of their cases were held in time, by kind of placement and by rule. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { useCallback, useEffect } from 'react'
import * as z from 'zod/mini'
import { dayWords } from '../../shared/dates/time.ts'
import { inTimeOf, OUTCOMES, type Outcome, type TimelinessReport } from '../../shared/meeting/timeliness.ts'
import { PLACEMENT_TYPE_WORDS } from '../../shared/words.ts'
import { reader } from '../answers.ts'
import { NotLoaded } from '../parts/not-loaded.tsx'
import { Section } from '../parts/section.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { goTo, LIST } from '../route.ts'
import { useTab } from '../tab-context.ts'
import { useAnswer } from '../use-answer.ts'
import { useArrival } from '../use-arrival.ts'

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
  open: 'Met, record not closed',
}

const useStyles = makeStyles({
  page: {
    maxWidth: '60rem',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXXL}`,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    ...typographyStyles.body1,
    '& p': { margin: 0 },
  },
  top: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { ...typographyStyles.title3, margin: 0 },
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
  const heading = useArrival()
  const { asked, retry } = useAnswer(
    useCallback(() => api.get(readTimeliness, '/timeliness'), [api]),
    null,
  )
  useEffect(() => {
    document.title = 'How timely meetings are'
  }, [])

  if (asked.status === 'loading') return <Waiting label="Counting the planning meetings" />
  if (asked.status === 'failed')
    return <NotLoaded what="The meetings could not be counted" refusal={asked.refusal} onRetry={retry} />
  const { rows, since } = asked.value
  return (
    <main className={styles.page}>
      <div className={styles.top}>
        <Button
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          aria-label="All planning meetings"
          onClick={() => goTo(LIST)}
        />
        <h1 className={styles.title} ref={heading} tabIndex={-1}>
          How timely meetings are
        </h1>
      </div>
      <p>
        Planning meetings of your cases that were due since {dayWords(since)}. What is still to come is not counted.
      </p>
      {rows.length === 0 && <p>None was due yet.</p>}
      {rows.map((row) => {
        const { have, of } = inTimeOf(row)
        return (
          <Section key={`${row.type} ${row.rule}`} title={`${PLACEMENT_TYPE_WORDS[row.type]}: ${row.rule}`}>
            <p className={styles.sum}>
              {have} of {of} in time
            </p>
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
    </main>
  )
}
