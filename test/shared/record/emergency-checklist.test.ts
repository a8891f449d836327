import { describe, expect, test } from '@jest/globals'
import { emergencyChecklistOf, emergencyLines } from '../../../shared/record/emergency-checklist.ts'
import type { MeetingTrigger } from '../../../shared/meeting/plan.ts'
import { F2, F3, FIXTURES, meetingOf, PACK_IDS } from '../../support/fixture-cases.ts'

const lines = (triggers: MeetingTrigger[], answers: Record<string, string>) =>
  emergencyLines(
    { triggers, emergencyChecklist: emergencyChecklistOf(true) },
    Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { answer }])),
  )
const shown = (answers: Record<string, string>, ...triggers: MeetingTrigger[]) =>
  lines(triggers.length > 0 ? triggers : ['emergencyPlacement'], answers).map(({ id }) => id.slice(3)).join(' ') // prettier-ignore

describe('the emergency checklist (3.11)', () => {
  test('stands in emergency meetings, and in no other (R-008, R-017)', () => {
    for (const pack of PACK_IDS) {
      for (const [fixture, confirmation] of Object.entries(FIXTURES)) {
        const meeting = meetingOf(confirmation(), pack)
        expect([pack, fixture, meeting.emergencyChecklist.length > 0]).toEqual([
          pack,
          fixture,
          meeting.kind === 'emergency',
        ])
      }
    }
    expect([meetingOf(F2(), 'wm-mosaic').kind, meetingOf(F3(), 'wm-mosaic').kind]).toEqual(['emergency', 'emergency'])
  })

  test('is listed whole, heading by heading', () => {
    expect(meetingOf(F3(), 'wm-mosaic').emergencyChecklist.map(({ item }) => item)).toEqual([
      'EM-0', 'EM-1', 'EM-2', 'EM-2a', 'EM-2b', 'EM-2c', 'EM-3', 'EM-3a', 'EM-3b', 'EM-4', 'EM-5',
    ]) // prettier-ignore
  })

  test('asks nothing of a meeting that is no emergency', () => {
    expect(emergencyLines({ triggers: [], emergencyChecklist: [] }, { 'EM-1': { answer: 'concerns' } })).toEqual([])
  })

  // Trigger and suitability first; everything else unfolds from the answers.
  test.each<[string, Record<string, string>, string]>([
    ['nothing said yet', {}, '0 1'],
    ['suitable: are both records complete? (R-144)', { 'EM-1': 'suitable' }, '0 1 3a 3b'],
    ['concerns: each of the three is considered (R-141 to R-143)', { 'EM-1': 'concerns' }, '0 1 2a 2b 2c'],
    ['not yet known: as with concerns, for safety (R-146)', { 'EM-1': 'notYetKnown' }, '0 1 2a 2b 2c'],
    ['concerns, and sustained: the records as well', { 'EM-1': 'concerns', 'EM-2a': 'yes' }, '0 1 2a 2b 2c 3a 3b'],
    ['concerns, and not sustained', { 'EM-1': 'concerns', 'EM-2a': 'no' }, '0 1 2a 2b 2c'],
    ['sustained and the review brought forward: both may be', { 'EM-1': 'concerns', 'EM-2a': 'yes', 'EM-2b': 'yes' }, '0 1 2a 2b 2c 3a 3b'],
    ['to end: how to sustain it closes', { 'EM-1': 'concerns', 'EM-2c': 'yes' }, '0 1 2b 2c'],
    ['to end, whatever was said of sustaining before', { 'EM-1': 'concerns', 'EM-2a': 'yes', 'EM-2c': 'yes' }, '0 1 2b 2c'],
    ['suitable after all: what was said of sustaining is not asked again', { 'EM-1': 'suitable', 'EM-2a': 'yes' }, '0 1 3a 3b'],
    ['an answer that nobody offered', { 'EM-1': 'perhaps' }, '0 1'],
  ])('%s', (_, answers, ids) => {
    expect(shown(answers)).toBe(ids)
  }) // prettier-ignore
})

describe('a strategy against it happening again (EM-4, R-145)', () => {
  const suitable = { 'EM-1': 'suitable' }
  const sustained = { 'EM-1': 'concerns', 'EM-2a': 'yes' }
  const strategy = (answers: Record<string, string>, ...triggers: MeetingTrigger[]) =>
    lines(triggers, answers).find(({ id }) => id === 'EM-4')?.required ?? null

  test.each<[MeetingTrigger, boolean | null, string]>([
    ['seriousIncident', true, 'has to be answered'],
    ['missingDuration', false, 'is offered'],
    ['missingOccasions', false, 'is offered'],
    ['otherSeriousEvent', false, 'is offered'],
    ['emergencyPlacement', null, 'is not asked'],
  ])('after %s it %3$s', (trigger, required) => {
    expect([strategy(suitable, trigger), strategy(sustained, trigger)]).toEqual([required, required])
  })

  test('an incident among several causes makes it compulsory', () => {
    expect(strategy(suitable, 'emergencyPlacement', 'seriousIncident')).toBe(true)
  })

  test('waits until it is known that the placement goes on', () => {
    expect(strategy({ 'EM-1': 'concerns' }, 'seriousIncident')).toBeNull()
    expect(strategy({ 'EM-1': 'concerns', 'EM-2a': 'yes', 'EM-2c': 'yes' }, 'seriousIncident')).toBeNull()
  })

  test('is told apart from the strategy meeting of a safeguarding enquiry (3.7)', () => {
    expect(lines(['seriousIncident'], suitable).find(({ id }) => id === 'EM-4')?.hint).toMatch(/safeguarding/)
  })
})
