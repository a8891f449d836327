/** When coming back from being missing calls for an emergency meeting: by length, or by number. */
import { describe, expect, test } from '@jest/globals'
import { countMissing } from '../../../shared/deadlines/missing-count.ts'
import type { Trigger } from '../../../shared/placement/placement.ts'
import type { MissingCells } from '../../../shared/practice/practice-pack.ts'
import { day, instant } from '../../../shared/dates/time.ts'
import { F1, F2, onlyMeetingOf, planOf, practiceOf, questionIds } from '../../support/fixture-cases.ts'

const RULE = practiceOf('wm-mosaic').pack.missing!
const missing = (...episodes: [from: string, to: string][]): Trigger => {
  const read = episodes.map(([from, to]) => ({ from: instant(from), to: instant(to) }))
  return { kind: 'missing', at: read.at(-1)?.to ?? instant('2026-11-24T20:00:00Z'), episodes: read }
}
const evening = (date: string): [string, string] => [`${date}T18:00:00Z`, `${date}T22:00:00Z`]
const found = (trigger: Trigger, rule: MissingCells = RULE) => {
  const { calls, ask } = countMissing(trigger, rule)
  return { calls, ask }
}
const NOTHING = { calls: [], ask: null }
const LONG = { calls: ['missingDuration'], ask: null }
const OFTEN = { calls: ['missingOccasions'], ask: null }

describe('three days or more (R-010, A-13)', () => {
  test('from Mon 2 Nov 21:00 to Thu 5 Nov 22:00 are 73 hours: a meeting (E-23)', () => {
    expect(found(missing(['2026-11-02T21:00:00Z', '2026-11-05T22:00:00Z']))).toEqual(LONG)
  })

  test.each([
    ['72 hours to the minute', '2026-11-05T21:00:00Z', LONG],
    ['a minute less, which touches four dates', '2026-11-05T20:59:00Z', { calls: [], ask: 'datesTouched' }],
    ['two dates', '2026-11-03T21:00:00Z', NOTHING],
  ])('%s', (_, to, finding) => {
    expect(found(missing(['2026-11-02T21:00:00Z', to]))).toEqual(finding)
  })

  test('back "on day 3" after 58 hours: a person is asked, and no meeting opens by itself (E-21)', () => {
    const confirmation = F1({ trigger: missing(['2027-01-11T10:00:00Z', '2027-01-13T20:00:00Z']) })
    const plan = planOf(confirmation, 'wm-mosaic', instant('2027-01-13T21:00:00Z'))
    expect(plan).toMatchObject({ status: 'asks', meetings: [] })
    expect(plan.questions.map(({ id }) => id)).toEqual(['missingEpisode'])
    expect(plan.questions[0]!.text).toMatch(/58 hours, touching 3 dates/)
  })

  test('dates are those of London, and hours are elapsed ones over a change of the clocks', () => {
    // From Fri 23 Oct 23:30 to Sun 25 Oct 00:30 in summer time: three dates in London, two in UTC.
    expect(found(missing(['2026-10-23T22:30:00Z', '2026-10-24T23:30:00Z'])).ask).toBe('datesTouched')
    // From noon to a minute to noon on the wall, three days on, and all but 73 hours have passed.
    expect(found(missing(['2026-10-23T11:00:00Z', '2026-10-26T11:59:00Z'])).calls).toEqual(['missingDuration'])
  })

  test('only the last episode is judged by its length: those before it were judged when they ended', () => {
    expect(found(missing(['2026-11-02T10:00:00Z', '2026-11-06T10:00:00Z'], evening('2026-11-20')))).toEqual(NOTHING)
  })
})

