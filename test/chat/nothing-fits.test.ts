import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Card } from '../../bot/chat/cards/card.ts'
import { registerConfirmation } from '../../bot/meetings/register-confirmation.ts'
import { tellRunningOut } from '../../bot/meetings/tell-running-out.ts'
import { atLondon, day } from '../../shared/dates/time.ts'
import { aConfirmation, thePeople } from '../support/builders.ts'
import { wordsIn } from '../support/card-parts.ts'
import { useChatDesk, type ChatDesk } from '../support/chat-desk.ts'
import { CANARIES, EMERGENCY_FOSTER } from '../support/confirmation-texts.ts'
import { STAFF } from '../support/practice-desk.ts'

const { officer, socialWorker, teamManager } = STAFF
const current = useChatDesk({ now: '2026-12-18T16:05:00Z' })
let desk: ChatDesk
beforeEach(() => {
  desk = current()
})
const words = (card: Card | string) => (typeof card === 'string' ? card : wordsIn(card))
const isAway = (from: string, until: string) =>
  desk.calendar.busy.set(socialWorker.email, [
    { start: atLondon(day(from), '00:00'), end: atLondon(day(until), '00:00') },
  ])

/** Foster, in an emergency, on Fri 18 Dec 2026: to be held by Tue 29 Dec. */
describe('a confirmation whose meeting fits nowhere in time (E-43, R-032)', () => {
  beforeEach(async () => {
    isAway('2026-12-18', '2026-12-31')
    await desk.says(officer, EMERGENCY_FOSTER)
  })
  const preview = () => desk.cardOf(officer)

  test('shows the fullest time in time and the earliest full one late side by side, with what each costs', () => {
    const { card } = preview()
    const sides = card.body.find((one) => one.type === 'ColumnSet' && wordsIn({ ...card, body: [one] }).includes('Book it late')) // prettier-ignore
    const [reduced, late] = (sides as Extract<typeof sides, { type: 'ColumnSet' }>).columns.map(({ items }) =>
      wordsIn({ ...card, body: items, actions: [] }),
    )
    expect(reduced).toContain('In time, without everybody\nMon 21 Dec 2026, 10:00 to 11:00')
    expect(reduced).toContain("child's social worker: busy")
    expect(reduced).toContain('Below the minimum of people')
    expect(late).toContain('Late, with everybody\nThu 31 Dec 2026, 09:00 to 10:00')
    expect(late).toContain('Nobody is missing.\nThe minimum of people holds.')
    expect(late).toContain('To be recorded: why it could not be held in time.')
    expect(words(card)).toContain('No time is left before the last day')
  })

  test('books nothing that nobody chose: there is no Schedule on it', () => {
    expect(words(preview().card)).not.toContain('\nSchedule')
    expect(words(preview().card)).toContain('Look again')
  })

  test('late needs its reason, and one press then books it', async () => {
    const refused = await desk.presses(officer, preview(), 'Book it late')
    expect(words(refused)).toContain('why it cannot be held in time, then press again')
    expect(desk.calendar.events.size).toBe(0)
    await desk.presses(officer, preview(), 'Book it late', { lateReason: 'The worker is in court all week' })
    await desk.work()
    expect(words(preview().card)).toContain('Arranged for Thu 31 Dec 2026, 09:00 to 10:00')
    expect(words(preview().card)).toContain('Held late: the reason is kept with the meeting.')
  })

  test('looked at again once somebody has made room, it offers times as ever', async () => {
    isAway('2026-12-18', '2026-12-19')
    const again = await desk.presses(officer, preview(), 'Look again')
    expect(words(again)).toContain('Mon 21 Dec 2026 10:00')
    expect(words(again)).not.toContain('No time before the last day')
  })
})

describe('a meeting that runs out of times', () => {
  async function confirmed() {
    const people = [...thePeople(), { role: 'teamManager' as const, name: teamManager.name, email: teamManager.email, insideTenant: true }] // prettier-ignore
    const confirmation = aConfirmation({
      people,
      child: { initials: CANARIES.initials },
      placement: { basis: 'emergency', startsAt: atLondon(day('2026-12-18'), '17:30'), address: CANARIES.address },
      confirmedAt: desk.clock.now(),
    })
    const done = await registerConfirmation(confirmation, officer, 'api', desk.ports)
    if (!done.ok) throw new Error(done.refusal.reason)
    await desk.work()
    return done.value.meetings[0]!
  }

  test('comes to the manager as the meeting’s card, once, with what can be done and nothing of the child (R-032)', async () => {
    isAway('2026-12-18', '2026-12-31')
    const meeting = await confirmed()
    const card = desk.cardOf(teamManager)
    expect(card.summary).toBe(`Planning meeting ref ${meeting.ref}`)
    expect(words(card.card)).toContain('Below is what can be done.')
    expect(words(card.card)).toContain('Book it late')
    expect(JSON.stringify(card)).not.toMatch(/QX|Tannery/)
    await tellRunningOut(meeting.id, 'none', desk.ports)
    expect(desk.cardsOf(teamManager)).toHaveLength(1)
  })

  test('takes the place of the card that the convenor has of it', async () => {
    isAway('2026-12-18', '2026-12-31')
    await confirmed()
    expect(words(desk.cardOf(socialWorker).card)).toContain('Below is what can be done.')
  })

  test('that few are left stands on the card, and the manager alone hears of it', async () => {
    isAway('2026-12-18', '2026-12-29')
    desk.calendar.busy.get(socialWorker.email)!.push({
      start: atLondon(day('2026-12-29'), '11:00'),
      end: atLondon(day('2026-12-31'), '00:00'),
    })
    await confirmed()
    expect(words(desk.cardOf(teamManager).card)).toContain('2 times are left')
    // The convenor has had their card since there is a meeting, and it shows the same; it is not posted once more.
    expect(words(desk.cardOf(socialWorker).card)).toContain('2 times are left')
    expect(desk.cardsOf(socialWorker)).toHaveLength(1)
  })
})

describe('a meeting that has to move where nothing fits in time any more (E-43)', () => {
  beforeEach(async () => {
    await desk.says(officer, EMERGENCY_FOSTER)
    await desk.presses(officer, desk.cardOf(officer), 'Schedule')
    await desk.work()
    isAway('2026-12-18', '2026-12-31')
  })
  const looks = async () => {
    const { id } = desk.cardOf(officer)
    const card = await desk.presses(officer, desk.cardOf(officer), 'Look for free times')
    if (typeof card === 'string') throw new Error(card)
    return { id, card }
  }

  test('looking for times shows the ways out, open under Move', async () => {
    const { card } = await looks()
    expect(words(card)).toContain('No time before the last day suits everybody who has to come')
    const move = card.body.find((one) => 'id' in one && one.id === 'move.0')
    expect(move).toMatchObject({ isVisible: true })
  })

  test('one is taken with one press, once it is said why the meeting moves and why it is late', async () => {
    const found = await looks()
    expect(words(await desk.presses(officer, found, 'Book it late'))).toContain('Please say why')
    const why = { 'moveReason.0': 'The carer is in hospital', 'late.0': 'The worker is in court all week' }
    await desk.presses(officer, found, 'Book it late', why)
    await desk.work()
    const [meeting] = await desk.store.meetings(desk.clock.now())
    expect(meeting!.meeting).toMatchObject({
      state: 'arranged',
      slot: { start: atLondon(day('2026-12-31'), '09:00') },
      lateReason: 'The worker is in court all week',
      moves: [{ reason: 'The carer is in hospital' }],
    })
  })
})
