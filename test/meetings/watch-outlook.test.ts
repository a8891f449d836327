/** Being told of what people do in Outlook, and looking all the same when nobody tells. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { cancelMeeting } from '../../bot/meetings/arrange-meeting.ts'
import { keepWatch, takeNotices } from '../../bot/meetings/watch-outlook.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { addMinutes, instant, type Instant } from '../../shared/dates/time.ts'
import { arrangeOn } from '../support/arranging.ts'
import { STAFF, useDesk, type Desk } from '../support/practice-desk.ts'

const current = useDesk({ now: '2026-12-18T16:05:00Z' })
const WEDNESDAY = { start: instant('2026-12-23T14:00:00Z'), end: instant('2026-12-23T15:00:00Z') }
let desk: Desk
let meeting: PlanningMeeting
beforeEach(async () => {
  desk = current()
  meeting = await arrangeOn(desk)
  // What the calendar holds when it is first followed has been looked at.
  await desk.at('2026-12-18T16:15:00Z')
  await desk.at('2026-12-18T16:16:00Z')
})

const now = async () => (await desk.store.meeting(meeting.id))!
const core = () => [...desk.calendar.events.values()].find(({ invitation }) => invitation.key === 'core')!
const notice = (eventId = core().eventId) => ({ resource: `Users/1a2b/Events/${eventId}`, lifecycleEvent: null })
const looks = () => desk.planned.filter(({ job }) => job.name === 'lookAtOutlook')

test('the mailboxes that own events of meetings to come are watched, and no other', async () => {
  expect(desk.watch.mailboxes).toEqual([STAFF.socialWorker.email])
  const { version } = await now()
  await cancelMeeting({ meetingId: meeting.id, version, reason: 'The placement ended' }, STAFF.officer, desk.ports)
  await desk.work()
  await keepWatch(desk.ports)
  expect(desk.watch.mailboxes).toEqual([])
})

describe('a notice', () => {
  test('of a change leads to a look within a minute, and what was changed is taken over', async () => {
    desk.calendar.byHand.move(core().eventId, WEDNESDAY)
    await takeNotices([notice()], desk.ports)
    await desk.at(addMinutes(desk.clock.now(), 1))
    expect(await now()).toMatchObject({ state: 'arranged', slot: WEDNESDAY })
  })

  test('that comes three times leads to one look', async () => {
    await takeNotices([notice(), notice()], desk.ports)
    await takeNotices([notice()], desk.ports)
    expect(looks()).toHaveLength(1)
  })

  test('of our own change changes nothing, and asks for nothing', async () => {
    const before = await now()
    await takeNotices([notice()], desk.ports)
    await desk.at(addMinutes(desk.clock.now(), 1))
    expect(await now()).toEqual(before)
    expect(looks()).toEqual([])
  })

  test('of an event that is not ours leads nowhere', async () => {
    await takeNotices([notice('somebody-elses'), { resource: 'nonsense', lifecycleEvent: null }], desk.ports)
    expect(looks()).toEqual([])
  })
})

describe('when notices are lost', () => {
  test('and Graph says so, every meeting to come is looked at', async () => {
    desk.calendar.byHand.move(core().eventId, WEDNESDAY)
    await takeNotices([{ resource: '', lifecycleEvent: 'missed' }], desk.ports)
    await desk.at(addMinutes(desk.clock.now(), 2))
    expect(await now()).toMatchObject({ slot: WEDNESDAY })
  })

  test('and nobody says so, a quarter of an hour finds it', async () => {
    await desk.at('2026-12-18T16:20:00Z')
    desk.calendar.byHand.move(core().eventId, WEDNESDAY)
    await desk.at(addMinutes(desk.clock.now(), 15))
    await desk.at(addMinutes(desk.clock.now(), 1))
    expect(await now()).toMatchObject({ state: 'arranged', slot: WEDNESDAY })
  })

  test('an invitation that was deleted is found as well', async () => {
    await desk.at('2026-12-18T16:20:00Z')
    desk.calendar.byHand.delete(core().eventId)
    await desk.at(addMinutes(desk.clock.now(), 15))
    await desk.at(addMinutes(desk.clock.now(), 1))
    expect((await now()).concerns).toMatchObject([{ kind: 'eventDeleted', event: 'core' }])
  })

  test('and Outlook has forgotten how far we were, everything is looked at', async () => {
    await desk.at('2026-12-18T16:20:00Z')
    desk.calendar.byHand.delete(core().eventId)
    desk.calendar.forgetLinks()
    await desk.at(addMinutes(desk.clock.now(), 15))
    await desk.at(addMinutes(desk.clock.now(), 1))
    expect((await now()).concerns).toMatchObject([{ kind: 'eventDeleted', event: 'core' }])
  })

  test('and nobody says so, the night finds it', async () => {
    desk.calendar.byHand.move(core().eventId, WEDNESDAY)
    await desk.at('2026-12-19T03:00:00Z')
    expect(await now()).toMatchObject({ slot: WEDNESDAY })
  })

  test('and the watch itself was taken away, it is set again at once', async () => {
    desk.watch.mailboxes = []
    await takeNotices([{ resource: '', lifecycleEvent: 'subscriptionRemoved' }], desk.ports)
    await desk.at(addMinutes(desk.clock.now(), 2))
    expect(desk.watch.mailboxes).toEqual([STAFF.socialWorker.email])
  })
})

describe('asking every quarter of an hour what has changed', () => {
  const rounds = async (count: number) => {
    for (let round = 0; round < count; round += 1) await desk.at(addMinutes(desk.clock.now(), 15))
  }

  test('is one call for each mailbox where nothing has, and leads to no look', async () => {
    await rounds(2)
    desk.calendar.calls = []
    await rounds(8)
    expect(desk.calendar.calls).toEqual(Array.from({ length: 8 }, () => 'changes'))
  })

  test('leads to one look at what an attendee answered, however often it is shown', async () => {
    await rounds(2)
    desk.calendar.byHand.respond(core().eventId, STAFF.supervising.email, 'coming')
    desk.calendar.calls = []
    await rounds(4)
    expect((await now()).answers['supervisingSocialWorker:1']).toMatchObject({ choice: 'coming', via: 'outlook' })
    expect(desk.calendar.calls.filter((call) => call === 'find')).toHaveLength(1)
  })

  test('goes on with one window for a week, and then with one that begins later', async () => {
    await rounds(1)
    const { within } = (await desk.store.followedCalendar(STAFF.socialWorker.email))!
    const later = { start: instant('2027-01-20T10:00:00Z'), end: instant('2027-01-20T11:00:00Z') }
    desk.calendar.byHand.move(core().eventId, later)
    await desk.at('2026-12-22T09:00:00Z')
    expect((await desk.store.followedCalendar(STAFF.socialWorker.email))?.within).toEqual(within)
    await desk.at('2026-12-27T09:00:00Z')
    const rolled = (await desk.store.followedCalendar(STAFF.socialWorker.email))!.within
    expect(rolled.start > within.start).toBe(true)
  })

  test('reaches beyond the last meeting, also one that is arranged later', async () => {
    await rounds(1)
    const { within } = (await desk.store.followedCalendar(STAFF.socialWorker.email))!
    expect(within.end > addMinutes((meeting as { slot: { end: Instant } }).slot.end, 7 * 24 * 60)).toBe(true)
    const far = { start: instant('2027-06-20T10:00:00Z'), end: instant('2027-06-20T11:00:00Z') }
    await desk.store.save({ meetings: [{ ...(await now()), slot: far } as PlanningMeeting] })
    await rounds(1)
    expect((await desk.store.followedCalendar(STAFF.socialWorker.email))!.within.end > far.end).toBe(true)
  })

  test('goes on by itself where Outlook cannot be asked, and loses nothing of what happened meanwhile', async () => {
    await rounds(1)
    desk.calendar.reachable = false
    desk.calendar.byHand.move(core().eventId, WEDNESDAY)
    await rounds(3)
    expect(desk.failures).toEqual([])
    desk.calendar.reachable = true
    await rounds(1)
    await desk.at(addMinutes(desk.clock.now(), 1))
    expect(await now()).toMatchObject({ slot: WEDNESDAY })
  })

  test('finds what was booked without anybody knowing, and has it taken back', async () => {
    const { version } = await now()
    const stray = core().invitation
    await cancelMeeting({ meetingId: meeting.id, version, reason: 'The placement ended' }, STAFF.officer, desk.ports)
    await desk.work()
    // Another meeting keeps the mailbox in sight.
    const events = meeting.events.map((event) => ({ ...event, eventId: 'other', transactionId: `other ${event.key}` }))
    await desk.store.save({ meetings: [{ ...meeting, events, id: 'other', ref: 'PPM-OTHR', version: 0 } as never] })
    await rounds(1)
    desk.calendar.forget()
    await desk.calendar.book(stray)
    await rounds(1)
    await desk.at(addMinutes(desk.clock.now(), 2))
    expect([...desk.calendar.events.values()].filter(({ marker }) => marker === stray.marker)).toEqual([])
  })
})

test('over Christmas and New Year the watch is kept, though nobody is at work', async () => {
  await desk.at('2026-12-20T12:00:00Z')
  desk.watch.mailboxes = []
  await desk.at('2026-12-21T00:00:00Z')
  expect(desk.watch.mailboxes).toEqual([STAFF.socialWorker.email])
  expect(desk.planned.map(({ key }) => key)).toEqual(expect.arrayContaining(['watch', 'compare']))
})
