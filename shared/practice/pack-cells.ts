/** A practice pack laid out cell by cell, as its owner goes through it: above all what nobody has stated yet. */
import type { PracticePack, Provenance } from './practice-pack.ts'

export type PackCell = { path: string; is: string; says: string; from: Provenance }

/** In the order of the file. */
export const cellsOf = (pack: PracticePack): PackCell[] => cellsIn(pack, '')

function cellsIn(value: unknown, path: string): PackCell[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.entries(value).flatMap(([key, inner]) => cellsIn(inner, path ? `${path}.${key}` : key))
  const { is, says, from } = value as { is?: unknown; says?: unknown; from?: Provenance }
  return typeof says === 'string' && from ? [{ path, is: words(is), says, from }, ...inside] : inside
}

/** A rule by its sentence, a list by its entries. */
function words(is: unknown): string {
  if (typeof is === 'string' || typeof is === 'number') return String(is)
  if (Array.isArray(is)) return is.map(words).join(', ')
  if (typeof is === 'object' && is !== null)
    return 'sentence' in is
      ? words(is.sentence)
      : Object.entries(is)
          .map(([key, value]) => `${key}: ${words(value)}`)
          .join(', ')
  return ''
}
