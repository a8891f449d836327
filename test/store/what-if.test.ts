/** What another practice would change, asked of each kind of database that an authority may have. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { sql } from 'kysely'
import { openToRead } from '../../bot/store/database.ts'
import { openStore } from '../../bot/store/store.ts'
import type { PlacementConfirmation } from '../../shared/placement/placement.ts'
import type { MeetingId, MeetingRef, PlacementId } from '../../shared/meeting/planning-meeting.ts'
import { instant } from '../../shared/dates/time.ts'
import { aMeeting, aPlacement } from '../support/builders.ts'
import { F2, planOf } from '../support/fixture-cases.ts'
import { runCommand } from '../support/run-command.ts'
import { IN_A_FOLDER, TEST_DATABASES, type TestDatabase } from '../support/test-databases.ts'

jest.setTimeout(120_000)

const INCIDENT = { kind: 'seriousIncident' as const, at: instant('2026-12-28T10:00:00Z') }
const REACHED = [IN_A_FOLDER, ...TEST_DATABASES.filter(({ isServer }) => isServer)]

describe.each(REACHED)('what another practice would change, asked of $name', ({ create, isServer }) => {
  let kept: TestDatabase
  beforeAll(async () => {
    kept = await create()
    const store = openStore(kept.database, async () => {})
    const id = 'placement-1' as PlacementId
    const [first] = planOf(F2(), 'south-glos').meetings
    const reported: PlacementConfirmation = { ...F2(), trigger: { kind: 'request', at: instant('2027-01-11T09:00:00Z') } }
    const [after] = planOf({ ...F2(), trigger: INCIDENT }, 'south-glos').meetings
    const slot = { start: instant('2026-12-29T11:00:00Z'), end: instant('2026-12-29T12:00:00Z') }
    const called = { ...INCIDENT, reason: null, on: INCIDENT.at, by: 'Nadia Castellane', openedBy: 'nadia' }
    await store.save({
      placement: aPlacement({ id, pack: 'south-glos', confirmation: reported, plan: planOf(F2(), 'south-glos') }),
      meetings: [
        aMeeting({ id: 'one' as MeetingId, ref: 'PPM-AA11' as MeetingRef, placementId: id, plan: first!, state: 'arranged', slot }),
        aMeeting({ id: 'two' as MeetingId, ref: 'PPM-BB22' as MeetingRef, placementId: id, plan: after!, called }),
      ],
    })
    // The folder is open to one process at a time; a server goes on serving the app.
    if (!isServer) await kept.database.close()
  }) // prettier-ignore
  afterAll(() => kept.close())

  test('names each meeting by its reference, the first and the one that an incident has called for', async () => {
    const args = ['what-if', 'south-glos', '--instead', 'leicester', '--json', '--now', '2026-12-21T09:00:00Z']
    const { status, stdout, stderr } = await runCommand('pack', args, '', kept.env!)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const { placements, meetings, differences, notCompared } = JSON.parse(stdout)
    expect([placements, meetings, notCompared]).toEqual([1, 2, []])
    expect(differences).toContainEqual({
      ref: 'PPM-AA11',
      kind: 'dueEarlier',
      now: 'by Tue 29 Dec 2026',
      instead: 'by Mon 21 Dec 2026 17:30',
    })
    const chairs = differences.filter(({ kind }: { kind: string }) => kind === 'chair')
    expect(chairs.map(({ ref }: { ref: string }) => ref)).toEqual(['PPM-AA11', 'PPM-BB22'])
  })

  test('writes nothing: the connection refuses to', async () => {
    const { DATABASE_URL, DATA_DIR } = kept.env!
    const reading = await openToRead(DATABASE_URL ? { databaseUrl: DATABASE_URL } : { dataDir: DATA_DIR! })
    await expect(sql`delete from planning_meeting`.execute(reading.db)).rejects.toThrow('25006')
    await reading.close()
  })

  test('is told when the tables are not there yet', async () => {
    const missing: Record<string, string> = isServer ? { DATABASE_URL: process.env['TEST_DATABASE_URL']! } : { DATA_DIR: '/nowhere/at/all' }
    const { status, stdout, stderr } = await runCommand('pack', ['what-if', 'south-glos', '--instead', 'leicester'], '', missing)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(isServer ? /none of the app’s tables/ : /holds no database/)
  }) // prettier-ignore
})
