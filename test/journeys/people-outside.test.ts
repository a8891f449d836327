/**
 * Those outside are asked before anything is booked: from the officer's press over letters, an old phone without any
 * script, and calendars in Outlook, to a meeting that books itself. The tests tell one story, in this order.
 */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { accessibilityFaults } from '../support/browser.ts'
import { EMERGENCY_FOSTER, FAMILY } from '../support/town-confirmations.ts'
import { Town, type Visitor } from '../support/town-window.ts'

jest.setTimeout(120_000)

let town: Town
let nadia: Visitor
let carersLink: string
let page: Page

const linkTo = async (name: string): Promise<string> => {
  const letters = (await town.inBoxOf(name)).map(({ body }) => /http\S+\/answer\/[\w-]{43}/.exec(body.content)?.[0])
  return letters.findLast((link) => link !== undefined)!
}
const INSIDE = ['Owen Tremlett', 'Ruth Ashdown']
/** What the app has put into the calendars of those inside: times that are held, with nobody invited; or the meeting. */
const inCalendars = async (what: 'held' | 'meeting') =>
  (
    await Promise.all(
      INSIDE.map(async (name) =>
        (await town.calendarOf(name))
          .filter(
            ({ subject, attendees }) =>
              subject.startsWith('Planning') && (attendees.length === 0) === (what === 'held'),
          )
          .map(({ showAs, start, sensitivity }) => `${name} ${start.dateTime.slice(0, 16)} ${showAs} ${sensitivity}`),
      ),
    )
  )
    .flat()
    .toSorted()
const says = (words: string | RegExp) => page.getByText(words).first().waitFor()

beforeAll(async () => {
  town = await Town.open({ clock: '2026-12-18T16:05:00+00:00' })
  nadia = await town.visit('Nadia Castellane')
  await nadia.writes(EMERGENCY_FOSTER)
  await nadia.readsOnCard('When?')
})
afterAll(() => town.close())

describe('the officer asks those outside first (E-44)', () => {
  test('with one press: the card says who is asked until when, and what is held', async () => {
    await nadia.presses('Ask those outside first')
    const card = await nadia.readsOnCard('Those outside are asked until Mon 21 Dec 2026 11:30.')
    expect(card).toContain('Foster carer: no answer yet')
    expect(card).toContain('Mother: no answer yet')
    await town.settles()
  })

  test('the times stand in the calendars of those inside, tentative and private, and nobody there got mail', async () => {
    expect(await inCalendars('held')).toEqual(
      INSIDE.flatMap((name) =>
        ['2026-12-21T13:30', '2026-12-22T11:30', '2026-12-23T10:30'].map(
          (start) => `${name} ${start} tentative private`,
        ),
      ),
    )
    for (const name of INSIDE)
      expect((await town.inBoxOf(name)).filter(({ subject }) => subject.startsWith('Planning meeting'))).toEqual([])
  })

  test('a letter reaches each of them, and its link opens from the in-box', async () => {
    const outlook = await town.visit('Nadia Castellane', { door: 'outlook' })
    await outlook.page.goto(
      `${town.app.url}/local/#/outlook/in-boxes/${encodeURIComponent(town.emailOf('Tina Bramwell'))}`,
    )
    await outlook.page.getByText('Planning meeting – ref').first().click()
    const opened = outlook.page.waitForEvent('popup')
    await outlook.page.getByRole('link', { name: /\/answer\// }).click()
    expect(await (await opened).title()).toBe('Planning meeting')
    carersLink = await linkTo('Tina Bramwell')
    expect(carersLink).not.toBe(await linkTo('Kayleigh Dunmore'))
  })
})

describe('on an old phone, without any script', () => {
  test('the page asks one thing with large choices, a number to ring in sight, and nothing to scroll sideways', async () => {
    page = await town.opensLink(carersLink)
    await page.getByRole('heading', { name: 'Which of these times can you come?' }).waitFor()
    const buttons = await page.getByRole('button').all()
    const words = await Promise.all(buttons.map((button) => button.innerText()))
    expect(words.map((said) => said.replaceAll('\u00a0', ' '))).toEqual([
      'Monday 21 December at 1.30 pm',
      'Tuesday 22 December at 11.30 am',
      'Wednesday 23 December at 10.30 am',
      'Any of these times',
      'None of these times',
    ])
    for (const button of buttons) expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(48)
    const ring = (await page.getByRole('link', { name: '01632 960100' }).boundingBox())!
    expect(ring.y + ring.height).toBeLessThanOrEqual(640)
    expect((await page.locator('main').boundingBox())!.width).toBeLessThanOrEqual(320)
    for (const word of Object.values(FAMILY)) expect(await page.content()).not.toContain(word)
  })

  test.each([
    ['light', 320, false],
    ['dark', 320, true],
    ['light', 1280, false],
  ])('it has no fault that axe finds: %s, %i px', async (_, width, dark) => {
    const seen = await town.opensLink(carersLink, { width, dark, script: true })
    expect(await accessibilityFaults(seen)).toEqual([])
    await seen.close()
  })

  test('to open it changed nothing', async () => {
    await town.settles()
    expect(await nadia.readsOnCard('Those outside are asked')).toContain('Foster carer: no answer yet')
  })

  test('the mother answers, and the card says so; she need not come, so that it settles nothing', async () => {
    const mothers = await town.opensLink(await linkTo('Kayleigh Dunmore'))
    await mothers.getByRole('button', { name: 'Any of these times' }).click()
    await mothers.getByText('You have told us that you can come:').waitFor()
    await mothers.close()
    expect(await nadia.readsOnCard('Mother: can Mon 21 Dec 2026 13:30 or Tue 22 Dec 2026 11:30')).toContain(
      'Foster carer: no answer yet',
    )
  })

  test('one tap of the carer books the meeting by itself', async () => {
    await page.getByRole('button', { name: 'Tuesday 22 December at 11.30 am' }).click()
    // The meeting may be booked by the time that the page comes back.
    await says(/You have told us that you (can|will) come/)
    await nadia.readsOnCard('Arranged for Tue 22 Dec 2026, 11:30 to 12:30')
  })

  test('within a minute on the app’s clock nothing is held any more: what stands there is the meeting', async () => {
    await town.app.at('2026-12-18T16:06:00+00:00')
    expect(await inCalendars('held')).toEqual([])
    // The mother has an invitation of her own, which stands in the organiser's calendar, too.
    expect(await inCalendars('meeting')).toEqual([
      'Owen Tremlett 2026-12-22T11:30 busy private',
      'Owen Tremlett 2026-12-22T11:30 busy private',
      'Ruth Ashdown 2026-12-22T11:30 tentative private',
    ])
  })

  test('the same link then says that the carer comes, takes another answer, and the card counts it', async () => {
    await page.goto(carersLink)
    await says('You have told us that you will come.')
    await page.getByRole('button', { name: 'By video or phone' }).click()
    await says('You have told us that you will join by video or phone.')
    await nadia.readsOnCard('By video: foster carer')
  })

  test('no log line and no window title of it holds what opens a link', () => {
    expect(town.app.output()).not.toContain(carersLink.split('/').at(-1))
  })
})
