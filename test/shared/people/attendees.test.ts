import { describe, expect, test } from '@jest/globals'
import { ROLES, type Person, type Role } from '../../../shared/placement/placement.ts'
import { day } from '../../../shared/dates/time.ts'
import {
  CARER,
  F1,
  F2,
  F3,
  FATHER,
  fosterPeople,
  HOME_MANAGER,
  homePeople,
  meetingOf,
  MOTHER,
  questionIds,
  SOCIAL_WORKER,
  withPeople,
} from '../../support/fixture-cases.ts'

const attendeesWith = (people: Person[], child = {}) => meetingOf(F1({ people, child }), 'england-default').attendees
const attendee = (role: Role, people: Person[], child = {}) =>
  attendeesWith(people, child).find((one) => one.role === role)!
const alone = (role: Role, over: Partial<Person> = {}): Person => ({
  role,
  name: 'Somebody',
  email: 'somebody@brackenshire.example',
  ...over,
})

describe('how somebody takes part unless a person decides otherwise', () => {
  test.each<[Role[], string, string]>([
    [['childsSocialWorker'], 'attend', 'always on the list (R-055)'],
    [['supervisingSocialWorker', 'fosterCarer', 'connectedCarer'], 'attend', 'for the placement (R-058, R-060)'],
    [['registeredManager', 'managersDelegate', 'keyWorker'], 'attend', 'for the home (R-058, R-059)'],
    [['personalAdviser', 'advocate', 'interpreter', 'minuteTaker'], 'attend', 'to help or to write'],
    [['designatedTeacher'], 'contribute', 'on education'],
    [['independentReviewingOfficer'], 'informed', 'as the law asks, and never as one who must come (L-03, K-16)'],
    [['virtualSchoolHead', 'healthTeam', 'designatedManager', 'teamManager', 'emergencyDutyTeam'], 'informed', 'of the placement'],
    [['placementOfficer', 'financeOfficer'], 'informed', 'of dates and tasks only (P-24)'],
  ])('%j: %s, %s', (roles, part) => {
    for (const role of roles) expect([role, attendee(role, [SOCIAL_WORKER, alone(role)]).part]).toEqual([role, part])
  }) // prettier-ignore

  test('every role there is has a part', () => {
    for (const role of ROLES) expect(attendee(role, [alone(role)]).part).not.toBeUndefined()
  })

  test("the Guardian's views count while proceedings run, and not otherwise (R-063)", () => {
    const people = [SOCIAL_WORKER, alone('childrensGuardian')]
    expect(attendee('childrensGuardian', people, { courtProceedings: true }).part).toBe('viewsConsidered')
    expect(attendee('childrensGuardian', people, { courtProceedings: false }).part).toBe('informed')
  })

  test('whoever chairs comes, whatever the role otherwise would', () => {
    const people = [...fosterPeople(), alone('teamManager')]
    const { attendees } = meetingOf(F1({ people, choices: { chair: 'somebody@brackenshire.example' } }), 'wm-mosaic')
    expect(attendees.find(({ role }) => role === 'teamManager')).toMatchObject({ part: 'attend', required: true })
  })

  test('two carers are both listed (R-060)', () => {
    const people = [...fosterPeople(), { ...CARER, name: 'Ambrose Oyelaran', email: 'a.oyelaran@homefires.example' }]
    expect(attendeesWith(people).filter(({ role, part }) => role === 'fosterCarer' && part === 'attend').length).toBe(2)
  })
})

describe('the child and each parent are decided one by one, and the four parts are never merged (K-07, R-057)', () => {
  test.each(['attend', 'contribute', 'viewsConsidered'] as const)('%s is what was decided', (part) => {
    const people = withPeople(fosterPeople(), { mother: { decision: { part } }, child: { decision: { part } } })
    expect([attendee('mother', people).part, attendee('child', people).part]).toEqual([part, part])
  })

  test('nobody is invited, and nobody left out, before somebody has decided', () => {
    const people = withPeople(fosterPeople(), { mother: { decision: undefined }, child: { decision: undefined } })
    for (const role of ['mother', 'child'] as const) {
      expect(attendee(role, people)).toMatchObject({ part: 'undecided', reachedBy: 'none', event: null })
    }
    expect(questionIds(F1({ people }))).toEqual(['part:child', 'part:mother'])
  })

  test('two parents in one role are told apart', () => {
    const parent = (name: string, decision?: Person['decision']): Person => ({
      role: 'parent',
      name,
      email: `${name}@post.example`,
      decision,
    })
    const people = [
      ...withPeople(fosterPeople(), { mother: null }),
      parent('first', { part: 'attend' }),
      parent('second'),
    ]
    expect(attendeesWith(people).filter(({ role }) => role === 'parent').map(({ part }) => part)).toEqual(['attend', 'undecided'])
    expect(questionIds(F1({ people }))).toEqual(['part:parent:2'])
  })
}) // prettier-ignore

