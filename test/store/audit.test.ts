import { beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { auditTrail } from '../../bot/store/audit-check.ts'
import type { Queryable } from '../../bot/store/rows.ts'
import type { AuditEntry } from '../../bot/meetings/ports.ts'
import type { MeetingId, PlacementId } from '../../shared/meeting/planning-meeting.ts'
import { instant } from '../../shared/dates/time.ts'
import { storeOn } from '../support/store-on.ts'
import { TEST_DATABASES } from '../support/test-databases.ts'

const placementId = 'placement-1' as PlacementId
const meetingId = 'meeting-1' as MeetingId

const NOW = instant('2026-10-27T03:15:00Z')
const LATER = instant('2026-10-28T03:15:00Z')

const aLine = (over: Partial<AuditEntry> = {}): AuditEntry => ({
  at: instant('2026-10-26T09:35:00Z'),
  by: 'object-7',
  did: 'arranged',
  placementId,
  meetingId,
  detail: { from: null, to: '2026-11-03T10:00:00Z', late: false, people: 4 },
  ...over,
})

describe.each(TEST_DATABASES)('the audit log on $name (P-52)', ({ create }) => {
  const use = storeOn(create)

  test('gives back what was done to a placement and to a meeting, in the order it was done', async () => {
    const opened = aLine({ did: 'opened', meetingId: undefined, detail: undefined })
    const later = aLine({ did: 'moved', at: instant('2026-10-25T00:00:00Z') })
    const elsewhere = aLine({ did: 'arranged', placementId: 'placement-2' as PlacementId, meetingId: undefined })
    await use.store.save({ audit: [opened, aLine(), later, elsewhere] })
    expect(await use.store.audit({ placementId })).toEqual([opened, aLine(), later])
    expect(await use.store.audit({ meetingId })).toEqual([aLine(), later])
  })

  test.each([
    ['changed', sql`update audit_line set done_by = 'somebody else'`],
    ['deleted', sql`delete from audit_line`],
    ['cleared away', sql`truncate audit_line`],
  ])('cannot be %s: the database itself refuses', async (_, statement) => {
    await use.store.save({ audit: [aLine()] })
    const before = await use.store.audit({ meetingId })
    await expect(statement.execute(use.db)).rejects.toMatchObject({ code: '23001' })
    expect(await use.store.audit({ meetingId })).toEqual(before)
  })

  test('keeps one chain when two instances write at the same time', async () => {
    const elsewhere = await use.elsewhere()
    const writing = Array.from({ length: 20 }, (_, n) =>
      (n % 2 ? use.store : elsewhere).save({ audit: [aLine({ by: `writer-${n}` }), aLine()] }),
    )
    await Promise.all(writing)
    expect((await auditTrail(use.db).check(NOW)).broken).toBeNull()
  })

  describe('its chain, looked over each night', () => {
    const position = async (db: Queryable) =>
      (await sql<{ last: number }>`select max(position) as last from audit_line`.execute(db)).rows[0]!.last
    const save = (lines: number) => use.store.save({ audit: Array.from({ length: lines }, () => aLine()) })
    /** Somebody who switched the refusal off, and nothing of it stays. */
    async function asTamperer(look: (db: Queryable) => Promise<void>): Promise<void> {
      const rolledBack = new Error('only to see it')
      const looking = use.db.transaction().execute(async (transaction) => {
        await sql`alter table audit_line disable trigger audit_line_refuse_change`.execute(transaction)
        await look(transaction)
        throw rolledBack
      })
      await expect(looking).rejects.toBe(rolledBack)
    }
    const change = (db: Queryable, at: number) =>
      sql`update audit_line set done_by = 'somebody else' where position = ${at}`.execute(db)
    const takeOut = (db: Queryable, at: number) => sql`delete from audit_line where position = ${at}`.execute(db)
    const writeAnew = (db: Queryable, from: number) =>
      sql`
      with recursive chain as (
        select line.position, audit_line_hash((select hash from audit_line where position = ${from} - 1), line) as hash
          from audit_line as line where line.position = ${from}
        union all
        select line.position, audit_line_hash(chain.hash, line)
          from chain join audit_line as line on line.position = chain.position + 1
      )
      update audit_line set hash = chain.hash from chain where audit_line.position = chain.position`.execute(db)
    beforeEach(() => sql`truncate audit_check`.execute(use.db))

    test.each([1, 2, 1000])('in pieces of %d lines it is whole, as far as it goes', async (piece) => {
      await save(5)
      const trail = auditTrail(use.db, { piece })
      expect(await trail.lastCheck()).toBeNull()
      const check = await trail.check(NOW)
      expect(check).toEqual({ at: NOW, lines: await position(use.db), broken: null })
      expect(await trail.lastCheck()).toEqual(check)
      await save(3)
      expect((await trail.check(LATER)).lines).toBe(check.lines + 3)
    })

    test.each([
      ['changed', change, 0],
      ['taken out', takeOut, 1],
    ])('shows where a line was %s by somebody who switched the refusal off', async (_, tamper, shows) => {
      await save(4)
      const at = (await position(use.db)) - 2
      await asTamperer(async (db) => {
        const trail = auditTrail(db, { piece: 2 })
        await tamper(db, at)
        expect((await trail.check(NOW)).broken).toEqual({ at: at + shows, since: NOW })
        // It stays broken, night after night, since the night in which it was noticed.
        expect((await trail.check(LATER)).broken).toEqual({ at: at + shows, since: NOW })
      })
    })

    test('shows that the last lines were cut off, and that all was written anew', async () => {
      await save(4)
      const last = await position(use.db)
      await asTamperer(async (db) => {
        const trail = auditTrail(db)
        expect((await trail.check(NOW)).broken).toBeNull()
        await takeOut(db, last)
        expect((await trail.check(LATER)).broken).toEqual({ at: last, since: LATER })
      })
      await asTamperer(async (db) => {
        const trail = auditTrail(db)
        await trail.check(NOW)
        await change(db, last - 2)
        await writeAnew(db, last - 2)
        // A control: to whoever begins at the beginning the chain is whole.
        await sql`savepoint sp`.execute(db)
        await sql`truncate audit_check`.execute(db)
        expect((await auditTrail(db).check(LATER)).broken).toBeNull()
        await sql`rollback to sp`.execute(db)
        expect((await trail.check(LATER)).broken).toEqual({ at: last, since: LATER })
      })
    })

    test('goes on from the last line that was whole, and through the old ones again, some each night', async () => {
      await save(6)
      const last = await position(use.db)
      await asTamperer(async (db) => {
        const trail = auditTrail(db, { piece: 2, again: Math.ceil(last / 2) })
        await trail.check(NOW)
        // Long since looked over: the first night that comes to it again sees it.
        await change(db, last - 1)
        const seen: boolean[] = []
        for (let night = 0; night < 3; night += 1) seen.push((await trail.check(LATER)).broken !== null)
        expect(seen[0]).toBe(false)
        expect(seen.at(-1)).toBe(true)
      })
    })
  })
})
