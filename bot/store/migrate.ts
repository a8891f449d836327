/**
 * Brings the schema up to date from the numbered files in `migrations/`, which are only ever added to. They are read
 * from disk, beside this file, so a built image has to carry them.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import { rowsOf, type Queryable } from './rows.ts'

/** The database has been through steps that this code does not have, or not in these words. */
export class SchemaNotOurs extends Error {
  override name = 'SchemaNotOurs'
}

export const MIGRATIONS = join(import.meta.dirname, 'migrations')

type Migration = { name: string; text: string; checksum: string }

/** Runs what has not run yet, each file in a transaction of its own. Several instances may start together. */
export async function bringUpToDate(db: Queryable, folder = MIGRATIONS): Promise<void> {
  const migrations = await readMigrations(folder)
  await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(hashtextextended('schema_migration', 0))`.execute(connection)
    try {
      const done = await alreadyRun(connection)
      refuseIfNotOurs(done, migrations)
      for (const migration of migrations.slice(done.length)) await run(connection, migration)
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended('schema_migration', 0))`.execute(connection)
    }
  })
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

async function alreadyRun(db: Queryable): Promise<{ name: string; checksum: string }[]> {
  await sql`create table if not exists schema_migration (
    name text primary key, checksum text not null, run_at timestamptz not null default now()
  )`.execute(db)
  const row = z.object({ name: z.string(), checksum: z.string() })
  return rowsOf(db, row, sql`select name, checksum from schema_migration order by name collate "C"`)
}

function refuseIfNotOurs(done: { name: string; checksum: string }[], migrations: Migration[]): void {
  for (const [index, { name, checksum }] of done.entries()) {
    const ours = migrations[index]
    if (ours?.name !== name) {
      throw new SchemaNotOurs(
        `The database has been brought up to date by a newer version of the app: its step ${name} is not known here. Start that version or a newer one.`,
      )
    }
    if (ours.checksum !== checksum) {
      throw new SchemaNotOurs(
        `The database step ${name} has been changed since it ran. Steps are only ever added: restore the file and add a new one.`,
      )
    }
  }
}

const run = (db: Queryable, { name, text, checksum }: Migration) =>
  db.transaction().execute(async (transaction) => {
    await sql.raw(text).execute(transaction)
    await sql`insert into schema_migration (name, checksum) values (${name}, ${checksum})`.execute(transaction)
  })
