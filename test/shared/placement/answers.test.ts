import { describe, expect, test } from '@jest/globals'
import { applyAnswer } from '../../../shared/placement/answers.ts'
import type { PartialConfirmation } from '../../../shared/placement/draft.ts'
import { day, instant } from '../../../shared/dates/time.ts'

const draft = (): PartialConfirmation => ({
  caseReference: 'LCS-300111',
  child: { initials: 'KM', legalStatus: 'section20' },
  placement: { providerName: 'Ashcombe fostering service' },
  people: [
    { role: 'fosterCarer', name: 'Dilys Marsh', email: 'dilys.marsh@example.org' },
    { role: 'childsSocialWorker', name: 'Ravi Nair', email: 'ravi.nair@ashcombe.example.gov.uk' },
    { role: 'mother', name: 'Tina Marlow', parentalResponsibility: true },
    { role: 'parent', name: 'Sam Ode' },
    { role: 'parent', name: 'Lee Ode' },
  ],
})

const answered = (id: string, value: string, fields = draft()) => {
  const result = applyAnswer(fields, id, value)
  if (!result.ok) throw new Error(result.refusal.detail)
  return result.value
}

describe('an answer changes the field that its question is about', () => {
  test.each<[string, string, PartialConfirmation]>([
    ['basis', 'emergency', { placement: { basis: 'emergency' } }],
    ['basis', 'Planned move', { placement: { basis: 'planned' } }],
    ['placementType', 'supportedAccommodation', { placement: { type: 'supportedAccommodation' } }],
    ['placementType', "Children's home", { placement: { type: 'residential' } }],
    ['placement.startsAt', '2026-12-18T17:30', { placement: { startsAt: instant('2026-12-18T17:30:00Z') } }],
    ['placement.startsAt', '2026-06-18T17:30', { placement: { startsAt: instant('2026-06-18T16:30:00Z') } }],
    [
      'placement.startsAt',
      'Fri 18 December 2026 at 5.30pm',
      { placement: { startsAt: instant('2026-12-18T17:30:00Z') } },
    ],
    ['placement.startsAt', 'not known', { placement: { startsAt: null } }],
    ['placementReference', 'PL-70010', { placementReference: 'PL-70010' }],
    ['caseReference', 'P/2027/0317', { caseReference: 'P/2027/0317' }],
    ['child.ageInYears', '9', { child: { ageInYears: 9 } }],
    ['child.initials', 'a.b.', { child: { initials: 'AB' } }],
    ['child.newlyLookedAfterOn', '18/12/2026', { child: { newlyLookedAfterOn: day('2026-12-18') } }],
    ['child.newlyLookedAfterOn', 'no', { child: { newlyLookedAfterOn: null } }],
    ['child.keyStage4', 'yes', { child: { keyStage4: true } }],
    ['placement.area', 'adjoining', { placement: { area: 'adjoining' } }],
    ['placement.area', 'out of area, at a distance', { placement: { area: 'distant' } }],
    ['placement.address', '14 Larkspur Close, Ashcombe', { placement: { address: '14 Larkspur Close, Ashcombe' } }],
    ['chair', 'ravi.nair@ashcombe.example.gov.uk', { choices: { chair: 'ravi.nair@ashcombe.example.gov.uk' } }],
    ['convenor', 'Ravi Nair', { choices: { convenor: 'ravi.nair@ashcombe.example.gov.uk' } }],
    ['lateReason', 'The carer was away', { choices: { lateReason: 'The carer was away' } }],
  ])('%s: %s', (id, value, expected) => {
    expect(answered(id, value)).toMatchObject(expected)
  })

  test('and no other', () => {
    const { placement, ...rest } = answered('basis', 'planned')
    expect({ ...rest, placement: { ...placement, basis: undefined } }).toEqual(draft())
  })
})

