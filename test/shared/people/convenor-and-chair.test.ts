import { describe, expect, test } from '@jest/globals'
import type { Person, PlacementConfirmation } from '../../../shared/placement/placement.ts'
import { day, type Instant } from '../../../shared/dates/time.ts'
import {
  CARER,
  DELEGATE,
  F1,
  F2,
  F3,
  F4,
  FIXTURE_IDS,
  FIXTURES,
  fosterPeople,
  HOME_MANAGER,
  homePeople,
  meetingOf,
  MOTHER,
  PLACING,
  planOf,
  questionIds,
  SERVICE_MAILBOX,
  SOCIAL_WORKER,
  SUPERVISING,
  TEAM_MANAGER,
  warningIds,
  withPeople,
  type FixtureId,
  type PackId,
} from '../../support/fixture-cases.ts'

const duties = (confirmation: PlacementConfirmation, pack: PackId, now?: Instant) => {
  const { convenor, chair, minimum } = meetingOf(confirmation, pack, now)
  return { convenor: convenor.person, chair: chair.person, minimum }
}
const [worker, supervising, manager] = [SOCIAL_WORKER.name, SUPERVISING.name, HOME_MANAGER.name]
const away = (from: string, to: string) => ({ onLeave: [{ from: day(from), to: day(to) }] })