describe('a parent who is not invited (P-40)', () => {
  const whole = {
    part: 'notInvited' as const,
    ground: 'courtOrder' as const,
    decidedBy: 'Imelda Castellano',
    decidedOn: day('2026-10-26'),
    viewsObtainedBy: 'Rosalind Achterberg, by telephone',
  }
  const without = (...names: (keyof typeof whole)[]) => {
    const decision = Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name as never)))
    return F1({ people: [...fosterPeople(), { ...FATHER, decision: decision as typeof whole }] })
  }

  test('is on no event and hears nothing from us, and everybody else is planned for (E-34)', () => {
    const meeting = meetingOf(without(), 'south-glos')
    expect(meeting.attendees.find(({ role }) => role === 'father')).toMatchObject({
      part: 'notInvited',
      event: null,
      reachedBy: 'none',
      required: false,
    })
    expect(questionIds(without(), 'south-glos')).toEqual([])
  })

  test.each<[keyof typeof whole, string]>([
    ['ground', 'ground:father'],
    ['decidedBy', 'decidedBy:father'],
    ['decidedOn', 'decidedOn:father'],
    ['viewsObtainedBy', 'viewsObtainedBy:father'],
  ])('without %s: %s is asked before anything is sent', (missing, question) => {
    expect(questionIds(without(missing))).toEqual([question])
  })

  test.each([['ground'], ['decidedBy']] as const)('without a %s it is no decision yet', (missing) => {
    const father = meetingOf(without(missing), 'wm-mosaic').attendees.find(({ role }) => role === 'father')
    expect(father).toMatchObject({ part: 'undecided', event: null, reachedBy: 'none' })
  })

  test('a child who takes no part at all needs a reason too (R-056)', () => {
    const people = withPeople(fosterPeople(), { child: { decision: { part: 'notInvited' } } })
    expect(questionIds(F1({ people }))).toEqual(['ground:child'])
    const reasoned = withPeople(people, { child: { decision: { part: 'notInvited', ground: 'childsWishes' } } })
    expect(questionIds(F1({ people: reasoned }))).toEqual([])
  })
})

describe('on which Outlook event somebody is (P-05, P-06)', () => {
  const both = [...fosterPeople(), { ...FATHER, decision: { part: 'attend' as const } }]

  test('professionals and carers share one; each parent who comes has one alone; the child has none', () => {
    expect(attendeesWith(both).map(({ role, event }) => [role, event])).toEqual([
      ['child', null],
      ['mother', 'family:1'],
      ['childsSocialWorker', 'core'],
      ['supervisingSocialWorker', 'core'],
      ['fosterCarer', 'core'],
      ['independentReviewingOfficer', null],
      ['father', 'family:2'],
    ])
  })

  test('two carers or two parents of one role never share a parent’s event', () => {
    const parents = ['one', 'two'].map((name): Person => ({
      role: 'parent',
      name,
      email: `${name}@post.example`,
      decision: { part: 'attend' },
    }))
    const events = attendeesWith([...withPeople(fosterPeople(), { mother: null }), ...parents]).map(
      ({ event }) => event,
    )
    expect(events.filter((event) => event?.startsWith('family'))).toEqual(['family:1', 'family:2'])
  })

  test.each(['contribute', 'viewsConsidered'] as const)('a mother who takes part by %s is on none', (part) => {
    const people = withPeople(fosterPeople(), { mother: { decision: { part } } })
    expect(attendee('mother', people)).toMatchObject({ event: null, reachedBy: 'email' })
  })
})

