/** How often Outlook is asked: each call is one that can fail, be throttled or keep somebody waiting. */
import { beforeEach, expect, test } from '@jest/globals'
import { cancelMeeting, moveMeeting } from '../../bot/meetings/arrange-meeting.ts'
import { instant } from '../../shared/dates/time.ts'
import { arrangeOn, pasteOn, pressOn } from '../support/arranging.ts'
import { EMERGENCY_FOSTER, WITHOUT } from '../support/confirmation-texts.ts'
import { STAFF, useDesk, type Desk } from '../support/practice-desk.ts'

const current = useDesk({ now: '2026-12-18T16:05:00Z' })
let desk: Desk
beforeEach(() => {
  desk = current()
})

const WITHOUT_MOTHER = WITHOUT('Mother')

/** What was asked since, printed as it was. */
function since(before: number, what: string): string[] {
  const calls = desk.calendar.calls.slice(before)
  process.stdout.write(`Outlook, ${what}: ${calls.join(', ')}\n`)
  return calls
}

test.each([
  ['one event', WITHOUT_MOTHER, 3],
  ['a mother with an event of her own', EMERGENCY_FOSTER, 4],
])('from the paste to a meeting with %s', async (what, text, most) => {
  const pressed = await pressOn(desk, await pasteOn(desk, text))
  expect(pressed.ok).toBe(true)
  await desk.work()
  expect(since(0, `booking ${what}`).length).toBeLessThanOrEqual(most)
})

test('to move it: one question for the diaries and one change for each event, two at most for one', async () => {
  const { id, version } = await arrangeOn(desk, WITHOUT_MOTHER)
  const before = desk.calendar.calls.length
  await moveMeeting(
    { meetingId: id, version, start: instant('2026-12-22T14:00:00Z'), reason: 'The carer is away' },
    STAFF.socialWorker,
    desk.ports,
  )
  await desk.work()
  expect(since(before, 'moving').length).toBeLessThanOrEqual(2)
})

test('to cancel it: once for each event', async () => {
  const { id, version } = await arrangeOn(desk)
  const before = desk.calendar.calls.length
  await cancelMeeting({ meetingId: id, version, reason: 'The placement ended' }, STAFF.socialWorker, desk.ports)
  await desk.work()
  expect(since(before, 'cancelling two events')).toEqual(['cancel', 'cancel'])
})
