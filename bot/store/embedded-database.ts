/** PostgreSQL inside our own process, in a folder on disk: what runs when no database server is named. */
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { PGlite, type Results, type Transaction } from '@electric-sql/pglite'
import { PGliteDialect, type Dialect } from 'kysely'
import { speakDiscreetly } from './database-fault.ts'
import { lockFolder } from './folder-lock.ts'
import { PARSERS } from './rows.ts'

export type EmbeddedDatabase = { pglite: PGlite; dialect: Dialect; release: () => void }

/** Opens the database in a folder of ours, makes it if need be, and keeps other processes off it until `release`. */
export async function openFolder(dataDir: string): Promise<EmbeddedDatabase> {
  const folder = resolve(dataDir)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lock = lockFolder(folder)
  try {
    return embedded(await PGlite.create(join(folder, 'database')), () => lock.release())
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Whether a folder of ours holds a database. */
export const isMade = (dataDir: string): boolean => existsSync(join(dataDir, 'database'))

/** Opens a database that is gone when it is closed, empty or from a dump of an empty one, which is quicker. */
export const openInMemory = async (dump?: Blob): Promise<EmbeddedDatabase> =>
  embedded(await PGlite.create({ loadDataDir: dump }), () => {})

const embedded = (pglite: PGlite, release: () => void): EmbeddedDatabase => ({
  pglite,
  release,
  dialect: new PGliteDialect({ pglite: asPg(pglite), onCreateConnection: speakDiscreetly }),
})

/**
 * The instance as Kysely sees it, behaving as `pg` does: our parsers (pg-boss shares the instance and keeps its own),
 * and several statements at once where there are no parameters, as migrations have.
 */
function asPg(pglite: PGlite): ConstructorParameters<typeof PGliteDialect>[0]['pglite'] {
  const asking =
    (target: PGlite | Transaction) =>
    async <Row>(text: string, parameters: unknown[] = []): Promise<Results<Row>> => {
      if (parameters.length > 0) return target.query<Row>(text, parameters, { parsers: PARSERS })
      const results = await target.exec(text, { parsers: PARSERS })
      return (results.at(-1) ?? { rows: [], fields: [] }) as Results<Row>
    }
  return {
    query: asking(pglite),
    transaction: (work) => pglite.transaction((t) => work({ query: asking(t), rollback: () => t.rollback() })),
    close: () => pglite.close(),
    waitReady: pglite.waitReady,
    get closed() {
      return pglite.closed
    },
    get ready() {
      return pglite.ready
    },
  }
}
