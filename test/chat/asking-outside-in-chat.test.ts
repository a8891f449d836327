/** Those outside are asked first, from the card; and when they do not settle it, the convenor hears once. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { addMinutes } from '../../shared/dates/time.ts'
import { CARER, MOTHER, sayOn } from '../support/asking-outside.ts'
import { wordsIn } from '../support/card-parts.ts'
import { useChatDesk, type ChatDesk } from '../support/chat-desk.ts'
import { EMERGENCY_FOSTER } from '../support/confirmation-texts.ts'
import { STAFF } from '../support/practice-desk.ts'

const { officer, socialWorker: convenor } = STAFF
const current = useChatDesk({ now: '2026-12-18T16:05:00Z', installer: { install: async () => true } })
let desk: ChatDesk
beforeEach(async () => {
  desk = current()
  await desk.says(officer, EMERGENCY_FOSTER)
  await desk.presses(officer, desk.cardOf(officer), 'Ask those outside first')
  await desk.work()
})

const words = (person: typeof convenor) => wordsIn(desk.cardOf(person).card)
const meeting = async () => (await desk.store.meetings(desk.clock.now()))[0]!.meeting

describe('the card', () => {
  test('says who is asked, until when and for what, by role', () => {
    expect(words(officer)).toContain(
      'Those outside are asked until Mon 21 Dec 2026 08:00. Held for them: Mon 21 Dec 2026 10:00 or Tue 22 Dec 2026 10:00 or Wed 23 Dec 2026 10:00.',
    )
    expect(words(officer)).toContain('Foster carer: no answer yet')
    expect(words(officer)).not.toMatch(/Marguerite|Petra/)
  })

  test('follows each answer, and shows the meeting once it has booked itself', async () => {
    await sayOn(desk, MOTHER, { all: false })
    await desk.work()
    expect(words(officer)).toContain('Mother: can at none of these times')
    await sayOn(desk, CARER, { all: true })
    await desk.work()
    expect(words(officer)).toContain('Arranged for Mon 21 Dec 2026, 10:00 to 11:00')
  })

  test('stops it with one press, and offers the times to be chosen', async () => {
    await desk.presses(officer, desk.cardOf(officer), 'Stop asking')
    await desk.work()
    expect(desk.calendar.held.size).toBe(0)
    expect(words(officer)).toContain('Not yet arranged. Choose a time.')
    await desk.presses(officer, desk.cardOf(officer), 'Ask those outside first')
    expect((await meeting()).heldTimes).toMatchObject({ round: 2 })
  })

  test('leaves a time to be chosen at once', async () => {
    await desk.presses(officer, desk.cardOf(officer), 'Schedule', { 'time.0': '2026-12-22T10:00:00Z' })
    await desk.work()
    expect(await meeting()).toMatchObject({ state: 'arranged', slot: { start: '2026-12-22T10:00:00Z' } })
    expect(desk.calendar.held.size).toBe(0)
  })
})

describe('the convenor', () => {
  test('hears nothing while those outside are asked', () => {
    expect(desk.cardsOf(convenor)).toEqual([])
  })

  test('gets one card when the hour has passed and a time is still to be chosen: who did not answer', async () => {
    await sayOn(desk, MOTHER, { all: true })
    await desk.at(addMinutes((await meeting()).heldTimes!.closesAt, 1))
    await sayOn(desk, CARER, { all: false })
    await desk.at('2026-12-21T12:00:00Z')
    expect(desk.cardsOf(convenor)).toHaveLength(1)
    expect(words(convenor)).toContain('the hour for answers from outside has passed')
    expect(words(convenor)).toContain('Foster carer: can at none of these times (answered late)')
    expect(words(convenor)).toContain('Mother: can Mon 21 Dec 2026 10:00')
  })
})