describe('answers about people', () => {
  test('somebody named for a role that nobody had', () => {
    expect(
      answered('missingRole:supervisingSocialWorker', 'Farah Siddiqui, farah.siddiqui@ashcombe.example.gov.uk').people,
    ).toContainEqual({
      role: 'supervisingSocialWorker',
      name: 'Farah Siddiqui',
      email: 'farah.siddiqui@ashcombe.example.gov.uk',
    })
  })

  test('two carers at once', () => {
    const { people } = answered('missingRole:fosterCarer', 'Glenys and Peter Harrop')
    expect(people?.slice(-2)).toEqual([
      { role: 'fosterCarer', name: 'Glenys Harrop', email: null },
      { role: 'fosterCarer', name: 'Peter Harrop', email: null },
    ])
  })

  test('an address for somebody who is named already is added to them', () => {
    const people = answered('missingRole:mother', 'Tina Marlow, tina.marlow@example.org').people!
    expect(people.filter(({ role }) => role === 'mother')).toEqual([
      { role: 'mother', name: 'Tina Marlow', email: 'tina.marlow@example.org', parentalResponsibility: true },
    ])
  })

  test('a delegate for a manager on leave (E-13)', () => {
    expect(answered('delegate', 'Sunil Rowntree, sunil@example.org').people?.at(-1)).toEqual({
      role: 'managersDelegate',
      name: 'Sunil Rowntree',
      email: 'sunil@example.org',
    })
  })

  test("the child's part, without a name", () => {
    expect(answered('part:child', 'contribute').people?.at(-1)).toEqual({
      role: 'child',
      name: 'the child',
      decision: { part: 'contribute' },
    })
  })

  test('one of two parents by number', () => {
    const { people } = answered('part:parent:2', 'attend')
    expect(people?.filter(({ role }) => role === 'parent').map(({ decision }) => decision)).toEqual([
      undefined,
      { part: 'attend' },
    ])
  })

  test('not inviting the mother, with all that P-40 wants to know', () => {
    let fields = answered('part:mother', 'notInvited')
    for (const [id, value] of [
      ['ground:mother', 'courtOrder'],
      ['decidedBy:mother', 'Bridget Oyelaran'],
      ['decidedOn:mother', '17/12/2026'],
      ['viewsObtainedBy:mother', 'Ravi Nair rings her beforehand'],
    ] as const) {
      fields = answered(id, value, fields)
    }
    expect(fields.people?.[2]?.decision).toEqual({
      part: 'notInvited',
      ground: 'courtOrder',
      decidedBy: 'Bridget Oyelaran',
      decidedOn: '2026-12-17',
      viewsObtainedBy: 'Ravi Nair rings her beforehand',
    })
    expect(answered('part:mother', 'attend', fields).people?.[2]?.decision).toEqual({ part: 'attend' })
  })

  test('who may have the address (P-34)', () => {
    expect(answered('clearedForAddress:mother', 'no').people?.[2]?.clearedForAddress).toBe(false)
  })
})

describe('an answer that cannot be read is refused, saying what is accepted', () => {
  test.each([
    ['basis', 'soon', 'planned or emergency'],
    ['placementType', 'a nice house', 'one of foster, connectedCarer'],
    ['placement.startsAt', '17/12/2026', 'a day and a time'],
    ['placement.startsAt', '18/12/2026 at 5.30', 'a day and a time'],
    ['placement.startsAt', '2026-10-25T01:30', 'a day and a time'],
    ['placement.startsAt', 'Friday at 5pm', 'a day and a time'],
    ['child.ageInYears', '18', 'a whole number of years from 0 to 17'],
    ['child.ageInYears', 'old enough', 'a whole number of years'],
    ['child.initials', '42', '1 to 4 letters'],
    ['placement.area', 'out of area', 'one of inside, adjoining, distant'],
    ['part:mother', 'maybe', 'one of attend, contribute'],
    ['ground:mother', 'we do not get on', 'one of courtOrder'],
    ['decidedOn:mother', 'the other day', 'the day of the decision'],
    ['chair', 'somebody.else@example.org', 'one of the people named'],
    ['missingRole:teamManager', 'tbc', 'a name and an e-mail address'],
    ['part:father', 'attend', 'nobody is named in that role yet'],
    ['part:parent:3', 'attend', 'nobody is named in that role yet'],
    ['reason', 'because', 'for a meeting that something called for'],
    ['basis', '', 'planned or emergency'],
  ])('%s: %s', (id, value, accepted) => {
    const result = applyAnswer(draft(), id, value)
    expect(result).toMatchObject({ ok: false, refusal: { reason: 'notAccepted' } })
    expect(!result.ok && result.refusal.detail).toContain(`${id}: `)
    expect(!result.ok && result.refusal.detail).toContain(accepted)
    if (value.length > 4) expect(!result.ok && result.refusal.detail).not.toContain(value)
  })

  test.each(['colour', '__proto__', 'constructor', 'part:neighbour', 'toString:mother', 'people'])(
    'no such question: %s',
    (id) => {
      expect(applyAnswer(draft(), id, 'yes')).toMatchObject({ ok: false, refusal: { reason: 'unknownQuestion' } })
    },
  )
})
