import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PlacementConfirmation } from '../../shared/placement/placement.ts'
import { planJson } from '../../shared/meeting/plan-json.ts'
import {
  F1,
  F2,
  F4,
  FIXTURES,
  HOME_MANAGER,
  PACK_IDS,
  planOf,
  type FixtureId,
  type PackId,
} from '../support/fixture-cases.ts'
import { runCommand, type Ran } from '../support/run-command.ts'

// A process takes its time to start where others run as well.
jest.setTimeout(60_000)

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
function fileWith(text: string): string {
  const file = join(folder, `confirmation-${(files += 1)}.json`)
  writeFileSync(file, text)
  return file
}
const plan = (confirmation: unknown, pack: string, now: string) =>
  runCommand('plan', ['--pack', pack, '--now', now, fileWith(JSON.stringify(confirmation))])
const NOW = '2026-12-18T16:10:00+00:00'
const asJson = ({ stdout }: Ran) => JSON.parse(stdout) as ReturnType<typeof planJson>

/** Processes are slow to start: what several tests look at is printed once. */
const printed = new Map<string, Promise<Ran>>()
function planned(fixture: FixtureId, pack: PackId): Promise<Ran> {
  const key = `${fixture} ${pack}`
  const confirmation = FIXTURES[fixture]()
  const running = printed.get(key) ?? plan(confirmation, pack, confirmation.confirmedAt)
  printed.set(key, running)
  return running
}

