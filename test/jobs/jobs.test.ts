import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { sql } from 'kysely'
import type { PlannedJob, Store } from '../../bot/meetings/ports.ts'
import { keepJobs } from '../../bot/jobs/keep-jobs.ts'
import { openQueue, type Queue } from '../../bot/jobs/queue.ts'
import { passTime } from '../../bot/jobs/pass-time.ts'
import { MOST_TRIES } from '../../bot/jobs/retry-delay.ts'
import { startJobs, type Jobs } from '../../bot/jobs/runner.ts'
import type { Database } from '../../bot/store/database.ts'
import { openStore } from '../../bot/store/store.ts'
import type { MeetingId } from '../../shared/meeting/planning-meeting.ts'
import { addMinutes, instant, minutesBetween, type Instant } from '../../shared/dates/time.ts'
import type { Job } from '../../shared/wire/jobs.ts'
import { aReminder } from '../support/builders.ts'
import { handleEveryJob } from '../support/handle-every-job.ts'
import { TEST_DATABASES, type TestDatabase } from '../support/test-databases.ts'

jest.setTimeout(30_000)

const NOON = instant('2026-10-26T12:00:00Z')
const A = 'meeting-a' as MeetingId
const B = 'meeting-b' as MeetingId

const show = (meetingId: MeetingId): Job => ({ name: 'showMeeting', meetingId })
const verify = (round: number, meetingId = A): Job => ({ name: 'lookAtOutlook', meetingId, round })

const meetingOf = (job: Job) => ('meetingId' in job ? job.meetingId : null)

type Line = { level: string; event: string; [id: string]: string | number | null }

