/** Guests wait in the lobby and nothing is recorded by itself: set in the background, and nothing waits for it. */
import { beforeEach, expect, test } from '@jest/globals'
import { guardVideo } from '../../bot/meetings/guard-video.ts'
import { lookAtOutlook } from '../../bot/meetings/look-at-outlook.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { addMinutes } from '../../shared/dates/time.ts'
import { arrangeOn } from '../support/arranging.ts'
import { STAFF, useDesk, type Desk } from '../support/practice-desk.ts'

const current = useDesk({ now: '2026-12-18T16:05:00Z' })
let desk: Desk
let meeting: PlanningMeeting
beforeEach(async () => {
  desk = current()
  meeting = await arrangeOn(desk)
  await desk.work()
})

const core = () => [...desk.calendar.events.values()].find(({ invitation }) => invitation.key === 'core')!

test('once a meeting is arranged: for its link, with whoever convenes and chairs to let people in (P-10, P-11)', () => {
  expect(desk.video.guarded).toEqual([
    { organiser: STAFF.socialWorker.email, joinUrl: core().joinUrl, hosts: [STAFF.socialWorker.email] },
  ])
})

test('again for another link, which leads to another meeting in Teams', async () => {
  core().joinUrl = 'https://teams.example/join/another'
  await lookAtOutlook(meeting.id, 1, desk.ports)
  await desk.work()
  expect(desk.video.guarded.map(({ joinUrl }) => joinUrl)).toEqual([
    expect.any(String),
    'https://teams.example/join/another',
  ])
})

test('where it may not be set, it is tried again, named for the administrator, and harms nothing', async () => {
  desk.video.answer = 'notAllowed'
  const before = await desk.store.meeting(meeting.id)
  expect(await guardVideo(meeting.id, 0, desk.ports)).toContain('application access policy')
  expect(await desk.store.meeting(meeting.id)).toEqual(before)
  const tried = desk.video.guarded.length
  await desk.at(addMinutes(desk.clock.now(), 29))
  expect(desk.video.guarded).toHaveLength(tried)
  desk.video.answer = 'guarded'
  await desk.at(addMinutes(desk.clock.now(), 2))
  expect(desk.video.guarded).toHaveLength(tried + 1)
  await desk.at(addMinutes(desk.clock.now(), 24 * 60))
  expect(desk.video.guarded).toHaveLength(tried + 1)
})

test('is given up once the meeting is over', async () => {
  desk.video.answer = 'notAllowed'
  await guardVideo(meeting.id, 0, desk.ports)
  await desk.at('2026-12-28T12:00:00Z')
  expect(desk.planned.filter(({ job }) => job.name === 'guardVideo')).toEqual([])
})
