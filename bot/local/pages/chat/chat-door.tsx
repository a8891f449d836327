/** Chat, as in Teams: one's conversations, and the one that is open. */
import { makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import { Notice } from '../town/notice.tsx'
import { useTown } from '../town/town-context.ts'
import { useAsked } from '../town/use-asked.ts'
import { chatApi } from './chat-api.ts'
import { ConversationList } from './conversation-list.tsx'
import { ConversationRoom } from './conversation-room.tsx'

const useStyles = makeStyles({
  chat: {
    flexGrow: 1,
    minHeight: 0,
    display: 'grid',
    gridTemplateColumns: '280px minmax(0, 1fr)',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'auto minmax(0, 1fr)' },
  },
  waiting: { padding: tokens.spacingHorizontalXXL },
})

export function ChatDoor() {
  const styles = useStyles()
  const { me } = useTown()
  const [chosen, setChosen] = useState('')
  const { asked } = useAsked(
    useCallback(() => chatApi.conversations(me.email), [me.email]),
    ['chat'],
  )
  if (asked.status === 'loading') return <Spinner className={styles.waiting} label="Opening the chats" />
  if (asked.status === 'failed')
    return <Notice intent="error" title="The chats could not be opened" words={asked.why} />
  const { conversations, messageActions, bot } = asked.value
  const open = conversations.find(({ id }) => id === chosen) ?? conversations[0]
  if (!open) return null
  return (
    <div className={styles.chat}>
      <ConversationList conversations={conversations} open={open.id} onOpen={setChosen} />
      <ConversationRoom
        key={`${me.email} ${open.id}`}
        conversation={open}
        messageActions={messageActions}
        botName={bot.name}
      />
    </div>
  )
}
