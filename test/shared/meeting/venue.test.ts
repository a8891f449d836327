import { describe, expect, test } from '@jest/globals'
import { instant } from '../../../shared/dates/time.ts'
import { venuesFor } from '../../../shared/meeting/venue.ts'
import type { Person, PlacementDetails } from '../../../shared/placement/placement.ts'
import {
  F1,
  F2,
  F4,
  FATHER,
  fosterPeople,
  homePeople,
  meetingOf,
  onlyMeetingOf,
  planOf,
  type PackId,
  withPeople,
} from '../../support/fixture-cases.ts'

const withMother = (mother: Partial<Person>) => F1({ people: withPeople(fosterPeople(), { mother }) })
const kindOf = (mother: Partial<Person>) => meetingOf(withMother(mother), 'south-glos').venue.kind

describe('where the meeting is held', () => {
  test.each([
    ['wm-mosaic', 'R-075'],
    ['south-glos', 'R-076'],
    ['england-default', 'R-075'],
  ] as const)('under %s where the child is placed, when everybody who comes may know it (%s)', (pack, requirement) => {
    const { venue } = meetingOf(F1(), pack)
    expect(venue.kind).toBe('placement')
    expect(venue.requirements).toContain(requirement)
  })

  test('a child who comes lives there: no clearance is asked of a child', () => {
    const people = withPeople(fosterPeople(), { child: { decision: { part: 'attend' } }, mother: null })
    const plan = planOf(F1({ people }), 'south-glos')
    expect(plan.meetings[0]!.venue.kind).toBe('placement')
    expect(plan.warnings.filter(({ id }) => id.startsWith('address:'))).toEqual([])
  })

  test.each<[string, Partial<Person>, string]>([
    ['is cleared', { clearedForAddress: true }, 'placement'],
    ['is not', { clearedForAddress: false }, 'online'],
    ['is not yet decided, which is no (P-34)', { clearedForAddress: undefined }, 'online'],
    ['is not cleared, and gives views only', { clearedForAddress: false, decision: { part: 'contribute' } }, 'placement'],
    ['is not cleared, and is not yet decided to come', { clearedForAddress: false, decision: undefined }, 'placement'],
  ])('a mother who comes %s: %s', (_, mother, kind) => {
    expect(kindOf(mother)).toBe(kind)
  }) // prettier-ignore

  test('while one who comes may not know it, the address is shown with the venue to nobody, and a person is told why (R-080)', () => {
    const plan = planOf(withMother({ clearedForAddress: undefined }), 'south-glos')
    expect(plan.meetings[0]!.venue).toMatchObject({ kind: 'online', shownTo: [] })
    expect(plan.meetings[0]!.venue.requirements).toEqual(expect.arrayContaining(['R-080', 'P-03']))
    const warning = plan.warnings.find(({ id }) => id === 'address:mother:1')
    expect(warning?.text).toMatch(/^The mother comes and may not be shown the address/)
  })

  test.each([
    ['interpreter', 'advocate', 'designatedTeacher', 'childrensGuardian', 'personalAdviser', 'virtualSchoolHead'],
  ] as const)('outsiders such as the %s are not cleared by their office', (...roles) => {
    for (const role of roles) {
      const guest: Person = { role, name: 'G', email: 'g@out.example', decision: { part: 'attend' } }
      const people = [...withPeople(fosterPeople(), { mother: null }), guest]
      expect([role, meetingOf(F1({ people }), 'south-glos').venue.kind]).toEqual([role, 'online'])
    }
  })

  test('a worker of the case who is expressly not cleared counts as nobody else', () => {
    const people = withPeople(fosterPeople(), { supervisingSocialWorker: { clearedForAddress: false } })
    expect(meetingOf(F1({ people }), 'south-glos').venue.kind).toBe('online')
  })

  test.each<[PlacementDetails['area'], string, string | null]>([
    ['inside', 'placement', null],
    ['adjoining', 'hybrid', 'E-29'],
    ['distant', 'hybrid', 'E-30'],
  ])('a home %s the area is met at as %s', (area, kind, id) => {
    const { venue } = meetingOf(F4({ placement: { area } }), 'wm-mosaic')
    expect(venue.kind).toBe(kind)
    if (id) expect(venue.requirements).toContain(id)
  })
})

describe('a disruption meeting is not held in the home that the child has left (R-075, R-220)', () => {
  const ended = { kind: 'unplannedEnding' as const, at: instant('2026-11-20T10:00:00Z'), reason: 'Given notice' }
  const venueAfter = (over: Parameters<typeof F1>[0], pack: PackId) =>
    onlyMeetingOf(F1({ trigger: ended, ...over }), pack, ended.at).venue

  test.each(['england-default', 'wm-mosaic', 'south-glos', 'leicester'] as const)('under %s', (pack) => {
    expect(meetingOf(F1(), pack).venue.kind).toBe('placement')
    expect(venueAfter({}, pack)).toMatchObject({
      kind: 'online',
      shownTo: [],
      requirements: expect.arrayContaining(['R-220']),
    })
  })

  test('nor because the first meeting was held there by choice, or by some of its people', () => {
    expect(venueAfter({ choices: { venue: 'placement' } }, 'south-glos').kind).toBe('online')
    expect(venueAfter({ choices: { venue: 'hybrid' } }, 'south-glos').kind).toBe('online')
    expect(venueAfter({ placement: { area: 'distant' } }, 'south-glos').kind).toBe('online')
  })

  test('an office that somebody has chosen stays', () => {
    expect(venueAfter({ choices: { venue: 'office' } }, 'south-glos').kind).toBe('office')
    expect(venuesFor('disruption')).toEqual(['office', 'online'])
    expect(venuesFor('interval')).toContain('placement')
  })

  test('a meeting after an incident is held where the child is still placed', () => {
    const trigger = { kind: 'seriousIncident' as const, at: ended.at }
    expect(onlyMeetingOf(F1({ trigger }), 'wm-mosaic', ended.at).venue.kind).toBe('placement')
  })
})

describe('who is shown the address', () => {
  test('those who come and are cleared', () => {
    expect(meetingOf(F1(), 'south-glos').venue.shownTo).toEqual([
      'child', 'mother', 'childsSocialWorker', 'supervisingSocialWorker', 'fosterCarer',
    ]) // prettier-ignore
  })

  test('no role of which somebody else may not know it: one father cleared, another not', () => {
    const fathers: Person[] = [
      { ...FATHER, decision: { part: 'attend' }, clearedForAddress: true },
      { ...FATHER, name: 'Other', email: 'other@post.example', decision: { part: 'contribute' }, clearedForAddress: false },
    ]
    const { venue } = meetingOf(F2({ people: [...fosterPeople(), ...fathers] }), 'south-glos')
    expect(venue.kind).toBe('placement')
    expect(venue.shownTo).not.toContain('father')
  }) // prettier-ignore

  test('nobody who is only told of the meeting', () => {
    expect(meetingOf(F4({ people: homePeople() }), 'wm-mosaic').venue.shownTo).not.toContain('independentReviewingOfficer')
  }) // prettier-ignore
})