describe('who convenes, who chairs and who has to be there', () => {
  const TABLE: [FixtureId, PackId, convenor: string, chair: string, minimum: string[], ids: string][] = [
    ['F1', 'england-default', worker, worker, ['childsSocialWorker', 'fosterCarer'], 'R-036, R-046'],
    ['F1', 'wm-mosaic', worker, worker, ['childsSocialWorker', 'fosterCarer'], 'R-036, R-046'],
    ['F1', 'south-glos', supervising, supervising, ['fosterCarer', 'childsSocialWorker', 'supervisingSocialWorker'], 'R-037, R-047, R-064'],
    ['F2', 'england-default', worker, worker, ['childsSocialWorker', 'fosterCarer'], 'R-036, R-046'],
    ['F2', 'wm-mosaic', worker, worker, ['childsSocialWorker', 'fosterCarer'], 'R-036, R-046'],
    ['F2', 'south-glos', supervising, supervising, ['fosterCarer', 'childsSocialWorker', 'supervisingSocialWorker'], 'R-037, R-047, R-064'],
    // 2.1 proposes the home's manager after an emergency placement; only wm-mosaic makes it an emergency meeting (3.5).
    ['F3', 'england-default', worker, manager, ['childsSocialWorker', 'registeredManager'], 'R-045'],
    ['F3', 'wm-mosaic', manager, manager, ['childsSocialWorker', 'registeredManager'], 'R-035, R-045'],
    ['F3', 'south-glos', worker, manager, ['childsSocialWorker', 'registeredManager'], 'R-045, not covered by its source'],
    ['F4', 'england-default', worker, worker, ['childsSocialWorker', 'registeredManager'], 'R-046'],
    ['F4', 'wm-mosaic', manager, worker, ['childsSocialWorker', 'registeredManager'], 'R-035, K-06, A-05'],
    ['F4', 'south-glos', worker, worker, ['childsSocialWorker', 'registeredManager'], 'not covered by its source'],
    ['F1', 'standards-lcs', worker, worker, ['childsSocialWorker', 'fosterCarer'], 'gaps, as proposed by default'],
    ['F4', 'standards-lcs', worker, worker, ['childsSocialWorker', 'registeredManager'], 'gaps, as proposed by default'],
    ['F1', 'homes-care-planning', worker, worker, ['childsSocialWorker', 'fosterCarer'], 'not covered by its source'],
    ['F3', 'homes-care-planning', manager, manager, ['childsSocialWorker', 'registeredManager'], 'proposed: the home convenes'],
    ['F4', 'homes-care-planning', manager, worker, ['childsSocialWorker', 'registeredManager'], 'proposed: the home convenes'],
    ['F5', 'wm-mosaic', manager, manager, ['childsSocialWorker', 'registeredManager'], 'R-035: a secure home is a home'],
    ['F5', 'homes-care-planning', worker, worker, ['childsSocialWorker', 'registeredManager'], 'not covered by its source'],
    ['F7', 'wm-mosaic', worker, worker, ['childsSocialWorker', 'connectedCarer'], 'R-036, R-046'],
    ['F8', 'wm-mosaic', worker, worker, ['childsSocialWorker'], 'R-036, R-046'],
    ['F6', 'england-default', worker, worker, ['childsSocialWorker', 'fosterCarer'], 'R-036, R-046'],
    ['F6', 'wm-mosaic', worker, worker, ['childsSocialWorker', 'fosterCarer'], 'R-036, R-046'],
    ['F6', 'south-glos', supervising, supervising, ['fosterCarer', 'childsSocialWorker', 'supervisingSocialWorker'], 'R-037, R-047, R-064'],
  ] // prettier-ignore
  test.each(TABLE)(
    '%s under %s: %s convenes, %s chairs, at least %j (%s)',
    (fixture, pack, convenor, chair, minimum) => {
      expect(duties(FIXTURES[fixture](), pack)).toEqual({ convenor, chair, minimum })
    },
  )

  describe('at Leicester', () => {
    const placing = 'Lennox Abernathy'

    test.each(FIXTURE_IDS)(
      '%s: the placement team convenes, and nobody is guessed as chair (R-050, K-05)',
      (fixture) => {
        const { convenor, chair } = meetingOf(FIXTURES[fixture](), 'leicester')
        expect(convenor).toMatchObject({ role: 'placementOfficer', person: placing })
        expect(chair).toMatchObject({ role: null, person: null })
        expect(questionIds(FIXTURES[fixture](), 'leicester')).toEqual(['chair'])
      },
    )

    test('the officer who confirmed convenes, named or not, and from their own mailbox; never comes only for that', () => {
      const named = meetingOf(F1({ people: [...fosterPeople(), PLACING] }), 'leicester')
      expect(named.convenor).toMatchObject({ person: placing, key: 'placementOfficer:1' })
      for (const meeting of [named, meetingOf(F1(), 'leicester')]) expect(meeting.organiserMailbox).toBe(PLACING.email)
      expect(named.attendees.find(({ role }) => role === 'placementOfficer')).toMatchObject({ part: 'informed' })
    })

    test('where somebody else confirmed, the placement officer is asked for', () => {
      const by = { name: 'Imelda Castellano', email: TEAM_MANAGER.email!, role: 'teamManager' as const }
      expect(questionIds(F1({ confirmedBy: by }), 'leicester')).toEqual(['chair', 'missingRole:placementOfficer'])
    })

    test('a chair who was chosen chairs, and nothing more is asked', () => {
      const chosen = F1({ choices: { chair: SUPERVISING.email! } })
      expect(meetingOf(chosen, 'leicester').chair.person).toBe(supervising)
      expect(planOf(chosen, 'leicester').status).toBe('ready')
    })

    test('the key worker contributes, and the home’s manager may come and need not (R-059, F4)', () => {
      const of = (role: string) => meetingOf(F4(), 'leicester').attendees.find((one) => one.role === role)
      expect(of('keyWorker')).toMatchObject({ part: 'contribute', event: null })
      expect(of('registeredManager')).toMatchObject({ part: 'attend', required: false })
      expect(meetingOf(F4(), 'leicester').minimum).toEqual(['childsSocialWorker'])
    })
  })

  test('a connected carer who has a supervising social worker is convened by them at South Glos (2.1)', () => {
    const connected = F1({ placement: { type: 'connectedCarer' } })
    expect(duties(connected, 'south-glos').convenor).toBe(supervising)
    const alone = { ...connected, people: withPeople(connected.people, { supervisingSocialWorker: null }) }
    expect(duties(alone, 'south-glos').convenor).toBe(worker)
  })

  test('the team manager can be chosen instead of the social worker (R-046)', () => {
    const people = [...fosterPeople(), TEAM_MANAGER]
    const chosen = F2({ people, choices: { chair: TEAM_MANAGER.email!.toUpperCase() } })
    const { chair, attendees } = meetingOf(chosen, 'wm-mosaic')
    expect(chair).toMatchObject({ role: 'teamManager', person: TEAM_MANAGER.name })
    expect(attendees.find(({ role }) => role === 'teamManager')).toMatchObject({ part: 'attend', required: true })
  })

  test('another convenor can be chosen', () => {
    expect(duties(F1({ choices: { convenor: SOCIAL_WORKER.email! } }), 'south-glos')).toMatchObject({
      convenor: worker,
      chair: supervising,
    })
  })

  test('a mother who also cares for the child does not come to chair as his mother', () => {
    const kin: Person = { ...CARER, email: MOTHER.email! }
    const people = withPeople(fosterPeople(), { fosterCarer: kin })
    expect(meetingOf(F2({ people, choices: { chair: MOTHER.email! } }), 'wm-mosaic').chair.role).toBe('fosterCarer')
  })
})

