/** Which planning meeting belongs to a chat of Teams, for the tab that was opened in it. */
import { Router } from 'express'
import type { ChatAnswer } from '../../shared/wire/chat-api.ts'
import type { Ports } from '../meetings/ports.ts'
import { meetingInChat } from '../meetings/record-call.ts'
import { readerOf } from './sign-in.ts'

export function chatRoutes(ports: Ports): Router {
  const router = Router()
  router.get('/chats/:chat/meeting', async (request, response) => {
    const meetingId = await meetingInChat(request.params.chat, readerOf(response), ports)
    response.json({ meetingId } satisfies ChatAnswer)
  })
  return router
}
