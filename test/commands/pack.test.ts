/** Reports for whoever owns a practice: what is still to be confirmed, and what the rules come to over Christmas. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadPack } from '../../bot/practice-packs.ts'
import { stressPack } from '../../shared/practice/pack-stress.ts'
import { day } from '../../shared/dates/time.ts'
import { PACK_IDS, practiceOf } from '../support/fixture-cases.ts'
import { runCommand } from '../support/run-command.ts'

const PACKS = join(import.meta.dirname, '../../shared/packs')
const fileOf = (id: string) => join(PACKS, `${id}.yaml`)

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pack-'))
})
afterAll(() => rmSync(folder, { recursive: true }))
const pack = (...args: string[]) => runCommand('pack', args)
const changed = (id: string, from: string, to: string) => {
  const file = join(folder, `${id}.yaml`)
  const text = readFileSync(fileOf(id), 'utf8')
  expect(text).toContain(from)
  writeFileSync(file, text.replace(from, to))
  return file
}

describe('check', () => {
  test.each(PACK_IDS)('%s is accepted, and every gap in it is listed to be confirmed', async (id) => {
    const { status, stdout } = await pack('check', fileOf(id))
    expect(status).toBe(0)
    const gaps = readFileSync(fileOf(id), 'utf8').match(/^\s*(?:- )?from: gap$/gm) ?? []
    expect(stdout).toContain(`${gaps.length} that the authority has to confirm`)
    expect(stdout.split('\n').filter((line) => /^ {2}[a-zA-Z.\d]+: /.test(line))).toHaveLength(gaps.length)
    expect(stdout).toContain(loadPack(fileOf(id)).name)
  })

  test('a rule in words that are not understood is refused, and the cell is named', async () => {
    const file = changed('leicester', 'is: within 72 hours of the placement starting', 'is: as soon as possible')
    const { status, stderr } = await pack('check', file)
    expect(status).toBe(2)
    expect(stderr).toMatch(/firstMeeting\.0\.emergency\.is: .*within 3 working days/)
  })

  test('a file that is not there is said', async () => {
    expect(await pack('check', join(folder, 'nowhere.yaml'))).toMatchObject({ status: 2, stdout: '' })
  })
})

describe('stress', () => {
  const OVER_CHRISTMAS = { from: day('2026-12-18'), until: day('2026-12-31') }

  test('72 hours over Christmas end on days that nobody works, and say why', () => {
    const [emergency] = stressPack(practiceOf('leicester'), ['foster'], OVER_CHRISTMAS).filter(
      ({ basis }) => basis === 'emergency',
    )
    expect(emergency!.tried).toBe(14)
    expect(emergency!.notWorking).toContainEqual({ start: '2026-12-22', due: '2026-12-25', why: 'Christmas Day' })
    expect(emergency!.tightest!.workingDays).toBe(0)
    expect(emergency!.afterPlan).toEqual([])
  })

  test('a meeting before the start is never late for the plan', () => {
    const [planned] = stressPack(practiceOf('leicester'), ['foster'], OVER_CHRISTMAS)
    expect(planned).toMatchObject({ basis: 'planned', notWorking: [], afterPlan: [], tightest: null })
  })

  test('five calendar days and five working days change places nowhere, ten working days do', async () => {
    const file = changed(
      'leicester',
      'is: within 72 hours of the placement starting',
      'is: within 10 working days of the placement starting',
    )
    const { status, stdout } = await pack('stress', file, '--from', '2026-12-01', '--months', '2')
    expect(status).toBe(0)
    expect(stdout).toContain('Due after the placement plan, which the law wants within 5 working days: 6')
    expect(stdout).toMatch(/Tue 1 Dec 2026 → Tue 15 Dec 2026; the plan by Tue 8 Dec 2026/)
  })

  test.each(PACK_IDS)('%s over two years, each kind of placement in one report', async (id) => {
    const { status, stdout } = await pack('stress', id, '--from', '2026-12-01', '--months', '24')
    expect(status).toBe(0)
    for (const words of ['planned', 'emergency', 'Foster', "Children's home", 'Secure']) expect(stdout).toContain(words)
    expect(stdout).not.toMatch(/undefined|NaN|\[object/)
  })

  test('where the bank holidays end, it says that it stops', async () => {
    const { stdout } = await pack('stress', 'leicester', '--from', '2028-06-01', '--months', '24')
    expect(stdout).toContain('beyond the bank holidays')
  })

  test.each([
    ['an unknown pack', ['stress', 'nowhere'], 'accepted: england-default'],
    ['no number of months', ['stress', 'leicester', '--months', 'many'], '--months'],
    ['no day', ['stress', 'leicester', '--from', '32/13/2026'], '--from'],
    ['another report', ['guess', 'leicester'], 'is not known'],
    ['nothing', [], 'check FILE'],
  ])('%s is refused in words', async (_, args, words) => {
    const { status, stderr } = await pack(...args)
    expect(status).toBe(2)
    expect(stderr).toContain(words)
  })
})
