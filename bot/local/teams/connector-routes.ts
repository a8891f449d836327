/** The Bot Framework connector of Teams: what a bot may do in conversations, and how it is refused. */
import { Router, type Request, type Response } from 'express'
import { readActivity } from './activity-form.ts'
import type { PersonalViews } from './cards.ts'
import {
  activityNotFound,
  answerConnectorErrors,
  ConnectorError,
  conversationNotFound,
  notInRoster,
  writesBlocked,
} from './connector-error.ts'
import { conversationMembers, memberPage, oneMember } from './connector-members.ts'
import { findConversation, type Conversation } from './conversations.ts'
import { createConversation } from './create-conversation.ts'
import { installationOf } from './installation.ts'
import { deleteMessage, findMessage, newMessage, saveMessage, type ChatMessage } from './messages.ts'
import { makeRateLimit } from './rate-limit.ts'
import type { Teams } from './teams.ts'
import { splitThread } from './teams-ids.ts'

type Place = { conversation: Conversation; rootId: string | null }

export function connectorRoutes(teams: Teams, views: PersonalViews): Router {
  const { tenant } = teams
  const rates = makeRateLimit(tenant.clock)
  const router = Router()

  router.post('/v3/conversations', (request, response) => {
    rates.count('create', JSON.stringify((request.body as { members?: unknown } | undefined)?.members ?? null))
    response.status(201).json(createConversation(teams, request.body, post))
  })

  const send = (request: Request<{ conversationId: string; replyToId?: string }>, response: Response) => {
    const place = placeOf(request.params.conversationId)
    rates.count('send', place.conversation.id)
    const id = post(inReplyTo(place, request.params.replyToId), request.body)
    response.status(201).json(id === null ? {} : { id })
  }
  router.post('/v3/conversations/:conversationId/activities', send)
  router.post('/v3/conversations/:conversationId/activities/:replyToId', send)

  router.put('/v3/conversations/:conversationId/activities/:activityId', (request, response) => {
    const message = ownMessage(placeOf(request.params.conversationId), request.params.activityId)
    const activity = readActivity(request.body)
    if (activity.type !== 'message') throw new ConnectorError(400, 'BadArgument', 'Only messages can be updated')
    saveMessage(tenant, { ...message, ...activity.content, editedAt: tenant.clock.now() })
    views.forget(message.id)
    response.json({ id: message.id })
  })
  router.delete('/v3/conversations/:conversationId/activities/:activityId', (request, response) => {
    deleteMessage(tenant, ownMessage(placeOf(request.params.conversationId), request.params.activityId))
    response.status(200).end()
  })

  router.get('/v3/conversations/:conversationId/members', (request, response) => {
    response.json(conversationMembers(tenant, readPlace(request.params.conversationId)))
  })
  router.get('/v3/conversations/:conversationId/pagedmembers', (request, response) => {
    response.json(memberPage(tenant, readPlace(request.params.conversationId), request.query))
  })
  router.get('/v3/conversations/:conversationId/members/:memberId', (request, response) => {
    response.json(oneMember(tenant, readPlace(request.params.conversationId), request.params.memberId))
  })
  router.use(answerConnectorErrors)
  return router

  /** Where the bot is, whether or not it may write there. */
  function roster(conversationId: string): Place {
    const conversation = findConversation(conversationId)
    if (!conversation) throw conversationNotFound()
    if (conversation.kind === 'personal') {
      const installation = installationOf(tenant, conversation.members[0].objectId)
      if (!installation) throw conversationNotFound()
      if (!installation.installed) throw notInRoster()
    }
    const { rootId } = splitThread(conversationId)
    return { conversation, rootId: conversation.kind === 'channel' ? rootId : null }
  }

  function readPlace(conversationId: string): Conversation {
    rates.count('members', conversationId)
    return roster(conversationId).conversation
  }

  function placeOf(conversationId: string): Place {
    const place = roster(conversationId)
    const { kind, members } = place.conversation
    if (kind === 'personal' && installationOf(tenant, members[0].objectId)?.blocked) throw writesBlocked()
    if (place.rootId && !findMessage(tenant, place.conversation.id, place.rootId)) throw activityNotFound()
    return place
  }

  /** Replies thread in channels. Elsewhere they are messages like any other, whatever they say they answer. */
  function inReplyTo(place: Place, replyToId: string | undefined): Place {
    if (place.conversation.kind !== 'channel' || replyToId === undefined || isEventId(replyToId)) return place
    const answered = findMessage(tenant, place.conversation.id, replyToId)
    if (!answered) throw activityNotFound()
    return { ...place, rootId: answered.rootId ?? answered.id }
  }

  function post({ conversation, rootId }: Place, body: unknown): string | null {
    const activity = readActivity(body)
    if (activity.type === 'typing') teams.showTyping(conversation.id)
    if (activity.type !== 'message') return null
    return newMessage(tenant, {
      ...activity.content,
      conversationId: conversation.id,
      rootId,
      from: { kind: 'bot' },
    }).id
  }

  function ownMessage({ conversation }: Place, activityId: string): ChatMessage {
    const message = findMessage(tenant, conversation.id, activityId)
    if (!message) throw activityNotFound()
    if (message.from.kind !== 'bot')
      throw new ConnectorError(403, 'NotEnoughPermissions', 'The bot may only change its own messages.')
    return message
  }
}

/** Events and invokes stand in no conversation, but bots answer under their ids all the same. */
const isEventId = (id: string) => id.startsWith('f:')
