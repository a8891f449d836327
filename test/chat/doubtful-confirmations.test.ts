/** What a message leaves open, or says in a way that cannot be: the card says so in words, and nothing is sent. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Card } from '../../bot/chat/cards/card.ts'
import { inputsIn, wordsIn } from '../support/card-parts.ts'
import { useChatDesk, type ChatDesk } from '../support/chat-desk.ts'
import { EMERGENCY_FOSTER, WITHOUT } from '../support/confirmation-texts.ts'
import { STAFF } from '../support/practice-desk.ts'

const { officer } = STAFF
const current = useChatDesk({ now: '2026-12-18T16:05:00Z' })
let desk: ChatDesk
beforeEach(() => {
  desk = current()
})

const START = '18/12/2026 at 5.30pm'
const starting = (start: string) => EMERGENCY_FOSTER.replace(START, start)

async function preview(text: string): Promise<{ id: string; card: Card; words: string }> {
  await desk.says(officer, text)
  const { id, card } = desk.cardOf(officer)
  return { id, card, words: wordsIn(card) }
}

describe('what a meeting cannot be planned without is asked for, with what was wrong with it', () => {
  test.each([
    ['no kind of placement', WITHOUT('Type of placement'), 'What kind of placement is it?'],
    [
      'a kind that nobody knows',
      EMERGENCY_FOSTER.replace('In-house fostering', 'Treehouse'),
      'What kind of placement is it?',
    ],
    ['no start', WITHOUT('Placement start'), 'On which day and at what time does the placement start?'],
    ['a day without a time', starting('18/12/2026'), 'In the message it has a date but no time.'],
    [
      'a weekday that is not the date’s',
      starting('Monday 18/12/2026 at 5.30pm'),
      "In the message it names a weekday that is not the date's.",
    ],
    [
      'two starts that differ',
      `${EMERGENCY_FOSTER}Placement start: 19/12/2026 at 5.30pm\n`,
      'In the message it is given in more than one way.',
    ],
    [
      'an hour that the clocks leave out',
      starting('28/03/2027 at 1.30am'),
      'In the message it falls in the hour in which the clocks change.',
    ],
    [
      'a date beyond the loaded bank holidays',
      starting('18/12/2029 at 10am'),
      'lies outside the loaded bank holidays, which run from Tue 1 Jan 2019 to Sun 31 Dec 2028. Put it right, or ask the administrator to load more of them.',
    ],
    ['no reference of the case', WITHOUT('Case reference'), "What is the child's case reference?"],
    [
      'two references, of which nothing says whose they are',
      EMERGENCY_FOSTER.replace('Case reference: BKS-204417\nPlacement reference: PL-30951', 'BKS-204417, WX-30951'),
      "What is the child's case reference? In the message it is BKS-204417 or WX-30951: nothing says which is the child's and which the placement's.",
    ],
    ['no reference of the placement', WITHOUT('Placement reference'), 'What is the placement reference?'],
  ])('%s', async (_, text, asked) => {
    const { id, card, words } = await preview(text)
    expect(words).toContain(asked)
    expect(inputsIn(card).map((input) => input.id)).not.toContain('time.0')
    const after = await desk.presses(officer, { id, card }, 'Show times')
    expect(wordsIn(after as Card)).toContain(asked)
    await desk.work()
    expect(desk.planned).toEqual([])
    expect(desk.calendar.events.size).toBe(0)
  })
})

test('a time that names no zone is a time in London', async () => {
  expect((await preview(starting('2026-07-17T17:30'))).words).toContain('starts Fri 17 Jul 2026 17:30')
})

describe('a start that has passed', () => {
  test('is shown with how late the meeting is, and what to do if the date is a slip of the pen (R-033)', async () => {
    const { words } = await preview(starting('01/12/2026 at 10am'))
    expect(words).toContain('Tue 8 Dec 2026 · 8 working days late')
    expect(words).toContain('It can still be held; the reason for its lateness is recorded.')
    expect(words).toContain('If the start given is wrong, press Change.')
  })

  test('is scheduled with a reason for its lateness, and never without', async () => {
    const { id, card } = await preview(starting('01/12/2026 at 10am'))
    const without = (await desk.presses(officer, { id, card }, 'Book it late')) as Card
    expect(wordsIn(without)).toContain('Please say why it cannot be held in time')
    expect(desk.planned).toEqual([])
    const after = await desk.presses(officer, { id, card: without }, 'Book it late', {
      lateReason: 'The confirmation came late',
    })
    expect(wordsIn(after as Card)).toContain('Being arranged for')
  })
})

describe('what is said in two ways', () => {
  test('planned, and within a day: the officer is asked to look again (R-005)', async () => {
    const { words } = await preview(EMERGENCY_FOSTER.replace('emergency: Emergency', 'emergency: Planned'))
    expect(words).toContain('It is called planned, and starts within a day of being confirmed. Please check')
  })
})

test('an address that cannot be read is missed on the card, by role (R-040)', async () => {
  const { words } = await preview(
    EMERGENCY_FOSTER.replace('rosalind.achterberg@brackenshire.example', 'rosalind.achterberg at'),
  )
  expect(words).toContain("No e-mail address that can be read is given for the child's social worker, who has to come.")
})
