// Builds the pages that browsers load: the tab, and the local workplace's own. Runs before `npm start` and the tests;
// each is built only when its sources, or the packages it is locked to, are not those of the last build.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const PAGES = [
  { name: 'tab', what: 'the tab', folder: 'tab' },
  { name: 'local', what: 'the pages of the local workplace', folder: 'bot/local/pages' },
]

/** What a page is made of, as one hash; `null` for a page that is not there. */
function hashOf({ folder }) {
  if (!existsSync(join(root, folder, 'vite.config.ts'))) return null
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const file of [...filesIn(folder), ...filesIn('shared'), 'infra/build-pages.mjs']) {
    hash.update(`\n${file}\n`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

const filesIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()

const stampOf = ({ name }) => join(root, 'dist', `.${name}-built-from`)

const isBuilt = (page, hash) => existsSync(stampOf(page)) && readFileSync(stampOf(page), 'utf8') === hash

/** Whether what is built is what the sources say: tests that load a built page ask first. */
export function isUpToDate(name) {
  const page = PAGES.find((one) => one.name === name)
  return isBuilt(page, hashOf(page))
}

export async function buildPages() {
  for (const page of PAGES) {
    const hash = hashOf(page)
    if (hash === null || isBuilt(page, hash)) continue
    console.error(`Building ${page.what} …`)
    rmSync(stampOf(page), { force: true })
    process.env.NODE_ENV = 'production'
    const { build } = await import('vite')
    await build({ configFile: join(root, page.folder, 'vite.config.ts'), mode: 'production' })
    mkdirSync(join(root, 'dist'), { recursive: true })
    writeFileSync(stampOf(page), hash)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPages()
