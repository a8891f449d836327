/** For those who look after the app: what it has been allowed, what is missing, and whether anything is open too wide. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useCallback, useEffect } from 'react'
import { OUTCOME_WORDS, preflightSummary, worstFirst, type PreflightOutcome } from '../../shared/preflight.ts'
import type { Worry } from '../../shared/meeting/standing.ts'
import { NotLoaded } from '../parts/not-loaded.tsx'
import { StandingMark } from '../parts/standing-mark.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { goTo, LIST } from '../route.ts'
import { useTab } from '../tab-context.ts'
import { useAnswer } from '../use-answer.ts'
import { useArrival } from '../use-arrival.ts'

const WORRY: Record<PreflightOutcome, Worry> = {
  broken: 'urgent',
  tooWide: 'urgent',
  missing: 'urgent',
  unknown: 'attention',
  works: 'done',
}

const useStyles = makeStyles({
  page: {
    maxWidth: '60rem',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXXL}`,
    ...typographyStyles.body1,
  },
  title: { ...typographyStyles.title3, margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginBlock: tokens.spacingVerticalM },
  checks: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  check: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    columnGap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
    '@media (min-width: 640px)': { gridTemplateColumns: '9rem minmax(0, 1fr)' },
    '& p': { margin: 0 },
  },
  what: { ...typographyStyles.body1Strong, margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
})

export default function PreflightPage() {
  const styles = useStyles()
  const { api, announce } = useTab()
  const heading = useArrival()
  const { asked, retry } = useAnswer(
    useCallback(() => api.preflight(), [api]),
    null,
  )
  useEffect(() => {
    document.title = 'Preflight'
  }, [])
  const summary = asked.status === 'loaded' ? preflightSummary(asked.value.checks) : null
  useEffect(() => {
    if (summary) announce(summary)
  }, [summary, announce])

  if (asked.status === 'loading') return <Waiting label="Trying what the app has been allowed" />
  if (asked.status === 'failed') {
    return <NotLoaded what="The preflight could not be run" refusal={asked.refusal} onRetry={retry} />
  }
  return (
    <main className={styles.page}>
      <h1 className={styles.title} ref={heading} tabIndex={-1}>
        Preflight
      </h1>
      <p>{summary} Each was tried just now; nothing was changed.</p>
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={retry}>
          Try again
        </Button>
        <Button onClick={() => goTo(LIST)}>Planning meetings</Button>
      </div>
      <ul className={styles.checks}>
        {worstFirst(asked.value.checks).map(({ id, outcome, what, why, permission, givenIn, words }) => (
          <li key={id} className={styles.check}>
            <StandingMark worry={WORRY[outcome]} words={OUTCOME_WORDS[outcome]} />
            <div>
              <h2 className={styles.what}>{what}</h2>
              <p>{words}</p>
              <p className={styles.quiet}>
                {permission && `${permission}, given in ${givenIn}: `}
                {why}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </main>
  )
}
