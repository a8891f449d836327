/**
 * The job that makes Outlook hold what a meeting wants, from whatever state it finds: books what is missing, changes
 * what is otherwise, takes back what is not wanted any more. Run twice, or after a crash at any step, it ends with
 * exactly one event for each group of readers; where only a person can decide, it says so and leaves things alone.
 */
import type { MeetingId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { arrangeInOutlook } from './arrange-in-outlook.ts'
import { takeInHand } from './meeting-in-hand.ts'
import type { Ports } from './ports.ts'
import { takeBackMeeting } from './take-back-meeting.ts'
import { tellOutlookOfChanges } from './tell-outlook-of-changes.ts'

/** What a person has to put right since this run, for the log. */
export type InStep = { needsPerson: string[] }

export async function bringOutlookInStep(id: MeetingId, ports: Ports): Promise<InStep> {
  const meeting = await ports.store.meeting(id)
  const placement = meeting && (await ports.store.placement(meeting.placementId))
  if (!meeting || !placement) return { needsPerson: [] }
  const hand = takeInHand(meeting, ports)
  switch (meeting.state) {
    case 'arranging':
      await arrangeInOutlook(meeting, placement, hand, ports)
      break
    case 'arranged':
      await tellOutlookOfChanges(meeting, hand, ports)
      break
    case 'toArrange':
    case 'cancelled':
      await takeBackMeeting(hand, ports)
      break
    case 'held':
      break
  }
  const known = needs(meeting)
  return { needsPerson: needs(hand.meeting()).filter((need) => !known.includes(need)) }
}

const needs = (meeting: PlanningMeeting): string[] => [
  ...(meeting.state === 'toArrange' && meeting.problem ? [meeting.problem] : []),
  ...(meeting.concerns ?? []).map(({ kind }) => kind),
]
