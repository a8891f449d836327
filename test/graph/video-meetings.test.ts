/** How people get into a meeting in Teams: set on the local workplace, through the real client. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Graph } from '../../bot/graph/graph-client.ts'
import { peopleDirectory } from '../../bot/graph/people-directory.ts'
import { videoMeetings } from '../../bot/graph/video-meetings.ts'
import { CalendarUnreachable, type VideoMeetings } from '../../bot/meetings/ports.ts'
import { addMinutes, instant } from '../../shared/dates/time.ts'
import { aLocalOutlook, type LocalOutlook } from '../support/local-outlook.ts'
import { HELEN, OWEN, RUTH, STEPHEN } from '../support/local-workplace.ts'

const NOW = instant('2026-12-18T16:05:00Z')
const START = instant('2026-12-21T10:00:00Z')

let outlook: LocalOutlook
let video: VideoMeetings
let joinUrl: string
let object: Record<string, string>
let writes: number

beforeAll(async () => {
  outlook = await aLocalOutlook({ startAt: NOW })
})
afterAll(() => outlook.close())
beforeEach(async () => {
  outlook.pass(600)
  await outlook.workplace.reset()
  const people = peopleDirectory(outlook.graph, { tenantId: 'a-tenant', clock: { now: () => NOW } })
  writes = 0
  const counted: Graph = { ...outlook.graph, patch: (...given) => ((writes += 1), outlook.graph.patch(...given)) }
  video = videoMeetings(counted, people)
  const ids = [OWEN, RUTH, HELEN, STEPHEN].map(async (email) => [email, (await people.byEmail(email))!.objectId])
  object = Object.fromEntries(await Promise.all(ids)) as Record<string, string>
  const booked = await outlook.calendar.book({
    key: 'core',
    marker: 'a-meeting/1',
    transactionId: 'a-meeting/1/core',
    organiser: OWEN,
    subject: 'Planning meeting – ref PPM-7K2D',
    body: 'A planning meeting is arranged.',
    location: 'Online',
    slot: { start: START, end: addMinutes(START, 60) },
    online: true,
    hideAttendees: true,
    attendees: [{ email: RUTH, name: 'Ruth Ashdown', required: true }],
  })
  joinUrl = booked!.joinUrl!
})

const asSet = async () => {
  const answer = await outlook.graph.get(
    ['users', object[OWEN]!, 'onlineMeetings'],
    { $filter: `JoinWebUrl eq '${joinUrl}'` },
    { Prefer: 'include-unknown-enum-members' },
  )
  return (answer as { value: Record<string, unknown>[] }).value[0]!
}

test('nothing is recorded or transcribed by itself (P-10), and guests and callers wait in the lobby (P-11)', async () => {
  expect(await asSet()).toMatchObject({ allowTranscription: true, lobbyBypassSettings: { scope: 'organization' } })
  expect(await video.guard(OWEN, joinUrl, [])).toBe('guarded')
  expect(await asSet()).toMatchObject({
    recordAutomatically: false,
    allowTranscription: false,
    lobbyBypassSettings: { scope: 'organizationExcludingGuests', isDialInBypassEnabled: false },
  })
})

test('those who convene and chair can let people in, each once, and never the organiser beside themselves', async () => {
  await video.guard(OWEN, joinUrl, [RUTH, OWEN, RUTH, 'nobody@elsewhere.example'])
  expect(await asSet()).toMatchObject({
    participants: { attendees: [{ role: 'coorganizer', identity: { user: { id: object[RUTH] } } }] },
  })
})

test('what is set already is not set again; another who chairs is', async () => {
  await video.guard(OWEN, joinUrl, [RUTH])
  expect(await video.guard(OWEN, joinUrl, [RUTH])).toBe('guarded')
  expect(writes).toBe(1)
  await video.guard(OWEN, joinUrl, [HELEN])
  expect(writes).toBe(2)
  expect(await asSet()).toMatchObject({ participants: { attendees: [{ identity: { user: { id: object[HELEN] } } }] } })
})

test('where no policy lets us, or there is no such meeting, that is what is said, and nothing fails', async () => {
  outlook.workplace.faults.rules.push({
    method: 'GET',
    path: '/users/*/onlineMeetings',
    outcome: { status: 403, code: 'Forbidden' },
  })
  expect(await video.guard(OWEN, joinUrl, [])).toBe('notAllowed')
  expect(await video.guard(OWEN, 'https://teams.microsoft.com/l/meetup-join/none', [])).toBe('noMeeting')
  expect(await video.guard('nobody@elsewhere.example', joinUrl, [])).toBe('noMeeting')
})

test('while Teams is busy it is tried again like any other work', async () => {
  outlook.workplace.faults.rules.push({
    method: 'PATCH',
    path: '/users/*/onlineMeetings/*',
    outcome: { status: 503, retryAfter: '5' },
  })
  await expect(video.guard(OWEN, joinUrl, [])).rejects.toThrow(CalendarUnreachable)
})
