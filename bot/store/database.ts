/** Opens the database, embedded or on a server, and brings its schema up to date. */
import type { PGlite } from '@electric-sql/pglite'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { discreet, speakDiscreetly } from './database-fault.ts'
import { isMade, openFolder, openInMemory } from './embedded-database.ts'
import { bringUpToDate } from './migrate.ts'
import { PARSERS, type Queryable } from './rows.ts'

export type DatabaseConfig = { databaseUrl: string } | { dataDir: string } | { inMemory: true; dump?: Blob }

export type Database = {
  /**
   * For one question at a time. The embedded database has a single connection, so inside a transaction only the
   * transaction may be asked: a question to `db` would wait for ever.
   */
  db: Queryable
  /** Runs `work` so that all of it happens or, when it throws, none. */
  transaction: <Outcome>(work: (transaction: Queryable) => Promise<Outcome>) => Promise<Outcome>
  /** What the job queue connects to. */
  engine: { kind: 'embedded'; pglite: PGlite } | { kind: 'server'; url: string }
  /** Rejects when the database does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}

export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  const database = 'databaseUrl' in config ? onServer(config.databaseUrl) : await inProcess(config)
  try {
    await bringUpToDate(database.db)
  } catch (error) {
    await database.close()
    throw error
  }
  return database
}

/**
 * Opens a database that is there, to be read and nothing else: no step of the schema runs, and a statement that would
 * write is refused. Rejects with {@link NothingKept} where no embedded database has been made yet.
 */
export async function openToRead(config: { databaseUrl: string } | { dataDir: string }): Promise<Database> {
  if ('databaseUrl' in config) return reached(onServer(config.databaseUrl, '-c default_transaction_read_only=on'))
  if (!isMade(config.dataDir)) throw new NothingKept(`The data folder ${config.dataDir} holds no database`)
  const database = await inProcess(config)
  await sql`set default_transaction_read_only = on`.execute(database.db)
  return database
}

/** What a driver says of a server that it does not reach names the server, and may name the user. */
async function reached(database: Database): Promise<Database> {
  try {
    await database.ping()
    return database
  } catch (error) {
    await database.close()
    throw discreet(error)
  }
}

/** There is no database to read. */
export class NothingKept extends Error {
  override name = 'NothingKept'
}

async function inProcess(config: { dataDir: string } | { inMemory: true; dump?: Blob }): Promise<Database> {
  const { pglite, dialect, release } =
    'dataDir' in config ? await openFolder(config.dataDir) : await openInMemory(config.dump)
  const db: Queryable = new Kysely({ dialect })
  return {
    ...asking(db),
    engine: { kind: 'embedded', pglite },
    close: async () => {
      await db.destroy()
      if (!pglite.closed) await pglite.close()
      release()
    },
  }
}

function onServer(url: string, options?: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    options,
    application_name: 'placement-planning',
    max: 10,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    types: {
      getTypeParser: (oid: number) => PARSERS[oid] ?? (pg.types.getTypeParser(oid) as (text: string) => unknown),
    },
  })
  // A connection that breaks while nobody uses it: the pool drops it and opens another when one is asked for.
  pool.on('error', () => {})
  const db: Queryable = new Kysely({ dialect: new PostgresDialect({ pool, onCreateConnection: speakDiscreetly }) })
  return { ...asking(db), engine: { kind: 'server', url }, close: () => db.destroy() }
}

const asking = (db: Queryable): Pick<Database, 'db' | 'transaction' | 'ping'> => ({
  db,
  transaction: (work) => db.transaction().execute(work),
  ping: async () => {
    await sql`select 1`.execute(db)
  },
})
