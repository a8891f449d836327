import { describe, expect, test } from '@jest/globals'
import { meetAgainOn } from '../../../shared/record/below-minimum.ts'
import { chairsLines } from '../../../shared/record/chairs-checklist.ts'
import { followUpsFrom } from '../../../shared/record/follow-ups.ts'
import { gapsOf, recordDuties, recordLines, type Gap } from '../../../shared/record/minutes-gaps.ts'
import { lineText } from '../../../shared/record/minutes-text.ts'
import { NO_MINUTES, type LineAnswer, type Minutes } from '../../../shared/record/minutes.ts'
import type { PlacementConfirmation } from '../../../shared/placement/placement.ts'
import { addDays, day, instant, type LocalDate } from '../../../shared/dates/time.ts'
import { wholeRecord } from '../../support/whole-record.ts'
import {
  F1,
  F2,
  F3,
  FATHER,
  fosterPeople,
  meetingOf,
  planOf,
  withPeople,
  type PackId,
} from '../../support/fixture-cases.ts'

type Change = (minutes: Minutes) => void
function gapsAfter(
  change: Change,
  confirmation = F1(),
  pack: PackId = 'south-glos',
  when?: Parameters<typeof gapsOf>[3],
): Gap[] {
  const meeting = meetingOf(confirmation, pack)
  const minutes = wholeRecord(meeting, confirmation)
  change(minutes)
  return gapsOf(meeting, confirmation, minutes, when)
}
const places = (...args: Parameters<typeof gapsAfter>) => gapsAfter(...args).map(({ at }) => `${at.kind} ${at.id}`)
const without =
  (item: string): Change =>
  (minutes) => {
    minutes.entries = minutes.entries.filter((entry) => entry.item !== item)
  }

describe('a record that is whole has no gap', () => {
  test.each<[string, () => PlacementConfirmation, PackId]>([
    ['a first meeting in a foster home', F1, 'south-glos'],
    ['an emergency meeting in a foster home', F2, 'wm-mosaic'],
    ["an emergency meeting in a children's home", F3, 'wm-mosaic'],
    ["a first meeting after an emergency in a children's home", F3, 'england-default'],
  ])('%s', (_, fixture, pack) => {
    expect(places(() => undefined, fixture(), pack)).toEqual([])
  })

  test('and one in which nothing is written has a gap for everybody, every item and every line', () => {
    const confirmation = F2()
    const meeting = meetingOf(confirmation, 'wm-mosaic')
    const gaps = gapsOf(meeting, confirmation, NO_MINUTES)
    const lines = recordLines(meeting, confirmation).filter(({ item }) => !item)
    const count = (kind: Gap['at']['kind']) => gaps.filter(({ at }) => at.kind === kind).length
    expect(count('attendance')).toBe(meeting.attendees.filter(({ part }) => part !== 'informed').length)
    expect(count('item')).toBe(meeting.agenda.length - 3)
    expect(count('line')).toBe(2 + chairsLines(meeting).length + lines.length - 1)
    expect(gaps.every(({ words, requirements }) => words.length > 10 && requirements.length > 0)).toBe(true)
  })
})

describe('attendance', () => {
  test('of everybody who was asked is recorded; of those who were only told it is not', () => {
    expect(places((minutes) => (minutes.attendance = {}))).toEqual([
      'attendance child:1', 'attendance mother:1', 'attendance childsSocialWorker:1',
      'attendance supervisingSocialWorker:1', 'attendance fosterCarer:1',
    ]) // prettier-ignore
  })

  test.each(['contributed', 'viewsConsidered'] as const)('%s needs how, or whose words (P-50, R-069)', (state) => {
    expect(places((minutes) => (minutes.attendance['mother:1'] = { state, how: ' ' }))).toEqual(['attendance mother:1'])
    expect(places((minutes) => (minutes.attendance['mother:1'] = { state, how: 'by letter' }))).toEqual([])
  })

  test.each(['present', 'presentInPart', 'byVideo', 'apologies', 'noReply', 'notInvited'] as const)(
    '%s needs no more',
    (state) => {
      expect(places((minutes) => (minutes.attendance['child:1'] = { state }))).toEqual([])
    },
  )

  test('the child is not named in what is missing', () => {
    const people = withPeople(fosterPeople(), { child: { name: 'Quillonara' } })
    const gaps = gapsAfter((minutes) => delete minutes.attendance['child:1'], F1({ people }))
    expect(gaps.map(({ words }) => words)).toEqual(['Attendance of the child is not recorded'])
  })

  test('a parent who was not invited stands in the record, as not invited (R-165)', () => {
    const decision = { part: 'notInvited' as const, ground: 'courtOrder' as const, decidedBy: 'N' }
    const confirmation = F1({ people: [...fosterPeople(), { ...FATHER, decision }] })
    expect(places((minutes) => delete minutes.attendance['father:1'], confirmation)).toEqual(['attendance father:1'])
  })
})

