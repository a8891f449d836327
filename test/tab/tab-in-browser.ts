/**
 * The built tab in a real browser, behind the app's own web server, on an office with a meeting of each kind. Whatever a
 * test opens is closed after it, however it ends.
 */
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals'
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core'
import { day } from '../../shared/dates/time.ts'
import { openBrowser } from '../support/browser.ts'
import { aConfirmation, thePeople } from '../support/builders.ts'
import { Office, WORKERS } from '../support/office.ts'
import { serveOffice } from '../support/serve-office.ts'

export function useTabInBrowser() {
  let browser: Browser
  const opened: (() => Promise<void>)[] = []
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  afterEach(async () => {
    for (const close of opened.splice(0).reverse()) await close()
  })

  async function serve(office: Office, options?: Parameters<typeof serveOffice>[1]) {
    const served = await serveOffice(office, options)
    opened.push(served.close)
    return served
  }

  async function openContext(): Promise<BrowserContext> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } })
    opened.push(() => context.close())
    return context
  }

  async function windowFor(person: { email: string }): Promise<BrowserContext> {
    const context = await openContext()
    await context.addInitScript(signedIn(person))
    return context
  }

  return { serve, openContext, windowFor, later: (close: () => Promise<void>) => void opened.push(close) }
}

export const signedIn = ({ email }: { email: string }): string =>
  `if (!sessionStorage.length) sessionStorage.setItem('placement-planning.who', '${email}')`

export const emergency = (over: Parameters<typeof aConfirmation>[0] = {}) =>
  aConfirmation({ ...over, placement: { basis: 'emergency', ...over.placement } })

/** An office with one meeting of each kind, on the morning of the 2nd. */
export async function anOffice() {
  const office = new Office({ now: '2026-11-02T09:00:00Z' })
  const toArrange = await office.confirm(emergency({ placementReference: 'PL-1' }))
  const people = thePeople().map(({ decision: _, ...person }) => person)
  const asking = await office.confirm(emergency({ placementReference: 'PL-2', people }))
  const arranged = await office.arrange(
    await office.confirm(emergency({ placementReference: 'PL-3' })),
    '2026-11-04T10:00:00Z',
  )
  await office.answer(arranged, WORKERS.socialWorker, 'coming')
  await office.write(
    arranged,
    { id: 'e1', item: 'AG-08', type: 'note', text: 'Likes to have the landing light on.' },
    { id: 'e2', item: 'AG-08', type: 'decision', text: 'Bedtime is at eight', who: 'childsSocialWorker:1' },
    {
      id: 'e3',
      item: 'AG-10',
      type: 'action',
      text: 'Register with the GP',
      who: 'fosterCarer:1',
      due: day('2026-11-10'),
    },
  )
  return { office, toArrange, asking, arranged }
}

/** Faults that a page reports to the console, other than that the network is away. */
export function faultsOf(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('ERR_')) faults.push(message.text())
  })
  return faults
}

export const backgroundOf = (page: Page | FrameLocator) =>
  page.locator('.fui-FluentProvider').evaluate((look) => getComputedStyle(look).backgroundColor)

/** Looks again until it is so, for as long as the browser's own patience lasts. */
export async function expectSoon<Value>(look: () => Promise<Value>, wanted: Value) {
  let seen = await look()
  for (let looks = 0; looks < 600 && JSON.stringify(seen) !== JSON.stringify(wanted); looks += 1) {
    await new Promise((again) => setTimeout(again, 50))
    seen = await look()
  }
  expect(seen).toEqual(wanted)
}
