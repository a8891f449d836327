/** The placement officer's way: a confirmation is pasted, and the meeting stands in Outlook. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { accessibilityFaults } from '../support/browser.ts'
import { Town, type OutlookEvent, type Visitor } from '../support/town-window.ts'
import { EMERGENCY_FOSTER, FAMILY, saying } from '../support/town-confirmations.ts'

jest.setTimeout(60_000)

const FRIDAY_AFTERNOON = '2026-12-18T16:05:00+00:00'
const ARRANGED = /Arranged for Mon 21 Dec 2026, 13:30 to 14:30/

let town: Town
let nadia: Visitor
let preview: string
let ref: string

beforeAll(async () => {
  town = await Town.open({ clock: FRIDAY_AFTERNOON })
  nadia = await town.visit('Nadia Castellane')
  await nadia.writes(EMERGENCY_FOSTER)
  preview = await nadia.readsOnCard('When?')
  await nadia.presses('Schedule')
  ref = /PPM-\w{4}/.exec(await nadia.readsOnCard(ARRANGED))![0]
})
afterAll(() => town.close())

describe('from the paste to a meeting that is arranged', () => {
  test('takes one message and one click', async () => {
    expect(await nadia.clicks()).toEqual(['Schedule'])
    const did = town.app.output().split('\n')
    expect(did.filter((line) => line.includes('"kind":"message"'))).toHaveLength(1)
    expect(did.filter((line) => line.includes('"what":"pressed"'))).toHaveLength(1)
  })

  test('the answer says by when, who leads, who comes and where, and asks for nothing that is known', () => {
    expect(preview).toContain('Foster · emergency · starts Fri 18 Dec 2026 17:30')
    expect(preview).toContain('Hold the meeting by\nTue 29 Dec 2026 · in 5 working days')
    expect(preview).toContain('Plan due by law\nTue 29 Dec 2026')
    expect(preview).toContain("Convenor and chair\nOwen Tremlett, child's social worker")
    expect(preview).toContain(
      'Who\n2 in Teams · 1 by e-mail · mother on a separate invitation · the child is heard another way',
    )
    expect(preview).toContain('Where\nThe foster home · address shown to 4 of 4')
    expect(preview.match(/\d{4} \d\d:\d\d – ask .* · everyone else free/g)).toHaveLength(3)
  })

  test('it is one card from the first answer to the last, which changes where it stands', async () => {
    // What the app is for comes first, and once.
    expect(await nadia.cards.count()).toBe(2)
    expect(await nadia.newestCard.innerText()).toContain(`Planning meeting ${ref}`)
    expect(await nadia.messages.getByText('Placement confirmation', { exact: true }).count()).toBe(0)
  })

  test('the card leads to the meeting in the tab', async () => {
    const visitor = await town.visit('Nadia Castellane')
    await visitor.newestCard.getByRole('link', { name: 'Open in Planning' }).click()
    await visitor.tab.getByRole('heading', { level: 1, name: `${ref} First planning meeting` }).waitFor()
  })

  test('every time and every value says why, in place', async () => {
    const visitor = await town.visit('Nadia Castellane')
    await visitor.writes(saying(EMERGENCY_FOSTER, { 'Placement reference': 'PL-30999' }))
    const card = visitor.newestCard.filter({ hasText: 'PL-30999' })
    await card.waitFor()
    const working = card.getByText('Fri 18 Dec 2026: the placement starts, day 0, not counted').first()
    expect(await working.isVisible()).toBe(false)
    await card.getByRole('button', { name: /^Hold the meeting by/ }).click()
    await working.waitFor()
    expect(await card.innerText()).toMatch(/Fri 25 Dec 2026: .*Christmas Day[^]*Tue 29 Dec 2026: .*day 5/)
    await visitor.presses('What I understood')
    await card.getByText('Start: “18/12/2026 at 5.30pm”').waitFor()
    expect(await visitor.page.getByRole('dialog').count()).toBe(0)
    expect(await accessibilityFaults(visitor.page)).toEqual([])
    await card.getByRole('button', { name: /^Hold the meeting by/, expanded: true }).waitFor()
    await visitor.presses('Not a placement')
    await visitor.readsOnCard('Put aside: not a placement.')
  })
})

const meetings = async (name: string): Promise<OutlookEvent[]> =>
  (await town.calendarOf(name)).filter(({ subject }) => subject.includes(ref))

describe('what Outlook holds of it', () => {
  test('stands in the convenor’s own calendar, and in those of everybody who is asked to come', async () => {
    const [core] = await meetings('Owen Tremlett')
    expect(core).toMatchObject({ isOrganizer: true, start: { dateTime: '2026-12-21T13:30:00.0000000' } })
    expect(core!.attendees.map(({ type, emailAddress }) => `${emailAddress.name}: ${type}`)).toEqual([
      'Tina Bramwell: required',
      'Ruth Ashdown: optional',
    ])
    for (const name of ['Ruth Ashdown', 'Tina Bramwell', 'Kayleigh Dunmore']) {
      expect((await meetings(name)).map(({ organizer }) => organizer.emailAddress.name)).toEqual(['Owen Tremlett'])
    }
  })

  test('is in nobody’s calendar who is only told of it, or has nothing to do with it', async () => {
    for (const name of ['Stephen Adeyinka', 'Helen Marchbank', 'Nadia Castellane', 'Jason Reddick']) {
      expect(await meetings(name)).toEqual([])
    }
  })

  test('gives nothing away: its subject, place and words (P-01, P-02, P-03)', async () => {
    for (const name of ['Owen Tremlett', 'Ruth Ashdown', 'Tina Bramwell', 'Kayleigh Dunmore']) {
      for (const { subject, location, body } of await meetings(name)) {
        expect(subject).toBe(`Planning meeting – ref ${ref}`)
        expect(location.displayName).toBe('Details sent separately')
        for (const word of [...Object.values(FAMILY), 'LCS-204417', 'PL-30951', 'foster', 'emergency', 'child’s'])
          expect(body.content).not.toContain(word)
        expect(body.content).toContain(ref)
        expect(body.content).toContain('01632 960100')
      }
    }
  })

  test('is private, busy, without files, and shows nobody the others (P-04, P-05)', async () => {
    for (const event of await meetings('Owen Tremlett')) {
      expect(event).toMatchObject({
        sensitivity: 'private',
        showAs: 'busy',
        hasAttachments: false,
        hideAttendees: true,
      })
    }
    for (const name of ['Ruth Ashdown', 'Tina Bramwell']) {
      const [event] = await meetings(name)
      expect(event!.attendees.map(({ emailAddress }) => emailAddress.name)).toEqual([name])
    }
  })

  test('has one Teams meeting, into which the mother’s own invitation leads as well (P-06)', async () => {
    const [hers] = await meetings('Kayleigh Dunmore')
    const [theirs] = await meetings('Tina Bramwell')
    expect(hers!.iCalUId).not.toBe(theirs!.iCalUId)
    expect(hers!.attendees.map(({ emailAddress }) => emailAddress.name)).toEqual(['Kayleigh Dunmore'])
    expect(theirs!.isOnlineMeeting).toBe(true)
    expect(hers!.body.content).toContain(theirs!.onlineMeeting!.joinUrl)
    expect(hers!.body.content).toContain('You can come, join by video or by phone, or tell us your views beforehand.')
  })

  test('is seen by whoever opens Outlook in the practice town', async () => {
    const visitor = await town.visit('Nadia Castellane', { door: 'outlook' })
    await visitor.page.getByRole('button', { name: new RegExp(`${ref}.*Owen, Tina, Ruth`) }).click()
    const event = visitor.page.getByRole('dialog', { name: `Planning meeting – ref ${ref}` })
    const shown = (await event.innerText()).replace(/\s+/g, ' ')
    expect(shown).toContain('Organiser Owen Tremlett')
    expect(shown).toContain('Required Tina Bramwell · No answer yet')
    expect(shown).toContain('Optional Ruth Ashdown · No answer yet')
    expect(shown).toContain('Private · those invited do not see each other')
    expect(shown).toContain('Has a link to join')
    expect(await accessibilityFaults(visitor.page)).toEqual([])
  })

  test('reaches people outside in their own in-boxes', async () => {
    const visitor = await town.visit('Nadia Castellane', { door: 'outlook' })
    await visitor.page.getByRole('tab', { name: 'In-boxes' }).click()
    for (const [name, words] of [
      ['Tina Bramwell', 'A planning meeting is arranged.'],
      ['Kayleigh Dunmore', 'We are holding a planning meeting, and you are invited.'],
    ] as const) {
      await visitor.page.getByRole('link', { name: new RegExp(name) }).click()
      const mail = visitor.page.getByRole('article', { name: `Planning meeting – ref ${ref}` })
      await mail.getByText('Mon 21 Dec 2026 13:30 to 14:30', { exact: true }).waitFor()
      await mail.getByText(words).first().waitFor()
    }
  })
})

describe('how often Graph is asked', () => {
  test('at most three times for eight people on one event, until it is arranged', async () => {
    const officer = await town.visit('Nadia Castellane')
    const before = (await town.graphCalls()).length
    await officer.writes(
      saying(EMERGENCY_FOSTER, {
        'Case reference': 'LCS-204433',
        Mother: null,
        "Mother's part in the meeting": null,
        'Mother may have the address': null,
        'Second foster carer': 'Graham Bramwell, graham.bramwell@postbox.example',
        "Team manager's part in the meeting": 'attend',
        "IRO's part in the meeting": 'attend',
        'Virtual school head': 'Catherine Yarlett, catherine.yarlett@merrowdale.example',
        "Virtual school head's part in the meeting": 'attend',
        'Personal adviser': 'Leila Haddad, leila.haddad@merrowdale.example',
        "Personal adviser's part in the meeting": 'attend',
      }),
    )
    await officer.newestCard.filter({ hasText: 'LCS-204433' }).filter({ hasText: 'When?' }).waitFor()
    await officer.presses('Schedule')
    const card = await officer.readsOnCard(/Arranged for .* · 0 of 8 have answered/)
    const [event] = (await town.calendarOf('Owen Tremlett')).filter(({ subject }) =>
      subject.includes(/PPM-\w{4}/.exec(card)![0]),
    )
    // The organiser is the eighth.
    expect(event!.attendees).toHaveLength(7)
    const calls = (await town.graphCalls()).slice(before).map(({ method, path }) => `${method} ${path}`)
    const arranging = calls.slice(0, calls.findIndex((call) => call.endsWith('/events')) + 1)
    process.stdout.write(`Graph, from the paste to a meeting of eight:\n  ${arranging.join('\n  ')}\n`)
    expect(arranging.length).toBeLessThanOrEqual(3)
    // What follows gives the app to those who are written to in Teams, and asks nothing more of anybody's calendar.
    expect(calls.slice(arranging.length).filter((call) => !call.endsWith('/teamwork/installedApps'))).toEqual([])
  })
})
