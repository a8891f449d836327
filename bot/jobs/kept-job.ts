/** A job as it lies in the database, in whichever of our three places: scheduled, in the queue or given up. */
import { z } from 'zod'
import type { Job } from '../../shared/wire/jobs.ts'

export type KeptJob = {
  /** Read by the schema of jobs only when it is worked: one that nobody understands any more must not hold up the rest. */
  job: unknown
  key: string | null
  /** How often it was tried in vain. */
  tries: number
}

export const keptJob = z.object({ job: z.unknown(), key: z.string().nullable(), tries: z.int() })

export const newlyKept = (job: Job, key: string | undefined): KeptJob => ({ job, key: key ?? null, tries: 0 })

/** The ids in a job, for log lines and for finding what belongs together. */
export function idsOf({ job }: KeptJob): { job: string; meetingId: string | null } {
  const { name, meetingId } = z
    .object({ name: z.string().catch('unknown'), meetingId: z.string().nullable().catch(null) })
    .catch({ name: 'unknown', meetingId: null })
    .parse(job)
  return { job: name, meetingId }
}
