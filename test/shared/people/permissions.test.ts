import { describe, expect, test } from '@jest/globals'
import {
  ACTIONS,
  keepsToDates,
  mayConfirm,
  mayDo,
  maySeeDraft,
  type Action,
  type Reader,
} from '../../../shared/people/permissions.ts'
import { ROLES, type Person, type Role } from '../../../shared/placement/placement.ts'
import type { MeetingState } from '../../../shared/meeting/planning-meeting.ts'
import { instant } from '../../../shared/dates/time.ts'
import { aDraft, aMeeting, aPlacement, aSlot } from '../../support/builders.ts'
import { F1, F4, fosterPeople, homePeople, meetingOf, type PackId } from '../../support/fixture-cases.ts'

const at = instant('2026-11-03T10:00:00Z')
const STATES: MeetingState[] = [
  { state: 'toArrange' },
  { state: 'arranging', slot: aSlot(), since: at },
  { state: 'arranged', slot: aSlot() },
  { state: 'held', slot: aSlot(), closedAt: at, closedBy: 'x' },
  { state: 'cancelled', reason: 'r', cancelledAt: at },
]
const EMAIL = 'reader@brackenshire.example'
const reader = (role: Role | null = null): Reader => ({ objectId: 'o', name: 'R', email: EMAIL, role })

/** A case on which the reader has these roles, besides everybody else. */
type Case = { pack?: PackId; fixture?: typeof F1; people?: Person[] }
function caseWith(mine: Partial<Person>[], { pack = 'south-glos', fixture = F1, people = fosterPeople() }: Case = {}) {
  const roles = mine.map(({ role }) => role)
  const others = people.filter(({ role }) => !roles.includes(role))
  const all = [
    ...others,
    ...mine.map((one) => ({ name: 'R', email: EMAIL.toUpperCase(), insideTenant: true, ...one }) as Person),
  ]
  const confirmation = fixture({ people: all })
  return { placement: aPlacement({ confirmation }), plan: meetingOf(confirmation, pack) }
}
/** What may be done, state by state: a letter for each action, a dot for none. */
const LETTERS: Record<Action, string> = {
  seeMeeting: 's', seeRecord: 'r', recordMinutes: 'w', schedule: 't', move: 'm', cancel: 'c', changePeople: 'p', answerQuestions: 'q', answerInvitation: 'a',
} // prettier-ignore
function table(mine: Partial<Person>[], who: Reader = reader(), more: Case = {}): string {
  const { placement, plan } = caseWith(mine, more)
  return STATES.map((state) => {
    const meeting = aMeeting({ plan, ...state })
    return ACTIONS.filter((action) => mayDo(action, who, placement, meeting)).map((action) => LETTERS[action]).join('') || '.'
  }).join(' ')
} // prettier-ignore

describe('who may do what while a meeting is to arrange, being arranged, arranged, held, cancelled', () => {
  // s see the meeting, r read its record, w write it, t choose a time, m move, c cancel, p change who comes and where, q answer questions, a answer the invitation
  test.each<[Role, string, string]>([
    ['childsSocialWorker', 'srwtcpq srwc srwmcpa srw sr', 'everything, while it can be done (P-20)'],
    ['supervisingSocialWorker', 'srwtcpq srwc srwmcpa srw sr', 'everything, as chair and convenor (R-037)'],
    ['teamManager', 'srwtcpq srwc srwmcp srw sr', 'everything, though not invited (P-20)'],
    ['minuteTaker', 'srw srw srwa srw sr', 'the record'],
    ['independentReviewingOfficer', 'sr sr sr sr sr', 'to read the record, not to write it (P-20)'],
    ['virtualSchoolHead', 's s s s s', 'the meeting only'],
    ['designatedManager', 's s s s s', 'the meeting only'],
    ['personalAdviser', 's s sa s s', 'the meeting, and an answer'],
    ['placementOfficer', 's s s s s', 'dates, and never the record (P-24)'],
    ['financeOfficer', 's s s s s', 'dates, and never the record (P-24)'],
    ['interpreter', 's s sa s s', 'dates, and never the record (P-24)'],
  ])('%s of the case: %s: %s', (role, expected) => {
    expect(table([{ role }])).toBe(expected)
  })

  test.each<[Role | null, string, string]>([
    [null, '. . . . .', 'nothing at all'],
    ['childsSocialWorker', '. . . . .', 'nothing: access follows the case, not the office (P-20)'],
    ['teamManager', '. . . . .', 'nothing: not their worker’s case'],
    ['designatedManager', '. . . . .', 'nothing'],
    ['independentReviewingOfficer', '. . . . .', 'nothing'],
    ['virtualSchoolHead', '. . . . .', 'nothing'],
    ['placementOfficer', 'stcpq sc smcp s s', 'to arrange it for a colleague, and never the record (P-24)'],
    ['emergencyDutyTeam', 'stcpq sc smcp s s', 'to arrange it at night'],
  ])('somebody who is %s and not on the case: %s: %s', (role, expected) => {
    expect(table([], reader(role))).toBe(expected)
  })

  test('whoever confirmed it, if they may confirm, arranges it; the record stays closed', () => {
    const { placement, plan } = caseWith([])
    const confirmed = {
      ...placement,
      confirmation: { ...placement.confirmation, confirmedBy: { name: 'R', email: EMAIL } },
    }
    const may = (role: Role | null) =>
      ACTIONS.filter((action) => mayDo(action, reader(role), confirmed, aMeeting({ plan })))
    expect(may('designatedManager')).toEqual(['seeMeeting', 'schedule', 'cancel', 'changePeople', 'answerQuestions'])
    expect(may('childsSocialWorker')).toEqual(['seeMeeting'])
  })
})

