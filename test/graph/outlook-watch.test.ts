/** Being told of changes: one subscription for each mailbox, long enough for any holiday, on a real client and a clock that is moved. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { outlookWatch } from '../../bot/graph/outlook-watch.ts'
import type { InboxWatch } from '../../bot/mailbox/ports.ts'
import { CalendarRefused, type OutlookWatch } from '../../bot/meetings/ports.ts'
import { addMinutes, instant, minutesBetween, readInstant, type Instant } from '../../shared/dates/time.ts'
import { FakePeople } from '../support/fakes.ts'
import { aLocalOutlook, type LocalOutlook } from '../support/local-outlook.ts'
import { OWEN, PLANNING, RUTH } from '../support/local-workplace.ts'

/** Maundy Thursday, nine in the morning; Easter Monday is 29 March. */
const THURSDAY = instant('2027-03-25T09:00:00Z')
const TUESDAY_MORNING = instant('2027-03-30T08:00:00Z')
const SIX_HOURS = 6 * 60

let app: Server
let outlook: LocalOutlook
let watch: OutlookWatch & InboxWatch
let now: Instant
let chance = 0

beforeAll(async () => {
  app = createServer((request, response) => {
    const token = new URL(request.url ?? '/', 'http://app').searchParams.get('validationToken')
    response.writeHead(200, { 'content-type': 'text/plain' }).end(token ?? '')
  })
  await new Promise<void>((listening) => app.listen(0, '127.0.0.1', () => listening()))
})
afterAll(() => {
  app.closeAllConnections()
  app.close()
})
beforeEach(async () => {
  now = THURSDAY
  chance = 0
  const appUrl = `http://127.0.0.1:${(app.address() as AddressInfo).port}`
  outlook = await aLocalOutlook({ startAt: THURSDAY, appUrl })
  watch = outlookWatch(outlook.graph, {
    notificationUrl: outlook.workplace.publicUrl,
    clientState: 'a secret of the tests',
    clock: { now: () => now },
    people: new FakePeople([]),
    random: () => chance,
  })
})
afterEach(() => outlook.close())

const goTo = (moment: Instant) => {
  now = moment
  outlook.workplace.clock.moveTo(moment)
}
type Standing = { id: string; resource: string; expirationDateTime: string }
const standing = async () => ((await outlook.graph.get(['subscriptions'])) as { value: Standing[] }).value
const leftMins = async () =>
  (await standing()).map(({ expirationDateTime }) => minutesBetween(now, readInstant(expirationDateTime)!))

test('each mailbox has one, however often it is asked for, and none that is not wanted any more', async () => {
  await watch.over([OWEN, PLANNING, OWEN])
  await watch.over([OWEN, PLANNING])
  expect((await standing()).map(({ resource }) => resource).toSorted()).toEqual(
    [`users/${OWEN}/events`, `users/${PLANNING}/events`].toSorted(),
  )
  await watch.over([PLANNING])
  expect(await standing()).toHaveLength(1)
})

test('calendars and the confirmation mailbox are looked after side by side: neither takes away what the other has', async () => {
  await watch.inbox(PLANNING)
  await watch.over([PLANNING])
  await watch.inbox(PLANNING)
  const both = [`users/${PLANNING}/events`, `users/${PLANNING}/mailFolders('inbox')/messages`]
  expect((await standing()).map(({ resource }) => resource).toSorted()).toEqual(both)
  await watch.over([])
  expect((await standing()).map(({ resource }) => resource)).toEqual(both.slice(1))
  await watch.inbox(null)
  expect(await standing()).toEqual([])
})

test('outlasts Easter, though nobody renews it between Thursday evening and Tuesday morning', async () => {
  chance = 0.999
  await watch.over([PLANNING])
  const [first] = await standing()
  // The last look before the app stands still finds it as short as it is ever left.
  for (let at = THURSDAY; at < instant('2027-03-25T18:00:00Z'); at = addMinutes(at, SIX_HOURS)) {
    goTo(at)
    await watch.over([PLANNING])
  }
  goTo(TUESDAY_MORNING)
  expect((await standing()).map(({ id }) => id)).toEqual([first!.id])
})

test('at every look of four weeks more than five days are left, by one subscription that is renewed', async () => {
  await watch.over([PLANNING])
  const [first] = await standing()
  for (let look = 1; look <= 4 * 28; look += 1) {
    chance = (look % 7) / 7
    goTo(addMinutes(THURSDAY, look * SIX_HOURS))
    const [left] = await leftMins()
    expect(left).toBeGreaterThan(5 * 24 * 60)
    await watch.over([PLANNING])
  }
  expect((await standing()).map(({ id }) => id)).toEqual([first!.id])
})

test('those that were begun together do not all end together', async () => {
  await watch.over([PLANNING])
  chance = 0.9
  await watch.over([PLANNING, OWEN])
  const [one, other] = await leftMins()
  expect(Math.abs(one! - other!)).toBeGreaterThan(60)
})

test('that has run out is begun anew', async () => {
  await watch.over([PLANNING])
  goTo(instant('2027-04-20T09:00:00Z'))
  expect(await standing()).toEqual([])
  await watch.over([PLANNING])
  expect(await standing()).toHaveLength(1)
})

test('a mailbox that is closed to us is said, and keeps no other from being watched', async () => {
  await expect(watch.over([RUTH, 'nobody@elsewhere.example', PLANNING])).rejects.toThrow(CalendarRefused)
  expect((await standing()).map(({ resource }) => resource)).toContain(`users/${PLANNING}/events`)
})
