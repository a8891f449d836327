/** Does what the stand-in owes by now: what people were going to do, then telling those who subscribed. */
import { earlier, type Instant } from '../../shared/dates/time.ts'
import type { Courier } from './notifications/courier.ts'
import { doDueDeeds } from './outlook/habits.ts'
import { nextDeedDue } from './outlook/planned-deeds.ts'
import type { Tenant } from './tenant.ts'

export type DueWork = {
  /** Resolves once nothing is left to do by now. */
  settle(): Promise<void>
  /** When there will next be something to do; `null` when there is nothing. */
  nextDue(): Instant | null
  stop(): void
}

const LOOK_EVERY_MS = 1000

export function startDueWork(tenant: Tenant, courier: Courier, log: (line: string) => void): DueWork {
  let running: Promise<void> | null = null

  const nextDue = () => {
    const [deed, notification] = [nextDeedDue(tenant), courier.nextDue()]
    return deed && notification ? earlier(deed, notification) : (deed ?? notification)
  }
  const isDue = () => {
    const next = nextDue()
    return next !== null && next <= tenant.clock.now()
  }
  const work = async () => {
    while (isDue()) {
      doDueDeeds(tenant)
      await courier.deliverDue()
    }
  }
  /** One at a time; what becomes due meanwhile is done by the one that is running. */
  const settle = async (): Promise<void> => {
    while (running || isDue()) await (running ??= work().finally(() => (running = null)))
  }
  const look = () => {
    if (isDue()) settle().catch((error: unknown) => log(`due work failed: ${String(error)}`))
  }

  tenant.state.onChange(() => void setImmediate(look))
  tenant.clock.onMove(look)
  const timer = setInterval(look, LOOK_EVERY_MS)
  timer.unref()
  return { settle, nextDue, stop: () => clearInterval(timer) }
}
