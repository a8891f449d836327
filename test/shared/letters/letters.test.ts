import { describe, expect, test } from '@jest/globals'
import { reminderLetter } from '../../../shared/letters/letters.ts'
import type { Attendee } from '../../../shared/meeting/plan.ts'
import type { ReminderKind } from '../../../shared/letters/reminders.ts'
import { aMeeting, anEvent, aSlot } from '../../support/builders.ts'
import { F1, fosterPeople, meetingOf, withPeople } from '../../support/fixture-cases.ts'

const CONTACT = {
  phone: '01632 960100',
  serviceMailbox: 'service@brackenshire.example',
  council: 'Brackenshire Council',
}

function letterTo(role: Attendee['role'], kind: ReminderKind, people = fosterPeople()) {
  const plan = meetingOf(F1({ people }), 'south-glos')
  const meeting = aMeeting({ plan, state: 'arranged', slot: aSlot(), events: [anEvent()] })
  return reminderLetter(
    meeting,
    aSlot(),
    plan.attendees.find((one) => one.role === role)!,
    kind,
    CONTACT,
  )
}

describe('a letter', () => {
  test('to a parent two working days before', () => {
    const { to, toName, subject, text } = letterTo('mother', 'twoWorkingDaysBefore')
    expect([to, toName, subject]).toEqual([
      'petra.v@post.example',
      'Petra Vandermolen',
      'Planning meeting – ref PPM-7K2D',
    ])
    expect(text).toBe(
      [
        'Dear Petra Vandermolen',
        'This is to remind you of a planning meeting on Tuesday 3 November at 10 am.',
        'You can come, join by video or by phone, or tell us your views beforehand. Please ring us about where it is, an interpreter or other help.',
        'To join by video: https://teams.microsoft.com/l/meetup-join/19%3ameeting_1',
        'Questions: 01632 960100. Please give the reference PPM-7K2D.',
        'Tobias Greenhalgh\nBrackenshire Council',
      ].join('\n\n'),
    )
  })

  test('on the morning says today', () => {
    expect(letterTo('fosterCarer', 'morning').text).toContain('a planning meeting today at 10 am.')
  })

  test('to somebody whose views are asked for does not ask them to come, and gives no link', () => {
    const people = withPeople(fosterPeople(), { mother: { decision: { part: 'viewsConsidered' } } })
    const { text } = letterTo('mother', 'booked', people)
    expect(text).toContain('You are not asked to come, and we would like to hear what you think beforehand.')
    expect(text).not.toContain('https://')
  })

  test('to somebody known by an address only greets nobody by it', () => {
    const people = withPeople(fosterPeople(), { fosterCarer: { name: 'm.oyelaran@homefires.example' } })
    expect(letterTo('fosterCarer', 'morning', people).text).toMatch(/^Hello\n/)
  })

  test('has an id of its own for each person, kind and time, so that none is sent twice', () => {
    const ids = [
      letterTo('mother', 'morning').id,
      letterTo('mother', 'twoWorkingDaysBefore').id,
      letterTo('fosterCarer', 'morning').id,
    ]
    expect(new Set(ids).size).toBe(3)
    expect(letterTo('mother', 'morning').id).toBe(ids[0])
  })
})
