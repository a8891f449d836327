import { describe, expect, test } from '@jest/globals'
import { readyMadeConfirmations } from '../../../bot/local/pages/chat/ready-made.ts'
import { listPeople } from '../../../bot/local/people/directory.ts'
import { readMessage } from '../../../shared/intake/read-message.ts'
import { readConfirmationJson } from '../../../shared/wire/confirmation.ts'
import { instant, londonDate } from '../../../shared/dates/time.ts'

const at = (now: string) => readyMadeConfirmations(listPeople(), instant(now))

const read = (text: string, now: string) => readMessage(text, { received: instant(now) })

describe.each([
  ['a Friday afternoon', '2026-12-18T16:05:10Z'],
  ['late on a summer evening', '2026-06-18T21:50:00Z'],
  ['a Sunday morning', '2026-11-22T08:00:00Z'],
  ['Christmas Eve', '2026-12-24T12:00:00Z'],
])('the ready-made confirmations, on %s', (_, now) => {
  test.each([
    ['foster-emergency', 'foster', 'emergency', []],
    ['foster-planned', 'foster', 'planned', ['part:father']],
    ['residential-emergency', 'residential', 'emergency', []],
    ['residential-planned', 'residential', 'planned', []],
  ])('%s is read as a whole confirmation, and leaves open what it says it does', (id, type, basis, open) => {
    const { text } = at(now).find((one) => one.id === id)!
    const { verdict, confirmations } = read(text, now)
    expect(verdict).toBe('confirmation')
    expect(confirmations).toHaveLength(1)
    const [{ fields, asks }] = confirmations as [(typeof confirmations)[number]]
    expect(fields.placement).toMatchObject({ type, basis })
    expect(asks.map(({ field }) => field)).toEqual(open)
    const confirmedBy = { name: 'Nadia Castellane', email: 'nadia.castellane@merrowdale.example' }
    expect(readConfirmationJson(JSON.parse(JSON.stringify({ ...fields, confirmedBy })))).toMatchObject({ ok: true })
  })

  test('emergencies start soon, planned placements next week', () => {
    const startOf = (id: string) =>
      read(at(now).find((one) => one.id === id)!.text, now).confirmations[0]!.fields.placement!.startsAt!
    for (const id of ['foster-emergency', 'residential-emergency']) expect(startOf(id) > instant(now)).toBe(true)
    for (const id of ['foster-planned', 'residential-planned'])
      expect(londonDate(startOf(id)) > londonDate(instant(now))).toBe(true)
  })
})

test('each has references of its own, and another second other ones: every paste is a new placement', () => {
  const references = [...at('2026-12-18T16:05:10Z'), ...at('2026-12-18T16:05:11Z')].map(
    ({ text }) => /Placement reference: (\S+)/.exec(text)?.[1],
  )
  expect(new Set(references).size).toBe(8)
})

test('still can be made when the clock has run beyond the bank holidays that are known', () => {
  expect(at('2036-05-05T10:00:00Z')).toHaveLength(4)
})
