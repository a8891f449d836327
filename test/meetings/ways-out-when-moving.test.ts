/** A meeting has to move and no time in time suits everybody: the same ways out, and the way back where one fails. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { chooseMeetingTime, saveChanged } from '../../bot/meetings/arrange-meeting.ts'
import { chooseWayOut, meetingsOf } from '../../bot/meetings/choose-way-out.ts'
import { registerConfirmation } from '../../bot/meetings/register-confirmation.ts'
import { showTimes } from '../../bot/meetings/show-meetings.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { atLondon, day, instant, minutesBetween, momentWords, type Interval } from '../../shared/dates/time.ts'
import { takeWay, waysFor } from '../../shared/times/take-way.ts'
import type { Way } from '../../shared/times/ways-out.ts'
import { aConfirmation, thePeople } from '../support/builders.ts'
import { STAFF, useDesk, type Desk } from '../support/practice-desk.ts'

/** To be held before Mon 2 Nov 2026 at ten. */
const current = useDesk({ now: '2026-10-28T16:45:00Z' })
const WORKER = STAFF.socialWorker
const FIRST = { start: instant('2026-10-29T10:00:00Z'), end: instant('2026-10-29T11:00:00Z') }
let desk: Desk
let id: PlanningMeeting['id']
beforeEach(() => {
  desk = current()
})

/** Where the child is placed, while everybody may know where that is; else by video from the start. */
async function arrange(venue: 'placement' | 'online' = 'placement') {
  const clearedForAddress = venue === 'placement'
  const people = thePeople().map((one) => ({ ...one, clearedForAddress }))
  const done = await registerConfirmation(aConfirmation({ people }), STAFF.officer, 'api', desk.ports)
  if (!done.ok) throw new Error(done.refusal.reason)
  id = done.value.meetings[0]!.id
  const wanted = { meetingId: id, version: (await now()).version, start: FIRST.start }
  expect((await chooseMeetingTime(wanted, WORKER, desk.ports)).ok).toBe(true)
  await desk.work()
  expect(await now()).toMatchObject({ state: 'arranged', slot: FIRST })
  desk.calendar.mails.length = 0
}

const now = async () => (await desk.store.meeting(id))!
const span = (date: string, from: string, until: string): Interval => ({
  start: atLondon(day(date), from),
  end: atLondon(day(date), until),
})
/** On Thursday nothing but the meeting; on Friday this is left, and on Monday nothing before the placement starts. */
const workerIsFree = (from: string, until: string) =>
  desk.calendar.busy.set(WORKER.email, [
    span('2026-10-29', '00:00', '10:00'),
    span('2026-10-29', '11:00', '23:59'),
    span('2026-10-30', '00:00', from),
    span('2026-10-30', until, '23:59'),
    span('2026-11-02', '00:00', '10:00'),
  ])
async function ways() {
  const shown = await showTimes(id, WORKER, desk.ports)
  if (!shown.ok || !shown.value) throw new Error('no times')
  return shown.value.ways
}
async function take(way: Way, { reason = 'The carer is in hospital', words = '' } = {}) {
  const { start } = (await ways()).find((one) => one.way === way)!.slot
  const wanted = { meetingId: id, version: (await now()).version, way, start, reason, words }
  return chooseWayOut(wanted, WORKER, desk.ports)
}
const inOutlook = () =>
  [...desk.calendar.events.values()].map(
    ({ slot, location }) => `${momentWords(slot.start)} ${minutesBetween(slot.start, slot.end)} ${location}`,
  )
const asItWas = (place: string) => Array(2).fill(`Thu 29 Oct 2026 10:00 60 ${place}`)
const isTakenMeanwhile = () => desk.calendar.busy.set(STAFF.supervising.email, [span('2026-10-30', '00:00', '23:59')])

