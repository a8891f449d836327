/** A confirmation as JSON, pasted or as a file: our own shape, or a record of the national Placements Standard. */
import type { Reading } from './draft.ts'
import { readingOf } from './placement-record.ts'
import { readConfirmationJson } from '../wire/confirmation.ts'
import type { Fault } from '../wire/faults.ts'
import { readPlacementRecord } from '../wire/placement-record.ts'

export type JsonRead = { ok: true; reading: Reading } | { ok: false; what: 'record' | 'confirmation'; faults: Fault[] }

/** `null`: JSON about something else. */
export function readJson(input: unknown): JsonRead | null {
  const record = readPlacementRecord(input)
  if (record) return record.ok ? { ok: true, reading: readingOf(record.value) } : { ...record, what: 'record' }
  if (!isConfirmation(input)) return null
  const read = readConfirmationJson(input)
  return read.ok
    ? { ok: true, reading: { verdict: 'confirmation', confirmations: [{ fields: read.value, words: [], asks: [] }] } }
    : { ...read, what: 'confirmation' }
}

const isConfirmation = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && ('caseReference' in input || 'placementReference' in input)

/** No confirmation or record is longer than this. */
const LONGEST = 200_000

/** The JSON that a text is, between the fences that chat programs put around it; `undefined` for any other text. */
export function jsonIn(text: string): unknown {
  const bare = text.replace(/^\s*```(?:json)?|```\s*$/g, '').trim()
  if (!bare.startsWith('{') || bare.length > LONGEST) return undefined
  try {
    return JSON.parse(bare.replace(/\u00a0/g, ' '))
  } catch {
    return undefined
  }
}
