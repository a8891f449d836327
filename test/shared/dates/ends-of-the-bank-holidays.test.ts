/**
 * Where the loaded bank holidays begin and end: what is counted has to lie within them, and a remark about a day beside
 * them hinders nothing (R-028, L-30).
 */
import { describe, expect, test } from '@jest/globals'
import { ENGLAND } from '../../../shared/dates/bank-holidays.ts'
import type { PlacementConfirmation } from '../../../shared/placement/placement.ts'
import { chooseTime } from '../../../shared/meeting/planning-meeting.ts'
import { remindersFor } from '../../../shared/letters/reminders.ts'
import { workingDaysLeft } from '../../../shared/dates/working-days-left.ts'
import { addDays, addMinutes, atLondon, day, instant, type LocalDate } from '../../../shared/dates/time.ts'
import { BeyondBankHolidays } from '../../../shared/dates/working-days.ts'
import { aDeadline, aMeeting, aMeetingPlan } from '../../support/builders.ts'
import { F1, F2, F8, PACK_IDS, planOf, withPeople, fosterPeople, type PackId } from '../../support/fixture-cases.ts'

type Fixture = (over: Parameters<typeof F1>[0]) => PlacementConfirmation

/** Neither a first placement nor newly looked after, so that five working days are the longest count. */
const startingOn = (date: LocalDate, fixture: Fixture = F1) =>
  fixture({
    child: { firstPlacement: false, newlyLookedAfterOn: null },
    placement: { startsAt: atLondon(date, '10:00') },
    confirmedAt: addMinutes(atLondon(date, '10:00'), -60),
  })

const planned = (confirmation: PlacementConfirmation, pack: PackId) => {
  try {
    return planOf(confirmation, pack)
  } catch (error) {
    if (error instanceof BeyondBankHolidays) return error
    throw error
  }
}

describe('at their beginning every start is planned', () => {
  const days = Array.from({ length: 15 }, (_, n) => addDays(ENGLAND.knownFrom, n))
  test.each(PACK_IDS)('%s', (pack) => {
    for (const fixture of [F1, F2, F8])
      for (const date of days)
        expect([date, planned(startingOn(date, fixture), pack)]).toEqual([date, expect.objectContaining({ pack })])
  })

  test('New Year’s Day 2019: the last day is no working day, and the one before it lies before the list', () => {
    const { warnings } = planOf(startingOn(day('2019-01-01')), 'england-default')
    expect(warnings.find(({ id }) => id === 'deadlineOnNonWorkingDay')?.text).toContain(
      "The last day, Tue 1 Jan 2019, is no working day (New Year's Day). The last working day before it is Mon 31 Dec 2018.",
    )
  })
})

describe('at their end a start is planned as long as its five working days are known, and no longer', () => {
  // Thu 21 Dec 2028 would need the first working day of 2029.
  test.each(['england-default', 'wm-mosaic', 'leicester', 'homes-care-planning'] as const)('%s', (pack) => {
    expect(planned(startingOn(day('2028-12-20')), pack)).toMatchObject({ pack })
    expect(planned(startingOn(day('2028-12-21')), pack)).toEqual(expect.any(BeyondBankHolidays))
  })

  test('a meeting that is agreed for a day beyond them is planned, as nothing is counted to it', () => {
    const at = instant('2029-01-08T10:00:00Z')
    const { meetings } = planOf({ ...F1(), trigger: { kind: 'interval', at, firstMeetingHeld: true } }, 'wm-mosaic')
    expect(meetings.map(({ deadline }) => deadline?.date)).toEqual(['2029-01-08'])
    // Three working days from an incident, and twenty for a review's report, would be counted.
    const review = { kind: 'lacReview' as const, at, firstMeetingHeld: true }
    expect(planned({ ...F1(), trigger: review }, 'wm-mosaic')).toEqual(expect.any(BeyondBankHolidays))
    const incident = { kind: 'seriousIncident' as const, at: instant('2028-12-29T10:00:00Z'), firstMeetingHeld: true }
    expect(planned({ ...F1(), trigger: incident }, 'wm-mosaic')).toEqual(expect.any(BeyondBankHolidays))
  })

  test('somebody on leave across their end is judged by weekdays (E-13)', () => {
    const at = instant('2029-01-02T10:00:00Z')
    const people = withPeople(fosterPeople(), {
      childsSocialWorker: { onLeave: [{ from: day('2028-12-27'), to: day('2029-01-05') }] },
    })
    const given = { ...F1({ people }), trigger: { kind: 'interval' as const, at, firstMeetingHeld: true } }
    expect(planOf(given, 'england-default', instant('2028-12-27T09:00:00Z')).questions.map(({ id }) => id)).toContain(
      'chair',
    )
  })
})

describe('that they run out is said 90 days before, on every plan (R-028)', () => {
  const said = (today: string, over: Parameters<typeof F1>[0] = {}) =>
    planOf(F1(over), 'england-default', atLondon(day(today), '09:00')).warnings.find(
      ({ id }) => id === 'bankHolidaysEnd',
    )
  const remand = { child: { legalStatus: 'remand' as const } }

  test.each([
    ['91 days before', '2028-10-01', undefined],
    ['90 days before', '2028-10-02', 'The bank holidays loaded end on Sun 31 Dec 2028'],
    ['on the last day', '2028-12-31', 'The bank holidays loaded end on Sun 31 Dec 2028'],
    ['afterwards', '2029-01-01', 'The bank holidays loaded ended on Sun 31 Dec 2028'],
  ])('%s', (_, today, words) => {
    expect(said(today)?.text.split(',')[0]).toBe(words)
  })

  test('also where nothing is scheduled, with who can do something about it', () => {
    expect(said('2028-11-01', remand)?.text).toMatch(
      /nothing can be counted beyond that day[.] .*npm run bank-holidays[.]$/,
    )
    expect(said('2028-09-01', remand)).toBeUndefined()
  })
})

describe('a meeting beside them', () => {
  const slot = { start: instant('2029-01-08T10:00:00Z'), end: instant('2029-01-08T11:00:00Z') }
  const now = instant('2028-12-27T09:00:00Z')

  test('is arranged, and its people are reminded two weekdays before and on the morning', () => {
    const plan = aMeetingPlan({ deadline: aDeadline({ at: instant('2029-01-31T23:59:59Z'), date: day('2029-01-31') }) })
    expect(chooseTime(aMeeting({ plan }), slot, now).ok).toBe(true)
    const dueAt = remindersFor({ id: aMeeting().id, plan }, slot, now)
      .filter(({ person }) => person === 'mother:1')
      .map((reminder) => reminder.dueAt)
    expect(dueAt).toEqual(['2029-01-04T09:00:00Z', '2029-01-08T08:00:00Z'])
  })

  test('has no count of working days beside its date, on cards as on pages', () => {
    expect(workingDaysLeft({ at: slot.end, date: day('2029-01-08') }, now)).toBeNull()
    expect(workingDaysLeft({ at: instant('2028-12-29T23:59:59Z'), date: day('2028-12-29') }, now)).toBe(2)
  })
})