describe('below the minimum of people (R-064, E-19)', () => {
  const away: Change = (minutes) => (minutes.attendance['fosterCarer:1'] = { state: 'apologies' })
  const saying =
    (answer: LineAnswer): Change =>
    (minutes) => {
      away(minutes)
      minutes.lines['belowMinimum'] = answer
    }

  test('only the two social workers turn up: the record says so, and what follows has to be said', () => {
    const [gap] = gapsAfter(away)
    expect(gap).toMatchObject({ at: { kind: 'line', id: 'belowMinimum' }, requirements: ['R-064', 'E-19'] })
    expect(gap!.words).toBe('Below the minimum: without the foster carer. What follows? An answer is needed')
  })

  test('the meeting may stand with a reason, or is held again on a day', () => {
    expect(places(saying({ answer: 'stands' }))).toEqual(['line belowMinimum'])
    expect(places(saying({ answer: 'stands', why: 'The carer agreed by phone' }))).toEqual([])
    expect(places(saying({ answer: 'again' }))).toEqual(['line belowMinimum'])
    expect(places(saying({ answer: 'again', by: day('2026-11-05') }))).toEqual([])
  })

  test('that day is not after the last one of the meeting', () => {
    const { deadline } = meetingOf(F1(), 'south-glos')
    const last = deadline!.date
    const when = { heldOn: addDays(last, -1), clocks: [] }
    const words = (by: LocalDate) => gapsAfter(saying({ answer: 'again', by }), F1(), 'south-glos', when).map((gap) => gap.words) // prettier-ignore
    expect(words(last)).toEqual([])
    expect(words(addDays(last, 1))).toEqual([expect.stringContaining('A date not after')])
  })

  test('whoever joins by video counts, and so does one of two carers (E-18)', () => {
    expect(places((minutes) => (minutes.attendance['fosterCarer:1'] = { state: 'byVideo' }))).toEqual([])
    const second = { role: 'fosterCarer' as const, name: 'Second Carer', email: 'second.carer@post.example' }
    expect(places(away, F1({ people: [...fosterPeople(), second] }))).not.toContain('line belowMinimum')
  })

  test('a practice that asks for nobody in particular asks nothing', () => {
    const confirmation = F1()
    const meeting = { ...meetingOf(confirmation, 'south-glos'), minimum: [] }
    const minutes = wholeRecord(meeting, confirmation)
    away(minutes)
    expect(gapsOf(meeting, confirmation, minutes)).toEqual([])
  })

  test('held again is somebody’s to do, and is read out', () => {
    const confirmation = F1()
    const meeting = meetingOf(confirmation, 'south-glos')
    const minutes = wholeRecord(meeting, confirmation)
    saying({ answer: 'again', by: day('2026-11-05') })(minutes)
    const duties = recordDuties(meeting, confirmation)
    const followUps = followUpsFrom(meeting.agenda, duties, minutes, day('2026-11-04'))
    expect(followUps.map(({ words }) => words)).toContain('Have the meeting held again, with everybody.')
    expect(meetAgainOn(duties, minutes)).toBe('2026-11-05')
  })
})

