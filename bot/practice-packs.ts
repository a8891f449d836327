/** Loads the practice packs that come with the app, once, and refuses to start with one that is not whole. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Practice } from '../shared/people/attendees.ts'
import { versionInForce, type PracticePack } from '../shared/practice/practice-pack.ts'
import type { LocalDate } from '../shared/dates/time.ts'
import type { PackFault } from '../shared/practice/pack-rules.ts'
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
  ids: string[]
  /** What holds for a placement that starts on a day, or that has no start yet; `null` for a pack that is not known. */
  practice: (id: string, startsOn: LocalDate) => Practice | null
}

/** Reads one pack file. Throws {@link PackRefused}, naming each cell at fault. */
export function loadPack(file: string): PracticePack {
  const read = readPack(parse(readFileSync(file, 'utf8')))
  if (!read.ok) throw new PackRefused(file, read.faults)
  return read.pack
}

/** Every pack of a folder. A later version of a practice is a file of its own, with the same id and a later first day. */
export function loadPacks(folder: string = FOLDER): PracticePacks {
  const versions = new Map<string, PracticePack[]>()
  for (const name of readdirSync(folder)
    .filter((one) => one.endsWith('.yaml'))
    .sort()) {
    const pack = loadPack(join(folder, name))
    const others = versions.get(pack.id) ?? []
    const same = others.find((one) => one.version === pack.version || one.effectiveFrom === pack.effectiveFrom)
    if (same) {
      const problem = `version ${same.version} of ${pack.id}, from ${same.effectiveFrom}, is there already`
      throw new PackRefused(name, [{ cell: same.version === pack.version ? 'version' : 'effectiveFrom', problem }])
    }
    versions.set(pack.id, [...others, pack])
  }
  const defaults = versions.get(STATUTORY_DEFAULT)
  if (!defaults) throw new Error(`The practice pack ${STATUTORY_DEFAULT} is missing`)
  return {
    ids: [...versions.keys()],
    practice: (id, startsOn) => {
      const known = versions.get(id)
      return known ? { pack: versionInForce(known, startsOn), fallback: versionInForce(defaults, startsOn) } : null
    },
  }
}
