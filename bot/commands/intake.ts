/**
 * `npm run --silent intake -- [--received INSTANT] [--from ADDRESS] FILE`: prints what an e-mail (`.eml`) or a pasted
 * text (any other name; `-` is standard input) was understood to say; a record of the national Placements Standard or a
 * confirmation may come as JSON. Stores nothing and sends nothing.
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Reading } from '../../shared/placement/draft.ts'
import { emailsIn } from '../../shared/intake/values/names.ts'
import { senderOf, type Sender } from '../../shared/intake/layout/quoted-parts.ts'
import { fileKindOf } from '../../shared/intake/file-kind.ts'
import { readingJson } from '../../shared/intake/reading-json.ts'
import { readInstant, type Instant } from '../../shared/dates/time.ts'
import { faultLine } from '../../shared/wire/faults.ts'
import { readFile as readFileOf } from '../mailbox/read-file.ts'

const USAGE = 'usage: intake [--received INSTANT] [--from ADDRESS] FILE|-'

/** Said on standard error, in one line for each fault; the process ends with status 2. */
class Unreadable extends Error {}

type Arguments = { file: string; received: Instant | null; from: Sender | null }

function argumentsFrom(argv: string[]): Arguments {
  let parsed
  try {
    parsed = parseArgs({
      args: argv,
      options: { received: { type: 'string' }, from: { type: 'string' } },
      allowPositionals: true,
    })
  } catch {
    throw new Unreadable(USAGE)
  }
  const { values, positionals } = parsed
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new Unreadable(USAGE)
  const received = values.received === undefined ? null : readInstant(values.received)
  if (values.received !== undefined && !received) {
    throw new Unreadable(
      '--received: is not a moment; accepted: a date and time with an offset, such as 2026-12-18T16:05:00+00:00',
    )
  }
  if (values.from !== undefined && emailsIn(values.from).length !== 1) {
    throw new Unreadable('--from: is not an e-mail address; accepted: one address, with or without a name')
  }
  return { file, received, from: values.from === undefined ? null : senderOf(values.from) }
}

async function readFrom({ file, ...facts }: Arguments): Promise<Reading> {
  const read = await readFileOf(await bytesOf(file), fileKindOf(file), facts)
  if (read.is === 'refused') throw new Unreadable(read.refused.faults.map(faultLine).join('\n'))
  if (read.is !== 'read') throw new Unreadable(`the file cannot be read: it is ${NOT_WHAT_IT_SAYS[read.is]}`)
  return read.reading
}

const NOT_WHAT_IT_SAYS = { noMail: 'not an e-mail', noJson: 'not JSON', noText: 'not text' }

const MOST_BYTES = 50_000_000

async function bytesOf(file: string): Promise<Uint8Array> {
  let bytes: Uint8Array
  try {
    bytes = file === '-' ? await standardInput() : await readFile(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Unreadable(`the file cannot be read: ${CODES[code ?? ''] ?? 'the system refuses it'}`)
  }
  if (bytes.length > MOST_BYTES) throw new Unreadable('the file cannot be read: it is larger than 50 MB')
  return bytes
}

const CODES: Record<string, string> = {
  ENOENT: 'there is none of this name',
  EISDIR: 'it is a folder',
  EACCES: 'access is denied',
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

try {
  const args = argumentsFrom(process.argv.slice(2))
  const reading = await readFrom(args)
  process.stdout.write(`${JSON.stringify(readingJson(reading), null, 2)}\n`)
} catch (error) {
  if (!(error instanceof Unreadable)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
