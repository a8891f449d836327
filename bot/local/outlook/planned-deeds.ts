/** What people mean to do with an invitation, some time after it came: as a test or a demonstration wants it. */
import { addMinutes, type Instant } from '../../../shared/dates/time.ts'
import type { Switches } from '../faults.ts'
import type { Table } from '../state.ts'
import type { Tenant } from '../tenant.ts'

export type Deed = Switches['habits'][number] & { number: number; mailbox: string; iCalUId: string; dueAt: Instant }

export const plannedDeeds = (tenant: Tenant): Table<Deed> => tenant.state.table<Deed>('deeds to do')

/** Everybody who has a habit will get round to it. */
export function planDeeds(tenant: Tenant, mailbox: string, iCalUId: string): void {
  for (const habit of tenant.faults.switches.habits.filter(({ who }) => who.toLowerCase() === mailbox.toLowerCase())) {
    const number = tenant.state.next('deed')
    const dueAt = addMinutes(tenant.clock.now(), habit.afterMinutes)
    plannedDeeds(tenant).put(String(number), { ...habit, number, mailbox, iCalUId, dueAt })
  }
}

export const nextDeedDue = (tenant: Tenant): Instant | null =>
  plannedDeeds(tenant)
    .all()
    .reduce<Instant | null>((soonest, { dueAt }) => (soonest && soonest < dueAt ? soonest : dueAt), null)
