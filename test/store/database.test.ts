import { inspect } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { SavedByAnother } from '../../bot/meetings/ports.ts'
import { openDatabase } from '../../bot/store/database.ts'
import { json } from '../../bot/store/rows.ts'
import { aConfirmation, aDraft, aMeeting, aPlacement } from '../support/builders.ts'
import { storeOn } from '../support/store-on.ts'
import { TEST_DATABASES } from '../support/test-databases.ts'

const secretive = () => ({ ...aMeeting({ state: 'held' } as never), people: aConfirmation().people })

describe.each(TEST_DATABASES)('$name', ({ create }) => {
  const use = storeOn(create)

  test('gives the same values whichever it is', async () => {
    const value = { list: ['"', "'", 'Zoë', null], text: '' }
    const { rows } = await sql`
      select count(*) as "count", 9007199254740991::int8 as big, date '2026-10-25' as day,
             timestamptz '2026-10-25 02:30:00+01:00' as moment, null::timestamptz as never,
             '\\x00ff10'::bytea as bytes, ${json(value)} as object, ${json(['a'])} as array, ${json('text')} as string,
             ${json(undefined)} as nothing, ${['a', 'b,"c"']}::text[] as texts, true as yes`.execute(use.db)
    expect(rows).toStrictEqual([
      {
        count: 1,
        big: 9007199254740991,
        day: '2026-10-25',
        moment: '2026-10-25T01:30:00Z',
        never: null,
        bytes: Uint8Array.of(0, 255, 16),
        object: value,
        array: ['a'],
        string: 'text',
        nothing: null,
        texts: ['a', 'b,"c"'],
        yes: true,
      },
    ])
  })

  test.each([
    [
      'a row that breaks a rule',
      sql`insert into planning_meeting (id, version, content) values ('m', 1, ${json(secretive())})`,
    ],
    ['a value of the wrong kind', sql`select ${'Petra Vandermolen'}::text::timestamptz`],
    [
      'text that cannot be stored',
      sql`insert into placement (id, version, content) values ('p', 1, ${json({ x: 'Petra Vandermolen\u0000' })})`,
    ],
  ])('does not repeat in its fault what it was given: %s (P-57)', async (_, statement) => {
    const fault: unknown = await statement.execute(use.db).then(
      () => null,
      (error: unknown) => error,
    )
    expect(fault).toMatchObject({ name: 'DatabaseFault', message: expect.stringContaining('The database refused') })
    expect(inspect(fault, { depth: 10, showHidden: true })).not.toMatch(/Petra|Vandermolen|petra\.v/)
  })

  test('runs all of a transaction or none of it', async () => {
    await use.store.save({ placement: aPlacement() })
    const half = use.store.save({ draft: aDraft(), meetings: [aMeeting(), aMeeting()] })
    await expect(half).rejects.toThrow(SavedByAnother)
    expect(await use.store.draft(aDraft().id)).toBeNull()
  })

  test('answers a ping', async () => {
    const databases = await create()
    await expect(databases.database.ping()).resolves.toBeUndefined()
    await databases.close()
    await expect(databases.database.ping()).rejects.toThrow()
  })
})

test('a server that is not there stops the start, and the password stays out of the fault', async () => {
  const fault: unknown = await openDatabase({ databaseUrl: 'postgres://planner:wordpass@127.0.0.1:1/planning' }).catch(
    (error: unknown) => error,
  )
  expect(inspect(fault, { depth: 10 })).toContain('ECONNREFUSED')
  expect(inspect(fault, { depth: 10 })).not.toContain('wordpass')
})
