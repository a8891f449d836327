/** The hard cases of the catalogue that a plan has to get right, each by its id. */
import { describe, expect, test } from '@jest/globals'
import { missingFromMinimum } from '../../../shared/meeting/meeting-view.ts'
import type { Diary } from '../../../shared/times/diary.ts'
import { isFull, offerSlots } from '../../../shared/times/slots.ts'
import { instant, londonIso, momentWords, type Instant } from '../../../shared/dates/time.ts'
import { readFurther } from '../../../shared/intake/read-further.ts'
import { aMeeting, aSlot } from '../../support/builders.ts'
import {
  CARER,
  F2,
  F3,
  F5,
  fosterPeople,
  meetingOf,
  planOf,
  questionIds,
  warningIds,
  withPeople,
  type PackId,
} from '../../support/fixture-cases.ts'

const dueUnder = (confirmation: ReturnType<typeof F2>, pack: PackId) =>
  momentWords(meetingOf(confirmation, pack).deadline!.at)

describe('a foster emergency on the Friday before Christmas, 17:30 (E-01)', () => {
  test.each<[PackId, string]>([
    ['leicester', 'Mon 21 Dec 2026 17:30'],
    ['wm-mosaic', 'Wed 23 Dec 2026 23:59'],
    ['standards-lcs', 'Wed 23 Dec 2026 23:59'],
    ['south-glos', 'Tue 29 Dec 2026 23:59'],
  ])('under %s by %s', (pack, until) => {
    expect(dueUnder(F2(), pack)).toBe(until)
    expect(planOf(F2(), pack).clocks.find(({ id }) => id === 'placementPlan')?.due).toBe('2026-12-29')
  })
})

test('and Monday or Tuesday is proposed, since people are gone after the Wednesday (E-01)', () => {
  const gone = { start: instant('2026-12-23T17:30:00Z'), end: instant('2027-01-04T09:00:00Z') }
  const diary: Diary = { known: true, busy: [gone], tentative: [], workingHours: null }
  const meeting = meetingOf(F2(), 'south-glos')
  const people = meeting.attendees
    .filter(({ part, role }) => part === 'attend' && role !== 'child')
    .map(({ key, role, required }) => ({ key, role, required, diary, onLeave: [] }))
  const offered = offerSlots({ meeting, people, now: F2().confirmedAt })
  expect(offered.map(({ start }) => momentWords(start)).slice(0, 2)).toEqual([
    'Mon 21 Dec 2026 10:00',
    'Tue 22 Dec 2026 10:00',
  ])
  expect(offered.every((slot) => slot.inTime && isFull(slot))).toBe(true)
})

test('a home’s emergency on Christmas Eve at Leicester: due on the Sunday, which is said not to be a working day (E-02, R-024)', () => {
  expect(dueUnder(F3(), 'leicester')).toBe('Sun 27 Dec 2026 17:30')
  const warning = planOf(F3(), 'leicester').warnings.find(({ id }) => id === 'deadlineOnNonWorkingDay')
  expect(warning?.text).toMatch(/no working day \(Sunday\).*The last working day before it is Thu 24 Dec 2026[.]/)
  // On that very day it is now, by video or with those on duty at night, or late and said to be.
  expect(warning?.text).toMatch(/No working day is left: hold it by video today, or with the emergency duty team/)
  const earlier = planOf(F3({ confirmedAt: instant('2026-12-23T10:00:00Z') }), 'leicester')
  expect(earlier.warnings.find(({ id }) => id === 'deadlineOnNonWorkingDay')?.text).not.toMatch(
    /No working day is left/,
  )
})

test('72 hours over Easter and the change of the clocks, in summer time at their end (E-05, R-024)', () => {
  expect(londonIso(meetingOf(F5(), 'leicester').deadline!.at)).toBe('2027-03-28T17:00:00+01:00')
})

test('three working days can end after five days: never taken for the earlier rule (F3)', () => {
  const [three, five] = [meetingOf(F3(), 'wm-mosaic'), meetingOf(F3(), 'standards-lcs')]
  expect([three.deadline!.date, five.deadline!.date]).toEqual(['2026-12-31', '2026-12-29'])
})

test('a home’s manager who chairs does not decide for the authority: the social worker states it (E-15, R-164)', () => {
  const { chair, agenda, minimum } = meetingOf(F3(), 'wm-mosaic')
  expect(chair.role).toBe('registeredManager')
  expect(minimum).toContain('childsSocialWorker')
  const questions = agenda.find(({ item }) => item === 'AG-24')
  expect(questions?.prompts).toContain("The authority's decision is the social worker's to state")
})

test('two brothers placed together are two plans, each with its own people and papers (E-16, P-23)', () => {
  const older = F2({ child: { ageInYears: 16 }, placementReference: 'PL-1' })
  const younger = F2({
    child: { ageInYears: 4 },
    placementReference: 'PL-2',
    people: withPeople(fosterPeople(), { mother: null }),
  })
  const documents = (confirmation: ReturnType<typeof F2>) =>
    meetingOf(confirmation, 'south-glos').documents.map(({ id }) => id)
  expect(documents(older)).toContain('pathwayPlan')
  expect(documents(younger)).not.toContain('pathwayPlan')
  const roles = (confirmation: ReturnType<typeof F2>) =>
    meetingOf(confirmation, 'south-glos').attendees.map(({ role }) => role)
  expect(roles(older)).toContain('mother')
  expect(roles(younger)).not.toContain('mother')
})

