/**
 * Another convenes a meeting that is arranged: its invitations stand in a mailbox that is not to send them any more.
 * Whoever convenes now is told and decides; moved over, there is an invitation at every moment, and in the end one.
 */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { answerInvitation } from '../../bot/meetings/answer-invitation.ts'
import { cancelMeeting, moveMeeting } from '../../bot/meetings/arrange-meeting.ts'
import { registerConfirmation } from '../../bot/meetings/register-confirmation.ts'
import { settleChange } from '../../bot/meetings/settle-change.ts'
import { settleConcern } from '../../bot/meetings/settle-concern.ts'
import { concernSentences, type ConcernChoice } from '../../shared/meeting/outlook-concerns.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { addMinutes, instant } from '../../shared/dates/time.ts'
import { arrangedOn } from '../support/arranging.ts'
import { STAFF, useDesk, type Desk } from '../support/practice-desk.ts'

const BEFORE = STAFF.socialWorker
/** Takes the case over. */
const AFTER = STAFF.stranger
const current = useDesk({ now: '2026-12-18T16:05:00Z' })
let desk: Desk
let meeting: PlanningMeeting & { state: 'arranged' }

beforeEach(async () => {
  desk = current()
  meeting = await arrangedOn(desk)
  expect(meeting.plan.organiserMailbox).toBe(BEFORE.email)
})

const now = async () => (await desk.store.meeting(meeting.id))! as typeof meeting
const there = () => [...desk.calendar.events.values()]
const where = () =>
  there()
    .map(({ invitation, organiser }) => `${invitation.key} ${organiser}`)
    .toSorted()
const BOTH_IN = (mailbox: string) => [`core ${mailbox}`, `family:1 ${mailbox}`]
const concerns = async () => (await now()).concerns ?? []

async function caseGoesTo({ name, email }: typeof AFTER) {
  const placement = (await desk.store.placement(meeting.placementId))!
  const people = placement.confirmation.people.map((one) =>
    one.role === 'childsSocialWorker' ? { ...one, name, email } : one,
  )
  await registerConfirmation({ ...placement.confirmation, people }, STAFF.officer, 'api', desk.ports)
  const { id, version } = (await desk.store.placement(meeting.placementId))!
  const settled = await settleChange({ placementId: id, version, take: true }, STAFF.officer, desk.ports)
  if (!settled.ok) throw new Error(settled.refusal.reason)
  await desk.work()
  desk.calendar.mails.length = 0
  desk.calendar.calls = []
}
const decides = async (choice: ConcernChoice, { by = AFTER }: { by?: typeof AFTER } = {}) => {
  const { version } = await now()
  const decision = { meetingId: meeting.id, version, kind: 'otherOrganiser', event: null, choice }
  const settled = await settleConcern(decision, by, desk.ports)
  await desk.work()
  return settled
}
const mails = () => desk.calendar.mails.map(({ to, kind }) => `${kind} to ${to}`)

describe('the case goes to another social worker', () => {
  test('it is said what happened and what to do; no invitation moves by itself', async () => {
    await caseGoesTo(AFTER)
    expect(where()).toEqual(BOTH_IN(BEFORE.email))
    const [concern] = await concerns()
    expect(concern).toMatchObject({ kind: 'otherOrganiser', from: BEFORE.email, to: AFTER.email })
    expect(concernSentences(concern!)).toContain('Move them over')
    await desk.at(addMinutes(desk.clock.now(), 24 * 60))
    expect(await concerns()).toEqual([concern])
  })

  test('and back: nothing has to be said any more', async () => {
    await caseGoesTo(AFTER)
    await caseGoesTo(BEFORE)
    expect(await concerns()).toEqual([])
    expect(where()).toEqual(BOTH_IN(BEFORE.email))
  })

  test('left there, it is asked no more, and later changes go to where the invitations stand', async () => {
    await caseGoesTo(AFTER)
    expect((await decides('leaveThere')).ok).toBe(true)
    expect(await concerns()).toEqual([])
    const start = instant('2026-12-23T14:00:00Z')
    await moveMeeting({ meetingId: meeting.id, version: (await now()).version, start, reason: 'x' }, AFTER, desk.ports)
    await desk.work()
    expect(where()).toEqual(BOTH_IN(BEFORE.email))
    expect(there().map(({ slot }) => slot.start)).toEqual([start, start])
  })
})