describe("a home's manager on leave (E-13, R-045)", () => {
  const on = (leave: Partial<Person>, more: Person[] = []) =>
    F3({ people: [...withPeople(homePeople(), { registeredManager: leave }), ...more] })
  const wholeTime = away('2026-12-24', '2027-01-08')

  test('for as long as the meeting can be held: a delegate is asked for by name, and nobody chairs until then', () => {
    const plan = planOf(on(wholeTime), 'wm-mosaic')
    expect(plan.status).toBe('asks')
    expect(plan.questions.map(({ id }) => id)).toEqual(['delegate'])
    expect(plan.meetings[0]!.chair).toMatchObject({ role: 'registeredManager', person: null, key: null })
    expect(plan.meetings[0]!.convenor.person).toBe(manager)
    expect(plan.warnings.map(({ id }) => id)).toContain('convenorAway')
  })

  test('with a delegate named: the delegate chairs, and counts for the home in the minimum', () => {
    const plan = planOf(on(wholeTime, [DELEGATE]), 'wm-mosaic')
    expect(plan.questions).toEqual([])
    expect(plan.meetings[0]).toMatchObject({
      chair: { role: 'managersDelegate', person: DELEGATE.name },
      minimum: ['childsSocialWorker', 'managersDelegate'],
    })
  })

  test('for a part of the time only: the manager chairs on a day that is left', () => {
    const plan = planOf(on(away('2026-12-24', '2026-12-30')), 'wm-mosaic')
    expect([plan.status, plan.meetings[0]!.chair.person]).toEqual(['ready', manager])
  })

  test('on the holidays only: nobody is away from work', () => {
    expect(questionIds(on(away('2026-12-25', '2026-12-28')), 'wm-mosaic')).toEqual([])
  })

  test('over a weekend on which alone the meeting could be held: a day off is no leave', () => {
    const people = withPeople(homePeople(), { childsSocialWorker: away('2026-11-07', '2026-11-08'), teamManager: null })
    const sunday = F4({ people, placement: { startsAt: '2026-11-08T10:00:00Z' as Instant } })
    expect(questionIds(sunday, 'england-default', '2026-11-07T09:00:00Z' as Instant)).toEqual([])
  })

  test('with a delegate who is away as well: another is asked for', () => {
    expect(questionIds(on(wholeTime, [{ ...DELEGATE, ...wholeTime }]), 'wm-mosaic')).toEqual(['delegate'])
  })

  test('at a routine meeting, where the social worker chairs: nothing has to be asked', () => {
    const people = [...withPeople(homePeople(), { registeredManager: away('2027-03-15', '2027-03-31') }), DELEGATE]
    const plan = planOf(F4({ people }), 'england-default')
    expect([plan.status, plan.meetings[0]!.minimum]).toEqual(['ready', ['childsSocialWorker', 'managersDelegate']])
  })

  test('nobody named but a delegate: the delegate chairs, and the manager who convenes is asked for', () => {
    const people = [...withPeople(homePeople(), { registeredManager: null }), DELEGATE]
    expect(duties(F3({ people }), 'wm-mosaic')).toMatchObject({ convenor: null, chair: DELEGATE.name })
    expect(questionIds(F3({ people }), 'wm-mosaic')).toEqual(['missingRole:registeredManager'])
  })
})

