/**
 * One instance of the app on a database that it may share with others: real store, real queue, real Graph client over a
 * local workplace that they share too, as several instances share a tenant.
 */
import { keepJobs } from '../../bot/jobs/keep-jobs.ts'
import { openQueue } from '../../bot/jobs/queue.ts'
import { startJobs, type Jobs } from '../../bot/jobs/runner.ts'
import { outlookCalendar } from '../../bot/graph/outlook-calendar.ts'
import { outlookMail } from '../../bot/graph/outlook-mail.ts'
import { peopleDirectory } from '../../bot/graph/people-directory.ts'
import type { Ports } from '../../bot/meetings/ports.ts'
import type { Database } from '../../bot/store/database.ts'
import { sharedWaits } from '../../bot/store/asked-to-wait.ts'
import { openStore } from '../../bot/store/store.ts'
import { FakeAnnouncer, FakeVideo, FakeWatch, someSettings } from './fakes.ts'
import { handleEveryJob } from './handle-every-job.ts'
import type { LocalOutlook } from './local-outlook.ts'
import { PLANNING } from './local-workplace.ts'
import { workJob } from './practice-desk-jobs.ts'

export type Instance = { ports: Ports; jobs: Jobs; stop(): Promise<void> }

export async function anInstance(database: Database, { workplace, anotherGraph }: LocalOutlook): Promise<Instance> {
  const graph = anotherGraph(sharedWaits(database.db))
  const queue = await openQueue(database, () => {})
  const settings = someSettings()
  const ports: Ports = {
    settings: { ...settings, contact: { ...settings.contact, serviceMailbox: PLANNING } },
    clock: workplace.clock,
    store: openStore(database, keepJobs(queue)),
    calendar: outlookCalendar(graph),
    watch: new FakeWatch(),
    video: new FakeVideo(),
    mail: outlookMail(graph),
    people: peopleDirectory(graph, { tenantId: workplace.tenantId, clock: workplace.clock }),
    announcer: new FakeAnnouncer(),
  }
  const jobs = await startJobs({
    queue,
    clock: workplace.clock,
    handlers: handleEveryJob((job) => workJob(job, ports)),
    log: () => {},
  })
  return { ports, jobs, stop: () => jobs.stop() }
}