describe('the plan command prints what the rules make of a confirmation', () => {
  test.each(Object.keys(FIXTURES) as FixtureId[])(
    '%s under each practice: status 0, one JSON object on standard output, and nothing else',
    async (fixture) => {
      const runs = await Promise.all(PACK_IDS.map((pack) => planned(fixture, pack)))
      for (const [index, { status, stdout, stderr }] of runs.entries()) {
        const pack = PACK_IDS[index]!
        expect([pack, status, stderr]).toEqual([pack, 0, ''])
        expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(planJson(planOf(FIXTURES[fixture](), pack)))))
      }
    },
  )

  test('every moment carries the offset that London has on that day', async () => {
    const ran = await planned('F6', 'wm-mosaic')
    const { meetings, clocks } = asJson(ran)
    expect(meetings[0]!.deadline?.at).toBe('2027-04-01T23:59:59+01:00')
    expect(clocks.find(({ id }) => id === 'informationToCarer')?.due).toBe('2027-03-26T18:00:00+00:00')
    expect(ran.stdout).not.toMatch(/\dZ"/)
  })

  test('has the fields of the contract, and none of its own', async () => {
    const one = asJson(await planned('F2', 'wm-mosaic'))
    const [meeting] = one.meetings
    expect(Object.keys(one)).toEqual([
      'pack', 'packVersion', 'status', 'basis', 'meetings', 'clocks', 'questions', 'warnings',
    ]) // prettier-ignore
    expect(Object.keys(meeting!)).toEqual([
      'kind', 'combines', 'triggers', 'deadline', 'notBefore', 'mustStartBefore', 'durationMinutes', 'convenor', 'chair',
      'organiserMailbox', 'minimum', 'attendees', 'venue', 'agenda', 'emergencyChecklist', 'chairsChecklist', 'documents',
    ]) // prettier-ignore
    expect(Object.keys(meeting!.deadline!)).toEqual(['at', 'date', 'rule', 'status', 'requirements'])
    expect(Object.keys(meeting!.attendees[0]!)).toEqual([
      'role', 'name', 'email', 'part', 'required', 'reachedBy', 'event',
    ]) // prettier-ignore
    expect(Object.keys(meeting!.venue)).toEqual(['kind', 'shownTo', 'requirements'])
    expect(Object.keys(meeting!.agenda[0]!)).toEqual(['item', 'title', 'prompts', 'audience', 'requirements'])
    expect(Object.keys(one.clocks[0]!)).toEqual(['id', 'due', 'owner', 'status', 'requirements', 'facts'])
    expect(meeting!.convenor).toEqual({ role: 'childsSocialWorker', person: 'Rosalind Achterberg' })
  })

  test('F3 with a home’s manager outside: the manager convenes and chairs, the social worker’s mailbox owns the event', async () => {
    const { meetings } = asJson(await planned('F3', 'wm-mosaic'))
    expect(meetings[0]).toMatchObject({
      kind: 'emergency',
      convenor: { role: 'registeredManager', person: HOME_MANAGER.name },
      chair: { role: 'registeredManager', person: HOME_MANAGER.name },
      organiserMailbox: 'rosalind.achterberg@brackenshire.example',
      deadline: { at: '2026-12-31T23:59:59+00:00', requirements: ['R-022'] },
    })
    expect(meetings[0]!.emergencyChecklist.map(({ item }) => item)).toContain('EM-1')
  })

  test('without a mailbox of anybody inside, a service mailbox of the confirmer’s own domain owns the event', async () => {
    const people = FIXTURES.F1().people.map((person) => ({ ...person, insideTenant: false }))
    const { meetings } = asJson(await plan({ ...FIXTURES.F1(), people }, 'wm-mosaic', NOW))
    expect(meetings[0]!.organiserMailbox).toMatch(/@brackenshire\.example$/)
  })

  test('a placement that is still being found is provisional', async () => {
    const ran = await plan(F1({ placement: { startsAt: null } }), 'south-glos', NOW)
    expect(ran.status).toBe(0)
    expect(asJson(ran)).toMatchObject({ status: 'provisional', clocks: [], meetings: [{ deadline: null }] })
  })

  test('what is well formed but undecided is asked, with status 0', async () => {
    const ran = await plan(F2({ people: [], placement: { basis: undefined } }), 'south-glos', NOW)
    expect(ran.status).toBe(0)
    expect(asJson(ran).status).toBe('asks')
    expect(asJson(ran).questions.map(({ id }) => id)).toEqual([
      'basis', 'missingRole:fosterCarer', 'missingRole:childsSocialWorker', 'missingRole:supervisingSocialWorker', 'part:child',
    ]) // prettier-ignore
  })

  test('a series of short breaks has no meeting', async () => {
    expect(asJson(await plan(F4({ placement: { shortBreaks: true } }), 'wm-mosaic', NOW))).toMatchObject({ status: 'noMeeting', meetings: [] })
  }) // prettier-ignore

  test('- stands for standard input', async () => {
    const ran = await runCommand('plan', ['--pack', 'wm-mosaic', '--now', NOW, '-'], JSON.stringify(F2()))
    expect([ran.status, asJson(ran).pack]).toEqual([0, 'wm-mosaic'])
  })

  test('a byte order mark, with which Windows begins a file, is no fault; and nothing is written beside it', async () => {
    const file = fileWith(`\ufeff${JSON.stringify(F2())}`)
    const before = readdirSync(folder)
    expect((await runCommand('plan', ['--pack', 'wm-mosaic', '--now', NOW, file])).status).toBe(0)
    expect(readdirSync(folder)).toEqual(before)
  })
})

