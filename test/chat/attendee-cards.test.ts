import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Card } from '../../bot/chat/cards/card.ts'
import { wordsIn } from '../support/card-parts.ts'
import { useChatDesk, type ChatDesk } from '../support/chat-desk.ts'
import { EMERGENCY_FOSTER } from '../support/confirmation-texts.ts'
import { STAFF } from '../support/practice-desk.ts'

const { officer, supervising, socialWorker, reviewing, teamManager } = STAFF
const installed: string[] = []
const current = useChatDesk({
  now: '2026-12-18T16:05:00Z',
  installer: {
    install: async ({ objectId }) => {
      installed.push(objectId)
      return objectId !== teamManager.objectId
    },
  },
})
let desk: ChatDesk
beforeEach(() => {
  desk = current()
  installed.length = 0
})

const words = (card: Card | string | { card: Card }) =>
  typeof card === 'string' ? card : wordsIn('card' in card ? card.card : card)
const cardOf = (person: typeof officer) => words(desk.cardOf(person))

async function scheduled(text = EMERGENCY_FOSTER): Promise<void> {
  await desk.says(officer, text)
  await desk.presses(officer, desk.cardOf(officer), 'Schedule')
  await desk.work()
}

describe('everybody inside who comes is asked in Teams', () => {
  test('when, why they, and one row of answers; both social workers know of it (R-041)', async () => {
    await scheduled()
    for (const [person, why] of [
      [supervising, 'You are asked because you are the supervising social worker.'],
      [socialWorker, "You are asked because you are the child's social worker. You arrange and chair this meeting."],
    ] as const) {
      expect(cardOf(person)).toContain('You are asked to a planning meeting: Mon 21 Dec 2026 10:00, in 3 days.')
      expect(cardOf(person)).toContain(why)
      expect(cardOf(person)).toContain('Coming\nBy video\nSend my views\nCannot')
    }
  })

  test('a locked phone shows a reference and what to do, and no more (P-09)', async () => {
    await scheduled()
    expect(desk.cardOf(supervising).summary).toMatch(/^Planning meeting ref PPM-[0-9A-Z]{4}: please answer$/)
    expect(desk.cardOf(reviewing).summary).toMatch(/^Planning meeting ref PPM-[0-9A-Z]{4}$/)
  })

  test('who is only told is told so, and has nothing to answer', async () => {
    await scheduled()
    expect(cardOf(reviewing)).toContain('For your information: a planning meeting is held Mon 21 Dec 2026 10:00')
    expect(cardOf(reviewing)).not.toContain('Cannot')
  })

  test('who is asked for views is asked for them, by when, and whom to tell', async () => {
    await scheduled(`${EMERGENCY_FOSTER}IRO's part in the meeting: contribute\n`)
    expect(cardOf(reviewing)).toContain('Please send your views beforehand')
    expect(cardOf(reviewing)).toContain('Please tell Rosalind Achterberg before then what the meeting should know')
  })
})

describe('one tap answers', () => {
  test('says what was recorded and how to change it, and the officer sees the count', async () => {
    await scheduled()
    const after = await desk.presses(supervising, desk.cardOf(supervising), 'By video')
    expect(words(after)).toContain('You are joining by video; the link is in your Outlook invitation.')
    expect(words(after)).toContain('Tap another answer to change it')
    await desk.work()
    expect(cardOf(officer)).toContain('1 of 4 have answered')
    expect(cardOf(officer)).toContain('By video: supervising social worker')
  })

  test('is in the card for good, not only on the screen where it was tapped', async () => {
    await scheduled()
    await desk.presses(supervising, desk.cardOf(supervising), 'Coming')
    await desk.work()
    expect(cardOf(supervising)).toContain('You are coming.')
  })

  test('goes into Outlook as well', async () => {
    await scheduled()
    await desk.presses(supervising, desk.cardOf(supervising), 'Cannot')
    await desk.work()
    const core = [...desk.calendar.events.values()].find(({ invitation }) => invitation.key === 'core')
    expect(core?.answers.get(supervising.email)?.choice).toBe('cannot')
  })

  test('who sends views is told to whom', async () => {
    await scheduled()
    const after = await desk.presses(supervising, desk.cardOf(supervising), 'Send my views')
    expect(words(after)).toContain('Please send your views to Rosalind Achterberg before the meeting')
  })

  test('when somebody who has to come cannot, the officer’s card says what to do', async () => {
    await scheduled()
    await desk.presses(socialWorker, desk.cardOf(socialWorker), 'Cannot')
    await desk.work()
    expect(cardOf(officer)).toContain("Below the minimum: nobody comes as child's social worker")
  })
})

