/** Lets time pass quickly on a clock that can be moved: everything that is due on the way happens at its moment. */
import type { Instant } from '../../shared/dates/time.ts'
import type { Clock } from '../meetings/ports.ts'
import type { Jobs } from './runner.ts'

export async function passTime(
  jobs: Pick<Jobs, 'tick' | 'idle' | 'nextDue'>,
  clock: Clock & { set(now: Instant): void },
  until: Instant,
): Promise<void> {
  const settle = async () => {
    await jobs.tick()
    await jobs.idle()
  }
  const forwardTo = (at: Instant) => {
    if (at > clock.now()) clock.set(at)
  }

  await settle()
  while (clock.now() < until) {
    const next = await jobs.nextDue()
    forwardTo(next !== null && next < until ? next : until)
    await settle()
  }
}
