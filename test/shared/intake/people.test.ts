import { describe, expect, test } from '@jest/globals'
import { readPeople } from '../../../shared/intake/people.ts'
import { readPart } from '../../../shared/intake/values/parts.ts'
import { instant } from '../../../shared/dates/time.ts'

/** Sun 15 Nov 2026. */
const written = instant('2026-11-15T03:46:00Z')
const named = (value: string, plural = false) =>
  readPeople(value, written, plural).map(({ name, email }) => (email ? `${name} <${email}>` : name))

describe('people behind a label', () => {
  test.each([
    ['Glenys Harrop, glenys.harrop@example.org', ['Glenys Harrop <glenys.harrop@example.org>']],
    ['Glenys Harrop (glenys.harrop@example.org)', ['Glenys Harrop <glenys.harrop@example.org>']],
    ['Glenys Harrop <glenys.harrop@example.org>', ['Glenys Harrop <glenys.harrop@example.org>']],
    ['Glenys Harrop [mailto:glenys.harrop@example.org]', ['Glenys Harrop <glenys.harrop@example.org>']],
    [
      'Glenys Harrop glenys.harrop@example.org<mailto:glenys.harrop@example.org>',
      ['Glenys Harrop <glenys.harrop@example.org>'],
    ],
    ['Glenys Harrop - 01632 960118 - glenys.harrop@example.org', ['Glenys Harrop <glenys.harrop@example.org>']],
    ['Harrop, Glenys, glenys.harrop@example.org', ['Glenys Harrop <glenys.harrop@example.org>']],
    ['Mrs Glenys Harrop', ['Glenys Harrop']],
    ['Mr & Mrs Harrop', ['Mr Harrop', 'Mrs Harrop']],
    ['Glenys and Peter Harrop', ['Glenys Harrop', 'Peter Harrop']],
    ['Glenys Harrop & Peter Lowe', ['Glenys Harrop', 'Peter Lowe']],
    [
      'Glenys and Peter Harrop, peter@example.org, glenys@example.org',
      ['Glenys Harrop <glenys@example.org>', 'Peter Harrop <peter@example.org>'],
    ],
    [
      'Glenys Harrop g.harrop@example.org; Peter Lowe p.lowe@example.org',
      ['Glenys Harrop <g.harrop@example.org>', 'Peter Lowe <p.lowe@example.org>'],
    ],
    ['Glenys and Peter Harrop (theharrops@example.org)', ['Glenys Harrop <theharrops@example.org>', 'Peter Harrop']],
    ['Siân Ó Briain', ['Siân Ó Briain']],
    ["Amy O'Neill-Ward", ["Amy O'Neill-Ward"]],
    ['Will May, will attend', ['Will May']],
    ['J A Smith', ['J A Smith']],
    ['Glenys Harrop, Locality East', ['Glenys Harrop']],
    ['Dari - Farid Amini', ['Farid Amini']],
  ])('%s', (value, expected) => {
    expect(named(value)).toEqual(expected)
  })

  test('a list of names is several people only behind a label that speaks of several', () => {
    expect(named('Jan Pole, Mick Pole', true)).toEqual(['Jan Pole', 'Mick Pole'])
    expect(named('Jan Pole, Bramble Tree Fostering', true)).toEqual(['Jan Pole'])
    expect(named('Jan Pole, Mick Pole')).toEqual(['Jan Pole'])
  })

  test.each([
    'none yet',
    'TBC',
    'to be allocated',
    'not known',
    'duty team',
    'Assessment Team 2',
    'unallocated',
    '-',
    '',
    'n/a',
    'awaiting allocation',
    'Placements Duty',
  ])('%s is nobody', (value) => {
    expect(named(value)).toEqual([])
  })

  test.each([
    ['on leave till 20/11', { from: '2026-11-15', to: '2026-11-20' }],
    ['on leave 21/12/2026 to 31/12/2026', { from: '2026-12-21', to: '2026-12-31' }],
    ['A/L 23-27 November 2026', { from: '2026-11-23', to: '2026-11-27' }],
    ['away until 20 November', { from: '2026-11-15', to: '2026-11-20' }],
    ['on leave, back on 21/11', { from: '2026-11-15', to: '2026-11-20' }],
    ['on leave from 18 December, back on 4 January', { from: '2026-12-18', to: '2027-01-03' }],
  ])('leave: %s', (words, leave) => {
    expect(readPeople(`Ottoline Braithwaite (${words})`, written)[0]?.onLeave).toEqual([leave])
  })

  test.each([
    ['has PR', true],
    ['has parental responsibility', true],
    ['PR: yes', true],
    ['no PR', false],
    ['does not have PR', false],
    ['without parental responsibility', false],
  ])('parental responsibility: %s', (words, expected) => {
    expect(readPeople(`Kelly Tranter, ${words}`, written)[0]?.parentalResponsibility).toBe(expected)
  })

  test.each([
    ['may have the address', true],
    ['knows the address', true],
    ['must not know the address', false],
    ['not to be told the address', false],
  ])('the address (P-34): %s', (words, expected) => {
    expect(readPeople(`Kelly Tranter, ${words}`, written)[0]?.clearedForAddress).toBe(expected)
  })
})

describe("somebody's part in the meeting (P-40)", () => {
  test.each([
    ['will attend', { part: 'attend' }],
    ['invited', { part: 'attend' }],
    ['to attend by video', { part: 'attend' }],
    ['will send views', { part: 'contribute' }],
    ['to contribute by letter', { part: 'contribute' }],
    ['views to be sought by Tomasz Wieland', { part: 'viewsConsidered', viewsObtainedBy: 'Tomasz Wieland' }],
    ['will not attend, views to be obtained by Amy Lee', { part: 'viewsConsidered', viewsObtainedBy: 'Amy Lee' }],
    ['not invited: court order', { part: 'notInvited', ground: 'courtOrder' }],
    [
      'not to be invited, risk of significant harm to the child, decided by Bridget Oyelaran on 17/12/2026',
      { part: 'notInvited', ground: 'riskToChild', decidedBy: 'Bridget Oyelaran', decidedOn: '2026-12-17' },
    ],
    ['whereabouts unknown, so not invited', { part: 'notInvited', ground: 'whereaboutsUnknown' }],
  ])('decided: %s', (text, decision) => {
    expect(readPart(text, { received: written })).toMatchObject({ open: false, decision })
  })

  test.each([
    'invitation to be discussed',
    'not to attend at the moment',
    'may attend',
    'would like to attend',
    'invite if the social worker agrees',
    'attending? tbc',
    'not attending',
    'attend or contribute',
    'invited, but check with Imogen',
  ])('not decided: %s', (text) => {
    const read = readPart(text, { received: written })
    expect(read?.open).toBe(true)
    expect(read?.decision).toBeUndefined()
  })

  test('not invited without a ground is a decision with a question', () => {
    expect(readPart('not invited')).toMatchObject({ open: true, decision: { part: 'notInvited' } })
  })

  test.each(['has PR', 'no contact order in place, please check with Imogen', 'lives in Spain', ''])(
    'nothing is said: %s',
    (text) => {
      expect(readPart(text)).toBeNull()
    },
  )
})
