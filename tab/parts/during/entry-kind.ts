/** What the four kinds of entry need beside their words, and whom each is about at first. */
import type { AttendeeView } from '../../../shared/meeting/meeting-view.ts'
import type { Entry, EntryType } from '../../../shared/record/minutes.ts'
import type { PersonKey, Role } from '../../../shared/placement/placement.ts'
import type { Among } from './who-select.tsx'

export const WHO_ASKED: Record<EntryType, { among: Among; label: string; nobody: string } | null> = {
  note: null,
  decision: { among: 'deciders', label: 'Decided by', nobody: 'Decided by?' },
  action: { among: 'doers', label: 'Who does it', nobody: 'Who does it?' },
  view: { among: 'voices', label: 'Whose view', nobody: 'Whose view?' },
}

/** Decisions for the child are the child's social worker's, unless the chair says otherwise. */
export function whoAtFirst(type: EntryType, people: Pick<AttendeeView, 'key' | 'role'>[]): PersonKey | Role | '' {
  if (type !== 'decision') return ''
  return people.find(({ role }) => role === 'childsSocialWorker')?.key ?? 'childsSocialWorker'
}

/** What changes when an entry becomes one of another kind: whom it was about does not carry over. */
export const becoming = (
  type: EntryType,
  people: Pick<AttendeeView, 'key' | 'role'>[],
): Pick<Entry, 'type' | 'who' | 'due'> => ({ type, who: whoAtFirst(type, people), due: '' })

const PREFIXES: Record<string, EntryType> = { n: 'note', d: 'decision', a: 'action', v: 'view' }

/** The kind that `a `, `d `, `v ` or `n ` at the start of an empty entry asks for. */
export const kindAsked = (text: string): EntryType | null =>
  text.length === 2 && text[1] === ' ' ? (PREFIXES[text[0]!] ?? null) : null
