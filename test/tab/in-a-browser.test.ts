/**
 * The built tab in a real browser, behind the app's own web server and its headers: what jsdom cannot see. By keyboard
 * alone; and when a window, or the browser itself, dies.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, jest, test } from '@jest/globals'
import type { BrowserContext, Page } from 'playwright-core'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { openBrowserOf } from '../support/browser.ts'
import { EMERGENCY_FOSTER } from '../support/confirmation-texts.ts'
import { Office, WORKERS } from '../support/office.ts'
import { anOffice, expectSoon, signedIn, useTabInBrowser } from './tab-in-browser.ts'

jest.setTimeout(180_000)

const { serve, windowFor } = useTabInBrowser()

test('a meeting is saved as a calendar file, under a name that says nothing of a child (P-01)', async () => {
  const { office, arranged } = await anOffice()
  const { url } = await serve(office)
  const page = await (await windowFor(WORKERS.supervising)).newPage()
  await page.goto(`${url}/tab/meetings/${arranged.id}`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save to another calendar' }).click(),
  ])
  expect(download.suggestedFilename()).toBe(`planning-meeting-${arranged.ref}.ics`)
})

/** Somebody at the keyboard, without a mouse. */
function atTheKeyboard(page: Page) {
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')
  const tabUntil = async (what: string, arrived: () => Promise<boolean>) => {
    for (let presses = 0; presses < 160; presses += 1) {
      await page.keyboard.press('Tab')
      if (await arrived()) return
    }
    throw new Error(`${what} cannot be reached with Tab`)
  }
  return {
    focused,
    tabTo: (name: RegExp) => tabUntil(`Nothing called ${name}`, async () => name.test(await focused())),
    tabToEmptyField: () =>
      tabUntil('An empty field', () =>
        page.evaluate('document.activeElement.matches("textarea") && !document.activeElement.value'),
      ),
    /** Presses a key that does something: whatever it was, the place is not lost. */
    press: async (key: string) => {
      await page.keyboard.press(key)
      await expectSoon(() => page.evaluate('document.activeElement !== document.body'), true)
    },
  }
}

test('a whole meeting by keyboard alone: found, arranged, recorded, and what is missing reached', async () => {
  const { office, toArrange } = await anOffice()
  const { url } = await serve(office)
  const context = await windowFor(WORKERS.supervising)
  const page = await context.newPage()
  const { focused, tabTo } = atTheKeyboard(page)

  await page.goto(`${url}/tab`)
  await page.getByRole('heading', { name: 'Planning meetings', exact: true }).waitFor()
  await tabTo(new RegExp(`Choose a time: ${toArrange.ref}`))
  await page.keyboard.press('Enter')
  await page
    .getByRole('radio', { name: /Nobody who must come is busy/ })
    .first()
    .waitFor()
  await tabTo(/^Book Mon/)
  await page.keyboard.press('Enter')
  await page.getByText('Mon 2 Nov 2026, 10:00 to 11:00').first().waitFor()
  await expectSoon(async () => (await office.meeting(toArrange.id)).state, 'arranged')

  office.at('2026-11-02T10:05:00Z')
  await page.reload()
  await page.getByRole('heading', { name: 'Who is here' }).waitFor()
  await tabTo(/^Next: Welcome/)
  await page.keyboard.press('Enter')
  await page.keyboard.type('All said who they are')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+ArrowDown')
  await page.keyboard.type('v I want my bike')
  await page.keyboard.press('Enter')
  await page.getByText(/^Saved \d\d:\d\d$/).waitFor()
  await expectSoon(
    async () => (await office.minutes(toArrange))?.entries.map(({ type, text }) => `${type}: ${text}`),
    ['note: All said who they are', 'view: I want my bike'],
  )

  office.at('2026-11-02T11:05:00Z')
  await page.reload()
  await page.getByRole('heading', { name: /^Missing before/ }).waitFor()
  await tabTo(/^Attendance of Petra Vandermolen is not recorded/)
  await page.keyboard.press('Enter')
  await expectSoon(focused, 'Confirm: Invited, no reply')
})

