/** The first meeting is due, and the child is still missing (E-26). */
import { describe, expect, test } from '@jest/globals'
import { readMessage } from '../../../shared/intake/read-message.ts'
import { recordDuties, gapsOf } from '../../../shared/record/minutes-gaps.ts'
import { F1, F2, F3, FIXTURES, FIXTURE_IDS, meetingOf, planOf } from '../../support/fixture-cases.ts'
import { wholeRecord } from '../../support/whole-record.ts'

const MISSING = { child: { missingNow: true } }

describe('a child who is missing when the first meeting is due (E-26)', () => {
  test.each(FIXTURE_IDS)('%s: the meeting is held as it would be, and no clock stops or moves', (id) => {
    const [without, missing] = [planOf(FIXTURES[id](), 'wm-mosaic'), planOf(FIXTURES[id](MISSING), 'wm-mosaic')]
    expect(missing.status).toBe(without.status)
    expect(missing.clocks).toEqual(without.clocks)
    expect(missing.meetings.map(({ deadline, kind }) => [deadline, kind])).toEqual(
      without.meetings.map(({ deadline, kind }) => [deadline, kind]),
    )
    expect(missing.warnings.find(({ id: warning }) => warning === 'childMissing')?.text).toMatch(
      /held all the same, and no clock stops/,
    )
    expect(without.warnings.map(({ id: warning }) => warning)).not.toContain('childMissing')
  })

  test.each([
    ['a foster home', F1, 'south-glos'],
    ['an emergency', F2, 'wm-mosaic'],
    ['a children’s home', F3, 'wm-mosaic'],
  ] as const)('in %s, what is done when the child is found comes first', (_, fixture, pack) => {
    const { agenda } = meetingOf(fixture(MISSING), pack)
    expect(agenda.slice(0, 2).map(({ item }) => item)).toEqual(['AG-01', 'AG-29'])
    expect(agenda[1]!.prompts[0]).toMatch(/when they are found/)
    expect(agenda.filter(({ item }) => item === 'AG-29')).toHaveLength(1)
    expect(meetingOf(fixture(), pack).agenda.map(({ item }) => item)).not.toContain('AG-29')
    const rest = agenda.flatMap(({ item }) => (item === 'AG-29' ? [] : [item]))
    expect(rest).toEqual(meetingOf(fixture(), pack).agenda.map(({ item }) => item))
  })

  test('the record asks for it, and keeping safe cannot be put off', () => {
    const confirmation = F1(MISSING)
    const meeting = meetingOf(confirmation, 'south-glos')
    const minutes = wholeRecord(meeting, confirmation)
    expect(gapsOf(meeting, confirmation, minutes)).toEqual([])
    delete minutes.lines['whenFound']
    expect(gapsOf(meeting, confirmation, minutes).map(({ at }) => at.id)).toEqual(['whenFound'])
    expect(recordDuties(meeting, confirmation).safetyPlanNeeded).toBe(true)
    expect(recordDuties(meeting, F1()).recordLines.map(({ id }) => id)).not.toContain('whenFound')
  })
})

describe('a message says that the child is missing now (E-26)', () => {
  const said = (line: string) =>
    readMessage(
      `Case reference: BKS-204417\nPlacement reference: PL-30951\nChild: Q.X., aged 14\nPlacement type: foster\nStart: 2 November 2026 at 10am\n${line}`,
      {
        received: F1().confirmedAt,
        from: { name: 'Lennox Abernathy', email: 'lennox.abernathy@brackenshire.example' },
      },
    ).confirmations[0]!.fields.child
  test.each([
    ['Currently missing: yes', true],
    ['Still missing: no', false],
    ['The child is still missing.', true],
    ['He has been missing since Sunday night.', true],
    ['She is currently missing her mum.', undefined],
    ['Missing history: yes', undefined],
    ['The risk assessment is still missing.', undefined],
  ])('%s', (line, missingNow) => {
    expect(said(line)?.missingNow).toBe(missingNow)
  })
})
