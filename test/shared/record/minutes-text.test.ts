import { expect, test } from '@jest/globals'
import type { MeetingView } from '../../../shared/meeting/meeting-view.ts'
import { recordLines } from '../../../shared/record/minutes-gaps.ts'
import { minutesAsText } from '../../../shared/record/minutes-text.ts'
import { day } from '../../../shared/dates/time.ts'
import { aConfirmation, aMeetingPlan, aSlot, someMinutes } from '../../support/builders.ts'

const plan = aMeetingPlan()
const view = {
  ref: 'PPM-7K2D',
  kind: plan.kind,
  slot: aSlot(),
  attendees: plan.attendees as unknown as MeetingView['attendees'],
  agenda: [
    ...plan.agenda,
    { item: 'AG-10', title: 'Health', prompts: [], audience: 'all' as const, minutes: 5, requirements: [] },
    { item: 'AG-11', title: 'Education', prompts: [], audience: 'all' as const, minutes: 5, requirements: [] },
  ],
  triggers: plan.triggers,
  emergencyChecklist: plan.emergencyChecklist,
  chairsLines: [],
  minimum: { roles: plan.minimum, missing: [] },
  recordLines: recordLines(plan, aConfirmation()),
}

test('a record as text holds everything that was written, under its heading, and no empty headings', () => {
  const minutes = someMinutes({
    items: { 'AG-10': { notDiscussed: true, owner: 'supervisingSocialWorker:1', by: day('2026-11-10') } },
    lines: { childsVoice: { answer: 'given', text: 'I want my bike' }, viewsInvited: { answer: 'yes' } },
  })
  expect(minutesAsText(minutes, view)).toBe(
    [
      'First planning meeting PPM-7K2D',
      'Tue 3 Nov 2026, 10:00 to 11:00',
      '',
      'Who was there',
      'Rosalind Achterberg: Present',
      '',
      'Welcome and why we are here',
      "Decision: School stays the same (The child's social worker)",
      '',
      'Health',
      'Not discussed: Tobias Greenhalgh, by Tue 10 Nov 2026',
      '',
      'Questions',
      'Was each person asked for their views and suggestions? Yes',
      "The child's own words, and how their views were gathered: I want my bike",
    ].join('\n'),
  )
})

test('of an answer that was taken back nothing is left in the record: neither its reason nor how somebody had contributed', () => {
  const minutes = someMinutes({
    attendance: { 'childsSocialWorker:1': { state: 'present', how: 'Sent a letter' } },
    entries: [],
    lines: {
      viewsInvited: { answer: 'yes', why: 'The mother had to leave' },
      'contribution:carer': { answer: 'none', why: 'Newly arrived', text: 'We are glad to have her' },
    },
  })
  const record = minutesAsText(minutes, view)
  expect(record).toContain('Rosalind Achterberg: Present\n')
  expect(record).toContain('Was each person asked for their views and suggestions? Yes\n')
  expect(record).toContain('What the carers contributed: None (Newly arrived)')
})

test('a record below its minimum says so where it says who was there, and what follows among the answers (R-064)', () => {
  const minutes = someMinutes({
    attendance: {
      'childsSocialWorker:1': { state: 'present' },
      'supervisingSocialWorker:1': { state: 'byVideo' },
      'fosterCarer:1': { state: 'apologies' },
    },
    entries: [],
    lines: { belowMinimum: { answer: 'again', by: day('2026-11-05') } },
  })
  const below = { ...view, minimum: { roles: ['childsSocialWorker' as const, 'fosterCarer' as const], missing: [] } }
  const record = minutesAsText(minutes, below)
  expect(record).toMatch(/Who was there\n[^]*\nBelow the minimum: without the foster carer\n\n/)
  expect(record).toContain('What follows? We meet again (by Thu 5 Nov 2026)')
})
