/**
 * An emergency placement in a children's home under a practice in which it calls for an emergency meeting (F3, wm-mosaic):
 * from the confirmation that is pasted on Christmas Eve to the closed record. The tests tell one story, in this order;
 * it ends with the placement sustained, and two more meetings with the other ways that concerns can lead.
 */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { arrangeFirst, confirmationOf, confirmPlacement, HOME_PEOPLE } from '../support/arranged-meeting.ts'
import { accessibilityFaults } from '../support/browser.ts'
import { Chair } from '../support/chairing.ts'
import { writeTheRest } from '../support/complete-record.ts'
import { Town, type Visitor } from '../support/town-window.ts'
import { EMERGENCY_HOME } from '../support/town-confirmations.ts'

jest.setTimeout(120_000)

const SUITABLE = /^Is the placement suitable for the child/
const SUSTAINED = /^Can the placement be sustained until the next review/
const BROUGHT_FORWARD = 'Should the date of the next review be brought forward?'
const ENDS = 'Should the placement end and a better one be sought?'
const CARE_PLAN = 'Is the care plan fully completed to reflect the arrangements?'
const THE_RECORD = 'Is the record of the placement fully completed to reflect the arrangements?'
const HOME_SAYS = /^What the home says/
const AUTHORITY_DECIDES = /^What the authority decides/
const CAUSE = 'What called for this meeting?'

let town: Town
let moira: Visitor
let chair: Chair

/** What the emergency item asks as it stands, each question cut short. */
const asked = async () => (await chair.questions()).map((title) => title.split(/[,?]/)[0])

beforeAll(async () => {
  town = await Town.open({ clock: '2026-12-24T15:40:00+00:00', pack: 'wm-mosaic' })
})
afterAll(() => town.close())

describe('the placement is confirmed', () => {
  test('an emergency meeting is due within three working days of the start, beside the plan that the law wants (R-008, R-022, R-027)', async () => {
    const nadia = await town.visit('Nadia Castellane')
    await nadia.writes(EMERGENCY_HOME)
    const preview = await nadia.readsOnCard('When?')
    expect(preview).toContain("Children's home · emergency · starts Thu 24 Dec 2026 17:30")
    expect(preview).toContain('Emergency planning meeting, 60 minutes')
    expect(preview).toContain('Hold the meeting by\nThu 31 Dec 2026 · in 3 working days')
    expect(preview).toContain('Plan due by law\nTue 5 Jan 2027')
    await nadia.presses('Schedule')
    await nadia.readsOnCard(/Arranged for Tue 29 Dec 2026, 11:30 to 12:30 · 0 of 3 have answered/)
  })

  test("the home's manager convenes and chairs (R-035, R-045)", async () => {
    const meeting = (await town.calendarOf('Moira Fensom')).find(({ isOrganizer }) => isOrganizer)
    expect(meeting?.start.dateTime).toBe('2026-12-29T11:30:00.0000000')
    expect(meeting?.attendees.map(({ type, emailAddress }) => `${emailAddress.name}: ${type}`)).toEqual([
      'Leila Haddad: optional',
      'Owen Tremlett: required',
    ])
    moira = await town.visit('Moira Fensom')
    chair = new Chair(moira)
    expect(await moira.readsOnCard('You are asked to a planning meeting')).toContain(
      "You are asked because you are the home's manager. You arrange and chair this meeting.",
    )
  })
})

