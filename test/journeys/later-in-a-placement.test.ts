/**
 * A young person goes missing for three days and comes back; then their placement in a children's home ends before
 * anybody planned it to (wm-mosaic). Each calls for a meeting. The tests tell one story, in this order.
 */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { accessibilityFaults } from '../support/browser.ts'
import { confirmationOf, confirmPlacement, HOME_PEOPLE } from '../support/arranged-meeting.ts'
import { Chair } from '../support/chairing.ts'
import { writeTheRest } from '../support/complete-record.ts'
import { Town, type Visitor } from '../support/town-window.ts'

jest.setTimeout(120_000)

let town: Town
/** Whoever chairs: the home's manager the first meeting, the child's social worker the second. */
let who: Visitor
let name: string
let chair: Chair
let missing: { id: string; ref: string }

/** The chair presses the first time that is offered; gives when it is, by the clock of the app. */
async function booksTheFirstTime(id: string): Promise<{ start: string }> {
  await who.tab.getByRole('button', { name: /^Book / }).click()
  await who.tab.getByRole('heading', { name: 'Do you come?' }).waitFor()
  const { body } = await town.app.get(`/api/meetings/${id}`, town.emailOf(name))
  return (body as { meeting: { slot: { start: string } } }).meeting.slot
}

async function opensWhenItBegins({ id, ref }: { id: string; ref: string }, start: string): Promise<void> {
  await town.app.at(start)
  await writeTheRest(town.app, id, town.emailOf(name))
  await who.loadsTheTabAgain()
  await who.opensMeeting(ref)
  await who.tab.getByRole('button', { name: 'We begin' }).click()
}

async function comes(person: string): Promise<void> {
  name = person
  who = await town.visit(person, { door: 'planning' })
  chair = new Chair(who)
}

beforeAll(async () => {
  town = await Town.open({ clock: '2026-11-09T08:00:00+00:00', pack: 'wm-mosaic' })
})
afterAll(() => town.close())

describe('back after three days', () => {
  test('a return that another system reports calls for an emergency meeting within three working days (R-010, A-06)', async () => {
    const back = '2026-11-08T09:00:00+00:00'
    const confirmed = confirmationOf(
      town.app,
      {
        reference: '30981',
        at: '2026-09-07T10:00:00+01:00',
        basis: 'planned',
        type: 'residential',
        people: HOME_PEOPLE,
      },
      {
        trigger: {
          kind: 'missing',
          at: back,
          firstMeetingHeld: true,
          episodes: [{ from: '2026-11-04T20:00:00+00:00', to: back }],
          missingMeetingHeldOn: null,
        },
      },
    )
    missing = (await confirmPlacement(town.app, confirmed, town.emailOf('Nadia Castellane'))).meeting
    await comes('Moira Fensom')
    await who.opensMeeting(missing.ref)
    const page = await who.tab.getByRole('main').innerText()
    expect(page).toContain('Hold by Wed 11 Nov 2026')
    const { start } = await booksTheFirstTime(missing.id)
    await opensWhenItBegins(missing, start)
  })

  test('the missing times come before the emergency questions, and a strategy is offered, not asked for (3.8, R-145)', async () => {
    expect((await chair.agenda()).slice(0, 5)).toEqual([
      'Welcome, who is here, why we meet',
      'What the child says',
      'Missing episodes',
      'Emergency questions',
      'Keeping safe',
    ])
    await chair.opensItem('Emergency questions')
    await who.tab.getByText('Shown here: missing for three days or more.').waitFor()
    await chair.answers('What called for this meeting?', 'As shown')
    await chair.answers(/^Is the placement suitable/, 'Suitable')
    await chair.answers(/^Is the care plan fully completed/, 'Yes')
    await chair.answers(/^Is the record of the placement/, 'Yes')
    expect(await chair.questions()).toContain(
      'Is a strategy needed to reduce the risk of it happening again, or to prevent it?',
    )
    expect(await accessibilityFaults(who.page)).toEqual([])
  })

  test('the record is closed without the strategy, and says when they really met', async () => {
    await who.tab.getByRole('button', { name: 'We end' }).click()
    await chair.turnsTo('After')
    await who.tab.getByRole('heading', { name: 'Nothing is missing' }).waitFor()
    await chair.closes()
    await who.tab.getByText(/^Closed on/).waitFor()
    expect(await who.tab.getByRole('region', { name: 'Who was there' }).innerText()).toMatch(
      /Began at \d\d:\d\d, ended at \d\d:\d\d\./,
    )
  })
})

describe('the placement ends before anybody planned it to', () => {
  let disruption: { id: string; ref: string }

  test('the chair asks for a meeting about it from the closed record (R-220)', async () => {
    await town.app.at('2026-11-16T08:00:00+00:00')
    await who.tab.getByRole('button', { name: 'Ask for a further meeting' }).click()
    await who.tab.getByRole('radio', { name: 'The placement has ended unplanned: a disruption meeting' }).check()
    await who.tab.getByRole('group', { name: 'When it happened' }).getByLabel('Day').fill('2026-11-15')
    await who.tab.getByLabel('Why, in one line').fill('He did not go back there')
    await who.tab.getByRole('button', { name: 'Ask for the meeting' }).click()
    await who.tab.getByText('Disruption meeting').first().waitFor()
  })

  test('it asks how the placement ended and what was learnt, not the emergency questions (3.10)', async () => {
    const { body } = await town.app.get('/api/meetings', town.emailOf('Owen Tremlett'))
    disruption = (body as { meetings: { id: string; ref: string; kind: string }[] }).meetings.find(
      ({ kind }) => kind === 'disruption',
    )!
    await comes('Owen Tremlett')
    await who.opensMeeting(disruption.ref)
    const { start } = await booksTheFirstTime(disruption.id)
    await opensWhenItBegins(disruption, start)
    const agenda = await chair.agenda()
    expect(agenda).toEqual(expect.arrayContaining(['How the placement ended', 'Learning, not blame', 'Tidy up']))
    expect(agenda).not.toContain('Emergency questions')
    await chair.opensItem('Next meeting and review')
    expect(await chair.questions()).toEqual([])
    await chair.opensItem('Learning, not blame')
    await chair.notes('d The next home is visited before anything is decided')
    await chair.seesItSaved()
  })

  test('its record is closed as any other', async () => {
    await chair.turnsTo('After')
    await who.tab.getByRole('heading', { name: 'Nothing is missing' }).waitFor()
    await chair.closes()
    await who.tab.getByText(/^Closed on/).waitFor()
    const record = await who.tab.getByRole('tabpanel').innerText()
    expect(record).toContain('The next home is visited before anything is decided')
    expect(record).not.toContain('suitable for the child')
    expect(town.complaints).toEqual([])
  })
})
