/**
 * The running app in a real browser, as its people use it: everybody has a window of their own, presses what stands
 * there, and waits for what they would wait for. Nothing here waits for time to pass.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { newFolder, removeFolder, startApp, type AppOptions, type RunningApp } from './running-app.ts'

/** Long enough for a machine with other work to do; nobody waits for it who gets what they wait for. */
const PATIENCE_MS = 45_000

export type Door = 'chat' | 'planning' | 'outlook'
type VisitOptions = { door?: Door; width?: number; height?: number; theme?: 'default' | 'dark' | 'contrast' }

export type OutlookEvent = {
  id: string
  iCalUId: string
  subject: string
  bodyPreview: string
  body: { content: string }
  sensitivity: string
  showAs: string
  hasAttachments: boolean
  hideAttendees: boolean
  isOnlineMeeting: boolean
  isCancelled: boolean
  isOrganizer: boolean
  onlineMeeting: { joinUrl: string } | null
  location: { displayName: string }
  start: { dateTime: string }
  organizer: { emailAddress: { name: string } }
  responseStatus: { response: string }
  attendees: { type: string; status: { response: string }; emailAddress: { name: string; address: string } }[]
}
export type OutlookMail = {
  subject: string
  bodyPreview: string
  body: { content: string }
  receivedDateTime: string
  from: { emailAddress: { name: string } }
}

export class Town {
  /** Every address that any window asked for. */
  readonly asked: string[] = []
  /** What went wrong in a window, as its developer tools show it. */
  readonly complaints: string[] = []
  app: RunningApp
  readonly #browser: Browser
  readonly #options: AppOptions

  private constructor(app: RunningApp, browser: Browser, options: AppOptions) {
    this.app = app
    this.#browser = browser
    this.#options = options
  }

  static async open(options: AppOptions = {}): Promise<Town> {
    buildPages()
    const kept = { ...options, dataDir: options.dataDir ?? newFolder() }
    const app = await startApp(kept)
    return new Town(app, await openBrowser(), kept)
  }

  emailOf(name: string): string {
    const person = this.app.people.find((one) => one.name === name)
    if (!person) throw new Error(`Nobody in the practice town is called ${name}`)
    return person.email
  }

  /** What stands in somebody's calendar, in Graph's own shape. */
  async calendarOf(name: string): Promise<OutlookEvent[]> {
    const { body } = await this.app.get(`/local/outlook/${this.emailOf(name)}/events`)
    return body.value
  }

  /** What lies in somebody's in-box, the oldest first. */
  async inBoxOf(name: string): Promise<OutlookMail[]> {
    const { body } = await this.app.get(`/local/outlook/${this.emailOf(name)}/messages`)
    return body.value
  }

  /** Somebody says in their own Outlook that they come. */
  async accepts(name: string, ref: string): Promise<void> {
    const event = (await this.calendarOf(name)).find(({ subject }) => subject.includes(ref))
    if (!event) throw new Error(`${name} has no invitation to ${ref}`)
    await this.app.post(`/local/outlook/${this.emailOf(name)}/events/${event.id}/accept`, {})
    await this.settles()
  }

  /** What the app has asked of Graph so far. */
  async graphCalls(): Promise<{ method: string; path: string; status: number | null }[]> {
    const { body } = await this.app.get('/local/graph-calls')
    return body.calls
  }

  /** Everything that is due by now has happened: a family's event follows the one of the staff, letters follow both. */
  async settles(): Promise<void> {
    await this.app.post('/local/clock', { advanceMinutes: 0 })
  }

  /** A window of their own for somebody who works for the council. */
  async visit(name: string, { door = 'chat', width = 1280, height = 900, theme = 'default' }: VisitOptions = {}) {
    const context = await this.#browser.newContext({ viewport: { width, height } })
    context.setDefaultTimeout(PATIENCE_MS)
    const remembered = { who: this.emailOf(name), theme, tour: 'closed' }
    // Once: what a person chooses later stays chosen when they load the page again.
    await context.addInitScript(`
      if (!localStorage.getItem('practice-town.who'))
        for (const [key, value] of ${JSON.stringify(Object.entries(remembered))})
          localStorage.setItem('practice-town.' + key, value)
      window.clicks = []
      addEventListener('click', ({ target }) => window.clicks.push(target.textContent), { capture: true })`)
    const page = await context.newPage()
    page.on('request', (request) => this.asked.push(request.url()))
    page.on('pageerror', (error) => this.complaints.push(error.message))
    await page.goto(`${this.app.url}/local/#/${door}`)
    return new Visitor(page)
  }

