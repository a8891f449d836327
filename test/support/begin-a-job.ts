/** A process of its own that begins a job, says so, and never finishes it. */
import { keepJobs } from '../../bot/jobs/keep-jobs.ts'
import { openQueue } from '../../bot/jobs/queue.ts'
import { startJobs } from '../../bot/jobs/runner.ts'
import { openDatabase, type DatabaseConfig } from '../../bot/store/database.ts'
import type { MeetingId } from '../../shared/meeting/planning-meeting.ts'
import { instant } from '../../shared/dates/time.ts'
import { handleEveryJob } from './handle-every-job.ts'

const database = await openDatabase(JSON.parse(process.argv[2] ?? '') as DatabaseConfig)
const queue = await openQueue(database, () => {})
const begin = () => new Promise<void>(() => console.log('begun'))
await startJobs({
  queue,
  clock: { now: () => instant('2026-10-26T12:00:00Z') },
  handlers: handleEveryJob(begin),
  log: () => {},
})
await database.transaction((inside) =>
  keepJobs(queue)(inside, [{ job: { name: 'showMeeting', meetingId: 'meeting-a' as MeetingId } }]),
)
