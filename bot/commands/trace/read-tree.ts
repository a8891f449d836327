/** The files that can cite a requirement, and the list of what is not yet carried. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { NOT_YET_CARRIED, type TreeFile } from './report.ts'

const CODE = /[.](ts|tsx|yaml|sql|html|css)$/
const TESTS = /[.]test[.]tsx?$/
const LEFT_OUT = new Set(['node_modules', 'dist'])

export function filesOf(tree: string): TreeFile[] {
  return ['shared', 'bot', 'tab', 'test']
    .flatMap((folder) => pathsIn(join(tree, folder)))
    .map((path) => ({ path: relative(tree, path).split(sep).join('/'), full: path }))
    .filter(({ path }) => (path.startsWith('test/') ? TESTS : CODE).test(path))
    .map(({ path, full }) => ({ path, text: readFileSync(full, 'utf8') }))
}

function pathsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !LEFT_OUT.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? pathsIn(join(folder, entry.name)) : [join(folder, entry.name)]))
}

/** Ids, each with the reason for which it is not yet carried. None is left once the file is gone. */
export function readWaiting(tree: string): Record<string, string> {
  const file = join(tree, NOT_YET_CARRIED)
  if (!existsSync(file)) return {}
  return z.record(z.string(), z.string()).parse(parse(readFileSync(file, 'utf8')) ?? {})
}