describe('moved over', () => {
  test('each invitation stands once, in the other mailbox, for the same time, and its people are on it', async () => {
    await caseGoesTo(AFTER)
    expect((await decides('moveOver')).ok).toBe(true)
    expect(where()).toEqual(BOTH_IN(AFTER.email))
    expect(there().map(({ slot }) => slot)).toEqual([meeting.slot, meeting.slot])
    expect(await now()).toMatchObject({ state: 'arranged', slot: meeting.slot })
    expect(await concerns()).toEqual([])
    await desk.at(addMinutes(desk.clock.now(), 24 * 60))
    expect(where()).toEqual(BOTH_IN(AFTER.email))
    expect(await concerns()).toEqual([])
  })

  test('people are invited first; the old one then says that the meeting takes place, and by which invitation', async () => {
    await caseGoesTo(AFTER)
    await decides('moveOver')
    for (const to of ['m.oyelaran@homefires.example', 'petra.v@post.example', STAFF.supervising.email]) {
      const heard = desk.calendar.mails.filter((mail) => mail.to === to)
      expect(heard.map(({ kind }) => kind)).toEqual(['invitation', 'cancellation'])
      expect(heard[1]!.words).toMatch(/^The meeting takes place as before\. .*new invitation for the same time/)
    }
  })

  test('a parent’s invitation leads to the new link', async () => {
    await caseGoesTo(AFTER)
    await decides('moveOver')
    const core = there().find(({ invitation }) => invitation.key === 'core')!
    const family = there().find(({ invitation }) => invitation.key === 'family:1')!
    expect(family.invitation.body).toContain(core.joinUrl!)
  })

  test('what people answered stays, and nobody is told of the booking again', async () => {
    await answerInvitation({ meetingId: meeting.id, choice: 'byVideo' }, STAFF.supervising, desk.ports)
    await desk.work()
    await caseGoesTo(AFTER)
    const told = desk.announcer.reminded.filter(({ email }) => email === STAFF.supervising.email).length
    const letters = desk.mail.sent.size
    await decides('moveOver')
    expect((await now()).answers['supervisingSocialWorker:1']?.choice).toBe('byVideo')
    expect(desk.announcer.reminded.filter(({ email }) => email === STAFF.supervising.email)).toHaveLength(told)
    expect(desk.mail.sent.size).toBe(letters)
    await desk.at('2026-12-21T09:00:00Z')
    const morning = desk.announcer.reminded.filter((one) => one.email === STAFF.supervising.email)
    expect(morning.map(({ kind }) => kind)).toContain('morning')
  })

  test('while the other mailbox cannot be written to, the first invitation stays where it is', async () => {
    await caseGoesTo(AFTER)
    desk.calendar.faults.push({ on: 'book', is: 'refused' })
    await decides('moveOver')
    expect(where()).toEqual(BOTH_IN(BEFORE.email))
    expect(await concerns()).toMatchObject([{ kind: 'notTold' }])
    await desk.at(addMinutes(desk.clock.now(), 61))
    expect(where()).toEqual(BOTH_IN(AFTER.email))
    expect(await concerns()).toEqual([])
  })

  test.each(['book', 'cancel'] as const)('an answer to %s that is lost doubles nothing', async (on) => {
    await caseGoesTo(AFTER)
    desk.calendar.faults.push({ on, is: 'lost' })
    await decides('moveOver')
    await desk.at(addMinutes(desk.clock.now(), 30))
    expect(where()).toEqual(BOTH_IN(AFTER.email))
    expect(mails().filter((mail) => mail.startsWith('invitation to petra'))).toHaveLength(1)
  })

  test('a meeting that is then cancelled leaves nothing in either', async () => {
    await caseGoesTo(AFTER)
    await decides('moveOver')
    const wanted = { meetingId: meeting.id, version: (await now()).version, reason: 'Off' }
    await cancelMeeting(wanted, AFTER, desk.ports)
    await desk.at(addMinutes(desk.clock.now(), 60))
    expect(there()).toEqual([])
  })
})
