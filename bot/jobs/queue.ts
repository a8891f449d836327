/** The queue of jobs that are to be worked now: pg-boss, on our own database. */
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { fromKysely, fromPglite, PgBoss } from 'pg-boss'
import { z } from 'zod'
import type { PlannedJob } from '../meetings/ports.ts'
import type { Database } from '../store/database.ts'
import { rowOf, rowsOf, type Queryable } from '../store/rows.ts'
import { idsOf, newlyKept, type KeptJob } from './kept-job.ts'
import { schedule, unschedule } from './scheduled-jobs.ts'

export const QUEUE = 'planning'

/** One structured line: what happened, and ids. */
export type JobLog = (level: 'info' | 'error', event: string, ids: Record<string, string | number | null>) => void

export type Queue = {
  database: Database
  boss: PgBoss
  /** Keeps jobs in a transaction of the caller's: in the queue those for now, on the schedule those for later. */
  plan: (transaction: Queryable, jobs: PlannedJob[]) => Promise<void>
  /** Puts a job into the queue, in the place of one with the same key that waits there. */
  put(transaction: Queryable, kept: KeptJob): Promise<void>
  /** Puts a job that was taken out back to the end of the queue, unless one with its key has been asked for since. */
  putBack(kept: KeptJob): Promise<void>
  /** Whether another job for this meeting is being worked, here or on another instance. */
  isBusyWith(meetingId: string, jobId: string): Promise<boolean>
  /** Resolves when nothing waits in the queue and nothing is being worked. */
  idle(): Promise<void>
  stop(): Promise<void>
}

export async function openQueue(database: Database, log: JobLog): Promise<Queue> {
  const { db, engine } = database
  const boss = new PgBoss({
    ...(engine.kind === 'embedded'
      ? { backend: 'pglite', db: fromPglite(engine.pglite), reindex: false }
      : { connectionString: engine.url, application_name: 'placement-planning-jobs', max: 5 }),
    schedule: false,
    useListenNotify: true,
    // How soon a job is taken up again whose process was killed: so often the missing heartbeat is looked for.
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
  })
  boss.on('error', (error) => log('error', 'jobQueueFault', { fault: faultOf(error) }))
  boss.on('warning', ({ message }) => log('error', 'jobQueueWarning', { message }))
  await boss.start()
  await prepareQueue(boss)
  if (engine.kind === 'embedded') await takeUpOrphans(boss, db)

  const send = (transaction: Queryable, kept: KeptJob) => {
    const { meetingId } = idsOf(kept)
    const options = { db: fromKysely(transaction), group: meetingId === null ? undefined : { id: meetingId } }
    return kept.key === null
      ? boss.send(QUEUE, kept, options)
      : boss.upsert(QUEUE, kept, { ...options, singletonKey: kept.key })
  }
  const put = async (transaction: Queryable, kept: KeptJob) => {
    if (kept.key !== null) await lockKey(transaction, kept.key)
    await send(transaction, kept)
  }

  return {
    database,
    boss,
    put,
    putBack: (kept) =>
      database.transaction(async (transaction) => {
        const { key } = kept
        if (key !== null) {
          await lockKey(transaction, key)
          const newer = await boss.findJobs(QUEUE, { key, queued: true, db: fromKysely(transaction) })
          if (newer.length > 0) return
        }
        await send(transaction, kept)
      }),
    plan: async (transaction, jobs) => {
      for (const { job, dueAt, key } of jobs) {
        if (dueAt) {
          await schedule(transaction, newlyKept(job, key), dueAt)
        } else {
          if (key) await unschedule(transaction, key)
          await put(transaction, newlyKept(job, key))
        }
      }
    },
    isBusyWith: async (meetingId, jobId) => {
      const other = sql`select from pgboss.job
        where name = ${QUEUE} and state = 'active' and group_id = ${meetingId} and id <> ${jobId}::uuid limit 1`
      return (await rowOf(db, z.object({}), other)) !== null
    },
    idle: async () => {
      const left = sql`select from pgboss.job where name = ${QUEUE} and state in ('created', 'retry', 'active') limit 1`
      while (await rowOf(db, z.object({}), left)) await pause(20)
    },
    stop: () => boss.stop({ graceful: false }),
  }
}

const lockKey = (transaction: Queryable, key: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended('job ' || ${key}, 0))`.execute(transaction)

const DAY = 24 * 60 * 60

async function prepareQueue(boss: PgBoss): Promise<void> {
  const options = {
    notify: true,
    // A job is given up by us, after tries that we count and space out by our own clock (see runner.ts). What pg-boss
    // tries again is what a process was working on when it ended.
    retryLimit: 100,
    heartbeatSeconds: 10,
    expireInSeconds: 10 * 60,
    retentionSeconds: 365 * DAY,
    deleteAfterSeconds: DAY,
  }
  await boss.createQueue(QUEUE, options)
  await boss.updateQueue(QUEUE, options)
  // On the embedded database the first `send` inside a transaction would ask for the queue outside of it, and wait for
  // ever. Any question about its jobs makes pg-boss remember the queue.
  await boss.findJobs(QUEUE, { key: 'none' })
}

/** The embedded database belongs to this process alone, so whatever was being worked when it opened, nobody works now. */
async function takeUpOrphans(boss: PgBoss, db: Queryable): Promise<void> {
  const active = sql`select id from pgboss.job where name = ${QUEUE} and state = 'active'`
  const orphans = await rowsOf(db, z.object({ id: z.string() }), active)
  if (orphans.length > 0) {
    await boss.fail(
      QUEUE,
      orphans.map(({ id }) => id),
    )
  }
}

/** The name of what went wrong, with its code where it has one. Its words may hold what must not be logged. */
export function faultOf(error: unknown): string {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown }
  return [name, code].filter((part) => typeof part === 'string').join(' ') || 'unknown'
}
