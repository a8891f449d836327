import { describe, expect, test } from '@jest/globals'
import { meetingRow, meetingView, missingFromMinimum } from '../../../shared/meeting/meeting-view.ts'
import type { Reader } from '../../../shared/people/permissions.ts'
import { ROLES, type Person, type Role } from '../../../shared/placement/placement.ts'
import type { AnswerChoice, MeetingState } from '../../../shared/meeting/planning-meeting.ts'
import { day, endOfDay, instant, type Instant } from '../../../shared/dates/time.ts'
import { aMeeting, anEvent, aPlacement, aSlot, someMinutes } from '../../support/builders.ts'
import {
  F1,
  F3,
  fosterPeople,
  HOME_MANAGER,
  homePeople,
  meetingOf,
  planOf,
  practiceOf,
  SOCIAL_WORKER,
  withPeople,
} from '../../support/fixture-cases.ts'

const now = instant('2026-10-27T09:00:00Z')
const ADDRESS = '77 Zanzibar Mews ZZ9 9ZZ'
const RECORD = 'Words that only the record holds'
const arranged: MeetingState = { state: 'arranged', slot: aSlot() }

function viewFor(reader: Reader, people: Person[], { fixture = F1, state = arranged } = {}) {
  const confirmation = fixture({ people, placement: { address: ADDRESS } })
  const plan = planOf(confirmation, 'wm-mosaic')
  const placement = aPlacement({ confirmation, plan })
  const meeting = aMeeting({ plan: meetingOf(confirmation, 'wm-mosaic'), events: [anEvent()], ...state })
  const minutes = someMinutes({ entries: [{ id: 'e', item: 'AG-05', type: 'note', text: RECORD }] })
  return meetingView(reader, placement, meeting, minutes, practiceOf('wm-mosaic'), now)
}
const EMAIL = 'reader@brackenshire.example'
const reader = (role: Role | null = null): Reader => ({ objectId: 'o', name: 'R', email: EMAIL, role })
const me = (role: Role, over: Partial<Person> = {}): Person => ({
  role,
  name: 'Reader',
  email: EMAIL,
  insideTenant: true,
  ...over,
})
const besides = (role: Role) => fosterPeople().filter((person) => person.role !== role)

describe('the address of the placement', () => {
  test.each<[string, Person[], Role | null, boolean]>([
    ["the child's social worker", [...besides('childsSocialWorker'), me('childsSocialWorker')], null, true],
    ['the same, where it was expressly withheld', [...besides('childsSocialWorker'), me('childsSocialWorker', { clearedForAddress: false })], null, false],
    ['the virtual school head', [...fosterPeople(), me('virtualSchoolHead')], null, false],
    ['the virtual school head, once cleared', [...fosterPeople(), me('virtualSchoolHead', { clearedForAddress: true })], null, true],
    ['somebody cleared in one role and not in another', [...besides('childsSocialWorker'), me('childsSocialWorker'), me('advocate')], null, false],
    ['the finance officer', [...fosterPeople(), me('financeOfficer')], null, false],
    ['another placement officer, who is not on the case', fosterPeople(), 'placementOfficer', false],
  ])('is shown to %s: %4$s', (_, people, role, shown) => {
    const text = JSON.stringify(viewFor(reader(role), people))
    expect(text.includes(ADDRESS)).toBe(shown)
  }) // prettier-ignore

  test('is in no field at all for anybody who is not cleared, in any role and state (P-03, P-32)', () => {
    const states: MeetingState[] = [
      { state: 'toArrange' },
      arranged,
      { state: 'held', slot: aSlot(), closedAt: now, closedBy: 'x' },
    ]
    for (const role of ROLES) {
      for (const state of states) {
        const people = [...besides(role), me(role, { clearedForAddress: false, decision: { part: 'attend' } })]
        const text = JSON.stringify(viewFor(reader(role), people, { state }))
        expect([role, state.state, text.includes('Zanzibar')]).toEqual([role, state.state, false])
      }
    }
  })

  test('is shown to whoever confirmed the placement, and knows it', () => {
    const confirmer: Reader = {
      objectId: 'o',
      name: 'L',
      email: 'Lennox.Abernathy@brackenshire.example',
      role: 'placementOfficer',
    }
    expect(viewFor(confirmer, fosterPeople()).venue.address).toBe(ADDRESS)
  })
})

