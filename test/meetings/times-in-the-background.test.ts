/** Times are worked out while people look at a meeting: a press is refused only where what they saw has changed. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { chooseMeetingTime } from '../../bot/meetings/arrange-meeting.ts'
import { changeVenue } from '../../bot/meetings/edit-meeting.ts'
import { registerConfirmation } from '../../bot/meetings/register-confirmation.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { instant } from '../../shared/dates/time.ts'
import { aConfirmation } from '../support/builders.ts'
import { STAFF, useDesk, type Desk } from '../support/practice-desk.ts'

const current = useDesk({ now: '2026-10-26T09:30:00Z' })
let desk: Desk
let seen: PlanningMeeting
beforeEach(async () => {
  desk = current()
  const done = await registerConfirmation(aConfirmation(), STAFF.officer, 'api', desk.ports)
  if (!done.ok) throw new Error(done.refusal.reason)
  seen = done.value.meetings[0]!
})

const now = async () => (await desk.store.meeting(seen.id))!
const START = instant('2026-10-29T14:00:00Z')
const press = () =>
  chooseMeetingTime({ meetingId: seen.id, version: seen.version, start: START }, STAFF.socialWorker, desk.ports)

describe('a meeting that was seen without times', () => {
  test('has some to offer a little later, and is the same meeting', async () => {
    expect(seen.offered).toEqual([])
    await desk.work()
    expect((await now()).offered).toHaveLength(3)
    expect((await now()).version).toBe(seen.version)
  })

  test('can be given a time at once, whatever was worked out meanwhile', async () => {
    await desk.work()
    expect(await press()).toMatchObject({ ok: true })
    await desk.work()
    expect(await now()).toMatchObject({ state: 'arranged', slot: { start: START } })
  })

  test('can be given a time while it is being worked out: nothing is offered any more then', async () => {
    const { calendar } = desk
    const diaries = calendar.diaries.bind(calendar)
    calendar.diaries = async (...asked) => {
      calendar.diaries = diaries
      const read = await diaries(...asked)
      expect((await press()).ok).toBe(true)
      return read
    }
    await desk.work()
    expect(await now()).toMatchObject({ state: 'arranged', slot: { start: START }, offered: [] })
  })

  test('is not obeyed once somebody has changed where it is held', async () => {
    await desk.work()
    const wanted = { meetingId: seen.id, version: seen.version, reason: 'Too small', venue: 'online' as const }
    expect((await changeVenue(wanted, STAFF.officer, desk.ports)).ok).toBe(true)
    expect(await press()).toMatchObject({ ok: false, refusal: { reason: 'stale' } })
  })
})
