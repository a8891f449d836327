/**
 * The database that data tests run on: the embedded one, or the server at TEST_DATABASE_URL when that is set.
 * Each test file gets a database of its own, which nobody else sees.
 */
import { randomUUID } from 'node:crypto'
import { existsSync, openAsBlob } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { openDatabase, type Database } from '../../bot/store/database.ts'

export type TestDatabase = {
  database: Database
  /** As a second instance of the app would open it. The embedded database has one instance only, so it is the same one. */
  another: () => Promise<Database>
  /** How a command of ours is told of it; the embedded one in memory is nobody else's to read. */
  env: Record<string, string> | null
  close: () => Promise<void>
}

const ROOT = join(import.meta.dirname, '../..')
const { TEST_DATABASE_URL } = process.env

const EMBEDDED = { name: 'the embedded database', isServer: false, create: inProcess }
const ON_SERVER = { name: 'a PostgreSQL server', isServer: true, create: () => onServer(TEST_DATABASE_URL ?? '') }

/** For `describe.each`: `$name` says which. */
export const TEST_DATABASES = [TEST_DATABASE_URL ? ON_SERVER : EMBEDDED]

async function inProcess(): Promise<TestDatabase> {
  const database = await openDatabase({ inMemory: true, dump: await emptyDatabase() })
  return { database, another: async () => database, env: null, close: () => database.close() }
}

/** In a folder, as on somebody's own computer: only one process can have it open at a time. */
export const IN_A_FOLDER = { name: 'an embedded database in a folder', isServer: false, create: inAFolder }

async function inAFolder(): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'database-'))
  const opened = await openDatabase({ dataDir })
  let closing: Promise<void> | undefined
  const database = { ...opened, close: () => (closing ??= opened.close()) }
  return {
    database,
    another: async () => database,
    env: { DATA_DIR: dataDir, DATABASE_URL: '' },
    close: async () => {
      await database.close()
      await rm(dataDir, { recursive: true })
    },
  }
}

async function onServer(url: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asked(url, `create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const open = [await openDatabase({ databaseUrl: own.href })]
  return {
    database: open[0] as Database,
    another: async () => {
      const database = await openDatabase({ databaseUrl: own.href })
      open.push(database)
      return database
    },
    env: { DATABASE_URL: own.href },
    close: async () => {
      for (const database of open) await database.close()
      await asked(url, `drop database ${name} with (force)`)
    },
  }
}

async function asked(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** Making an empty embedded database takes seconds and always ends in the same bytes, so it is done once and kept. */
export async function emptyDatabase(): Promise<Blob> {
  const { version } = JSON.parse(
    await readFile(join(ROOT, 'node_modules/@electric-sql/pglite/package.json'), 'utf8'),
  ) as { version: string }
  const kept = join(ROOT, '.cache', `empty-database-${version}.tar`)
  if (existsSync(kept)) return openAsBlob(kept)
  const made = await PGlite.create()
  const dump = await made.dumpDataDir('none')
  await made.close()
  await mkdir(join(ROOT, '.cache'), { recursive: true })
  const unfinished = `${kept}.${randomUUID()}`
  await writeFile(unfinished, new Uint8Array(await dump.arrayBuffer()))
  await rename(unfinished, kept)
  return dump
}
