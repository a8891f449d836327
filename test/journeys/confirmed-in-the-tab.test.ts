/** An officer who works in Planning: a confirmation is pasted there, and stands in Outlook and on a card in Teams. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { EMERGENCY_FOSTER, FAMILY, saying } from '../support/town-confirmations.ts'
import { Town, type Visitor } from '../support/town-window.ts'

jest.setTimeout(60_000)

const FRIDAY_AFTERNOON = '2026-12-18T16:05:00+00:00'
const QUESTION = 'Will the child come?'
const asking = (references: Record<string, string> = {}) =>
  saying(EMERGENCY_FOSTER, { "Child's part in the meeting": null, ...references })

let town: Town
beforeAll(async () => {
  town = await Town.open({ clock: FRIDAY_AFTERNOON })
})
afterAll(() => town.close())

const answersInTab = (visitor: Visitor) => visitor.tab.getByRole('radio', { name: 'Takes part another way' }).check()
const schedulesInTab = async (visitor: Visitor): Promise<string> => {
  await visitor.tab.getByRole('button', { name: 'Schedule' }).click()
  const done = visitor.tab.getByRole('region', { name: 'The placement is confirmed' })
  await done.getByText(/^PPM-\w{4}: Arranged for /).waitFor()
  return /PPM-\w{4}/.exec(await done.innerText())![0]
}

describe('from the paste in Planning to a meeting that is arranged', () => {
  let nadia: Visitor
  let ref: string
  let page: string
  beforeAll(async () => {
    nadia = await town.visit('Nadia Castellane', { door: 'planning' })
    await nadia.tab.getByRole('link', { name: 'Confirm a placement' }).click()
    await nadia.tab.getByRole('textbox', { name: 'The placement confirmation' }).fill(asking())
    await nadia.tab.getByRole('button', { name: 'Read it' }).click()
    await nadia.tab.getByText(QUESTION).waitFor()
    page = await nadia.tab.getByRole('main').innerText()
    await answersInTab(nadia)
    ref = await schedulesInTab(nadia)
  })

  test('takes one paste, the answer to what is asked, and one press', async () => {
    const words = (await nadia.clicksInTab()).filter((one) => one !== '')
    expect(words).toEqual(['Confirm a placement', 'Read it', 'Schedule'])
  })

  test('the page says by when and why, what was read, and three times', () => {
    expect(page).toContain('Hold by Tue 29 Dec 2026')
    expect(page).toContain('Foster · emergency · starts Fri 18 Dec 2026 17:30')
    expect(page).toContain('from “18/12/2026 at 5.30pm”')
    expect(page.match(/\d{4}, \d\d:\d\d to \d\d:\d\d/g)).toHaveLength(3)
  })

  test('it stands in everybody’s Outlook, and gives nothing away (P-01, P-02)', async () => {
    for (const name of ['Owen Tremlett', 'Ruth Ashdown', 'Tina Bramwell', 'Kayleigh Dunmore']) {
      const [event] = (await town.calendarOf(name)).filter(({ subject }) => subject.includes(ref))
      expect([name, event?.subject, event?.start.dateTime]).toEqual([
        name,
        `Planning meeting – ref ${ref}`,
        '2026-12-21T13:30:00.0000000',
      ])
      for (const word of Object.values(FAMILY)) expect(event!.body.content).not.toContain(word)
    }
  })

  test('leads to the meeting, and no address that was asked for says anything of a child', async () => {
    await nadia.tab.getByRole('button', { name: `Open ${ref}` }).click()
    await nadia.tab.getByRole('heading', { level: 1, name: `${ref} First planning meeting` }).waitFor()
    for (const word of [...Object.values(FAMILY), 'LCS-204417']) {
      expect(town.asked.filter((url) => decodeURIComponent(url).includes(word))).toEqual([])
    }
  })
})

describe('the same draft in the chat and in Planning', () => {
  const references = { 'Case reference': 'LCS-204444', 'Placement reference': 'PL-30977' }
  let chat: Visitor
  let tab: Visitor
  let ref: string
  let before: string
  let changed: string
  beforeAll(async () => {
    chat = await town.visit('Nadia Castellane')
    await chat.writes(asking(references))
    before = await chat.readsOnCard('LCS-204444')
    tab = await town.visit('Nadia Castellane', { door: 'planning' })
    await tab.tab.getByRole('link', { name: 'Look at it: LCS-204444 · PL-30977' }).click()
    await tab.tab.getByRole('button', { name: 'Change: Start' }).click()
    await tab.tab.getByRole('textbox', { name: 'Start' }).fill('19/12/2026 09:00')
    await tab.tab.getByRole('button', { name: 'Save' }).click()
    await tab.tab.getByText('Foster · emergency · starts Sat 19 Dec 2026 09:00').waitFor()
    changed = await chat.readsOnCard('starts Sat 19 Dec 2026 09:00')
    await answersInTab(tab)
    ref = await schedulesInTab(tab)
  })

  test('says the same in both places, also after it was changed in one of them', () => {
    expect(before).toContain('Foster · emergency · starts Fri 18 Dec 2026 17:30')
    for (const card of [before, changed]) {
      expect(card).toContain('Hold the meeting by\nTue 29 Dec 2026')
      expect(card).toContain(QUESTION)
    }
  })

  test('is one card, which follows what is done in Planning up to the time of the meeting', async () => {
    const card = await chat.readsOnCard(/Arranged for /)
    expect(card).toContain(`Planning meeting ${ref}`)
    expect(await chat.cards.filter({ hasText: 'LCS-204444' }).count()).toBe(1)
  })

  test('pasted again into Planning, it is the placement that is there', async () => {
    await tab.tab.getByRole('button', { name: 'Confirm another placement' }).click()
    await tab.tab
      .getByRole('textbox', { name: 'The placement confirmation' })
      .fill(saying(EMERGENCY_FOSTER, references))
    await tab.tab.getByRole('button', { name: 'Read it' }).click()
    await tab.tab.getByText(`${ref}: Arranged for`).waitFor()
    const events = await town.calendarOf('Owen Tremlett')
    expect(events.filter(({ subject, isOnlineMeeting }) => isOnlineMeeting && subject.includes(ref))).toHaveLength(1)
    expect(town.complaints).toEqual([])
  })
})
