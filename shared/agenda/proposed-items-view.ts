/** What one reader sees of what is proposed for the agenda: all of it who writes the record, else their own proposals. */
import { agendaInUse } from './agenda-in-use.ts'
import type { Minutes } from '../record/minutes.ts'
import { keepsToDates, mayDo, type Reader } from '../people/permissions.ts'
import type { Placement } from '../placement/placement-case.ts'
import type { PlanningMeeting } from '../meeting/planning-meeting.ts'
import { isToCome } from './preparation.ts'
import { carriedOver, type Before, type CarriedItem, type ProposedItem } from './proposed-items.ts'

export type ItemView = {
  id: string
  title: string
  /** Why, and from whom or from where. */
  why: string
  from: string
  /** `onAgenda` of itself, where the plan has it this time as well. */
  is: 'open' | 'taken' | 'parked' | 'onAgenda'
  settled: { by: string; why: string } | null
}

export type ProposedItemsView = { items: ItemView[]; may: { propose: boolean; settle: boolean } }

export function proposedItemsView(
  reader: Reader,
  placement: Placement,
  meeting: PlanningMeeting,
  { minutes, before }: { minutes: Minutes; before: Before | null },
): ProposedItemsView {
  const writes = mayDo('recordMinutes', reader, placement, meeting)
  const reads = writes || mayDo('seeRecord', reader, placement, meeting)
  const { items = [], settled = {} } = meeting.preparation ?? {}
  const viewOf = (id: string, title: string, why: string, from: string, onAgenda = false): ItemView => {
    const done = settled[id]
    return {
      id,
      title,
      why,
      from,
      is: done ? done.as : onAgenda ? 'onAgenda' : 'open',
      settled: done ? { by: done.by, why: done.why } : null,
    }
  }
  const proposed = items.filter(({ by }) => reads || by.objectId === reader.objectId)
  return {
    items: [
      ...(reads ? carriedTo(meeting, { minutes, before }) : []).map(({ id, title, from, onAgenda }) =>
        viewOf(id, title, '', from, onAgenda),
      ),
      ...proposed.map(({ id, title, why, by }) => viewOf(id, title, why, `Proposed by ${by.name}`)),
    ],
    may: {
      propose: mayPropose(reader, placement, meeting),
      settle: writes && isToCome(meeting),
    },
  }
}

/** Every professional of the case, whether they come or only see to it; not those who keep to dates (P-24). */
export const mayPropose = (reader: Reader, placement: Placement, meeting: PlanningMeeting): boolean =>
  isToCome(meeting) && mayDo('seeMeeting', reader, placement, meeting) && !keepsToDates(reader, placement)

/** For a meeting that is still to come; what became of it later is in the record. */
export const carriedTo = (
  meeting: PlanningMeeting,
  { minutes, before }: { minutes: Minutes; before: Before | null },
): CarriedItem[] => (before && isToCome(meeting) ? carriedOver(before, agendaInUse(meeting.plan.agenda, minutes)) : [])

/** Something that can be taken or parked, by its id. */
export function titleOf(id: string, proposed: ProposedItem[], carried: CarriedItem[]): string | null {
  return proposed.find((one) => one.id === id)?.title ?? carried.find((one) => one.id === id)?.title ?? null
}
