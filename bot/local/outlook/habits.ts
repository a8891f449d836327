/** What people do by themselves with an invitation, some time after it came: as a test or a demonstration wants it. */
import { addMinutes, type Instant } from '../../../shared/time.ts'
import type { Switches } from '../faults.ts'
import type { Tenant } from '../tenant.ts'
import { forwardMeeting } from './forwarding.ts'
import { copyOf } from './mailbox-store.ts'
import { respond, type Answer } from './responses.ts'

type Habit = Switches['habits'][number]
type Deed = Habit & { number: number; mailbox: string; iCalUId: string; dueAt: Instant }

const deeds = (tenant: Tenant) => tenant.state.table<Deed>('deeds to do')

const ANSWERS: Record<string, Answer> = {
  accept: 'accepted',
  tentativelyAccept: 'tentativelyAccepted',
  decline: 'declined',
}

/** Everybody who has a habit will get round to it. */
export function planDeeds(tenant: Tenant, mailbox: string, iCalUId: string): void {
  for (const habit of tenant.faults.switches.habits.filter(({ who }) => who.toLowerCase() === mailbox.toLowerCase())) {
    const number = tenant.state.next('deed')
    const dueAt = addMinutes(tenant.clock.now(), habit.afterMinutes)
    deeds(tenant).put(String(number), { ...habit, number, mailbox, iCalUId, dueAt })
  }
}

export function doDueDeeds(tenant: Tenant): void {
  const due = deeds(tenant)
    .all()
    .filter(({ dueAt }) => dueAt <= tenant.clock.now())
  for (const deed of due)
    tenant.state.change(() => {
      deeds(tenant).remove(String(deed.number))
      perform(tenant, deed)
    })
}

export const nextDeedDue = (tenant: Tenant): Instant | null =>
  deeds(tenant)
    .all()
    .reduce<Instant | null>((soonest, { dueAt }) => (soonest && soonest < dueAt ? soonest : dueAt), null)

/** An invitation that is gone by then is let be. */
function perform(tenant: Tenant, { mailbox, iCalUId, does, forwardTo }: Deed): void {
  const copy = copyOf(tenant, mailbox, iCalUId)
  const answer = ANSWERS[does]
  if (!copy || copy.isCancelled) return
  if (answer) respond(tenant, copy, answer, { comment: '', sendResponse: true, proposed: null })
  else if (forwardTo) forwardMeeting(tenant, copy, [forwardTo], '')
}