describe('where a move finds nothing that fits (E-43)', () => {
  test('a shorter meeting: both invitations go to the new time in one change each, and the reason stays', async () => {
    await arrange('online')
    workerIsFree('13:00', '13:45')
    desk.calendar.calls = []
    expect((await take('shorter')).ok).toBe(true)
    await desk.work()
    expect(inOutlook()).toEqual(Array(2).fill('Fri 30 Oct 2026 13:00 45 Online'))
    expect(desk.calendar.calls.filter((call) => call === 'change')).toHaveLength(2)
    const after = await now()
    expect(after).toMatchObject({ state: 'arranged', wayTaken: { way: 'shorter', minutes: 45 } })
    expect(after.plan.durationMinutes).toBe(45)
    expect(after.moves).toMatchObject([{ from: FIRST, reason: 'The carer is in hospital' }])
  })

  test('by video: the place goes with the time', async () => {
    await arrange()
    workerIsFree('13:00', '14:00')
    expect((await take('video')).ok).toBe(true)
    await desk.work()
    expect(inOutlook()).toEqual(Array(2).fill('Fri 30 Oct 2026 13:00 60 Online'))
  })

  test('only with a reason for the move; out of hours also with consent (R-033)', async () => {
    await arrange()
    workerIsFree('18:00', '19:30')
    expect(await take('outOfHours', { reason: ' ' })).toMatchObject({ refusal: { reason: 'reasonMissing' } })
    expect(await take('outOfHours')).toMatchObject({ refusal: { reason: 'consentMissing' } })
    expect((await take('outOfHours', { words: 'Everybody, by phone' })).ok).toBe(true)
    await desk.work()
    expect(await now()).toMatchObject({ state: 'arranged', wayTaken: { consent: 'Everybody, by phone' } })
  })

  test('in two parts: the professionals move, the family is invited to a part of its own, and nobody to both', async () => {
    await arrange('online')
    const MOTHER = 'petra.v@post.example'
    expect(await now()).toMatchObject({ state: 'arranged' })
    const { meeting, placement } = {
      meeting: await now(),
      placement: (await desk.store.placement((await now()).placementId))!,
    }
    const [first, family] = [span('2026-10-30', '10:00', '11:00'), span('2026-10-30', '14:00', '14:30')]
    const open = { inTime: true, busy: [], optionalBusy: [], unknown: [], minimumHolds: true }
    const way = { way: 'split' as const, slot: { ...first, ...open }, family: { ...family, ...open } }
    const taken = takeWay(meeting, way, undefined, desk.clock.now(), 'The carer is in hospital')
    if (!taken.ok) throw new Error(taken.refusal.reason)
    const [one, other] = await meetingsOf(taken.value, desk.ports)
    await saveChanged(placement, [{ ...one!, slots: [FIRST, first] }, other!], 'wayOutChosen', WORKER, desk.ports)
    await desk.work()
    const invited = [...desk.calendar.events.values()].filter(({ attendees }) =>
      attendees.some(({ email }) => email === MOTHER),
    )
    expect(invited.map(({ slot }) => slot)).toEqual([family])
    expect(await now()).toMatchObject({ state: 'arranged', slot: first, wayTaken: { way: 'split' } })
    expect(waysFor(await now(), [way])).toEqual([])
  })

  test('nothing is offered to be given up where a time suits everybody', async () => {
    await arrange()
    expect(await ways()).toEqual([])
  })
})

describe('where the new time cannot be had after all', () => {
  test('the meeting stays at its time, as long as it was and where it was', async () => {
    await arrange('online')
    workerIsFree('13:00', '13:45')
    expect((await take('shorter')).ok).toBe(true)
    isTakenMeanwhile()
    await desk.work()
    const after = await now()
    expect(after).toMatchObject({ state: 'arranged', slot: FIRST, concerns: [{ kind: 'notMoved' }] })
    expect(after.plan.durationMinutes).toBe(60)
    expect(after.wayTaken).toBeUndefined()
    expect(inOutlook()).toEqual(asItWas('Online'))
    expect(desk.calendar.mails).toEqual([])
  })

  test('the place comes back, too, where one invitation had gone and the other cannot follow', async () => {
    await arrange()
    workerIsFree('13:00', '14:00')
    expect((await take('video')).ok).toBe(true)
    const change = desk.calendar.change.bind(desk.calendar)
    let asked = 0
    desk.calendar.change = async (...given) => {
      asked += 1
      // The second of the two.
      if (asked === 2) desk.calendar.faults.push({ on: 'change', is: 'refused' })
      return change(...given)
    }
    await desk.work()
    expect(await now()).toMatchObject({ state: 'arranged', slot: FIRST, plan: { venue: { kind: 'placement' } } })
    expect(inOutlook()).toEqual(asItWas('Details sent separately'))
  })
})