describe('three occasions (R-011, A-07)', () => {
  const three = [evening('2026-11-03'), evening('2026-11-12'), evening('2026-11-24')]

  test('the third return, Tue 24 Nov 2026: a meeting opens that day', () => {
    expect(found(missing(...three))).toEqual(OFTEN)
    expect(found(missing(...three.slice(1)))).toEqual(NOTHING)
    const meeting = onlyMeetingOf(F1({ trigger: missing(...three) }), 'wm-mosaic', instant('2026-11-24T22:30:00Z'))
    expect(meeting).toMatchObject({
      kind: 'emergency',
      triggers: ['missingOccasions'],
      deadline: { date: '2026-11-27' },
    })
  })

  test('there is no window: half a year between them changes nothing', () => {
    expect(found(missing(evening('2026-05-03'), evening('2026-11-12'), evening('2026-11-24')))).toEqual(OFTEN)
  })

  test('the count starts again with a meeting held because of it', () => {
    const held = (date: string) => ({ ...missing(...three), missingMeetingHeldOn: day(date) })
    expect(found(held('2026-11-05'))).toEqual(NOTHING)
    expect(found(held('2026-11-03'))).toEqual(NOTHING)
    expect(found(held('2026-11-02'))).toEqual(OFTEN)
    const again = [evening('2026-12-01'), evening('2026-12-02')]
    expect(found({ ...missing(...three, ...again), missingMeetingHeldOn: day('2026-11-13') })).toEqual(OFTEN)
  })

  test('long and often at once are both named', () => {
    expect(found(missing(...three.slice(0, 2), ['2026-11-20T10:00:00Z', '2026-11-24T10:00:00Z'])).calls).toEqual([
      'missingDuration',
      'missingOccasions',
    ])
  })

  test('where the third time is plain, nobody is asked about dates', () => {
    expect(found(missing(...three.slice(0, 2), ['2026-11-22T10:00:00Z', '2026-11-24T10:00:00Z']))).toEqual(OFTEN)
  })
})

describe('how a practice counts is data', () => {
  const rule = (over: { hours?: number; times?: number; withinDays?: number }): MissingCells => ({
    duration: { ...RULE.duration, is: over.hours ?? 72 },
    occasions: { ...RULE.occasions, is: over.times ?? 3, withinDays: over.withinDays },
  })

  test('24 hours instead of 72, two times instead of three, within 30 days', () => {
    expect(found(missing(['2026-11-02T21:00:00Z', '2026-11-03T22:00:00Z']), rule({ hours: 24 }))).toEqual(LONG)
    const two = missing(evening('2026-11-12'), evening('2026-11-24'))
    expect(found(two, rule({ times: 2 }))).toEqual(OFTEN)
    expect(found(two, rule({ times: 2, withinDays: 10 }))).toEqual(NOTHING)
  })

  test('no practice leaves it open: the default proposes the same', () => {
    const trigger = missing(['2026-11-02T21:00:00Z', '2026-11-05T22:00:00Z'])
    for (const pack of ['england-default', 'south-glos', 'leicester'] as const)
      expect(onlyMeetingOf(F1({ trigger }), pack, trigger.at).triggers).toEqual(['missingDuration'])
  })
})

describe('what is planned then', () => {
  const at = instant('2026-11-12T22:30:00Z')

  test('once, for an evening: no meeting, what was counted, and the return interview all the same (L-21)', () => {
    const plan = planOf(F1({ trigger: missing(evening('2026-11-12')) }), 'wm-mosaic', at)
    expect(plan).toMatchObject({ status: 'noMeeting', meetings: [], questions: [] })
    expect(plan.warnings[0]!.text).toMatch(
      /^Missing for 4 hours, touching 1 date; 1 of 3 occasions in this placement[.]/,
    )
    expect(plan.clocks.find(({ id }) => id === 'returnInterview')?.due).toBe('2026-11-15T22:00:00Z')
  })

  test('without any episode a person is asked: nothing is guessed', () => {
    expect(questionIds(F1({ trigger: missing() }), 'wm-mosaic', at)).toEqual(['missingEpisode'])
  })

  test('a person’s statement is taken as it is, and its 72 hours are not those of the meeting (E-23, K-20)', () => {
    const back = instant('2026-11-05T22:00:00Z')
    const plan = planOf(F1({ trigger: { kind: 'missingDuration', at: back } }), 'wm-mosaic', back)
    expect(plan.meetings[0]!.deadline?.date).toBe('2026-11-10')
    const interview = plan.clocks.find(({ id }) => id === 'returnInterview')
    expect(interview).toMatchObject({ due: '2026-11-08T22:00:00Z', status: 'statutoryGuidance', facts: ['L-21'] })
  })

  test('the first meeting is held all the same, and no clock stops for a child who was missing (E-26)', () => {
    const trigger = { ...missing(evening('2026-12-20')), firstMeetingHeld: false }
    const plan = planOf(F2({ trigger }), 'wm-mosaic', trigger.at)
    expect(plan.meetings.map(({ combines }) => combines)).toEqual([['first', 'emergency']])
    const start = (confirmation: ReturnType<typeof F2>) =>
      planOf(confirmation, 'wm-mosaic').clocks.filter(({ id }) => id !== 'returnInterview')
    expect(start(F2({ trigger }))).toEqual(start(F2()))
  })
})
