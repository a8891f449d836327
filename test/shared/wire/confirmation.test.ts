import { describe, expect, test } from '@jest/globals'
import { readConfirmationJson } from '../../../shared/wire/confirmation.ts'
import { faultLine } from '../../../shared/wire/faults.ts'

type Json = Record<string, unknown>

/** As written by a system: plain JSON. `change` lays values over it by path; `undefined` takes a field away. */
function written(change: Record<string, unknown> = {}): unknown {
  const confirmation: Json = structuredClone({
    caseReference: 'LCS-300111',
    placementReference: 'PL-70010',
    child: { initials: 'KM', ageInYears: 9, legalStatus: 'section20', newlyLookedAfterOn: null },
    placement: {
      type: 'foster',
      basis: 'emergency',
      startsAt: '2026-12-18T17:30:00+00:00',
      plannedEndOn: '2027-02-01',
      household: ["carer's son, 11"],
    },
    confirmedAt: '2026-12-18T16:05:00+00:00',
    confirmedBy: { name: 'Orla Fenwick', email: 'orla.fenwick@ashcombe.example.gov.uk' },
    people: [
      { role: 'fosterCarer', name: 'Dilys Marsh', email: 'dilys.marsh@example.org' },
      { role: 'childsSocialWorker', name: 'Ravi Nair', email: 'ravi.nair@ashcombe.example.gov.uk' },
      { role: 'mother', name: 'Tina Marlow', parentalResponsibility: true, decision: { part: 'attend' } },
    ],
  })
  for (const [path, value] of Object.entries(change)) {
    const keys = path.split('.')
    const last = keys.pop()!
    let at = confirmation
    for (const key of keys) at = (at[key] ??= {}) as Json
    if (value === undefined) Reflect.deleteProperty(at, last)
    else Object.defineProperty(at, last, { value, enumerable: true, configurable: true, writable: true })
  }
  return confirmation
}

const faultsOf = (input: unknown) => {
  const read = readConfirmationJson(input)
  return read.ok ? [] : read.faults.map(faultLine)
}
const fieldsAtFault = (input: unknown) => {
  const read = readConfirmationJson(input)
  return read.ok ? [] : read.faults.map(({ field }) => field)
}

describe('a confirmation that says what it must', () => {
  test('is taken, with its moments in one spelling and its days as days', () => {
    const read = readConfirmationJson(
      written({
        'placement.startsAt': '2026-06-18T17:30+01:00',
        'people.0.onLeave': [{ from: '2026-12-21', to: '2026-12-31' }],
      }),
    )
    expect(read).toMatchObject({
      ok: true,
      value: {
        confirmedAt: '2026-12-18T16:05:00Z',
        placement: { startsAt: '2026-06-18T16:30:00Z', plannedEndOn: '2027-02-01' },
        people: [{ onLeave: [{ from: '2026-12-21', to: '2026-12-31' }] }, {}, {}],
      },
    })
  })

  test.each([
    ['nobody named yet', { people: [] }],
    ['a placement that is still being found (R-003)', { 'placement.startsAt': null, 'placement.plannedEndOn': null }],
    [
      'no type and no basis, which is a question for the plan (R-004, R-005)',
      { 'placement.type': undefined, 'placement.basis': undefined },
    ],
    ['not invited, with the ground still open, which is asked (P-40)', { 'people.2.decision': { part: 'notInvited' } }],
    [
      'another serious event without a reason, which is asked (R-012)',
      { trigger: { kind: 'otherSeriousEvent', at: '2027-01-04T09:00:00Z' } },
    ],
    ['two carers who share no e-mail', { 'people.3': { role: 'fosterCarer', name: 'Glyn Marsh' } }],
    ['two mothers', { 'people.3': { role: 'mother', name: 'Ana Ruiz', email: 'ana.ruiz@example.org' } }],
    ['a newborn', { 'child.ageInYears': 0 }],
    ['initials of a name with accents', { 'child.initials': 'ÉŁ' }],
    ['no trigger', { trigger: null }],
  ])('%s', (_, change) => {
    expect(faultsOf(written(change))).toEqual([])
  })

  test('a child in the list of people needs no name: none is kept', () => {
    const read = readConfirmationJson(written({ 'people.3': { role: 'child', decision: { part: 'contribute' } } }))
    expect(read.ok && read.value.people[3]).toEqual({
      role: 'child',
      name: 'the child',
      decision: { part: 'contribute' },
    })
  })

  test('an e-mail address stands for a name that is not given', () => {
    const read = readConfirmationJson(written({ 'people.0.name': undefined }))
    expect(read.ok && read.value.people[0]?.name).toBe('dilys.marsh@example.org')
  })
})