  /** Somebody outside opens a link on an old phone, where no script runs unless a test has to bring one of its own. */
  async opensLink(url: string, { width = 320, dark = false, script = false } = {}): Promise<Page> {
    const context = await this.#browser.newContext({
      viewport: { width, height: 640 },
      javaScriptEnabled: script,
      colorScheme: dark ? 'dark' : 'light',
    })
    context.setDefaultTimeout(PATIENCE_MS)
    const page = await context.newPage()
    await page.goto(url)
    return page
  }

  /** The process ends, kindly or as when the power fails, and a new one takes over on the same port and folder. */
  async startAgain({ kindly }: { kindly: boolean }): Promise<void> {
    const { port } = new URL(this.app.url)
    await (kindly ? this.app.stop() : this.app.kill())
    const { clock: _, ...options } = this.#options
    this.app = await startApp({ ...options, env: { ...options.env, PORT: port } })
  }

  async close(): Promise<void> {
    await this.#browser.close()
    await this.app.stop()
    removeFolder(this.app.dataDir)
  }
}

/** One person before their window. */
export class Visitor {
  readonly page: Page
  readonly messages: Locator
  /** The app's own tab, behind the door "Planning". */
  readonly tab: FrameLocator

  constructor(page: Page) {
    this.page = page
    this.messages = page.getByRole('log', { name: 'Messages' })
    this.tab = page.frameLocator('iframe[title="The Planning tab"]')
  }

  get cards(): Locator {
    return this.messages.locator('.ac-adaptiveCard')
  }

  get newestCard(): Locator {
    return this.cards.last()
  }

  /** Writes into the open chat and sends it with Enter. */
  async writes(text: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: 'Message', exact: true })
    await field.fill(text)
    await field.press('Enter')
  }

  async presses(title: string): Promise<void> {
    await this.newestCard.getByRole('button', { name: title, exact: true }).click()
  }

  /** Waits until the newest card says so, and gives all that it says. */
  async readsOnCard(words: string | RegExp): Promise<string> {
    await this.newestCard.filter({ hasText: words }).waitFor()
    return this.newestCard.innerText()
  }

  async hears(words: string | RegExp): Promise<void> {
    await this.messages.getByText(words).last().waitFor()
  }

  async goesTo(door: Door): Promise<void> {
    const name = { chat: 'Chat', planning: 'Planning', outlook: 'Outlook' }[door]
    await this.page.getByRole('navigation', { name: 'Doors' }).getByRole('link', { name }).click()
  }

  async loadsTheTabAgain(): Promise<void> {
    await this.page.getByRole('button', { name: 'Load the tab again' }).click()
    await this.tab.getByRole('heading', { name: 'Planning meetings', exact: true }).waitFor()
  }

  /** From the list in the tab to the one meeting on it, or the one of this reference. */
  async opensMeeting(ref: string | RegExp = /^PPM-/): Promise<void> {
    await this.tab.getByRole('link', { name: ref }).first().click()
    await this.tab.getByRole('heading', { level: 1, name: ref instanceof RegExp ? /PPM-/ : ref }).waitFor()
  }

  /** The same inside the tab. */
  async clicksInTab(): Promise<string[]> {
    const frame = await (await this.page.getByTitle('The Planning tab').elementHandle())?.contentFrame()
    return frame!.evaluate('window.clicks')
  }

  /** The buttons and links that were pressed since the page was loaded, by their words. */
  clicks(): Promise<string[]> {
    return this.page.evaluate('window.clicks')
  }
}

const BUILD_PAGES = join(import.meta.dirname, '..', '..', 'infra', 'build-pages.mjs')

/** Nothing to build after `npm test`; a test that is run by itself sees the same. */
function buildPages(): void {
  const { status } = spawnSync(process.execPath, [BUILD_PAGES], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The pages could not be built')
}