describe('the record', () => {
  test.each<[Role, boolean]>([
    ['childsSocialWorker', true],
    ['teamManager', true],
    ['independentReviewingOfficer', true],
    ['minuteTaker', true],
    ['placementOfficer', false],
    ['financeOfficer', false],
    ['virtualSchoolHead', false],
    ['designatedManager', false],
    ['fosterCarer', false],
    ['interpreter', false],
  ])('reaches the %s of the case: %s (P-20, P-24)', (role, sees) => {
    const view = viewFor(reader(role), [...besides(role), me(role)])
    expect(JSON.stringify(view).includes(RECORD)).toBe(sees)
    expect(view.minutes !== null).toBe(sees)
    if (!sees)
      expect([view.chairsLines, view.recordLines, view.emergencyChecklist, view.gaps]).toEqual([[], [], [], []])
  })

  test('is not for an outsider, who is shown no more than dates anyway', () => {
    expect(viewFor(reader('placementOfficer'), fosterPeople()).minutes).toBeNull()
  })
})

describe('who is shown the roster', () => {
  test('finance is shown dates, and nobody else (P-24)', () => {
    const view = viewFor(reader(), [...fosterPeople(), me('financeOfficer')])
    expect(view.attendees.map(({ role }) => role)).toEqual(['financeOfficer'])
    expect([view.agenda, view.documents, view.clocks, view.warnings, view.triggers, view.planDue, view.area]).toEqual([[], [], [], [], [], null, null])
    expect(view.slot).toEqual(aSlot())
    for (const { name } of fosterPeople()) if (name !== 'the child' && name !== SOCIAL_WORKER.name) expect(JSON.stringify(view)).not.toContain(name)
  }) // prettier-ignore

  test('a worker of the case sees everybody, the child without a name, and which row is theirs', () => {
    const people = withPeople([...besides('childsSocialWorker'), me('childsSocialWorker')], {
      child: { name: 'Quillonara' },
    })
    const view = viewFor(reader(), people)
    expect(view.attendees.find(({ role }) => role === 'child')?.name).toBe('The child')
    expect(JSON.stringify(view)).not.toContain('Quillonara')
    expect(view.attendees.filter((one) => one.me).map(({ role }) => role)).toEqual(['childsSocialWorker'])
    expect(view.attendees.find(({ role }) => role === 'mother')).toMatchObject({ invited: true, ownEvent: true })
  })

  test('no e-mail address of anybody is sent along', () => {
    const text = JSON.stringify(viewFor(reader(), [...besides('childsSocialWorker'), me('childsSocialWorker')]))
    for (const { email } of fosterPeople()) if (email) expect(text).not.toContain(email)
  })
})

