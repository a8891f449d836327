import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { bringUpToDate, MIGRATIONS, SchemaNotOurs } from '../../bot/store/migrate.ts'
import { TEST_DATABASES, type TestDatabase } from '../support/test-databases.ts'

describe.each(TEST_DATABASES)('the schema on $name', ({ create }) => {
  let databases: TestDatabase
  let folder: string

  beforeAll(async () => {
    databases = await create()
  })
  afterAll(() => databases.close())
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'migrations-'))
    await cp(MIGRATIONS, folder, { recursive: true })
    await sql`drop schema public cascade; create schema public`.execute(databases.database.db)
  })
  afterEach(() => rm(folder, { recursive: true }))

  const tables = async () =>
    (
      await sql<{ name: string }>`
        select table_name as name from information_schema.tables where table_schema = 'public' order by 1`.execute(
        databases.database.db,
      )
    ).rows.map(({ name }) => name)
  const add = (name: string, text: string) => writeFile(join(folder, name), text)
  const bring = async () => bringUpToDate(databases.database.db, folder)

  test('comes about from nothing, and starting again changes nothing', async () => {
    await bring()
    const first = await tables()
    expect(first).toEqual(expect.arrayContaining(['audit_line', 'hold', 'planning_meeting', 'scheduled_job', 'card']))
    await bring()
    expect(await tables()).toEqual(first)
  })

  test('takes up a step that is added later, even one of several statements', async () => {
    await bring()
    await add(
      '9001-extra.sql',
      'create table extra (n integer);\ninsert into extra values (1);\ninsert into extra values (2);',
    )
    await bring()
    await bring()
    const { rows } = await sql`select n from extra order by n`.execute(databases.database.db)
    expect(rows).toEqual([{ n: 1 }, { n: 2 }])
  })

  test('takes a step wholly or not at all, and keeps those before it', async () => {
    await add('9001-good.sql', 'create table good (n integer)')
    await add('9002-bad.sql', 'create table half_done (n integer); create table good (n integer)')
    await expect(bring()).rejects.toThrow('42P07')
    expect(await tables()).toContain('good')
    expect(await tables()).not.toContain('half_done')
    await add('9002-bad.sql', 'create table half_done (n integer)')
    await bring()
    expect(await tables()).toContain('half_done')
  })

  test('that is newer than this code is refused, and says what to do', async () => {
    await add('9001-from-the-future.sql', 'create table future (n integer)')
    await bring()
    const older = bringUpToDate(databases.database.db)
    await expect(older).rejects.toThrow(SchemaNotOurs)
    await expect(bringUpToDate(databases.database.db)).rejects.toThrow('9001-from-the-future.sql is not known here')
  })

  test('is refused when a step was changed after it ran; line ends do not count as a change', async () => {
    await add('9001-extra.sql', 'create table extra (\n  n integer\n)')
    await bring()
    await add('9001-extra.sql', 'create table extra (\r\n  n integer\r\n)')
    await bring()
    await add('9001-extra.sql', 'create table extra (m integer)')
    await expect(bring()).rejects.toThrow('9001-extra.sql has been changed since it ran')
  })

  test('comes about once when several instances start together', async () => {
    const { db } = await databases.another()
    await Promise.all([bring(), bringUpToDate(db, folder), bring()])
    expect(await tables()).toContain('audit_line')
  })
})