test('a whole meeting held by keyboard alone, from who is here to the closed record, and the place is never lost', async () => {
  const { office, arranged } = await anOffice()
  const { url } = await serve(office)
  office.at('2026-11-04T10:00:00Z')
  const page = await (await windowFor(WORKERS.supervising)).newPage()
  const { tabTo, tabToEmptyField, press } = atTheKeyboard(page)
  const type = (text: string) => page.keyboard.type(text)
  const heading = async () => (await page.getByRole('heading', { level: 2 }).first().innerText()).split('\n')[0]!
  const onwards = async () => {
    const next = (await page.getByRole('button', { name: /^Next: / }).innerText()).replace('Next: ', '')
    await press('Control+ArrowDown')
    await page.getByRole('heading', { level: 2, name: next }).waitFor()
  }

  await page.goto(`${url}/tab/meetings/${arranged.id}`)
  await page.getByRole('heading', { name: 'Who is here' }).waitFor()
  await tabTo(/^All \d are as suggested$/)
  await press('Enter')
  await tabToEmptyField()
  await type('Told her social worker what she wants')
  await page.getByText(/^Below the minimum: .*What follows\?$/).waitFor()
  await tabTo(/^The meeting stands$/)
  await press('Enter')
  await tabToEmptyField()
  await type('The carer joins by phone where it concerns her')
  await page.getByText(/^Neither the child nor a parent came\./).waitFor()
  await tabTo(/^They have been heard another way$/)
  await press('Enter')
  await tabToEmptyField()
  await type('Each spoke with the social worker yesterday')
  await tabTo(/^We begin$/)
  await press('Enter')
  await page.getByText(/^Began at 10:00/).waitFor()
  await onwards()
  for (let item = await heading(); item !== 'For the record'; item = await heading()) {
    switch (item) {
      case 'Risk: four questions':
        await type('Runs off when she is cross')
        for (const words of ['Nobody we know of', 'Shouts, and is sorry']) {
          await tabToEmptyField()
          await type(words)
        }
        break
      case 'Who decides what':
        await tabTo(/decides day to day$/)
        await press('Enter')
        break
      case "Chair's checklist":
        await tabTo(/^The other \d+ are done$/)
        await press('Enter')
        break
      case 'Next meeting and review':
        await tabTo(/^In 6 weeks$/)
        await press('Enter')
        break
      case 'Who does what next':
        break
      default:
        await type('Talked through and agreed')
        await press('Enter')
    }
    await onwards()
  }
  for (let asked = 0; asked < 2; asked += 1) {
    await tabTo(/^Yes$/)
    await press('Enter')
  }
  for (const words of ['I want my bike', 'A picture', 'What she likes to eat', 'How they live', 'The plan']) {
    await tabToEmptyField()
    await type(words)
  }
  await tabTo(/^During$/)
  await press('ArrowRight')
  await press('Enter')
  await page.getByRole('heading', { name: 'Nothing is missing' }).waitFor()
  await tabTo(/^Close the record$/)
  await press('Enter')
  await page.getByText(/^Closed on Wed 4 Nov 2026/).waitFor()
  expect((await office.meeting(arranged.id)).state).toBe('held')
})

/** How many windows' words are written through to the disk. */
const KEPT_ON_DISK = `new Promise((done) => {
  const asked = indexedDB.open('placement-planning', 1)
  asked.onsuccess = () => {
    const counted = asked.result.transaction('unsaved').objectStore('unsaved').count()
    counted.onsuccess = () => done(counted.result)
  }
})`

/** As when it is killed: nothing that it meant to write later is written. */
async function crash(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  const gone = new Promise((closed) => page.context().once('close', closed))
  await browser.send('Browser.crash').catch(() => {})
  await gone
}

