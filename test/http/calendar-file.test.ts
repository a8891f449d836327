import { describe, expect, test } from '@jest/globals'
import ICAL from 'ical.js'
import { calendarFile } from '../../bot/http/calendar-file.ts'
import { calendarFacts, calendarTimes } from '../../bot/local/pages/outlook/calendar-file.ts'
import { cancel, moveTo, type PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { instant } from '../../shared/dates/time.ts'
import { aMeeting, aSlot } from '../support/builders.ts'
import { someSettings } from '../support/fakes.ts'

const { contact } = someSettings()
const NOW = instant('2026-10-27T09:00:00Z')
const must = <Value>(result: { ok: true; value: Value } | { ok: false }): Value => {
  if (!result.ok) throw new Error('refused')
  return result.value
}

/** What two programs that know nothing of each other read in a file. */
function readTwice(meeting: PlanningMeeting) {
  const file = calendarFile(meeting, contact, NOW)!
  const component = new ICAL.Component(ICAL.parse(file))
  const event = new ICAL.Event(component.getFirstSubcomponent('vevent')!)
  const facts = Object.fromEntries(calendarFacts(file).map(({ label, value }) => [label, value]))
  return {
    file,
    one: {
      uid: event.uid,
      sequence: event.sequence,
      starts: event.startDate.toJSDate().toISOString(),
      status: event.component.getFirstPropertyValue('status'),
      summary: event.summary,
    },
    other: { subject: facts['Subject'], version: facts['Version'], times: calendarTimes(file) },
  }
}

/** As the store saves it. */
const saved = (meeting: PlanningMeeting): PlanningMeeting => ({ ...meeting, version: meeting.version + 1 })

const arranged = saved(aMeeting({ state: 'arranged', slot: aSlot() }))
const moved = saved(
  must(
    moveTo(
      arranged,
      aSlot({ start: instant('2026-11-04T14:00:00Z'), end: instant('2026-11-04T15:00:00Z') }),
      NOW,
      'Away',
    ),
  ),
)
const cancelled = saved(must(cancel(arranged, 'The placement ended', NOW)))

describe('a calendar file for calendars that no invitation reaches', () => {
  test('says when, and nothing of a child, a place or a person (P-01)', () => {
    const { file, one, other } = readTwice(arranged)
    expect(one).toMatchObject({ starts: '2026-11-03T10:00:00.000Z', status: 'CONFIRMED' })
    expect(other.times).toBe('Tue 3 Nov 2026 10:00 to 11:00')
    expect(one.summary).toBe(`Planning meeting – ref ${arranged.ref}`)
    expect(other.subject).toBe(one.summary)
    expect(file).not.toMatch(/KV|Tannery|Petra|Marguerite|Tobias|BKS|PL-30951|ATTENDEE|ORGANIZER|LOCATION/)
  })

  test('keeps its UID and raises its SEQUENCE when the meeting is moved and when it is cancelled', () => {
    const [before, after, gone] = [arranged, moved, cancelled].map(readTwice)
    expect(after!.one).toMatchObject({ uid: before!.one.uid, starts: '2026-11-04T14:00:00.000Z', status: 'CONFIRMED' })
    expect(after!.one.sequence).toBeGreaterThan(before!.one.sequence)
    expect(after!.other.times).toBe('Wed 4 Nov 2026 14:00 to 15:00')
    expect(gone!.one).toMatchObject({ uid: before!.one.uid, status: 'CANCELLED' })
    expect(gone!.one.sequence).toBeGreaterThan(before!.one.sequence)
    expect(Number(gone!.other.version)).toBe(gone!.one.sequence)
  })

  test('is not there for a meeting that has no time', () => {
    const open = aMeeting()
    expect(calendarFile(open, contact, NOW)).toBeNull()
    expect(calendarFile(must(cancel(open, 'A mistake', NOW)), contact, NOW)).toBeNull()
  })
})
