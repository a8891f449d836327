/** Lets a mail arrive in one of the council's own mailboxes, as if somebody had written it. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { ROLE_WORDS } from '../../../../shared/words.ts'
import { ReadyMadeMenu } from '../chat/ready-made-list.tsx'
import { useDoing, useSay } from '../town/say.ts'
import { useTown } from '../town/town-context.ts'
import { outlookApi, type Mailbox } from './outlook-api.ts'

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  paste: { alignSelf: 'flex-start' },
})

export function WriteMailDialog({ to, onClose }: { to: Mailbox; onClose: () => void }) {
  const styles = useStyles()
  const { people, me } = useTown()
  const doing = useDoing()
  const say = useSay()
  const [from, setFrom] = useState(me.email)
  const [subject, setSubject] = useState('Placement confirmation')
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    const sent = await doing(() => outlookApi.arrive(to.email, { from, subject, text }))
    setBusy(false)
    if (!sent) return
    say(`The mail has arrived with ${to.name}`)
    onClose()
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <DialogBody>
            <DialogTitle>Write to {to.name}</DialogTitle>
            <DialogContent className={styles.fields}>
              <Field label="From">
                <Select value={from} onChange={(_, { value }) => setFrom(value)}>
                  {people.map(({ name, email, role }) => (
                    <option key={email} value={email}>
                      {name}, {ROLE_WORDS[role]}
                    </option>
                  ))}
                </Select>
              </Field>
              <Field label="Subject" required>
                <Input value={subject} onChange={(_, { value }) => setSubject(value)} />
              </Field>
              <Field label="Words" required>
                <Textarea value={text} onChange={(_, { value }) => setText(value)} rows={10} resize="vertical" />
              </Field>
              <div className={styles.paste}>
                <ReadyMadeMenu onPaste={(readyMade) => setText(readyMade.text)} />
              </div>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>Leave it</Button>
              <Button appearance="primary" type="submit" disabledFocusable={busy || !subject.trim() || !text.trim()}>
                Send
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
