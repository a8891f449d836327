/** Somebody drags, answers and deletes in Outlook itself: Graph tells the app, and the app tells whoever has to decide. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { EMERGENCY_FOSTER } from '../support/town-confirmations.ts'
import { Town, type Visitor } from '../support/town-window.ts'

const CONVENOR = 'Owen Tremlett'
const LATE = { start: '2027-01-06T10:00:00+00:00', end: '2027-01-06T11:00:00+00:00' }

let town: Town
let owen: Visitor
let ref: string

beforeAll(async () => {
  town = await Town.open({ clock: '2026-12-18T16:05:00+00:00' })
  const nadia = await town.visit('Nadia Castellane')
  await nadia.writes(EMERGENCY_FOSTER)
  await nadia.readsOnCard('When?')
  await nadia.presses('Schedule')
  ref = /PPM-\w{4}/.exec(await nadia.readsOnCard(/Arranged for Mon 21 Dec 2026, 13:30/))![0]
  await town.app.at('2026-12-18T16:10:00+00:00')
  owen = await town.visit(CONVENOR)
})
afterAll(() => town.close())

/** The one with the Teams meeting; the mother's own stands beside it in the same calendar. */
const coreIn = async (name: string) =>
  (await town.calendarOf(name)).find(({ subject, isOnlineMeeting }) => subject.includes(ref) && isOnlineMeeting)!
const core = () => coreIn(CONVENOR)
const inOutlook = async (name: string, deed: string, body: object = {}) => {
  const event = await coreIn(name)
  const { status } = await town.app.post(`/local/outlook/${town.emailOf(name)}/events/${event.id}/${deed}`, body)
  expect(status).toBeLessThan(300)
}

describe('an invitation is dragged beyond the last day', () => {
  test('within ten minutes the convenor reads on a card what that breaks', async () => {
    await inOutlook(CONVENOR, 'move', LATE)
    await town.app.at('2026-12-18T16:15:00+00:00')
    const words = await owen.readsOnCard('was moved in Outlook to Wed 6 Jan 2027, 10:00 to 11:00')
    expect(words).toContain('and that is after the last day to hold it')
    expect(words).toContain(ref)
  })

  test('and with one press it stands where it was, for everybody', async () => {
    await owen.presses('Put it back')
    await owen.readsOnCard(/^(?![^]*was moved in Outlook)[^]*Arranged for Mon 21 Dec 2026, 13:30 to 14:30/)
    expect((await core()).start.dateTime).toBe('2026-12-21T13:30:00.0000000')
  })
})

test('what somebody answers in their own Outlook is on the card a minute later', async () => {
  await inOutlook('Ruth Ashdown', 'accept')
  await town.app.at('2026-12-18T16:25:00+00:00')
  await owen.readsOnCard(/1 of \d have answered[^]*Coming: supervising social worker/)
})

test('a deleted invitation is not sent again by itself, but with one press', async () => {
  await inOutlook(CONVENOR, 'delete')
  await town.app.at('2026-12-18T16:35:00+00:00')
  await owen.readsOnCard('was deleted in Outlook')
  expect(await core()).toBeUndefined()
  await owen.presses('Invite again')
  await owen.readsOnCard(/^(?![^]*was deleted in Outlook)/)
  await town.app.at('2026-12-18T16:40:00+00:00')
  expect((await core()).start.dateTime).toBe('2026-12-21T13:30:00.0000000')
})
