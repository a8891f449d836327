/** Packs the manifest as an administrator does, from a command line. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readZip } from './read-zip.ts'

const COMMAND = join(import.meta.dirname, '..', '..', 'manifest', 'pack.mjs')

export type Packed = { status: number | null; errors: string; archive: Buffer; files: Map<string, Buffer> }

export function pack(env: Record<string, string>): Packed {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'))
  const file = join(folder, 'manifest.zip')
  try {
    const { status, stderr } = spawnSync(process.execPath, [COMMAND, file], { env, encoding: 'utf8' })
    const archive = status === 0 ? readFileSync(file) : Buffer.alloc(0)
    return { status, errors: stderr, archive, files: status === 0 ? readZip(archive) : new Map<string, Buffer>() }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
