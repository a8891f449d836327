/** What another practice would change about the meetings that are kept, asked of a real database. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openDatabase, openToRead } from '../../bot/store/database.ts'
import { openStore } from '../../bot/store/store.ts'
import type { PlacementConfirmation } from '../../shared/placement/placement.ts'
import type {
  MeetingId,
  MeetingRef,
  MeetingState,
  PlacementId,
  PlanningMeeting,
} from '../../shared/meeting/planning-meeting.ts'
import { addMinutes, instant, type Instant } from '../../shared/dates/time.ts'
import { aMeeting, aPlacement } from '../support/builders.ts'
import { F1, F2, F4, planOf, type PackId } from '../support/fixture-cases.ts'
import { runCommand } from '../support/run-command.ts'

// A database is made from nothing, and processes start.
jest.setTimeout(120_000)

const PACKS = join(import.meta.dirname, '../../shared/packs')
const fileOf = (id: string) => join(PACKS, `${id}.yaml`)
const NOW = '2026-12-21T09:00:00Z'

let folder: string
let dataDir: string
const whatIf = (args: string[], env: Record<string, string> = {}) =>
  runCommand('pack', ['what-if', ...args, '--now', NOW], '', { DATA_DIR: dataDir, DATABASE_URL: '', ...env })
const report = async (current: string, instead: string) => {
  const { status, stdout, stderr } = await whatIf([current, '--instead', instead, '--json'])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return JSON.parse(stdout)
}
const changed = (id: string, from: string, to: string) => {
  const file = join(folder, `${id}.yaml`)
  const text = readFileSync(fileOf(id), 'utf8')
  expect(text).toContain(from)
  writeFileSync(file, text.replace(from, to))
  return file
}

const VISIT = `  - clock: visit
    is: within 3 calendar days of the placement starting
    says: a visit within three days
    from: stated
    requirements: [R-204]
`

type Kept = { confirmation: PlacementConfirmation; pack: PackId; at?: Instant; state?: MeetingState }

const CHILD_WORDS = ['KV', 'QX', 'Vandermolen', 'Tannery', 'BKS-', 'PL-', 'Oyelaran', 'Achterberg', 'post.example']
const START_OF_F2 = instant('2026-12-29T11:00:00Z')

const KEPT: Record<string, Kept> = {
  // Within five working days of F2, and long after 72 hours.
  'PPM-AA11': { confirmation: F2(), pack: 'south-glos', at: START_OF_F2 },
  'PPM-BB22': { confirmation: F1({ child: { initials: 'QX', firstPlacement: false } }), pack: 'south-glos' },
  'PPM-CC33': { confirmation: F4(), pack: 'leicester', at: instant('2027-03-18T10:00:00Z') },
  'PPM-DD44': {
    confirmation: F2(),
    pack: 'south-glos',
    state: { state: 'cancelled', reason: 'the child moved', cancelledAt: instant('2026-12-19T09:00:00Z') },
  },
}

function meetingsFor(
  ref: string,
  { confirmation, pack, at, state }: Kept,
  placementId: PlacementId,
): PlanningMeeting[] {
  return planOf(confirmation, pack).meetings.map((plan, nth) => {
    const its = nth === 0 ? ref : `${ref.slice(0, -1)}9`
    return aMeeting({
      id: `meeting-${its}` as MeetingId,
      ref: its as MeetingRef,
      placementId,
      plan,
      ...(state ?? (at ? { state: 'arranged', slot: { start: at, end: addMinutes(at, 60) } } : { state: 'toArrange' })),
    })
  })
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'what-if-'))
  dataDir = join(folder, 'data')
  const database = await openDatabase({ dataDir })
  const store = openStore(database, async () => {})
  for (const [ref, kept] of Object.entries(KEPT)) {
    const { confirmation, pack } = kept
    const id = `placement-${ref}` as PlacementId
    await store.save({
      placement: aPlacement({
        id,
        pack,
        confirmation: { ...confirmation, placementReference: `PL-${ref}` },
        plan: planOf(confirmation, pack),
      }),
      meetings: meetingsFor(ref, kept, id),
    })
  }
  await database.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('another practice in the place of the one in force', () => {
  test('calls for meetings sooner: each is named by its reference, and what is now out of time is said', async () => {
    const { differences } = await report('south-glos', fileOf('leicester'))
    const of = (ref: string) => differences.filter((one: { ref: string }) => one.ref === ref)
    expect(of('PPM-AA11')).toContainEqual({
      ref: 'PPM-AA11',
      kind: 'dueEarlier',
      now: 'by Tue 29 Dec 2026',
      instead: 'by Mon 21 Dec 2026 17:30',
    })
    expect(of('PPM-AA11')).toContainEqual({
      ref: 'PPM-AA11',
      kind: 'outOfTime',
      now: 'its time is Tue 29 Dec 2026 11:00',
      instead: 'by Mon 21 Dec 2026 17:30',
    })
    // A planned placement is due before its start, in the place of five working days after it.
    expect(of('PPM-BB22')).toContainEqual(
      expect.objectContaining({ kind: 'dueEarlier', instead: 'before Mon 2 Nov 2026 10:00' }),
    )
    expect(of('PPM-BB22')).toContainEqual({
      ref: 'PPM-BB22',
      kind: 'chair',
      now: 'supervising social worker',
      instead: 'to be chosen each time',
    })
  })

  test('and the other way round it leaves more time, and a meeting that it does not know is not held', async () => {
    const { differences } = await report('leicester', fileOf('south-glos'))
    expect(differences).toContainEqual({
      ref: 'PPM-CC39',
      kind: 'notHeld',
      now: 'Introduction meeting',
      instead: null,
    })
    // The home has no chapter in this practice, and the statutory default wants the meeting before the start as well.
    expect(differences.map(({ kind }: { kind: string }) => kind)).not.toContain('dueEarlier')
  })

  test('makes an emergency meeting, with its checklist, of what was a first meeting', async () => {
    const { differences } = await report('south-glos', fileOf('wm-mosaic'))
    const kinds = differences.filter(({ ref }: { ref: string }) => ref === 'PPM-AA11')
    expect(kinds).toContainEqual({
      ref: 'PPM-AA11',
      kind: 'otherKind',
      now: 'First planning meeting',
      instead: 'Emergency planning meeting',
    })
    expect(kinds).toContainEqual(
      expect.objectContaining({
        kind: 'checklists',
        instead: expect.stringContaining('Is the placement suitable for the child'),
      }),
    )
    expect(kinds).toContainEqual(
      expect.objectContaining({ kind: 'documents', now: expect.stringContaining('Placement Request Form') }),
    )
    expect(kinds).toContainEqual(expect.objectContaining({ kind: 'agenda', instead: 'Emergency questions' }))
  })

  test('invites others: who comes and who no longer does, by role', async () => {
    const cell =
      '  - role: virtualSchoolHead\n    is: attend\n    says: they come\n    from: stated\n    requirements: [R-040]\n'
    const file = changed('south-glos', 'attendance:\n', `attendance:\n${cell}`)
    const { differences, sums } = await report('south-glos', file)
    expect(differences).toEqual([])
    expect(sums).toEqual({})
    const reviewing = cell.replace('virtualSchoolHead', 'independentReviewingOfficer')
    const other = await report('south-glos', changed('south-glos', 'attendance:\n', `attendance:\n${reviewing}`))
    expect(other.differences).toEqual([
      {
        ref: 'PPM-AA11',
        kind: 'invited',
        now: 'is told',
        instead: 'independent reviewing officer: comes',
      },
      expect.objectContaining({ ref: 'PPM-BB22', kind: 'invited' }),
    ])
    expect(other.sums).toEqual({ invited: 2 })
  })

  test('is the same practice: nothing would be different', async () => {
    const { stdout } = await whatIf(['south-glos', '--instead', fileOf('south-glos')])
    expect(stdout).toContain('2 meetings of 3 placements planned under south-glos')
    expect(stdout).toContain('Nothing would be different.')
  })

  test('sets the clocks beside the meeting otherwise, and has tasks of its own', async () => {
    const { differences, sums } = await report('south-glos', fileOf('standards-lcs'))
    expect(differences).toContainEqual({
      ref: 'PPM-BB22',
      kind: 'taskFewer',
      now: expect.stringContaining('Care plan'),
      instead: null,
    })
    const stricter = changed('south-glos', 'deadlines:\n', `deadlines:\n${VISIT}`)
    const sooner = await report('south-glos', stricter)
    expect(sooner.differences).toContainEqual({
      ref: 'PPM-AA11',
      kind: 'taskEarlier',
      now: 'First visit by the social worker: by Fri 25 Dec 2026',
      instead: 'First visit by the social worker: by Mon 21 Dec 2026',
    })
    expect(sums).toMatchObject({ taskFewer: expect.any(Number) })
  })
})

describe('the report', () => {
  test('for reading: each meeting under its reference, and together in how many', async () => {
    const { status, stdout } = await whatIf(['south-glos', '--instead', fileOf('leicester')])
    expect(status).toBe(0)
    expect(stdout).toContain('\nPPM-AA11\n')
    expect(stdout).toContain('  Due earlier: by Mon 21 Dec 2026 17:30 (now by Tue 29 Dec 2026)')
    expect(stdout).toMatch(/Together, in so many meetings:\n {2}Due earlier: 2\n/)
    expect(stdout).toContain('Now out of time: 1')
    expect(stdout).not.toMatch(/undefined|NaN|\[object|null/)
  })

  test('leaves out what was cancelled, and what was planned under another practice', async () => {
    const { stdout } = await whatIf(['south-glos', '--instead', fileOf('leicester')])
    expect(stdout).not.toContain('PPM-DD44')
    expect(stdout).not.toContain('PPM-CC33')
  })

  test('says nothing of a child, in words or as JSON', async () => {
    for (const form of [[], ['--json']]) {
      const { stdout } = await whatIf(['south-glos', '--instead', fileOf('wm-mosaic'), ...form])
      for (const words of CHILD_WORDS) expect(stdout).not.toContain(words)
    }
  })

  test('counts what it cannot tell: an event of long ago, of which only the meeting is left', async () => {
    const database = await openDatabase({ dataDir })
    const store = openStore(database, async () => {})
    const [known] = await store.meetingsOf('placement-PPM-BB22' as PlacementId)
    const of = { ...known!.plan, kind: 'emergency' as const, combines: ['emergency' as const] }
    const plan = { ...of, triggers: ['seriousIncident' as const] }
    const ref = 'PPM-EE55' as MeetingRef
    await store.save({ meetings: [{ ...known!, id: 'of-old' as MeetingId, ref, version: 0, plan }] })
    await database.close()
    const { notCompared, meetings } = await report('south-glos', fileOf('leicester'))
    expect(notCompared).toEqual(['PPM-EE55'])
    expect(meetings).toBe(2)
  })
})

describe('the database is only read', () => {
  test('while the app runs on the folder, the command says so and does not wait', async () => {
    const running = await openDatabase({ dataDir })
    const { status, stdout, stderr } = await whatIf(['south-glos', '--instead', fileOf('leicester')])
    await running.close()
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('The app is running on this data folder')
    expect(stderr).not.toContain(folder)
  })

  test('a statement that would write is refused', async () => {
    const database = await openToRead({ dataDir })
    await expect(sql`delete from planning_meeting`.execute(database.db)).rejects.toThrow('25006')
    await database.close()
  })

  test('a folder without a database stays one', async () => {
    const empty = join(folder, 'nothing-here')
    const { status, stderr } = await whatIf(['south-glos', '--instead', fileOf('leicester')], { DATA_DIR: empty })
    expect(status).toBe(2)
    expect(stderr).toContain('holds no database')
    expect(() => readFileSync(empty)).toThrow('ENOENT')
  })

  test('a server that does not answer is said, without its address', async () => {
    const url = 'postgres://planning:secret@127.0.0.1:1/planning'
    const { status, stderr } = await whatIf(['south-glos', '--instead', fileOf('leicester')], { DATABASE_URL: url })
    expect(status).toBe(2)
    expect(stderr).toContain('Check DATABASE_URL')
    expect(stderr).not.toContain('secret')
  })
})

describe('a call that cannot be answered is refused in words', () => {
  test.each([
    ['no pack', ['nowhere', '--instead', 'leicester'], 'PACK: is not known'],
    ['nothing to compare with', ['leicester'], '--instead: is missing'],
    ['another that is not there', ['leicester', '--instead', 'nowhere.yaml'], '--instead: is not known'],
  ])('%s', async (_, args, words) => {
    const { status, stderr } = await whatIf(args)
    expect(status).toBe(2)
    expect(stderr).toContain(words)
  })

  test('a practice that breaks a rule is refused, and the cell is named', async () => {
    const file = changed('leicester', 'is: within 72 hours of the placement starting', 'is: as soon as possible')
    const { status, stderr } = await whatIf(['south-glos', '--instead', file])
    expect(status).toBe(2)
    expect(stderr).toContain('firstMeeting.0.emergency.is')
  })
})
