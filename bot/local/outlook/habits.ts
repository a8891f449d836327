/** Does what people meant to do with an invitation, once its time has come. */
import type { Tenant } from '../tenant.ts'
import { forwardMeeting } from './forwarding.ts'
import { copyOf } from './mailbox-store.ts'
import { plannedDeeds, type Deed } from './planned-deeds.ts'
import { respond, type Answer } from './responses.ts'

const ANSWERS: Record<string, Answer> = {
  accept: 'accepted',
  tentativelyAccept: 'tentativelyAccepted',
  decline: 'declined',
}

export function doDueDeeds(tenant: Tenant): void {
  const due = plannedDeeds(tenant)
    .all()
    .filter(({ dueAt }) => dueAt <= tenant.clock.now())
  for (const deed of due)
    tenant.state.change(() => {
      plannedDeeds(tenant).remove(String(deed.number))
      perform(tenant, deed)
    })
}

/** An invitation that is gone by then is let be. */
function perform(tenant: Tenant, { mailbox, iCalUId, does, forwardTo }: Deed): void {
  const copy = copyOf(tenant, mailbox, iCalUId)
  const answer = ANSWERS[does]
  if (!copy || copy.isCancelled) return
  if (answer) respond(tenant, copy, answer, { comment: '', sendResponse: true, proposed: null })
  else if (forwardTo) forwardMeeting(tenant, copy, [forwardTo], '')
}
