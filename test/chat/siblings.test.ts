/** Two brothers in one message, on the cards: one time for both, a card and a meeting for each (E-16, P-23). */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { wordsIn } from '../support/card-parts.ts'
import { useChatDesk, type ChatDesk } from '../support/chat-desk.ts'
import { BROTHER_ALONE, TWO_BROTHERS } from '../support/confirmation-texts.ts'
import { STAFF } from '../support/practice-desk.ts'

const { officer, socialWorker } = STAFF
const current = useChatDesk({ now: '2026-12-18T16:05:00Z', installer: { install: async () => true } })
let desk: ChatDesk
beforeEach(() => {
  desk = current()
})

const TUESDAY = '2026-12-22T10:00:00Z'
const REASON = 'the time of a brother’s or sister’s meeting, so that everybody comes once'
const cardOf = (n: 0 | 1, person = officer) => desk.cardsOf(person)[n]!
const words = (n: 0 | 1) => wordsIn(cardOf(n).card)
const schedule = async (n: 0 | 1, filled = {}) => {
  await desk.presses(officer, cardOf(n), 'Schedule', filled)
  await desk.work()
}

describe('two brothers in one message', () => {
  beforeEach(() => desk.says(officer, TWO_BROTHERS))

  test('have a card each, which says that one time can serve both meetings', () => {
    expect(words(0)).toContain('BKS-204411 · PL-30951')
    expect(words(1)).toContain('BKS-204412 · PL-30952')
    for (const n of [0, 1] as const)
      expect(words(n)).toContain('Brothers and sisters\nPlaced together. One time can serve')
  })

  test('once the first has its time, the other’s card proposes the same one first, with the reason', async () => {
    expect(words(1)).not.toContain(REASON)
    await schedule(0, { 'time.0': TUESDAY })
    expect(words(0)).toContain('Arranged for Tue 22 Dec 2026, 10:00 to 11:00')
    const [first, ...others] = words(1)
      .split('\n')
      .filter((line) => / \d\d:\d\d – /.test(line))
    expect(first).toBe(`Tue 22 Dec 2026 10:00 – ask mother, father and foster carer · everyone else free · ${REASON}`)
    expect(others.join()).not.toContain(REASON)
  })

  test('one more press, and both are in Outlook at that time, each apart', async () => {
    await schedule(0, { 'time.0': TUESDAY })
    await schedule(1)
    for (const n of [0, 1] as const) expect(words(n)).toContain('Arranged for Tue 22 Dec 2026, 10:00 to 11:00')
    const cores = [...desk.calendar.events.values()].filter(({ invitation }) => invitation.key === 'core')
    expect(cores.map(({ slot }) => slot.start)).toEqual([TUESDAY, TUESDAY])
    expect(new Set(cores.map(({ invitation }) => invitation.subject)).size).toBe(2)
    expect(new Set(cores.map(({ joinUrl }) => joinUrl)).size).toBe(2)
  })

  test('no card and no line of the log about one of them tells who the other is (P-23, P-57)', async () => {
    await schedule(0, { 'time.0': TUESDAY })
    await schedule(1)
    await desk.at('2026-12-21T09:30:00Z')
    const meetings = await desk.store.meetings(desk.clock.now())
    const [older, younger] = ['PL-30951', 'PL-30952'].map((reference) => {
      const found = meetings.find(({ placement }) => placement.confirmation.placementReference === reference)!
      return [found.meeting.ref, reference, found.placement.confirmation.caseReference, found.meeting.id]
    })
    for (const person of Object.values(STAFF)) {
      for (const { card } of desk.cardsOf(person)) {
        const shown = JSON.stringify(card)
        const isAbout = (who: string[]) => who.some((one) => shown.includes(one))
        expect([isAbout(older!), isAbout(younger!)]).not.toEqual([true, true])
      }
    }
    expect(JSON.stringify(desk.logged)).not.toMatch(/BKS-|PL-|Tannery|Anders/)
  })

  test('the first one’s meeting moved, the other’s card asks its convenor, and one press takes it along', async () => {
    await schedule(0, { 'time.0': TUESDAY })
    await schedule(1)
    await desk.presses(officer, cardOf(0), 'Move the meeting', {
      'time.0': '2026-12-23T10:00:00Z',
      'moveReason.0': 'The carer asked',
    })
    await desk.work()
    const asks =
      'The meeting of a brother or sister, which this one goes with, has been moved. To go with it again, this one would be on Wed 23 Dec 2026, 10:00 to 11:00. That is in time.'
    expect(words(1)).toContain(asks)
    expect(words(1)).toContain('Arranged for Tue 22 Dec 2026')
    const convenors = desk.cardsOf(socialWorker).filter(({ card }) => wordsIn(card).includes(asks))
    expect(convenors).toHaveLength(1)
    await desk.presses(socialWorker, convenors[0]!, 'Move to that time')
    await desk.work()
    for (const n of [0, 1] as const) expect(words(n)).toContain('Arranged for Wed 23 Dec 2026, 10:00 to 11:00')
    expect(words(1)).not.toContain('brother or sister, which')
  })
})

describe('a brother in a message of his own', () => {
  beforeEach(async () => {
    await desk.says(officer, BROTHER_ALONE(1))
    await schedule(0, { 'time.0': TUESDAY })
  })

  test('an officer is asked, and answers with one press; the card then proposes that time', async () => {
    await desk.says(officer, BROTHER_ALONE(2))
    const { meeting } = (await desk.store.meetings(desk.clock.now()))[0]!
    expect(words(1)).toContain(`Another child is placed in this home on that day (${meeting.ref}).`)
    await desk.presses(officer, cardOf(1), `Yes, of ${meeting.ref}`)
    expect(words(1)).toContain(`Tue 22 Dec 2026 10:00 – ask mother and foster carer · everyone else free · ${REASON}`)
    await schedule(1)
    expect(words(1)).toContain('Arranged for Tue 22 Dec 2026, 10:00 to 11:00')
  })

  test('answered with no, they are two children as any others', async () => {
    await desk.says(officer, BROTHER_ALONE(2))
    await desk.presses(officer, cardOf(1), 'No')
    expect(words(1)).not.toMatch(/Another child|Placed together|brother/)
    await schedule(1)
    expect(words(1)).toContain('Arranged for Mon 21 Dec 2026')
  })

  test('nobody but an officer is asked: whom else the home takes in is another case (P-23)', async () => {
    await desk.says(socialWorker, BROTHER_ALONE(2))
    const own = wordsIn(desk.cardsOf(socialWorker).at(-1)!.card)
    expect(own).toContain('BKS-204412 · PL-30952')
    expect(own).not.toMatch(/Another child|PPM-|brother/)
  })
})
