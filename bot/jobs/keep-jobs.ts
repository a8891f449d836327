/**
 * Keeps jobs: in the queue those for now, on the schedule those for later. Of jobs with one key the last one asked for
 * is kept; whoever decides that has the key locked.
 */
import type { Instant } from '../../shared/dates/time.ts'
import type { PlannedJob } from '../meetings/ports.ts'
import { lockAll, type Queryable } from '../store/rows.ts'
import { takeGivenUp } from './given-up-jobs.ts'
import { newlyKept, type KeptJob } from './kept-job.ts'
import type { Queue } from './queue.ts'
import { isScheduled, KEY_LOCK, schedule, takeDue, unschedule } from './scheduled-jobs.ts'

/** What a save asks for, in the save's own transaction. */
export const keepJobs =
  (queue: Queue) =>
  async (transaction: Queryable, jobs: PlannedJob[]): Promise<void> => {
    await lockKeys(
      transaction,
      jobs.map(({ key }) => key),
    )
    for (const { job, dueAt, key } of jobs) {
      if (dueAt) {
        await schedule(transaction, newlyKept(job, key), dueAt)
      } else {
        if (key) await unschedule(transaction, key)
        await queue.send(transaction, newlyKept(job, key))
      }
    }
  }

/** Keeps a job that was taken out but is not done, unless one with its key has been asked for since: that one is newer. */
export const keepAgain = (queue: Queue, kept: KeptJob, dueAt: Instant | 'now'): Promise<void> =>
  queue.database.transaction(async (transaction) => {
    const { key } = kept
    if (key !== null) {
      await lockKeys(transaction, [key])
      if ((await queue.isWaiting(transaction, key)) || (await isScheduled(transaction, key))) return
    }
    if (dueAt === 'now') await queue.send(transaction, kept)
    else await schedule(transaction, kept, dueAt)
  })

/** Sets a job going again that was given up; `false` when it is no longer there. */
export const keepGivenUp = (queue: Queue, id: number): Promise<boolean> =>
  queue.database.transaction(async (transaction) => {
    const kept = await takeGivenUp(transaction, id)
    if (!kept) return false
    await lockKeys(transaction, [kept.key])
    await queue.send(transaction, { ...kept, tries: 0 })
    return true
  })

/** Moves everything that is due into the queue. */
export async function moveDue(queue: Queue, now: Instant): Promise<void> {
  const most = 100
  let moved: number
  do {
    moved = await queue.database.transaction(async (transaction) => {
      const due = await takeDue(transaction, now, most)
      for (const kept of due) await queue.send(transaction, kept)
      return due.length
    })
  } while (moved === most)
}

const lockKeys = (transaction: Queryable, keys: (string | null | undefined)[]) =>
  lockAll(
    transaction,
    KEY_LOCK,
    keys.filter((key) => typeof key === 'string'),
  )
