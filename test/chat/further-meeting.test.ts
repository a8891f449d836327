/** A further meeting of a placement that is known, asked for in chat: by a sentence or a form, and one press. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Card } from '../../bot/chat/cards/card.ts'
import { defaultsIn, inputsIn, verbsIn, wordsIn } from '../support/card-parts.ts'
import { useChatDesk, type ChatDesk } from '../support/chat-desk.ts'
import { EMERGENCY_FOSTER } from '../support/confirmation-texts.ts'
import { STAFF } from '../support/practice-desk.ts'

const { officer, socialWorker, supervising, reviewing, stranger } = STAFF
const current = useChatDesk({ now: '2026-12-18T16:05:00Z', pack: 'wm-mosaic' })
let desk: ChatDesk
beforeEach(async () => {
  desk = current()
  const text = `${EMERGENCY_FOSTER}Finance officer: Ottilie Farrow, wilhelmina.prentice@brackenshire.example\n`
  await desk.says(officer, text)
  await desk.presses(officer, desk.cardOf(officer), 'Schedule')
  await desk.at('2027-01-18T09:00:00Z')
})

const placement = async () => (await desk.store.placementFor('BKS-204417', 'PL-30951'))!
const meetings = async () => desk.store.meetingsOf((await placement()).id)
const firstRef = async () => (await meetings()).find(({ plan }) => plan.combines.includes('first'))!.ref
const later = async () => (await meetings()).filter(({ called }) => called)
const lastCard = (person = officer) => desk.cardsOf(person).at(-1)!
const words = (card: Card | string) => (typeof card === 'string' ? card : wordsIn(card))
/** Presses a button of the newest card; the form that comes in its place can be pressed on in turn. */
async function press(title: string, filled: Record<string, string> = {}, person = officer, card = lastCard(person)) {
  const answer = await desk.presses(person, card, title, filled)
  return typeof answer === 'string' ? { id: card.id, card: card.card, words: answer } : { id: card.id, card: answer, words: wordsIn(answer) } // prettier-ignore
}

describe('a sentence that asks for a meeting (R-015)', () => {
  test('is answered with the form, filled in with what it says; nothing is opened before the press', async () => {
    await desk.says(officer, `${await firstRef()} needs a disruption meeting, placement ended unplanned on Friday`)
    const { card } = lastCard()
    expect(wordsIn(card)).toContain('The placement has ended unplanned: a disruption meeting')
    expect(wordsIn(card)).toContain('BKS-204417 · PL-30951')
    expect(defaultsIn(card)).toMatchObject({ onDay: '2027-01-15' })
    expect(verbsIn(card)).toContain('askMeeting')
    expect(await later()).toEqual([])
  })

  test('one press opens it: why, who asked, and what has to be answered before a time is chosen (R-220)', async () => {
    await desk.says(officer, `${await firstRef()} needs a disruption meeting, placement ended unplanned on Friday`)
    const done = await press('Ask for the meeting', { words: 'The carers gave notice overnight' })
    expect(done.words).toContain('is opened')
    expect(done.words).toContain('Disruption meeting')
    expect(done.words).toContain(
      'The placement has ended unplanned: a disruption meeting, Fri 15 Jan 2027. Asked for by Lennox Abernathy.',
    )
    const [meeting] = await later()
    expect(meeting).toMatchObject({
      state: 'toArrange',
      plan: { kind: 'disruption', triggers: ['unplannedEnding'] },
      called: { reason: 'unplannedEnding', words: 'The carers gave notice overnight', by: 'Lennox Abernathy' },
    })
    // The words are for the case and not for the chat.
    expect(done.words).not.toContain('gave notice')
  })

  test('without its reason in one line an ending opens nothing (R-220), and what was typed stays', async () => {
    await desk.says(officer, 'PL-30951 needs a disruption meeting please, it broke down yesterday at 9.30pm')
    const refused = await press('Ask for the meeting')
    expect(refused.words).toContain('Please say why in one line')
    expect(defaultsIn(refused.card)).toMatchObject({ onDay: '2027-01-17', onTime: '21:30' })
    expect(await later()).toEqual([])
  })

  test.each([
    ['Please confirm: can you move the meeting PL-30951 to Friday', 'a wish to move'],
    ['The review of PL-30951 went well', 'no wish at all'],
    ['hello', 'a greeting'],
  ])('%s: %s is not taken for one', async (text) => {
    await desk.says(officer, text)
    expect(JSON.stringify(desk.cardsOf(officer).at(-1)?.card ?? {})).not.toContain('askMeeting')
  })

  test('of a placement that is not the sender’s nothing is said, not even that it is there', async () => {
    const known = { ...stranger, objectId: 'somebody-else', email: 'somebody.else@brackenshire.example' }
    Object.assign(desk.ports, { people: { byObjectId: async () => known, byEmail: async () => null } })
    await desk.says(known, `${await firstRef()} needs a meeting, serious incident on Friday`)
    const theirs = wordsIn(lastCard(known).card)
    expect(theirs).toContain('I cannot tell of which placement of yours')
    expect(theirs).not.toContain('BKS-204417')
  })

  test('a reason that is not certain is asked for', async () => {
    await desk.says(officer, 'PL-30951 needs a meeting please, a serious incident and he went missing')
    expect(wordsIn(lastCard().card)).toContain('What calls for it?')
    expect(defaultsIn(lastCard().card)).toMatchObject({ reason: '' })
    const form = await press('Go on', { reason: 'seriousIncident' })
    expect(form.words).toContain('On which day did it happen?')
  })
})

