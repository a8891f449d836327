/** A newer message says otherwise: how it was, how it would be, and what follows; nothing moves before a press. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { CaseView } from '../../../shared/placement/case-view.ts'
import type { PlacementAnswer } from '../../../shared/wire/placement-api.ts'
import { useTab } from '../../tab-context.ts'
import { useAction } from '../../use-action.ts'
import { RefusalNotice } from '../refusal-notice.tsx'
import { Section } from '../section.tsx'
import { caseApi } from './case-api.ts'

const useStyles = makeStyles({
  rows: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, auto) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    '& dd': { margin: 0 },
  },
  label: { color: tokens.colorNeutralForeground2 },
  to: typographyStyles.body1Strong,
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export function ReportedChange({ placement, onDone }: { placement: CaseView; onDone: () => void }) {
  const styles = useStyles()
  const { api, announce } = useTab()
  const { busy, refusal, run } = useAction<PlacementAnswer>({ onDone, onStale: onDone })
  const { change, id, version, may } = placement
  if (!change) return null
  const settle = async (take: boolean) => {
    if (await run(() => caseApi(api, id).settleChange({ version, take })))
      announce(take ? 'The change is taken over' : 'Everything stays as it was')
  }
  return (
    <Section title="A newer message changes this placement">
      <p>Nothing has been changed yet.</p>
      <dl className={styles.rows}>
        {change.rows.map(({ label, from, to }) => [
          <dt key={`${label} label`} className={styles.label}>
            {label}
          </dt>,
          <dd key={label}>
            {from} <span aria-label="becomes">→</span> <span className={styles.to}>{to}</span>
          </dd>,
        ])}
        {change.also && (
          <>
            <dt className={styles.label}>Also</dt>
            <dd>{change.also}</dd>
          </>
        )}
      </dl>
      {change.stays.map((words) => (
        <p key={words}>{words}</p>
      ))}
      <RefusalNotice refusal={refusal} />
      {may.decide ? (
        <div className={styles.buttons}>
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void settle(true)}>
            Take over the change
          </Button>
          <Button disabledFocusable={busy} onClick={() => void settle(false)}>
            Leave it as it was
          </Button>
        </div>
      ) : (
        <p>A placement officer decides whether it is taken over.</p>
      )}
    </Section>
  )
}
