import { describe, expect, test } from '@jest/globals'
import { readBack } from '../../../shared/record/read-back.ts'
import { day } from '../../../shared/dates/time.ts'
import { chairsLines } from '../../../shared/record/chairs-checklist.ts'
import { emergencyChecklistOf, emergencyLines } from '../../../shared/record/emergency-checklist.ts'
import type { Entry, Minutes } from '../../../shared/record/minutes.ts'
import { recordLines } from '../../../shared/record/minutes-gaps.ts'
import { aMeetingPlan } from '../../support/builders.ts'
import { F1, F3, meetingOf } from '../../support/fixture-cases.ts'

const people = [
  { key: 'supervisingSocialWorker:1' as const, name: 'Tobias Greenhalgh', role: 'supervisingSocialWorker' as const },
]
const entry = (over: Partial<Entry>): Entry => ({ id: 'e', item: 'AG-10', type: 'note', text: 'words', ...over })

const lines = chairsLines(aMeetingPlan({ chairsChecklist: [{ item: 'CH-3', preset: null, requirements: [] }] }))
const nothing = { attendance: {}, items: {}, lines: {} }

test('decisions and actions are read back as sentences; notes and views are not', () => {
  const { decisions, actions } = readBack(
    {
      ...nothing,
      entries: [
        entry({ id: 'e1', type: 'decision', text: 'School stays the same' }),
        entry({ id: 'e2', type: 'decision', text: 'Bedtime is at eight.', who: 'supervisingSocialWorker:1' }),
        entry({
          id: 'e3',
          type: 'action',
          text: 'Register with the GP',
          who: 'supervisingSocialWorker:1',
          due: day('2026-11-10'),
        }),
        entry({ id: 'e4', type: 'action', text: 'Ask about swimming' }),
        entry({ id: 'e5', type: 'action', text: 'Tell the school', who: 'virtualSchoolHead', due: day('2026-11-11') }),
        entry({ id: 'e6' }),
        entry({ id: 'e7', type: 'view', text: 'I want my bike' }),
        entry({ id: 'e8', type: 'decision', text: '  ' }),
      ],
    },
    { people, agenda: [], lines, heldOn: null },
  )
  expect(decisions.map(({ words }) => words)).toEqual([
    "School stays the same. Decided by the child's social worker.",
    'Bedtime is at eight. Decided by Tobias Greenhalgh.',
  ])
  expect(actions.map(({ words }) => words)).toEqual([
    'Tobias Greenhalgh: Register with the GP. By Tue 10 Nov 2026.',
    'Nobody yet: Ask about swimming. No date yet.',
    'The virtual school head: Tell the school. By Wed 11 Nov 2026.',
  ])
})

test('what a question leaves to do, and an item that was put off, are read back as actions', () => {
  const { actions } = readBack(
    {
      ...nothing,
      entries: [entry({ id: 'e1', item: 'AG-11' })],
      items: {
        'AG-12': { notDiscussed: true, owner: 'supervisingSocialWorker:1', by: day('2026-11-12') },
        'AG-11': { notDiscussed: true },
      },
      lines: {
        'CH-3a': { answer: 'needed', owner: 'supervisingSocialWorker:1', by: day('2026-11-10') },
        'CH-3b': { answer: 'done' },
        'CH-3c': { answer: 'notKnown' },
      },
    },
    {
      people,
      lines,
      heldOn: null,
      agenda: [
        { item: 'AG-11', title: 'Education' },
        { item: 'AG-12', title: 'Family time' },
      ],
    },
  )
  expect(actions.map(({ words }) => words)).toEqual([
    'Tobias Greenhalgh: Notice of the placement to the health trust. By Tue 10 Nov 2026.',
    'Nobody yet: Find out about “Notice of the placement to the virtual school for looked-after children”. No date yet.',
    'Tobias Greenhalgh: Take up “Family time”, which was not discussed. By Thu 12 Nov 2026.',
  ])
})

test.each([
  ['foster care', F1, 'south-glos'],
  ['a home, in an emergency', F3, 'wm-mosaic'],
] as const)('in %s, no answer leaves a question on the list of actions', (_, confirmationOf, pack) => {
  const confirmation = confirmationOf()
  const meeting = meetingOf(confirmation, pack)
  const asked = [...chairsLines(meeting), ...recordLines(meeting, confirmation)]
  const everyAnswer = asked.flatMap((line) => line.options.map(({ value }) => ({ line, value })))
  const actions = everyAnswer.flatMap(
    ({ line, value }) =>
      readBack(
        { ...nothing, entries: [], lines: { [line.id]: { answer: value } } },
        { people, agenda: [], lines: [line], heldOn: null },
      ).actions,
  )
  expect(actions.length).toBeGreaterThan(10)
  expect(actions.map(({ words }) => words).filter((words) => words.includes('?'))).toEqual([])
})

describe('with concerns about an emergency placement, the way that is chosen gives people something to do', () => {
  const follows = (answers: Minutes['lines'], heldOn = day('2026-12-29')) => {
    const lines = emergencyLines({ emergencyChecklist: emergencyChecklistOf(true), triggers: [] }, answers)
    const { actions } = readBack({ ...nothing, entries: [], lines: answers }, { people, agenda: [], lines, heldOn })
    return actions.map(({ words }) => words)
  }
  const concerns = { 'EM-1': { answer: 'concerns' } }

  test('it is sustained: whoever gives the support does what was written down, or at least that (R-141)', () => {
    const given = { answer: 'yes', owner: 'supervisingSocialWorker:1' as const, by: day('2026-12-30') }
    expect(follows({ ...concerns, 'EM-2a': given })).toEqual([
      'Tobias Greenhalgh: Give the support that keeps the placement going. By Wed 30 Dec 2026.',
    ])
    expect(follows({ ...concerns, 'EM-2a': { ...given, text: 'A second night worker' } })).toEqual([
      'Tobias Greenhalgh: A second night worker. By Wed 30 Dec 2026.',
    ])
  })

  test('the review comes sooner: its officer is asked by the next working day (R-142, A-09)', () => {
    expect(follows({ ...concerns, 'EM-2b': { answer: 'yes', by: day('2027-01-11') } })).toEqual([
      "The child's social worker: Ask the reviewing officer to bring the next review forward. By Wed 30 Dec 2026.",
    ])
  })

  test('the placement ends: another one is sought, and the reviewing officer is heard (R-143)', () => {
    expect(follows({ ...concerns, 'EM-2c': { answer: 'yes' } })).toEqual([
      'The placement officer: Look for a more suitable placement, and confirm it once it is found. By Wed 30 Dec 2026.',
      'The independent reviewing officer: Say whether the statutory review comes before the placement ends. By Wed 30 Dec 2026.',
    ])
  })

  test('nothing of it once the answer is taken back, or nobody is concerned any more', () => {
    expect(follows({ ...concerns, 'EM-2b': { answer: 'no' }, 'EM-2c': { answer: 'no' } })).toEqual([])
    expect(follows({ 'EM-1': { answer: 'suitable' }, 'EM-2c': { answer: 'yes' } })).toEqual([])
  })

  test('beyond the bank holidays that are known nothing is counted', () => {
    expect(follows({ ...concerns, 'EM-2b': { answer: 'yes' } }, day('2099-01-05'))[0]).toContain('No date yet.')
  })
})
