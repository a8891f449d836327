import { describe, expect, test } from '@jest/globals'
import type { Person } from '../../../shared/placement/placement.ts'
import type { AnswerChoice, PlanningMeeting } from '../../../shared/meeting/planning-meeting.ts'
import { isStillDue, remindersFor } from '../../../shared/letters/reminders.ts'
import { atLondon, day, instant, momentWords, type Instant } from '../../../shared/dates/time.ts'
import { aMeeting, aReminder } from '../../support/builders.ts'
import { F1, FATHER, fosterPeople, meetingOf, withPeople } from '../../support/fixture-cases.ts'

const slotAt = (date: string, time = '10:00') => {
  const start = atLondon(day(date), time)
  return { start, end: atLondon(day(date), '11:00') }
}
function planned(people: Person[] = fosterPeople(), slot = slotAt('2026-11-05'), now = '2026-10-26T09:30:00Z') {
  const meeting = aMeeting({ plan: meetingOf(F1({ people }), 'south-glos') })
  return remindersFor(meeting, slot, instant(now))
}
const listed = (role: string, ...args: Parameters<typeof planned>) =>
  planned(...args).filter(({ person }) => person.startsWith(`${role}:`)).map(({ kind, dueAt }) => `${kind} ${momentWords(dueAt)}`) // prettier-ignore

describe('which reminders a meeting earns (1.20)', () => {
  test('a colleague in Teams: on booking, two working days before at nine, on the morning at eight', () => {
    expect(listed('childsSocialWorker')).toEqual([
      'booked Mon 26 Oct 2026 09:30',
      'twoWorkingDaysBefore Tue 3 Nov 2026 09:00',
      'morning Thu 5 Nov 2026 08:00',
    ])
  })

  test('somebody outside: not on booking, since Outlook has just invited them', () => {
    expect(listed('fosterCarer')).toEqual(['twoWorkingDaysBefore Tue 3 Nov 2026 09:00', 'morning Thu 5 Nov 2026 08:00'])
  })

  test('somebody outside who is asked for views: once, on booking', () => {
    expect(listed('mother', withPeople(fosterPeople(), { mother: { decision: { part: 'contribute' } } }))).toEqual([
      'booked Mon 26 Oct 2026 09:30',
    ])
  })

  test('somebody inside who is only told: once, on booking', () => {
    expect(listed('independentReviewingOfficer')).toEqual(['booked Mon 26 Oct 2026 09:30'])
  })

  test.each<[string, Person[]]>([
    ['child', fosterPeople()],
    ['father', [...fosterPeople(), { ...FATHER, decision: { part: 'notInvited', ground: 'courtOrder', decidedBy: 'N' } }]],
    ['father', [...fosterPeople(), { ...FATHER, decision: undefined }]],
    ['fosterCarer', withPeople(fosterPeople(), { fosterCarer: { email: null } })],
  ])('none for the %s who is not reached by us', (role, people) => {
    expect(listed(role, people)).toEqual([])
  }) // prettier-ignore

  test('none in the past', () => {
    expect(listed('fosterCarer', fosterPeople(), slotAt('2026-11-05'), '2026-11-03T09:00:00Z')).toEqual(['morning Thu 5 Nov 2026 08:00'])
    expect(listed('fosterCarer', fosterPeople(), slotAt('2026-11-05'), '2026-11-05T08:30:00Z')).toEqual([])
  }) // prettier-ignore

  test('somebody who is named in two roles is reminded once', () => {
    const people = [...fosterPeople(), { ...fosterPeople()[2]!, role: 'minuteTaker' as const }]
    expect(planned(people).filter(({ person }) => person.startsWith('minuteTaker')).length).toBe(0)
  })
})

describe('two working days before', () => {
  test.each([
    ['a Monday', '2026-11-09', 'Thu 5 Nov 2026 09:00'],
    ['the first day after Christmas', '2026-12-29', 'Wed 23 Dec 2026 09:00'],
    ['the first day after Easter', '2027-03-30', 'Wed 24 Mar 2027 09:00'],
    ['the Monday after the clocks went back', '2026-10-26', 'Thu 22 Oct 2026 09:00'],
    ['an ordinary Friday', '2026-11-13', 'Wed 11 Nov 2026 09:00'],
  ])('%s is %3$s, by the clock on the wall (E-07)', (_, date, when) => {
    expect(listed('fosterCarer', fosterPeople(), slotAt(date), '2026-10-01T09:00:00Z')[0]).toBe(`twoWorkingDaysBefore ${when}`)
  }) // prettier-ignore
})

describe('whether a reminder still makes sense when its time has come', () => {
  const slot = slotAt('2026-11-05')
  const reminder = aReminder({ kind: 'morning', person: 'mother:1', meetingStart: slot.start })
  const at = instant('2026-11-05T08:00:00Z')
  const meeting = (over: Partial<PlanningMeeting> = {}) =>
    aMeeting({ plan: meetingOf(F1(), 'south-glos'), state: 'arranged', slot, ...(over as object) })
  const after = (choice: AnswerChoice) => meeting({ answers: { 'mother:1': { choice, at, via: 'outlook' } } })

  test('for a meeting that stands as it was: yes', () => {
    expect(isStillDue(reminder, meeting(), at)).toBe(true)
  })

  test.each<[string, PlanningMeeting, Instant]>([
    ['a meeting that was moved', meeting({ slot: slotAt('2026-11-06') }), at],
    ['a meeting that was cancelled', aMeeting({ state: 'cancelled', reason: 'r', cancelledAt: at }), at],
    ['a meeting that is being booked anew', aMeeting({ state: 'arranging', slot, since: at }), at],
    ['a meeting that has begun', meeting(), slot.start],
    ['somebody who cannot come', after('cannot'), at],
    ['somebody who is no longer invited', aMeeting({ plan: meetingOf(F1({ people: withPeople(fosterPeople(), { mother: null }) }), 'south-glos'), state: 'arranged', slot }), at],
  ])('for %s: no', (_, stands, now) => {
    expect(isStillDue(reminder, stands, now)).toBe(false)
  }) // prettier-ignore

  test.each(['coming', 'byVideo', 'sendViews'] as const)('for somebody who answered %s: yes', (choice) => {
    expect(isStillDue(reminder, after(choice), at)).toBe(true)
  })
})
