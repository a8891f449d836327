/** Opened in the chat of a planning meeting, or beside it: that meeting is what whoever opens the tab is there for. */
import { useEffect, useState } from 'react'
import type { ChatAnswer } from '../shared/wire/chat-api.ts'
import { goTo, pathOf } from './route.ts'
import { useTab } from './tab-context.ts'

/** The chat of two people is called after them, and no web address names a person. */
const OF_A_MEETING = '19:meeting_'

/** `true` while it is looked for; once, since whoever goes back to the list wants the list. */
export function useMeetingOfChat(onList: boolean): boolean {
  const { api, host } = useTab()
  const chatId = host.chatId?.startsWith(OF_A_MEETING) ? host.chatId : null
  const [looking, setLooking] = useState(onList && chatId !== null)
  useEffect(() => {
    if (!looking || !chatId) return
    let here = true
    void api.get(readChat, `/chats/${encodeURIComponent(chatId)}/meeting`).then((answer) => {
      if (!here) return
      setLooking(false)
      if (answer.ok && answer.value.meetingId) goTo(pathOf(answer.value.meetingId), { replace: true })
    })
    return () => {
      here = false
    }
  }, [api, chatId, looking])
  return looking
}

function readChat(raw: unknown): ChatAnswer | null {
  const { meetingId } = (raw ?? {}) as { meetingId?: unknown }
  return meetingId === null || typeof meetingId === 'string' ? { meetingId } : null
}
