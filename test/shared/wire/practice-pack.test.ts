import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { readHoldRule } from '../../../shared/practice/practice-pack.ts'
import { readPack } from '../../../shared/wire/practice-pack.ts'

const FILE = join(import.meta.dirname, '../../../shared/packs/south-glos.yaml')
const asWritten = () => parse(readFileSync(FILE, 'utf8')) as Record<string, unknown>
const told = (input: unknown): string[] => {
  const read = readPack(input)
  return read.ok ? [] : read.faults.map(({ cell, problem }) => `${cell}: ${problem}`)
}

/** The first cell of a list once more at its end. */
function twice(list: string): string[] {
  const written = asWritten()
  const cells = written[list] as unknown[]
  return told({ ...written, [list]: [...cells, cells[0]] })
}

/** The pack of South Glos as written, with values laid over it by path; `undefined` takes a cell away. */
function faultsWith(change: Record<string, unknown>): string[] {
  const written = asWritten()
  for (const [path, value] of Object.entries(change)) {
    const keys = path.split('.')
    const last = keys.pop()!
    const holder = keys.reduce((at, key) => at[key] as Record<string, unknown>, written)
    if (value === undefined) Reflect.deleteProperty(holder, last)
    else holder[last] = value
  }
  return told(written)
}

test('the pack as it is written is whole', () => {
  expect(faultsWith({})).toEqual([])
})

