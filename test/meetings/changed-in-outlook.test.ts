/** People do things in Outlook itself. What breaks no rule is taken over; what does is left to a person, who decides once. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { lookAtOutlook } from '../../bot/meetings/look-at-outlook.ts'
import { settleConcern } from '../../bot/meetings/settle-concern.ts'
import type { ConcernChoice, OutlookConcern } from '../../shared/meeting/outlook-concerns.ts'
import type { EventKey } from '../../shared/meeting/plan.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { addMinutes, instant, type Instant } from '../../shared/dates/time.ts'
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
const eventOf = (key: EventKey): FakeEvent =>
  [...desk.calendar.events.values()].find(({ invitation }) => invitation.key === key)!
const concerns = async () => (await now()).concerns ?? []
const looks = async () => {
  await lookAtOutlook(meeting.id, 1, desk.ports)
  await desk.work()
}
const decides = async (concern: Pick<OutlookConcern, 'kind'>, choice: ConcernChoice, more: object = {}) => {
  const { version } = await now()
  const event = 'event' in concern ? (concern.event as EventKey) : null
  const settled = await settleConcern(
    { meetingId: meeting.id, version, kind: concern.kind, event, choice, ...more },
    STAFF.socialWorker,
    desk.ports,
  )
  await desk.work()
  return settled
}
const at = (start: Instant) => ({ start, end: addMinutes(start, 60) })
/** In time, before Christmas. */
const WEDNESDAY = at(instant('2026-12-23T14:00:00Z'))
/** Five working days have gone by. */
const TOO_LATE = at(instant('2027-01-06T10:00:00Z'))
const REMINDED = () => desk.announcer.reminded.map(({ kind, start }) => `${kind} ${start}`)

test('nothing happens where nobody did anything, however often it is looked at', async () => {
  const mails = desk.calendar.mails.length
  await looks()
  await looks()
  expect(await now()).toEqual(meeting)
  expect(desk.calendar.mails).toHaveLength(mails)
})

describe('an answer given in Outlook', () => {
  test('shows on the meeting', async () => {
    desk.calendar.byHand.respond(eventOf('core').eventId, STAFF.supervising.email, 'coming')
    await looks()
    expect((await now()).answers['supervisingSocialWorker:1']).toMatchObject({ choice: 'coming', via: 'outlook' })
  })

  test('does not blur what was said on our card: coming by video is a yes in Outlook', async () => {
    const answers = { 'supervisingSocialWorker:1': { choice: 'byVideo', at: meeting.slot.start, via: 'card' } } as const
    await desk.store.save({ meetings: [{ ...meeting, answers }] })
    desk.calendar.byHand.respond(eventOf('core').eventId, STAFF.supervising.email, 'coming')
    await looks()
    expect((await now()).answers['supervisingSocialWorker:1']?.choice).toBe('byVideo')
  })
})

