// Builds the pages that browsers load: the tab, and the local workplace's own. Runs before `npm start` and the tests;
// each is built only when its sources, or the packages it is locked to, are not those of the last build.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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

const folderOf = ({ name }) => join(root, 'dist', name)
/** Beside the pages, and never served: its name begins with a dot. */
const STAMP = '.built-from'

function isBuilt(page, hash) {
  const stamp = join(folderOf(page), STAMP)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
}

/** All of them, or those named: `node infra/build-pages.mjs tab`. */
async function buildPages(names = PAGES.map(({ name }) => name)) {
  for (const page of PAGES.filter(({ name }) => names.includes(name))) {
    const hash = hashOf(page)
    if (hash === null || isBuilt(page, hash)) continue
    console.error(`Building ${page.what} …`)
    process.env.NODE_ENV = 'production'
    const { build } = await import('vite')
    const fresh = `${folderOf(page)}.${process.pid}`
    await build({ configFile: join(root, page.folder, 'vite.config.ts'), build: { outDir: fresh, emptyOutDir: true } })
    writeFileSync(join(fresh, STAMP), hash)
    // In one piece, so that a server that is running meets the old pages or the new ones.
    rmSync(folderOf(page), { recursive: true, force: true })
    renameSync(fresh, folderOf(page))
  }
}

const named = process.argv.slice(2)
try {
  await buildPages(named.length > 0 ? named : undefined)
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault)
  process.exit(1)
}
