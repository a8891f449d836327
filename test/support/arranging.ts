/** A placement officer at a practice desk: pastes a confirmation, presses Schedule, and has a meeting. */
import { confirmPlacement } from '../../bot/meetings/confirm-placement.ts'
import { takeMessage } from '../../bot/meetings/take-confirmation.ts'
import type { Draft } from '../../shared/draft.ts'
import type { PlanningMeeting } from '../../shared/planning-meeting.ts'
import { STAFF, type Desk } from './practice-desk.ts'

export const CONFIRMATION = `
Case reference: BKS-204417
Placement reference: PL-30951
Child: K.V., aged 9
Legal status: Section 20
First placement: Yes
Became looked after: 18/12/2026
Type of placement: In-house fostering
Planned or emergency: Emergency
Placement start date/time: 18/12/2026 at 5.30pm
In or out of area: In area
Address: 14 Tannery Row, Aldermere AL4 7QT
Mother may have the address: Yes
Foster carer: Marguerite Oyelaran, m.oyelaran@homefires.example
Supervising social worker: Tobias Greenhalgh, tobias.greenhalgh@brackenshire.example
Child's social worker: Rosalind Achterberg, rosalind.achterberg@brackenshire.example
IRO: Barnaby Okonkwo, barnaby.okonkwo@brackenshire.example
Mother: Petra Vandermolen, petra.v@post.example, has parental responsibility
Mother's part in the meeting: attend
Child's part in the meeting: contribute
`

export async function pasteOn(desk: Desk, text = CONFIRMATION): Promise<Draft> {
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
