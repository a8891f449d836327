/** Somebody brings the bank holidays up to date from the list that GOV.UK publishes (L-30, R-028). */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ENGLAND } from '../../shared/dates/bank-holidays.ts'
import { runCommand } from '../support/run-command.ts'

type Event = { title: string; date: string; notes?: string }
type Kept = { knownFrom: string; knownUntil: string; days: Record<string, string> }

let folder: string
let server: Server
let answer: unknown
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holidays-'))
  server = createServer((_, response) => response.end(JSON.stringify(answer)))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
})
afterAll(async () => {
  await new Promise((closed) => server.close(closed))
  rmSync(folder, { recursive: true })
})

/** As published: what we have of some years, and one more year after them. */
const list = (from: number, more: Event[] = []) => ({
  'england-and-wales': {
    division: 'england-and-wales',
    events: [
      ...[...ENGLAND.days]
        .filter(([date]) => Number(date.slice(0, 4)) >= from)
        .map(([date, title]) => ({ title, date })),
      ...more,
    ],
  },
  scotland: { events: [] },
})
const IN_2029: Event[] = [
  { title: 'New Year’s Day', date: '2029-01-01' },
  { title: 'Good Friday', date: '2029-03-30' },
  { title: 'Easter Monday', date: '2029-04-02' },
  { title: 'Early May bank holiday', date: '2029-05-07' },
  { title: 'Spring bank holiday', date: '2029-05-28' },
  { title: 'Summer bank holiday', date: '2029-08-27' },
  { title: 'Christmas Day', date: '2029-12-25' },
  { title: 'Boxing Day', date: '2029-12-26', notes: 'Substitute day' },
]
let files = 0
async function bringUpToDate(published: unknown, { over = 'file' }: { over?: 'file' | 'address' } = {}) {
  const [source, to] = [join(folder, `list-${(files += 1)}.json`), join(folder, `kept-${files}.json`)]
  writeFileSync(source, JSON.stringify(published))
  answer = published
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/bank-holidays.json`
  const ran = await runCommand('bank-holidays', [over === 'file' ? source : address, '--to', to])
  return { ...ran, kept: existsSync(to) ? (JSON.parse(readFileSync(to, 'utf8')) as Kept) : null }
}

test.each(['file', 'address'] as const)(
  'a further year, read from %s, is added, named and counted until',
  async (over) => {
    const { status, stdout, kept } = await bringUpToDate(list(2024, IN_2029), { over })
    expect(status).toBe(0)
    expect(kept).toMatchObject({ knownFrom: ENGLAND.knownFrom, knownUntil: '2029-12-31' })
    expect(kept!.days['2029-12-26']).toBe('Boxing Day (substitute day)')
    // Years that are not published any more are kept: old placements are counted in them.
    expect(kept!.days['2019-04-19']).toBe('Good Friday')
    expect(stdout).toContain('added   Fri 30 Mar 2029: Good Friday')
    expect(stdout).toContain('Known until Mon 31 Dec 2029')
  },
)

test('a day that is proclaimed, and one that is moved, are said as such', async () => {
  const { events: before } = list(2024)['england-and-wales']
  const events = [
    ...before.filter(({ date }) => date !== '2027-05-03'),
    { title: 'Bank holiday for the jubilee', date: '2027-06-04' },
  ]
  const { stdout, kept } = await bringUpToDate({ 'england-and-wales': { events } })
  expect(stdout).toContain('added   Fri 4 Jun 2027: Bank holiday for the jubilee')
  expect(stdout).toContain('removed Mon 3 May 2027')
  expect(Object.keys(kept!.days)).toContain('2027-06-04')
})

test('the same list again changes nothing', async () => {
  const { stdout, kept } = await bringUpToDate(list(2022))
  expect(stdout).toContain('Nothing has changed.')
  expect(kept!.days).toEqual(Object.fromEntries(ENGLAND.days))
})

test.each([
  ['holds only part of a year', list(2024, IN_2029.slice(0, 3)), 'holds only part of a year'],
  [
    'reaches less far than what is known',
    { 'england-and-wales': { events: IN_2029.map((one) => ({ ...one, date: one.date.replace('2029', '2027') })) } },
    'does not carry on',
  ],
  ['is something else', { days: [] }, 'is not the list'],
  ['has a day that there is not', list(2024, [{ title: 'A day', date: '2029-02-30' }]), 'is not the list'],
])('a list that %s is refused, and nothing is written', async (_, published, why) => {
  const { status, stderr, kept } = await bringUpToDate(published)
  expect({ status, kept }).toEqual({ status: 2, kept: null })
  expect(stderr).toContain(why)
})

test('a file that is not there is said, and nothing is written', async () => {
  const ran = await runCommand('bank-holidays', [join(folder, 'nowhere.json'), '--to', join(folder, 'kept.json')])
  expect(ran).toMatchObject({ status: 2 })
  expect(ran.stderr).toContain('could not be had')
})
