import { afterAll, beforeAll, beforeEach } from '@jest/globals'
import { sql } from 'kysely'
import type { Store } from '../../bot/meetings/ports.ts'
import { openStore } from '../../bot/store/store.ts'
import type { TestDatabase } from './test-databases.ts'

/** For the tests of one `describe`: a store on a database of their own, empty before each; jobs go nowhere. */
export function storeOn(create: () => Promise<TestDatabase>) {
  let databases: TestDatabase
  let store: Store

  beforeAll(async () => {
    databases = await create()
    store = openStore(databases.database, async () => {})
  })
  afterAll(() => databases.close())
  beforeEach(async () => {
    const tables = sql`placement, draft, planning_meeting, outlook_transaction, hold, reminder, minutes,
      followed_calendar, personal_link, calendar_hold`
    await sql`truncate ${tables}`.execute(databases.database.db)
  })

  return {
    get store() {
      return store
    },
    get db() {
      return databases.database.db
    },
    /** The store of a second instance of the app. */
    elsewhere: async () => openStore(await databases.another(), async () => {}),
  }
}
