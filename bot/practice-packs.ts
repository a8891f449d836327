/** Loads the practice packs that come with the app, once, and refuses to start with one that is not whole. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { PracticePack } from '../shared/practice-pack.ts'
import type { PackFault } from '../shared/pack-rules.ts'
import { readPack } from '../shared/wire/practice-pack.ts'

const FOLDER = join(import.meta.dirname, '..', 'shared', 'packs')
export const STATUTORY_DEFAULT = 'england-default'

export class PackRefused extends Error {
  override name = 'PackRefused'
  readonly faults: PackFault[]
  constructor(file: string, faults: PackFault[]) {
    super(
      `The practice pack ${file} is refused:\n${faults.map(({ cell, problem }) => `  ${cell}: ${problem}`).join('\n')}`,
    )
    this.faults = faults
  }
}

export type PracticePacks = {
  byId(id: string): PracticePack | null
  ids: string[]
  /** What every pack falls back on. */
  fallback: PracticePack
}

/** Reads one pack file. Throws {@link PackRefused}, naming each cell at fault. */
export function loadPack(file: string): PracticePack {
  const read = readPack(parse(readFileSync(file, 'utf8')))
  if (!read.ok) throw new PackRefused(file, read.faults)
  return read.pack
}

export function loadPacks(folder: string = FOLDER): PracticePacks {
  const packs = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => loadPack(join(folder, name)))
      .map((pack) => [pack.id, pack]),
  )
  const fallback = packs.get(STATUTORY_DEFAULT)
  if (!fallback) throw new Error(`The practice pack ${STATUTORY_DEFAULT} is missing`)
  return { byId: (id) => packs.get(id) ?? null, ids: [...packs.keys()], fallback }
}
