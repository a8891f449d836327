import { day } from '../../shared/dates/time.ts'
import type { MeetingPlan } from '../../shared/meeting/plan.ts'
import type { PlacementConfirmation } from '../../shared/placement/placement.ts'
import { chairsLines } from '../../shared/record/chairs-checklist.ts'
import type { ChecklistLine } from '../../shared/record/checklists.ts'
import { AUTHORITY_AREAS } from '../../shared/record/delegated-authority.ts'
import { emergencyLines } from '../../shared/record/emergency-checklist.ts'
import { recordLines } from '../../shared/record/minutes-gaps.ts'
import type { LineAnswer, Minutes } from '../../shared/record/minutes.ts'

/** An answer that leaves nothing open on a line: the first that it takes, with everything that it asks for. */
export const whole = (line: ChecklistLine, value = line.options[0]!.value): LineAnswer => ({
  answer: value,
  why: 'because',
  owner: 'childsSocialWorker:1',
  by: day('2026-11-06'),
  text: 'words',
})

/** A record in which nothing is missing, whatever the meeting. */
export function wholeRecord(meeting: MeetingPlan, confirmation: PlacementConfirmation): Minutes {
  const lines: Minutes['lines'] = {}
  for (const line of [...chairsLines(meeting), ...recordLines(meeting, confirmation)]) lines[line.id] = whole(line)
  // Lines of the emergency checklist unfold from each other's answers.
  for (
    let open = emergencyLines(meeting, lines);
    open.some(({ id }) => !lines[id]);
    open = emergencyLines(meeting, lines)
  ) {
    for (const line of open) lines[line.id] ??= whole(line)
  }
  return {
    attendance: Object.fromEntries(meeting.attendees.map(({ key }) => [key, { state: 'present' as const }])),
    entries: meeting.agenda.map(({ item }) => ({ id: item, item, type: 'note' as const, text: 'something' })),
    items: {},
    lines,
    authority: Object.fromEntries(AUTHORITY_AREAS.map(({ id }) => [id, { deciders: ['fosterCarer:1', 'home'] }])),
  }
}
