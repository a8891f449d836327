/** What somebody on a slow line waits for before the list shows: counted from the build itself. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { builtTab } from '../support/built-tab.ts'

type Manifest = Record<string, { file: string; imports?: string[] }>

const folder = builtTab()
const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as Manifest

/** Everything that a browser fetches for some chunks, those they import included. */
function filesFor(...entries: string[]): string[] {
  const found = new Set<string>()
  const walk = (key: string) => {
    if (found.has(key)) return
    found.add(key)
    for (const other of manifest[key]?.imports ?? []) walk(other)
  }
  entries.forEach(walk)
  return [...found].map((key) => manifest[key]!.file)
}

const chunk = (part: string) => Object.keys(manifest).find((key) => key.includes(part))!
const kilobytes = (files: string[]) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1024

const inTeams = filesFor('index.html', chunk('teams-js'), chunk('themes/dark.ts'))

describe('the first load', () => {
  test('of the list inside Teams takes at most 150 kB of script, compressed', () => {
    expect(kilobytes(inTeams)).toBeLessThanOrEqual(150)
    // What would make the sum meaningless: a build without its largest part.
    expect(kilobytes(inTeams)).toBeGreaterThan(60)
  })

  test.each([
    'pages/meeting-page.tsx',
    'pages/sign-in-page.tsx',
    'parts/writing-pages.ts',
    'minutes/minutes-session.ts',
    'msal-browser',
    'temporal-polyfill',
  ])('does not bring %s, which comes when it is needed', (part) => {
    expect(inTeams).not.toContain(manifest[chunk(part)]!.file)
  })
})
