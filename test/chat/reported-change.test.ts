import { beforeEach, describe, expect, test } from '@jest/globals'
import { registerConfirmation } from '../../bot/meetings/register-confirmation.ts'
import type { PlacementConfirmation } from '../../shared/placement/placement.ts'
import { readConfirmationJson } from '../../shared/wire/confirmation.ts'
import { verbsIn, wordsIn } from '../support/card-parts.ts'
import { useChatDesk, type ChatDesk } from '../support/chat-desk.ts'
import { EMERGENCY_FOSTER } from '../support/confirmation-texts.ts'
import { aRecord } from '../support/placement-record.ts'
import { STAFF } from '../support/practice-desk.ts'

const { officer, socialWorker } = STAFF
const current = useChatDesk({ now: '2026-12-18T16:05:00Z' })
let desk: ChatDesk
beforeEach(async () => {
  desk = current()
  await desk.says(officer, EMERGENCY_FOSTER)
  await desk.presses(officer, desk.cardOf(officer), 'Schedule')
  await desk.work()
})

const LATER =
  'Change of start for BKS-204417, placement PL-30951: the start has changed to Wednesday 23 December 2026 at 10.30am. All else stays as it was.'
const EARLIER =
  'Change of start for BKS-204417, placement PL-30951: the start has changed to Thursday 10 December 2026 at 9.00am. All else stays as it was.'

const words = () => wordsIn(desk.cardOf(officer).card)
const events = () => [...desk.calendar.events.values()].map(({ slot }) => slot)
const placement = async () => (await desk.store.placementFor('BKS-204417', 'PL-30951'))!

describe('a changed start of a placement whose meeting is arranged (E-10)', () => {
  test('shows old and new start and last day, and moves nothing', async () => {
    const before = events()
    await desk.says(officer, LATER)
    await desk.work()
    expect(words()).toContain('Start\nFri 18 Dec 2026 17:30 → Wed 23 Dec 2026 10:30')
    expect(words()).toMatch(/Hold the meeting by\nTue 29 Dec 2026 → \w+ \d+ \w+ 202\d/)
    expect(words()).toContain('Nothing has been changed yet')
    expect(words()).toContain('until somebody moves it')
    expect(verbsIn(desk.cardOf(officer).card)).toEqual(expect.arrayContaining(['takeChange', 'leaveChange']))
    expect(events()).toEqual(before)
    expect((await placement()).confirmation.placement.startsAt).toBe('2026-12-18T17:30:00Z')
  })

  test('taken over, the placement has the new start and last day; the meeting keeps its time', async () => {
    const before = events()
    await desk.says(officer, LATER)
    await desk.presses(officer, desk.cardOf(officer), 'Take over the change')
    await desk.work()
    const { confirmation, plan, proposed } = await placement()
    expect(confirmation.placement.startsAt).toBe('2026-12-23T10:30:00Z')
    expect(confirmation.people).toHaveLength(6)
    expect(plan.meetings[0]!.deadline!.date > '2026-12-29').toBe(true)
    expect(proposed).toBeUndefined()
    const [meeting] = await desk.store.meetingsOf((await placement()).id)
    expect(meeting).toMatchObject({ state: 'arranged', plan: { deadline: plan.meetings[0]!.deadline } })
    expect(events()).toEqual(before)
    expect(words()).not.toContain('→')
  })

  test('a meeting that would be late says so before, and asks to be moved after', async () => {
    const { placement: started } = (await placement()).confirmation
    expect(started.startsAt).toBe('2026-12-18T17:30:00Z')
    await desk.says(officer, EARLIER)
    expect(words()).toContain('would then no longer be in time')
    await desk.presses(officer, desk.cardOf(officer), 'Take over the change')
    await desk.work()
    expect(words()).toContain('This time is not in time any more')
    expect(verbsIn(desk.cardOf(officer).card)).toContain('move')
  })

  test('left as it was, nothing of it remains', async () => {
    await desk.says(officer, LATER)
    await desk.presses(officer, desk.cardOf(officer), 'Leave it as it was')
    await desk.work()
    expect((await placement()).proposed).toBeUndefined()
    expect((await placement()).confirmation.placement.startsAt).toBe('2026-12-18T17:30:00Z')
    expect(words()).not.toContain('→')
  })

  test('a press on a card that shows an older change does nothing', async () => {
    await desk.says(officer, LATER)
    const older = desk.cardOf(officer)
    await desk.says(officer, LATER.replace('23 December', '24 December').replace('Wednesday', 'Thursday'))
    const answer = await desk.presses(officer, older, 'Take over the change')
    expect(JSON.stringify(answer)).toContain('Somebody changed this in the meantime')
    expect((await placement()).confirmation.placement.startsAt).toBe('2026-12-18T17:30:00Z')
  })

  test('reported by the social worker, it waits for a placement officer', async () => {
    await desk.says(socialWorker, LATER)
    await desk.work()
    const theirs = wordsIn(desk.cardsOf(socialWorker).at(-1)!.card)
    expect(theirs).toContain('A placement officer decides')
    expect(words()).toContain('Fri 18 Dec 2026 17:30 → Wed 23 Dec 2026 10:30')
    expect(verbsIn(desk.cardOf(officer).card)).toContain('takeChange')
  })

  test('a record of the national standard that comes afterwards adds to the agenda once it is taken over', async () => {
    await desk.says(officer, JSON.stringify(aRecord({ placementAvailability: { placementId: 'PL-30951' } })))
    expect(words()).toContain('what the placement has to meet')
    await desk.presses(officer, desk.cardOf(officer), 'Take over the change')
    await desk.work()
    const [meeting] = await desk.store.meetingsOf((await placement()).id)
    expect(JSON.stringify(meeting!.plan.agenda)).toContain('self-harm')
  })
})

describe('a changed start of a placement that has no meeting', () => {
  // A child on remand has no meeting before a person has decided (L-28).
  const ON_REMAND = EMERGENCY_FOSTER.replace('Section 20', 'Remand').replace('PL-30951', 'PL-30952')
  const REMANDED_LATER = LATER.replace('PL-30951', 'PL-30952')

  test('is settled on its card all the same', async () => {
    await desk.says(officer, ON_REMAND)
    const draft = (await desk.store.draftFor('BKS-204417', 'PL-30952'))!
    const { value } = readConfirmationJson(draft.fields) as { value: PlacementConfirmation }
    await registerConfirmation(value, officer, 'api', desk.ports)
    const remanded = async () => (await desk.store.placementFor('BKS-204417', 'PL-30952'))!
    expect(await desk.store.meetingsOf((await remanded()).id)).toEqual([])
    await desk.says(officer, REMANDED_LATER)
    await desk.work()
    const card = desk.cardsOf(officer).at(-1)!
    expect(wordsIn(card.card)).toContain('Start\nFri 18 Dec 2026 17:30 → Wed 23 Dec 2026 10:30')
    await desk.presses(officer, card, 'Take over the change')
    expect((await remanded()).confirmation.placement.startsAt).toBe('2026-12-23T10:30:00Z')
    expect((await remanded()).proposed).toBeUndefined()
  })
})
