/** A placement is confirmed by e-mail: an officer gets the card, presses once, and the meeting stands in Outlook. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { INTAKE } from '../support/local-workplace.ts'
import { EMERGENCY_FOSTER, FAMILY } from '../support/town-confirmations.ts'
import { Town, type Visitor } from '../support/town-window.ts'

jest.setTimeout(60_000)

const PROVIDER = 'sola.akintola@fernhillcare.example'
const FAMILYS_WORDS = Object.values(FAMILY)

let town: Town
let nadia: Visitor

beforeAll(async () => {
  town = await Town.open({ clock: '2026-12-18T16:05:00+00:00' })
  // The mailbox is watched from its first look on.
  await town.app.at('2026-12-18T16:06:00+00:00')
  nadia = await town.visit('Nadia Castellane')
})
afterAll(() => town.close())

const arrives = async (mail: { from: string; subject: string; text: string; authenticated?: boolean }) => {
  const { status, body } = await town.app.post(`/local/outlook/${INTAKE}/messages`, mail)
  expect(status).toBe(201)
  return body as { id: string }
}
const placement = (caseReference: string, placementReference: string) =>
  EMERGENCY_FOSTER.replace('LCS-204417', caseReference).replace('PL-30951', placementReference)

test('a social worker writes to the team’s mailbox, and the placement officer has it on a card', async () => {
  const owen = await town.visit('Owen Tremlett', { door: 'outlook' })
  await owen.page.getByRole('tab', { name: 'In-boxes' }).click()
  await owen.page
    .getByRole('navigation', { name: 'In-boxes' })
    .getByRole('link', { name: /^Placements/ })
    .click()
  await owen.page.getByRole('button', { name: 'Write to this mailbox …' }).click()
  await owen.page.getByLabel('Words').fill(EMERGENCY_FOSTER)
  await owen.page.getByRole('button', { name: 'Send', exact: true }).click()
  const words = await nadia.readsOnCard('When?')
  expect(words).toContain('from a colleague')
  expect(words).toContain('Hold the meeting by\nTue 29 Dec 2026')
  for (const word of FAMILYS_WORDS) expect(words).not.toContain(word)
})

test('nothing stands in Outlook before she presses Schedule, and then the meeting does', async () => {
  expect(await town.calendarOf('Owen Tremlett')).not.toContainEqual(
    expect.objectContaining({ subject: expect.stringContaining('PPM-') }),
  )
  await nadia.presses('Schedule')
  const ref = /PPM-\w{4}/.exec(await nadia.readsOnCard(/Arranged for Mon 21 Dec 2026/))![0]
  expect((await town.calendarOf('Owen Tremlett')).some(({ subject }) => subject.includes(ref))).toBe(true)
})

test('a later mail changes nothing by itself: the card shows what would follow, and one press takes it over', async () => {
  const from = town.emailOf('Owen Tremlett')
  await arrives({ from, subject: 'Revised: LCS-204417', text: 'The start is now 19/12/2026 at 3pm.' })
  const words = await nadia.readsOnCard('A newer message changes this placement. Nothing has been changed yet.')
  expect(words).toContain('Start\nFri 18 Dec 2026 17:30 → Sat 19 Dec 2026 15:00')
  expect(words).toContain('Arranged for Mon 21 Dec 2026')
  await nadia.presses('Take over the change')
  await nadia.readsOnCard(/^(?![^]*A newer message)[^]*starts Sat 19 Dec 2026 15:00/)
})

test('a mail that calls the placement off cancels nothing: the officer does', async () => {
  const from = town.emailOf('Owen Tremlett')
  await arrives({ from, subject: 'PL-30951 cancelled', text: 'The placement is not going ahead.' })
  expect(await nadia.readsOnCard('A message says that this placement does not go ahead.')).toContain('Arranged for')
})

test('a provider’s mail is a draft that says where it comes from', async () => {
  await arrives({ from: PROVIDER, subject: 'Placement confirmation', text: placement('LCS-7', 'PL-7') })
  const card = nadia.cards.filter({ hasText: /LCS-7 · PL-7[^]*When\?/ }).last()
  await card.getByText('The mail came from outside the council.').waitFor()
})

test('what waits for an officer is on her list in Planning too, and on nobody else’s', async () => {
  const waiting = 'Mails that wait for a placement officer'
  const inPlanning = await town.visit('Nadia Castellane', { door: 'planning' })
  const mails = inPlanning.tab.getByRole('region', { name: waiting })
  await mails.getByText('from outside the council · LCS-7 · PL-7').waitFor()
  const words = await mails.innerText()
  expect(words).toContain('read in the last seven days')
  for (const word of [...FAMILYS_WORDS, 'fernhill']) expect(words).not.toContain(word)
  await mails
    .getByRole('button', { name: /^I have seen to it/ })
    .last()
    .click()
  await mails.getByText('LCS-7').waitFor({ state: 'detached' })
  const owen = await town.visit('Owen Tremlett', { door: 'planning' })
  await owen.tab.getByRole('link', { name: /^PPM-/ }).first().waitFor()
  expect(await owen.tab.getByRole('region', { name: waiting }).count()).toBe(0)
})

describe('a forged mail', () => {
  test('becomes nothing, and the officer hears when it came and why, and nothing that it says', async () => {
    const text = placement('LCS-8', 'PL-8')
    await arrives({ from: PROVIDER, subject: 'Placement confirmation', text, authenticated: false })
    const words = await nadia.readsOnCard('A mail needs a person')
    expect(words).toContain('the checks of the mail system say that its sender is somebody else')
    for (const word of [...FAMILYS_WORDS, 'LCS-8', 'PL-8', 'fernhill']) expect(words).not.toContain(word)
  })

  test('is seen to with one press', async () => {
    await nadia.presses('I have seen to it')
    await nadia.hears('Nadia Castellane has seen to it.')
  })
})

test('a mail of which nobody tells is found within a quarter of an hour', async () => {
  await town.app.post('/local/faults', { switches: { notifications: { lose: true } } })
  await arrives({ from: town.emailOf('Owen Tremlett'), subject: 'Placement', text: placement('LCS-9', 'PL-9') })
  await town.app.at('2026-12-18T16:25:00+00:00')
  await nadia.readsOnCard(/LCS-9 · PL-9[^]*When\?/)
})

test('no line of the log says anything of a mail or a family (P-57)', () => {
  const log = town.app.output()
  expect(log).toContain('"job":"takeMail"')
  for (const word of [...FAMILYS_WORDS, 'LCS-204417', 'PL-30951', 'fernhill', 'not going ahead'])
    expect(log).not.toContain(word)
})
