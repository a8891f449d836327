import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ChatStore, Conversation, PostedCard } from '../../bot/chat/ports.ts'
import { openChatStore } from '../../bot/store/chat-store.ts'
import { addHours, addMinutes, instant } from '../../shared/dates/time.ts'
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
  told: null,
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
    expect(await chat.keepConversation(aConversation())).toBe(true)
    expect(await chat.keepConversation(aConversation({ tenantId: 'tenant-2', userId: '29:other' }))).toBe(true)
    const latest = aConversation({ serviceUrl: 'https://smba.example/emea/', conversationId: 'a:personal-2' })
    expect(await chat.keepConversation(latest)).toBe(false)
    expect(await chat.conversation({ tenantId: 'tenant-1', objectId: 'object-7' })).toStrictEqual(latest)
    await chat.forgetConversation(latest)
    expect(await chat.conversation(latest)).toBeNull()
    expect((await chat.conversation({ tenantId: 'tenant-2', objectId: 'object-7' }))?.userId).toBe('29:other')
    expect(await chat.keepConversation(latest)).toBe(true)
  })

  test('who has blocked the app counts as blocked until they are heard of again, known before or not', async () => {
    const person = aConversation({ objectId: 'object-8' })
    expect(await chat.isBlocked(person)).toBe(false)
    await chat.markBlocked(person, NOW)
    await chat.markBlocked(person, addHours(NOW, 1))
    expect(await chat.isBlocked(person)).toBe(true)
    await chat.keepConversation(person)
    expect(await chat.isBlocked(person)).toBe(false)
  })

  test('a person has one card of each kind and subject; a new one takes its place', async () => {
    await chat.keepCard(aCard({ told: 'morning/2026-11-03T10:00:00Z' }))
    await chat.keepCard(aCard({ kind: 'attendee', activityId: 'activity-2' }))
    await chat.keepCard(aCard({ activityId: 'activity-3' }))
    expect(await chat.card('meeting', 'meeting-1', 'object-7')).toStrictEqual(aCard({ activityId: 'activity-3' }))
    await chat.dropCard(aCard())
    expect(await chat.card('meeting', 'meeting-1', 'object-7')).toBeNull()
    expect((await chat.card('attendee', 'meeting-1', 'object-7'))?.activityId).toBe('activity-2')
  })

  test('all cards about a meeting are found, and none of another', async () => {
    const cards = ['object-1', 'object-2'].map((objectId) => aCard({ subjectId: 'meeting-2', objectId }))
    for (const card of [...cards, aCard({ subjectId: 'meeting-3' })]) await chat.keepCard(card)
    expect(await chat.cards('meeting', 'meeting-2')).toStrictEqual(cards)
    expect(await chat.cards('draft', 'meeting-2')).toEqual([])
  })

  test('an activity that comes twice is taken once, also when both come at the same time', async () => {
    const elsewhere = openChatStore(await databases.another())
    const taken = await Promise.all([chat.takeActivity('click-1', NOW), elsewhere.takeActivity('click-1', NOW)])
    expect(taken.sort()).toEqual([false, true])
    expect(await chat.takeActivity('click-1', addHours(NOW, 23))).toBe(false)
    expect(await chat.takeActivity('click-2', NOW)).toBe(true)
  })

  test('an activity is forgotten after a day, and may come again when it could not be worked', async () => {
    await chat.takeActivity('click-3', NOW)
    expect(await chat.takeActivity('click-3', addMinutes(addHours(NOW, 24), 1))).toBe(true)
    await chat.releaseActivity('click-3')
    expect(await chat.takeActivity('click-3', addHours(NOW, 25))).toBe(true)
  })
})