describe('the invitation is dragged to another time', () => {
  test('within every rule: the meeting goes along, the parents’ invitation follows, reminders speak of the new time', async () => {
    desk.calendar.byHand.move(eventOf('core').eventId, WEDNESDAY)
    await looks()
    const moved = await now()
    expect(moved).toMatchObject({ state: 'arranged', slot: WEDNESDAY })
    expect(moved.moves).toMatchObject([{ from: meeting.slot, reason: 'Moved in Outlook' }])
    expect(eventOf('family:1').slot).toEqual(WEDNESDAY)
    expect(desk.calendar.events.size).toBe(2)
    await desk.at('2026-12-24T12:00:00Z')
    expect(REMINDED().filter((line) => line.startsWith('morning'))).not.toContain(`morning ${meeting.slot.start}`)
    expect(REMINDED()).toContain(`morning ${WEDNESDAY.start}`)
  })

  test('beyond the last day: a person is asked once, and nobody is reminded until it is settled (R-025)', async () => {
    desk.calendar.byHand.move(eventOf('core').eventId, TOO_LATE)
    await looks()
    await looks()
    expect(await concerns()).toMatchObject([{ kind: 'atAnotherTime', event: 'core', at: TOO_LATE, breaks: 'late' }])
    expect((await now()).state).toBe('arranged')
    const before = REMINDED().length
    await desk.at('2026-12-28T12:00:00Z')
    expect(REMINDED()).toHaveLength(before)
  })

  test('and is put back, in one update and for good', async () => {
    desk.calendar.byHand.move(eventOf('core').eventId, TOO_LATE)
    await looks()
    const before = desk.calendar.calls.length
    expect((await decides({ kind: 'atAnotherTime', ...{ event: 'core' } }, 'putBack')).ok).toBe(true)
    expect(eventOf('core').slot).toEqual(meeting.slot)
    expect(await concerns()).toEqual([])
    expect(desk.calendar.calls.slice(before).filter((call) => call === 'change')).toHaveLength(1)
    await looks()
    expect(await now()).toMatchObject({ state: 'arranged', slot: meeting.slot })
  })

  test('and is kept there only with a reason (R-033)', async () => {
    desk.calendar.byHand.move(eventOf('core').eventId, TOO_LATE)
    await looks()
    const concern = { kind: 'atAnotherTime' as const, event: 'core' }
    expect(await decides(concern, 'keepTime')).toMatchObject({ ok: false, refusal: { reason: 'reasonMissing' } })
    expect((await decides(concern, 'keepTime', { reason: 'The carer is in hospital' })).ok).toBe(true)
    expect(await now()).toMatchObject({ state: 'arranged', slot: TOO_LATE, lateReason: 'The carer is in hospital' })
    expect(eventOf('family:1').slot).toEqual(TOO_LATE)
    expect(await concerns()).toEqual([])
  })

  test('to a time that another planning meeting holds for its people: a person is asked', async () => {
    const other = { ...meeting, id: 'other' as typeof meeting.id, ref: 'PPM-OTHR' as typeof meeting.ref, version: 0 }
    await desk.store.save({
      meetings: [{ ...other, events: [] }],
      holds: [{ meetingId: other.id, emails: [STAFF.supervising.email], slots: [WEDNESDAY] }],
    })
    desk.calendar.byHand.move(eventOf('core').eventId, WEDNESDAY)
    await looks()
    expect(await concerns()).toMatchObject([{ kind: 'atAnotherTime', breaks: 'taken' }])
    expect((await now()) as { slot: unknown }).toMatchObject({ slot: meeting.slot })
  })

  test('a parent’s invitation alone: it can only be put back', async () => {
    desk.calendar.byHand.move(eventOf('family:1').eventId, WEDNESDAY)
    await looks()
    expect(await concerns()).toMatchObject([{ kind: 'atAnotherTime', event: 'family:1', at: WEDNESDAY }])
    await decides({ kind: 'atAnotherTime', ...{ event: 'family:1' } }, 'putBack')
    expect(eventOf('family:1').slot).toEqual(meeting.slot)
    expect(await concerns()).toEqual([])
  })

  test('the core back in its place, and a parent’s still away: only that is a concern', async () => {
    desk.calendar.byHand.move(eventOf('core').eventId, TOO_LATE)
    desk.calendar.byHand.move(eventOf('family:1').eventId, WEDNESDAY)
    await looks()
    desk.calendar.byHand.move(eventOf('core').eventId, meeting.slot)
    await looks()
    expect(await concerns()).toMatchObject([{ kind: 'atAnotherTime', event: 'family:1' }])
  })

  test('dragged back before anybody decides, it is no concern any more', async () => {
    desk.calendar.byHand.move(eventOf('core').eventId, TOO_LATE)
    await looks()
    desk.calendar.byHand.move(eventOf('core').eventId, meeting.slot)
    await looks()
    expect(await concerns()).toEqual([])
  })
})

