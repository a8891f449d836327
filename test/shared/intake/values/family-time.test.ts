import { describe, expect, test } from '@jest/globals'
import { readFamilyTime } from '../../../../shared/intake/values/family-time.ts'
import { readMessage } from '../../../../shared/intake/read-message.ts'
import { instant } from '../../../../shared/dates/time.ts'

const said = (text: string) =>
  readFamilyTime(text)?.value.map(({ weekday, from, until }) => `${weekday} ${from}-${until}`)

describe('family time that comes round every week', () => {
  test.each([
    [
      'Tuesdays and Thursdays 4 to 5.30pm; Sat 10am-12 noon',
      ['tuesday 16:00-17:30', 'thursday 16:00-17:30', 'saturday 10:00-12:00'],
    ],
    ['Tue 16:00-17:30', ['tuesday 16:00-17:30']],
    ['Mon, Wed & Fri 3.30pm – 4.30pm', ['monday 15:30-16:30', 'wednesday 15:30-16:30', 'friday 15:30-16:30']],
    ['every Weds 4pm until 5pm at the contact centre, supervised', ['wednesday 16:00-17:00']],
    ['Sunday 11-1pm', ['sunday 11:00-13:00']],
    ['mum Tues 1630-1800, dad Saturdays 10am till midday', ['tuesday 16:30-18:00', 'saturday 10:00-12:00']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected))

  test.each([
    'to be agreed',
    'Tuesday after school',
    'Thurs 3-4',
    '16:00-17:00',
    'Tuesdays 4pm to 5pm, Sundays to be confirmed',
    'Tues 5pm to 4pm',
    'fortnightly, Tue 4-5pm',
    'every other Saturday 10am-12pm',
    'first Sunday of the month 10am-12pm',
  ])('what cannot be told for certain is left out whole: %s', (text) => expect(said(text)).toBeUndefined())
})

describe('in a confirmation', () => {
  const read = (line: string) =>
    readMessage(['Case ref: LCS-300111', 'Placement ref: PL-70010', 'Type of placement: foster', line].join('\n'), {
      received: instant('2026-12-16T10:00:00Z'),
      from: { name: 'Orla Fenwick', email: 'orla.fenwick@ashcombe.example.gov.uk' },
    }).confirmations[0]!

  test.each(['Family time', 'Agreed family time', 'Family contact', 'Contact time', 'Contact arrangements'])(
    'under “%s”, with the words that gave it',
    (label) => {
      const { fields, words } = read(`${label}: Tuesdays 4pm-5.30pm`)
      expect(fields.child?.familyTime).toEqual([{ weekday: 'tuesday', from: '16:00', until: '17:30' }])
      expect(words).toContainEqual({ field: 'child.familyTime', phrase: 'Tuesdays 4pm-5.30pm' })
    },
  )

  test('nobody is asked about family time that is not clear: only which of two times is better hangs on it', () => {
    const clear = read('Area: inside')
    const { fields, asks } = read('Family time: after school most weeks\nArea: inside')
    expect(fields.child?.familyTime).toBeUndefined()
    expect(asks).toEqual(clear.asks)
  })

  test('a name and number under “Contact” is no family time', () => {
    expect(read('Contact: Nell Harper 01632 960 111\nArea: inside').fields.child?.familyTime).toBeUndefined()
  })
})