describe('agenda items (1.10)', () => {
  test('hold text, or are put off with an owner and a date (R-105)', () => {
    expect(places(without('AG-08'))).toEqual(['item AG-08'])
    const putOff =
      (outcome: Minutes['items'][string]): Change =>
      (minutes) => {
        without('AG-08')(minutes)
        minutes.items['AG-08'] = outcome
      }
    const owner = 'fosterCarer:1' as const
    expect(places(putOff({ notDiscussed: true, owner, by: day('2026-11-10') }))).toEqual([])
    expect(places(putOff({ notDiscussed: true, owner }))).toEqual(['item AG-08'])
    expect(places(putOff({ notDiscussed: true, by: day('2026-11-10') }))).toEqual(['item AG-08'])
    expect(places(putOff({ owner, by: day('2026-11-10') }))).toEqual(['item AG-08'])
  })

  test('blanks are no text', () => {
    expect(places((minutes) => (minutes.entries.find(({ item }) => item === 'AG-10')!.text = ' \n'))).toEqual([
      'item AG-10',
    ])
  })

  test('text under one item does not fill another', () => {
    expect(places((minutes) => (minutes.entries.find(({ item }) => item === 'AG-10')!.item = 'AG-11'))).toEqual([
      'item AG-10',
    ])
  })

  test.each([{ missingHistory: true }, { protectionConcern: true }])(
    'with %j keeping the child safe cannot be put off (R-111)',
    (child) => {
      const putOff: Change = (minutes) => {
        without('AG-14')(minutes)
        minutes.items['AG-14'] = { notDiscussed: true, owner: 'teamManager', by: day('2026-11-10') }
      }
      expect(places(putOff, F1({ child }))).toEqual(['item AG-14'])
      expect(places(putOff)).toEqual([])
    },
  )

  test('checklists and actions fill their own items', () => {
    const change: Change = (minutes) => ['AG-24', 'AG-25', 'AG-26'].forEach((item) => without(item)(minutes))
    expect(places(change, F2(), 'wm-mosaic')).toEqual([])
  })
})

describe('actions (R-117, R-215)', () => {
  const action = (over: object): Change => (minutes) => {
    minutes.entries.push({ id: 'a', item: 'AG-26', type: 'action', text: 'Register with the GP', who: 'fosterCarer:1', due: day('2026-11-10'), ...over })
  } // prettier-ignore

  test.each<[string, object, string | null]>([
    ['with owner and date', {}, null],
    ['without an owner', { who: '' }, 'The action "Register with the GP" needs an owner'],
    ['without a date', { due: '' }, 'The action "Register with the GP" needs a date'],
    ['without either', { who: undefined, due: undefined }, 'The action "Register with the GP" needs an owner and a date'],
    ['that is blank', { text: ' ', who: '' }, null],
    ['that is a decision after all', { type: 'decision', who: '', due: '' }, null],
  ])('one %s: %s', (_, over, words) => {
    expect(gapsAfter(action(over)).map((gap) => gap.words)).toEqual(words ? [words] : [])
  }) // prettier-ignore
})

describe('emergency questions (1.11)', () => {
  const answer =
    (answers: Record<string, LineAnswer>): Change =>
    (minutes) =>
      Object.assign(minutes.lines, answers)
  const full: LineAnswer = { why: 'w', owner: 'teamManager', by: day('2026-12-28'), text: 't' }

  test('suitability has to be answered (R-140)', () => {
    expect(places((minutes) => delete minutes.lines['EM-1'], F3(), 'wm-mosaic')).toEqual(['line EM-1'])
  })

  test('suitable, with a record that is not complete, needs an owner and a date (R-144)', () => {
    expect(places(answer({ 'EM-3a': { answer: 'no' } }), F3(), 'wm-mosaic')).toEqual(['line EM-3a'])
    expect(places(answer({ 'EM-3a': { ...full, answer: 'no' } }), F3(), 'wm-mosaic')).toEqual([])
  })

  test('concerns: each of the three is answered, with what it needs (R-141 to R-143)', () => {
    const concerns = { 'EM-1': { ...full, answer: 'concerns' } }
    expect(places(answer(concerns), F3(), 'wm-mosaic')).toEqual(['line EM-2a', 'line EM-2b', 'line EM-2c'])
    const considered = {
      'EM-2a': { answer: 'no', why: 'w' },
      'EM-2b': { answer: 'yes', by: day('2026-12-29') },
      'EM-2c': { answer: 'no' },
    }
    expect(places(answer({ ...concerns, ...considered }), F3(), 'wm-mosaic')).toEqual(['line EM-2c'])
  })

  test('to end: nothing has to be said of sustaining it', () => {
    const ends = {
      'EM-1': { ...full, answer: 'concerns' },
      'EM-2b': { answer: 'no', why: 'w' },
      'EM-2c': { ...full, answer: 'yes' },
    }
    expect(places(answer(ends), F3(), 'wm-mosaic')).toEqual([])
  })

  test('not yet known is settled inside the time of the plan (R-146)', () => {
    const confirmation = F3()
    const { clocks } = planOf(confirmation, 'wm-mosaic')
    const notKnown = (by: string, heldOn: string) => {
      const change = answer({
        'EM-1': { ...full, answer: 'notYetKnown', by: day(by) },
        ...Object.fromEntries(['EM-2a', 'EM-2b', 'EM-2c'].map((id) => [id, { answer: 'no', why: 'w' }])),
      })
      return gapsAfter(change, confirmation, 'wm-mosaic', { heldOn: day(heldOn), clocks }).map(
        ({ words }) => words.split('? ')[1],
      )
    }
    expect(notKnown('2027-01-05', '2026-12-29')).toEqual([])
    expect(notKnown('2027-01-06', '2026-12-29')).toEqual(['A date not after Tue 5 Jan 2027 is needed'])
    expect(notKnown('2027-01-20', '2027-01-07')).toEqual([])
  })

  test('none of it is asked of a meeting that is no emergency (R-017)', () => {
    expect(places(answer({ 'EM-1': { answer: 'concerns' } }), F3(), 'england-default')).toEqual([])
  })
})

