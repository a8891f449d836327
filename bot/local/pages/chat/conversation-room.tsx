/** One conversation: read, write, press. */
import { makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { useCallback, useEffect, useState } from 'react'
import { noteDeed } from '../tour/deeds.ts'
import { useLive } from '../town/live.ts'
import { Notice } from '../town/notice.tsx'
import { usePlace } from '../town/place.ts'
import { useDoing } from '../town/say.ts'
import { useTown } from '../town/town-context.ts'
import { useAsked } from '../town/use-asked.ts'
import { useOpenLink } from '../town/use-open-link.ts'
import { CardDialogView } from './card-dialog.tsx'
import { chatApi, type Conversation, type ConversationList, type Message } from './chat-api.ts'
import { Composer, type Writing } from './composer.tsx'
import { ConversationHeader } from './conversation-header.tsx'
import { MessageList } from './message-list.tsx'
import { ReadyMadeMenu, ReadyMadeWelcome } from './ready-made-list.tsx'
import { usePresses } from './use-presses.ts'

const useStyles = makeStyles({
  room: { display: 'flex', flexDirection: 'column', minHeight: 0, minWidth: 0 },
  waiting: { padding: tokens.spacingHorizontalXXL },
})

type RoomProps = {
  conversation: Conversation
  messageActions: ConversationList['messageActions']
  botName: string
}

export function ConversationRoom({ conversation, messageActions, botName }: RoomProps) {
  const styles = useStyles()
  const { me } = useTown()
  const doing = useDoing()
  const openLink = useOpenLink()
  const typing = useTyping(conversation.id, botName)
  const [text, setText] = useState('')
  const [pasted, setPasted] = useState(0)
  const [writing, setWriting] = useState<Writing>({ kind: 'new' })
  const [sending, setSending] = useState(false)
  const { asked, again } = useAsked(
    useCallback(() => chatApi.messages(me.email, conversation.id), [me.email, conversation.id]),
    ['chat'],
  )
  const presses = usePresses(conversation.id, () => void again())
  useMarkRead(me.email, conversation)

  if (asked.status === 'loading') return <Spinner className={styles.waiting} label="Opening the chat" />
  if (asked.status === 'failed') return <Notice intent="error" title="The chat could not be opened" words={asked.why} />
  const messages = asked.value

  const paste = (readyMade: { text: string }) => {
    setText(readyMade.text)
    setPasted(pasted + 1)
  }
  const stopWriting = () => {
    setWriting({ kind: 'new' })
    setText('')
  }
  const send = async () => {
    const words = text.trim()
    setSending(true)
    stopWriting()
    const sent = await doing(() =>
      writing.kind === 'edit'
        ? chatApi.edit(me.email, conversation.id, writing.messageId, words)
        : chatApi
            .write(me.email, conversation.id, words, writing.kind === 'reply' ? writing.rootId : null)
            .then(() => undefined),
    )
    if (sent) noteDeed('sent')
    else setText(words)
    setSending(false)
  }
  const doesFor = (message: Message) => ({
    onPress: (action: Parameters<typeof presses.press>[1]) => presses.press(message.id, action),
    onOpen: openLink,
    onEdit: () => {
      setWriting({ kind: 'edit', messageId: message.id })
      setText(message.text)
    },
    onTakeBack: () => void doing(() => chatApi.takeBack(me.email, conversation.id, message.id)),
    onSendAgain: () => void doing(() => chatApi.sendAgain(me.email, conversation.id, message.id)),
    onReply:
      conversation.kind === 'channel'
        ? () => setWriting({ kind: 'reply', rootId: message.rootId ?? message.id, to: message.from.name })
        : null,
    actions: messageActions.map(({ commandId, title }) => ({
      title,
      run: () => presses.messageAction(message.id, commandId),
    })),
  })

  return (
    <section className={styles.room} aria-label={conversation.name}>
      <ConversationHeader conversation={conversation} />
      {messages.length === 0 && conversation.kind === 'personal' ? (
        <ReadyMadeWelcome onPaste={paste} />
      ) : (
        <MessageList messages={messages} typing={typing} busyMessage={presses.busyMessage} does={doesFor} />
      )}
      <Composer
        text={text}
        onText={setText}
        writing={writing}
        onStop={stopWriting}
        onSend={() => void send()}
        busy={sending}
        pasted={pasted}
        hint={conversation.kind === 'personal' ? 'Paste a confirmation, or write “help”' : `@${botName} help`}
      >
        {conversation.kind === 'personal' && messages.length > 0 && <ReadyMadeMenu onPaste={paste} />}
      </Composer>
      {presses.dialog && (
        <CardDialogView
          dialog={presses.dialog}
          busy={presses.busyMessage !== null}
          onSubmit={(data) => presses.dialog && presses.submitDialog(presses.dialog, data)}
          onOpen={openLink}
          onClose={presses.closeDialog}
        />
      )}
    </section>
  )
}

const TYPING_SHOWN_MS = 8_000

/** Teams shows that somebody is writing until they have written, or for a few seconds. */
function useTyping(conversationId: string, botName: string): string | null {
  const live = useLive()
  const [typing, setTyping] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stopTyping = live.onTyping((where) => {
      if (where !== conversationId) return
      setTyping(true)
      clearTimeout(timer)
      timer = setTimeout(() => setTyping(false), TYPING_SHOWN_MS)
    })
    const stopChanges = live.onChange((topics) => topics.includes('chat') && setTyping(false))
    return () => {
      clearTimeout(timer)
      stopTyping()
      stopChanges()
    }
  }, [live, conversationId])
  return typing ? `${botName} is typing …` : null
}

/** Whoever has the chat before their eyes has read it. */
function useMarkRead(email: string, { id, unread }: Conversation) {
  const { door } = usePlace()
  useEffect(() => {
    if (door === 'chat' && unread > 0 && document.visibilityState === 'visible')
      void chatApi.markRead(email, id).catch(() => undefined) // it is marked the next time
  }, [email, id, unread, door])
}