describe('the minimum of South Glos', () => {
  const meeting = (people = fosterPeople()) =>
    aMeeting({ state: 'arranged', slot: aSlot(), plan: meetingOf(F2({ people }), 'south-glos') })
  const cannot = (...keys: string[]) =>
    Object.fromEntries(keys.map((key) => [key, { choice: 'cannot' as const, at: aSlot().start, via: 'card' as const }]))

  test('is met by one of two foster carers (E-18)', () => {
    const second = { ...CARER, name: 'Ambrose Oyelaran', email: 'a.oyelaran@homefires.example' }
    const both = { ...meeting([...fosterPeople(), second]), answers: cannot('fosterCarer:1') }
    expect(missingFromMinimum(both)).toEqual([])
  })

  test('is not met by the two social workers alone (E-19, R-064)', () => {
    expect(missingFromMinimum({ ...meeting(), answers: cannot('fosterCarer:1') })).toEqual(['fosterCarer'])
  })

  test('is met without parent and child, whose absence makes no meeting invalid (E-20, R-065)', () => {
    expect(missingFromMinimum({ ...meeting(), answers: cannot('mother:1', 'child:1') })).toEqual([])
  })
})

describe('a secure criteria review in the same hour is kept apart (E-33, L-23)', () => {
  const hour = { start: instant('2027-03-30T10:00:00+01:00'), end: instant('2027-03-30T11:00:00+01:00') }

  test('whoever sits in it is busy: the planning meeting is offered no time inside it', () => {
    const confirmation = F5()
    const meeting = meetingOf(confirmation, 'wm-mosaic')
    const offeredWith = (busy: { start: Instant; end: Instant }[]) => {
      const diary: Diary = { known: true, busy, tentative: [], workingHours: null }
      const people = meeting.attendees
        .filter(({ part, role }) => part === 'attend' && role !== 'child')
        .map(({ key, role, required }) => ({ key, role, required, diary, onLeave: [] }))
      return offerSlots({ meeting, people, now: confirmation.confirmedAt })
    }
    const inside = ({ start, end }: { start: Instant; end: Instant }) => start < hour.end && hour.start < end
    // But for the review that hour would be as good as any.
    const others = [
      { start: confirmation.confirmedAt, end: hour.start },
      { start: hour.end, end: instant('2027-04-30T10:00:00+01:00') },
    ]
    expect(offeredWith(others).some((slot) => isFull(slot) && inside(slot))).toBe(true)
    expect(offeredWith([hour]).some((slot) => isFull(slot) && inside(slot))).toBe(false)
    expect(offeredWith([hour]).length).toBeGreaterThan(0)
  })

  test('with a looked-after review a planning meeting may be held, and still the criteria have a review of their own', () => {
    const trigger = { kind: 'lacReview' as const, at: instant('2027-04-20T10:00:00+01:00') }
    const plan = planOf(F5({ trigger }), 'wm-mosaic')
    expect(plan.meetings.map(({ combines }) => combines)).toEqual([['duringReview']])
    const first = meetingOf(F5(), 'wm-mosaic')
    expect(first.combines).toEqual(['first', 'emergency'])
    expect(first.agenda.find(({ item }) => item === 'AG-30')?.prompts).toContain(
      'Date of the criteria review, which is a separate meeting',
    )
    const clock = planOf(F5(), 'wm-mosaic').clocks.find(({ id }) => id === 'secureCriteriaReview')
    expect(clock).toMatchObject({ title: expect.stringMatching(/a meeting of its own$/), requirements: ['E-33'] })
  })

  test.each([
    'PL-30951 needs a secure criteria review meeting on Tuesday at 10am',
    'Please arrange the meeting for the review of the criteria, PL-30951',
    'Can you set up the secure review meeting for BKS-204417',
  ])('asking for it opens none of our meetings: %s', (text) => {
    expect(readFurther(text, F5().confirmedAt)).toBeNull()
    // A control: of a looked-after review the same sentence would be understood.
    const looked = text.replace(/secure criteria review|review of the criteria|secure review/, 'LAC review')
    expect(readFurther(looked, F5().confirmedAt)?.reason).toBe('lacReview')
  })
})

test('an unaccompanied child needs no parent, in any practice (E-38)', () => {
  const alone = F2({
    child: { unaccompaniedAsylumSeeking: true },
    people: withPeople(fosterPeople(), { mother: null }),
  })
  for (const pack of ['standards-lcs', 'homes-care-planning', 'leicester'] as const) {
    expect(warningIds(alone, pack)).not.toContain('noParentNamed')
    expect(questionIds(alone, pack).filter((id) => id.startsWith('part:'))).toEqual([])
    expect(warningIds(alone, pack)).toEqual(expect.arrayContaining(['suggested:interpreter', 'suggested:advocate']))
  }
  const role = 'interpreter' as const
  const named = F2({ ...alone, people: [...alone.people, { role, name: 'Sorin Vale' }] })
  expect(warningIds(named, 'leicester')).not.toContain('suggested:interpreter')
  expect(warningIds(F2(), 'england-default')).not.toContain('suggested:interpreter')
})
