/**
 * The built tab inside Teams and Outlook, as far as anybody can stand in for them: a page around it that speaks their
 * protocol, with the real SDK and the real MSAL inside the frame.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, jest, test } from '@jest/globals'
import { joinUrlOf } from '../../bot/meetings/book-event.ts'
import { chatIn } from '../../shared/meeting/meeting-times.ts'
import { accessibilityFaults, overflow } from '../support/browser.ts'
import { tokenFor, WORKERS } from '../support/office.ts'
import { anOffice, backgroundOf, expectSoon, useTabInBrowser } from './tab-in-browser.ts'
import { teamsHost, type HostWays } from '../support/teams-host.ts'

jest.setTimeout(180_000)

const { serve, openContext, later } = useTabInBrowser()

type Ways = Omit<HostWays, 'token'> & { opens?: 'itsMeeting'; as?: { email: string } }

async function inAHost({ opens, as = WORKERS.supervising, ...ways }: Ways = {}) {
  const { office, arranged } = await anOffice()
  const host = { token: tokenFor(as.email), ...ways, ...(opens && { subEntityId: arranged.id }) }
  const { url } = await serve(office, { mode: 'tenant', host })
  const page = await (await openContext()).newPage()
  // What the SDK asks the world for is answered here: nothing leaves the machine.
  await page.route(/^https:/, (route) => route.abort())
  const told = (): Promise<string[]> => page.evaluate('window.told')
  return { office, page, url, tab: page.frameLocator('#tab'), arranged, told, go: () => page.goto(`${url}/local/host`) }
}

/** Exactly: a page that asks somebody to sign in speaks of the planning meetings, too. */
const LIST = { name: 'Planning meetings', exact: true }

describe('signing in', () => {
  test.each([
    ['its own token', false],
    ['nested app authentication', true],
  ])('the host signs in with %s, nobody is asked, and is told that the page is there', async (_, nested) => {
    const { tab, told, go } = await inAHost({ nested })
    await go()
    await tab.getByRole('heading', LIST).waitFor()
    await tab.getByText('Tobias Greenhalgh').waitFor()
    expect(await tab.getByRole('button', { name: 'Be somebody else' }).count()).toBe(0)
    expect(await told()).toContain('appInitialization.success')
    expect(await told()).toContain(nested ? 'GetToken' : 'authentication.getAuthToken')
  })

  test('where nobody has consented yet, a press asks, and then lets in', async () => {
    const { tab, told, go } = await inAHost({ nested: true, consent: 'asked' })
    await go()
    await tab.getByRole('button', { name: 'Sign in' }).click()
    await tab.getByRole('heading', LIST).waitFor()
    expect(await told()).toContain('GetTokenPopup')
  })

  test('whoever turns back is told what can be in the way, and can try again', async () => {
    const { tab, go } = await inAHost({ nested: true, consent: 'refused' })
    await go()
    await tab.getByRole('button', { name: 'Sign in' }).click()
    await tab.getByText(/You are not signed in yet/).waitFor()
    expect(await tab.getByRole('button', { name: 'Sign in' }).isEnabled()).toBe(true)
  })

  test('a host that has no consent for its token is asked once, and not over and over', async () => {
    const { tab, told, go } = await inAHost({ consent: 'asked' })
    await go()
    await tab.getByRole('button', { name: 'Sign in' }).waitFor()
    expect((await told()).filter((asked) => asked === 'authentication.getAuthToken')).toHaveLength(1)
  })
})