describe('the chair runs the meeting', () => {
  test('what stands for such a meeting comes early: the emergency questions, then keeping safe', async () => {
    await town.app.at('2026-12-29T11:35:00+00:00')
    await moira.goesTo('planning')
    await moira.tab.getByText('Emergency planning meeting').first().waitFor()
    await moira.opensMeeting()
    await moira.tab.getByText('55 minutes left').waitFor()
    const agenda = await chair.agenda()
    expect(agenda.slice(0, 5)).toEqual([
      'Welcome, who is here, why we meet',
      'What the child says',
      'Emergency questions',
      'Keeping safe',
      'Health',
    ])
    expect(agenda).toContain("The home's approach")
    expect(agenda.slice(-3)).toEqual(["Chair's checklist", 'Who does what next', 'Next meeting and review'])
  })

  test('the emergency questions unfold by what is answered, and fold with it (R-140 to R-144)', async () => {
    await chair.opensItem('Emergency questions')
    // The home's manager chairs: what the home says, and what the authority decides, are asked apart (E-15).
    expect(await asked()).toEqual([
      'What called for this meeting',
      'Is the placement suitable for the child',
      'What the home says: can it meet the child’s needs',
      'What the authority decides',
    ])
    await moira.tab.getByText('Shown here: an emergency placement.').waitFor()
    await chair.answers(SUITABLE, 'Suitable')
    expect((await asked()).slice(2, -2)).toEqual([CARE_PLAN.slice(0, -1), THE_RECORD.slice(0, -1)])
    await chair.answers(SUITABLE, 'There are concerns', { words: 'Two other young people here have been in conflict' })
    expect((await asked()).slice(2, -2)).toEqual([
      'Can the placement be sustained until the next review',
      BROUGHT_FORWARD.slice(0, -1),
      ENDS.slice(0, -1),
    ])
    await chair.answers(ENDS, 'Yes', { words: 'A home nearer to the school' })
    expect((await asked()).slice(2, -2)).toEqual([BROUGHT_FORWARD.slice(0, -1), ENDS.slice(0, -1)])
    await chair.answers(ENDS, 'No', { words: 'With a second night worker the home can keep everybody safe' })
    expect((await asked()).slice(2, -2)).toContain('Can the placement be sustained until the next review')
    expect(await accessibilityFaults(moira.page)).toEqual([])
  })

  test('“not yet known” is settled inside the time that the law leaves for the plan (R-146)', async () => {
    await chair.answers(SUITABLE, 'Not yet known')
    await chair.question(SUITABLE).getByText('Not after Tue 5 Jan 2027').waitFor()
    await chair.answers(SUITABLE, 'There are concerns')
  })

  test('closing names each emergency question that is open, and one press leads to it', async () => {
    await chair.turnsTo('After')
    const missing = await chair.missing()
    expect(missing).toContain(`${CAUSE} An answer is needed`)
    expect(missing).toContain(`${BROUGHT_FORWARD} An answer is needed`)
    expect(missing).toContain('Keeping safe: the plan that keeps the child safe each day is missing')
    expect(missing).not.toContain(`${CARE_PLAN} An answer is needed`)
    await chair.closes()
    await chair.pressesGap(`${BROUGHT_FORWARD} An answer is needed`)
    await moira.tab.getByRole('heading', { level: 2, name: 'Emergency questions' }).waitFor()
  })

  test('the placement is sustained with support: who gives it and by when, and then the records', async () => {
    await chair.answers(CAUSE, 'As shown')
    await chair.answers(SUSTAINED, 'Yes', {
      words: 'A second night worker',
      who: "Moira Fensom, home's manager",
      by: '2026-12-30',
    })
    await chair.answers(BROUGHT_FORWARD, 'Yes', { by: '2027-01-11' })
    await chair.answers(HOME_SAYS, 'Yes, with help', { words: 'With a second night worker' })
    await chair.answers(AUTHORITY_DECIDES, 'Suitable')
    await chair.answers(CARE_PLAN, 'Yes')
    await chair.answers(THE_RECORD, 'Not yet', { who: "Owen Tremlett, child's social worker", by: '2027-01-04' })
  })

  test("the chair's checklist is filled in from the case where the case answers it (R-151)", async () => {
    await chair.opensItem("Chair's checklist")
    const lines = await chair.questions()
    expect(lines).toHaveLength(13)
    expect(lines).toContain("The designated manager's approval of a placement outside the authority Not needed")
    expect(lines).toContain('Notice of the placement to the health trust')
  })
})

