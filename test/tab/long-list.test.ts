/** A list of 2,000 meetings in a real browser: what is drawn, in which order, and where the focus stays. */
import { expect, jest, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { addMinutes, instant } from '../../shared/dates/time.ts'
import type { MeetingId, MeetingRef } from '../../shared/meeting/planning-meeting.ts'
import { accessibilityFaults } from '../support/browser.ts'
import { Office, WORKERS } from '../support/office.ts'
import { emergency, expectSoon, faultsOf, useTabInBrowser } from './tab-in-browser.ts'

jest.setTimeout(180_000)

const { serve, windowFor } = useTabInBrowser()

const COUNT = 2000
const refOf = (n: number) => `PPM-${String(n).padStart(4, '0')}` as MeetingRef

/** One meeting, and 1,999 more of its kind, each due an hour after the one before. */
async function anOfficeOfThousands() {
  const office = new Office({ now: '2026-11-02T09:00:00Z' })
  const { id } = await office.confirm(emergency())
  const model = await office.meeting(id)
  const meetings = Array.from({ length: COUNT - 1 }, (_, n) => ({
    ...model,
    id: crypto.randomUUID() as MeetingId,
    ref: refOf(n + 1),
    version: 0,
    plan: {
      ...model.plan,
      deadline: { ...model.plan.deadline!, at: addMinutes(instant('2026-11-20T09:00:00Z'), n * 60) },
    },
  }))
  await office.ports.store.save({ meetings })
  return { office, first: model.ref }
}

const rows = (page: Page) => page.getByRole('region', { name: /^Needs you/ }).getByRole('listitem')
/** References of the rows that are drawn, with where each says that it stands, from top to bottom. */
const drawn = (page: Page) =>
  rows(page).evaluateAll((items) =>
    items.map((item) => [Number(item.getAttribute('aria-posinset')), item.querySelector('a')!.textContent] as const),
  )
const inView = (page: Page, ref: string) =>
  page.getByRole('link', { name: ref, exact: true }).evaluate((link) => {
    const { top, bottom } = link.getBoundingClientRect()
    return top >= 0 && bottom <= window.innerHeight
  })

test.each([1280, 280])('of 2,000 meetings those in view are drawn, in order, at %i pixels', async (width) => {
  const { office, first } = await anOfficeOfThousands()
  const { url } = await serve(office)
  const page = await (await windowFor(WORKERS.supervising)).newPage()
  await page.setViewportSize({ width, height: 800 })
  const faults = faultsOf(page)
  await page.goto(`${url}/tab`)
  await page.getByRole('heading', { name: 'Needs you (2000)' }).waitFor()
  await page.getByRole('link', { name: first, exact: true }).waitFor()
  await expectSoon(async () => (await rows(page).count()) < 40, true)
  expect(await rows(page).first().getAttribute('aria-setsize')).toBe('2000')

  // To the very end, whatever that takes: it comes page by page.
  const last = refOf(COUNT - 1)
  await page.keyboard.press('Control+End')
  await expectSoon(async () => {
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    return (await page.getByRole('link', { name: last, exact: true }).count()) === 1 && (await inView(page, last))
  }, true)
  const seen = await drawn(page)
  expect(seen.length).toBeLessThan(60)
  expect(seen.at(-1)).toEqual([COUNT, last])
  for (const [place, ref] of seen) expect(ref).toBe(place === 1 ? first : refOf(place - 1))
  expect(await accessibilityFaults(page)).toEqual([])

  // Nothing lies over anything else.
  const tops = await rows(page).evaluateAll((items) =>
    items.map((item) => item.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom]),
  )
  for (const [at, [top]] of tops.entries()) if (at > 0) expect(top).toBeGreaterThanOrEqual(tops[at - 1]![1]!)
  expect(faults).toEqual([])
})

test('the focus stays where it was while the page is scrolled, and goes on from there', async () => {
  const { office } = await anOfficeOfThousands()
  const { url } = await serve(office)
  const page = await (await windowFor(WORKERS.supervising)).newPage()
  await page.goto(`${url}/tab`)
  await expectSoon(async () => (await rows(page).first().getAttribute('aria-setsize')) === '2000', true)
  await page.getByRole('link', { name: refOf(5), exact: true }).focus()
  await page.mouse.move(640, 400)
  await page.mouse.wheel(0, 20_000)
  await expectSoon(async () => (await drawn(page)).some(([place]) => place > 150), true)
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  expect(await focused()).toBe(refOf(5))
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expectSoon(focused, refOf(6))
  await expectSoon(() => inView(page, refOf(6)), true)
  // By keyboard through more than a page of them, one after the other.
  for (let row = 7; row <= 60; row += 1) {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expectSoon(focused, refOf(row))
  }
})

test('what is looked for is found among all of them, and stands until it is taken out', async () => {
  const { office } = await anOfficeOfThousands()
  const { url } = await serve(office)
  const page = await (await windowFor(WORKERS.supervising)).newPage()
  await page.goto(`${url}/tab`)
  await page.getByRole('searchbox').fill(refOf(1987))
  await page.getByRole('heading', { name: 'Needs you (1)' }).waitFor()
  expect((await rows(page).allTextContents()).join()).toContain(refOf(1987))
  await page.getByRole('link', { name: refOf(1987), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: new RegExp(refOf(1987)) }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: 'Needs you (1)' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Needs you (1)' }).waitFor()
  expect(page.url()).not.toContain(refOf(1987))
  await page.getByRole('searchbox').fill('')
  await page.getByRole('heading', { name: 'Needs you (2000)' }).waitFor()
})
