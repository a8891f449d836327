/**
 * Before a meeting, in the running app: papers are marked as ready, somebody who does not come sends in views and
 * proposes an item, the chair takes it by keyboard, and each finds by searching what they may read. The tests tell one
 * story, in this order.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { Town, type Visitor } from '../support/town-window.ts'
import { PLANNED_FOSTER } from '../support/town-confirmations.ts'

jest.setTimeout(120_000)

let town: Town
let nadia: Visitor
let ruth: Visitor
beforeAll(async () => {
  town = await Town.open({ clock: '2026-10-26T09:30:00+00:00', pack: 'south-glos' })
  nadia = await town.visit('Nadia Castellane')
  await nadia.writes(PLANNED_FOSTER)
  await nadia.readsOnCard('When?')
  await nadia.newestCard.getByRole('radio', { name: /Tue 27 Oct 2026 11:30/ }).check()
  await nadia.presses('Schedule')
  await nadia.readsOnCard(/Arranged for Tue 27 Oct 2026, 11:30/)
})
afterAll(() => town.close())

const VIEWS = 'She should keep her place in the choir.'

test('the reviewing officer, who does not come, sends in views and proposes an item (R-062)', async () => {
  const stephen = await town.visit('Stephen Adeyinka', { door: 'planning', width: 390 })
  await stephen.opensMeeting()
  await stephen.tab.getByRole('button', { name: 'Write my views' }).click()
  await stephen.tab.getByRole('textbox', { name: /^What the meeting should know/ }).fill(VIEWS)
  await stephen.tab.getByRole('button', { name: 'Send my views' }).click()
  await stephen.tab.getByRole('region', { name: 'Views received: 1' }).getByText(VIEWS).waitFor()
  await stephen.tab.getByRole('button', { name: 'Propose something to talk about' }).click()
  await stephen.tab.getByRole('textbox', { name: /^What should be talked about/ }).fill('The choir')
  await stephen.tab.getByRole('textbox', { name: /^Why/ }).fill('Rehearsals are on Fridays')
  await stephen.tab.getByRole('button', { name: 'Propose it' }).click()
  await stephen.tab.getByText('Proposed by Stephen Adeyinka: Rehearsals are on Fridays').waitFor()
})

test('the chair reads the views, marks a paper as ready and puts the item on the agenda, all by keyboard', async () => {
  ruth = await town.visit('Ruth Ashdown', { door: 'planning' })
  await ruth.opensMeeting()
  await ruth.tab.getByRole('region', { name: 'Views received: 1' }).getByText(VIEWS).waitFor()
  await ruth.tab.getByRole('combobox', { name: 'Care plan: is it ready?', exact: true }).focus()
  await ruth.page.keyboard.press('R')
  await ruth.tab.getByText(/^Said by Ruth Ashdown, Mon 26 Oct 2026/).waitFor()
  await ruth.tab
    .getByRole('banner')
    .getByText(/^1 of \d+ documents ready$/)
    .waitFor()
  await ruth.tab.getByRole('button', { name: 'Put on the agenda: The choir' }).focus()
  await ruth.page.keyboard.press('Enter')
  await ruth.tab.getByText('On the agenda (Ruth Ashdown)').waitFor()
  await ruth.tab
    .getByRole('region', { name: /^Agenda: / })
    .getByText('The choir')
    .waitFor()
})

test('each finds what they may read: the chair the views, the officer nothing of them (P-24)', async () => {
  await ruth.tab.getByRole('button', { name: 'All planning meetings' }).focus()
  await ruth.page.keyboard.press('Enter')
  await ruth.tab.getByRole('searchbox').focus()
  await ruth.page.keyboard.type('choir')
  const found = ruth.tab.getByRole('region', { name: /^Words in records/ })
  await found.getByText(`Stephen Adeyinka: ${VIEWS}`).waitFor()
  await found.getByRole('link').first().focus()
  await ruth.page.keyboard.press('Enter')
  await ruth.tab.getByRole('heading', { level: 1, name: /PPM-/ }).waitFor()

  await nadia.goesTo('planning')
  const search = nadia.tab.getByRole('searchbox')
  await search.fill('choir')
  await nadia.tab.getByText(/^No meeting fits/).waitFor()
  await search.fill('bramwell')
  await nadia.tab
    .getByRole('region', { name: 'People (1)' })
    .getByText(/Bramwell/)
    .waitFor()
})

test('on the morning, those who prepare it are told that papers are missing, and not which (R-085)', async () => {
  await town.app.at('2026-10-27T08:05:00+00:00')
  await ruth.goesTo('chat')
  const card = await ruth.readsOnCard('Not every document that is to be there first is ready yet')
  expect(card).not.toContain('Care plan')
  const stephen = await town.visit('Stephen Adeyinka')
  expect(await stephen.messages.innerText()).not.toContain('document')
})

test('what was looked for stood in no address, and no window complained', () => {
  expect(town.asked.join(' ')).toContain('/api/search')
  expect(town.asked.join(' ')).not.toMatch(/choir|bramwell/i)
  expect(town.complaints).toEqual([])
})
