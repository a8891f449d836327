import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { sql } from 'kysely'
import { openDatabase } from '../../bot/store/database.ts'
import { DataFolderInUse } from '../../bot/store/folder-lock.ts'
import { kill, says, startChild, type Child } from '../support/child-process.ts'

// Other processes start and a database is made from nothing, more than once.
jest.setTimeout(60_000)

describe('the data folder of the embedded database', () => {
  let folders: string
  let dataDir: string
  let writers: Child[]

  beforeAll(async () => {
    folders = await mkdtemp(join(tmpdir(), 'placement-planning-'))
    const made = await openDatabase({ dataDir: join(folders, 'made') })
    await made.close()
  })
  afterAll(() => rm(folders, { recursive: true }))
  beforeEach(async () => {
    dataDir = await mkdtemp(join(folders, 'data-'))
    await cp(join(folders, 'made'), dataDir, { recursive: true })
    writers = []
  })
  afterEach(() => Promise.all(writers.map(kill)))

  /** Another process of the app that writes audit lines to the folder, one after the other, and says which are saved. */
  function startWriter(): Child {
    const writer = startChild('write-for-ever.ts', dataDir)
    writers.push(writer)
    return writer
  }

  test('belongs to one process: a second is refused in plain words, however early it comes', async () => {
    const database = await openDatabase({ dataDir })
    await expect(openDatabase({ dataDir })).rejects.toThrow(`The data folder ${dataDir} is in use by another process`)
    await database.close()

    const opening = await Promise.allSettled([openDatabase({ dataDir }), openDatabase({ dataDir })])
    expect(opening).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ status: 'fulfilled' }),
        { status: 'rejected', reason: expect.any(DataFolderInUse) },
      ]),
    )
    for (const opened of opening) if (opened.status === 'fulfilled') await opened.value.close()
  })

  test('is refused while another process has it, and free as soon as that one is killed', async () => {
    const writer = startWriter()
    await says(writer, (line) => line === '1')
    await expect(openDatabase({ dataDir })).rejects.toThrow(DataFolderInUse)
    await kill(writer)
    const database = await openDatabase({ dataDir })
    await expect(database.ping()).resolves.toBeUndefined()
    await database.close()
  })

  test('holds all that was saved after the process is killed while it writes, and nothing by halves', async () => {
    for (const enough of [5, 40]) {
      const writer = startWriter()
      const acknowledged = Number(await says(writer, (line) => Number(line) >= enough))
      await kill(writer)

      const database = await openDatabase({ dataDir })
      const { rows } = await sql<{ lines: number; pairs: number }>`
        select max(position) as lines, count(distinct did) * 2 as pairs from audit_line`.execute(database.db)
      await database.close()
      expect(rows[0]?.lines).toBeGreaterThanOrEqual(acknowledged * 2)
      expect(rows[0]?.lines).toBe(rows[0]?.pairs)
    }
  })

  test('keeps what is in it from one start to the next', async () => {
    const first = await openDatabase({ dataDir })
    await sql`insert into taken_activity values ('activity-1', '2026-10-26T09:35:00Z')`.execute(first.db)
    await first.close()
    const second = await openDatabase({ dataDir })
    const { rows } = await sql`select id, taken_at from taken_activity`.execute(second.db)
    await second.close()
    expect(rows).toEqual([{ id: 'activity-1', taken_at: '2026-10-26T09:35:00Z' }])
  })
})
