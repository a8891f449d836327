/** Somebody who is invited would rather meet at another time: a person sees what that would do, and decides once. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { lookAtOutlook } from '../../bot/meetings/look-at-outlook.ts'
import { settleConcern } from '../../bot/meetings/settle-concern.ts'
import { concernSentences, eventOf, whoOf, type ConcernChoice } from '../../shared/meeting/outlook-concerns.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { addMinutes, instant } from '../../shared/dates/time.ts'
import { arrangedOn } from '../support/arranging.ts'
import type { FakeEvent } from '../support/fake-calendar.ts'
import { STAFF, useDesk, type Desk } from '../support/practice-desk.ts'

const current = useDesk({ now: '2026-12-18T16:05:00Z' })
let desk: Desk
let meeting: PlanningMeeting & { state: 'arranged' }
beforeEach(async () => {
  desk = current()
  meeting = await arrangedOn(desk)
})

const now = async () => (await desk.store.meeting(meeting.id))!
const concerns = async () => (await now()).concerns ?? []
const eventOfKey = (key: string): FakeEvent =>
  [...desk.calendar.events.values()].find(({ invitation }) => invitation.key === key)!
const looks = async () => {
  await lookAtOutlook(meeting.id, 1, desk.ports)
  await desk.work()
}
const decides = async (choice: ConcernChoice, reason?: string) => {
  const { version, concerns: [concern] = [] } = await now()
  const about = { kind: concern!.kind, event: eventOf(concern!), who: whoOf(concern!) }
  const settled = await settleConcern(
    { meetingId: meeting.id, version, ...about, choice, ...(reason && { reason }) },
    STAFF.socialWorker,
    desk.ports,
  )
  await desk.work()
  return settled
}
/** In time, before Christmas, and after the last day. */
const WEDNESDAY = instant('2026-12-23T14:00:00Z')
const TOO_LATE = instant('2027-01-06T10:00:00Z')
const SUPERVISING = STAFF.supervising.email
const proposes = async (start = WEDNESDAY, who = SUPERVISING) => {
  const key = meeting.plan.attendees.find(({ email }) => email?.toLowerCase() === who.toLowerCase())!.event!
  desk.calendar.byHand.propose(eventOfKey(key).eventId, who, start)
  await looks()
}

