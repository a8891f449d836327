/** A placement that does not go ahead: all its meetings to come are cancelled with one press, which cannot be undone. */
import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { CaseView } from '../../../shared/placement/case-view.ts'
import type { PlacementAnswer } from '../../../shared/wire/placement-api.ts'
import { useTab } from '../../tab-context.ts'
import { useAction } from '../../use-action.ts'
import { RefusalNotice } from '../refusal-notice.tsx'
import { Section } from '../section.tsx'
import { caseApi } from './case-api.ts'

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type Props = { placement: CaseView; onDone: () => void; onClose?: () => void }

/** With something that puts the placement in doubt, or because an officer knows of it. */
export function PlacementOff({ placement, onDone, onClose }: Props) {
  const styles = useStyles()
  const { api, announce } = useTab()
  const [reason, setReason] = useState('')
  const { busy, refusal, run } = useAction<PlacementAnswer>({ onDone, onStale: onDone })
  const { id, version, doubt, may } = placement
  const cancel = async () => {
    if (await run(() => caseApi(api, id).cancel({ version, reason: reason.trim() })))
      announce('The placement is cancelled')
  }
  const keep = async () => {
    if (await run(() => caseApi(api, id).goesAhead({ version }))) announce('The placement goes ahead')
  }
  return (
    <Section title={doubt ? 'Does the placement go ahead?' : 'The placement does not go ahead'}>
      {doubt && <p>{doubt}</p>}
      {may.decide ? (
        <>
          <p>
            All its meetings to come are cancelled, and everybody invited is told by Outlook that they do not take
            place, and not why. Nothing is due any more; the case is kept.
          </p>
          <Field
            label="Why the placement does not go ahead"
            hint="Kept with the case; nobody who is invited reads it."
            required
          >
            <Textarea value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
          </Field>
          <RefusalNotice refusal={refusal} />
          <div className={styles.buttons}>
            <Button disabledFocusable={reason.trim() === '' || busy} onClick={() => void cancel()}>
              {busy ? 'Cancelling' : 'Cancel the placement'}
            </Button>
            {doubt ? (
              <Button disabledFocusable={busy} onClick={() => void keep()}>
                It goes ahead
              </Button>
            ) : (
              <Button onClick={onClose}>It goes ahead</Button>
            )}
          </div>
        </>
      ) : (
        <p>A placement officer decides.</p>
      )}
    </Section>
  )
}
