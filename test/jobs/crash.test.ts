import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { openQueue } from '../../bot/jobs/queue.ts'
import { startJobs } from '../../bot/jobs/runner.ts'
import { openDatabase, type DatabaseConfig } from '../../bot/store/database.ts'
import { instant } from '../../shared/dates/time.ts'
import type { Job } from '../../shared/wire/jobs.ts'
import { kill, says, startChild, type Child } from '../support/child-process.ts'
import { handleEveryJob } from '../support/handle-every-job.ts'
import { TEST_DATABASES } from '../support/test-databases.ts'

// On a server the heartbeat of a process that was killed has to be missed first, which takes ten seconds.
jest.setTimeout(60_000)

describe.each(TEST_DATABASES)('when the process is killed while it works a job on $name', ({ create, isServer }) => {
  let config: DatabaseConfig
  let cleanUp: () => Promise<void>
  let child: Child

  beforeEach(async () => {
    if (isServer) {
      const { database, close } = await create()
      config = { databaseUrl: database.engine.kind === 'server' ? database.engine.url : '' }
      cleanUp = close
    } else {
      const dataDir = await mkdtemp(join(tmpdir(), 'placement-planning-'))
      config = { dataDir }
      cleanUp = () => rm(dataDir, { recursive: true })
    }
    child = startChild('begin-a-job.ts', JSON.stringify(config))
  })
  afterEach(async () => {
    await kill(child)
    await cleanUp()
  })

  test('the job is worked again after the next start', async () => {
    await says(child, (line) => line === 'begun')
    await kill(child)

    const again = Promise.withResolvers<Job>()
    const handle = async (job: Job) => again.resolve(job)
    const database = await openDatabase(config)
    const queue = await openQueue(database, () => {})
    const jobs = await startJobs({
      queue,
      clock: { now: () => instant('2026-10-26T12:00:00Z') },
      handlers: handleEveryJob(handle),
      log: () => {},
    })
    expect(await again.promise).toEqual({ name: 'showMeeting', meetingId: 'meeting-a' })
    await jobs.idle()
    await jobs.stop()
    await database.close()
  })
})