describe('how somebody is reached', () => {
  test.each<[string, Role, Person[], string]>([
    ['a colleague in Teams', 'childsSocialWorker', fosterPeople(), 'teams'],
    ['a carer outside by e-mail', 'fosterCarer', fosterPeople(), 'email'],
    ['the child by a named worker, never by us', 'child', withPeople(fosterPeople(), { child: { email: 'kv@post.example' } }), 'person'],
    ['somebody without an address by a person', 'fosterCarer', withPeople(fosterPeople(), { fosterCarer: { email: null } }), 'person'],
    ['an outside home’s manager by e-mail', 'registeredManager', homePeople(), 'email'],
    ['an own home’s manager in Teams', 'registeredManager', withPeople(homePeople(), { registeredManager: { insideTenant: true } }), 'teams'],
  ])('%s', (_, role, people, reachedBy) => {
    expect(attendee(role, people).reachedBy).toBe(reachedBy)
  }) // prettier-ignore
})

describe('who has to be there', () => {
  test('the minimum and the chair; never the child or a parent, whose absence makes no meeting invalid (R-065, K-08)', () => {
    const required = meetingOf(F1(), 'south-glos').attendees.filter((one) => one.required).map(({ role }) => role)
    expect(required).toEqual(['childsSocialWorker', 'supervisingSocialWorker', 'fosterCarer'])
    expect(meetingOf(F3(), 'wm-mosaic').attendees.filter((one) => one.required).map(({ role }) => role)).toEqual([
      'childsSocialWorker',
      'registeredManager',
    ])
  })

  test('an interpreter, without whom somebody could not take part', () => {
    expect(attendee('interpreter', [...fosterPeople(), alone('interpreter')]).required).toBe(true)
  })
}) // prettier-ignore

describe('roles that the practice needs and nobody is named for are asked before sending (R-040)', () => {
  test.each([
    ['south-glos', ['fosterCarer'], ['missingRole:fosterCarer']],
    ['south-glos', ['supervisingSocialWorker'], ['missingRole:supervisingSocialWorker']],
    ['south-glos', ['childsSocialWorker'], ['missingRole:childsSocialWorker']],
    ['wm-mosaic', ['supervisingSocialWorker'], []],
    ['wm-mosaic', ['childsSocialWorker', 'fosterCarer'], ['missingRole:childsSocialWorker', 'missingRole:fosterCarer']],
  ] as const)('%s without %j: %j', (pack, missing, asked) => {
    const people = withPeople(fosterPeople(), Object.fromEntries(missing.map((role) => [role, null])))
    expect(questionIds(F2({ people }), pack)).toEqual(asked)
  })

  test("a home's manager is asked for as convenor, chair and part of the minimum, once", () => {
    const people = withPeople(homePeople(), { registeredManager: null })
    expect(questionIds(F3({ people }), 'wm-mosaic')).toEqual(['missingRole:registeredManager'])
  })

  test('nobody named at all: child, and everybody the practice needs', () => {
    expect(questionIds(F1({ people: [] }), 'south-glos')).toEqual([
      'missingRole:fosterCarer',
      'missingRole:childsSocialWorker',
      'missingRole:supervisingSocialWorker',
      'part:child',
    ])
  })

  test('the role of somebody who is named, though away or without an address, is not missing', () => {
    const people = withPeople(homePeople(), { registeredManager: { ...HOME_MANAGER, email: null } })
    expect(questionIds(F3({ people }), 'wm-mosaic')).toEqual([])
  })
})

describe('two who must not meet', () => {
  const together = (mother: Partial<Person>, father: Partial<Person>) =>
    F1({ people: [...withPeople(fosterPeople(), { mother }), { ...FATHER, decision: { part: 'attend' as const }, ...father }] })

  test('do not both come: one of them is asked how else to take part (P-44)', () => {
    expect(questionIds(together({ separateFrom: ['father'] }, {}))).toEqual(['part:father'])
    expect(questionIds(together({ separateFrom: ['father'] }, { separateFrom: ['mother'] }))).toEqual(['part:father'])
    expect(questionIds(together({ separateFrom: ['fosterCarer'] }, {}))).toEqual(['part:mother'])
  })

  test('are no matter where only one of them comes', () => {
    expect(questionIds(together({ separateFrom: ['father'] }, { decision: { part: 'contribute' } }))).toEqual([])
    expect(questionIds(together({}, {}))).toEqual([])
  })

  test('a father kept from the child is asked about, not the child', () => {
    expect(questionIds(together({}, { separateFrom: ['child'] }))).toEqual(['part:father'])
    const people = withPeople(fosterPeople(), { child: { separateFrom: ['mother'] }, mother: MOTHER })
    expect(questionIds(F2({ people }))).toEqual(['part:mother'])
  })
}) // prettier-ignore
