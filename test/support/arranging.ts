/** A placement officer at a practice desk: pastes a confirmation, presses Schedule, and has a meeting. */
import { confirmPlacement } from '../../bot/meetings/confirm-placement.ts'
import { takeMessage } from '../../bot/meetings/take-confirmation.ts'
import type { Draft } from '../../shared/placement/draft.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { EMERGENCY_FOSTER } from './confirmation-texts.ts'
import { STAFF, type Desk } from './practice-desk.ts'

export async function pasteOn(desk: Desk, text = EMERGENCY_FOSTER): Promise<Draft> {
  const { taken } = await takeMessage(text, STAFF.officer, 'chat', desk.ports)
  const [first] = taken
  if (first?.kind !== 'draft') throw new Error(`no draft but ${first?.kind}`)
  return first.draft
}

export const pressOn = (desk: Desk, draft: Draft, over: object = {}) =>
  confirmPlacement(
    { draftId: draft.id, version: draft.version, answers: {}, chosen: [], ...over },
    STAFF.officer,
    desk.ports,
  )

/** A meeting whose first job has been worked, as it stands then. */
export async function arrangeOn(desk: Desk, text?: string): Promise<PlanningMeeting> {
  const pressed = await pressOn(desk, await pasteOn(desk, text))
  if (!pressed.ok) throw new Error(pressed.reason)
  await desk.work()
  return (await desk.store.meeting(pressed.value.meetings[0]!.id))!
}

/** The same, five minutes later, when what was begun has settled. */
export async function arrangedOn(desk: Desk): Promise<PlanningMeeting & { state: 'arranged' }> {
  const { id } = await arrangeOn(desk)
  await desk.at('2026-12-18T16:10:00Z')
  const meeting = (await desk.store.meeting(id))!
  if (meeting.state !== 'arranged') throw new Error(`not arranged but ${meeting.state}`)
  return meeting
}
