/**
 * Works the jobs: runs the use case that main.ts gave for a job's name, tries again when it fails, and gives up loudly.
 * When something is due is decided by the app's clock; the queue is only ever given what is due.
 */
import { addMinutes, type Instant } from '../../shared/dates/time.ts'
import { jobSchema, type Job } from '../../shared/wire/jobs.ts'
import { CalendarUnreachable, type Clock } from '../meetings/ports.ts'
import { delayBefore, MOST_TRIES } from './retry-delay.ts'
import { giveUp, givenUpJobs, type GivenUpJob } from './given-up-jobs.ts'
import { keepAgain, keepGivenUp, moveDue } from './keep-jobs.ts'
import { idsOf, keptJob, type KeptJob } from './kept-job.ts'
import { faultOf, QUEUE, type JobLog, type Queue } from './queue.ts'
import { soonestDue } from './scheduled-jobs.ts'

export type JobHandlers = { [Name in Job['name']]: (job: Extract<Job, { name: Name }>) => Promise<void> }

export type Jobs = {
  /** Moves everything that is due into the queue. Happens every few seconds by itself, too. */
  tick(): Promise<void>
  /** When the next job that is not yet in the queue is due. */
  nextDue(): Promise<Instant | null>
  /** Resolves when nothing waits in the queue and nothing is being worked. What is due later is not waited for. */
  idle(): Promise<void>
  givenUp(): Promise<GivenUpJob[]>
  /** Sets a job going again that was given up; `false` when it is no longer there. */
  tryAgain(id: number): Promise<boolean>
  /** Lets what is being worked come to an end, for a while. */
  stop(): Promise<void>
}

const WORKERS = 4
const TICK_MS = 2_000
const STOP_WITHIN_MS = 20_000
/** How often a job may take its process down with it. */
const MOST_CRASHES = 5

export async function startJobs({
  queue,
  clock,
  handlers,
  log,
  random = Math.random,
}: {
  queue: Queue
  clock: Clock
  handlers: JobHandlers
  log: JobLog
  random?: () => number
}): Promise<Jobs> {
  const {
    boss,
    database: { db },
  } = queue

  async function workOne({ id, data, retryCount }: { id: string; data: unknown; retryCount: number }): Promise<void> {
    const read = keptJob.safeParse(data)
    const kept = read.success ? read.data : { job: data, key: null, tries: 0 }
    const ids = { ...idsOf(kept), jobId: id }
    if (ids.meetingId !== null && (await queue.isBusyWith(ids.meetingId, id))) {
      // Two workers can each take a job of one meeting in the same instant. Both look again once they have it, and
      // whoever sees the other puts theirs back.
      return keepAgain(queue, kept, 'now')
    }
    const job = jobSchema.safeParse(kept.job)
    if (!job.success) return lose(kept, ids, 'notUnderstood')
    if (retryCount > MOST_CRASHES) return lose(kept, ids, 'endedItsProcess')
    try {
      await (handlers[job.data.name] as (job: Job) => Promise<void>)(job.data)
      log('info', 'jobDone', ids)
    } catch (error) {
      await tryLater({ ...kept, tries: kept.tries + 1 }, ids, error)
    }
  }

  async function tryLater(kept: KeptJob, ids: Record<string, string | null>, error: unknown): Promise<void> {
    const fault = faultOf(error)
    if (kept.tries >= MOST_TRIES) return lose(kept, ids, fault)
    const asked = error instanceof CalendarUnreachable ? (error.retryAfterSeconds ?? 0) : 0
    await keepAgain(queue, kept, addMinutes(clock.now(), delayBefore(kept.tries, random(), asked) / 60))
    log('info', 'jobFailed', { ...ids, tries: kept.tries, fault })
  }

  async function lose(kept: KeptJob, ids: Record<string, string | null>, fault: string): Promise<void> {
    await giveUp(db, kept, { at: clock.now(), fault })
    log('error', 'jobGivenUp', { ...ids, tries: kept.tries, fault })
  }

  // One after the other, so that whoever asked for a tick finds everything moved when theirs is done.
  let ticking: Promise<unknown> = Promise.resolve()
  const tick = () => {
    const ticked = ticking.then(() => moveDue(queue, clock.now()))
    ticking = ticked.catch(() => {})
    return ticked
  }

  for (let n = 0; n < WORKERS; n += 1) {
    let worker = ''
    worker = await boss.work(
      QUEUE,
      { groupConcurrency: 1, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 5 },
      async ([taken]: { id: string; data: unknown; retryCount: number }[]) => {
        // Look for the next one as soon as this one is done: another may have waited for its meeting to be free.
        boss.notifyWorker(worker)
        if (taken) await workOne(taken)
      },
    )
  }
  const timer = setInterval(() => {
    tick().catch((error: unknown) => log('error', 'jobTickFailed', { fault: faultOf(error) }))
  }, TICK_MS)

  return {
    tick,
    nextDue: () => soonestDue(db),
    idle: () => queue.idle(),
    givenUp: () => givenUpJobs(db),
    tryAgain: (id) => keepGivenUp(queue, id),
    stop: async () => {
      clearInterval(timer)
      await ticking
      await Promise.race([boss.offWork(QUEUE, { wait: true }), timeout(STOP_WITHIN_MS)])
      await queue.stop()
    },
  }
}

const timeout = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref())
