import { describe, expect, test } from '@jest/globals'
import { childsSummaryDraft, hardWordsIn } from '../../../shared/record/childs-summary.ts'
import type { MeetingView } from '../../../shared/meeting/meeting-view.ts'
import type { Entry } from '../../../shared/record/minutes.ts'
import { day } from '../../../shared/dates/time.ts'
import { aSlot, someMinutes } from '../../support/builders.ts'

const item = (id: string, audience: 'all' | 'professionals' = 'all') => ({
  item: id,
  title: id,
  prompts: [],
  audience,
  minutes: 5,
  requirements: [],
})
const view = {
  slot: aSlot(),
  agenda: [item('AG-08'), item('AG-11'), item('AG-15'), item('AG-18', 'professionals')],
  attendees: [
    { key: 'child:1', role: 'child', name: 'The child' },
    { key: 'childsSocialWorker:1', role: 'childsSocialWorker', name: 'Rosalind Achterberg' },
  ] as unknown as MeetingView['attendees'],
}
const entry = (over: Partial<Entry>): Entry => ({ id: over.text!, item: 'AG-08', type: 'decision', text: '', ...over })

describe('what the child is offered to keep (R-134)', () => {
  test('says what they told us, what was decided, who does what, and when people meet again', () => {
    const minutes = someMinutes({
      entries: [
        entry({ text: 'Bedtime is at eight' }),
        entry({ text: 'I want my bike', type: 'view', who: 'child:1' }),
        entry({ text: 'Bring the bike', type: 'action', who: 'childsSocialWorker:1', due: day('2026-11-06') }),
      ],
      lines: { childsVoice: { answer: 'given', text: 'I like it here' }, nextMeeting: { answer: 'weeks6' } },
    })
    expect(childsSummaryDraft(minutes, view)).toBe(
      [
        'On Tuesday 3 November we met to talk about how things are for you.',
        '',
        'What you told us',
        '• I like it here',
        '• I want my bike',
        '',
        'What was decided',
        '• Bedtime is at eight',
        '',
        'What happens next',
        '• Rosalind Achterberg: Bring the bike, by Friday 6 November',
        '',
        'We plan to meet again on Tuesday 15 December.',
        '',
        'If something here is wrong, or you want to say more, tell Rosalind Achterberg.',
      ].join('\n'),
    )
  })

  test('holds nothing of risk, of professional items, of other people’s views, or of what was said while they were out', () => {
    const minutes = someMinutes({
      entries: [
        entry({ text: 'Knives are locked away', item: 'AG-15' }),
        entry({ text: 'The allowance is raised', item: 'AG-18' }),
        entry({ text: 'Mother drinks', without: 'child:1' }),
        entry({ text: 'She is difficult', type: 'view', who: 'mother:1' }),
        entry({ text: 'A note', type: 'note' }),
      ],
      lines: {},
    })
    const draft = childsSummaryDraft(minutes, view)
    for (const hidden of ['Knives', 'allowance', 'drinks', 'difficult', 'note']) expect(draft).not.toContain(hidden)
    expect(draft).not.toContain('What was decided')
  })

  test('warns of words of the trade, and not of plain ones', () => {
    expect(hardWordsIn('Your placement and contacts. The IRO knows.')).toEqual(['placement', 'contact', 'IRO'])
    expect(hardWordsIn('You can black out the window and ring Mum')).toEqual([])
  })
})
