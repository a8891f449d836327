import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readMessage } from '../../../shared/intake/read-message.ts'
import { instant } from '../../../shared/dates/time.ts'

const received = instant('2027-01-11T09:40:00Z')
const read = (text: string) => readMessage(text, { received }).confirmations.map(({ fields }) => fields)

/** What only one of two children has, each value unlike any other. */
type Own = { caseReference: string; placementReference: string; age: number; legalStatus: string; father: string }

const own = (n: 1 | 2): fc.Arbitrary<Own> =>
  fc.record({
    caseReference: fc.integer({ min: 1000, max: 9999 }).map((figures) => `LCS-${n}${figures}`),
    placementReference: fc.integer({ min: 1000, max: 9999 }).map((figures) => `PL-${n}${figures}`),
    age: fc.constantFrom(...(n === 1 ? [3, 5, 7, 9] : [10, 12, 14, 16])),
    legalStatus: fc.constant(n === 1 ? 'Section 20' : 'Interim care order'),
    father: fc.constantFrom(...(n === 1 ? ['Ian Shaw', 'Paul Reed'] : ['Rob Dyer', 'Craig Moss'])),
  })

const COMMON = [
  'Placement type: in-house foster',
  'Planned or emergency: planned',
  'Start: 18/01/2027 10:30',
  'Area: in area',
  'Foster carer: Lorna Pike',
  'SSW: Ged Malone',
  'SW: Paul Whitty',
]

const lines = (initials: string, { caseReference, placementReference, age, legalStatus, father }: Own) => [
  `Initials: ${initials}`,
  `Case ref: ${caseReference}`,
  `Placement ref: ${placementReference}`,
  `Age: ${age}`,
  `Legal status: ${legalStatus}`,
  `Father: ${father}, has PR`,
]

/** The ways in which two children are laid out in one message. */
// prettier-ignore
const LAYOUTS: Record<string, (one: Own, two: Own) => string[]> = {
  'numbered parts, common lines first': (one, two) => [...COMMON, '', 'Child 1', ...lines('A.B.', one), '', 'Child 2', ...lines('C.B.', two)],
  'numbered parts, common lines last': (one, two) => ['Child 1', ...lines('A.B.', one), '', 'Child 2', ...lines('C.B.', two), '', 'Both children', ...COMMON],
  'the same lines twice': (one, two) => [...COMMON, '', ...lines('A.B.', one), '', ...lines('C.B.', two)],
  'the same lines twice, common lines last': (one, two) => [...lines('A.B.', one), '', ...lines('C.B.', two), '', ...COMMON],
  'parts that begin with initials': (one, two) => [...COMMON, '', 'A.B.', ...lines('A.B.', one).slice(1), '', 'C.B.', ...lines('C.B.', two).slice(1)],
  'numbered labels': (one, two) => [...lines('A.B.', one).map((line) => `Child 1 ${line}`), ...lines('C.B.', two).map((line) => `Child 2 ${line}`), ...COMMON].map((line) => line.replace(/Child (\d) Father/, "Child $1's father")),
  'lists in the same order': (one, two) => [
    'Children: A.B. and C.B.',
    `Case refs: ${one.caseReference} and ${two.caseReference}`,
    `Placement refs: ${one.placementReference}, ${two.placementReference}`,
    `Ages: ${one.age} and ${two.age}`,
    `Legal status: A.B. ${one.legalStatus}; C.B. ${two.legalStatus}`,
    `Father of A.B.: ${one.father}, has PR`,
    `Father of C.B.: ${two.father}, has PR`,
    ...COMMON,
  ],
  'a row for each child': (one, two) => [
    ['Initials', 'Case ref', 'Placement ref', 'Age', 'Legal status', 'Father'].join('\t'),
    ...[['A.B.', one] as const, ['C.B.', two] as const].map(([initials, child]) => [initials, child.caseReference, child.placementReference, child.age, child.legalStatus, `${child.father}, has PR`].join('\t')),
    '',
    ...COMMON,
  ],
  'a column for each child': (one, two) => [
    ['', 'Child 1', 'Child 2'].join('\t'),
    ['Initials', 'A.B.', 'C.B.'].join('\t'),
    ['Case ref', one.caseReference, two.caseReference].join('\t'),
    ['Placement ref', one.placementReference, two.placementReference].join('\t'),
    ['Age', one.age, two.age].join('\t'),
    ['Legal status', one.legalStatus, two.legalStatus].join('\t'),
    ['Father', `${one.father}, has PR`, `${two.father}, has PR`].join('\t'),
    '',
    ...COMMON,
  ],
}