describe.each(TEST_DATABASES)('jobs on $name', ({ create }) => {
  let databases: TestDatabase
  let instances: { jobs: Jobs | null; queue: Queue }[]
  let now: Instant
  let worked: Job[]
  let lines: Line[]
  let store: Store

  beforeEach(async () => {
    databases = await create()
    instances = []
    now = NOON
    worked = []
    lines = []
    store = (await anInstance()).store
  })
  afterEach(async () => {
    for (const { jobs, queue } of instances) await (jobs ?? queue).stop()
    await databases.close()
  })

  const log = (level: string, event: string, ids: object) => void lines.push({ level, event, ...ids })

  /** An instance of the app that keeps jobs, and works them once it is started. */
  async function anInstance(database: Database = databases.database) {
    const queue = await openQueue(database, log)
    const instance: { jobs: Jobs | null; queue: Queue } = { queue, jobs: null }
    instances.push(instance)
    return {
      store: openStore(database, keepJobs(queue)),
      start: async (work: (job: Job) => Promise<void> = async () => {}) => {
        const handle = async (job: Job) => {
          await work(job)
          worked.push(job)
        }
        const handlers = handleEveryJob(handle)
        instance.jobs = await startJobs({ queue, clock: { now: () => now }, handlers, log, random: () => 1 })
        return instance.jobs
      },
    }
  }

  /** Starts the one instance there is. */
  async function start(work?: (job: Job) => Promise<void>): Promise<Jobs> {
    const [only] = instances.splice(0)
    await only?.queue.stop()
    return (await anInstance()).start(work)
  }

  const save = (...jobs: PlannedJob[]) => store.save({ jobs })

  async function untilIdle(jobs: Jobs) {
    await jobs.tick()
    await jobs.idle()
  }

  const moveClockTo = (jobs: Jobs, until: Instant) =>
    passTime(jobs, { now: () => now, set: (at) => void (now = at) }, until)

  test('what is kept with a save is worked once, with all that was said about it', async () => {
    const { meetingId, person, kind, meetingStart } = aReminder()
    const reminder: Job = { name: 'sendReminder', meetingId, person, kind, meetingStart }
    await save({ job: reminder }, { job: verify(2) })
    await untilIdle(await start())
    expect(worked).toHaveLength(2)
    expect(worked).toEqual(expect.arrayContaining([reminder, verify(2)]))
  })

  test('a save that fails leaves no job, neither for now nor for later', async () => {
    const audit = [{ at: NOON, by: 'app', did: 'arranged', detail: { impossible: '\u0000' } }]
    const jobs = [{ job: show(A) }, { job: show(B), dueAt: addMinutes(NOON, 5) }, { job: verify(1), key: 'verify' }]
    await expect(store.save({ jobs, audit })).rejects.toThrow('The database refused')
    const running = await start()
    await moveClockTo(running, addMinutes(NOON, 10))
    expect(worked).toEqual([])
    await store.save({ jobs: [{ job: show(A) }] })
    await untilIdle(running)
    expect(worked).toEqual([show(A)])
  })

  test('a job for later waits until the clock of the app says so, however far that is moved', async () => {
    const jobs = await start()
    await save(
      { job: verify(2), dueAt: addMinutes(NOON, 60 * 24 * 30) },
      { job: verify(1), dueAt: addMinutes(NOON, 15) },
    )
    await untilIdle(jobs)
    expect(worked).toEqual([])
    expect(await jobs.nextDue()).toBe(addMinutes(NOON, 15))
    await moveClockTo(jobs, addMinutes(NOON, 15))
    expect(worked).toEqual([verify(1)])
    await moveClockTo(jobs, addMinutes(NOON, 60 * 24 * 31))
    expect(worked).toEqual([verify(1), verify(2)])
    expect(await jobs.nextDue()).toBeNull()
  })

  test('more than one batch that is due together is all worked', async () => {
    const jobs = await start()
    await save(...Array.from({ length: 130 }, (_, n) => ({ job: verify(n + 1), dueAt: NOON })))
    await untilIdle(jobs)
    expect(new Set(worked.map((job) => 'round' in job && job.round)).size).toBe(130)
  })

  describe('of jobs with one key', () => {
    test('the last one asked for is worked, whether it waits in the queue or for its time', async () => {
      await save({ job: verify(1), key: 'queue' }, { job: verify(2), key: 'later', dueAt: addMinutes(NOON, 1) })
      await save({ job: verify(3), key: 'queue' }, { job: verify(4), key: 'later', dueAt: addMinutes(NOON, 2) })
      const jobs = await start()
      await moveClockTo(jobs, addMinutes(NOON, 10))
      expect(worked).toEqual([verify(3), verify(4)])
    })

    test('one that is wanted now takes the place of one that was for later', async () => {
      await save({ job: verify(1), key: 'one', dueAt: addMinutes(NOON, 1) })
      await save({ job: verify(2), key: 'one' })
      await moveClockTo(await start(), addMinutes(NOON, 10))
      expect(worked).toEqual([verify(2)])
    })

    test('another may be asked for once the first has begun', async () => {
      const jobs = await start(async (job) => {
        if ('round' in job && job.round === 1) await save({ job: verify(2), key: 'one' })
      })
      await save({ job: verify(1), key: 'one' })
      await untilIdle(jobs)
      expect(worked).toEqual([verify(1), verify(2)])
    })

    test.each([
      ['in the queue', undefined],
      ['for its time', addMinutes(NOON, 60)],
    ])('one that failed does not come back when a newer one waits %s', async (_, dueAt) => {
      const jobs = await start(async (job) => {
        if (job.name !== 'lookAtOutlook' || job.round !== 1) return
        await save({ job: verify(2), key: 'one', dueAt })
        throw new Error('not now')
      })
      await save({ job: verify(1), key: 'one' })
      await moveClockTo(jobs, addMinutes(NOON, 120))
      expect(worked).toEqual([verify(2)])
    })

    test('saves that ask for the same ones in different order do not wait for each other, nor for what becomes due', async () => {
      const jobs = await start()
      const elsewhere = (await anInstance(await databases.another())).store
      const [one, two] = ['one', 'two'].map((key) => ({ job: verify(1), key, dueAt: NOON })) as [PlannedJob, PlannedJob]
      for (let round = 0; round < 30; round += 1) {
        await Promise.all([save(one, two), elsewhere.save({ jobs: [two, one] }), jobs.tick()])
      }
      await untilIdle(jobs)
      expect(await jobs.nextDue()).toBeNull()
    })
  })

  describe('a job that fails', () => {
    class Unreachable extends Error {
      override name = 'Unreachable'
    }

    test('is tried again by the clock of the app, after waits that grow', async () => {
      const triedAt: Instant[] = []
      const jobs = await start(async () => {
        triedAt.push(now)
        if (triedAt.length < 4) throw new Unreachable('Petra Vandermolen')
      })
      await save({ job: show(A) })
      await moveClockTo(jobs, addMinutes(NOON, 5))
      expect(triedAt.map((at) => minutesBetween(NOON, at) * 60)).toEqual([0, 5, 15, 35])
      expect(worked).toEqual([show(A)])
    })

    test('is given up after enough tries, loudly and without a word about anybody, and can be set going again', async () => {
      let broken = true
      let tries = 0
      const jobs = await start(async () => {
        tries += 1
        if (broken) throw new Unreachable('Petra Vandermolen')
      })
      await save({ job: verify(7) })
      await moveClockTo(jobs, addMinutes(NOON, 60 * 24))
      expect(tries).toBe(MOST_TRIES)
      const [lost] = await jobs.givenUp()
      expect(lost).toMatchObject({ job: 'lookAtOutlook', meetingId: A, tries: MOST_TRIES, fault: 'Unreachable' })
      expect(lines.filter(({ level }) => level === 'error')).toEqual([
        {
          level: 'error',
          event: 'jobGivenUp',
          job: 'lookAtOutlook',
          meetingId: A,
          jobId: expect.any(String),
          tries: MOST_TRIES,
          fault: 'Unreachable',
        },
      ])
      expect(JSON.stringify([lines, lost])).not.toMatch(/Petra|Vandermolen/)

      broken = false
      expect(await jobs.tryAgain(lost?.id ?? 0)).toBe(true)
      expect(await jobs.tryAgain(lost?.id ?? 0)).toBe(false)
      await untilIdle(jobs)
      expect(worked).toEqual([verify(7)])
      expect(await jobs.givenUp()).toEqual([])
    })

    test('does not hold up others, nor does one that this version of the app does not understand', async () => {
      await sql`insert into scheduled_job (due_at, job, tries) values (${NOON}, '{"name":"fromLongAgo"}'::jsonb, 0)`.execute(
        databases.database.db,
      )
      await save({ job: show(A) }, { job: show(B) })
      const jobs = await start(async (job) => {
        if (meetingOf(job) === A) throw new Unreachable()
      })
      await untilIdle(jobs)
      expect(worked).toEqual([show(B)])
      expect(await jobs.givenUp()).toMatchObject([{ job: 'fromLongAgo', fault: 'notUnderstood' }])
    })
  })

  describe('jobs for one meeting', () => {
    test('are never worked at the same time, on however many instances', async () => {
      const busy = new Map<MeetingId, number>()
      let most = 0
      const work = async (job: Job) => {
        const meetingId = meetingOf(job)!
        busy.set(meetingId, (busy.get(meetingId) ?? 0) + 1)
        most = Math.max(most, busy.get(meetingId) ?? 0)
        await sql`select pg_sleep(0.01)`.execute(databases.database.db)
        busy.set(meetingId, (busy.get(meetingId) ?? 0) - 1)
      }
      const jobs = [await start(work), await (await anInstance(await databases.another())).start(work)]
      const wanted = Array.from({ length: 40 }, (_, n) => verify(n + 1, n % 2 ? A : B))
      await save(...wanted.map((job) => ({ job })))
      for (const each of jobs) await untilIdle(each)
      expect(most).toBe(1)
      expect(new Set(worked.map((job) => JSON.stringify(job))).size).toBe(wanted.length)
      expect(worked).toHaveLength(wanted.length)
    })

    test('do not hold up those for another', async () => {
      const begun = Promise.withResolvers<void>()
      const jobs = await start(async (job) => (meetingOf(job) === A ? begun.promise : begun.resolve()))
      await save({ job: show(A) }, { job: show(B) })
      await untilIdle(jobs)
      expect(worked).toEqual(expect.arrayContaining([show(A), show(B)]))
    })
  })

  test('stopping lets the job that is being worked come to its end', async () => {
    const [begun, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const jobs = await start(async () => {
      begun.resolve()
      await mayEnd.promise
    })
    await save({ job: show(A) })
    await begun.promise
    const stopped = jobs.stop()
    mayEnd.resolve()
    await stopped
    expect(worked).toEqual([show(A)])
  })
})
