/**
 * A standard meeting, a planned foster placement in South Glos, from its beginning to the closed record: how much has to
 * be pressed beside typing is counted in the page itself. Tab, the arrows and Enter in a text are typing.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { arrangeFirst, confirmationOf, confirmPlacement, type ArrangedMeeting } from '../support/arranged-meeting.ts'
import { Chair } from '../support/chairing.ts'
import { Town, type Visitor } from '../support/town-window.ts'

jest.setTimeout(120_000)

let town: Town
let ruth: Visitor
let chair: Chair
let meeting: ArrangedMeeting

beforeAll(async () => {
  town = await Town.open({ clock: '2026-10-26T09:30:00+00:00', pack: 'south-glos' })
  const { app } = town
  const confirmed = confirmationOf(app, {
    reference: '30991',
    at: '2026-11-02T10:00:00+00:00',
    basis: 'planned',
    type: 'foster',
    people: [
      { role: 'child', name: 'Q.X.', more: { decision: { part: 'contribute' } } },
      { role: 'fosterCarer', name: 'Tina Bramwell' },
      { role: 'supervisingSocialWorker', name: 'Ruth Ashdown' },
      { role: 'childsSocialWorker', name: 'Owen Tremlett' },
      {
        role: 'mother',
        name: 'Kayleigh Dunmore',
        more: { decision: { part: 'attend' }, parentalResponsibility: true },
      },
    ],
  })
  const ruths = town.emailOf('Ruth Ashdown')
  const { meeting: opened } = await confirmPlacement(app, confirmed, town.emailOf('Nadia Castellane'))
  meeting = await arrangeFirst(app, opened.id, ruths)
  for (const name of ['Ruth Ashdown', 'Owen Tremlett'])
    await app.post(`/api/meetings/${meeting.id}/answer`, { choice: 'coming' }, town.emailOf(name))
  for (const name of ['Tina Bramwell', 'Kayleigh Dunmore']) await town.accepts(name, meeting.ref)
  await app.at(meeting.start)
  ruth = await town.visit('Ruth Ashdown', { door: 'planning' })
  chair = new Chair(ruth)
  await ruth.opensMeeting(meeting.ref)
  await ruth.tab.getByRole('heading', { level: 2, name: 'Who is here' }).waitFor()
})
afterAll(() => town.close())

test('closes with at most one press for each item of its agenda', async () => {
  const { page, tab } = ruth
  const agenda = await chair.agenda()
  const pressesBefore = (await ruth.clicksInTab()).length
  const at = async () => (await tab.getByRole('heading', { level: 2 }).first().innerText()).split('\n')[0]!
  const onwards = async () => {
    const next = (await tab.getByRole('button', { name: /^Next: / }).innerText()).replace('Next: ', '')
    await page.keyboard.press('Control+ArrowDown')
    await tab.getByRole('heading', { level: 2, name: next }).waitFor()
  }
  /** Where the cursor is, and on into the empty fields that follow. */
  const typesInto = async (...texts: string[]) => {
    for (const [nth, text] of texts.entries()) {
      if (nth > 0) await chair.tabsToEmptyField()
      await page.keyboard.type(text)
    }
  }

  await tab.getByRole('button', { name: /^All \d are as suggested$/ }).click()
  await tab.getByLabel('What they contributed, and how').focus()
  await page.keyboard.type('Drew a picture of the garden with Owen')
  await onwards()
  const visited: string[] = []
  for (let item = await at(); item !== 'For the record'; item = await at()) {
    visited.push(item)
    switch (item) {
      case 'Risk: four questions':
        await typesInto('Runs off when she is cross', 'Nobody we know of', 'Shouts, and is sorry')
        break
      case 'Who decides what':
        await tab.getByRole('button', { name: 'Tina Bramwell decides day to day' }).click()
        await chair
          .question(/^Does the parent understand/)
          .getByRole('button', { name: 'Yes' })
          .click()
        break
      case "Chair's checklist":
        await tab.getByRole('button', { name: /^(All of this is|The other \d+ are) done$/ }).click()
        break
      case 'Next meeting and review':
        await tab.getByRole('button', { name: 'In 6 weeks' }).click()
        break
      case 'Who does what next':
        break
      default:
        await page.keyboard.type('Talked through and agreed')
        await page.keyboard.press('Enter')
    }
    await onwards()
  }
  expect(visited).toEqual(agenda)
  for (const words of [/understand what the meeting is for/, /asked for their views/])
    await chair.question(words).getByRole('button', { name: 'Yes' }).click()
  await chair.tabsToEmptyField()
  await typesInto('I want my bike', 'A picture', 'What she likes to eat', 'How they live', 'The plan')
  await chair.turnsTo('After')
  expect(await chair.missing()).toEqual([])
  await tab.getByRole('button', { name: 'Everybody agrees' }).click()
  await chair.closes()
  await tab.getByText(/^Closed on/).waitFor()

  const presses = (await ruth.clicksInTab()).slice(pressesBefore)
  console.log(`${presses.length} presses for ${agenda.length} items of the agenda: ${presses.join(' · ')}`)
  expect(presses.length).toBeGreaterThan(5)
  expect(presses.length).toBeLessThanOrEqual(agenda.length)
})
