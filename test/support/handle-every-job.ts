import type { JobHandlers } from '../../bot/jobs/runner.ts'
import { jobSchema, type Job } from '../../shared/wire/jobs.ts'

/** One way to work every job, whatever its name. */
export const handleEveryJob = (handle: (job: Job) => Promise<void>) =>
  Object.fromEntries(jobSchema.options.map(({ shape }) => [shape.name.value, handle])) as unknown as JobHandlers
