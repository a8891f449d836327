/**
 * The use cases on a real store and fake outside systems, with their jobs worked by the clock: a council's desk for
 * tests. `at` moves the clock, and everything due on the way happens at its moment.
 */
import { afterAll, beforeAll, beforeEach } from '@jest/globals'
import { sql } from 'kysely'
import type { AnyJob } from './practice-desk-jobs.ts'
import { workJob } from './practice-desk-jobs.ts'
import { emptyDatabase } from './test-databases.ts'
import {
  FakeAnnouncer,
  FakeCalendar,
  FakeClock,
  FakeMail,
  FakePeople,
  FakeVideo,
  FakeWatch,
  someSettings,
} from './fakes.ts'
import { STAFF } from './staff.ts'
import type { PlannedJob, Ports } from '../../bot/meetings/ports.ts'
import { openDatabase, type Database } from '../../bot/store/database.ts'
import { openStore } from '../../bot/store/store.ts'
import { FOLLOW_CALENDARS } from '../../shared/wire/jobs.ts'
import { instant } from '../../shared/dates/time.ts'

export { STAFF }

/** For the tests of one file: a desk on one database, empty before each. */
export function useDesk(options: { now: string; pack?: string }) {
  let database: Database
  let desk: Desk
  beforeAll(async () => {
    database = await openDatabase({ inMemory: true, dump: await emptyDatabase() })
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    const tables = sql`placement, draft, planning_meeting, outlook_transaction, hold, reminder, minutes,
      followed_calendar, personal_link, calendar_hold`
    await sql`truncate ${tables}`.execute(database.db)
    desk = openDesk(database, options)
  })
  return () => desk
}

function openDesk(database: Database, { now, pack }: { now: string; pack?: string }) {
  const planned: PlannedJob[] = []
  const store = openStore(database, async (_transaction, jobs) => {
    for (const job of jobs) {
      const waiting = job.key ? planned.findIndex(({ key }) => key === job.key) : -1
      if (waiting >= 0) planned.splice(waiting, 1)
      planned.push(job)
    }
  })
  const clock = new FakeClock(now)
  const calendar = new FakeCalendar(clock)
  const watch = new FakeWatch()
  const video = new FakeVideo()
  const mail = new FakeMail()
  const announcer = new FakeAnnouncer()
  const ports: Ports = {
    settings: someSettings(pack),
    clock,
    store,
    calendar,
    watch,
    video,
    mail,
    people: new FakePeople(Object.values(STAFF)),
    announcer,
  }
  /** While time passes, what follows diaries every quarter of an hour is left out: it works when time stands still. */
  const dueBy = (moment: string, passing = false) =>
    planned
      .filter(({ job, dueAt }) => (!dueAt || dueAt <= moment) && !(passing && job.name === FOLLOW_CALENDARS))
      .sort((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1))[0]
  const failures: { job: AnyJob; error: unknown }[] = []

  /** Works every job that is due by now; one that fails is kept in `failures`, and tried again by `retry`. */
  const work = async (passing = false) => {
    for (let next = dueBy(clock.now(), passing); next; next = dueBy(clock.now(), passing)) {
      planned.splice(planned.indexOf(next), 1)
      try {
        await workJob(next.job, ports)
      } catch (error) {
        failures.push({ job: next.job, error })
      }
    }
  }
  return {
    ports,
    clock,
    calendar,
    watch,
    video,
    mail,
    announcer,
    store,
    planned,
    failures,
    work: () => work(),
    async retry() {
      for (const { job } of failures.splice(0)) planned.push({ job })
      await work()
    },
    async at(moment: string) {
      const until = instant(moment)
      for (let next = dueBy(until, true); next; next = dueBy(until, true)) {
        if (next.dueAt && next.dueAt > clock.now()) clock.set(next.dueAt)
        await work(true)
      }
      clock.set(until)
      await work()
    },
  }
}

export type Desk = ReturnType<typeof openDesk>
