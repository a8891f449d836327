import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ChatStore, Conversation, PostedCard } from '../../bot/chat/ports.ts'
import { openChatStore } from '../../bot/store/chat-store.ts'
import { addHours, addMinutes, instant } from '../../shared/time.ts'
import { TEST_DATABASES, type TestDatabase } from '../support/test-databases.ts'

const NOW = instant('2026-10-26T09:35:00Z')

const aConversation = (over: Partial<Conversation> = {}): Conversation => ({
  tenantId: 'tenant-1',
  objectId: 'object-7',
  serviceUrl: 'https://smba.example/uk/',
  conversationId: 'a:personal-1',
  botId: '28:bot',
  userId: '29:user-7',
  ...over,
})

const aCard = (over: Partial<PostedCard> = {}): PostedCard => ({
  kind: 'meeting',
  subjectId: 'meeting-1',
  objectId: 'object-7',
  serviceUrl: 'https://smba.example/uk/',
  conversationId: 'a:personal-1',
  activityId: 'activity-1',
  ...over,
})

describe.each(TEST_DATABASES)('what the chat remembers on $name', ({ create }) => {
  let databases: TestDatabase
  let chat: ChatStore

  beforeAll(async () => {
    databases = await create()
    chat = openChatStore(databases.database)
  })
  afterAll(() => databases.close())

  test('a person is reached where the last contact was, until they are forgotten', async () => {
    expect(await chat.conversation(aConversation())).toBeNull()
    await chat.rememberConversation(aConversation())
    await chat.rememberConversation(aConversation({ tenantId: 'tenant-2', userId: '29:other' }))
    const latest = aConversation({ serviceUrl: 'https://smba.example/emea/', conversationId: 'a:personal-2' })
    await chat.rememberConversation(latest)
    expect(await chat.conversation({ tenantId: 'tenant-1', objectId: 'object-7' })).toStrictEqual(latest)
    await chat.forgetConversation(latest)
    expect(await chat.conversation(latest)).toBeNull()
    expect((await chat.conversation({ tenantId: 'tenant-2', objectId: 'object-7' }))?.userId).toBe('29:other')
  })

  test('a person has one card for each meeting and kind; a new one takes its place', async () => {
    await chat.rememberCard(aCard())
    await chat.rememberCard(aCard({ kind: 'attendee', activityId: 'activity-2' }))
    await chat.rememberCard(aCard({ activityId: 'activity-3' }))
    expect(await chat.card(aCard())).toStrictEqual(aCard({ activityId: 'activity-3' }))
    await chat.forgetCard(aCard())
    expect(await chat.card(aCard())).toBeNull()
    expect((await chat.card(aCard({ kind: 'attendee' })))?.activityId).toBe('activity-2')
  })

  test('all cards about a meeting are found, and none of another', async () => {
    const cards = ['object-1', 'object-2'].map((objectId) => aCard({ subjectId: 'meeting-2', objectId }))
    for (const card of [...cards, aCard({ subjectId: 'meeting-3' })]) await chat.rememberCard(card)
    expect(await chat.cards('meeting', 'meeting-2')).toStrictEqual(cards)
    expect(await chat.cards('draft', 'meeting-2')).toEqual([])
  })

  test('an activity that comes twice is taken on once, also when both come at the same time', async () => {
    const elsewhere = openChatStore(await databases.another())
    const taken = await Promise.all([chat.takeOn('click-1', NOW), elsewhere.takeOn('click-1', NOW)])
    expect(taken.sort()).toEqual([false, true])
    expect(await chat.takeOn('click-1', addHours(NOW, 23))).toBe(false)
    expect(await chat.takeOn('click-2', NOW)).toBe(true)
  })

  test('an activity is forgotten after a day, and can be let go at once when working it failed', async () => {
    await chat.takeOn('click-3', NOW)
    expect(await chat.takeOn('click-3', addMinutes(addHours(NOW, 24), 1))).toBe(true)
    await chat.letGo('click-3')
    expect(await chat.takeOn('click-3', addHours(NOW, 25))).toBe(true)
  })
})