describe("the chair's checklist (1.12)", () => {
  test.each(['CH-1', 'CH-3c', 'CH-5d', 'CH-7', 'CH-8'])('%s has to be answered (R-150 to R-156)', (id) => {
    expect(places((minutes) => delete minutes.lines[id])).toEqual([`line ${id}`])
  })

  test('a placement inside the area needs no approval, and nothing has to be said', () => {
    expect(places((minutes) => delete minutes.lines['CH-2'], F1({ placement: { area: 'inside' } }))).toEqual([])
    expect(places((minutes) => delete minutes.lines['CH-2'], F1({ placement: { area: 'adjoining' } }))).toEqual([
      'line CH-2',
    ])
  })

  test('notice is given within the time of the law, unless that had passed when the meeting was held (R-152)', () => {
    const confirmation = F2()
    const { clocks } = planOf(confirmation, 'wm-mosaic')
    const noticeBy = (by: LocalDate, heldOn: LocalDate) =>
      places(
        (minutes) => (minutes.lines['CH-3b'] = { answer: 'needed', owner: 'childsSocialWorker', by }),
        confirmation,
        'wm-mosaic',
        { heldOn, clocks },
      )
    expect(noticeBy(day('2026-12-29'), day('2026-12-21'))).toEqual([])
    expect(noticeBy(day('2026-12-30'), day('2026-12-21'))).toEqual(['line CH-3b'])
    expect(noticeBy(day('2027-01-08'), day('2027-01-04'))).toEqual([])
  })

  test('a date that no longer counts, because the line is done, is not held against it', () => {
    const confirmation = F2()
    const { clocks } = planOf(confirmation, 'wm-mosaic')
    const done: Change = (minutes) => (minutes.lines['CH-3a'] = { answer: 'done', by: day('2027-03-01') })
    expect(places(done, confirmation, 'wm-mosaic', { heldOn: day('2026-12-21'), clocks })).toEqual([])
  })
})

describe('what every record answers (1.13)', () => {
  test.each([
    ['purposeExplained', 'R-048'],
    ['viewsInvited', 'R-048'],
    ['childsVoice', 'R-068'],
    ['contribution:child', 'R-067'],
    ['contribution:parents', 'R-067'],
    ['contribution:carer', 'R-067'],
    ['contribution:childsSocialWorker', 'R-067'],
  ])('%s (%s)', (id, requirement) => {
    const [gap, ...more] = gapsAfter((minutes) => delete minutes.lines[id])
    expect(more).toEqual([])
    expect(gap).toMatchObject({ at: { kind: 'line', id } })
    expect(gap!.requirements).toContain(requirement)
  })

  test('a contribution is in words, or there is a reason for none (R-163)', () => {
    const said =
      (answer: LineAnswer): Change =>
      (minutes) =>
        (minutes.lines['contribution:parents'] = answer)
    expect(places(said({ answer: 'given' }))).toEqual(['line contribution:parents'])
    expect(places(said({ answer: 'none' }))).toEqual(['line contribution:parents'])
    expect(places(said({ answer: 'none', why: 'She did not want to' }))).toEqual([])
  })

  test('what the child says is never left blank (E-39)', () => {
    expect(places((minutes) => (minutes.lines['childsVoice'] = { answer: 'given', text: ' ' }))).toEqual([
      'line childsVoice',
    ])
  })

  test('of a child who came alone no parents are asked for (E-38)', () => {
    const confirmation = F1({
      people: withPeople(fosterPeople(), { mother: null }),
      child: { unaccompaniedAsylumSeeking: true },
    })
    const asked = (one: PlacementConfirmation) => recordLines(meetingOf(one, 'south-glos'), one).map(({ id }) => id)
    expect(asked(confirmation)).not.toContain('contribution:parents')
    expect(asked(F1())).toContain('contribution:parents')
    expect(asked(F1())).not.toContain('parentsKnown')
    // The record says so without a word of the chair's, and takes it when somebody is found.
    const meeting = meetingOf(confirmation, 'south-glos')
    const minutes = wholeRecord(meeting, confirmation)
    delete minutes.lines['parentsKnown']
    expect(gapsOf(meeting, confirmation, minutes)).toEqual([])
    const line = recordLines(meeting, confirmation).find(({ id }) => id === 'parentsKnown')!
    expect(lineText(line, { ...NO_MINUTES }, { attendees: [] })).toBe('The parents: Not known, or not to be reached')
    minutes.lines['parentsKnown'] = { answer: 'found' }
    expect(gapsOf(meeting, confirmation, minutes).map(({ at }) => at.id)).toEqual(['parentsKnown'])
  })
})