describe('when a window dies in the middle of a word', () => {
  async function typed(context: BrowserContext, url: string, { id }: PlanningMeeting) {
    const page = await context.newPage()
    await page.goto(`${url}/tab/meetings/${id}`)
    await page.getByRole('button', { name: /^Next: Welcome/ }).click()
    const field = page.getByRole('textbox', { name: /^Write under/ })
    await field.waitFor()
    return { page, field }
  }

  test('without a connection: the next window has the word, and sends it', async () => {
    const { office, arranged } = await anOffice()
    const { url } = await serve(office)
    office.at('2026-11-04T10:07:00Z')
    const context = await windowFor(WORKERS.supervising)
    const { page, field } = await typed(context, url, arranged)
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor()
    await context.setOffline(true)
    await field.fill('Allergic to penicil')
    await page.getByRole('banner').getByText('Offline, not saved').waitFor()
    await expectSoon(() => page.evaluate(() => localStorage.length), 1)
    await page.close({ runBeforeUnload: false })
    await context.setOffline(false)
    const next = await context.newPage()
    await next.goto(`${url}/tab/meetings/${arranged.id}`)
    await expectSoon(
      async () => (await office.minutes(arranged))?.entries.some(({ text }) => text === 'Allergic to penicil'),
      true,
    )
    await expectSoon(() => next.evaluate(() => localStorage.length), 0)
  })

  test('when the whole browser crashes while there is no connection, the words are on the disk within two seconds', async () => {
    const { office, arranged } = await anOffice()
    const { url } = await serve(office)
    office.at('2026-11-04T10:07:00Z')
    const profile = mkdtempSync(join(tmpdir(), 'a-browser-'))
    const open = async () => {
      const context = await openBrowserOf(profile)
      await context.addInitScript(signedIn(WORKERS.supervising))
      return context
    }
    const before = await open()
    const { page, field } = await typed(before, url, arranged)
    await page.getByText(/^(Saved|All saved)/).waitFor()
    await before.setOffline(true)
    // From the last letter on the clock of the page is the test's: two seconds, and then the lights go out.
    await page.clock.install()
    await field.fill('Allergic to nuts')
    await page.clock.runFor(2_000)
    await expectSoon(() => page.evaluate(KEPT_ON_DISK), 1)
    await crash(page)

    const after = await open()
    const next = await after.newPage()
    await next.goto(`${url}/tab/meetings/${arranged.id}`)
    await expectSoon(
      async () => (await office.minutes(arranged))?.entries.some(({ text }) => text === 'Allergic to nuts'),
      true,
    )
    await expectSoon(() => next.evaluate(KEPT_ON_DISK), 0)
    await after.close()
    rmSync(profile, { recursive: true, force: true })
  })

  test('when it is closed, what was typed last is sent on its way out', async () => {
    const { office, arranged } = await anOffice()
    const { url } = await serve(office)
    office.at('2026-11-04T10:07:00Z')
    const context = await windowFor(WORKERS.supervising)
    const { page, field } = await typed(context, url, arranged)
    await field.fill('Said in the last second')
    await page.close({ runBeforeUnload: true })
    await expectSoon(
      async () => (await office.minutes(arranged))?.entries.some(({ text }) => text === 'Said in the last second'),
      true,
    )
  })
})

test('an item of the agenda is dragged to another place', async () => {
  const { office, arranged } = await anOffice()
  const { url } = await serve(office)
  const page = await (await windowFor(WORKERS.supervising)).newPage()
  await page.goto(`${url}/tab/meetings/${arranged.id}`)
  await page.getByRole('button', { name: 'Change the agenda' }).click()
  const rows = page.getByRole('list', { name: 'The agenda in order' }).getByRole('listitem')
  const titles = async () => (await rows.allInnerTexts()).map((row) => row.split('\n')[0])
  await rows.nth(4).scrollIntoViewIfNeeded()
  const before = await titles()
  const handle = (await rows.nth(0).locator('button').first().boundingBox())!
  const goal = (await rows.nth(2).boundingBox())!
  await page.mouse.move(handle.x + 20, handle.y + 20)
  await page.mouse.down()
  await page.mouse.move(handle.x + 20, goal.y + goal.height - 4, { steps: 12 })
  await page.mouse.up()
  await expectSoon(titles, [before[1]!, before[2]!, before[0]!, ...before.slice(3)])
  await expectSoon(async () => Object.keys((await office.minutes(arranged))?.agenda ?? {}), ['AG-01'])
})

