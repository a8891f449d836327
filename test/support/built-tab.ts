/** The tab as browsers get it. Nothing to build after `npm test`; a test that is run by itself sees the same. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')

/** The folder of the built tab, made from what the sources say now. */
export function builtTab(): string {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'infra', 'build-pages.mjs'), 'tab'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The tab could not be built')
  return join(ROOT, 'dist', 'tab')
}
