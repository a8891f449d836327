/** What every change by hand has: a reason that stays here, a button to do it and one to leave things as they are. */
import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { Answered } from '../../api.ts'
import type { MeetingAnswer } from '../../../shared/wire/tab-api.ts'
import { useTab } from '../../tab-context.ts'
import { useAction } from '../../use-action.ts'
import { RefusalNotice } from '../refusal-notice.tsx'
import type { MeetingProps } from './before.tsx'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type EditFormProps = Pick<MeetingProps, 'onChanged' | 'onStale'> & {
  asks: string
  does: string
  complete: boolean
  /** Said aloud once it is done. */
  done: string
  onClose: () => void
  save: (reason: string) => Promise<Answered<MeetingAnswer>>
  children: ReactNode
}

export function EditForm({ asks, does, complete, done, onClose, save, children, ...on }: EditFormProps) {
  const styles = useStyles()
  const { announce } = useTab()
  const [reason, setReason] = useState('')
  const { busy, refusal, run } = useAction<MeetingAnswer>({ onDone: on.onChanged, onStale: on.onStale })
  const ready = complete && reason.trim() !== ''
  const submit = async () => {
    if (!(await run(() => save(reason.trim())))) return
    announce(done)
    onClose()
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !busy) void submit()
      }}
    >
      {children}
      <Field label={asks} hint="Kept with the meeting; nobody who is invited reads it." required>
        <Textarea value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <RefusalNotice refusal={refusal} />
      <div className={styles.buttons}>
        <Button appearance="primary" type="submit" disabledFocusable={!ready || busy}>
          {does}
        </Button>
        <Button onClick={onClose}>Leave it as it is</Button>
      </div>
    </form>
  )
}
