/**
 * An attendee passes the invitation on in Outlook. Whoever comes onto it so is never taken off behind anybody's back and
 * never kept in silence: a person decides, once.
 */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { cancelMeeting, moveMeeting } from '../../bot/meetings/arrange-meeting.ts'
import { changePeople, type PeopleWish } from '../../bot/meetings/edit-meeting.ts'
import { lookAtOutlook } from '../../bot/meetings/look-at-outlook.ts'
import { settleConcern } from '../../bot/meetings/settle-concern.ts'
import { concernSentences, type ConcernChoice } from '../../shared/meeting/outlook-concerns.ts'
import { meetingView } from '../../shared/meeting/meeting-view.ts'
import { NO_MINUTES } from '../../shared/record/minutes.ts'
import type { EventKey } from '../../shared/meeting/plan.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { addMinutes, instant } from '../../shared/dates/time.ts'
import { arrangedOn } from '../support/arranging.ts'
import { STAFF, useDesk, type Desk } from '../support/practice-desk.ts'

const COLLEAGUE = 'helen.marsh@brackenshire.example'
const SISTER = 'sister.of.petra@post.example'
const current = useDesk({ now: '2026-12-18T16:05:00Z' })
let desk: Desk
let meeting: PlanningMeeting & { state: 'arranged' }

beforeEach(async () => {
  desk = current()
  meeting = await arrangedOn(desk)
  desk.calendar.mails.length = 0
  desk.calendar.calls = []
})

const now = async () => (await desk.store.meeting(meeting.id))! as typeof meeting
const eventOf = (key: EventKey) => [...desk.calendar.events.values()].find(({ invitation }) => invitation.key === key)!
const on = (key: EventKey) => eventOf(key).attendees.map(({ email }) => email)
const forwards = async (to: string, key: EventKey = 'core') => {
  desk.calendar.byHand.forward(eventOf(key).eventId, to)
  await looks()
  desk.calendar.mails.length = 0
  desk.calendar.calls = []
}
const looks = async () => {
  await lookAtOutlook(meeting.id, 1, desk.ports)
  await desk.work()
}
const decides = async (
  who: string,
  choice: ConcernChoice,
  { event = 'core', reason = '' }: { event?: EventKey; reason?: string } = {},
) => {
  const { version } = await now()
  const decision = { meetingId: meeting.id, version, kind: 'joinedByForward', event, who, choice, reason }
  const settled = await settleConcern(decision, STAFF.socialWorker, desk.ports)
  await desk.work()
  return settled
}
const edits = async (wish: PeopleWish) => {
  const { version } = await now()
  const wanted = { meetingId: meeting.id, version, reason: 'Asked for', wish }
  const done = await changePeople(wanted, STAFF.socialWorker, desk.ports)
  await desk.at(addMinutes(desk.clock.now(), 3))
  return done
}
const concerns = async () => (await now()).concerns ?? []
const mails = () => desk.calendar.mails.map(({ to, kind }) => `${kind} to ${to}`)

describe('somebody whom nobody here invited is on the invitation', () => {
  test('and the convenor is asked once, however often it is looked at; Outlook stays as it is', async () => {
    await forwards(COLLEAGUE)
    await looks()
    await looks()
    expect(await concerns()).toMatchObject([{ kind: 'joinedByForward', event: 'core', who: COLLEAGUE, bar: null }])
    expect(on('core')).toContain(COLLEAGUE)
    expect(desk.calendar.calls.filter((call) => call === 'change')).toEqual([])
    expect(mails()).toEqual([])
  })

  test('each of several is asked about for themselves, also on a parent’s own invitation (P-06)', async () => {
    await forwards(COLLEAGUE)
    await forwards(SISTER, 'family:1')
    const found = (await concerns()).map((one) => 'who' in one && `${one.event} ${one.who}`)
    expect(found).toEqual([`core ${COLLEAGUE}`, `family:1 ${SISTER}`])
  })

  test('what they see is said: no address, and the place only where somebody wrote it there by hand (P-03)', async () => {
    await forwards(COLLEAGUE)
    const [calm] = await concerns()
    expect(concernSentences(calm!)).toMatch(/They see the day, the time and the reference, .*the address is not on it/)
    eventOf('core').location = '14 Tannery Row, Aldermere'
    await looks()
    const [worse] = await concerns()
    expect(concernSentences(worse!)).toMatch(
      /the place as somebody wrote it there.*look whether that gives an address away/,
    )
    expect(concernSentences(worse!)).not.toContain('Tannery')
  })

  test('who left again by themselves is no concern any more', async () => {
    await forwards(COLLEAGUE)
    const event = eventOf('core')
    event.attendees = event.attendees.filter(({ email }) => email !== COLLEAGUE)
    await looks()
    expect(await concerns()).toEqual([])
  })

  test('a room that somebody added is nobody’s guest', async () => {
    eventOf('core').attendees.push({ email: 'room.willow@brackenshire.example', name: 'Willow Room', type: 'resource' })
    await looks()
    expect(await concerns()).toEqual([])
  })
})

