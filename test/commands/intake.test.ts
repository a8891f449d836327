import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { aConfirmation } from '../support/builders.ts'
import { aRecord } from '../support/placement-record.ts'

const ROOT = new URL('../../', import.meta.url)
const COMMAND = new URL('bot/commands/intake.ts', ROOT).pathname
const EMAILS = new URL('test/fixtures/emails/', ROOT).pathname

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'intake-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

type Ended = { status: number; out: string; err: string }

const intake = (args: string[], input = ''): Promise<Ended> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [COMMAND, ...args], (error, out, err) => {
      resolve({ status: error ? Number(error.code) : 0, out, err })
    })
    child.stdin!.end(input)
  })

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const PASTED = [
  'Case ref: LCS-1001',
  'Placement ref: PL-1001',
  'Child: A.B., 9',
  'Type: foster',
  'Start: 18 June at 5.30pm',
].join('\n')

describe('intake FILE', () => {
  test('prints what an e-mail was understood to say, with the words and the questions', async () => {
    const { status, out, err } = await intake([join(EMAILS, 'residential-html-table.eml')])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    const reading = JSON.parse(out) as Record<string, unknown>
    expect(Object.keys(reading)).toEqual(['verdict', 'confirmations', 'asks', 'words'])
    expect(reading).toMatchObject({
      verdict: 'confirmation',
      confirmations: [
        { placement: { startsAt: '2026-12-01T10:30:00+00:00' }, confirmedAt: '2026-11-23T11:12:41+00:00' },
      ],
    })
    expect(reading['asks']).toContainEqual({ confirmation: 0, field: 'part:mother', text: expect.stringMatching(/\?/) })
    expect(reading['words']).toContainEqual({
      confirmation: 0,
      field: 'placement.startsAt',
      phrase: 'Tuesday 1st December 2026, 10:30am',
    })
  })

  test('reads pasted text, and moments carry the offset of London', async () => {
    const pasted = file('pasted.txt', PASTED)
    const { out } = await intake([
      '--received',
      '2026-06-17T09:00:00+01:00',
      '--from',
      'Orla Fenwick <orla@ashcombe.example.gov.uk>',
      pasted,
    ])
    expect(JSON.parse(out)).toMatchObject({
      confirmations: [
        {
          placement: { startsAt: '2026-06-18T17:30:00+01:00' },
          confirmedAt: '2026-06-17T09:00:00+01:00',
          confirmedBy: { name: 'Orla Fenwick', email: 'orla@ashcombe.example.gov.uk' },
        },
      ],
    })
  })

  test('reads standard input', async () => {
    const { status, out } = await intake(['-'], PASTED)
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ verdict: 'confirmation', confirmations: [{ caseReference: 'LCS-1001' }] })
  })

  test.each([
    ['chatter', 'chatter.txt', 'Morning all'],
    ['nothing', 'nothing.txt', ''],
    ['an e-mail without a head', 'headless.eml', 'no header at all'],
    ['text of an older Windows program', 'old.txt', Uint8Array.from(Buffer.from('Child\x92s placement', 'latin1'))],
    ['text in UTF-16', 'wide.txt', Buffer.from('\ufeffMorning all', 'utf16le')],
  ])('%s is readable and no confirmation', async (_, name, content) => {
    const { status, out } = await intake([file(name, content)])
    expect(status).toBe(0)
    expect(JSON.parse(out)).toEqual({ verdict: 'notAConfirmation', confirmations: [], asks: [], words: [] })
  })

  test.each<[string, () => string[], RegExp]>([
    ['a file that is not there', () => [join(folder, 'missing.eml')], /there is none of this name/],
    ['a folder', () => [folder], /it is a folder/],
    ['a file that is not text', () => [file('image.png', Buffer.from([0x89, 0x50, 0, 1, 2]))], /it is not text/],
    ['no file', () => [], /^usage: /],
    ['two files', () => ['a', 'b'], /^usage: /],
    ['an unknown option', () => ['--colour', 'red', 'a'], /^usage: /],
    [
      'a moment without an offset',
      () => ['--received', '2026-12-18T16:05:00', 'a'],
      /^--received: is not a moment; accepted: /,
    ],
    ['a sender without an address', () => ['--from', 'Orla', 'a'], /^--from: is not an e-mail address; accepted: /],
  ])('%s ends with status 2 and one line that says why', async (_, args, line) => {
    const { status, out, err } = await intake(args())
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toMatch(line)
    expect(err.trim().split('\n').length).toBe(1)
  })
})

describe('intake FILE with a record of the national Placements Standard', () => {
  test('fills what it can, from JSON and JSON-LD alike', async () => {
    const text = JSON.stringify(aRecord())
    const [json, jsonld, pasted] = await Promise.all([
      intake([file('record.json', text)]),
      intake([file('record.jsonld', text)]),
      intake(['-'], text),
    ])
    expect(JSON.parse(json.out)).toMatchObject({
      verdict: 'confirmation',
      confirmations: [{ caseReference: 'BKS-204417', placement: { type: 'foster' } }],
    })
    expect([jsonld.out, pasted.out]).toEqual([json.out, json.out])
  })

  test('one that breaks the standard ends with status 2 and a line for each fault', async () => {
    const broken = aRecord({ riskAssessment: { riskMissing: 'Sometimes' }, qualityAssurance: undefined })
    const { status, out, err } = await intake([file('broken.jsonld', JSON.stringify(broken))])
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err.trim().split('\n')).toEqual([
      'riskAssessment.riskMissing: is not accepted; accepted: one of Risk Present, No known risk',
      expect.stringMatching(/^qualityAssurance: is missing; accepted: /),
    ])
  })

  test('a whole confirmation as JSON is taken as it is; other JSON is none; broken JSON cannot be read', async () => {
    const [whole, other, torn] = await Promise.all([
      intake([file('whole.json', JSON.stringify(aConfirmation()))]),
      intake([file('other.json', '{"colour":"red"}')]),
      intake([file('torn.json', '{"childId":')]),
    ])
    expect(JSON.parse(whole.out)).toMatchObject({ verdict: 'confirmation', asks: [] })
    expect(JSON.parse(other.out)).toMatchObject({ verdict: 'notAConfirmation', confirmations: [] })
    expect(torn).toEqual({ status: 2, out: '', err: 'the file cannot be read: it is not JSON\n' })
  })
})
