/**
 * A real browser for tests: the machine's own Chromium where it has one, else the one that comes inside an npm package,
 * unpacked once into the project's cache. Nothing is downloaded, and nothing outside the project is written.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Frame, type Page } from 'playwright-core'

const ROOT = join(import.meta.dirname, '..', '..')
const require = createRequire(import.meta.url)

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const FLAGS = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Close it when the tests of a file are done. */
export const openBrowser = (): Promise<Browser> => chromium.launch(launching())

/** One that keeps what it knows in a folder, as everybody's own browser does, and finds it there the next time. */
export const openBrowserOf = (profile: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, launching())

function launching() {
  const installed = INSTALLED.find((path) => existsSync(path))
  if (installed) return { executablePath: installed, args: FLAGS }
  const folder = unpacked()
  return {
    executablePath: join(folder, 'chromium'),
    args: FLAGS,
    env: {
      ...process.env,
      HOME: folder,
      FONTCONFIG_PATH: join(folder, 'fontconfig'),
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
    },
  }
}

/** Unpacks beside and renames, so that of two test files that come first at once neither meets half a browser. */
function unpacked(): string {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('These tests need a browser: please install Chromium or Google Chrome.')
  }
  const { version } = JSON.parse(
    readFileSync(join(ROOT, 'node_modules', '@sparticuz', 'chromium', 'package.json'), 'utf8'),
  ) as { version: string }
  const folder = join(ROOT, '.cache', `chromium-${version}`)
  if (existsSync(folder)) return folder
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  const fresh = mkdtempSync(join(ROOT, '.cache', 'unpacking-'))
  const unpack = 'const { default: chromium } = await import("@sparticuz/chromium"); await chromium.executablePath()'
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', unpack], {
    cwd: ROOT,
    encoding: 'utf8',
    // The package unpacks into the system's folder for temporary files, and its libraries only where it believes to
    // run on that runtime.
    env: { ...process.env, TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  })
  if (status !== 0) throw new Error(`The browser could not be unpacked: ${stderr}`)
  writeFontConfiguration(fresh, folder)
  try {
    renameSync(fresh, folder)
  } catch (fault) {
    if (!existsSync(folder)) throw fault
    rmSync(fresh, { recursive: true, force: true })
  }
  return folder
}

/** The package's own names a fixed folder; without a valid one the browser stops at the first letter it draws. */
function writeFontConfiguration(fresh: string, folder: string) {
  mkdirSync(join(fresh, 'fontconfig'))
  writeFileSync(
    join(fresh, 'fontconfig', 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fontconfig', 'cache')}</cachedir></fontconfig>
`,
  )
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** Colours that glide from one to the next are of neither. */
const COLOURS_STAND_STILL = `Promise.allSettled(
  document.getAnimations().filter((one) => one instanceof CSSTransition).map(({ finished }) => finished),
)`

/** Every fault that axe finds on a page as it stands, as `rule: element: what is wrong`. */
export async function accessibilityFaults(page: Page | Frame): Promise<string[]> {
  if (await page.evaluate('!window.axe')) await page.evaluate(AXE)
  await page.evaluate(COLOURS_STAND_STILL)
  // Fluent's helpers for moving the focus are hidden and focusable on purpose.
  const run = `axe.run({ exclude: [['[data-tabster-dummy]']] }, { resultTypes: ['violations'] })`
  const { violations } = await page.evaluate<{ violations: Violation[] }>(run)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, html }) => `${id}: ${target.join(' ')}: ${any[0]?.message ?? html}`),
  )
}

type Violation = { id: string; nodes: { target: string[]; html: string; any: { message: string }[] }[] }

/** By how many pixels a page is wider than its window: sideways scrolling. */
export const overflow = (page: Page | Frame): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