describe('questions that stand under an agenda item of their own', () => {
  const clear =
    (item: string, ...ids: string[]): Change =>
    (minutes) => {
      without(item)(minutes)
      for (const id of ids) delete minutes.lines[id]
    }
  const RISKS = ['riskSelf', 'riskFromOthers', 'riskToOthers', 'riskFromChild', 'riskFromParents']

  test.each([
    ['riskSelf', 'R-182'],
    ['riskFromOthers', 'R-183'],
    ['riskToOthers', 'R-184'],
  ])('in foster care the risk question %s may not stay blank, also beside a note (%s)', (id, requirement) => {
    const [gap, ...more] = gapsAfter((minutes) => delete minutes.lines[id])
    expect(more).toEqual([])
    expect(gap).toMatchObject({ at: { kind: 'line', id } })
    expect(gap!.requirements).toContain(requirement)
  })

  test('while nothing at all is said there, the item is what is missing, once', () => {
    expect(places(clear('AG-15', ...RISKS))).toEqual(['item AG-15'])
    const putOff: Change = (minutes) => {
      clear('AG-15', ...RISKS)(minutes)
      minutes.items['AG-15'] = { notDiscussed: true, owner: 'supervisingSocialWorker:1', by: day('2026-11-10') }
    }
    expect(places(putOff)).toEqual([])
  })

  test('what parent and young person add is offered, and written or declined (R-181)', () => {
    const said = (answer: LineAnswer) => places((minutes) => (minutes.lines['riskFromParents'] = answer))
    expect(said({ answer: 'declined' })).toEqual([])
    expect(said({ text: 'Never alone with her uncle' })).toEqual([])
    expect(said({ answer: 'given' })).toEqual(['line riskFromParents'])
  })

  test('words alone are an answer: nothing has to be pressed as well', () => {
    expect(places((minutes) => (minutes.lines['riskSelf'] = { text: 'None is known' }))).toEqual([])
  })

  test('in a home the behaviour management plan is yes, no, or later with an owner and a day (R-110)', () => {
    const said = (answer: LineAnswer | undefined) =>
      places((minutes) => {
        if (answer) minutes.lines['behaviourPlan'] = answer
        else delete minutes.lines['behaviourPlan']
      }, F3(), 'england-default') // prettier-ignore
    expect(said(undefined)).toEqual(['line behaviourPlan'])
    expect(said({ answer: 'no' })).toEqual([])
    expect(said({ answer: 'later', owner: 'keyWorker' })).toEqual(['line behaviourPlan'])
    expect(places((minutes) => delete minutes.lines['behaviourPlan'])).toEqual([])
  })

  test('whether the parent understands who decides is asked where a parent is, and not where none is (R-172)', () => {
    const asked = (state: 'byVideo' | 'apologies') =>
      places((minutes) => {
        minutes.attendance['mother:1'] = { state }
        delete minutes.lines['parentUnderstands']
      })
    expect(asked('byVideo')).toEqual(['line parentUnderstands'])
    expect(asked('apologies')).toEqual([])
  })

  test('no area of delegated authority stays blank beside a note (R-170)', () => {
    expect(places((minutes) => delete minutes.authority!['faith'])).toEqual(['authority faith'])
    const nothing: Change = (minutes) => {
      clear('AG-17', 'parentUnderstands')(minutes)
      minutes.authority = {}
    }
    expect(places(nothing)).toEqual(['item AG-17'])
  })
})

test('whoever does not agree with what was read back is heard in their own words (R-163, E-51)', () => {
  const said = (answer: 'agree' | 'inPart' | 'disagree', text = '') =>
    places((minutes) => (minutes.positions = { 'mother:1': { answer, text } }))
  expect(said('agree')).toEqual([])
  expect(said('inPart')).toEqual(['position mother:1'])
  expect(said('disagree', 'I want her at her old school')).toEqual([])
})

