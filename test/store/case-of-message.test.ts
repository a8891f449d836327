/** A message that is edited or deleted finds its cases among very many without reading them all. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { sql } from 'kysely'
import { keptWith } from '../../bot/store/documents.ts'
import { aDraft, aPlacement } from '../support/builders.ts'
import { TEST_DATABASES, type TestDatabase } from '../support/test-databases.ts'

jest.setTimeout(120_000)

const MANY = 4000
/** The nth of them was kept with this message. */
const message = (n: number) => ({ chat: `19:${n % 50}@thread.v2`, id: `${1_766_073_600_000 + n}` })

describe.each(TEST_DATABASES)('the cases of a message on $name', ({ create }) => {
  let databases: TestDatabase
  beforeAll(async () => {
    databases = await create()
    const { db } = databases.database
    const { id: _, version: __, ...placement } = aPlacement()
    const { id: ___, version: ____, ...draft } = aDraft()
    const numbered = sql`(select n, jsonb_build_array(jsonb_build_object(
      'chat', '19:' || n % 50 || '@thread.v2', 'id', (1766073600000 + n)::text, 'by', 'officer')) as messages,
      'PL-' || n as reference from generate_series(1, ${sql.lit(MANY)}) n)`
    await sql`insert into placement (id, version, content)
      select 'p' || n, 1, jsonb_set(${JSON.stringify(placement)}::jsonb, '{confirmation,placementReference}', to_jsonb(reference))
        || jsonb_build_object('messages', messages) from ${numbered} as many`.execute(db)
    await sql`insert into draft (id, version, content)
      select 'd' || n, 1, jsonb_set(${JSON.stringify(draft)}::jsonb, '{fields,placementReference}', to_jsonb(reference))
        || jsonb_build_object('messages', messages) from ${numbered} as many`.execute(db)
    await sql`analyze placement, draft`.execute(db)
  })
  afterAll(() => databases.close())

  const planOf = async (query: ReturnType<typeof sql>) => {
    const { rows } = await sql<Record<string, string>>`explain ${query}`.execute(databases.database.db)
    return rows.map((row) => Object.values(row)[0]).join('\n')
  }

  test.each([
    ['placements', () => sql`select * from placement where ${keptWith(message(1234))} order by id`, 'placement_by_message'],
    ['open drafts', () => sql`select * from draft where state = 'open' and ${keptWith(message(1234))} order by id`, 'draft_by_message'],
  ])('%s are found by their index', async (_, query, index) => {
    const plan = await planOf(query())
    expect(plan).toContain(index)
    expect(plan).not.toContain('Seq Scan')
  }) // prettier-ignore

  test('and are the right ones', async () => {
    const { rows } = await sql<{ id: string }>`select id from placement where ${keptWith(message(1234))}`.execute(
      databases.database.db,
    )
    expect(rows).toEqual([{ id: 'p1234' }])
  })
})
