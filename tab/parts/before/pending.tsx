/** What Outlook is still to be told: it waits a little for more, so that people are written to once. */
import { Button, makeStyles } from '@fluentui/react-components'
import { clockWords } from '../../../shared/dates/time.ts'
import type { MeetingAnswer } from '../../../shared/wire/tab-api.ts'
import { useTab } from '../../tab-context.ts'
import { useAction } from '../../use-action.ts'
import { RefusalNotice } from '../refusal-notice.tsx'
import { Section } from '../section.tsx'
import type { MeetingProps } from './before.tsx'

const useStyles = makeStyles({ button: { alignSelf: 'flex-start' } })

export function Pending({ view, onChanged, onStale }: MeetingProps) {
  const styles = useStyles()
  const { api, announce } = useTab()
  const { busy, refusal, run } = useAction<MeetingAnswer>({ onDone: onChanged, onStale })
  if (!view.pending) return null
  const send = async () => {
    if (await run(() => api.sendNow(view.id, { version: view.version }))) announce('Outlook is being told')
  }
  return (
    <Section title="Not sent yet">
      <p>
        This goes to Outlook at {clockWords(view.pending.sendsAt)}, unless you change more. Until then nobody hears of
        it, and it can be undone.
      </p>
      <ul>
        {view.pending.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <RefusalNotice refusal={refusal} />
      <Button className={styles.button} disabledFocusable={busy} onClick={() => void send()}>
        {busy ? 'Sending' : 'Send now'}
      </Button>
    </Section>
  )
}
