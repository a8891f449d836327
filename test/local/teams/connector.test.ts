import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { aCard, aLocalTeams, NADIA, type Activity, type LocalTeams } from '../../support/local-teams.ts'
import { HELEN, OWEN, TINA } from '../../support/local-workplace.ts'

let teams: LocalTeams

beforeEach(async () => {
  teams = await aLocalTeams()
})
afterEach(() => teams.close())

const text = (words: string) => ({ type: 'message', text: words })
const objectIdOf = (email: string) => teams.workplace.people.find((person) => person.email === email)?.aadObjectId ?? ''

/** Nadia writes first; what the bot then knows of her and of their chat. */
async function afterFirstMessage(): Promise<{ hello: Activity; chat: string }> {
  const list = await teams.as(NADIA)('GET', '/conversations')
  const id = list.body.conversations.find(({ kind }) => kind === 'personal')?.id ?? ''
  await teams.as(NADIA)('POST', `/conversations/${encodeURIComponent(id)}/messages`, { text: 'hello' })
  const hello = teams.bot.heard.at(-1)!
  return { hello, chat: `/${encodeURIComponent(hello.conversation.id)}` }
}

const messagesOf = async (email: string, conversationId: string) =>
  (await teams.as(email)('GET', `/conversations/${encodeURIComponent(conversationId)}/messages`)).body.messages

const newChat = (members: { id: string }[], more: object = {}) =>
  teams.bot.connector('POST', '', {
    isGroup: false,
    bot: { id: `28:${teams.workplace.appId}` },
    members,
    tenantId: teams.workplace.tenantId,
    channelData: { tenant: { id: teams.workplace.tenantId } },
    ...more,
  })

describe('a message to a conversation', () => {
  test('is answered with its id and read by the person', async () => {
    const { hello, chat } = await afterFirstMessage()
    const sent = await teams.bot.connector('POST', `${chat}/activities`, text('Good afternoon'))
    expect(sent.status).toBe(201)
    const [, answer] = await messagesOf(NADIA, hello.conversation.id)
    expect(answer).toMatchObject({ id: sent.body.id, text: 'Good afternoon', from: { kind: 'bot' } })
  })

  test('may answer a message or an event; outside channels it is a message like any other', async () => {
    const { hello, chat } = await afterFirstMessage()
    const [installed] = teams.bot.heard
    for (const answered of [hello.id, installed!.id, 'an-id-of-its-own']) {
      const sent = await teams.bot.connector(
        'POST',
        `${chat}/activities/${encodeURIComponent(answered)}`,
        text('Hello'),
      )
      expect(sent.status).toBe(201)
    }
  })

  test('in a channel cannot answer what is not there: 404 ActivityNotFoundInConversation', async () => {
    const { conversations } = (await teams.as(NADIA)('GET', '/conversations')).body
    const channel = encodeURIComponent(conversations.find(({ kind }) => kind === 'channel')?.id ?? '')
    const { status, body } = await teams.bot.connector('POST', `/${channel}/activities/1`, text('Hello'))
    expect([status, body.error.code]).toEqual([404, 'ActivityNotFoundInConversation'])
  })

  test('cannot go where no conversation is: 404 ConversationNotFound', async () => {
    for (const nowhere of ['a:1nowhere', '19:nowhere@thread.v2']) {
      const { status, body } = await teams.bot.connector(
        'POST',
        `/${encodeURIComponent(nowhere)}/activities`,
        text('Hi'),
      )
      expect([status, body.error.code]).toEqual([404, 'ConversationNotFound'])
    }
  })

  test('needs words or an attachment, and an attachment needs a type', async () => {
    const { chat } = await afterFirstMessage()
    const refused = [
      { type: 'message' },
      { type: 'message', text: '  ' },
      { type: 'message', attachments: [{ content: {} }] },
      { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: 'a card' }] },
      { type: 'invitation', text: 'Hello' },
      'Hello',
    ]
    for (const body of refused) expect((await teams.bot.connector('POST', `${chat}/activities`, body)).status).toBe(400)
  })

  test('holds up to 100 kB counted as UTF-16, and no more: 413 MessageSizeTooBig', async () => {
    const { chat } = await afterFirstMessage()
    const ofLength = (letters: number) => text('a'.repeat(letters))
    expect((await teams.bot.connector('POST', `${chat}/activities`, ofLength(51_000))).status).toBe(201)
    const { status, body } = await teams.bot.connector('POST', `${chat}/activities`, ofLength(51_200))
    expect([status, body.error.code]).toEqual([413, 'MessageSizeTooBig'])
  })

  test('is refused after 7 in a second, with the time to wait: 429 Throttled', async () => {
    const { hello, chat } = await afterFirstMessage()
    const sent = []
    for (let count = 0; count < 8; count += 1)
      sent.push(await teams.bot.connector('POST', `${chat}/activities`, text(`message ${count}`)))
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201, 201, 429])
    expect(sent.at(-1)?.headers.get('retry-after')).toBe('1')
    expect(await messagesOf(NADIA, hello.conversation.id)).toHaveLength(1 + 7)
  })

  test('a sign of typing is shown and kept nowhere', async () => {
    const { hello, chat } = await afterFirstMessage()
    expect((await teams.bot.connector('POST', `${chat}/activities`, { type: 'typing' })).status).toBe(201)
    expect(await messagesOf(NADIA, hello.conversation.id)).toHaveLength(1)
  })
})