test('an item that the chair added is as much part of the record as the others (R-117)', () => {
  const added = { title: 'The cat', added: instant('2026-10-27T11:20:00Z'), place: 3.5 }
  const gaps = gapsAfter((minutes) => (minutes.agenda = { 'X-a': added }))
  expect(gaps.map(({ words }) => words)).toEqual(['The cat: nothing is written'])
})

test('a heading that asks is not answered in its own breath', () => {
  const gaps = gapsAfter((minutes) => (minutes.entries = minutes.entries.filter(({ item }) => item !== 'AG-23')), F2())
  expect(gaps.map(({ words }) => words)).toEqual(['Is the placement right? Nothing is written'])
})

describe('a later meeting answers what it is for', () => {
  const AT = { at: instant('2027-04-13T10:00:00Z'), firstMeetingHeld: true }
  const linesAt = (kind: 'interval' | 'lacReview', answers: Minutes['lines'] = {}) => {
    const confirmation = { ...F1(), trigger: { ...AT, kind } }
    const meeting = planOf(confirmation, 'wm-mosaic').meetings[0]!
    const minutes = wholeRecord(meeting, confirmation)
    const gaps = gapsOf(meeting, confirmation, { ...minutes, lines: { ...minutes.lines, ...answers } })
    return gaps.map(({ words }) => words)
  }
  const OPEN = { answer: '' }

  test.each(['interval', 'lacReview'] as const)(
    '%s: whether care is as agreed, whether it is still the best placement, and both records (R-007, R-131, R-226)',
    (kind) => {
      expect(linesAt(kind)).toEqual([])
      expect(linesAt(kind, { careAsAgreed: OPEN, stillBest: OPEN, recordsUpdated: OPEN })).toEqual([
        'Is care being given as agreed? An answer is needed',
        'Is it still the best placement for the child? An answer is needed',
        'Are the placement plan and the care plan up to date with it? An answer is needed',
      ])
    },
  )

  test('a review agrees who brings the care plan up to date and by when, action by action (R-211)', () => {
    expect(linesAt('lacReview', { recordsUpdated: { answer: 'no' } })).toEqual([
      'Are the placement plan and the care plan up to date with it? An owner and a date are needed',
    ])
    expect(
      linesAt('lacReview', {
        recordsUpdated: { answer: 'no', owner: 'childsSocialWorker:1', by: day('2027-04-27') },
      }),
    ).toEqual([])
    const confirmation = { ...F1(), trigger: { ...AT, kind: 'lacReview' as const } }
    const meeting = planOf(confirmation, 'wm-mosaic').meetings[0]!
    const minutes = wholeRecord(meeting, confirmation)
    minutes.entries.push({ id: 'a', item: 'AG-27', type: 'action', text: 'Write permanence into the care plan' })
    expect(gapsOf(meeting, confirmation, minutes).map(({ words }) => words)).toEqual([
      'The action "Write permanence into the care plan" needs an owner and a date',
    ])
  })

  test.each([
    ['the personal education plan', 'AG-11', 'educationPlan', 'R-217', 'and how it is provided for'],
    ['the health care plan', 'AG-10', 'healthPlan', 'R-218', 'and how it will be met'],
  ])(
    'whether %s says what it has to is confirmed where it is talked about (R-217, R-218)',
    (_, item, id, carries, words) => {
      const line = recordLines(meetingOf(F1(), 'homes-care-planning'), F1()).find((one) => one.id === id)
      expect(line).toMatchObject({ item, requirements: [carries], title: expect.stringContaining(words) })
      expect(line?.options.map(({ needs }) => needs)).toEqual([[], ['owner', 'by']])
    },
  )

  test('where there are concerns, more resources are considered (R-132)', () => {
    const concerned = { stillBest: { answer: 'no', why: 'She asks to move' } }
    expect(linesAt('interval', { moreResources: OPEN })).toEqual([])
    expect(linesAt('interval', { ...concerned, moreResources: OPEN })).toEqual([
      'Would more resources help the placement? An answer is needed',
    ])
  })

  test('a first meeting is asked nothing of the kind (R-017)', () => {
    const meeting = meetingOf(F2(), 'wm-mosaic')
    expect(recordLines(meeting, F2()).map(({ id }) => id)).not.toContain('stillBest')
  })
})