describe('one living card for each meeting and person', () => {
  test('each reminder takes the place of the one before, at the bottom of the chat', async () => {
    await scheduled()
    const first = desk.cardOf(supervising).id
    await desk.at('2026-12-21T08:00:00Z')
    expect(cardOf(supervising)).toContain('A reminder: planning meeting today at 10:00.')
    expect(desk.cardOf(supervising).id).not.toBe(first)
    const older = desk.cardsOf(supervising).find(({ id }) => id === first)
    expect(words(older!)).toContain('Shown again below.')
  })

  test('a job that is worked twice reminds once', async () => {
    await scheduled()
    const placement = await desk.store.placementFor('BKS-204417', 'PL-30951')
    const [meeting] = await desk.store.meetingsOf(placement!.id)
    const before = desk.cardsOf(supervising).length
    const again = { kind: 'booked', key: 'supervisingSocialWorker:1' } as const
    expect(await desk.ports.announcer.remind(supervising, meeting!, again)).toBe(true)
    expect(desk.cardsOf(supervising)).toHaveLength(before)
  })

  test('a move tells everybody the new time with a card of its own, and forgets what was answered', async () => {
    await scheduled()
    await desk.presses(supervising, desk.cardOf(supervising), 'Coming')
    await desk.work()
    const move = { 'time.0': '2026-12-21T14:00:00Z', 'moveReason.0': 'The carer works in the morning' }
    await desk.presses(officer, desk.cardOf(officer), 'Move the meeting', move)
    expect(cardOf(supervising)).toContain('You are coming.')
    await desk.work()
    expect(cardOf(supervising)).toContain('You are asked to a planning meeting: Mon 21 Dec 2026 14:00')
    expect(cardOf(supervising)).toContain('Please say whether you come')
  })

  test('a cancelled meeting says so on every card, without a reason (P-07)', async () => {
    await scheduled()
    await desk.presses(officer, desk.cardOf(officer), 'Cancel the meeting', {
      'cancelReason.0': 'The placement fell through',
    })
    await desk.work()
    expect(words(desk.cardsOf(supervising).at(-1)!)).toContain('This meeting will not now take place.')
    expect(words(desk.cardsOf(supervising).at(-1)!)).not.toContain('fell through')
    expect(cardOf(officer)).toContain('Cancelled. Everybody who was invited is told by Outlook.')
    expect(desk.calendar.events.size).toBe(0)
  })

  test('who may arrange the meeting can move it from the card on which they are asked to it', async () => {
    await scheduled()
    const move = { 'time.0': '2026-12-21T14:00:00Z', 'moveReason.0': 'The carer works in the morning' }
    const after = await desk.presses(socialWorker, desk.cardOf(socialWorker), 'Move the meeting', move)
    expect(words(after)).toContain('The meeting is being moved.')
    expect(words(after)).not.toContain('BKS-204417')
  })
})

describe('reaching a person in Teams (B11)', () => {
  const opened = () =>
    desk.connector.calls.filter(({ method, path }) => method === 'POST' && path === '/v3/conversations')

  test('where the app knows their chat, no other is begun', async () => {
    await desk.says(supervising, 'help')
    await scheduled()
    expect(opened().map(({ body }) => (body as { members: { id: string }[] }).members[0]!.id)).not.toContain(
      'supervising',
    )
  })

  test('else a chat is begun with exactly that one person, the tenant named', async () => {
    await scheduled()
    expect(opened().map(({ body }) => body)).toContainEqual(
      expect.objectContaining({
        isGroup: false,
        members: [expect.objectContaining({ id: 'supervising' })],
        tenantId: supervising.tenantId,
        channelData: { tenant: { id: supervising.tenantId } },
      }),
    )
  })

  test('who does not have the app is given it, and then written to', async () => {
    desk.connector.refuse(403, 'BotNotInConversationRoster', { path: /^\/v3\/conversations$/ })
    await scheduled()
    expect(installed).toHaveLength(1)
    expect(cardOf(supervising)).toContain('You are asked')
    expect(cardOf(socialWorker)).toContain('You are asked')
  })

  test('a kept chat that leads nowhere is begun anew', async () => {
    await desk.says(supervising, 'help')
    desk.connector.refuse(404, 'ConversationNotFound', { method: 'POST', path: /chat-of-supervising\/activities$/ })
    await scheduled()
    expect(words(desk.cardsOf(supervising).at(-1)!)).toContain('You are asked')
  })

  test('who has blocked the app gets a letter instead, never both, and is not tried again', async () => {
    desk.connector.refuse(403, 'MessageWritesBlocked', { method: 'POST', path: /chat-of-supervising\//, times: 99 })
    await scheduled()
    expect([...desk.mail.sent.values()].map(({ to }) => to)).toContain(supervising.email)
    expect(desk.cardsOf(supervising)).toEqual([])
    const calls = desk.connector.calls.length
    await desk.at('2026-12-21T08:00:00Z')
    const later = desk.connector.calls.slice(calls).filter(({ path }) => path.includes('supervising'))
    expect(later).toEqual([])
    expect([...desk.mail.sent.values()].filter(({ to }) => to === supervising.email)).toHaveLength(2)
  })

  test('who speaks to the app again is reached in Teams again', async () => {
    desk.connector.refuse(403, 'MessageWritesBlocked', { method: 'POST', path: /chat-of-supervising\// })
    await scheduled()
    await desk.says(supervising, 'help')
    await desk.at('2026-12-21T08:00:00Z')
    expect(words(desk.cardsOf(supervising).at(-1)!)).toContain('planning meeting today at 10:00')
  })

  test.each([429, 412, 502, 504])(
    'when Teams answers %s, the job tries again, and the card comes once',
    async (status) => {
      desk.connector.refuse(status, 'Later', { method: 'POST', path: /chat-of-supervising\// })
      await scheduled()
      expect(desk.failures).toHaveLength(1)
      expect(desk.mail.sent.size).toBe(0)
      await desk.retry()
      expect(cardOf(supervising)).toContain('You are asked')
    },
  )
})
