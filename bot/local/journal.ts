/**
 * Keeps the workplace's state in one file: each change is a line, written in one piece before it is answered. A line
 * that a dying process left half written is the last one, and was never answered, so it is dropped. Opening rewrites
 * the file to one line for each thing that is still there.
 */
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** Raised when what is kept changes shape; a file of another format is put aside and the workplace starts afresh. */
const FORMAT = 1

/** Table, key, and what is there from now on; `null` removes it. */
export type Entry = [table: string, key: string, row: unknown]

export type Journal = { append(entries: Entry[]): void; close(): void }

const lineSchema = z.array(z.tuple([z.string(), z.string(), z.unknown()]))
const headerSchema = z.object({ format: z.number() })

export const keptNowhere: Journal = { append: () => undefined, close: () => undefined }

/** Reads what an earlier run kept, through `restore`, and goes on writing where it ended. */
export function openJournal(folder: string, restore: (entries: Entry[]) => void): Journal {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'workplace.jsonl')
  const kept = new Map<string, Entry>()
  for (const entries of readLines(file)) {
    restore(entries)
    for (const entry of entries) {
      const key = `${entry[0]}\n${entry[1]}`
      if (entry[2] === null) kept.delete(key)
      else kept.set(key, entry)
    }
  }
  rewrite(file, [...kept.values()])
  const descriptor = openSync(file, 'a')
  let isOpen = true
  return {
    append: (entries) => appendFileSync(descriptor, `${JSON.stringify(entries)}\n`),
    close() {
      if (isOpen) closeSync(descriptor)
      isOpen = false
    },
  }
}

function readLines(file: string): Entry[][] {
  if (!existsSync(file)) return []
  const [header = '', ...lines] = readFileSync(file, 'utf8').split('\n')
  const { format } = headerSchema.parse(JSON.parse(header))
  if (format !== FORMAT) {
    renameSync(file, `${file}.format-${format}`)
    return []
  }
  lines.pop() // empty after a whole last line, otherwise the half of a change that nobody was told of
  return lines.map((line) => lineSchema.parse(JSON.parse(line)))
}

function rewrite(file: string, entries: Entry[]): void {
  const fresh = `${file}.new`
  const descriptor = openSync(fresh, 'w')
  writeSync(
    descriptor,
    [{ format: FORMAT }, ...entries.map((entry) => [entry])].map((line) => `${JSON.stringify(line)}\n`).join(''),
  )
  fsyncSync(descriptor)
  closeSync(descriptor)
  renameSync(fresh, file)
}