describe('where the tab is opened', () => {
  test('a link leads to its meeting', async () => {
    const { tab, arranged, go } = await inAHost({ opens: 'itsMeeting' })
    await go()
    await tab.getByRole('heading', { name: arranged.ref }).waitFor()
  })

  test('in the chat of a meeting it opens that meeting, and leads back to the list', async () => {
    const { office, page, url, arranged } = await inAHost()
    const chatId = chatIn(joinUrlOf(await office.meeting(arranged.id))!)!
    const { url: inChat } = await serve(office, {
      mode: 'tenant',
      host: { token: tokenFor(WORKERS.supervising.email), chatId },
    })
    expect(inChat).not.toBe(url)
    await page.goto(`${inChat}/local/host`)
    const tab = page.frameLocator('#tab')
    await tab.getByRole('heading', { name: arranged.ref }).waitFor()
    await tab.getByRole('button', { name: 'All planning meetings' }).click()
    await tab.getByRole('heading', LIST).waitFor()
  })

  test('in a chat of anything else it opens the list', async () => {
    const { tab, go } = await inAHost({ chatId: '19:meeting_other@thread.v2' })
    await go()
    await tab.getByRole('heading', LIST).waitFor()
  })

  test('in the chat of two people it opens the list, and nobody is asked for a chat that is called after them', async () => {
    const { page, tab, go } = await inAHost({ chatId: '19:first-person_second-person@unq.gbl.spaces' })
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await go()
    await tab.getByRole('heading', LIST).waitFor()
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((url) => url.includes('person'))).toEqual([])
  })

  test('beside a meeting, 280 pixels wide, it is one column and nothing runs out of it', async () => {
    const { office, page, tab, go } = await inAHost({ opens: 'itsMeeting', frameContext: 'sidePanel', width: 280 })
    office.at('2026-11-04T10:07:00Z')
    await go()
    await tab.getByRole('heading', { name: 'Who is here' }).waitFor()
    const frame = page.frames()[1]!
    expect(await frame.evaluate('innerWidth')).toBe(280)
    expect(await overflow(frame)).toBe(0)
    // The agenda is folded to one line above what is talked about.
    const agenda = (await tab.getByRole('navigation', { name: 'Agenda' }).boundingBox())!
    const item = (await tab.getByRole('heading', { name: 'Who is here' }).boundingBox())!
    expect(agenda.y + agenda.height).toBeLessThanOrEqual(item.y)
  })

  test('on a shared stage nothing but the items for all is drawn', async () => {
    const { tab, go } = await inAHost({ opens: 'itsMeeting', frameContext: 'meetingStage' })
    await go()
    await tab.getByRole('heading', { name: 'What we talk about' }).waitFor()
    expect(await tab.getByText('Bedtime is at eight').count()).toBe(1)
    expect(await tab.getByText('Money').count()).toBe(0)
    expect(await tab.getByRole('button').count()).toBe(0)
  })

  test('in Outlook it is the same page, without a meeting around it', async () => {
    const { office, tab, told, go, arranged } = await inAHost({ hostName: 'Outlook', nested: true })
    office.at('2026-11-04T10:07:00Z')
    await go()
    await tab.getByRole('link', { name: arranged.ref, exact: true }).click()
    await tab.getByRole('button', { name: /^Next: Welcome/ }).click()
    await tab.getByRole('textbox', { name: /^Write under Welcome/ }).fill('Written in Outlook')
    await tab
      .getByText(/^Saved/)
      .first()
      .waitFor()
    await expectSoon(
      async () => (await office.minutes(arranged))?.entries.some(({ text }) => text === 'Written in Outlook'),
      true,
    )
    expect((await told()).filter((asked) => asked.startsWith('meeting.'))).toEqual([])
  })
})

test('the theme is the host’s from the start, and changes with it while somebody writes', async () => {
  const { office, page, tab, go } = await inAHost({ opens: 'itsMeeting', theme: 'dark' })
  office.at('2026-11-04T10:07:00Z')
  await go()
  await tab.getByRole('button', { name: /^Next: Welcome/ }).click()
  const field = tab.getByRole('textbox', { name: /^Write under Welcome/ })
  await field.pressSequentially('In the mid')
  await expectSoon(() => backgroundOf(tab), 'rgb(36, 36, 36)')
  await page.evaluate('window.sendTheme("contrast")')
  await expectSoon(() => backgroundOf(tab), 'rgb(0, 0, 0)')
  await page.evaluate('window.sendTheme("default")')
  await expectSoon(() => backgroundOf(tab), 'rgb(250, 250, 250)')
  await page.keyboard.type('dle')
  expect(await field.inputValue()).toBe('In the middle')
})