describe('a row of the list', () => {
  const row = (state: MeetingState, at: Instant = now, mine: Person = me('childsSocialWorker')) => {
    const confirmation = F1({ people: [...besides('childsSocialWorker'), mine] })
    const plan = planOf(confirmation, 'wm-mosaic')
    return meetingRow(reader(), aPlacement({ confirmation, plan }), aMeeting({ plan: plan.meetings[0]!, ...state }), at)
  }

  test.each<[string, MeetingState, string, string, string]>([
    ['to arrange', { state: 'toArrange' }, '2026-10-27T09:00:00Z', 'chooseTime', 'needsYou'],
    ['being arranged', { state: 'arranging', slot: aSlot(), since: now }, '2026-10-27T09:00:00Z', 'wait', 'waiting'],
    ['arranged, a week off', arranged, '2026-10-27T09:00:00Z', 'answer', 'needsYou'],
    ['running', arranged, '2026-11-03T10:30:00Z', 'hold', 'needsYou'],
    ['over, and not closed', arranged, '2026-11-03T11:00:00Z', 'finishMinutes', 'needsYou'],
    ['held', { state: 'held', slot: aSlot(), closedAt: now, closedBy: 'x' }, '2026-11-04T09:00:00Z', 'none', 'done'],
    ['cancelled', { state: 'cancelled', reason: 'r', cancelledAt: now }, '2026-11-04T09:00:00Z', 'none', 'done'],
  ])('a meeting %s: next step %4$s, among %5$s', (_, state, at, nextStep, group) => {
    expect(row(state, instant(at))).toMatchObject({ nextStep, group })
  })

  test('for somebody who may only look, there is nothing to do but wait', () => {
    const officer = me('virtualSchoolHead')
    expect(row({ state: 'toArrange' }, now, officer).nextStep).toBe('wait')
    expect(row(arranged, instant('2026-10-28T09:00:00Z'), officer).group).toBe('thisWeek')
  })

  test.each([
    ['2026-10-27T09:00:00Z', 7],
    ['2026-11-05T23:59:59Z', 0],
    ['2026-11-06T00:00:00Z', -1],
    ['2026-11-09T09:00:00Z', -2],
  ])('at %s %i working days are left until Thu 5 Nov', (at, left) => {
    expect(row({ state: 'toArrange' }, instant(at)).workingDaysLeft).toBe(left)
  })

  test('beyond the bank holidays that are known no days are counted, and the list is shown all the same', () => {
    expect(row({ state: 'toArrange' }, instant('2029-01-02T09:00:00Z'))).toMatchObject({
      workingDaysLeft: null,
      late: true,
    })
  })

  test('late is a time after the deadline, or none once it has passed; never a meeting that was given up', () => {
    const late = { start: instant('2026-11-06T10:00:00Z'), end: instant('2026-11-06T11:00:00Z') }
    expect(row({ state: 'arranged', slot: late }).late).toBe(true)
    expect([row(arranged).late, row({ state: 'toArrange' }).late]).toEqual([false, false])
    expect(row({ state: 'toArrange' }, instant('2026-11-06T00:00:00Z')).late).toBe(true)
    expect(row({ state: 'cancelled', reason: 'r', cancelledAt: now }, instant('2026-11-30T00:00:00Z')).late).toBe(false)
  })

  test('a meeting at the very start of the placement is late, where it had to be before', () => {
    const plan = meetingOf(F1(), 'england-default')
    const slot = { start: plan.mustStartBefore!, end: instant('2026-11-02T11:00:00Z') }
    const placement = aPlacement({ confirmation: F1() })
    expect(meetingRow(reader(), placement, aMeeting({ plan, state: 'arranged', slot }), now).late).toBe(true)
  })
})

describe('the minimum of people, while answers come in (R-064)', () => {
  const missing = (answers: Record<string, AnswerChoice>) => {
    const plan = meetingOf(
      F1({ people: [...fosterPeople(), { ...fosterPeople()[4]!, name: 'Second', email: 's@h.example' }] }),
      'south-glos',
    )
    const given = Object.fromEntries(
      Object.entries(answers).map(([key, choice]) => [key, { choice, at: now, via: 'card' as const }]),
    )
    return missingFromMinimum(aMeeting({ plan, answers: given }))
  }

  test('holds while nobody has said no, and with one of two carers (E-18)', () => {
    expect([missing({}), missing({ 'fosterCarer:1': 'cannot' })]).toEqual([[], []])
  })

  test('is broken by those who cannot come, and by those who only send their views', () => {
    expect(missing({ 'fosterCarer:1': 'cannot', 'fosterCarer:2': 'sendViews' })).toEqual(['fosterCarer'])
    expect(missing({ 'supervisingSocialWorker:1': 'cannot' })).toEqual(['supervisingSocialWorker'])
    expect(missing({ 'supervisingSocialWorker:1': 'byVideo' })).toEqual([])
  })

  test('does not ask for child or parents (R-065)', () => {
    expect(missing({ 'mother:1': 'cannot' })).toEqual([])
  })
})

test('an emergency meeting shows what called for it, with its questions, to those who write (R-008)', () => {
  const people = [...homePeople().filter(({ role }) => role !== 'childsSocialWorker'), me('childsSocialWorker')]
  const view = viewFor(reader(), people, { fixture: F3 })
  expect(view).toMatchObject({
    isEmergencyMeeting: true,
    triggers: ['emergencyPlacement'],
    chair: { name: HOME_MANAGER.name },
  })
  expect(view.emergencyChecklist.length).toBe(11)
  expect(view.lastDays).toMatchObject({ 'EM-1': '2027-01-05', 'CH-3a': '2027-01-05' })
})

test('the plan has its own line beside the deadline of the meeting (R-027)', () => {
  const view = viewFor(reader(), [...besides('childsSocialWorker'), me('childsSocialWorker')])
  expect([view.deadline?.date, view.planDue?.date, view.planDue?.clock.status]).toEqual([
    '2026-11-05',
    '2026-11-09',
    'law',
  ])
  expect(view.deadline?.at).toBe(endOfDay(day('2026-11-05')))
})
