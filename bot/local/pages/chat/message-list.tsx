/** The messages of a conversation, the newest at the bottom and in view. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { usePlace } from '../town/place.ts'
import { useNow } from '../town/town-clock.ts'
import type { Message } from './chat-api.ts'
import { MessageView, type MessageDoes } from './message.tsx'

const useStyles = makeStyles({
  messages: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    scrollPaddingBlock: tokens.spacingVerticalL,
    '@media (max-width: 720px)': { padding: tokens.spacingHorizontalS },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  typing: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, minHeight: '16px' },
})

type MessageListProps = {
  messages: Message[]
  typing: string | null
  busyMessage: string | null
  does: (message: Message) => MessageDoes
}

export function MessageList({ messages, typing, busyMessage, does }: MessageListProps) {
  const styles = useStyles()
  const now = useNow()
  const { door } = usePlace()
  const end = useRef<HTMLDivElement>(null)
  const newest = messages.at(-1)?.id
  useEffect(() => {
    // Of what is longer than the window one wants to read the beginning.
    const last = end.current?.previousElementSibling
    const tooLong = last && last.clientHeight > (end.current?.parentElement?.clientHeight ?? 0)
    void (tooLong ? last : end.current)?.scrollIntoView({ block: tooLong ? 'start' : 'end' })
  }, [newest, door])
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrow keys scroll it
    <div className={styles.messages} role="log" aria-label="Messages" tabIndex={0} data-tour="messages">
      {inThreads(messages).map((message) => (
        <MessageView
          key={message.id}
          message={message}
          today={now}
          busy={busyMessage === message.id}
          does={does(message)}
        />
      ))}
      <div ref={end} className={styles.typing}>
        {typing}
      </div>
    </div>
  )
}

/** In a channel the answers stand under the message that began the thread. */
const inThreads = (messages: Message[]): Message[] =>
  messages
    .filter(({ rootId }) => rootId === null)
    .flatMap((root) => [root, ...messages.filter(({ rootId }) => rootId === root.id)])