describe('changing a message', () => {
  test('replaces what everybody sees', async () => {
    const { hello, chat } = await afterFirstMessage()
    const { body } = await teams.bot.connector('POST', `${chat}/activities`, aCard('Being arranged'))
    const updated = await teams.bot.connector('PUT', `${chat}/activities/${body.id}`, aCard('Arranged'))
    expect([updated.status, updated.body.id]).toEqual([200, body.id])
    const [, card] = await messagesOf(NADIA, hello.conversation.id)
    expect(card?.attachments[0]?.content).toMatchObject({ body: [{ text: 'Arranged' }] })
  })

  test('taking it back leaves its place without its words, and nothing to change any more', async () => {
    const { hello, chat } = await afterFirstMessage()
    const { body } = await teams.bot.connector('POST', `${chat}/activities`, text('A slip'))
    expect((await teams.bot.connector('DELETE', `${chat}/activities/${body.id}`)).status).toBe(200)
    const [, gone] = await messagesOf(NADIA, hello.conversation.id)
    expect(gone).toMatchObject({ id: body.id, deleted: true, text: '' })
    const again = await teams.bot.connector('PUT', `${chat}/activities/${body.id}`, text('Again'))
    expect([again.status, again.body.error.code]).toEqual([404, 'ActivityNotFoundInConversation'])
  })

  test("a person's own words are not the bot's to change: 403 NotEnoughPermissions", async () => {
    const { hello, chat } = await afterFirstMessage()
    const { status, body } = await teams.bot.connector('PUT', `${chat}/activities/${hello.id}`, text('Goodbye'))
    expect([status, body.error.code]).toEqual([403, 'NotEnoughPermissions'])
    expect((await messagesOf(NADIA, hello.conversation.id))[0]?.text).toBe('hello')
  })
})