describe('the invitation is deleted', () => {
  test('is a decision: it is never booked again behind anybody’s back, and nobody is reminded', async () => {
    desk.calendar.byHand.delete(eventOf('core').eventId)
    await looks()
    await looks()
    expect(await concerns()).toMatchObject([{ kind: 'eventDeleted', event: 'core' }])
    expect([...desk.calendar.events.values()].map(({ invitation }) => invitation.key)).toEqual(['family:1'])
    const before = REMINDED().length
    await desk.at('2026-12-28T12:00:00Z')
    expect(REMINDED()).toHaveLength(before)
  })

  test('and is sent again when a person says so, under an id of its own', async () => {
    const { transactionId } = eventOf('core')
    desk.calendar.byHand.delete(eventOf('core').eventId)
    await looks()
    await decides({ kind: 'eventDeleted', ...{ event: 'core' } }, 'inviteAgain')
    expect(eventOf('core')).toMatchObject({ slot: meeting.slot })
    expect(eventOf('core').transactionId).not.toBe(transactionId)
    // The parents' own invitation leads to the link of the one that is gone.
    expect(await concerns()).toMatchObject([{ kind: 'joinLinkChanged' }])
    await looks()
    expect(desk.calendar.events.size).toBe(2)
  })

  test('a parent’s, and the others stay as they are', async () => {
    desk.calendar.byHand.delete(eventOf('family:1').eventId)
    await looks()
    expect(await concerns()).toMatchObject([{ kind: 'eventDeleted', event: 'family:1' }])
    await decides({ kind: 'eventDeleted', ...{ event: 'family:1' } }, 'putAside')
    await looks()
    expect(await concerns()).toEqual([])
    expect(desk.calendar.events.size).toBe(1)
  })
})

test('an event that stands under another id is followed, not missed', async () => {
  const eventId = desk.calendar.byHand.renumber(eventOf('core').eventId)
  await looks()
  expect(await concerns()).toEqual([])
  expect((await now()).events.find(({ key }) => key === 'core')).toMatchObject({ state: 'booked', eventId })
})

test('a second entry is left alone until a person says that it goes; ours stays', async () => {
  const ours = eventOf('core').eventId
  desk.calendar.byHand.double(ours)
  await looks()
  await looks()
  expect(await concerns()).toMatchObject([{ kind: 'eventDoubled', event: 'core' }])
  expect(desk.calendar.events.size).toBe(3)
  await decides({ kind: 'eventDoubled', ...{ event: 'core' } }, 'cancelSecond')
  expect(await concerns()).toEqual([])
  expect([...desk.calendar.events.keys()]).toContain(ours)
  expect(desk.calendar.events.size).toBe(2)
  await looks()
  expect(await concerns()).toEqual([])
})

test('whoever was booked elsewhere in the meantime is named, and nothing is moved by itself', async () => {
  desk.calendar.busy.set(STAFF.supervising.email, [
    { start: meeting.slot.start, end: addMinutes(meeting.slot.end, 30) },
  ])
  await lookAtOutlook(meeting.id, 0, desk.ports)
  expect(await concerns()).toMatchObject([{ kind: 'clash', people: ['supervisingSocialWorker:1'] }])
  expect(eventOf('core').slot).toEqual(meeting.slot)
  await decides({ kind: 'clash' }, 'putAside')
  expect(await concerns()).toEqual([])
})

describe('a decision', () => {
  beforeEach(async () => {
    desk.calendar.byHand.delete(eventOf('core').eventId)
    await looks()
  })
  const decision = (over: object) => ({
    meetingId: meeting.id,
    version: meeting.version,
    kind: 'eventDeleted',
    event: 'core' as const,
    choice: 'inviteAgain' as const,
    ...over,
  })

  test('on a card that shows something older is refused, and nothing is sent', async () => {
    expect(await settleConcern(decision({}), STAFF.socialWorker, desk.ports)).toMatchObject({
      ok: false,
      refusal: { reason: 'stale' },
    })
    expect(desk.calendar.events.size).toBe(1)
  })

  test('is for those who arrange the meeting; for a stranger there is nothing there', async () => {
    const { version } = await now()
    expect(await settleConcern(decision({ version }), STAFF.stranger, desk.ports)).toMatchObject({
      ok: false,
      refusal: { reason: 'gone' },
    })
    expect(await settleConcern(decision({ version }), STAFF.reviewing, desk.ports)).toMatchObject({
      ok: false,
      refusal: { reason: 'mayNot' },
    })
  })

  test('pressed twice is carried out once', async () => {
    const { version } = await now()
    const both = [1, 2].map(() => settleConcern(decision({ version }), STAFF.socialWorker, desk.ports))
    expect((await Promise.all(both)).map(({ ok }) => ok).toSorted()).toEqual([false, true])
    await desk.work()
    expect(desk.calendar.events.size).toBe(2)
  })
})
