/** A message names two references, and nothing in it says which is the child's and which the placement's. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { inputsIn, wordsIn } from '../support/card-parts.ts'
import { useChatDesk, type ChatDesk } from '../support/chat-desk.ts'
import { EMERGENCY_FOSTER } from '../support/confirmation-texts.ts'
import { STAFF } from '../support/practice-desk.ts'

const { officer } = STAFF
const current = useChatDesk({ now: '2026-12-18T16:05:00Z' })
let desk: ChatDesk
beforeEach(() => {
  desk = current()
})

const TOLD = 'Case reference: BKS-204417\nPlacement reference: PL-30951'
/** References whose forms say nothing. */
const NAMED = EMERGENCY_FOSTER.replace(TOLD, 'Case reference: BKS-204417\nPlacement reference: WX-30951')
const last = () => wordsIn(desk.cardsOf(officer).at(-1)!.card)
const drafts = async () => (await desk.store.casesWithoutMeeting()).drafts

describe('a cancellation: the cases that are known say which is which', () => {
  test.each(['Cancellation: BKS-204417 WX-30951', 'Cancelled: WX-30951, BKS-204417'])(
    '%s: of a placement',
    async (text) => {
      await desk.says(officer, NAMED)
      await desk.presses(officer, desk.cardOf(officer), 'Schedule')
      await desk.work()
      await desk.says(officer, text)
      await desk.work()
      expect(last()).toContain('A message says that this placement does not go ahead')
      expect((await desk.store.placementFor('BKS-204417', 'WX-30951'))!.doubt?.because).toBe('calledOff')
    },
  )

  test.each(['Cancellation: BKS-204417 WX-30951', 'Cancelled: WX-30951, BKS-204417'])(
    '%s: of a draft',
    async (text) => {
      await desk.says(officer, NAMED)
      await desk.says(officer, text)
      expect(last()).toContain(
        'A message says that this placement does not go ahead. Nothing has been sent: press “Not a placement”',
      )
      expect(await drafts()).toHaveLength(1)
    },
  )

  test('of two placements of one child the one is meant that has both', async () => {
    for (const placement of ['WX-30951', 'WX-30952']) {
      await desk.says(officer, NAMED.replace('WX-30951', placement))
      await desk.presses(officer, desk.cardsOf(officer).at(-1)!, 'Schedule')
      await desk.work()
    }
    await desk.says(officer, 'Cancellation: WX-30952 BKS-204417')
    await desk.work()
    const doubts = async (reference: string) => (await desk.store.placementFor('BKS-204417', reference))!.doubt?.because
    expect([await doubts('WX-30951'), await doubts('WX-30952')]).toEqual([undefined, 'calledOff'])
  })

  test('where no case is known, nothing is put in doubt', async () => {
    await desk.says(officer, 'Cancellation: BKS-204417 WX-30951')
    expect(desk.textsOf(officer).at(-1)).toContain('I know of no placement of yours with its references')
  })
})

describe('a confirmation: the card offers both, and one choice settles the other', () => {
  const UNNAMED = EMERGENCY_FOSTER.replace(TOLD, 'BKS-204417, WX-30951')

  test('as choices and not as lines to type', async () => {
    await desk.says(officer, UNNAMED)
    const choices = inputsIn(desk.cardOf(officer).card).filter(({ id }) => id.endsWith('Reference'))
    expect(choices.map((input) => [input.id, 'choices' in input && input.choices.map(({ value }) => value)])).toEqual([
      ['caseReference', ['BKS-204417', 'WX-30951']],
      ['placementReference', ['BKS-204417', 'WX-30951']],
    ])
    await desk.presses(officer, desk.cardOf(officer), 'Show times', { placementReference: 'WX-30951' })
    const [draft] = await drafts()
    expect(draft!.fields).toMatchObject({ caseReference: 'BKS-204417', placementReference: 'WX-30951' })
    expect(draft!.asks.filter(({ field }) => field.endsWith('Reference'))).toEqual([])
  })

  test('a placement that is known already is found by both, in whatever order', async () => {
    await desk.says(officer, NAMED)
    await desk.presses(officer, desk.cardOf(officer), 'Schedule')
    await desk.work()
    await desk.says(officer, UNNAMED.replace('BKS-204417, WX-30951', 'WX-30951, BKS-204417'))
    expect(last()).toContain('This placement is confirmed already')
    expect(await drafts()).toEqual([])
  })
})
