/** Two brothers come to one home on one evening: one message, one time, and everything else apart (E-16, P-23). */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { Town, type OutlookEvent, type Visitor } from '../support/town-window.ts'
import { TWO_BROTHERS } from '../support/town-confirmations.ts'

jest.setTimeout(120_000)

const OLDER = 'LCS-204471'
const YOUNGER = 'LCS-204472'
const TIME = /Tue 22 Dec 2026 \d\d:\d\d/
const REASON = 'the time of a brother’s or sister’s meeting, so that everybody comes once'

let town: Town
let nadia: Visitor
beforeAll(async () => {
  town = await Town.open({ clock: '2026-12-18T16:05:00+00:00' })
  nadia = await town.visit('Nadia Castellane')
})
afterAll(() => town.close())

const cardAbout = (reference: string) => nadia.cards.filter({ hasText: reference }).last()
const scheduleOn = (reference: string) =>
  cardAbout(reference).getByRole('button', { name: 'Schedule', exact: true }).click()
/** What stands in somebody's calendar of our meetings. */
const meetingsOf = async (name: string): Promise<OutlookEvent[]> =>
  (await town.calendarOf(name)).filter(({ subject }) => subject.startsWith('Planning meeting'))

describe('an officer pastes one message about both', () => {
  test('gets a card for each, that says they are placed together', async () => {
    await nadia.writes(TWO_BROTHERS)
    for (const one of [OLDER, YOUNGER]) await cardAbout(one).filter({ hasText: 'One time can serve' }).waitFor()
  })

  test('schedules the first at a time of their own choosing; the second card comes to propose it first', async () => {
    await cardAbout(OLDER).getByRole('radio', { name: TIME }).check()
    await scheduleOn(OLDER)
    await cardAbout(YOUNGER).filter({ hasText: REASON }).waitFor()
    const first = cardAbout(YOUNGER).getByRole('radio').first()
    expect(await first.isChecked()).toBe(true)
    expect(await cardAbout(YOUNGER).locator('label', { hasText: REASON }).innerText()).toMatch(TIME)
  })

  test('presses once more, and both stand in Outlook at that time, in everybody’s calendar', async () => {
    await scheduleOn(YOUNGER)
    for (const one of [OLDER, YOUNGER]) await cardAbout(one).filter({ hasText: 'Arranged for Tue 22 Dec' }).waitFor()
    await town.settles()
    // The one owns both events and sees all who are on them; the other is invited to both.
    const owned = (await meetingsOf('Owen Tremlett')).filter(({ attendees }) => attendees.length > 1)
    for (const both of [owned, await meetingsOf('Ruth Ashdown')]) {
      expect(both).toHaveLength(2)
      expect(new Set(both.map(({ start }) => start.dateTime)).size).toBe(1)
      expect(new Set(both.map(({ subject }) => subject)).size).toBe(2)
    }
    expect(new Set(owned.map(({ onlineMeeting }) => onlineMeeting?.joinUrl)).size).toBe(2)
  })

  test('the first look after the booking, and the night, find no clash and nothing doubled', async () => {
    await town.app.post('/local/clock', { advanceMinutes: 24 * 60 })
    for (const one of [OLDER, YOUNGER]) {
      const words = await cardAbout(one).innerText()
      expect(words).toContain('Arranged for Tue 22 Dec')
      expect(words).not.toMatch(/something else at this time|twice in Outlook|brother/)
    }
  })

  test('each invitation names its own meeting, and nothing of the other child’s', async () => {
    const refs = (await meetingsOf('Ruth Ashdown')).map(({ subject }) => /PPM-\w{4}/.exec(subject)![0])
    const all = [...(await meetingsOf('Owen Tremlett')), ...(await meetingsOf('Ruth Ashdown'))]
    for (const event of all) {
      const own = refs.find((ref) => event.subject.includes(ref))!
      expect(JSON.stringify(event)).not.toMatch(/LCS-2044|PL-309|Q\.X\.|W\.Z\.|brother|sister/)
      for (const other of refs.filter((ref) => ref !== own)) expect(JSON.stringify(event)).not.toContain(other)
    }
  })

  test('in Planning they are two meetings, each with a record of its own', async () => {
    const refs = [...new Set((await meetingsOf('Ruth Ashdown')).map(({ subject }) => /PPM-\w{4}/.exec(subject)![0]))]
    expect(refs).toHaveLength(2)
    await nadia.goesTo('planning')
    for (const [n, ref] of refs.entries()) {
      await nadia.loadsTheTabAgain()
      await nadia.opensMeeting(ref)
      const page = await nadia.tab.locator('body').innerText()
      expect(page).not.toContain(refs[1 - n])
    }
  })

  test('no address that was asked for, and no complaint of a window, tells anything of them', () => {
    expect(town.asked.filter((url) => /LCS-|PL-309|Tannery/.test(url))).toEqual([])
    expect(town.complaints).toEqual([])
  })
})
