/** A room is booked by inviting it. One that turns the invitation down is noticed, and there is a way out. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { moveMeeting } from '../../bot/meetings/arrange-meeting.ts'
import { lookAtOutlook } from '../../bot/meetings/look-at-outlook.ts'
import { settleConcern } from '../../bot/meetings/settle-concern.ts'
import { concernSentences, type ConcernChoice } from '../../shared/meeting/outlook-concerns.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { addMinutes, instant } from '../../shared/dates/time.ts'
import { arrangedOn } from '../support/arranging.ts'
import { STAFF, useDesk, type Desk } from '../support/practice-desk.ts'

const WILLOW = 'room.willow@brackenshire.example'
const TAKEN = instant('2026-12-23T14:00:00Z')
const current = useDesk({ now: '2026-12-18T16:05:00Z' })
let desk: Desk
let meeting: PlanningMeeting & { state: 'arranged' }

beforeEach(async () => {
  desk = current()
  meeting = await arrangedOn(desk)
  desk.calendar.busy.set(WILLOW, [{ start: TAKEN, end: addMinutes(TAKEN, 90) }])
  desk.calendar.byHand.addRoom(core().eventId, WILLOW)
  await looks()
})

const now = async () => (await desk.store.meeting(meeting.id))! as typeof meeting
const core = () => [...desk.calendar.events.values()].find(({ invitation }) => invitation.key === 'core')!
const looks = async () => {
  await lookAtOutlook(meeting.id, 1, desk.ports)
  await desk.work()
}
const concerns = async () => (await now()).concerns ?? []
const movesTo = async (start: typeof TAKEN) => {
  const { version } = await now()
  await moveMeeting({ meetingId: meeting.id, version, start, reason: 'Asked for' }, STAFF.socialWorker, desk.ports)
  await desk.work()
  await looks()
  desk.calendar.mails.length = 0
  desk.calendar.calls = []
}
const decides = async (choice: ConcernChoice) => {
  const { version } = await now()
  const decision = { meetingId: meeting.id, version, kind: 'roomDeclined', event: 'core' as const, who: WILLOW, choice }
  const settled = await settleConcern(decision, STAFF.socialWorker, desk.ports)
  await desk.work()
  return settled
}
const hasRoom = () => core().attendees.some(({ email }) => email === WILLOW)
const changes = () => desk.calendar.calls.filter((call) => call === 'change')

test('a room that takes it is nobody’s concern, and goes along when the meeting moves', async () => {
  expect(await concerns()).toEqual([])
  await movesTo(instant('2026-12-23T10:00:00Z'))
  expect(hasRoom()).toBe(true)
  expect(await concerns()).toEqual([])
})

describe('a room that has something else at the new time', () => {
  beforeEach(() => movesTo(TAKEN))

  test('is said once, with what can be done about it; nothing changes by itself', async () => {
    await looks()
    await looks()
    const [concern] = await concerns()
    expect(await concerns()).toHaveLength(1)
    expect(concern).toMatchObject({ kind: 'roomDeclined', who: WILLOW })
    expect(concernSentences(concern!)).toMatch(/has no room\. Book another .* or meet by video/)
    expect(hasRoom()).toBe(true)
    expect(changes()).toEqual([])
  })

  test('is no concern any more where it takes it after all, or somebody takes it off in Outlook', async () => {
    core().answers.set(WILLOW, { choice: 'coming', at: desk.clock.now() })
    await looks()
    expect(await concerns()).toEqual([])
  })

  test('by video: place and room go as one change, and everybody hears where it is', async () => {
    expect((await decides('meetByVideo')).ok).toBe(true)
    expect((await now()).plan.venue.kind).toBe('online')
    expect(core().location).toBe('Online')
    expect(hasRoom()).toBe(false)
    const onCore = desk.calendar.calls.filter((call) => call === 'change').length
    expect(onCore).toBe(2)
    expect(desk.calendar.mails.filter(({ to }) => to === STAFF.supervising.email).map(({ kind }) => kind)).toEqual([
      'update',
    ])
    expect(await concerns()).toEqual([])
    await looks()
    expect(await concerns()).toEqual([])
  })

  test('taken off: nobody but the room hears of it, and it is over', async () => {
    expect((await decides('takeRoomOff')).ok).toBe(true)
    expect(hasRoom()).toBe(false)
    expect(desk.calendar.mails.map(({ to, kind }) => `${kind} to ${to}`)).toEqual([`cancellation to ${WILLOW}`])
    await looks()
    expect(await concerns()).toEqual([])
  })
})
