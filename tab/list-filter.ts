/** Which meetings of the list are wanted: whose turn it is, how they stand, what is due, and what kind of placement. */
import type { MeetingRow } from '../shared/meeting/meeting-view.ts'
import { standingOf } from '../shared/meeting/standing.ts'
import { addDays, londonDate, startOfDay, type Instant } from '../shared/dates/time.ts'

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
type Filter = keyof typeof FILTERS

/** A filter by its name, or else a kind of placement. */
export function passes(row: MeetingRow, filter: string, now: Instant): boolean {
  const { state, slot } = row
  switch (filter as Filter) {
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
