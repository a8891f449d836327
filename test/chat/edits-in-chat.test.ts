/** Who comes, and where, changed from the convenor's card; what waits to be sent stands on it. */
import { beforeEach, expect, test } from '@jest/globals'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { addMinutes } from '../../shared/dates/time.ts'
import { wordsIn } from '../support/card-parts.ts'
import { useChatDesk, type ChatDesk } from '../support/chat-desk.ts'
import { EMERGENCY_FOSTER } from '../support/confirmation-texts.ts'
import { STAFF } from '../support/practice-desk.ts'

const { officer, teamManager, reviewing } = STAFF
const current = useChatDesk({ now: '2026-12-18T16:05:00Z', installer: { install: async () => true } })
let desk: ChatDesk
let meeting: PlanningMeeting
beforeEach(async () => {
  desk = current()
  await desk.says(officer, EMERGENCY_FOSTER)
  await desk.presses(officer, desk.cardOf(officer), 'Schedule')
  await desk.work()
  await desk.at('2026-12-18T16:10:00Z')
  meeting = (await desk.store.meetings(desk.clock.now()))[0]!.meeting
  desk.calendar.mails.length = 0
})

const words = () => wordsIn(desk.cardOf(officer).card)
const presses = async (title: string, inputs: Record<string, string> = {}) => {
  const came = await desk.presses(officer, desk.cardOf(officer), title, inputs)
  await desk.work()
  return typeof came === 'string' ? came : wordsIn(came)
}
const MANAGER = { 'addRole.0': 'teamManager', 'addName.0': teamManager.name, 'addEmail.0': teamManager.email }
const now = async () => (await desk.store.meeting(meeting.id))!

test('somebody is asked to come: the card says what will be sent and when, by role, and then that it is done', async () => {
  await presses('Ask them to come', { ...MANAGER, 'editReason.0': 'She decides on the money' })
  expect(words()).toMatch(/Goes to Outlook at 4\.12\spm, unless more is changed\./)
  expect(words()).toContain('An invitation goes to the team manager.')
  expect(words()).not.toContain('She decides on the money')
  await desk.at(addMinutes(desk.clock.now(), 2))
  expect(desk.calendar.mails.map(({ to, kind }) => `${kind} to ${to}`)).toEqual([`invitation to ${teamManager.email}`])
  expect(words()).not.toContain('Goes to Outlook')
})

test('what waits is sent with one press', async () => {
  await presses('Ask them to come', { ...MANAGER, 'editReason.0': 'She decides on the money' })
  await presses('Send now')
  expect(desk.calendar.mails).toHaveLength(1)
})

test('somebody is taken off, and asked for their views instead', async () => {
  await presses('Take off', { 'leaving.0': 'fosterCarer:1', 'editReason.0': 'In hospital' })
  expect((await now()).plan.attendees.find(({ key }) => key === 'fosterCarer:1')?.part).toBe('contribute')
  expect(words()).toContain('Below the minimum')
})

test('it is held somewhere else', async () => {
  await presses('Hold it there', { 'venue.0': 'online', 'editReason.0': 'Snow' })
  expect((await now()).plan.venue.kind).toBe('online')
  expect(words()).toContain('Everybody invited hears of the place: Online.')
})

test('a press without a reason, or without saying who, asks for it and changes nothing', async () => {
  expect(await presses('Ask them to come', MANAGER)).toContain('Please say why')
  expect(await presses('Ask them to come', { 'editReason.0': 'Asked for' })).toContain('Please say who it is')
  expect((await now()).edits).toBeUndefined()
})

test('family is not named into the others’ invitation, and the card says so (P-06)', async () => {
  const said = await presses('Ask them to come', {
    'addRole.0': 'advocate',
    'addName.0': 'Petra Vandermolen',
    'addEmail.0': 'petra.v@post.example',
    'editReason.0': 'Asked for',
  })
  expect(said).toContain('Family have an invitation of their own')
})

test('whoever only comes is shown neither the buttons nor what waits', async () => {
  await presses('Ask them to come', { ...MANAGER, 'editReason.0': 'She decides on the money' })
  for (const { card } of desk.cardsOf(reviewing)) expect(wordsIn(card)).not.toMatch(/Goes to Outlook|Ask them to come/)
})