describe('what cannot be planned is refused with status 2, a line for each fault, and nothing on standard output', () => {
  const refused = async (ran: Promise<Ran>) => {
    const { status, stdout, stderr } = await ran
    expect([status, stdout]).toEqual([2, ''])
    return stderr.trimEnd().split('\n')
  }
  const changed = (change: (confirmation: Record<string, unknown>) => void, from: PlacementConfirmation = F2()) => {
    const confirmation = structuredClone(from) as unknown as Record<string, unknown>
    change(confirmation)
    return plan(confirmation, 'wm-mosaic', NOW)
  }

  test('a pack that nobody knows, naming those that are', async () => {
    const [line, ...more] = await refused(plan(F2(), 'atlantis', NOW))
    expect(more).toEqual([])
    for (const pack of PACK_IDS) expect(line).toContain(pack)
    expect(line).toMatch(/^--pack: is not known; accepted: /)
  })

  test.each([
    ['a "now" without an offset', '2026-12-18T16:10:00'],
    ['no "now"', ''],
  ])('%s', async (_, now) => {
    expect(await refused(plan(F2(), 'wm-mosaic', now))).toEqual([expect.stringMatching(/^--now: is no moment; accepted: ISO 8601 with an offset/)])
  }) // prettier-ignore

  test('a time without an offset in the confirmation', async () => {
    const lines = await refused(
      changed((one) => ((one.placement as Record<string, unknown>).startsAt = '2026-12-18T17:30:00')),
    )
    expect(lines).toEqual([expect.stringMatching(/^placement\.startsAt: .*; accepted: .*offset/)])
  })

  test('several faults, each in a line of its own, none with a value that is about a person', async () => {
    const lines = await refused(
      changed((one) => {
        delete one.caseReference
        one.nickname = 'Zebedee Quark'
        one.child = { initials: 'Zebedee', ageInYears: 18 }
      }),
    )
    expect(lines.map((line) => line.split(':')[0]).sort()).toEqual([
      'caseReference',
      'child.ageInYears',
      'child.initials',
      'nickname',
    ])
    expect(lines.join('\n')).not.toContain('Zebedee')
    expect(lines.every((line) => /^[^:]+: [^;]+; accepted: .+/.test(line))).toBe(true)
  })

  test.each([
    ['no JSON', 'Placement: foster'],
    ['half of it', '{"caseReference": "LCS'],
  ])('a file that holds %s', async (_, text) => {
    const lines = await refused(runCommand('plan', ['--pack', 'wm-mosaic', '--now', NOW, fileWith(text)]))
    expect(lines).toEqual([expect.stringMatching(/^FILE: is no JSON; accepted: /)])
  })

  test('a file that is not there, or none, or two', async () => {
    const call = (...rest: string[]) => refused(runCommand('plan', ['--pack', 'wm-mosaic', '--now', NOW, ...rest]))
    expect(await call(join(folder, 'none.json'))).toEqual([expect.stringMatching(/^FILE: cannot be read/)])
    expect(await call()).toEqual([expect.stringMatching(/^FILE: exactly one is needed/)])
    expect(await call('a', 'b')).toEqual([expect.stringMatching(/^FILE: exactly one is needed/)])
  })

  test('an option that does not exist', async () => {
    const lines = await refused(runCommand('plan', ['--packs', 'wm-mosaic', 'x']))
    expect(lines).toEqual([expect.stringMatching(/--packs.*npm run --silent plan/)])
  })
})

describe('dates beyond the loaded bank holidays end with status 3, in one line, and nothing on standard output', () => {
  const beyond: [string, PackId, Parameters<typeof F2>[0]][] = [
    ['a placement that starts after them', 'wm-mosaic', { placement: { startsAt: '2029-01-08T10:00:00Z' as never } }],
    ['a clock that runs across their end', 'south-glos', { placement: { startsAt: '2028-12-28T10:00:00Z' as never } }],
    [
      'a placement that started before them',
      'england-default',
      { placement: { startsAt: '2018-11-08T10:00:00Z' as never } },
    ],
  ]
  test.each(beyond)('%s', async (_, pack, over) => {
    const { status, stdout, stderr } = await plan(F2(over), pack, NOW)
    expect([status, stdout]).toEqual([3, ''])
    expect(stderr).toMatch(
      /^The dates asked for cannot be worked out: .* run from Tue 1 Jan 2019 to Sun 31 Dec 2028\.\n$/,
    )
  })

  test('up to their end they are counted', async () => {
    const start = '2028-11-27T10:00:00Z' as never
    const ran = await plan(
      F2({ child: { newlyLookedAfterOn: '2028-11-27' as never }, placement: { startsAt: start } }),
      'wm-mosaic',
      NOW,
    )
    expect(ran.status).toBe(0)
    expect(asJson(ran).clocks.find(({ id }) => id === 'firstReview')?.due).toBe('2028-12-27')
  })
})
