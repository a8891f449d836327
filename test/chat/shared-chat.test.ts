import { beforeEach, describe, expect, test } from '@jest/globals'
import { wordsIn } from '../support/card-parts.ts'
import { inGroupChat, useChatDesk, type ChatDesk } from '../support/chat-desk.ts'
import { CANARIES, EMERGENCY_FOSTER } from '../support/confirmation-texts.ts'
import { STAFF } from '../support/practice-desk.ts'

const { officer, socialWorker } = STAFF
const GROUP = '19:group@thread.v2'
const current = useChatDesk({ now: '2026-12-18T16:05:00Z' })
let desk: ChatDesk
beforeEach(() => {
  desk = current()
})

const inFrontOfOthers = (text: string, options = {}) => desk.says(officer, '', inGroupChat(text, options))

describe('a confirmation in a chat where others read along (P-08)', () => {
  test('gets one sentence there, and its preview in the sender’s own chat', async () => {
    await inFrontOfOthers(EMERGENCY_FOSTER)
    expect(desk.connector.texts(GROUP)).toEqual(['Thank you, I have taken this up with you privately.'])
    expect(desk.connector.cards(GROUP)).toEqual([])
    expect(wordsIn(desk.cardOf(officer).card)).toContain('Hold the meeting by\nTue 29 Dec 2026')
    expect(desk.textsOf(officer)[0]).toContain('Please have the message deleted from the shared chat')
  })

  test('the sentence there holds nothing of the message, nor does what a phone shows of it', async () => {
    await inFrontOfOthers(EMERGENCY_FOSTER)
    const said = JSON.stringify(desk.connector.chat(GROUP))
    for (const word of [...Object.values(CANARIES), 'BKS-204417', 'PL-30951', 'Foster', 'Oyelaran', 'Vandermolen']) {
      expect(said).not.toContain(word)
    }
  })

  test('goes on as any other: the officer schedules it from their own chat', async () => {
    await inFrontOfOthers(EMERGENCY_FOSTER)
    await desk.presses(officer, desk.cardOf(officer), 'Schedule')
    await desk.work()
    expect(wordsIn(desk.cardOf(officer).card)).toContain('Arranged for Mon 21 Dec 2026')
    expect(desk.connector.chat(GROUP)).toHaveLength(1)
  })

  test('without a way to the sender’s own chat, they are asked to open it, and nothing is said there either', async () => {
    desk.connector.refuse(403, 'BotNotInConversationRoster', { path: /^\/v3\/conversations$/, times: 9 })
    await inFrontOfOthers(EMERGENCY_FOSTER)
    expect(desk.connector.texts(GROUP)).toEqual([
      'Thank you. Please open a chat with me and send it there, so that we are by ourselves.',
    ])
  })

  test('help and lists are answered privately too', async () => {
    await inFrontOfOthers('what is due')
    expect(desk.cardOf(officer).summary).toBe('Planning meetings')
    expect(desk.connector.cards(GROUP)).toEqual([])
  })

  test('other words to the app are answered with the way to its own chat', async () => {
    await inFrontOfOthers('how was your weekend?')
    expect(desk.connector.texts(GROUP)[0]).toContain('Please write to me in a chat of our own')
  })

  test('words among others, not said to the app, are left alone', async () => {
    await inFrontOfOthers('how was your weekend?', { mentioned: false })
    expect(desk.connector.chat(GROUP)).toEqual([])
  })

  test('no way to a person is learnt from a shared chat', async () => {
    await inFrontOfOthers('how was your weekend?')
    expect(await desk.memory.conversation(officer)).toBeNull()
  })
})

describe('“Plan meeting from this” on somebody’s message', () => {
  const choose = (payload: unknown, place = inGroupChat('')) =>
    desk.says(officer, '', {
      ...place,
      text: undefined,
      type: 'invoke',
      name: 'composeExtension/fetchTask',
      value: {
        commandId: 'planMeeting',
        commandContext: payload ? 'message' : 'compose',
        ...(payload ? { messagePayload: payload } : {}),
      },
    })
  const asHtml = (text: string) => ({
    body: {
      contentType: 'html',
      content: text
        .trim()
        .split('\n')
        .map((line) => `<p>${line}</p>`)
        .join(''),
    },
  })

  test('"tonight" is the evening of the day on which it was written, and who wrote it confirms it', async () => {
    const written = {
      createdDateTime: '2026-12-16T15:00:00.000Z',
      from: { user: { userIdentityType: 'aadUser', id: officer.objectId, displayName: officer.name } },
    }
    const tonight = EMERGENCY_FOSTER.replace('18/12/2026 at 5.30pm', 'tonight at 6.15pm')
    await desk.says(socialWorker, '', {
      type: 'invoke',
      text: undefined,
      name: 'composeExtension/fetchTask',
      value: { commandId: 'planMeeting', messagePayload: { ...asHtml(tonight), ...written } },
    })
    const draft = await desk.store.draftFor('BKS-204417', 'PL-30951')
    expect(draft).toMatchObject({
      state: 'open',
      createdBy: { email: socialWorker.email },
      fields: {
        placement: { startsAt: '2026-12-16T18:15:00Z' },
        confirmedAt: '2026-12-16T15:00:00Z',
        confirmedBy: { email: officer.email },
      },
    })
  })

  test('a message of more than 30 days ago is left alone', async () => {
    const { body } = await choose({ ...asHtml(EMERGENCY_FOSTER), createdDateTime: '2026-11-17T15:00:00Z' })
    expect(JSON.stringify(body)).toContain('more than 30 days old')
    expect(await desk.store.draftFor('BKS-204417', 'PL-30951')).toBeNull()
  })

  test('brings the preview into the chat of whoever chose it, and says nothing where the message stands', async () => {
    const { body } = await choose(asHtml(EMERGENCY_FOSTER))
    expect(body).toEqual({ task: { type: 'message', value: 'Thank you. What I understood is in our own chat.' } })
    expect(wordsIn(desk.cardOf(officer).card)).toContain('Foster · emergency · starts Fri 18 Dec 2026 17:30')
    expect(desk.connector.chat(GROUP)).toEqual([])
  })

  test('on a message that confirms nothing keeps nothing', async () => {
    const { body } = await choose(asHtml('See you on Monday'))
    expect(body).toMatchObject({ task: { value: expect.stringContaining('I found no placement confirmation') } })
    expect(desk.connector.calls).toEqual([])
  })

  test('without a message brings the form', async () => {
    await choose(null)
    expect(desk.cardOf(officer).summary).toBe('Confirm a placement')
  })
})

describe('a confirmation that is pasted as a table', () => {
  test('is read by its cells, which the plain text runs into each other', async () => {
    const rows = EMERGENCY_FOSTER.trim()
      .split('\n')
      .map((line) => line.split(': '))
    const table = `<table>${rows.map(([label, ...value]) => `<tr><td>${label}</td><td>${value.join(': ')}</td></tr>`).join('')}</table>`
    await desk.says(officer, EMERGENCY_FOSTER.replace(/[:\n]/g, ''), {
      attachments: [{ contentType: 'text/html', content: table }],
    })
    expect(wordsIn(desk.cardOf(officer).card)).toContain('Foster · emergency · starts Fri 18 Dec 2026 17:30')
  })
})
