/** Jobs that are due later by the app's own clock. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Instant } from '../../shared/dates/time.ts'
import { MERE_LOOKS } from '../../shared/wire/jobs.ts'
import { instantColumn, json, rowOf, rowsOf, type Queryable } from '../store/rows.ts'
import { keptJob, type KeptJob } from './kept-job.ts'

/** Of jobs with one key the last one asked for stands. */
export async function schedule(db: Queryable, { job, key, tries }: KeptJob, dueAt: Instant): Promise<void> {
  await sql`
    insert into scheduled_job (due_at, job, key, tries) values (${dueAt}, ${json(job)}, ${key}, ${tries})
    on conflict (key) do update set due_at = excluded.due_at, job = excluded.job, tries = excluded.tries`.execute(db)
}

export async function unschedule(db: Queryable, key: string): Promise<void> {
  await sql`delete from scheduled_job where key = ${key}`.execute(db)
}

export const isScheduled = async (db: Queryable, key: string): Promise<boolean> =>
  (await rowOf(db, z.object({}), sql`select from scheduled_job where key = ${key}`)) !== null

/** The name under which the keys of jobs are locked. */
export const KEY_LOCK = 'job'

/**
 * Takes out what is due, soonest first and at most so many at once. Two who ask at once never get the same job, and a
 * key that somebody has locked is left alone: they are about to put another job in the place of this one.
 */
export const takeDue = (transaction: Queryable, now: Instant, most: number): Promise<KeptJob[]> =>
  rowsOf(
    transaction,
    keptJob,
    sql`with due as (
          select id from scheduled_job
           where due_at <= ${now}
             and (key is null or pg_try_advisory_xact_lock(hashtextextended(${KEY_LOCK}::text || ' ' || key, 0)))
           order by due_at, id limit ${most} for update skip locked
        ), taken as (
          delete from scheduled_job where id in (select id from due) returning *
        )
        select job, key, tries from taken order by due_at, id`,
  )

/** What a clock that is moved by hand stops for on its way. */
export async function soonestDue(db: Queryable): Promise<Instant | null> {
  const row = z.object({ due_at: instantColumn })
  const soonest = sql`
    select due_at from scheduled_job
     where coalesce(job ->> 'name', '') <> all(${MERE_LOOKS}::text[]) order by due_at limit 1`
  return (await rowOf(db, row, soonest))?.due_at ?? null
}
