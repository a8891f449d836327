import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { aCard, aLocalTeams, NADIA, type LocalTeams } from '../../support/local-teams.ts'
import { FRIDAY_AFTERNOON, OWEN, STEPHEN, TINA } from '../../support/local-workplace.ts'

let teams: LocalTeams

beforeEach(async () => {
  teams = await aLocalTeams()
})
afterEach(() => teams.close())

const conversationOf = async (email: string, kind: string) => {
  const { conversations } = (await teams.as(email)('GET', '/conversations')).body
  const found = conversations.find((conversation) => conversation.kind === kind)
  if (!found) throw new Error(`${email} has no ${kind}`)
  return { ...found, path: `/conversations/${encodeURIComponent(found.id)}` }
}

const say = async (email: string, kind: string, text: string, more: object = {}) =>
  (await teams.as(email)('POST', `${(await conversationOf(email, kind)).path}/messages`, { text, ...more })).body

const read = async (email: string, kind: string) =>
  (await teams.as(email)('GET', `${(await conversationOf(email, kind)).path}/messages`)).body.messages

const heardMessages = () => teams.bot.heard.filter(({ type }) => type === 'message')

describe('what a person writes', () => {
  test('in the chat with the bot reaches it as Teams sends it', async () => {
    await say(NADIA, 'personal', 'Case reference: MD-1\nPlacement reference: PL-1')
    const nadia = teams.workplace.people.find(({ email }) => email === NADIA)
    expect(heardMessages()).toEqual([
      expect.objectContaining({
        channelId: 'msteams',
        text: 'Case reference: MD-1\nPlacement reference: PL-1',
        serviceUrl: `${teams.url}/local/teams/connector`,
        from: { id: expect.stringMatching(/^29:1/), name: 'Nadia Castellane', aadObjectId: nadia?.aadObjectId },
        recipient: { id: `28:${teams.workplace.appId}`, name: 'Placement Planning' },
        conversation: {
          id: expect.stringMatching(/^a:1/),
          conversationType: 'personal',
          tenantId: teams.workplace.tenantId,
        },
        channelData: { tenant: { id: teams.workplace.tenantId } },
        attachments: [
          { contentType: 'text/html', content: '<p>Case reference: MD-1</p><p>Placement reference: PL-1</p>' },
        ],
      }),
    ])
  })

  test('first of all gives the person the app, and tells the bot so once', async () => {
    await say(NADIA, 'personal', 'hello')
    await say(NADIA, 'personal', 'hello again')
    expect(teams.bot.heard.map(({ type }) => type)).toEqual([
      'installationUpdate',
      'conversationUpdate',
      'message',
      'message',
    ])
    expect(teams.bot.heard[1]?.membersAdded).toContainEqual({ id: `28:${teams.workplace.appId}` })
  })

  test('in a group chat or a channel reaches the bot only where it is named', async () => {
    for (const kind of ['groupChat', 'channel']) {
      expect(await say(OWEN, kind, 'Has anybody heard from the school?')).toMatchObject({ delivery: 'notForBot' })
      expect(await say(OWEN, kind, '@Placement Planning help')).toMatchObject({ delivery: 'delivered' })
    }
    expect(heardMessages().map(({ text }) => text)).toEqual([
      '<at>Placement Planning</at> help',
      '<at>Placement Planning</at> help',
    ])
    expect(heardMessages()[0]?.entities).toContainEqual({
      type: 'mention',
      mentioned: { id: `28:${teams.workplace.appId}`, name: 'Placement Planning' },
      text: '<at>Placement Planning</at>',
    })
    expect(heardMessages().map(({ conversation }) => conversation.conversationType)).toEqual(['groupChat', 'channel'])
  })

  test('in a channel begins a thread, and the answers stay in it', async () => {
    teams.bot.does = (activity) =>
      teams.bot
        .connector('POST', `/${encodeURIComponent(activity.conversation.id)}/activities/${activity.id}`, {
          type: 'message',
          text: 'Thank you, I have taken this up with you privately.',
        })
        .then(() => undefined)
    const question = await say(OWEN, 'channel', '@Placement Planning help')
    const [root, answer] = await read(NADIA, 'channel')
    expect([root?.id, answer?.rootId]).toEqual([question.id, question.id])
    expect(heardMessages()[0]?.conversation.id).toMatch(new RegExp(`^19:.+@thread\\.tacv2;messageid=${question.id}$`))
    await say(NADIA, 'channel', '@Placement Planning and this?', { rootId: question.id })
    expect(heardMessages()[1]?.conversation.id).toBe(heardMessages()[0]?.conversation.id)
  })

  test('can be changed and taken back, and the bot hears of both', async () => {
    const { id } = await say(NADIA, 'personal', 'It starts at 5')
    const { path } = await conversationOf(NADIA, 'personal')
    await teams.as(NADIA)('PUT', `${path}/messages/${id}`, { text: 'It starts at 6' })
    await teams.as(NADIA)('DELETE', `${path}/messages/${id}`)
    expect(teams.bot.heard.slice(-2)).toEqual([
      expect.objectContaining({
        type: 'messageUpdate',
        id,
        text: 'It starts at 6',
        channelData: expect.objectContaining({ eventType: 'editMessage' }),
      }),
      expect.objectContaining({
        type: 'messageDelete',
        id,
        channelData: expect.objectContaining({ eventType: 'softDeleteMessage' }),
      }),
    ])
    expect(await read(NADIA, 'personal')).toEqual([expect.objectContaining({ id, deleted: true, text: '' })])
  })

  test('stays taken back when that was done before the bot had taken it', async () => {
    const { path } = await conversationOf(NADIA, 'personal')
    teams.bot.does = async ({ type, id }) => {
      if (type === 'message') await teams.as(NADIA)('DELETE', `${path}/messages/${id}`)
    }
    await say(NADIA, 'personal', 'A slip')
    expect(await read(NADIA, 'personal')).toEqual([expect.objectContaining({ deleted: true, text: '' })])
  })

  test('belongs to who wrote it: nobody else can change it', async () => {
    const { id } = await say(OWEN, 'groupChat', 'I am running late')
    const { path } = await conversationOf(STEPHEN, 'groupChat')
    expect((await teams.as(STEPHEN)('PUT', `${path}/messages/${id}`, { text: 'On time' })).status).toBe(403)
  })

  test('is kept and can be sent again, under the same id, when the bot did not take it', async () => {
    teams.bot.does = (activity) => {
      if (activity.type === 'message') throw new Error('the bot fell over')
    }
    const lost = await say(NADIA, 'personal', 'hello')
    expect(lost).toMatchObject({ delivery: 'refused' })
    teams.bot.does = () => undefined
    const { path } = await conversationOf(NADIA, 'personal')
    const again = await teams.as(NADIA)('POST', `${path}/messages/${lost.id}/send-again`)
    expect(again.body.delivery).toBe('delivered')
    expect(heardMessages().map(({ id }) => id)).toEqual([lost.id, lost.id])
  })
})