describe('whoever chairs reads and writes the record, whatever their office', () => {
  const home = { pack: 'wm-mosaic' as const, people: homePeople(), fixture: F4 }

  test('a personal adviser who was chosen to chair (R-049)', () => {
    const { placement, plan } = caseWith([{ role: 'personalAdviser' }])
    const chaired = { ...plan, chair: { ...plan.chair, key: 'personalAdviser:1' as const } }
    const meeting = aMeeting({ plan: chaired, state: 'arranged', slot: aSlot() })
    expect(mayDo('recordMinutes', reader(), placement, meeting)).toBe(true)
    expect(mayDo('seeRecord', reader(), placement, meeting)).toBe(true)
  })

  test("a home's manager who only convenes arranges, and reads no record (R-035, P-20)", () => {
    expect(table([{ role: 'registeredManager' }], reader(), home)).toBe('stcpq sc smcpa s s')
  })

  test('a placement officer who convenes arranges, and reads no record (P-24)', () => {
    const { placement, plan } = caseWith([{ role: 'placementOfficer' }])
    const convened = { ...plan, convenor: { ...plan.convenor, key: 'placementOfficer:1' as const } }
    for (const state of STATES) {
      const meeting = aMeeting({ plan: convened, ...state })
      for (const who of [reader(), reader('placementOfficer')]) {
        expect(mayDo('seeRecord', who, placement, meeting)).toBe(false)
        expect(mayDo('recordMinutes', who, placement, meeting)).toBe(false)
      }
    }
  })
})

describe('who keeps out', () => {
  const PARENTS: Role[] = ['mother', 'father', 'parent', 'otherWithParentalResponsibility']

  test.each(PARENTS)(
    'a %s who works here opens nothing, also as a placement officer; an invitation can be answered (P-22)',
    (role) => {
      const coming = [{ role, decision: { part: 'attend' as const } }]
      for (const office of [null, 'placementOfficer', 'childsSocialWorker'] as const) {
        expect(table(coming, reader(office))).toBe('. . a . .')
      }
      expect(table([{ role, decision: { part: 'notInvited' } }], reader('placementOfficer'))).toBe('. . . . .')
    },
  )

  test('a carer who is the one a concern is about, and is not invited, is shown nothing (P-26)', () => {
    const excluded = [
      { role: 'fosterCarer' as const, decision: { part: 'notInvited' as const, ground: 'riskToChild' as const } },
    ]
    expect(table(excluded)).toBe('. . . . .')
    expect(table(excluded, reader('placementOfficer'))).toBe('. . . . .')
  })

  test('a carer with an account here sees the meeting and answers, without the record', () => {
    expect(table([{ role: 'fosterCarer' }])).toBe('s s sa s s')
  })
})

test('nothing can be written to a meeting that was cancelled, by anybody', () => {
  for (const role of ROLES) {
    const { placement, plan } = caseWith([{ role }])
    const meeting = aMeeting({ plan, state: 'cancelled', reason: 'r', cancelledAt: at })
    for (const action of [
      'recordMinutes',
      'schedule',
      'move',
      'cancel',
      'answerQuestions',
      'answerInvitation',
    ] as const) {
      expect([role, action, mayDo(action, reader(role), placement, meeting)]).toEqual([role, action, false])
    }
  }
})

test('placements are confirmed by placement officers, the duty team, team and designated managers', () => {
  expect(ROLES.filter((role) => mayConfirm(reader(role)))).toEqual(['teamManager', 'placementOfficer', 'designatedManager', 'emergencyDutyTeam'])
  expect(mayConfirm(reader(null))).toBe(false)
}) // prettier-ignore

test('a draft is for whoever brought it in and for those who may confirm it', () => {
  const draft = aDraft()
  expect(maySeeDraft({ ...reader('childsSocialWorker'), objectId: draft.createdBy.objectId }, draft)).toBe(true)
  expect([maySeeDraft(reader('placementOfficer'), draft), maySeeDraft(reader('childsSocialWorker'), draft)]).toEqual([
    true,
    false,
  ])
})

test('finance and interpreters keep to dates; not where the same person also works on the case', () => {
  const keeps = (...roles: Role[]) => keepsToDates(reader(), caseWith(roles.map((role) => ({ role }))).placement)
  expect([keeps('financeOfficer'), keeps('interpreter'), keeps('financeOfficer', 'interpreter')]).toEqual([
    true,
    true,
    true,
  ])
  expect([keeps('financeOfficer', 'teamManager'), keeps('virtualSchoolHead'), keeps()]).toEqual([false, false, false])
})
