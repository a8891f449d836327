/**
 * The program is killed at awkward moments and started again on what it left: nothing is lost, and nothing happens
 * twice. The tests tell one story, in this order.
 */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { Chair } from '../support/chairing.ts'
import { startApp } from '../support/running-app.ts'
import { Town, type Visitor } from '../support/town-window.ts'
import { EMERGENCY_FOSTER } from '../support/town-confirmations.ts'

jest.setTimeout(120_000)

const OWEN = 'owen.tremlett@merrowdale.example'

let town: Town
let nadia: Visitor

const killed = () => town.startAgain({ kindly: false })
/** How often each person outside was written to. */
const mails = async () => {
  const names = ['Tina Bramwell', 'Kayleigh Dunmore']
  return Promise.all(names.map(async (name) => (await town.inBoxOf(name)).length))
}

beforeAll(async () => {
  town = await Town.open({ clock: '2026-12-18T16:05:00+00:00' })
  nadia = await town.visit('Nadia Castellane')
  await nadia.writes(EMERGENCY_FOSTER)
  await nadia.readsOnCard('When?')
})
afterAll(() => town.close())

describe('killed with a preview that nobody has pressed yet', () => {
  test('the chat is as it was, and asks for the same', async () => {
    const before = await nadia.messages.innerText()
    await killed()
    await nadia.page.reload()
    await nadia.readsOnCard('When?')
    expect(await nadia.messages.innerText()).toBe(before)
  })
})

describe('killed while Outlook has the meeting, and has not answered yet', () => {
  test('the same press is carried through after the start: one meeting, one invitation for each', async () => {
    await town.app.post('/local/faults', {
      rules: [{ method: 'POST', path: `/users/${OWEN}/events`, outcome: 'commitThenHang' }],
    })
    await nadia.presses('Schedule')
    await nadia.readsOnCard('Being arranged for Mon 21 Dec 2026, 13:30 to 14:30')
    const outlook = await town.visit('Owen Tremlett', { door: 'outlook' })
    await outlook.page.getByRole('button', { name: /Planning meeting – ref PPM-\w{4} · Owen, Tina, Ruth/ }).waitFor()
    await killed()
    await nadia.page.reload()
    await nadia.readsOnCard('Arranged for Mon 21 Dec 2026, 13:30 to 14:30')
    await town.settles()
    const events = (await town.calendarOf('Owen Tremlett')).filter(({ subject }) => subject.includes('ref PPM-'))
    expect(events.map(({ attendees }) => attendees.map(({ emailAddress }) => emailAddress.name))).toEqual([
      ['Tina Bramwell', 'Ruth Ashdown'],
      ['Kayleigh Dunmore'],
    ])
    expect(await mails()).toEqual([1, 1])
  })
})

describe('killed while the letters of the morning go out', () => {
  test('each comes once, and so does the card', async () => {
    await town.app.post('/local/faults', {
      rules: [{ method: 'POST', path: '/users/*/messages/*/send', outcome: 'commitThenHang' }],
    })
    // The clock is still on its way when the program dies.
    const moving = town.app.at('2026-12-21T08:00:00+00:00').catch(() => 'cut off')
    const outlook = await town.visit('Nadia Castellane', { door: 'outlook' })
    await outlook.page.getByRole('tab', { name: 'In-boxes' }).click()
    await outlook.page
      .getByText(/This is to remind you of a planning meeting today at 1.30 pm/)
      .first()
      .waitFor()
    await killed()
    expect(await moving).toBe('cut off')
    await town.app.at('2026-12-21T09:00:00+00:00')
    expect(await mails()).toEqual([2, 2])
    const ruth = await town.visit('Ruth Ashdown')
    await ruth.readsOnCard('A reminder: planning meeting today at 13:30.')
    expect(await ruth.cards.filter({ hasText: 'A reminder' }).count()).toBe(1)
  })
})

describe('killed in the middle of the record', () => {
  test('the open window goes on: what was typed before, and while there was no program, is in the record', async () => {
    await town.app.at('2026-12-21T13:35:00+00:00')
    const owen = await town.visit('Owen Tremlett', { door: 'planning' })
    const chair = new Chair(owen)
    await owen.opensMeeting()
    await chair.opensItem('Health')
    await chair.notes('Hay fever in June')
    await chair.seesItSaved()
    await town.app.kill()
    await chair.notes('The GP stays the same')
    await owen.tab
      .getByText(/not saved|no connection/i)
      .first()
      .waitFor()
    await town.startAgain({ kindly: false })
    await chair.seesItSaved()
    const other = await town.visit('Ruth Ashdown', { door: 'planning' })
    await other.opensMeeting()
    await new Chair(other).opensItem('Health')
    const texts = other.tab.getByRole('main').getByRole('listitem').getByRole('textbox')
    await texts.nth(1).waitFor()
    expect(await Promise.all((await texts.all()).map((one) => one.inputValue()))).toEqual([
      'Hay fever in June',
      'The GP stays the same',
    ])
  })
})

describe('a second start on the same data folder', () => {
  test('is refused in words that say what to do, and the first goes on', async () => {
    await expect(startApp({ dataDir: town.app.dataDir })).rejects.toThrow(
      /The app cannot start: The data folder \S+ is in use by another process of the app\. Stop that one first, or set DATA_DIR to another folder\./,
    )
    await nadia.page.reload()
    await nadia.readsOnCard(/Mon 21 Dec 2026, 13:30 to 14:30/)
  })

  test('so is a start under a practice that nobody knows, which names those that are there', async () => {
    await expect(startApp({ dataDir: town.app.dataDir, pack: 'nowhere' })).rejects.toThrow(
      /PACK: is not known; accepted: england-default, .*wm-mosaic/,
    )
  })
})

describe('stopped kindly', () => {
  test('everything is where it was, too', async () => {
    await nadia.page.reload()
    await nadia.readsOnCard(/Mon 21 Dec 2026, 13:30 to 14:30/)
    const before = await nadia.messages.innerText()
    await town.startAgain({ kindly: true })
    await nadia.page.reload()
    await nadia.readsOnCard(/Mon 21 Dec 2026, 13:30 to 14:30/)
    expect(await nadia.messages.innerText()).toBe(before)
    expect(await mails()).toEqual([2, 2])
  })
})
