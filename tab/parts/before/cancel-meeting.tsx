/** Gives a meeting up, which cannot be undone. */
import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { dayWords } from '../../../shared/dates/time.ts'
import { whoIsTold } from '../../../shared/people/who-is-told.ts'
import type { MeetingAnswer } from '../../../shared/wire/tab-api.ts'
import { useTab } from '../../tab-context.ts'
import { useAction } from '../../use-action.ts'
import { RefusalNotice } from '../refusal-notice.tsx'
import { Section } from '../section.tsx'
import type { MeetingProps } from './before.tsx'

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export function CancelMeeting({ view, onChanged, onStale, onClose }: MeetingProps & { onClose: () => void }) {
  const styles = useStyles()
  const { api, announce } = useTab()
  const [reason, setReason] = useState('')
  const { busy, refusal, run } = useAction<MeetingAnswer>({ onDone: onChanged, onStale })
  const told = view.state === 'toArrange' ? null : whoIsTold(view.attendees)

  const cancel = async () => {
    if (await run(() => api.cancel(view.id, { version: view.version, reason: reason.trim() }))) {
      announce('The meeting is cancelled')
    }
  }

  return (
    <Section title="Cancel the meeting">
      <p>
        {told
          ? `Outlook tells ${told} that the meeting does not take place, without a reason.`
          : 'Nobody has been invited yet, so nobody is written to.'}
        {view.planDue && ` The plan itself stays due by law on ${dayWords(view.planDue.date)}.`} A cancelled meeting
        cannot be taken up again.
      </p>
      <Field label="Why it does not take place" hint="Kept with the meeting; nobody who is invited reads it." required>
        <Textarea value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <RefusalNotice refusal={refusal} />
      <div className={styles.buttons}>
        <Button disabledFocusable={reason.trim() === '' || busy} onClick={() => void cancel()}>
          {busy ? 'Cancelling' : 'Cancel the meeting'}
        </Button>
        <Button onClick={onClose}>Keep the meeting</Button>
      </div>
    </Section>
  )
}