describe('the record is closed', () => {
  test('once nothing is missing, and reads as it was answered: nothing stays in it of an answer that was taken back', async () => {
    await chair.opensItem('Who is here')
    for (const name of ['Moira Fensom', 'Leila Haddad', 'Owen Tremlett', 'The child'])
      await chair.records(name, 'Present')
    await chair.records('Kayleigh Dunmore', 'Contributed', 'Rang Owen Tremlett this morning')
    while (await chair.goesOn()) await chair.fillsWhatIsOpen()
    await chair.turnsTo('After')
    await moira.tab.getByRole('heading', { name: 'Nothing is missing' }).waitFor()
    await chair.closes()
    await moira.tab.getByText('Closed on Tue 29 Dec 2026 11:35. It can no longer be changed.').waitFor()
    const record = await moira.tab.getByRole('tabpanel').innerText()
    expect(record).toContain(`${CAUSE} As shown`)
    expect(record).toContain('There are concerns (Two other young people here have been in conflict)')
    expect(record).toContain('Yes (A second night worker, Moira Fensom, by Wed 30 Dec 2026)')
    expect(record).not.toContain('A home nearer to the school')
    expect(record).toContain(`${BROUGHT_FORWARD} Yes (by Mon 11 Jan 2027)`)
    expect(record).toContain(`${ENDS} No (With a second night worker the home can keep everybody safe)`)
    expect(record).toContain(`${THE_RECORD} Not yet (Owen Tremlett, by Mon 4 Jan 2027)`)
    expect(record).toContain('Moira Fensom: A second night worker. By Wed 30 Dec 2026.')
    expect(record).toContain('Kayleigh Dunmore, mother: Contributed (Rang Owen Tremlett this morning)')
    expect(await accessibilityFaults(moira.page)).toEqual([])
  })

  test('everybody’s card says that the meeting was held, and asks for nothing more', async () => {
    await moira.goesTo('chat')
    const card = await moira.readsOnCard('The meeting was held on Tue 29 Dec 2026 11:30.')
    expect(card).not.toContain('Cannot')
  })
})

describe('concerns can lead two other ways, each with something to do for people who need not have been there', () => {
  /** A meeting of another placement, where only the emergency questions are still open. */
  async function chairsAnother(reference: string, start: string): Promise<void> {
    const { app } = town
    const confirmed = confirmationOf(app, {
      reference,
      at: start,
      basis: 'emergency',
      type: 'residential',
      people: HOME_PEOPLE,
    })
    const { meeting } = await confirmPlacement(app, confirmed, town.emailOf('Nadia Castellane'))
    const moirasEmail = town.emailOf('Moira Fensom')
    const arranged = await arrangeFirst(app, meeting.id, moirasEmail)
    await app.at(arranged.start)
    await writeTheRest(app, meeting.id, moirasEmail)
    await moira.goesTo('planning')
    await moira.loadsTheTabAgain()
    await moira.opensMeeting(arranged.ref)
    await chair.opensItem('Emergency questions')
    await chair.answers(CAUSE, 'As shown')
    await chair.answers(SUITABLE, 'There are concerns', { words: 'He is afraid of one of the others' })
  }

  /** The record is closed, and gives back what has to be done. */
  async function closes(): Promise<string> {
    await chair.turnsTo('After')
    await moira.tab.getByRole('heading', { name: 'Nothing is missing' }).waitFor()
    await chair.closes()
    await moira.tab.getByText(/^Closed on/).waitFor()
    return moira.tab.getByRole('region', { name: 'To read back' }).innerText()
  }
  const openFor = async (name: string) => {
    const { body } = await town.app.get('/api/follow-ups', town.emailOf(name))
    return (body as { followUps: { words: string; by: string | null }[] }).followUps.map(({ words }) => words)
  }

  test('the review is brought forward: its officer is asked by the next working day (R-142, A-09)', async () => {
    await chairsAnother('30971', '2027-01-04T09:00:00+00:00')
    await chair.answers(SUSTAINED, 'No', { words: 'Nobody else can sleep in' })
    await chair.answers(BROUGHT_FORWARD, 'Yes', { by: '2027-01-11' })
    await chair.answers(ENDS, 'No', { words: 'The review decides' })
    expect(await asked()).not.toContain(CARE_PLAN.slice(0, -1))
    expect(await closes()).toMatch(
      /The child's social worker: Ask the reviewing officer to bring the next review forward\. By /,
    )
    expect(await openFor('Owen Tremlett')).toContain('Ask the reviewing officer to bring the next review forward.')
  })

  test('the placement ends: another is sought, and the reviewing officer says whether a review comes first (R-143)', async () => {
    await chairsAnother('30972', '2027-01-12T09:00:00+00:00')
    await chair.answers(ENDS, 'Yes', { words: 'A home where he is the only boy' })
    await moira.tab.getByText(/A statutory review normally comes first/).waitFor()
    await chair.answers(BROUGHT_FORWARD, 'No', { words: 'It cannot wait for one' })
    expect(await asked()).not.toContain('Can the placement be sustained until the next review')
    expect(await closes()).toContain('The placement officer: Look for a more suitable placement')
    expect(await openFor('Nadia Castellane')).toEqual([
      'Look for a more suitable placement, and confirm it once it is found.',
    ])
    expect(await openFor('Stephen Adeyinka')).toEqual([
      'Say whether the statutory review comes before the placement ends.',
    ])
  })
})
