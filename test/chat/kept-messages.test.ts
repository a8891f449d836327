/** A message that was kept with a case is edited or deleted where it stands (B9): a change, that nobody takes over but an officer. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import type { DirectoryPerson } from '../../bot/meetings/ports.ts'
import { registerConfirmation } from '../../bot/meetings/register-confirmation.ts'
import type { PlacementConfirmation } from '../../shared/placement/placement.ts'
import { verbsIn, wordsIn } from '../support/card-parts.ts'
import { inGroupChat, useChatDesk, type ChatDesk } from '../support/chat-desk.ts'
import { EMERGENCY_FOSTER, WITHOUT } from '../support/confirmation-texts.ts'
import { STAFF } from '../support/practice-desk.ts'

const { officer, socialWorker } = STAFF
const GROUP = '19:group@thread.v2'
const ID = '1766073600000'
const current = useChatDesk({ now: '2026-12-18T16:05:00Z' })
let desk: ChatDesk
beforeEach(() => {
  desk = current()
})

/** "Plan meeting from this", by the officer, on what the social worker has written. */
const choose = (text: string, where = inGroupChat('')) =>
  desk.says(officer, '', {
    ...where,
    text: undefined,
    type: 'invoke',
    name: 'composeExtension/fetchTask',
    value: {
      commandId: 'planMeeting',
      messagePayload: {
        id: ID,
        createdDateTime: '2026-12-18T16:00:00Z',
        from: { user: { id: socialWorker.objectId } },
        body: { contentType: 'text', content: text },
      },
    },
  })
const inGroup = (type: string, text: string, by: DirectoryPerson = socialWorker) =>
  desk.says(by, '', { ...inGroupChat(text), type, id: ID, ...(type === 'messageDelete' && { text: undefined }) })
const edits = (text: string, by?: DirectoryPerson) => inGroup('messageUpdate', text, by)
const deletes = (by?: DirectoryPerson) => inGroup('messageDelete', '', by)
const confirm = async () => {
  await desk.presses(officer, desk.cardOf(officer), 'Schedule')
  await desk.work()
}
const placement = async () => (await desk.store.placementFor('BKS-204417', 'PL-30951'))!
const words = () => wordsIn(desk.cardsOf(officer).at(-1)!.card)
const LATER = EMERGENCY_FOSTER.replace('18/12/2026 at 5.30pm', '21/12/2026 at 5.30pm')

describe('a message chosen with “Plan meeting from this” that is edited afterwards', () => {
  test('is kept with the case, with who brought it in', async () => {
    await choose(EMERGENCY_FOSTER)
    await confirm()
    expect((await placement()).messages).toEqual([{ chat: GROUP, id: ID, by: officer.objectId, removalAsked: true }])
    expect((await placement()).source).toContain('Placement reference: PL-30951')
  })

  test('before anything is confirmed, the preview follows', async () => {
    await choose(EMERGENCY_FOSTER)
    await edits(LATER)
    expect(words()).toContain('starts Mon 21 Dec 2026 17:30')
    expect(desk.connector.chat(GROUP)).toEqual([])
  })

  test('after that, old and new are shown to whoever chose it, and nothing moves before a press', async () => {
    await choose(EMERGENCY_FOSTER)
    await confirm()
    const events = [...desk.calendar.events.values()].map(({ slot }) => slot)
    await edits(LATER)
    await desk.work()
    expect(words()).toContain('Start\nFri 18 Dec 2026 17:30 → Mon 21 Dec 2026 17:30')
    expect(verbsIn(desk.cardOf(officer).card)).toEqual(expect.arrayContaining(['takeChange', 'leaveChange']))
    expect((await placement()).confirmation.placement.startsAt).toBe('2026-12-18T17:30:00Z')
    expect([...desk.calendar.events.values()].map(({ slot }) => slot)).toEqual(events)
    expect(desk.connector.chat(GROUP)).toEqual([])
    await desk.presses(officer, desk.cardOf(officer), 'Take over the change')
    expect((await placement()).confirmation.placement.startsAt).toBe('2026-12-21T17:30:00Z')
  })

  test('chosen once more it is the same case', async () => {
    await choose(EMERGENCY_FOSTER)
    await confirm()
    await choose(LATER)
    expect(words()).toContain('Start\nFri 18 Dec 2026 17:30 → Mon 21 Dec 2026 17:30')
  })

  test('what it does not say any more of its references, the case does', async () => {
    await choose(EMERGENCY_FOSTER)
    await confirm()
    await edits(LATER.replace('Placement reference: PL-30951\n', ''))
    expect((await placement()).proposed?.confirmation.placement.startsAt).toBe('2026-12-21T17:30:00Z')
  })

  test('naming another placement it changes nothing of the former one, and says so', async () => {
    await choose(EMERGENCY_FOSTER)
    await confirm()
    await edits(LATER.replace('PL-30951', 'PL-30952'))
    expect(desk.textsOf(officer).at(-1)).toContain('now names another placement')
    expect((await placement()).proposed).toBeUndefined()
    expect(await desk.store.draftFor('BKS-204417', 'PL-30952')).toMatchObject({ state: 'open' })
  })

  test('with nothing left of a confirmation, the placement is in doubt and an officer is asked', async () => {
    await choose(EMERGENCY_FOSTER)
    await confirm()
    await edits('Sorry, wrong chat')
    await desk.work()
    expect(words()).toContain('has been changed, and holds no confirmation any more')
    expect(verbsIn(desk.cardOf(officer).card)).toEqual(expect.arrayContaining(['cancelPlacement', 'keepPlacement']))
    expect((await desk.store.meetingsOf((await placement()).id))[0]!.state).toBe('arranged')
  })

  test('edited by somebody whom the directory does not know, it is the case’s all the same', async () => {
    await choose(EMERGENCY_FOSTER)
    await confirm()
    await edits(LATER, { ...socialWorker, objectId: 'a-guest' })
    expect(words()).toContain('Fri 18 Dec 2026 17:30 → Mon 21 Dec 2026 17:30')
    expect(desk.connector.chat(GROUP)).toEqual([])
  })
})

