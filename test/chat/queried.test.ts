/** A placement that is queried instead of scheduled is answered on its card, by whoever may (2.4, rules 8 and 9). */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { listWaitingCases } from '../../bot/meetings/list-waiting-cases.ts'
import { registerConfirmation } from '../../bot/meetings/register-confirmation.ts'
import type { PlacementConfirmation } from '../../shared/placement/placement.ts'
import { actionsIn, inputsIn, wordsIn } from '../support/card-parts.ts'
import { useChatDesk, type ChatDesk } from '../support/chat-desk.ts'
import { EMERGENCY_FOSTER } from '../support/confirmation-texts.ts'
import { F2 } from '../support/fixture-cases.ts'
import { STAFF } from '../support/practice-desk.ts'

const { officer, socialWorker } = STAFF
const current = useChatDesk({ now: '2026-12-18T16:05:00Z', pack: 'wm-mosaic' })
let desk: ChatDesk
beforeEach(() => {
  desk = current()
})

const placement = async () => desk.store.placementFor('BKS-204417', 'PL-30951')
const did = async () =>
  (await desk.store.audit({ placementId: (await placement())!.id })).map((line) => [line.did, line.detail?.['queried']])

describe('a child on remand, in a pasted confirmation (L-28)', () => {
  beforeEach(() => desk.says(officer, EMERGENCY_FOSTER.replace('Legal status: Section 20', 'Legal status: remand')))

  test('left without a meeting, the case is kept by one more press, and nobody is invited', async () => {
    expect(inputsIn(desk.cardOf(officer).card).map(({ id }) => id)).toContain('remand')
    await desk.presses(officer, desk.cardOf(officer), 'Show times', { remand: 'none' })
    const { card } = desk.cardOf(officer)
    expect(wordsIn(card)).toContain('a detention placement plan takes the place of the placement plan')
    expect(actionsIn(card).map(({ title }) => title)).not.toContain('Schedule')
    expect(await placement()).toBeNull()
    const [waiting] = await listWaitingCases(officer, desk.ports)
    expect(waiting!.toDo).toContain('It is to have no meeting. One press keeps it so.')
    await desk.presses(officer, desk.cardOf(officer), 'Keep without a meeting')
    await desk.work()
    expect((await placement())!).toMatchObject({
      plan: { status: 'noMeeting' },
      confirmation: { choices: { queried: { meeting: 'none' } } },
    })
    expect(await desk.store.meetingsOf((await placement())!.id)).toEqual([])
    expect(desk.calendar.mails).toEqual([])
    expect((await desk.store.casesWithoutMeeting()).placements).toEqual([])
    expect(wordsIn(desk.cardOf(officer).card)).toContain('No planning meeting is held: the child is on remand')
  })

  test('held all the same, the reason and who decided are asked, and kept with the case', async () => {
    await desk.presses(officer, desk.cardOf(officer), 'Show times', { remand: 'hold' })
    expect(inputsIn(desk.cardOf(officer).card).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['remandBecause', 'remandDecidedBy']),
    )
    const refused = await desk.presses(officer, desk.cardOf(officer), 'Schedule')
    expect(wordsIn(refused as Exclude<typeof refused, string>)).toContain('Some questions are still open')
    expect(await placement()).toBeNull()
    await desk.presses(officer, desk.cardOf(officer), 'Schedule', {
      remandBecause: 'One plan for both',
      remandDecidedBy: 'Imelda Castellano',
    })
    await desk.work()
    expect((await placement())!.confirmation.choices?.queried).toEqual({
      meeting: 'hold',
      because: 'One plan for both',
      decidedBy: 'Imelda Castellano',
    })
    expect(await desk.store.meetingsOf((await placement())!.id)).toHaveLength(1)
  })
})

describe('another system has confirmed it (L-27, L-28)', () => {
  const confirm = async (over: Parameters<typeof F2>[0]) => {
    const confirmation: PlacementConfirmation = F2({
      caseReference: 'BKS-204417',
      placementReference: 'PL-30951',
      confirmedBy: { name: officer.name, email: officer.email, role: 'placementOfficer' },
      ...over,
    })
    const done = await registerConfirmation(confirmation, officer, 'api', desk.ports)
    if (!done.ok) throw new Error(done.refusal.reason)
    await desk.work()
    return done.value
  }

  test('the officer hears of it on a card that asks, and answers there: the meeting waits for a time, and its convenor is told', async () => {
    await confirm({ child: { ageInYears: 15 }, placement: { type: 'supportedAccommodation' } })
    const asking = desk.cardOf(officer)
    expect(wordsIn(asking.card)).toContain('No meeting is arranged. Nothing has been sent.')
    expect(inputsIn(asking.card).map(({ id }) => id)).toContain('under16')
    expect(desk.cardsOf(socialWorker)).toEqual([])
    await desk.presses(officer, asking, 'Answer', { under16: 'foster' })
    await desk.work()
    const [meeting] = await desk.store.meetingsOf((await placement())!.id)
    expect(meeting).toMatchObject({ state: 'toArrange', plan: { combines: ['first', 'emergency'] } })
    expect(wordsIn(desk.cardOf(socialWorker).card)).toContain(meeting!.ref)
    expect((await did()).map(([what]) => what)).toEqual(['placementConfirmed', 'questionsAnswered'])
  })

  test('left without a meeting by a press, which the audit log keeps', async () => {
    await confirm({ child: { legalStatus: 'remand' } })
    await desk.presses(officer, desk.cardOf(officer), 'Answer', { remand: 'none' })
    await desk.work()
    expect(await desk.store.meetingsOf((await placement())!.id)).toEqual([])
    expect(await did()).toContainEqual(['questionsAnswered', 'none'])
    expect(wordsIn(desk.cardOf(officer).card)).toContain('No planning meeting is held')
    expect(inputsIn(desk.cardOf(officer).card).map(({ id }) => id)).not.toContain('remand')
  })

  test('a card that is out of date changes nothing, and is drawn anew', async () => {
    await confirm({ child: { legalStatus: 'remand' } })
    const asking = desk.cardOf(officer)
    await desk.presses(officer, asking, 'Answer', { remand: 'none' })
    const again = await desk.presses(officer, asking, 'Answer', { remand: 'hold' })
    expect(wordsIn(again as Exclude<typeof again, string>)).toContain('Somebody changed this in the meantime')
    expect((await placement())!.confirmation.choices?.queried?.meeting).toBe('none')
  })
})