describe.each(Object.entries(LAYOUTS))('brothers and sisters: %s', (_, layout) => {
  test('are confirmations of their own that share the common lines', () => {
    fc.assert(
      fc.property(own(1), own(2), (one, two) => {
        const [first, second, ...more] = read(layout(one, two).join('\n'))
        expect(more).toEqual([])
        const expected = (
          initials: string,
          { caseReference, placementReference, age, father }: Own,
          legalStatus: string,
        ) => ({
          caseReference,
          placementReference,
          child: { initials, ageInYears: age, legalStatus },
          placement: { type: 'foster', basis: 'planned', startsAt: '2027-01-18T10:30:00Z', area: 'inside' },
          people: expect.arrayContaining([
            { role: 'fosterCarer', name: 'Lorna Pike' },
            { role: 'supervisingSocialWorker', name: 'Ged Malone' },
            { role: 'childsSocialWorker', name: 'Paul Whitty' },
            { role: 'father', name: father, parentalResponsibility: true },
          ]),
        })
        expect(first).toMatchObject(expected('AB', one, 'section20'))
        expect(second).toMatchObject(expected('CB', two, 'interimCareOrder'))
      }),
      { numRuns: 20, seed: 20270111 },
    )
  })

  test("no line of one child's reaches the other", () => {
    fc.assert(
      fc.property(own(1), own(2), (one, two) => {
        const [first, second] = readMessage(layout(one, two).join('\n'), { received }).confirmations.map((all) =>
          JSON.stringify(all),
        )
        for (const value of [two.caseReference, two.placementReference, two.father, 'interimCareOrder', 'CB'])
          expect(first).not.toContain(value)
        for (const value of [one.caseReference, one.placementReference, one.father, 'section20', 'AB'])
          expect(second).not.toContain(value)
      }),
      { numRuns: 20, seed: 20270112 },
    )
  })
})

test('a note that speaks of one of two children is not taken for the other', () => {
  const forwarded = [
    '---------- Forwarded message ----------',
    'From: EDT <edt@ashcombe.example.gov.uk>',
    'Subject: placement',
    '',
    ...LAYOUTS['numbered parts, common lines first']!(
      { caseReference: 'LCS-1', placementReference: 'PL-11', age: 5, legalStatus: 'Section 20', father: 'Ian Shaw' },
      { caseReference: 'LCS-2', placementReference: 'PL-22', age: 9, legalStatus: 'Section 20', father: 'Rob Dyer' },
    ),
  ]
  const [first, second] = read(['Please see below. Father of A.B. is now Max Payne.', '', ...forwarded].join('\n'))
  expect(JSON.stringify(second)).not.toContain('Max Payne')
  expect(first?.people).toContainEqual({ role: 'father', name: 'Ian Shaw', parentalResponsibility: true })
})

describe('two children under the references of one placement', () => {
  test('are two, and each is asked for a case reference of its own', () => {
    const { confirmations } = readMessage(
      'Case ref: LCS-1001\nPlacement ref: PL-2002\nChildren: J.T. (9) and M.T. (7)\nType: foster\nStart: 18/12/2026 at 5.30pm',
    )
    expect(confirmations.map(({ fields }) => [fields.child?.initials, fields.caseReference])).toEqual([
      ['JT', undefined],
      ['MT', undefined],
    ])
    for (const { asks } of confirmations) expect(asks.map(({ field }) => field)).toContain('caseReference')
  })
})
