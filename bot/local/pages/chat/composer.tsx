/** Where a person writes. Enter sends, Shift and Enter begins a new line, as in Teams. */
import { Button, makeStyles, Textarea, tokens, typographyStyles } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { SendFilled } from '@fluentui/react-icons/svg/send'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useMedia } from '../town/use-media.ts'

const useStyles = makeStyles({
  composer: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 720px)': { padding: tokens.spacingHorizontalS },
  },
  doing: {
    ...typographyStyles.caption1,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    color: tokens.colorNeutralForeground2,
  },
  row: { display: 'flex', alignItems: 'flex-end', gap: tokens.spacingHorizontalS },
  field: { flexGrow: 1, minWidth: 0 },
})

/** What is being written: something new, an answer in a thread, or other words for what was said. */
export type Writing =
  { kind: 'new' } | { kind: 'reply'; rootId: string; to: string } | { kind: 'edit'; messageId: string }

type ComposerProps = {
  text: string
  onText: (text: string) => void
  writing: Writing
  onStop: () => void
  onSend: () => void
  hint: string
  busy: boolean
  /** How often something was pasted: each time the next thing to do is to send it. */
  pasted: number
  children?: ReactNode
}

export function Composer({ text, onText, writing, onStop, onSend, hint, busy, pasted, children }: ComposerProps) {
  const styles = useStyles()
  const narrow = useMedia('(max-width: 720px)')
  const field = useRef<HTMLTextAreaElement>(null)
  const sendButton = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (writing.kind !== 'new') field.current?.focus()
  }, [writing])
  useEffect(() => {
    if (pasted > 0) sendButton.current?.focus()
  }, [pasted])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && writing.kind !== 'new') onStop()
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (text.trim() && !busy) onSend()
  }
  return (
    <div className={styles.composer}>
      {writing.kind !== 'new' && (
        <div className={styles.doing}>
          {writing.kind === 'edit' ? 'You are changing your message.' : `You are answering ${writing.to}.`}
          <Button size="small" appearance="subtle" icon={<DismissRegular />} aria-label="Stop" onClick={onStop} />
        </div>
      )}
      <div className={styles.row}>
        <Textarea
          className={styles.field}
          textarea={{
            ref: field,
            rows: Math.min(narrow ? 4 : 10, Math.max(1, text.split('\n').length)),
            'aria-label': 'Message',
          }}
          value={text}
          placeholder={hint}
          onChange={(_, { value }) => onText(value)}
          onKeyDown={onKeyDown}
          resize="none"
          data-tour="composer"
        />
        {children}
        <Button
          ref={sendButton}
          appearance="primary"
          icon={<SendFilled />}
          disabledFocusable={text.trim() === '' || busy}
          onClick={onSend}
          aria-label="Send"
          data-tour="send"
        >
          {narrow ? null : 'Send'}
        </Button>
      </div>
    </div>
  )
}