describe('the form', () => {
  test('begins from “further meeting” and a reference; a serious incident is due three working days on (R-009, A-06)', async () => {
    await desk.says(officer, 'further meeting')
    const form = await press('Go on', { reference: (await firstRef()).toLowerCase(), reason: 'seriousIncident' })
    const done = await press('Ask for the meeting', { onDay: '2027-01-15' }, officer, {
      ...lastCard(),
      card: form.card,
    })
    expect(done.words).toMatch(/Hold the meeting by\nWed 20 Jan 2027/)
    expect(done.words).toContain('Emergency planning meeting')
    expect((await later())[0]!.plan.emergencyChecklist.length).toBeGreaterThan(0)
    await desk.work()
    expect(wordsIn(desk.cardOf(officer).card)).toMatch(/Schedule|Choose a time/)
    expect(inputsIn(desk.cardOf(officer).card).some(({ id }) => id.startsWith('time.'))).toBe(true)
  })

  test('the convenor hears of it on a card of its own, with the reason (R-015, R-197)', async () => {
    const before = desk.cardsOf(socialWorker).length
    await desk.says(officer, 'PL-30951 needs a meeting please about day to day matters')
    await press('Ask for the meeting')
    await desk.work()
    const theirs = desk.cardsOf(socialWorker)
    expect(theirs.length).toBeGreaterThan(before)
    expect(wordsIn(theirs.at(-1)!.card)).toContain('To sort out day-to-day matters. Asked for by Lennox Abernathy.')
    await desk.work()
    expect(desk.cardsOf(socialWorker)).toHaveLength(theirs.length)
  })

  test('asked twice it is one meeting', async () => {
    for (let n = 0; n < 2; n += 1) {
      await desk.says(officer, 'PL-30951 needs a meeting please, serious incident on Friday')
      await press('Ask for the meeting')
      await desk.work()
    }
    expect(await later()).toHaveLength(1)
    expect(words(lastCard().card)).toContain('Emergency planning meeting')
  })
})

