/** What somebody did in Outlook comes to the convenor as a card, with a button for each way to settle it. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { lookAtOutlook } from '../../bot/meetings/look-at-outlook.ts'
import { registerConfirmation } from '../../bot/meetings/register-confirmation.ts'
import { settleChange } from '../../bot/meetings/settle-change.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { addMinutes, instant } from '../../shared/dates/time.ts'
import { wordsIn } from '../support/card-parts.ts'
import { useChatDesk, type ChatDesk } from '../support/chat-desk.ts'
import { EMERGENCY_FOSTER } from '../support/confirmation-texts.ts'
import { STAFF } from '../support/practice-desk.ts'

const { officer, socialWorker: convenor, supervising } = STAFF
const current = useChatDesk({ now: '2026-12-18T16:05:00Z', installer: { install: async () => true } })
const TOO_LATE = { start: instant('2027-01-06T10:00:00Z'), end: instant('2027-01-06T11:00:00Z') }
let desk: ChatDesk
let meeting: PlanningMeeting
beforeEach(async () => {
  desk = current()
  await desk.says(officer, EMERGENCY_FOSTER)
  await desk.presses(officer, desk.cardOf(officer), 'Schedule')
  await desk.work()
  meeting = (await desk.store.meetings(desk.clock.now()))[0]!.meeting
})

const core = () => [...desk.calendar.events.values()].find(({ invitation }) => invitation.key === 'core')!
const looks = async () => {
  await lookAtOutlook(meeting.id, 1, desk.ports)
  await desk.work()
}
const drags = async () => {
  desk.calendar.byHand.move(core().eventId, TOO_LATE)
  await looks()
}
const words = (person: typeof convenor) => wordsIn(desk.cardOf(person).card)

describe('an invitation dragged beyond the last day', () => {
  test('brings the convenor one new card, which says what it breaks; looked at again, no other', async () => {
    const before = desk.cardsOf(convenor).length
    await drags()
    await looks()
    // Nor is there another after the night, in which everything is looked at again.
    await desk.at('2026-12-20T09:00:00Z')
    expect(desk.cardsOf(convenor)).toHaveLength(before + 1)
    expect(words(convenor)).toContain(
      'The invitation was moved in Outlook to Wed 6 Jan 2027, 10:00 to 11:00, and that is after the last day to hold it.',
    )
    expect(desk.cardOf(convenor).summary).toMatch(/^Planning meeting ref PPM-\w{4}$/)
  })

  test('shows on the card of whoever scheduled it, and on no attendee’s', async () => {
    await drags()
    expect(words(officer)).toContain('was moved in Outlook')
    expect(words(supervising)).not.toContain('was moved in Outlook')
  })

  test('is put back with one press, and the card says so no more', async () => {
    await drags()
    await desk.presses(convenor, desk.cardOf(convenor), 'Put it back')
    await desk.work()
    expect(core().slot).toEqual('slot' in meeting && meeting.slot)
    expect(words(convenor)).not.toContain('was moved in Outlook')
    expect(words(convenor)).toContain('Arranged for Mon 21 Dec 2026, 10:00 to 11:00')
  })

  test('is kept only with a reason: without one the card asks for it', async () => {
    await drags()
    const asked = await desk.presses(convenor, desk.cardOf(convenor), 'Keep that time')
    expect(typeof asked === 'string' ? asked : wordsIn(asked)).toContain('Please say why')
    const reason = { 'concernReason.0.0': 'The carer is in hospital' }
    await desk.presses(convenor, desk.cardOf(convenor), 'Keep that time', reason)
    await desk.work()
    expect(await desk.store.meeting(meeting.id)).toMatchObject({ state: 'arranged', slot: TOO_LATE })
  })
})

describe('an invitation passed on to somebody', () => {
  const HELEN = 'helen.marsh@brackenshire.example'
  const forwards = async () => {
    desk.calendar.byHand.forward(core().eventId, HELEN)
    await looks()
  }
  const isOn = () => core().attendees.some(({ email }) => email === HELEN)

  test('brings the convenor one new card, that says who it is and what they see (P-03)', async () => {
    const before = desk.cardsOf(convenor).length
    await forwards()
    await looks()
    await desk.at('2026-12-20T09:00:00Z')
    expect(desk.cardsOf(convenor)).toHaveLength(before + 1)
    expect(words(convenor)).toContain(`${HELEN} came onto the invitation by a forward; nobody here invited them.`)
    expect(words(convenor)).toContain('the address is not on it')
    expect(desk.cardOf(convenor).summary).not.toContain('helen')
    expect(words(supervising)).not.toContain(HELEN)
  })

  test('they are taken off with one press', async () => {
    await forwards()
    await desk.presses(convenor, desk.cardOf(convenor), 'Take them off')
    await desk.work()
    expect(isOn()).toBe(false)
    expect(words(convenor)).not.toContain(HELEN)
  })

  test('or kept with a reason, which the card asks for', async () => {
    await forwards()
    const asked = await desk.presses(convenor, desk.cardOf(convenor), 'Keep them')
    expect(typeof asked === 'string' ? asked : wordsIn(asked)).toContain('Please say why')
    await desk.presses(convenor, desk.cardOf(convenor), 'Keep them', { 'concernReason.0.0': 'Covers for me' })
    await desk.work()
    expect(isOn()).toBe(true)
    expect(words(convenor)).not.toContain(HELEN)
  })
})

describe('the case goes to another social worker, who convenes now', () => {
  const after = STAFF.stranger
  const goesOver = async (by: typeof officer) => {
    const { confirmation } = (await desk.store.placement(meeting.placementId))!
    const people = confirmation.people.map((one) =>
      one.role === 'childsSocialWorker' ? { ...one, name: after.name, email: after.email } : one,
    )
    await registerConfirmation({ ...confirmation, people }, by, 'api', desk.ports)
    const { id, version } = (await desk.store.placement(meeting.placementId))!
    await settleChange({ placementId: id, version, take: true }, by, desk.ports)
    await desk.work()
  }

  test('they get a card that says what happened, and move the invitations over with one press', async () => {
    await goesOver(officer)
    await looks()
    expect(words(after)).toContain('social worker convenes the meeting now')
    expect(words(after)).toContain(`the mailbox ${convenor.email}`)
    await desk.presses(after, desk.cardOf(after), 'Move them over')
    await desk.work()
    expect(core().organiser).toBe(after.email)
    expect(words(after)).not.toContain('Move them over')
    expect(words(officer)).not.toContain('Move them over')
  })

  test('the officer who confirmed the placement hears of it, unless it was their own doing', async () => {
    const before = desk.cardsOf(officer).length
    await goesOver(officer)
    expect(desk.cardsOf(officer)).toHaveLength(before)
    expect(words(officer)).toContain('Move them over')
  })

  test('once, where another officer did it', async () => {
    const before = desk.cardsOf(officer).length
    await goesOver(STAFF.otherOfficer)
    await looks()
    expect(desk.cardsOf(officer).length).toBeGreaterThan(before)
    const told = desk.cardsOf(officer).length
    await desk.at('2026-12-20T09:00:00Z')
    expect(desk.cardsOf(officer)).toHaveLength(told)
  })
})

test('one that was deleted can be sent again from the card', async () => {
  desk.calendar.byHand.delete(core().eventId)
  await looks()
  expect(words(convenor)).toContain('was deleted in Outlook')
  await desk.presses(convenor, desk.cardOf(convenor), 'Invite again')
  await desk.work()
  expect(core().slot).toEqual('slot' in meeting && meeting.slot)
  expect(addMinutes(core().createdAt, 0)).toBe(desk.clock.now())
})