describe('pressing a button of a card', () => {
  const press = async (email: string, kind: string, messageId: string, action: object, more: object = {}) =>
    (
      await teams.as(email)('POST', `${(await conversationOf(email, kind)).path}/messages/${messageId}/press`, {
        action,
        ...more,
      })
    ).body

  const execute = { type: 'Action.Execute', title: 'Schedule', verb: 'schedule', data: { draft: 'draft-1', time: '0' } }
  const cardReply = (words: string) => ({
    statusCode: 200,
    type: 'application/vnd.microsoft.card.adaptive',
    value: aCard(words).attachments[0]?.content,
  })
  const wordsOf = (content: unknown) => (content as { body: { text: string }[] }).body[0]?.text

  async function withCard(kind = 'personal') {
    await say(NADIA, kind, '@Placement Planning confirm')
    const conversation = heardMessages().at(-1)!.conversation.id
    const { body } = await teams.bot.connector(
      'POST',
      `/${encodeURIComponent(conversation)}/activities`,
      aCard('A preview'),
    )
    return { cardId: body.id, conversation }
  }

  test('asks the bot, with what was put in, and shows the card that it answers with', async () => {
    const { cardId } = await withCard()
    teams.bot.does = () => cardReply('Being arranged')
    expect(await press(NADIA, 'personal', cardId, execute)).toEqual({ kind: 'card' })
    expect(teams.bot.heard.at(-1)).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: cardId,
      from: { aadObjectId: expect.any(String) },
      value: { action: execute, trigger: 'manual' },
    })
    const [, card] = await read(NADIA, 'personal')
    expect(wordsOf(card?.attachments[0]?.content)).toBe('Being arranged')
  })

  test('shows that card to nobody else, until the bot changes the message for all', async () => {
    const { cardId, conversation } = await withCard('groupChat')
    teams.bot.does = () => cardReply('Only for Nadia')
    await press(NADIA, 'groupChat', cardId, execute)
    const seenBy = async (email: string) => wordsOf((await read(email, 'groupChat'))[1]?.attachments[0]?.content)
    expect([await seenBy(NADIA), await seenBy(OWEN)]).toEqual(['Only for Nadia', 'A preview'])
    await teams.bot.connector('PUT', `/${encodeURIComponent(conversation)}/activities/${cardId}`, aCard('For all'))
    expect([await seenBy(NADIA), await seenBy(OWEN)]).toEqual(['For all', 'For all'])
  })

  test.each([
    [
      { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Recorded' },
      { kind: 'message', text: 'Recorded' },
    ],
    [
      { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'BadRequest', message: 'Too late' } },
      { kind: 'failed', text: 'Too late' },
    ],
    [undefined, { kind: 'done' }],
  ])('an answer of %j comes to %j', async (reply, outcome) => {
    const { cardId } = await withCard()
    teams.bot.does = () => reply
    expect(await press(NADIA, 'personal', cardId, execute)).toEqual(outcome)
  })

  test('Action.Submit is a message without words that carries the data', async () => {
    const { cardId } = await withCard()
    await press(NADIA, 'personal', cardId, { type: 'Action.Submit', data: { answer: 'coming' } })
    expect(teams.bot.heard.at(-1)).toMatchObject({ type: 'message', replyToId: cardId, value: { answer: 'coming' } })
    expect(teams.bot.heard.at(-1)).not.toHaveProperty('text')
    expect(await read(NADIA, 'personal')).toHaveLength(2)
  })

  test('a button can open a dialog, and its answer goes back to the bot', async () => {
    const { cardId } = await withCard()
    const form = { type: 'AdaptiveCard', version: '1.5', body: [] }
    teams.bot.does = () => ({ task: { type: 'continue', value: { title: 'Change', card: { content: form } } } })
    const data = { msteams: { type: 'task/fetch' }, draft: 'draft-1' }
    const opened = await press(NADIA, 'personal', cardId, { type: 'Action.Submit', data })
    expect(opened).toMatchObject({ kind: 'dialog', dialog: { title: 'Change', card: form } })
    expect(teams.bot.heard.at(-1)).toMatchObject({ type: 'invoke', name: 'task/fetch', value: { data } })
    teams.bot.does = () => ({ task: { type: 'message', value: 'Changed' } })
    const { path } = await conversationOf(NADIA, 'personal')
    const submitted = await teams.as(NADIA)('POST', `${path}/messages/${cardId}/dialog/submit`, {
      source: opened.dialog.source,
      data: { startsAt: '17:30' },
    })
    expect(submitted.body).toEqual({ kind: 'message', text: 'Changed' })
    expect(teams.bot.heard.at(-1)).toMatchObject({ name: 'task/submit', value: { data: { startsAt: '17:30' } } })
  })
})