describe('a confirmation that does not is refused, naming the field', () => {
  test.each([
    'caseReference',
    'placementReference',
    'child',
    'child.initials',
    'child.ageInYears',
    'placement',
    'placement.startsAt',
    'confirmedAt',
    'confirmedBy',
    'confirmedBy.name',
    'confirmedBy.email',
    'people',
  ])('%s is required', (path) => {
    expect(faultsOf(written({ [path]: undefined }))).toEqual([
      expect.stringMatching(new RegExp(`^${path}: is missing; accepted: .`)),
    ])
  })

  test.each<[string, string, unknown]>([
    ['an unknown field', 'child.dateOfBirth', '2017-03-04'],
    ['an unknown field at the top', 'nickname', 'Kit'],
    ['a prototype key', '__proto__', { admin: true }],
    ['a constructor key', 'child.constructor', { prototype: {} }],
    ['text for a number', 'child.ageInYears', '9'],
    ['a fraction of a year', 'child.ageInYears', 9.5],
    ['a negative age', 'child.ageInYears', -1],
    ['an adult', 'child.ageInYears', 18],
    ['an age beyond numbers', 'child.ageInYears', Number.POSITIVE_INFINITY],
    ['five initials', 'child.initials', 'ABCDE'],
    ['initials with dots', 'child.initials', 'A.B.'],
    ['no initials', 'child.initials', ''],
    ['a word for true', 'child.keyStage4', 'yes'],
    ['a weekday outside the list', 'child.familyTime', [{ weekday: 'Tue', from: '16:00', until: '17:30' }]],
    ['a time of day on twelve hours', 'child.familyTime', [{ weekday: 'tuesday', from: '4pm', until: '17:30' }]],
    ['a number for false', 'placement.shortBreaks', 0],
    ['a type outside the list', 'placement.type', 'hostel'],
    ['a type in other letters', 'placement.type', 'Foster'],
    ['a role outside the list', 'people.1.role', 'neighbour'],
    ['null where something is said or absent', 'placement.area', null],
    ['a time without an offset', 'placement.startsAt', '2026-12-18T17:30:00'],
    ['a day for a moment', 'confirmedAt', '2026-12-18'],
    ['an hour that does not exist', 'placement.startsAt', '2026-12-18T25:30:00+00:00'],
    ['a moment for a day', 'placement.plannedEndOn', '2027-02-01T00:00:00Z'],
    ['the 30th of February', 'child.newlyLookedAfterOn', '2026-02-30'],
    ['a British date where the form is fixed', 'child.newlyLookedAfterOn', '18/12/2026'],
    ['the 29th of February in a common year', 'people.1.onLeave.0.from', '2027-02-29'],
    ['something that is no e-mail address', 'people.1.email', 'ravi at ashcombe'],
    ['two addresses in one', 'people.1.email', 'a@example.org,b@example.org'],
    ['a list for a person', 'people.1', []],
    ['an object for a list', 'people', { 0: 'x' }],
    ['a new line in a name', 'people.1.name', 'Ravi\nNair'],
    ['a mark that turns text around', 'people.1.name', 'Ravi \u202eriaN'],
    ['a name of blanks', 'people.1.name', '   '],
    ['an endless name', 'people.1.name', 'x'.repeat(201)],
    ['an endless reference', 'caseReference', 'x'.repeat(65)],
    ['an endless address', 'placement.address', 'x'.repeat(301)],
    ['a crowd', 'people', Array.from({ length: 61 }, () => ({ role: 'parent', name: 'P' }))],
    ['a decision that is none of the four', 'people.2.decision.part', 'maybe'],
    ['a ground outside the list', 'people.2.decision.ground', 'dislike'],
    ['a trigger without its moment', 'trigger', { kind: 'seriousIncident' }],
    ['a chair who is nobody in people', 'choices.chair', 'someone.else@example.org'],
  ])('%s: %s', (_, path, value) => {
    const change =
      path === 'people.1.onLeave.0.from'
        ? { 'people.1.onLeave': [{ from: value, to: '2027-03-01' }] }
        : { [path]: value }
    const [field, ...more] = fieldsAtFault(written(change))
    expect(more.length).toBe(0)
    expect(field === path || field?.startsWith(`${path}.`)).toBe(true)
  })

  test('a person with neither name nor e-mail', () => {
    expect(fieldsAtFault(written({ 'people.1': { role: 'teamManager' } }))).toEqual(['people.1.name'])
  })

  test('the same role and e-mail twice, in whatever letters', () => {
    const twice = { role: 'fosterCarer', name: 'D. Marsh', email: 'Dilys.Marsh@EXAMPLE.org' }
    expect(fieldsAtFault(written({ 'people.3': twice }))).toEqual(['people.3.email'])
    expect(fieldsAtFault(written({ 'people.3': { ...twice, role: 'connectedCarer' } }))).toEqual([])
  })

  test.each<[string, string, Record<string, unknown>]>([
    ['a placement that ends before it starts', 'placement.plannedEndOn', { 'placement.plannedEndOn': '2026-12-17' }],
    [
      'leave that ends before it begins',
      'people.0.onLeave.0.to',
      { 'people.0.onLeave': [{ from: '2026-12-31', to: '2026-12-21' }] },
    ],
    [
      'family time that ends before it begins',
      'child.familyTime.0.until',
      { 'child.familyTime': [{ weekday: 'tuesday', from: '17:30', until: '16:00' }] },
    ],
    [
      'an eighteenth birthday before the start',
      'child.turns18On',
      { 'child.ageInYears': 17, 'child.turns18On': '2026-12-18' },
    ],
    ['an eighteenth birthday that does not fit the age', 'child.turns18On', { 'child.turns18On': '2027-03-01' }],
    [
      'an episode of being missing that ends before it begins',
      'trigger.episodes.0.to',
      {
        trigger: {
          kind: 'missing',
          at: '2027-01-04T09:00:00Z',
          episodes: [{ from: '2027-01-05T09:00:00Z', to: '2027-01-04T09:00:00Z' }],
        },
      },
    ],
    [
      'an episode that begins inside the one before',
      'trigger.episodes.1.from',
      {
        trigger: {
          kind: 'missing',
          at: '2027-01-06T09:00:00Z',
          episodes: [
            { from: '2027-01-02T09:00:00Z', to: '2027-01-05T09:00:00Z' },
            { from: '2027-01-04T09:00:00Z', to: '2027-01-06T09:00:00Z' },
          ],
        },
      },
    ],
    [
      'a last episode that does not end with the return',
      'trigger.episodes.0.to',
      {
        trigger: {
          kind: 'missing',
          at: '2027-01-06T09:00:00Z',
          episodes: [{ from: '2027-01-02T09:00:00Z', to: '2027-01-05T09:00:00Z' }],
        },
      },
    ],
  ])('%s', (_, field, change) => {
    expect(fieldsAtFault(written(change))).toEqual([field])
  })

  test('an eighteenth birthday that fits the age is taken', () => {
    expect(faultsOf(written({ 'child.ageInYears': 17, 'child.turns18On': '2027-03-01' }))).toEqual([])
  })

  test('every fault has a line of its own', () => {
    const faults = faultsOf(written({ caseReference: undefined, 'child.ageInYears': 44, 'placement.type': 'hostel' }))
    expect(faults).toEqual([
      'caseReference: is missing; accepted: one line of text of 1 to 64 characters',
      'child.ageInYears: is too big; accepted: a whole number from 0 to 17',
      'placement.type: is not accepted; accepted: one of foster, connectedCarer, residential, secure, withParents, supportedAccommodation',
    ])
    expect(faults.every((fault) => !fault.includes('\n'))).toBe(true)
  })

  test.each([null, undefined, 7, 'LCS-1', [], true])('%j is no confirmation at all', (input) => {
    expect(faultsOf(input)).toEqual([
      expect.stringMatching(/^the confirmation: .+; accepted: an object with the fields caseReference, /),
    ])
  })
})

