/** One large field for whatever confirms a placement. Nothing that was pasted is lost on the way to the server. */
import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useEffect, useState, type KeyboardEvent } from 'react'
import type { FoundAnswer } from '../../../shared/wire/drafts-api.ts'
import type { ApiRefusal } from '../../api.ts'
import { useTab } from '../../tab-context.ts'
import { useAction } from '../../use-action.ts'
import { CopyText } from '../copy-text.tsx'
import { RefusalNotice } from '../refusal-notice.tsx'
import { RetryButton } from '../retry-button.tsx'
import { bringIn } from './draft-api.ts'
import { OpenFile } from './open-file.tsx'
import { keepUnsent, unsentText } from './unsent-text.ts'

const useStyles = makeStyles({
  text: { width: '100%', '& textarea': { maxHeight: 'none', minHeight: '16rem' } },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type Props = { onFound: (answer: FoundAnswer) => void; onForm: () => void }

export function PasteText({ onFound, onForm }: Props) {
  const styles = useStyles()
  const { api, me, announce } = useTab()
  const [text, setText] = useState(() => unsentText(me.email))
  const { busy, refusal, run } = useAction<FoundAnswer>({ onDone: onFound })
  const isCutOff = refusal !== null && CUT_OFF.includes(refusal.reason)
  const isEmpty = text.trim() === ''

  const send = async () => {
    if (isEmpty || busy) return
    announce('Reading')
    if (await run(() => bringIn(api).pasted({ text }))) keepUnsent(me.email, '')
  }
  // The words are on their way to nobody: they stay here until the server has them, also when the page is loaded again.
  useEffect(() => {
    if (isCutOff) keepUnsent(me.email, text)
  }, [isCutOff, me.email, text])
  useEffect(() => {
    if (!isCutOff) return
    const again = () => void send()
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  })
  const sendWithKeys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void send()
    }
  }
  return (
    <>
      <Field
        label="The placement confirmation"
        hint="Paste the whole e-mail or message; several children may be in it. Nothing is sent to anybody: the next page shows what was read, and times to choose from."
      >
        <Textarea
          className={styles.text}
          value={text}
          rows={14}
          resize="vertical"
          autoComplete="off"
          onChange={(_, { value }) => setText(value)}
          onKeyDown={sendWithKeys}
        />
      </Field>
      <RefusalNotice refusal={refusal && { ...refusal, message: wordsFor(refusal, isCutOff) }} />
      {refusal && refusal.fields.length > 0 && (
        <ul>
          {refusal.fields.map(({ field, problem, accepted }) => (
            <li key={field}>
              {field}: {problem}; accepted: {accepted}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        {isCutOff ? (
          <>
            <RetryButton refusal={refusal} onRetry={() => void send()} primary />
            <CopyText label="Copy the text" text={() => text} />
          </>
        ) : (
          <Button appearance="primary" size="large" disabledFocusable={isEmpty || busy} onClick={() => void send()}>
            {busy ? 'Reading' : 'Read it'}
          </Button>
        )}
        <Button size={isCutOff ? 'medium' : 'large'} onClick={onForm}>
          Fill in a form instead
        </Button>
        <OpenFile onFound={onFound} />
      </div>
    </>
  )
}

/** Between the page and the server something was in the way: nothing is wrong with the text. */
const CUT_OFF = ['offline', 'unreachable', 'timedOut', 'signedOut', 'failed']

const wordsFor = ({ message }: ApiRefusal, isCutOff: boolean) =>
  isCutOff ? `${message} Your text is still here, and is lost neither now nor when you load this page again.` : message