describe('a proposal', () => {
  test('is shown once, with what it would do to the last day, the minimum and the diaries (R-025, R-064)', async () => {
    desk.calendar.busy.set(STAFF.socialWorker.email, [{ start: WEDNESDAY, end: addMinutes(WEDNESDAY, 30) }])
    await proposes()
    await looks()
    const [concern, ...more] = await concerns()
    expect(more).toEqual([])
    expect(concern).toMatchObject({
      kind: 'timeProposed',
      person: 'supervisingSocialWorker:1',
      at: { start: WEDNESDAY },
      inTime: true,
      effect: { busy: ['childsSocialWorker:1'], minimumHolds: false },
    })
    expect(concernSentences(concern!)).toContain("Something else then: the child's social worker.")
    expect(desk.calendar.calls.filter((call) => call === 'getSchedule').length).toBeLessThan(6)
  })

  test('changes nothing by itself, and shows that they cannot come at our time', async () => {
    const mails = desk.calendar.mails.length
    await proposes()
    expect(await now()).toMatchObject({ state: 'arranged', slot: meeting.slot })
    expect((await now()).answers['supervisingSocialWorker:1']?.choice).toBe('cannot')
    expect(desk.calendar.mails).toHaveLength(mails)
  })

  test('is taken in one tap: every event goes there in one change, and the meeting says whose time it is', async () => {
    await proposes()
    const before = desk.calendar.calls.length
    expect((await decides('takeTime')).ok).toBe(true)
    expect(await now()).toMatchObject({ state: 'arranged', slot: { start: WEDNESDAY } })
    expect((await now()).moves).toMatchObject([{ reason: 'Proposed by the supervising social worker' }])
    expect(desk.calendar.calls.slice(before).filter((call) => call === 'change')).toHaveLength(2)
    expect(await concerns()).toEqual([])
    await looks()
    expect(await concerns()).toEqual([])
  })

  test('keeps our length of the meeting, and is held for its people like any other time', async () => {
    await proposes()
    await decides('takeTime')
    const { slot } = (await now()) as typeof meeting
    expect(slot.end).toBe(addMinutes(WEDNESDAY, meeting.plan.durationMinutes))
    expect((await desk.store.held([SUPERVISING], slot)).get(SUPERVISING)).toEqual([slot])
  })

  test('is declined, and not asked about again however often it is looked at', async () => {
    await proposes()
    expect((await decides('keepOurs')).ok).toBe(true)
    await looks()
    await looks()
    expect(await concerns()).toEqual([])
    expect(await now()).toMatchObject({ slot: meeting.slot })
  })

  test('made anew after it was declined is asked about again', async () => {
    await proposes()
    await decides('keepOurs')
    desk.clock.set(addMinutes(desk.clock.now(), 10))
    await proposes()
    expect(await concerns()).toMatchObject([{ kind: 'timeProposed' }])
  })

  test('after the last day is taken only with a reason (R-025, R-033)', async () => {
    await proposes(TOO_LATE)
    expect(await concerns()).toMatchObject([{ inTime: false }])
    expect(await decides('takeTime')).toMatchObject({ ok: false, refusal: { reason: 'reasonMissing' } })
    expect((await decides('takeTime', 'The carer is in hospital')).ok).toBe(true)
    expect(await now()).toMatchObject({ slot: { start: TOO_LATE }, lateReason: 'The carer is in hospital' })
  })

  test('of a time that another planning meeting has taken for its people is refused', async () => {
    await proposes()
    const other = { ...meeting, id: 'other' as typeof meeting.id, ref: 'PPM-OTHR' as typeof meeting.ref, version: 0 }
    await desk.store.save({
      meetings: [{ ...other, events: [] }],
      holds: [
        {
          meetingId: other.id,
          emails: [SUPERVISING],
          slots: [{ start: WEDNESDAY, end: addMinutes(WEDNESDAY, 60) }],
        },
      ],
    })
    expect(await decides('takeTime')).toMatchObject({ ok: false, refusal: { reason: 'timeTaken' } })
  })

  test('that is taken back is no question any more', async () => {
    await proposes()
    desk.calendar.byHand.respond(eventOfKey('core').eventId, SUPERVISING, 'coming')
    await looks()
    expect(await concerns()).toEqual([])
  })

  test('of a parent comes from their own invitation, and moves everybody (P-06)', async () => {
    const mother = meeting.plan.attendees.find(({ role }) => role === 'mother')!
    await proposes(WEDNESDAY, mother.email!)
    expect(await concerns()).toMatchObject([{ kind: 'timeProposed', person: 'mother:1' }])
    await decides('takeTime')
    expect([...desk.calendar.events.values()].map(({ slot }) => slot.start)).toEqual([WEDNESDAY, WEDNESDAY])
  })

  test('of each person stands beside the others', async () => {
    await proposes()
    await proposes(addMinutes(WEDNESDAY, 60), meeting.plan.attendees.find(({ role }) => role === 'mother')!.email!)
    expect((await concerns()).map(whoOf)).toEqual(['supervisingSocialWorker:1', 'mother:1'])
    await decides('keepOurs')
    expect((await concerns()).map(whoOf)).toEqual(['mother:1'])
  })
})

test('while Outlook cannot be asked for diaries, a proposal is shown all the same', async () => {
  desk.calendar.byHand.propose(eventOfKey('core').eventId, SUPERVISING, WEDNESDAY)
  desk.calendar.faults.push({ on: 'getSchedule', is: 'busy' })
  await looks()
  const [concern] = await concerns()
  expect(concern).toMatchObject({ kind: 'timeProposed', effect: null })
  expect(concernSentences(concern!)).toContain('could not be asked who is free')
})
