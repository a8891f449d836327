import { describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { firstTamperedLine } from '../../bot/store/audit.ts'
import type { AuditEntry } from '../../bot/meetings/ports.ts'
import type { MeetingId, PlacementId } from '../../shared/meeting/planning-meeting.ts'
import { instant } from '../../shared/dates/time.ts'
import { storeOn } from '../support/store-on.ts'
import { TEST_DATABASES } from '../support/test-databases.ts'

const placementId = 'placement-1' as PlacementId
const meetingId = 'meeting-1' as MeetingId

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
    expect(await firstTamperedLine(use.db)).toBeNull()
  })

  test.each([
    [
      'changed',
      (position: number) => sql`update audit_line set done_by = 'somebody else' where position = ${position}`,
      0,
    ],
    ['taken out', (position: number) => sql`delete from audit_line where position = ${position}`, 1],
  ])('shows where a line was %s by somebody who switched that refusal off', async (_, tamper, shows) => {
    await use.store.save({ audit: [aLine(), aLine(), aLine()] })
    const rolledBack = new Error('only to see it')
    const { rows } = await sql<{ position: number }>`select max(position) - 1 as position from audit_line`.execute(
      use.db,
    )
    const position = rows[0]?.position ?? 0
    const looking = use.db.transaction().execute(async (transaction) => {
      await sql`alter table audit_line disable trigger audit_line_refuse_change`.execute(transaction)
      expect(await firstTamperedLine(transaction)).toBeNull()
      await tamper(position).execute(transaction)
      expect(await firstTamperedLine(transaction)).toBe(position + shows)
      throw rolledBack
    })
    await expect(looking).rejects.toBe(rolledBack)
  })
})
