/** The stand-in against Microsoft's own SDK: what botbuilder cannot do here, it could not do in Teams. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import {
  ActivityHandler,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  MessageFactory,
  TeamsInfo,
  type ConversationParameters,
  type ConversationReference,
  TurnContext,
} from 'botbuilder'
import { aCard, aLocalTeams, NADIA, type LocalTeams } from '../../support/local-teams.ts'

let teams: LocalTeams
let chat: string

beforeEach(async () => {
  teams = await aLocalTeams()
  const { conversations } = (await teams.as(NADIA)('GET', '/conversations')).body
  chat = `/conversations/${encodeURIComponent(conversations[0]!.id)}/messages`
})
afterEach(() => teams.close())

/** Lets botbuilder's adapter handle what the bot is sent. */
function withAdapter(handle: (context: TurnContext) => Promise<void>) {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
  const handler = new ActivityHandler()
  handler.onMessage(async (context, next) => {
    await handle(context)
    await next()
  })
  teams.bot.does = async (activity) => {
    const request = { body: activity as unknown as Record<string, unknown>, headers: {}, method: 'POST' }
    const response = {
      status: () => response,
      header: () => response,
      send: () => response,
      end: () => response,
      socket: null,
    }
    await adapter.process(request, response, (context) => handler.run(context))
  }
  return adapter
}

const textsToNadia = async () => (await teams.as(NADIA)('GET', chat)).body.messages.map(({ text }) => text)

test('answers, shows that it is typing, and changes its card later, without a click', async () => {
  let reference: Partial<ConversationReference> | undefined
  let cardId = ''
  const adapter = withAdapter(async (context) => {
    await context.sendActivity({ type: 'typing' })
    await context.sendActivity(`You said: ${context.activity.text}`)
    const card = CardFactory.adaptiveCard(aCard('Being arranged').attachments[0]!.content)
    cardId = (await context.sendActivity(MessageFactory.attachment(card)))!.id
    reference = TurnContext.getConversationReference(context.activity)
  })
  await teams.as(NADIA)('POST', chat, { text: 'hello' })
  await adapter.continueConversationAsync('', reference!, async (context) => {
    const card = CardFactory.adaptiveCard(aCard('Arranged').attachments[0]!.content)
    await context.updateActivity({ ...MessageFactory.attachment(card), id: cardId })
  })
  const { messages } = (await teams.as(NADIA)('GET', chat)).body
  expect(messages.map(({ text }) => text)).toEqual(['hello', 'You said: hello', ''])
  expect(messages[2]?.attachments[0]?.content).toMatchObject({ body: [{ text: 'Arranged' }] })
})

test('looks up who it talks to', async () => {
  let found: unknown[] = []
  withAdapter(async (context) => {
    const { members } = await TeamsInfo.getPagedMembers(context)
    const member = await TeamsInfo.getMember(context, context.activity.from.id)
    found = [...members.map(({ email }) => email), member.email, member.aadObjectId]
  })
  await teams.as(NADIA)('POST', chat, { text: 'hello' })
  const nadia = teams.workplace.people.find(({ email }) => email === NADIA)
  expect(found).toEqual([NADIA, NADIA, nadia?.aadObjectId])
})

test('writes first to a person who has the app', async () => {
  const adapter = withAdapter(async () => undefined)
  await teams.as(NADIA)('POST', chat, { text: 'hello' })
  const [{ from, recipient, serviceUrl }] = teams.bot.heard.filter(({ type }) => type === 'message') as [
    (typeof teams.bot.heard)[number],
  ]
  const parameters = {
    isGroup: false,
    bot: recipient,
    members: [{ id: from.id, name: from.name }],
    tenantId: teams.workplace.tenantId,
    channelData: { tenant: { id: teams.workplace.tenantId } },
  } as ConversationParameters
  await adapter.createConversationAsync('', 'msteams', serviceUrl, '', parameters, async (context) => {
    await context.sendActivity('A reminder')
  })
  expect(await textsToNadia()).toEqual(['hello', 'A reminder'])
})
