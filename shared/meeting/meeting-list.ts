/**
 * The list of what is due next, a page at a time: which meetings are wanted, in which order, and from where the next page
 * goes on. A page begins behind the last meeting of the one before, wherever that stands by then: nothing is left out or
 * shown twice because something else has changed meanwhile.
 */
import { addDays, londonDate, startOfDay, type Instant } from '../dates/time.ts'
import { PLACEMENT_TYPES, type PlacementType } from '../placement/placement.ts'
import { MEETING_KIND_WORDS } from '../words.ts'
import type { MeetingRow, RowGroup } from './meeting-view.ts'
import { byWhatIsMissedFirst, compareMissed, missedAt, standingOf, type Missed } from './standing.ts'

export const ROW_GROUPS = ['needsYou', 'thisWeek', 'waiting', 'done'] as const satisfies RowGroup[]

export const FILTERS = {
  all: 'All meetings',
  mine: 'Needs me',
  urgent: 'Late, or due now',
  week: 'Due within a week',
  documents: 'Documents not ready',
  toArrange: 'Not yet arranged',
  arranged: 'Arranged',
  minutesOpen: 'Minutes open',
  done: 'Held or cancelled',
  emergency: 'Emergency placements',
}
type NamedFilter = keyof typeof FILTERS
/** By its name, or else a kind of placement. */
export type Filter = NamedFilter | PlacementType
export const ALL_FILTERS = [...(Object.keys(FILTERS) as NamedFilter[]), ...PLACEMENT_TYPES] as const

/** The last meeting of a page, by what it is listed by. */
export type Place = Omit<Missed, 'group'>

export type ListAsked = {
  words?: string
  filter?: Filter
  /** Goes on in one group, behind a meeting of it; else every group from its beginning. */
  further?: { group: RowGroup; after: Place }
}

export type ListPage = {
  meetings: MeetingRow[]
  /** How many of what was asked for there are in each group, on whatever page. */
  counts: Record<RowGroup, number>
  /** Where a group goes on that is longer. */
  next: Partial<Record<RowGroup, Place>>
  /** How many there are and which kinds of placement, whatever was asked for. */
  all: number
  types: PlacementType[]
}

/** What is seen at first is small; whoever goes further gets more at once. */
export const FIRST_PAGE = 50
const FURTHER_PAGE = 200

export function listPage(
  rows: MeetingRow[],
  { words = '', filter = 'all', further }: ListAsked,
  now: Instant,
): ListPage {
  const wanted = rows.filter((row) => says(row, words) && passes(row, filter, now)).sort(byWhatIsMissedFirst)
  const pages = ROW_GROUPS.map((group) => {
    const inGroup = wanted.filter((row) => row.group === group)
    if (!further) return { group, count: inGroup.length, ...cut(inGroup, FIRST_PAGE) }
    const { after } = further
    const isBehind = (row: MeetingRow) => compareMissed({ group, ...after }, missedAt(row)) < 0
    const behind = group === further.group ? inGroup.filter(isBehind) : []
    return { group, count: inGroup.length, ...cut(behind, FURTHER_PAGE) }
  })
  return {
    meetings: pages.flatMap(({ page }) => page),
    counts: byGroup(pages.map(({ group, count }) => [group, count])) as Record<RowGroup, number>,
    next: byGroup(pages.flatMap(({ group, next }) => (next ? [[group, next]] : []))),
    all: rows.length,
    types: PLACEMENT_TYPES.filter((type) => rows.some(({ placementType }) => placementType === type)),
  }
}

function cut(rows: MeetingRow[], size: number): { page: MeetingRow[]; next: Place | null } {
  const page = rows.slice(0, size)
  if (rows.length <= size) return { page, next: null }
  const { at, ref } = missedAt(page.at(-1)!)
  return { page, next: { at, ref } }
}

const byGroup = <Value>(entries: [RowGroup, Value][]) => Object.fromEntries(entries) as Partial<Record<RowGroup, Value>>

/** A list with one more page of a group; unless it goes on somewhere else by now. */
export function withFurther(list: ListPage, page: ListPage, { group, after }: NonNullable<ListAsked['further']>) {
  if (list.next[group]?.ref !== after.ref) return list
  const { [group]: _, ...others } = list.next
  const known = new Set(list.meetings.map(({ id }) => id))
  return {
    ...list,
    meetings: [...list.meetings, ...page.meetings.filter(({ id }) => !known.has(id))],
    next: { ...others, ...page.next },
  }
}

const says = ({ ref, caseReference, kind }: MeetingRow, words: string) =>
  `${ref} ${caseReference ?? ''} ${MEETING_KIND_WORDS[kind]}`.toLowerCase().includes(words.trim().toLowerCase())

function passes(row: MeetingRow, filter: Filter, now: Instant): boolean {
  const { state, slot } = row
  switch (filter) {
    case 'all':
      return true
    case 'mine':
      return row.group === 'needsYou'
    case 'urgent':
      return standingOf(row, now).worry === 'urgent'
    case 'week':
      return isDueWithinWeek(row, now)
    case 'documents':
      return row.readiness !== null && row.readiness.ready < row.readiness.of
    case 'toArrange':
      return state === 'toArrange' || state === 'arranging'
    case 'arranged':
      return state === 'arranged' && slot !== null && now < slot.end
    case 'minutesOpen':
      return state === 'arranged' && slot !== null && now >= slot.end
    case 'done':
      return row.group === 'done'
    case 'emergency':
      return row.basis === 'emergency'
    default:
      return row.placementType === filter
  }
}

/** To be held, or arranged by then; what is late as well. */
function isDueWithinWeek({ state, slot, deadline }: MeetingRow, now: Instant): boolean {
  if (state === 'held' || state === 'cancelled') return false
  const due = state === 'toArrange' ? deadline?.at : slot?.start
  return due !== undefined && due < startOfDay(addDays(londonDate(now), 7))
}
