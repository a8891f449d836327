/** The practice town's window in a real browser, with a small bot behind it and a page that stands in for the tab. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { aLocalTeams, type LocalTeams } from './local-teams.ts'

const require = createRequire(import.meta.url)

export type PracticeTown = LocalTeams & {
  /** A window of its own, that has never been here before. */
  visit(options?: { width?: number; theme?: string; hash?: string }): Promise<Page>
  /** Closes every window. */
  leave(): Promise<void>
}

export async function aPracticeTown(): Promise<PracticeTown> {
  buildItsPages()
  const teams = await aLocalTeams()
  serveTab(teams)
  const browser: Browser = await openBrowser()
  return {
    ...teams,
    async visit({ width = 1280, theme = 'default', hash = '' } = {}) {
      const context = await browser.newContext({ viewport: { width, height: 800 } })
      await context.addInitScript(`localStorage.setItem('practice-town.theme', '${theme}')`)
      const page = await context.newPage()
      await page.goto(`${teams.url}/local/${hash}`)
      return page
    },
    leave: async () => void (await Promise.all(browser.contexts().map((context) => context.close()))),
    async close() {
      await browser.close()
      await teams.close()
    },
  }
}

const BUILD_PAGES = join(import.meta.dirname, '..', '..', 'infra', 'build-pages.mjs')

/** Nothing to build after `npm test`; a test that is run by itself sees the same. */
function buildItsPages(): void {
  const { status } = spawnSync(process.execPath, [BUILD_PAGES, 'local'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The pages of the practice town could not be built')
}

/** Says what teams-js tells it of its host, and nothing else. */
const TAB = `<!doctype html><html lang="en"><title>A tab</title><main><h1>A tab</h1><pre id="host"></pre></main>
<script src="/tab/teams-js.js"></script><script src="/tab/says.js"></script>`

const SAYS = `
const say = (what) => { document.getElementById('host').textContent += JSON.stringify(what) + '\\n' }
microsoftTeams.app.initialize().then(async () => {
  const { app, page, user } = await microsoftTeams.app.getContext()
  say({ theme: app.theme, frame: page.frameContext, who: user.loginHint, host: app.host.name })
  microsoftTeams.app.registerOnThemeChangeHandler((theme) => say({ theme }))
  const token = await microsoftTeams.authentication.getAuthToken()
  say({ token: JSON.parse(atob(token.split('.')[1])).preferred_username })
  await microsoftTeams.app.notifySuccess()
})`

function serveTab({ app }: LocalTeams): void {
  const sdk = readFileSync(require.resolve('@microsoft/teams-js').replace(/dist.*/, 'dist/umd/MicrosoftTeams.min.js'))
  app.get('/tab/teams-js.js', (_request, response) => void response.type('js').send(sdk))
  app.get('/tab/says.js', (_request, response) => void response.type('js').send(SAYS))
  app.get('/tab/', (_request, response) => void response.type('html').send(TAB))
}