describe('taken off', () => {
  test('they alone are told, in one change, and it is over (P-07)', async () => {
    await forwards(COLLEAGUE)
    const before = on('core').filter((email) => email !== COLLEAGUE)
    expect((await decides(COLLEAGUE, 'takeOff')).ok).toBe(true)
    expect(on('core').toSorted()).toEqual(before.toSorted())
    expect(mails()).toEqual([`cancellation to ${COLLEAGUE}`])
    expect(desk.calendar.calls.filter((call) => call === 'change')).toHaveLength(1)
    await looks()
    expect(await concerns()).toEqual([])
    expect(mails()).toHaveLength(1)
  })

  test('also where the answer of Outlook is lost on the way: once, and for good', async () => {
    await forwards(COLLEAGUE)
    desk.calendar.faults.push({ on: 'change', is: 'lost' })
    await decides(COLLEAGUE, 'takeOff')
    await desk.at(addMinutes(desk.clock.now(), 5))
    expect(on('core')).not.toContain(COLLEAGUE)
    expect(mails()).toEqual([`cancellation to ${COLLEAGUE}`])
  })

  test('and passed on to once more, it is a new question', async () => {
    await forwards(COLLEAGUE)
    await decides(COLLEAGUE, 'takeOff')
    await forwards(COLLEAGUE)
    expect(await concerns()).toMatchObject([{ kind: 'joinedByForward', who: COLLEAGUE }])
  })
})

describe('kept', () => {
  const keeps = async (who = COLLEAGUE) => {
    await forwards(who)
    return decides(who, 'keepGuest', { reason: 'Covers for the supervising social worker' })
  }

  test('only with a reason, which stays with the meeting and out of the audit log (P-52)', async () => {
    await forwards(COLLEAGUE)
    expect(await decides(COLLEAGUE, 'keepGuest')).toMatchObject({ ok: false, refusal: { reason: 'reasonMissing' } })
    await keeps()
    expect((await now()).guests).toMatchObject([
      { email: COLLEAGUE, event: 'core', reason: 'Covers for the supervising social worker' },
    ])
    expect(JSON.stringify(await desk.store.audit({ meetingId: meeting.id }))).not.toContain('Covers')
  })

  test('they stay, nobody is mailed, and nobody asks again', async () => {
    await keeps()
    await looks()
    expect(on('core')).toContain(COLLEAGUE)
    expect(mails()).toEqual([])
    expect(await concerns()).toEqual([])
  })

  test('what they answer in Outlook is shown', async () => {
    await keeps()
    desk.calendar.byHand.respond(eventOf('core').eventId, COLLEAGUE, 'coming')
    await looks()
    const placement = (await desk.store.placement(meeting.placementId))!
    const view = meetingView(STAFF.socialWorker, placement, await now(), NO_MINUTES, null, desk.clock.now())
    expect(view.guests).toMatchObject([{ name: COLLEAGUE, answer: { choice: 'coming' } }])
  })

  test('they go along when the meeting moves, when others are added, and hear when it is off', async () => {
    await keeps()
    await edits({ does: 'add', role: 'teamManager', name: 'Imelda Castellano', email: STAFF.teamManager.email })
    expect(on('core')).toContain(COLLEAGUE)
    const { version } = await now()
    const start = instant('2026-12-23T14:00:00Z')
    const moved = await moveMeeting(
      { meetingId: meeting.id, version, start, reason: 'Asked for' },
      STAFF.socialWorker,
      desk.ports,
    )
    expect(moved.ok).toBe(true)
    await desk.work()
    expect(on('core')).toContain(COLLEAGUE)
    desk.calendar.mails.length = 0
    const wanted = { meetingId: meeting.id, version: (await now()).version, reason: 'Off' }
    await cancelMeeting(wanted, STAFF.socialWorker, desk.ports)
    await desk.work()
    expect(mails()).toContain(`cancellation to ${COLLEAGUE}`)
  })

  test('from outside the council: nobody on the invitation sees the others any more (P-05)', async () => {
    await edits({ does: 'remove', person: 'fosterCarer:1', instead: 'contribute' })
    expect(eventOf('core').hideAttendees).toBe(false)
    await keeps('aunt@post.example')
    expect(eventOf('core').hideAttendees).toBe(true)
  })

  test('can be taken off later; taken off in Outlook itself, they are no guest any more', async () => {
    await keeps()
    expect((await decides(COLLEAGUE, 'takeOff')).ok).toBe(true)
    expect(on('core')).not.toContain(COLLEAGUE)
    expect((await now()).guests).toEqual([])
    await keeps()
    const event = eventOf('core')
    event.attendees = event.attendees.filter(({ email }) => email !== COLLEAGUE)
    await looks()
    expect((await now()).guests).toEqual([])
    await edits({ does: 'add', role: 'teamManager', name: 'Imelda Castellano', email: STAFF.teamManager.email })
    expect(on('core')).not.toContain(COLLEAGUE)
  })
})

describe('whom a decision keeps away', () => {
  test('a parent has an invitation of their own and cannot be kept on that of the others (P-06)', async () => {
    await forwards('petra.v@post.example')
    expect(await concerns()).toMatchObject([{ person: 'mother:1', bar: 'ownInvitation' }])
    const kept = await decides('petra.v@post.example', 'keepGuest', { reason: 'She asked' })
    expect(kept).toMatchObject({ ok: false })
    await decides('petra.v@post.example', 'takeOff')
    expect(on('core')).not.toContain('petra.v@post.example')
    expect(on('family:1')).toContain('petra.v@post.example')
  })

  test('somebody who is not to be invited is not let in by a forward (P-40)', async () => {
    const { plan } = await now()
    const father = {
      ...plan.attendees.find(({ key }) => key === 'mother:1')!,
      key: 'father:1' as const,
      role: 'father' as const,
    }
    const kept = { ...father, email: 'anders.v@post.example', part: 'notInvited' as const, event: null }
    await desk.store.save({ meetings: [{ ...(await now()), plan: { ...plan, attendees: [...plan.attendees, kept] } }] })
    await forwards('anders.v@post.example')
    const [concern] = await concerns()
    expect(concern).toMatchObject({ person: 'father:1', bar: 'notInvited' })
    expect(concernSentences(concern!)).toContain('it was decided not to invite them')
    expect(await decides('anders.v@post.example', 'keepGuest', { reason: 'He asked' })).toMatchObject({ ok: false })
  })
})