describe('a cell that is not understood is named, with what would be', () => {
  test.each<[string, string, unknown, RegExp]>([
    ['a rule in other words', 'firstMeeting.0.planned.is', 'as soon as possible', /: this sentence is not understood; accepted are forms such as "before the placement starts", "within 3 working days of the placement starting"/],
    ['a unit that does not exist', 'firstMeeting.0.emergency.is', 'within 3 working hours of the placement starting', /is not understood/],
    ['a role that does not exist', 'chair.0.is', 'socialWorker', /./],
    ['a placement type that does not exist', 'minimum.0.for.0', 'fostering', /foster/],
    ['an empty minimum', 'minimum.0.is', [], /./],
    ['a venue that does not exist', 'venue.0.is', 'pub', /placement.*office.*online/],
    ['a part that does not exist', 'attendance.0.is', 'maybe', /attend.*contribute/],
    ['a cell without words', 'convenor.0.says', ' ', /some words are needed/],
    ['a provenance that does not exist', 'convenor.0.from', 'custom', /stated.*law.*gap/],
    ['an id that is none', 'convenor.0.requirements.0', 'R37', /an id such as R-023/],
    ['a day that does not exist', 'effectiveFrom', '2026-09-31', /a day such as 2026-09-01/],
    ['a length of a whole day', 'durationMinutes.is.first', 480, /240/],
    ['no record at all', 'record', undefined, /./],
    ['an id with spaces', 'id', 'South Glos', /small letters, digits and hyphens/],
  ])('%s', (_, path, value, problem) => {
    const [fault, ...more] = faultsWith({ [path]: value })
    expect(more).toEqual([])
    expect(fault).toMatch(new RegExp(`^${path}: `))
    expect(fault).toMatch(problem)
  }) // prettier-ignore

  test.each([
    ['a cell that nobody knows', 'charing', /^\(the pack\): .*charing/],
    ['a field that nobody knows', 'chair.0.deputy', /^chair\.0: .*deputy/],
  ])('%s', (_, path, fault) => {
    expect(faultsWith({ [path]: 'teamManager' })).toEqual([expect.stringMatching(fault)])
  })

  describe('what its shape does not show', () => {
    const deadline = (is: string, clock = 'placementPlan') => ({
      deadlines: [{ clock, is, says: 'Words of a source', from: 'stated', requirements: ['R-026'] }],
    })

    test.each([
      ['placementPlan', 'within 6 working days of the placement starting', 'L-01'],
      ['placementPlan', 'before the placement starts, or within 7 working days of it starting', 'L-01'],
      ['placementPlan', 'within 7 calendar days of the placement starting', 'L-01'],
      ['placementPlan', 'within 144 hours of the placement starting', 'L-01'],
      ['placementPlan', 'within 999 hours of the placement starting', 'L-01'],
      ['notifications', 'within 10 working days of the placement starting', 'L-09'],
      ['carePlan', 'within 11 working days of the placement starting', 'L-05'],
      ['pep', 'within 999 calendar days of the placement starting', 'L-17'],
      ['visit', 'within 5 working days of the placement starting', 'L-11'],
    ])('%s %s is laxer than the law: refused, with a start that shows it (2.4)', (clock, sentence, fact) => {
      const [fault, ...more] = faultsWith(deadline(sentence, clock))
      expect(more).toEqual([])
      expect(fault).toMatch(
        /^deadlines[.]0[.]is: is laxer than the law: a placement that starts on \w{3} \d+ \w{3} \d{4}/,
      )
      expect(fault).toContain(`(${fact})`)
    })

    test.each([
      ['placementPlan', 'within 5 working days of the placement starting'],
      ['placementPlan', 'within 5 days of the placement starting'],
      ['placementPlan', 'within 72 hours of the placement starting'],
      ['placementPlan', 'before the placement starts'],
      ['visit', 'within 7 calendar days of the placement starting'],
      ['visit', 'within 2 working days of the placement starting'],
    ])('%s %s is as strict as the law, or stricter: taken', (clock, sentence) => {
      expect(faultsWith(deadline(sentence, clock))).toEqual([])
    })

    test('over Easter four working days are later than a week: a visit so counted is laxer on that day', () => {
      const [fault] = faultsWith(deadline('within 4 working days of the placement starting', 'visit'))
      expect(fault).toContain('starts on Mon 15 Apr 2019 would have until Tue 23 Apr 2019')
    })

    test('a plan with days of grace for a placement with parents (2.4, L-04, E-41)', () => {
      const [cell] = deadline('within 3 working days of the placement starting').deadlines
      expect(faultsWith({ deadlines: [{ ...cell, for: ['foster', 'withParents'] }] })).toEqual([
        expect.stringMatching(/^deadlines[.]0[.]for: .*\(L-04\); take withParents out/),
      ])
      const before = { ...cell, is: 'before the placement starts', for: ['withParents'] }
      expect(faultsWith({ deadlines: [before] })).toEqual([])
    })

    test('a task under the name of a clock of the law, where its time would stand beside the law’s (2.4)', () => {
      const task = { title: 'Later', owner: 'teamManager', says: 'Some words', from: 'stated', requirements: [] }
      const followUp = (clock: string) => [{ ...task, clock, is: 'within 4 weeks of the placement starting' }]
      for (const clock of ['placementPlan', 'visit', 'firstReview'])
        expect(faultsWith({ followUp: followUp(clock) })).toEqual([
          expect.stringMatching(/^followUp[.]0[.]clock: .* is a clock of the law.*stands under deadlines/),
        ])
      expect(faultsWith({ followUp: followUp('supervision') })).toEqual([])
    })

    test.each(['law', 'statutoryGuidance'])(
      'a task that claims to be %s without the fact that says so (2.4, K-22)',
      (status) => {
        expect(faultsWith({ 'followUp.0.status': status, 'followUp.0.fact': undefined })).toEqual([
          expect.stringMatching(/^followUp[.]0[.]fact: a task that is (law|statutory guidance) has to name the fact/),
        ])
      },
    )

    test('guidance without an address, or the same one twice', () => {
      const cell = {
        is: 'A handbook',
        status: 'statutoryGuidance',
        says: 'Some words',
        from: 'stated',
        requirements: [],
      }
      expect(faultsWith({ guidance: [{ ...cell, link: 'the intranet' }] })).toEqual([
        expect.stringMatching(/^guidance[.]0[.]link: an address that begins with https:/),
      ])
      const link = 'https://council.example/handbook'
      expect(
        faultsWith({
          guidance: [
            { ...cell, link },
            { ...cell, link },
          ],
        }),
      ).toEqual([expect.stringMatching(/^guidance[.]1: guidance[.]0 says the same case already/)])
    })

    test('a cell from the law has to name the fact', () => {
      expect(faultsWith({ 'convenor.0.from': 'law' })).toEqual([expect.stringMatching(/^convenor[.]0[.]fact: /)])
    })

    test.each([
      ['chair', 'chair.0.is'],
      ['convenor', 'convenor.0.is'],
      ['minimum', 'minimum.0.is'],
      ['venue', 'venue.0.is'],
      ['firstMeeting', 'firstMeeting.0.planned'],
      ['documents', 'documents.0.is'],
      ['attendance', 'attendance.0.is'],
      ['deadlines', 'deadlines.0.is'],
      ['followUp', 'followUp.0.is'],
    ])('a cell of %s that stands twice would never be read the second time', (list) => {
      const [first, second] = twice(list)
      expect(first).toMatch(new RegExp(`^${list}[.]\\d+: ${list}[.]0 says the same case already`))
      expect(second).toBeUndefined()
    })

    test('an item that no agenda and no checklist has', () => {
      expect(faultsWith({ 'rest.2.items': ['AG-99'] })).toEqual([
        expect.stringMatching(/^rest[.]2[.]items[.]0: is no item/),
      ])
      expect(faultsWith({ chairsChecklist: { is: ['CH-13'], says: 'Some words', from: 'gap', requirements: [] } })).toEqual([
        expect.stringMatching(/^chairsChecklist[.]is[.]0: /),
      ]) // prettier-ignore
    })

    test('a rule about an event in a rule about a start, and the other way about', () => {
      expect(faultsWith({ 'firstMeeting.0.planned.is': 'within 3 working days of the event' })[0]).toMatch(/is not understood/)
      const byWhen = { is: 'within 3 working days of the placement starting', says: 'Some words', from: 'gap', requirements: [] }
      expect(faultsWith({ emergencyMeeting: { byWhen } })[0]).toMatch(/within 3 working days of the event/)
    }) // prettier-ignore

    test('a task whose time is in other words', () => {
      expect(faultsWith({ 'followUp.0.is': 'soon after the review' })[0]).toMatch(
        /^followUp[.]0[.]is: .*"5 working days before the review"/,
      )
    })
  })

  test('every fault is told at once', () => {
    expect(faultsWith({ 'chair.0.is': 'nobody', 'venue.0.is': 'nowhere' }).length).toBe(2)
  })

  test.each([null, 7, 'pack', [], {}])('%j is no pack', (input) => {
    expect(readPack(input).ok).toBe(false)
  })
})

describe('the sentences that a rule may be written in', () => {
  test.each([
    ['before the placement starts', 'must', null],
    ['within 3 working days of the placement starting', 'no', { count: 3, unit: 'workingDay', unitGiven: true }],
    ['within 1 working day of the placement starting', 'no', { count: 1, unit: 'workingDay', unitGiven: true }],
    ['within 72 hours of the placement starting', 'no', { count: 72, unit: 'hour', unitGiven: true }],
    ['within 5 days of the placement starting', 'no', { count: 5, unit: 'calendarDay', unitGiven: false }],
    ['within 5 calendar days of the placement starting', 'no', { count: 5, unit: 'calendarDay', unitGiven: true }],
    ['before the placement starts, or within 5 working days of it starting', 'may', { count: 5, unit: 'workingDay', unitGiven: true }],
  ])('%s', (sentence, beforeStart, within) => {
    expect(readHoldRule(sentence)).toEqual({ sentence, beforeStart, within })
  }) // prettier-ignore

  test.each([
    'within three working days of the placement starting',
    'within 3 working days',
    'Within 3 Working Days of the placement starting',
    '',
  ])('not: %j', (sentence) => {
    expect(readHoldRule(sentence)).toBeNull()
  })
})
