import { expect, test } from '@jest/globals'
import { readBack } from '../../shared/read-back.ts'
import { day } from '../../shared/time.ts'
import type { Entry } from '../../shared/minutes.ts'

const people = [
  { key: 'supervisingSocialWorker:1' as const, name: 'Tobias Greenhalgh', role: 'supervisingSocialWorker' as const },
]
const entry = (over: Partial<Entry>): Entry => ({ id: 'e', item: 'AG-10', type: 'note', text: 'words', ...over })

test('decisions and actions are read back as sentences; notes and views are not', () => {
  const { decisions, actions } = readBack(
    {
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
    people,
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
