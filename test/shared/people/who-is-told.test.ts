import { expect, test } from '@jest/globals'
import type { AttendeeView } from '../../../shared/meeting/meeting-view.ts'
import { whoIsTold } from '../../../shared/people/who-is-told.ts'

const someone = (
  role: AttendeeView['role'],
  reachedBy: AttendeeView['reachedBy'],
  ownEvent = false,
  invited = true,
) => ({
  role,
  reachedBy,
  ownEvent,
  invited,
})
const worker = someone('childsSocialWorker', 'teams')
const carer = someone('fosterCarer', 'email')
const mother = someone('mother', 'email', true)
const child = someone('child', 'person', false, false)

test.each([
  [
    [worker, worker, carer, mother, child],
    '2 people in Teams, 1 by e-mail and the mother on an invitation of their own',
  ],
  [
    [worker, mother, someone('father', 'email', true)],
    '1 person in Teams and the mother and the father on an invitation of their own',
  ],
  [[carer], '1 person by e-mail'],
  [[child], null],
])('who hears of a meeting that is booked, moved or cancelled (P-06)', (attendees, words) => {
  expect(whoIsTold(attendees)).toBe(words)
})
