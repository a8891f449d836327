/** A placement falls through after invitations went out (E-12): from every door, and never without an officer's press. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { cancelPlacement } from '../../bot/meetings/cancel-placement.ts'
import { askForMeeting } from '../../bot/meetings/ask-for-meeting.ts'
import { verbsIn, wordsIn } from '../support/card-parts.ts'
import { inGroupChat, useChatDesk, type ChatDesk } from '../support/chat-desk.ts'
import { CANARIES, EMERGENCY_FOSTER } from '../support/confirmation-texts.ts'
import { STAFF } from '../support/practice-desk.ts'

const { officer, otherOfficer, socialWorker, stranger } = STAFF
const current = useChatDesk({ now: '2026-12-18T16:05:00Z' })
let desk: ChatDesk
beforeEach(async () => {
  desk = current()
  await desk.says(officer, EMERGENCY_FOSTER)
  await desk.presses(officer, desk.cardOf(officer), 'Schedule')
  await desk.work()
})

const FELL_THROUGH =
  'The placement for BKS-204417, placement reference PL-30951, is not going ahead: the carers have withdrawn.'
const WHY = { placementReason: 'The carers withdrew, Zebedee stays at 14 Tannery Row' }
const placement = async () => (await desk.store.placementFor('BKS-204417', 'PL-30951'))!
const meetings = async () => desk.store.meetingsOf((await placement()).id)
const words = (person = officer) => wordsIn(desk.cardsOf(person).at(-1)!.card)
const press = (title: string, filled: Record<string, string> = {}) =>
  desk.presses(officer, desk.cardOf(officer), title, filled)
const done = async () => (await desk.store.audit({ placementId: (await placement()).id })).map(({ did }) => did)

describe('a placement that does not go ahead (E-12)', () => {
  test.each([
    ['in a sentence', FELL_THROUGH],
    ['as a heading with its references', 'Cancellation: BKS-204417, placement PL-30951'],
    ['with one reference that nothing says whose it is', 'PL-30951 cancelled, thanks'],
  ])('said in chat %s, nothing is cancelled: an officer is asked', async (_, text) => {
    const before = desk.calendar.events.size
    await desk.says(officer, text)
    await desk.work()
    expect(words()).toContain('A message says that this placement does not go ahead')
    expect(words()).toContain('Nothing has been cancelled')
    expect(verbsIn(desk.cardOf(officer).card)).toEqual(expect.arrayContaining(['cancelPlacement', 'keepPlacement']))
    expect(desk.calendar.events.size).toBe(before)
  })

  test('one press with its reason cancels every event in neutral words, closes the clocks, and keeps the audit', async () => {
    await desk.says(officer, FELL_THROUGH)
    expect(desk.calendar.events.size).toBe(2)
    await press('Cancel the placement', WHY)
    await desk.work()
    expect(desk.calendar.events.size).toBe(0)
    const told = desk.calendar.mails.filter(({ kind }) => kind === 'cancellation')
    expect(told.length).toBeGreaterThan(2)
    for (const { words } of told) {
      expect(words).toContain('will not now take place')
      for (const canary of [...Object.values(CANARIES), 'withdrew']) expect(words).not.toContain(canary)
    }
    expect((await meetings()).map(({ state }) => state)).toEqual(['cancelled'])
    expect((await placement()).plan).toMatchObject({ status: 'noMeeting', clocks: [], questions: [], warnings: [] })
    expect((await placement()).cancelled).toMatchObject({ by: officer.objectId, reason: WHY.placementReason })
    expect(await done()).toEqual(
      expect.arrayContaining(['placementConfirmed', 'placementInDoubt', 'placementCancelled', 'meetingCancelled', 'eventsCancelled']), // prettier-ignore
    )
  })

  test('cards stop: attendees read that it does not take place, nobody is reminded, and no card says why', async () => {
    await desk.at('2026-12-18T16:30:00Z')
    await press('Cancel the placement', WHY)
    await desk.at('2026-12-23T16:00:00Z')
    for (const person of [officer, socialWorker, STAFF.supervising]) {
      const cards = desk.cardsOf(person)
      const last = wordsIn(cards.at(-1)!.card)
      expect(last).toMatch(/does not go ahead|will not now take place/)
      expect(cards.flatMap(({ card }) => verbsIn(card)).filter((verb) => verb !== 'newForm')).toEqual([])
      for (const said of cards) expect(JSON.stringify(said)).not.toMatch(/withdrew|Tannery|Zebedee/)
    }
    expect([...desk.mail.sent.values()].filter(({ id }) => id.includes('morning'))).toEqual([])
  })

  test('the placement officer is told of what another officer has decided', async () => {
    const { id, version } = await placement()
    const before = desk.cardsOf(officer).length
    await cancelPlacement({ placementId: id, version, reason: 'Off' }, otherOfficer, desk.ports)
    await desk.work()
    expect(desk.cardsOf(officer).length).toBeGreaterThan(before)
    expect(words()).toContain('This placement does not go ahead')
  })

  test('without a reason nothing is cancelled, and “It goes ahead” settles the doubt', async () => {
    await desk.says(officer, FELL_THROUGH)
    expect(JSON.stringify(await press('Cancel the placement'))).toContain('Please say why')
    expect((await meetings())[0]!.state).toBe('arranged')
    await press('It goes ahead')
    expect((await placement()).doubt).toBeUndefined()
    expect((await meetings())[0]!.state).toBe('arranged')
    expect(await done()).toContain('placementGoesAhead')
  })

  test('said by the social worker it waits for the officer, who is told', async () => {
    const before = desk.cardsOf(officer).length
    await desk.says(socialWorker, FELL_THROUGH)
    await desk.work()
    expect(words(socialWorker)).toContain('A placement officer decides.')
    expect(verbsIn(desk.cardsOf(socialWorker).at(-1)!.card)).not.toContain('cancelPlacement')
    expect(desk.cardsOf(officer).length).toBeGreaterThan(before)
    expect(words()).toContain('does the placement go ahead?')
    const { id, version } = await placement()
    const refused = await cancelPlacement({ placementId: id, version, reason: 'Off' }, socialWorker, desk.ports)
    expect(refused).toMatchObject({ ok: false, refusal: { reason: 'mayNotConfirm' } })
  })

  test('where others read along, one sentence is said there, and the question comes privately (P-08)', async () => {
    await desk.says(officer, '', inGroupChat(FELL_THROUGH))
    expect(desk.connector.texts('19:group@thread.v2')).toEqual(['Thank you, I have taken this up with you privately.'])
    expect(words()).toContain('does the placement go ahead?')
  })

  test('a reference that nobody called one leads to the placement, and to nobody else’s', async () => {
    await desk.says(officer, 'The placement PL-30951 is cancelled, it fell through')
    expect((await placement()).doubt).toMatchObject({ because: 'calledOff' })
    await press('It goes ahead')
    await desk.says(stranger, 'The placement PL-30951 is cancelled, it fell through')
    expect((await placement()).doubt).toBeUndefined()
    expect(desk.textsOf(stranger).at(-1)).toContain('I know of no placement of yours')
  })

  test('a preview that was not confirmed yet is put aside by its own button', async () => {
    const other = EMERGENCY_FOSTER.replace('PL-30951', 'PL-30999')
    await desk.says(officer, other)
    await desk.says(officer, FELL_THROUGH.replace('PL-30951', 'PL-30999'))
    expect(words()).toContain('press “Not a placement” if that is so')
  })

  test('an officer who knows of it needs no message', async () => {
    await press('Cancel the placement', WHY)
    await desk.work()
    expect(desk.calendar.events.size).toBe(0)
  })

  test('pressed on a card that is out of date it is looked at again first', async () => {
    const older = desk.cardOf(officer)
    await desk.says(officer, FELL_THROUGH)
    const answer = await desk.presses(officer, older, 'Cancel the placement', WHY)
    expect(JSON.stringify(answer)).toContain('Somebody changed this in the meantime')
    expect((await meetings())[0]!.state).toBe('arranged')
  })

  test('no further meeting is opened for it', async () => {
    await press('Cancel the placement', WHY)
    const asked = await askForMeeting({ placementId: (await placement()).id, ask: { reason: 'dayToDay' } }, officer, desk.ports) // prettier-ignore
    expect(asked).toMatchObject({ ok: false, refusal: { reason: 'placementOff' } })
  })

  test('confirmed again it may go ahead after all: an officer takes that over, and a new meeting is to be arranged', async () => {
    await press('Cancel the placement', WHY)
    await desk.work()
    await desk.says(officer, EMERGENCY_FOSTER)
    expect(words()).toContain('that it goes ahead after all')
    expect((await meetings()).map(({ state }) => state)).toEqual(['cancelled'])
    await press('Take over the change')
    await desk.work()
    expect((await meetings()).map(({ state }) => state).sort()).toEqual(['cancelled', 'toArrange'])
    expect((await placement()).cancelled).toBeUndefined()
    expect((await placement()).plan.clocks.length).toBeGreaterThan(0)
  })
})
