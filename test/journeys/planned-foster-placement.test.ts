/**
 * A planned foster placement in South Glos, from the pasted confirmation to the closed record (F1). The tests tell one
 * story, in this order.
 */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { accessibilityFaults } from '../support/browser.ts'
import { Chair } from '../support/chairing.ts'
import { Town, type Visitor } from '../support/town-window.ts'
import { PLANNED_FOSTER } from '../support/town-confirmations.ts'

jest.setTimeout(120_000)

let town: Town
let ruth: Visitor
let chair: Chair

beforeAll(async () => {
  town = await Town.open({ clock: '2026-10-26T09:30:00+00:00', pack: 'south-glos' })
})
afterAll(() => town.close())

describe('the placement is confirmed', () => {
  test('the supervising social worker arranges and chairs, within five working days of the start (R-023, R-037)', async () => {
    const nadia = await town.visit('Nadia Castellane')
    await nadia.writes(PLANNED_FOSTER)
    const preview = await nadia.readsOnCard('When?')
    expect(preview).toContain('Foster · planned · starts Mon 2 Nov 2026 10:00')
    expect(preview).toContain('Hold the meeting by\nMon 9 Nov 2026')
    expect(preview).toContain('Convenor and chair\nRuth Ashdown, supervising social worker')
    await nadia.newestCard.getByRole('radio', { name: /Tue 27 Oct 2026 11:30/ }).check()
    await nadia.presses('Schedule')
    await nadia.readsOnCard(/Arranged for Tue 27 Oct 2026, 11:30 to 12:30/)
    const [event] = await town.calendarOf('Ruth Ashdown')
    expect(event!.isOrganizer).toBe(true)
    expect(event!.attendees.map(({ type, emailAddress }) => `${emailAddress.name}: ${type}`)).toEqual([
      'Tina Bramwell: required',
      'Owen Tremlett: required',
    ])
  })
})

describe('the chair opens Planning', () => {
  test('what is due next comes first, with its one next step', async () => {
    ruth = await town.visit('Ruth Ashdown', { door: 'planning' })
    chair = new Chair(ruth)
    const needed = ruth.tab.getByRole('region', { name: 'Needs you (1)' })
    await needed.getByText('Tue 27 Oct 2026, 11:30 to 12:30').waitFor()
    expect(await needed.innerText()).toContain('First planning meeting\nFoster, planned · LCS-204417')
    expect(await needed.getByRole('link', { name: /^Say if you come/ }).count()).toBe(1)
  })

  test('before the meeting: people, agenda, deadline with its working, and what to have ready', async () => {
    await ruth.opensMeeting()
    const page = await ruth.tab.getByRole('main').innerText()
    expect(page).toContain('Arranged by Ruth Ashdown; chaired by Ruth Ashdown. 0 of 4 have answered.')
    expect(page).toContain(
      'Kayleigh Dunmore, mother\nNo answer yet\nComes · reached by e-mail · on an invitation of their own',
    )
    expect(page).toContain('Hold by Mon 9 Nov 2026')
    expect(page).toContain('Placement Information form')
    expect(await accessibilityFaults(ruth.page)).toEqual([])
  })

  test('during the meeting, which the clock opens: the agenda of a planned foster placement, in its order (3.2)', async () => {
    await town.app.at('2026-10-27T11:35:00+00:00')
    await ruth.page.reload()
    await ruth.opensMeeting()
    await ruth.tab.getByText('55 minutes left').waitFor()
    expect(await chair.agenda()).toEqual([
      'Welcome, who is here, why we meet',
      'What the child says',
      "Parents' and family's views",
      'Plan for the child and purpose of this placement',
      'Why the child is looked after',
      'Background that the carer needs',
      'Introductions and moving in',
      'Daily life',
      'Identity',
      'Health',
      'Education',
      'Family time and friends',
      'Household and other children',
      'Keeping safe',
      'Risk: four questions',
      'Behaviour and support',
      'Who decides what',
      'Money',
      'Visits and contact with the social worker',
      'Documents and gaps',
      'Who is told',
      "Chair's checklist",
      'Who does what next',
      'Next meeting and review',
    ])
  })

  test('no emergency question is asked anywhere (R-017)', async () => {
    for (const item of ["Chair's checklist", 'For the record']) {
      await chair.opensItem(item)
      expect((await chair.questions()).filter((title) => /suitable|sustained|brought forward/i.test(title))).toEqual([])
    }
  })
})