describe('the menu of a message', () => {
  test('hands the message to the app, with its words, when the app is asked for from there', async () => {
    const { id } = await say(OWEN, 'groupChat', 'Placement agreed')
    const { path } = await conversationOf(NADIA, 'groupChat')
    teams.bot.does = () => ({ task: { type: 'message', value: 'Taken up' } })
    const source = { kind: 'messageAction', commandId: 'confirmPlacement' }
    const { body } = await teams.as(NADIA)('POST', `${path}/messages/${id}/dialog`, { source })
    expect(body).toEqual({ kind: 'message', text: 'Taken up' })
    expect(teams.bot.heard.at(-1)).toMatchObject({
      name: 'composeExtension/fetchTask',
      value: {
        commandId: 'confirmPlacement',
        commandContext: 'message',
        messagePayload: { id, body: { contentType: 'html', content: '<div>Placement agreed</div>' } },
      },
    })
  })
})

describe('the list of conversations', () => {
  test('counts what others wrote since the person last looked, and shows of a card only its summary', async () => {
    await say(NADIA, 'personal', 'hello')
    const { id, path } = await conversationOf(NADIA, 'personal')
    await teams.bot.connector(
      'POST',
      `/${encodeURIComponent(id)}/activities`,
      aCard('Planning meeting ref PPM-7K2D: please answer'),
    )
    expect(await conversationOf(NADIA, 'personal')).toMatchObject({
      unread: 1,
      last: { preview: 'Planning meeting ref PPM-7K2D: please answer' },
    })
    await teams.as(NADIA)('POST', `${path}/read`)
    expect(await conversationOf(NADIA, 'personal')).toMatchObject({ unread: 0 })
  })

  test('is for people of the council: nobody outside has Teams here', async () => {
    expect((await teams.as(TINA)('GET', '/conversations')).status).toBe(404)
  })

  test('nobody reads a conversation that is not theirs', async () => {
    await say(NADIA, 'personal', 'hello')
    const { path } = await conversationOf(NADIA, 'personal')
    expect((await teams.as(OWEN)('GET', `${path}/messages`)).status).toBe(404)
  })
})

test('what was said is still there after the workplace was stopped without warning', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'teams-'))
  const first = await aLocalTeams({ dataDir })
  const personal = async (local: LocalTeams) =>
    (await local.as(NADIA)('GET', '/conversations')).body.conversations[0]?.id ?? ''
  const path = `/conversations/${encodeURIComponent(await personal(first))}`
  await first.as(NADIA)('POST', `${path}/messages`, { text: 'hello' })
  await first.bot.connector('POST', `${path.slice(14)}/activities`, aCard('A preview'))

  // Nothing is closed: the second one finds what a killed process leaves behind.
  const second = await aLocalTeams({ dataDir, startAt: FRIDAY_AFTERNOON })
  const { messages } = (await second.as(NADIA)('GET', `${path}/messages`)).body
  expect(messages.map(({ text, attachments }) => [text, attachments.length])).toEqual([
    ['hello', 0],
    ['', 1],
  ])
  expect(
    (await second.bot.connector('POST', `${path.slice(14)}/activities`, { type: 'message', text: 'Hi' })).status,
  ).toBe(201)
  await second.close()
  await first.close()
})