describe('a fault tells nobody anything about a person', () => {
  test('no value is repeated, wherever it stands', () => {
    const secret = 'Zebedee Quark'
    for (const path of [
      'caseReference',
      'child.initials',
      'placement.startsAt',
      'people.1.email',
      'people.1.role',
      'trigger',
    ]) {
      const lines = faultsOf(written({ [path]: path === 'caseReference' ? [secret] : secret })).join('\n')
      expect(lines).toContain(path)
      expect(lines).not.toContain('Zebedee')
    }
  })

  test('nor is an unknown field that reads like a sentence', () => {
    expect(faultsOf(written({ 'child.Zebedee Quark, born 2017': true }))).toEqual([
      expect.stringMatching(/^child\.\(unnamed\): is not a field of a placement confirmation; accepted: /),
    ])
  })
})

describe('hostile input', () => {
  test('nesting a hundred thousand deep is refused, not followed', () => {
    let deep: unknown = 'x'
    for (let depth = 0; depth < 100_000; depth++) deep = { people: [deep] }
    expect(fieldsAtFault(written({ 'placement.household': deep }))).toEqual(['placement.household'])
    expect(fieldsAtFault(deep)).toContain('caseReference')
  })

  test('a flood of unknown fields ends in a list that can be read', () => {
    const flood = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`field${n}`, n]))
    expect(faultsOf({ ...(written() as Json), ...flood }).length).toBe(50)
  })

  test('what came in does not reach the prototype of anything', () => {
    readConfirmationJson(JSON.parse('{"__proto__":{"polluted":true},"child":{"__proto__":{"polluted":true}}}'))
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})