test('where the frame may keep nothing and the network is gone, the page says so, and its text can be taken along', async () => {
  const { office, page, tab, go } = await inAHost({ opens: 'itsMeeting' })
  office.at('2026-11-04T10:07:00Z')
  // As browsers do that give a frame of another site no storage, and no clipboard either.
  await page.addInitScript(`if (self !== top) {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, { get() { throw new DOMException('The operation is insecure', 'SecurityError') } })
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('Not allowed', 'NotAllowedError'))
  }`)
  await go()
  await tab.getByRole('button', { name: /^Next: Welcome/ }).click()
  const field = tab.getByRole('textbox', { name: /^Write under Welcome/ })
  await field.waitFor()
  await tab
    .getByText('All saved')
    .or(tab.getByText(/^Saved \d/))
    .waitFor()
  await page.context().setOffline(true)
  await field.fill('Said at the kitchen table')
  await tab.getByText(/What you typed is on this page alone: leave it open, or copy the text/).waitFor()
  await tab.getByRole('button', { name: 'Copy the text' }).click()
  const byHand = tab.getByLabel(/please copy it by hand/)
  expect(await byHand.inputValue()).toContain('Note: Said at the kitchen table')
  expect(await byHand.evaluate((text: HTMLTextAreaElement) => text.selectionEnd - text.selectionStart)).toBe(
    (await byHand.inputValue()).length,
  )
})

describe('every page that a host alone shows can be used by everybody', () => {
  test.each([
    ['the stage', { opens: 'itsMeeting', frameContext: 'meetingStage' }, 'What we talk about'],
    ['a stage with nothing to share', { frameContext: 'meetingStage' }, 'Open a meeting, then share it'],
    ['a wish to sign in', { consent: 'asked', nested: true }, 'Sign in to the planning meetings'],
    ['somebody whom the council does not know', { as: { email: 'nobody@elsewhere.example' } }, /directory|Sign in/],
  ] as const)('%s', async (_, ways, heading) => {
    const { page, tab, go } = await inAHost(ways)
    await go()
    await tab.getByRole('heading', { name: heading }).waitFor()
    const frame = page.frames()[1]!
    // Colours that glide from one theme to the next are of neither.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const [theme, background] of [
      ['default', 'rgb(250, 250, 250)'],
      ['dark', 'rgb(36, 36, 36)'],
      ['contrast', 'rgb(0, 0, 0)'],
    ]) {
      await page.evaluate(`window.sendTheme("${theme}")`)
      await expectSoon(() => backgroundOf(tab), background!)
      for (const width of [280, 768, 1280]) {
        await page.locator('#tab').evaluate((frame, width) => (frame.style.width = `${width}px`), width)
        await expectSoon(() => frame.evaluate('innerWidth'), width)
        expect(await accessibilityFaults(frame)).toEqual([])
        expect(await overflow(frame)).toBe(0)
      }
    }
  })
})

describe('around it stands a page that is no host', () => {
  test('one that never answers is given eight seconds; then the page says where to open it', async () => {
    const { page, tab, go } = await inAHost({ silent: true })
    await page.clock.install()
    await go()
    await tab.getByText('Opening the planning meetings').waitFor()
    await expectSoon(async () => {
      await page.clock.fastForward(8_000)
      return tab.getByRole('heading', { name: 'Open this in Teams' }).count()
    }, 1)
  })

  test('one of another origin is not let in by the browser at all', async () => {
    const { page, url, told } = await inAHost()
    const foreign = await serveElsewhere(teamsHost({ token: 'none' }, `${url}/tab`))
    const [blocked] = await Promise.all([
      page.waitForEvent('console', { predicate: (message) => message.text().includes('frame-ancestors') }),
      page.goto(foreign),
    ])
    expect(blocked.text()).toMatch(/refused|violates/i)
    await expectSoon(async () => page.frames()[1]?.url().startsWith('chrome-error:'), true)
    expect(await page.evaluate('window.told ?? []')).toEqual([])
    // The control: the same page of the tab's own origin is let in.
    await page.goto(`${url}/local/host`)
    await page.frameLocator('#tab').getByRole('heading', LIST).waitFor()
    expect(await told()).toContain('initialize')
  })

  async function serveElsewhere(html: string): Promise<string> {
    const server: Server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html))
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    later(() => new Promise((closed) => server.close(() => closed()).closeAllConnections()))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  }
})