describe('the chair writes', () => {
  test('everything is saved while it is typed: another window reads it, down to the half sentence', async () => {
    await chair.opensItem('Health')
    await chair.notes('Hay fever in June')
    await chair.composer().pressSequentially('d The GP st')
    await chair.seesItSaved()
    await ruth.page.reload()
    await ruth.opensMeeting()
    await chair.opensItem('Health')
    const texts = ruth.tab.getByRole('main').getByRole('listitem').getByRole('textbox')
    await texts.nth(1).waitFor()
    const written = await Promise.all((await texts.all()).map((one) => one.inputValue()))
    expect(written).toEqual(['Hay fever in June', 'The GP st'])
  })

  test('two write at once: each sees who else is where, and the words of both stand in one order for both', async () => {
    const owen = await town.visit('Owen Tremlett', { door: 'planning' })
    await owen.opensMeeting()
    const other = new Chair(owen)
    await other.opensItem('Family time and friends')
    await other.composer().pressSequentially('d Grandma rings on Fri')
    await other.seesItSaved()
    await ruth.tab.getByText('With Owen Tremlett').waitFor()
    await ruth.tab.getByRole('navigation', { name: 'Agenda' }).getByText('Owen Tremlett is here').waitFor()

    await chair.opensItem('Family time and friends')
    await chair.notes('Her best friend is Mia')
    await chair.composer().pressSequentially('Lunch with fr')
    await owen.tab.getByRole('textbox', { name: 'Note', exact: true }).nth(1).waitFor()
    // Neither is moved away from where they type by what the other has written.
    await owen.page.keyboard.type('day')
    await ruth.page.keyboard.type('iends')
    await Promise.all([chair.seesItSaved(), other.seesItSaved()])
    await other.composer().press('Enter')
    await chair.composer().press('Enter')
    const both = ['Grandma rings on Friday', 'Her best friend is Mia', 'Lunch with friends']
    expect(await chair.readsEntries(both)).toEqual(await other.readsEntries(both))
    await owen.page.context().close()
  })

  test('ten minutes without a network cost nothing: what both wrote meanwhile is there, each in their order', async () => {
    const { page } = ruth
    // From here on the browser's clock is the test's, and so ten minutes take no time.
    await page.clock.install()
    await page.reload()
    await ruth.opensMeeting()
    await chair.opensItem('Identity')
    await chair.seesAllSaved()
    await page.context().setOffline(true)
    await chair.notes('Born in Leeds')
    await ruth.tab.getByRole('banner').getByText('Offline, not saved').waitFor()
    await page.clock.fastForward('05:00')
    await chair.notes('v I am from here')
    await page.clock.fastForward('05:00')
    await chair.composer().pressSequentially('Speaks Pol')
    await ruth.tab.getByText(/What you type is kept on this computer meanwhile/).waitFor()
    await town.app.post('/local/clock', { advanceMinutes: 10 })

    const owen = await town.visit('Owen Tremlett', { door: 'planning' })
    await owen.opensMeeting()
    const other = new Chair(owen)
    await other.opensItem('Identity')
    await other.notes('Has a passport')
    await other.seesItSaved()
    await page.context().setOffline(false)
    await chair.seesItSaved()
    await page.keyboard.type('ish')
    await chair.composer().press('Enter')
    const hers = ['Born in Leeds', 'I am from here', 'Speaks Polish']
    const texts = await chair.readsEntries(['Has a passport', ...hers])
    expect(texts.filter((text) => hers.includes(text))).toEqual(hers)
    await other.readsEntries(texts)
    await owen.page.context().close()
  })

  test('closing lists what is missing, and one press leads to each', async () => {
    await chair.turnsTo('After')
    const missing = await chair.missing()
    expect(missing.filter((words) => words.startsWith('Attendance of'))).toHaveLength(5)
    expect(missing).toContain('Education: nothing is written')
    expect(missing).not.toContain('Health: nothing is written')
    expect(missing).toContain('Notice of the placement to the health trust: an answer is needed')
    await chair.closes()
    await ruth.tab.getByRole('heading', { name: /^Missing before it can be closed/ }).waitFor()
    for (const [gap, place] of [
      ['Attendance of Kayleigh Dunmore is not recorded', 'Who is here'],
      ['Education: nothing is written', 'Education'],
      ['Notice of the placement to the health trust: an answer is needed', "Chair's checklist"],
      ['What the carers contributed: an answer is needed', 'For the record'],
    ] as const) {
      await chair.pressesGap(gap)
      await ruth.tab.getByRole('heading', { level: 2, name: place }).waitFor()
      await chair.turnsTo('After')
    }
  })

  test('item by item to the end, the record closes, and can be read and no longer changed', async () => {
    await chair.turnsTo('During')
    await chair.opensItem('Who is here')
    await chair.findsEverybodyPresent()
    while (await chair.goesOn()) await chair.fillsWhatIsOpen()
    await chair.opensItem('Who does what next')
    await chair.notes('a Ask the school about the bus')
    await chair.turnsTo('After')
    expect(await chair.missing()).toEqual(['The action "Ask the school about the bus" needs an owner and a date'])
    await chair.pressesGap('The action "Ask the school about the bus" needs an owner and a date')
    await ruth.tab.getByLabel('Who does it').selectOption({ label: "Owen Tremlett, child's social worker" })
    await ruth.tab.getByLabel('By when').fill('2026-11-02')
    await chair.turnsTo('After')
    await ruth.tab.getByRole('heading', { name: 'Nothing is missing' }).waitFor()
    await ruth.tab.getByText('Ask the school about the bus').waitFor()
    expect(await accessibilityFaults(ruth.page)).toEqual([])
    await chair.closes()
    await ruth.tab.getByText(/^Closed on Tue 27 Oct 2026/).waitFor()
    // What somebody says of it since is kept beside it; in the record itself nothing can be written any more.
    const since = ruth.tab.getByRole('region', { name: 'Said of the record since' })
    await since.waitFor()
    const later = ['Said of the record since', 'Days to count from', 'Ask for a further meeting']
    const regions = later.map((name) => ruth.tab.getByRole('region', { name }).getByRole('textbox').count())
    const elsewhere = (await Promise.all(regions)).reduce((sum, count) => sum + count, 0)
    expect(await ruth.tab.getByRole('textbox').count()).toBe(elsewhere)
    await ruth.page.reload()
    await ruth.tab.getByRole('button', { name: 'Show what is done' }).click()
    await ruth.tab.getByRole('region', { name: 'Done (1)' }).getByText('Held').waitFor()
  })
})