describe('any other chair on leave for as long as the meeting can be held', () => {
  const leave = away('2026-12-18', '2026-12-31')

  test('the social worker: the team manager chairs, where one is named', () => {
    const people = withPeople([...fosterPeople(), TEAM_MANAGER], { childsSocialWorker: leave })
    expect(duties(F2({ people }), 'wm-mosaic').chair).toBe(TEAM_MANAGER.name)
  })

  test('the social worker, and no manager named: somebody is asked for among those who have a mailbox here', () => {
    const people = withPeople(fosterPeople(), { childsSocialWorker: leave })
    const plan = planOf(F2({ people }), 'wm-mosaic')
    expect(plan.meetings[0]!.chair).toMatchObject({ role: null, person: null })
    expect(plan.questions.map(({ id }) => id)).toEqual(['chair'])
    const emails = plan.questions[0]!.choices!.map(({ value }) => value)
    expect(emails).toContain(SUPERVISING.email)
    expect(emails).not.toContain(CARER.email)
    expect(emails).not.toContain(MOTHER.email)
  })

  test('the supervising social worker, for whom the source names no stand-in: somebody is asked for (R-049)', () => {
    const people = withPeople(fosterPeople(), { supervisingSocialWorker: leave })
    expect(questionIds(F2({ people }), 'south-glos')).toEqual(['chair'])
    expect(warningIds(F2({ people }), 'south-glos')).toContain('convenorAway')
  })

  test('of two supervising social workers the one who is there', () => {
    const other = { ...SUPERVISING, name: 'Odette Fairweather', email: 'odette.fairweather@brackenshire.example' }
    const people = [...withPeople(fosterPeople(), { supervisingSocialWorker: leave }), other]
    expect(duties(F2({ people }), 'south-glos')).toMatchObject({ convenor: other.name, chair: other.name })
  })

  test('once the deadline has passed, the week to come is what counts', () => {
    const people = withPeople([...fosterPeople(), TEAM_MANAGER], {
      childsSocialWorker: away('2027-01-04', '2027-01-15'),
    })
    expect(duties(F2({ people }), 'wm-mosaic', '2027-01-04T09:00:00Z' as Instant).chair).toBe(TEAM_MANAGER.name)
  })
})

describe('the mailbox that owns the event (R-039)', () => {
  const inside = { insideTenant: true }
  const outside = { insideTenant: false }
  const homeEmail = HOME_MANAGER.email!

  test.each<[string, Partial<Person>, Partial<Person>, PackId, string]>([
    ["the convenor's, who is inside", inside, inside, 'wm-mosaic', homeEmail],
    ["not an outside convenor's: the chair's, who is inside (F4)", outside, inside, 'wm-mosaic', SOCIAL_WORKER.email!],
    ["the service's, where convenor, chair and social worker are all outside", outside, outside, 'wm-mosaic', SERVICE_MAILBOX],
    ["the social worker's who convenes", outside, inside, 'england-default', SOCIAL_WORKER.email!],
  ])('is %s', (_, homeManager, socialWorker, pack, mailbox) => {
    const people = withPeople(homePeople(), { registeredManager: homeManager, childsSocialWorker: socialWorker })
    expect(meetingOf(F4({ people }), pack).organiserMailbox).toBe(mailbox)
  }) // prettier-ignore

  test("is the social worker's where an outside home's manager both convenes and chairs (F3)", () => {
    expect(meetingOf(F3(), 'wm-mosaic').organiserMailbox).toBe(SOCIAL_WORKER.email)
    expect(meetingOf(F3(), 'wm-mosaic').convenor).toMatchObject({ role: 'registeredManager', person: manager })
  })

  test("is the social worker's where an independent agency's worker convenes and chairs at South Glos", () => {
    const people = withPeople(fosterPeople(), { supervisingSocialWorker: { insideTenant: false } })
    expect(meetingOf(F1({ people }), 'south-glos')).toMatchObject({
      convenor: { person: supervising },
      organiserMailbox: SOCIAL_WORKER.email,
    })
  })

  test('is never one without an address', () => {
    const people = withPeople(fosterPeople(), { childsSocialWorker: { email: null } })
    expect(meetingOf(F1({ people }), 'wm-mosaic').organiserMailbox).toBe(SERVICE_MAILBOX)
  })

  test('where nothing is said of the tenant, only the confirmer’s own mail domain counts as inside', () => {
    const people = withPeople(homePeople(), { registeredManager: { insideTenant: undefined } })
    expect(meetingOf(F3({ people }), 'wm-mosaic').organiserMailbox).toBe(SOCIAL_WORKER.email)
    const lookalike = withPeople(homePeople(), {
      registeredManager: { insideTenant: undefined, email: 'manager@notbrackenshire.example' },
    })
    expect(meetingOf(F3({ people: lookalike }), 'wm-mosaic').organiserMailbox).toBe(SOCIAL_WORKER.email)
  })
})