describe('a message that is deleted afterwards', () => {
  test('where others read along, as it was asked for: it is marked, what it said is kept, and nothing is in doubt', async () => {
    await choose(EMERGENCY_FOSTER)
    await confirm()
    await deletes()
    expect(desk.textsOf(officer).at(-1)).toContain('as I had asked')
    const { messages, doubt, source } = await placement()
    expect(messages![0]!.deletedAt).toBe('2026-12-18T16:05:00Z')
    expect(source).toContain('PL-30951')
    expect(doubt).toBeUndefined()
    expect(desk.connector.chat(GROUP)).toEqual([])
  })

  test('in a chat of one’s own, the case is marked and an officer is asked', async () => {
    await desk.says(officer, EMERGENCY_FOSTER, { id: ID })
    await confirm()
    await desk.says(officer, '', { type: 'messageDelete', id: ID })
    await desk.work()
    expect(words()).toContain('has been deleted. What it said is kept here.')
    expect((await placement()).doubt).toMatchObject({ because: 'messageDeleted' })
    await desk.presses(officer, desk.cardOf(officer), 'It goes ahead')
    await desk.work()
    expect(words()).toContain('Arranged for')
    await desk.says(officer, '', { type: 'messageDelete', id: ID })
    expect((await placement()).doubt).toBeUndefined()
  })

  describe('and that spoke of two children', () => {
    const own = (n: number, initials: string) =>
      `Child ${n}\nInitials: ${initials}\nCase reference: BKS-20441${n}\nPlacement reference: PL-3095${n}\nAge: 9\n`
    const common = WITHOUT('Case reference', 'Placement reference', 'Child:')
    const both = `${own(1, 'Q.X.')}\n${own(2, 'W.X.')}\nBoth children\n${common.trim()}`
    const each = async () => [
      (await desk.store.placementFor('BKS-204411', 'PL-30951'))!,
      (await desk.store.placementFor('BKS-204412', 'PL-30952'))!,
    ]
    beforeEach(async () => {
      await desk.says(officer, both, { id: ID })
      for (const n of [1, 2]) {
        const { fields } = (await desk.store.draftFor(`BKS-20441${n}`, `PL-3095${n}`))!
        await registerConfirmation(fields as PlacementConfirmation, officer, 'chat', desk.ports)
      }
    })

    test('an officer is asked about each of them (E-16)', async () => {
      await desk.says(officer, '', { type: 'messageDelete', id: ID })
      expect((await each()).map(({ doubt }) => doubt?.because)).toEqual(['messageDeleted', 'messageDeleted'])
    })

    test('and, edited to speak of one, about the other', async () => {
      await desk.says(officer, `${own(1, 'Q.X.')}\n${common}`, { type: 'messageUpdate', id: ID })
      expect((await each()).map(({ doubt }) => doubt?.because)).toEqual([undefined, 'messageChanged'])
    })
  })

  test('somebody else’s message, or one that led to nothing, is nobody’s business', async () => {
    await choose('See you on Monday')
    await deletes()
    await edits('See you on Tuesday', officer)
    expect(desk.cardsOf(officer)).toEqual([])
  })
})
