/** What the chat page asks for and what people do there. `?as=` names the person, by address. */
import { Router, type Request } from 'express'
import { z } from 'zod'
import { findMember, type DirectoryMember } from '../people/directory.ts'
import { readBody, WorkplaceRefusal } from '../routes/refusal.ts'
import { pressButton, pressForm } from './card-actions.ts'
import type { PersonalViews } from './cards.ts'
import { conversationList, messageList, messageView, unreadOfAll } from './chat-views.ts'
import { edit, handOver, openApp, removeApp, takeBack, write } from './conversing.ts'
import { BOT_NAME, conversationsOf, findConversation, type Conversation } from './conversations.ts'
import { fetchDialog, submitDialog } from './dialogs.ts'
import { setBlocked } from './installation.ts'
import { findMessage, markRead, type ChatMessage } from './messages.ts'
import { dialogSource } from './outcome.ts'
import type { Teams } from './teams.ts'
import { BOT_ID } from './teams-ids.ts'

const words = z.string().trim().min(1).max(28_000)
const writeForm = z.strictObject({ text: words, rootId: z.string().optional() })
const editForm = z.strictObject({ text: words })
const dialogForm = z.strictObject({ source: dialogSource })
const submitForm = z.strictObject({ source: dialogSource, data: z.unknown().optional() })
const appForm = z.strictObject({ installed: z.boolean().optional(), blocked: z.boolean().optional() })

type In<Params> = Request<Params>

export function chatRoutes(teams: Teams, views: PersonalViews): Router {
  const { tenant } = teams
  const router = Router()

  router.get('/unread', (_request, response) => void response.json({ people: unreadOfAll(tenant) }))
  router.get('/conversations', (request, response) => {
    const person = personIn(request)
    response.json({
      me: { name: person.name, email: person.email, role: person.role },
      bot: { id: BOT_ID, name: BOT_NAME },
      messageActions: teams.messageActions,
      conversations: conversationList(tenant, person),
    })
  })
  /** Opens the app's own chat, or takes the app away, or turns its bot away. */
  router.post('/app', async (request, response) => {
    const person = personIn(request)
    const { installed = true, blocked } = readBody(appForm, request.body ?? {})
    if (installed) await openApp(teams, person)
    else await removeApp(teams, person)
    if (blocked !== undefined) setBlocked(tenant, person.objectId, blocked)
    response.json(conversationList(tenant, person)[0])
  })

  const messages = '/conversations/:conversationId/messages'
  router.get(messages, (request, response) => {
    const { person, conversation } = placeIn(request)
    response.json({ messages: messageList(tenant, person, conversation, views) })
  })
  router.post(messages, async (request, response) => {
    const { person, conversation } = placeIn(request)
    const { text, rootId = null } = readBody(writeForm, request.body)
    if (rootId !== null && conversation.kind !== 'channel')
      throw new WorkplaceRefusal(400, 'Only a channel has threads.')
    const message = await write(teams, person, conversation, { text, rootId })
    response.status(201).json(messageView(message, person, views))
  })
  router.post('/conversations/:conversationId/read', (request, response) => {
    const { person, conversation } = placeIn(request)
    markRead(tenant, conversation.id, person.objectId)
    response.status(204).end()
  })

  const message = `${messages}/:messageId`
  router.put(message, async (request, response) => {
    const own = ownMessageIn(request)
    const edited = await edit(teams, own.person, own.conversation, own.message, readBody(editForm, request.body).text)
    response.json(messageView(edited, own.person, views))
  })
  router.delete(message, async (request, response) => {
    const { person, conversation, message } = ownMessageIn(request)
    await takeBack(teams, person, conversation, message)
    response.status(204).end()
  })
  router.post(`${message}/send-again`, async (request, response) => {
    const { person, conversation, message } = ownMessageIn(request)
    response.json(messageView(await handOver(teams, person, conversation, message), person, views))
  })
  router.post(`${message}/press`, async (request, response) => {
    const at = messageIn(request)
    response.json(await pressButton({ teams, ...at }, readBody(pressForm, request.body), views))
  })
  router.post(`${message}/dialog`, async (request, response) => {
    const { person, conversation, message } = messageIn(request)
    const { source } = readBody(dialogForm, request.body)
    response.json(await fetchDialog(teams, person, conversation, message, source))
  })
  router.post(`${message}/dialog/submit`, async (request, response) => {
    const { person, conversation, message } = messageIn(request)
    response.json(await submitDialog(teams, person, conversation, message, readBody(submitForm, request.body)))
  })
  return router

  function placeIn(request: In<{ conversationId: string }>): { person: DirectoryMember; conversation: Conversation } {
    const person = personIn(request)
    const named = findConversation(request.params.conversationId)
    const conversation = conversationsOf(person).find(({ id }) => id === named?.id)
    if (!conversation) throw new WorkplaceRefusal(404, 'This person is in no such conversation.')
    return { person, conversation }
  }

  function messageIn(request: In<{ conversationId: string; messageId: string }>) {
    const place = placeIn(request)
    const message = findMessage(tenant, place.conversation.id, request.params.messageId)
    if (!message) throw new WorkplaceRefusal(404, 'There is no such message, or it has been deleted.')
    return { ...place, message }
  }

  function ownMessageIn(request: In<{ conversationId: string; messageId: string }>) {
    const place = messageIn(request)
    if (!isBy(place.message, place.person)) throw new WorkplaceRefusal(403, 'Only who wrote a message may change it.')
    return place
  }
}

const isBy = ({ from }: ChatMessage, { objectId }: DirectoryMember) =>
  from.kind === 'person' && from.objectId === objectId

function personIn(request: Pick<Request, 'query'>): DirectoryMember {
  const as = request.query.as
  const person = typeof as === 'string' && as.includes('@') ? findMember(as) : undefined
  if (person?.kind !== 'person')
    throw new WorkplaceRefusal(404, 'Say who you are with "as": the address of somebody inside the council.')
  return person
}