describe('a new conversation', () => {
  test('with a person who has the app is the chat that they have already', async () => {
    const { hello } = await afterFirstMessage()
    const created = await newChat([{ id: hello.from.id }])
    expect([created.status, created.body.id]).toEqual([201, hello.conversation.id])
    const byObjectId = await newChat([{ id: objectIdOf(NADIA) }])
    expect(byObjectId.body.id).toBe(hello.conversation.id)
  })

  test('may begin with a message', async () => {
    const { hello } = await afterFirstMessage()
    const { body } = await newChat([{ id: hello.from.id }], { activity: text('A reminder') })
    const last = (await messagesOf(NADIA, hello.conversation.id)).at(-1)
    expect(last).toMatchObject({ id: body.activityId, text: 'A reminder' })
  })

  test('is with one person, in a named tenant, by an id', async () => {
    const { hello } = await afterFirstMessage()
    const nadia = { id: hello.from.id }
    const refused = [
      await newChat([]),
      await newChat([nadia, { id: objectIdOf(OWEN) }]),
      await newChat([nadia], { isGroup: true }),
      await newChat([nadia], { tenantId: undefined, channelData: undefined }),
      await newChat([nadia], { tenantId: undefined, channelData: { tenant: { id: objectIdOf(OWEN) } } }),
      await newChat([{ id: NADIA }]),
      await newChat([{ id: '29:1somebody' }]),
    ]
    expect(refused.map(({ status, body }) => [status, body.error.message])).toEqual([
      [400, 'Incorrect conversation creation parameters'],
      [400, 'Incorrect conversation creation parameters'],
      [400, 'Incorrect conversation creation parameters'],
      [400, 'Could not parse tenant id'],
      [400, 'Invalid user identity in provided tenant'],
      [400, 'Invalid user identity in provided tenant'],
      [400, 'Failed to decrypt pairwise id'],
    ])
  })

  test('needs the app at the other end: 403 ForbiddenOperationException', async () => {
    const { status, body } = await newChat([{ id: objectIdOf(HELEN) }])
    expect([status, body.error.code]).toEqual([403, 'ForbiddenOperationException'])
  })
})

describe('a person who turns the bot away', () => {
  test('by blocking it: 403 MessageWritesBlocked until they let it in again', async () => {
    const { hello, chat } = await afterFirstMessage()
    await teams.as(NADIA)('POST', '/app', { blocked: true })
    for (const refused of [
      await teams.bot.connector('POST', `${chat}/activities`, text('A reminder')),
      await newChat([{ id: hello.from.id }]),
    ]) {
      expect([refused.status, refused.body.errorCode]).toEqual([403, 209])
      expect(JSON.parse(refused.body.message)).toMatchObject({ subCode: 'MessageWritesBlocked' })
    }
    await teams.as(NADIA)('POST', '/app', { blocked: false })
    expect((await teams.bot.connector('POST', `${chat}/activities`, text('A reminder'))).status).toBe(201)
  })

  test('by taking the app away: the bot is told, and finds itself outside', async () => {
    const { chat } = await afterFirstMessage()
    await teams.as(NADIA)('POST', '/app', { installed: false })
    expect(teams.bot.heard.at(-1)).toMatchObject({ type: 'installationUpdate', action: 'remove' })
    const { status, body } = await teams.bot.connector('POST', `${chat}/activities`, text('A reminder'))
    expect([status, body.error.code]).toEqual([403, 'BotNotInConversationRoster'])
  })
})

describe('the members of a conversation', () => {
  test('are people with the ids that the bot knows them by', async () => {
    const { hello, chat } = await afterFirstMessage()
    const { body } = await teams.bot.connector('GET', `${chat}/members`)
    expect(body).toEqual([
      expect.objectContaining({
        id: hello.from.id,
        aadObjectId: objectIdOf(NADIA),
        name: 'Nadia Castellane',
        email: NADIA,
        tenantId: teams.workplace.tenantId,
      }),
    ])
    const one = await teams.bot.connector('GET', `${chat}/members/${objectIdOf(NADIA)}`)
    expect(one.body.id).toBe(hello.from.id)
    const nobody = await teams.bot.connector('GET', `${chat}/members/${objectIdOf(OWEN)}`)
    expect([nobody.status, nobody.body.error.code]).toEqual([404, 'MemberNotFoundInConversation'])
  })

  test('come in pages', async () => {
    const { chat } = await afterFirstMessage()
    const { body } = await teams.bot.connector('GET', `${chat}/pagedmembers?pageSize=1`)
    expect(body.members.map(({ email }) => email)).toEqual([NADIA])
    expect(body.continuationToken).toBeUndefined()
  })

  test('hold nobody from outside the council', async () => {
    await afterFirstMessage()
    const { conversations } = (await teams.as(NADIA)('GET', '/conversations')).body
    for (const { id } of conversations) {
      const { body } = await teams.bot.connector('GET', `/${encodeURIComponent(id)}/members`)
      expect((body as unknown as { email: string }[]).map(({ email }) => email)).not.toContain(TINA)
    }
  })
})
