/** Jobs that were tried often enough: kept for a person to look at and, if they see fit, to set going again. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Instant } from '../../shared/dates/time.ts'
import { instantColumn, json, rowOf, rowsOf, type Queryable } from '../store/rows.ts'
import { idsOf, keptJob, type KeptJob } from './kept-job.ts'

export type GivenUpJob = {
  id: number
  givenUpAt: Instant
  job: string
  meetingId: string | null
  tries: number
  /** The name of what went wrong, never its words. */
  fault: string
}

export async function giveUp(
  db: Queryable,
  { job, key, tries }: KeptJob,
  { at, fault }: { at: Instant; fault: string },
): Promise<void> {
  await sql`
    insert into given_up_job (given_up_at, job, key, tries, fault)
    values (${at}, ${json(job)}, ${key}, ${tries}, ${fault})`.execute(db)
}

/** The latest first. */
export const givenUpJobs = (db: Queryable): Promise<GivenUpJob[]> =>
  rowsOf(
    db,
    keptJob
      .extend({ id: z.int(), given_up_at: instantColumn, fault: z.string() })
      .transform(({ id, given_up_at, fault, ...kept }) => ({
        ...{ id, fault, givenUpAt: given_up_at, tries: kept.tries },
        ...idsOf(kept),
      })),
    sql`select * from given_up_job order by given_up_at desc, id desc`,
  )

export const takeGivenUp = (transaction: Queryable, id: number): Promise<KeptJob | null> =>
  rowOf(transaction, keptJob, sql`delete from given_up_job where id = ${id} returning *`)
