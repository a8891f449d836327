/** The queue of jobs that are to be worked now: pg-boss, on our own database. */
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { fromKysely, fromPglite, PgBoss } from 'pg-boss'
import { z } from 'zod'
import type { Database } from '../store/database.ts'
import { rowOf, rowsOf, type Queryable } from '../store/rows.ts'
import { idsOf, type KeptJob } from './kept-job.ts'

export const QUEUE = 'planning'

/** One structured line: what happened, and ids. */
export type JobLog = (level: 'info' | 'error', event: string, ids: Record<string, string | number | null>) => void

export type Queue = {
  database: Database
  boss: PgBoss
  /** Puts a job into the queue, in the place of one with the same key that waits there. */
  send(transaction: Queryable, kept: KeptJob): Promise<void>
  isWaiting(transaction: Queryable, key: string): Promise<boolean>
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
    superviseIntervalSeconds: 3,
    monitorIntervalSeconds: 3,
  })
  boss.on('error', (error) => log('error', 'jobQueueFault', { fault: faultOf(error) }))
  boss.on('warning', ({ message }) => log('error', 'jobQueueWarning', { message }))
  await boss.start()
  await prepareQueue(boss)
  if (engine.kind === 'embedded') await takeUpOrphans(boss, db)

  return {
    database,
    boss,
    send: async (transaction, kept) => {
      const { meetingId } = idsOf(kept)
      const options = { db: fromKysely(transaction), ...(meetingId !== null && { group: { id: meetingId } }) }
      if (kept.key === null) await boss.send(QUEUE, kept, options)
      else await boss.upsert(QUEUE, kept, { ...options, singletonKey: kept.key })
    },
    isWaiting: async (transaction, key) =>
      (await boss.findJobs(QUEUE, { key, queued: true, db: fromKysely(transaction) })).length > 0,
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
  const orphans = (await rowsOf(db, z.object({ id: z.string() }), active)).map(({ id }) => id)
  if (orphans.length > 0) await boss.fail(QUEUE, orphans)
}

/** The name of what went wrong, with its code where it has one. Its words may hold what must not be logged. */
export function faultOf(error: unknown): string {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown }
  return [name, code].filter((part) => typeof part === 'string').join(' ') || 'unknown'
}