describe('missing', () => {
  const ask = async (filled: Record<string, string>) => {
    await desk.says(officer, 'PL-30951 needs a meeting please, missing')
    return press('Ask for the meeting', filled)
  }
  const away = (fromDay: string, fromTime: string, onDay: string, onTime: string) => ({
    fromDay,
    fromTime,
    onDay,
    onTime,
  })

  test('“missing since Monday, back Thursday” fills both ends', async () => {
    desk.clock.set('2027-01-22T10:00:00Z' as never)
    await desk.says(officer, 'meeting please: missing since Monday 21:00, back Thursday 22:00, ref PL-30951')
    expect(defaultsIn(lastCard().card)).toMatchObject(away('2027-01-18', '21:00', '2027-01-21', '22:00'))
  })

  test('seventy-three hours call for an emergency meeting (R-010, E-23)', async () => {
    await ask(away('2027-01-14', '07:00', '2027-01-17', '08:00'))
    expect((await later())[0]!.plan.triggers).toEqual(['missingDuration'])
  })

  test('fifty-eight hours over three dates: a person says, and the answer is kept (E-21, A-13)', async () => {
    const asked = await ask(away('2027-01-11', '10:00', '2027-01-13', '20:00'))
    expect(asked.words).toContain('Does it call for an emergency meeting?')
    expect(await later()).toEqual([])
    const kept = await press('Ask for the meeting', { decision: 'none' }, officer, { ...lastCard(), card: asked.card })
    expect(kept.words).toContain('the return is kept for the count')
    expect((await placement()).missingEpisodes).toHaveLength(1)
    expect(await later()).toEqual([])
  })

  test('the third return calls for one, whenever the first two were reported (R-011, A-07)', async () => {
    const first = await ask(away('2027-01-04', '20:00', '2027-01-04', '23:00'))
    expect(first.words).toContain('1 of 3 occasions')
    const second = await ask(away('2027-01-08', '20:00', '2027-01-08', '23:00'))
    expect(second.words).toContain('2 of 3 occasions')
    expect(await later()).toEqual([])
    await ask(away('2027-01-16', '20:00', '2027-01-16', '23:00'))
    expect((await later()).map(({ plan }) => plan.triggers)).toEqual([['missingOccasions']])
  })

  test('earlier times can be added in the same form', async () => {
    await ask({
      ...away('2027-01-16', '20:00', '2027-01-16', '23:00'),
      'earlier.0.fromDay': '2027-01-04',
      'earlier.0.fromTime': '20:00',
      'earlier.0.toDay': '2027-01-04',
      'earlier.0.toTime': '23:00',
      'earlier.1.fromDay': '2027-01-08',
      'earlier.1.fromTime': '20:00',
      'earlier.1.toDay': '2027-01-08',
      'earlier.1.toTime': '23:00',
    })
    expect((await later()).map(({ plan }) => plan.triggers)).toEqual([['missingOccasions']])
  })

  test.each([
    ['without the beginning', { onDay: '2027-01-16', onTime: '23:00' }, 'since when the child was missing'],
    ['back before it began', away('2027-01-16', '23:00', '2027-01-16', '20:00'), 'cannot all be right'],
    ['in the future', away('2027-01-18', '08:00', '2027-01-19', '20:00'), 'lies in the future'],
    ['with half an earlier time', { ...away('2027-01-16', '20:00', '2027-01-16', '23:00'), 'earlier.0.fromDay': '2027-01-04' }, 'needs all four'], // prettier-ignore
  ])('%s is refused in words, and nothing is counted', async (_, filled, said) => {
    expect((await ask(filled)).words).toContain(said)
    expect((await placement()).missingEpisodes).toBeUndefined()
  })
})

describe('who may ask', () => {
  test.each([
    ['social worker', socialWorker],
    ['supervising social worker', supervising],
    ['reviewing officer', reviewing],
  ])('the %s opens it with one press', async (_, person) => {
    await desk.says(person, 'PL-30951 needs a meeting please, serious incident on Friday')
    await press('Ask for the meeting', {}, person)
    expect(await later()).toHaveLength(1)
  })

  test('whoever may not call one asks an officer, whose press opens it', async () => {
    await desk.says(stranger, 'PL-30951 needs a meeting please, serious incident on Friday')
    expect(wordsIn(lastCard(stranger).card)).toContain('goes to a placement officer, who presses')
    const waits = await press('Ask for the meeting', {}, stranger)
    expect(waits.words).toContain('It waits for a placement officer')
    expect(await later()).toEqual([])
    await desk.work()
    const { card } = desk.cardOf(officer)
    expect(wordsIn(card)).toContain(
      'Wilhelmina Prentice asks for a further meeting. After a serious incident, Fri 15 Jan 2027. Nothing has been opened yet.',
    )
    const opened = await press('Open the meeting')
    expect(opened.words).toContain('Asked for by Wilhelmina Prentice')
    expect(await later()).toHaveLength(1)
    expect((await placement()).asked).toBeUndefined()
  })

  test('an officer may say that no meeting is needed', async () => {
    await desk.says(stranger, 'PL-30951 needs a meeting please, serious incident on Friday')
    await press('Ask for the meeting', {}, stranger)
    await desk.work()
    await press('No meeting')
    expect(await later()).toEqual([])
    expect((await placement()).asked).toBeUndefined()
    expect((await desk.store.audit({ placementId: (await placement()).id })).map(({ did }) => did)).toEqual(
      expect.arrayContaining(['furtherMeetingAsked', 'furtherMeetingDeclined']),
    )
  })
})
