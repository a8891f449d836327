/** The places of a record, in the order in which a meeting goes through them, and how far each has come. */
import { standingAnswer, type ChecklistLine } from '../../../shared/record/checklists.ts'
import { emergencyLines } from '../../../shared/record/emergency-checklist.ts'
import type { MeetingView } from '../../../shared/meeting/meeting-view.ts'
import { AUTHORITY_ITEM } from '../../../shared/record/delegated-authority.ts'
import { RISK_ITEM } from '../../../shared/record/item-questions.ts'
import { isAboutWhoCame } from '../../../shared/record/who-came.ts'
import { gapsIn, isSilent, type Gap } from '../../../shared/record/minutes-gaps.ts'
import type { Minutes } from '../../../shared/record/minutes.ts'
import type { AgendaItem } from '../../../shared/meeting/plan.ts'
import { listed } from '../../../shared/people/who-is-told.ts'
import { TRIGGER_WORDS } from '../../../shared/words.ts'

export type Place =
  | { id: 'who'; title: string; kind: 'attendance' }
  | { id: string; title: string; kind: 'item'; item: AgendaItem; lines: ChecklistLine[] }
  | { id: 'record'; title: string; kind: 'record'; lines: ChecklistLine[] }

export const EMERGENCY_ITEM = 'AG-24'
export const CHAIRS_ITEM = 'AG-25'
export const ACTIONS_ITEM = 'AG-26'

/** A checklist stands under its own agenda item; where the agenda has none, with the questions for the record. */
export function placesOf(view: MeetingView, minutes: Minutes): Place[] {
  const emergency = emergencyLines(view, minutes.lines).map((line) =>
    line.id === 'EM-0'
      ? { ...line, hint: `Shown here: ${listed(view.triggers.map((one) => TRIGGER_WORDS[one]))}.` }
      : line,
  )
  const has = (item: string) => view.agenda.some((one) => one.item === item)
  const linesOf = (item: string) =>
    item === EMERGENCY_ITEM
      ? [...emergency, ...view.recordLines.filter((line) => line.item === item)]
      : item === CHAIRS_ITEM
        ? view.chairsLines
        : view.recordLines.filter((line) => line.item === item)
  return [
    { id: 'who', title: 'Who is here', kind: 'attendance' },
    ...view.agenda.map((item) => ({
      id: item.item,
      title: item.title,
      kind: 'item' as const,
      item,
      lines: linesOf(item.item),
    })),
    {
      id: 'record',
      title: 'For the record',
      kind: 'record',
      lines: [
        ...(has(EMERGENCY_ITEM) ? [] : emergency),
        ...(has(CHAIRS_ITEM) ? [] : view.chairsLines),
        ...view.recordLines.filter(({ item }) => !item || !has(item)),
      ],
    },
  ]
}

/** Where something that is missing is to be filled in. */
export function placeOf({ at }: Gap, places: Place[], minutes: Minutes): string {
  switch (at.kind) {
    case 'attendance':
      return 'who'
    case 'item':
      return at.id
    case 'entry':
      return minutes.entries.find(({ id }) => id === at.id)?.item ?? 'record'
    case 'authority':
      return AUTHORITY_ITEM
    case 'resident':
      return RISK_ITEM
    case 'position':
      return 'record'
    case 'line':
      if (isAboutWhoCame(at.id)) return 'who'
      return places.find((place) => 'lines' in place && place.lines.some(({ id }) => id === at.id))?.id ?? 'record'
  }
}

export type Mark = 'empty' | 'text' | 'decision' | 'action' | 'putOff' | 'done'

export const MARK_WORDS: Record<Mark, string> = {
  empty: 'nothing written',
  text: 'has text',
  decision: 'has a decision',
  action: 'has an action',
  putOff: 'not discussed, taken on by somebody',
  done: 'complete',
}

/** How far every place has come, by its id. */
export function marksOf(view: MeetingView, places: Place[], minutes: Minutes): Map<string, Mark> {
  const missing = new Set(gapsIn(view, minutes).map((gap) => placeOf(gap, places, minutes)))
  return new Map(
    places.map((place) => [
      place.id,
      markOf(place, minutes, { missing: missing.has(place.id), silent: isSilent(place.id, view, minutes) }),
    ]),
  )
}

function markOf(place: Place, minutes: Minutes, { missing, silent }: { missing: boolean; silent: boolean }): Mark {
  if (place.kind === 'attendance') {
    return !missing ? 'done' : Object.values(minutes.attendance).some((one) => one?.state) ? 'text' : 'empty'
  }
  if (place.kind === 'record' || place.id === EMERGENCY_ITEM || place.id === CHAIRS_ITEM) {
    const answered = place.lines.some((line) => standingAnswer(line, minutes.lines[line.id]) !== null)
    return !missing ? 'done' : answered ? 'text' : 'empty'
  }
  const written = minutes.entries.filter(
    // Every action, wherever it came up, is gone through at the end.
    ({ item, type, text }) =>
      text.trim() !== '' && (item === place.id || (place.id === ACTIONS_ITEM && type === 'action')),
  )
  if (written.some(({ type }) => type === 'action')) return 'action'
  if (written.some(({ type }) => type === 'decision')) return 'decision'
  if (written.length > 0 || !silent) return 'text'
  return minutes.items[place.id]?.notDiscussed && !missing ? 'putOff' : 'empty'
}