test('the carer takes home one page of who decides what, with nobody named who is a child (R-170)', async () => {
  const { office, arranged } = await anOffice()
  const { url } = await serve(office)
  office.at('2026-11-04T10:07:00Z')
  const page = await (await windowFor(WORKERS.supervising)).newPage()
  await page.addInitScript('window.print = () => { window.printed = true }')
  await page.goto(`${url}/tab/meetings/${arranged.id}`)
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^(?!\d+ of ).*Who decides what$/ })
    .click()
  await page.getByRole('button', { name: /decides day to day$/ }).click()
  await page.getByRole('group', { name: 'Faith' }).getByLabel('What the child thinks').fill('I go to the mosque')
  await page.getByRole('button', { name: 'Print a page for the carer' }).click()
  await expectSoon(() => page.evaluate('window.printed'), true)
  await page.emulateMedia({ media: 'print' })
  const seen = await page.locator('body').innerText()
  expect(seen).toContain('Who decides what')
  expect(seen.match(/Marguerite Oyelaran/g)).toHaveLength(6)
  expect(seen).not.toContain('mosque')
  expect(seen).not.toContain('BKS-204417')
  const paper = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(1)
})

test('a placement is confirmed by keyboard alone, from the first screen to the meeting', async () => {
  const office = new Office({ now: '2026-12-18T16:05:00Z' })
  const { url } = await serve(office)
  const context = await windowFor(WORKERS.officer)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  const { tabTo, tabToEmptyField, press } = atTheKeyboard(page)
  await page.goto(`${url}/tab`)
  await page.getByRole('link', { name: 'Confirm a placement' }).waitFor()
  await tabTo(/^Confirm a placement$/)
  await press('Enter')
  await page.getByRole('textbox', { name: 'The placement confirmation' }).waitFor()
  await tabToEmptyField()
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(EMERGENCY_FOSTER)})`)
  await page.keyboard.press('Control+V')
  await press('Control+Enter')
  await page.getByRole('heading', { name: 'What was read' }).waitFor()
  await tabTo(/^Change: Area$/)
  await press('Enter')
  await page.getByRole('radio', { name: 'At a distance' }).waitFor()
  await tabTo(/^Leave it as it was$/)
  await press('Enter')
  await tabTo(/^Schedule$/)
  await press('Enter')
  await page.getByText(/^PPM-\w{4}: Arranged for Mon 21 Dec 2026/).waitFor()
  await tabTo(/^Open PPM-/)
  await press('Enter')
  await page.getByRole('heading', { level: 1, name: /^PPM-\w{4} First planning meeting$/ }).waitFor()
})

test('a confirmation is opened as a file, whose name stays on this computer', async () => {
  const office = new Office({ now: '2026-12-18T16:05:00Z' })
  const { url } = await serve(office)
  const page = await (await windowFor(WORKERS.officer)).newPage()
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await page.goto(`${url}/tab/confirm`)
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open a file instead' }).click()
  const buffer = Buffer.from(EMERGENCY_FOSTER)
  await (await chosen).setFiles({ name: 'Zebedee moves in.txt', mimeType: 'text/plain', buffer })
  await page.getByRole('heading', { name: 'What was read' }).waitFor()
  await page.getByText('Fri 18 Dec 2026 17:30').first().waitFor()
  expect(sent.some((one) => one.includes('/api/drafts/file'))).toBe(true)
  expect(sent.filter((one) => one.includes('moves'))).toEqual([])
})

test('a confirmation that is pasted while the connection is away is still there when the page is loaded again', async () => {
  const office = new Office({ now: '2026-12-18T16:05:00Z' })
  const { url } = await serve(office)
  const context = await windowFor(WORKERS.officer)
  const page = await context.newPage()
  const field = page.getByRole('textbox', { name: 'The placement confirmation' })
  await page.goto(`${url}/tab/confirm`)
  await field.waitFor()
  await context.setOffline(true)
  await field.fill(EMERGENCY_FOSTER)
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByRole('alert').filter({ hasText: 'Your text is still here' }).waitFor()
  await context.setOffline(false)
  await page.getByRole('heading', { name: 'What was read' }).waitFor()

  // And for whoever loads the page anew while it is away.
  await page.goto(`${url}/tab/confirm`)
  await field.waitFor()
  await page.route('**/api/drafts', (route) => route.abort())
  await field.fill(EMERGENCY_FOSTER)
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByRole('alert').waitFor()
  await page.unroute('**/api/drafts')
  await page.reload()
  await expectSoon(() => field.inputValue(), EMERGENCY_FOSTER)
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByText(/brought in before/).waitFor()
  await page.goto(`${url}/tab/confirm`)
  await expectSoon(() => field.inputValue(), '')
})
