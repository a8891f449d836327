/** Being told of what people do in Outlook, and looking all the same when nobody tells. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { cancelMeeting } from '../../bot/meetings/arrange-meeting.ts'
import { keepWatch, takeNotices } from '../../bot/meetings/watch-outlook.ts'
import type { PlanningMeeting } from '../../shared/planning-meeting.ts'
import { addMinutes, instant } from '../../shared/time.ts'
import { arrangeOn } from '../support/arranging.ts'
import { STAFF, useDesk, type Desk } from '../support/practice-desk.ts'

const current = useDesk({ now: '2026-12-18T16:05:00Z' })
const WEDNESDAY = { start: instant('2026-12-23T14:00:00Z'), end: instant('2026-12-23T15:00:00Z') }
let desk: Desk
let meeting: PlanningMeeting
beforeEach(async () => {
  desk = current()
  meeting = await arrangeOn(desk)
  await desk.at('2026-12-18T16:15:00Z')
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

test('over Christmas and New Year the watch is kept, though nobody is at work', async () => {
  await desk.at('2026-12-20T12:00:00Z')
  desk.watch.mailboxes = []
  await desk.at('2026-12-21T00:00:00Z')
  expect(desk.watch.mailboxes).toEqual([STAFF.socialWorker.email])
  expect(desk.planned.map(({ key }) => key)).toEqual(expect.arrayContaining(['watch', 'compare']))
})
