/** A change that was reported and waits for a placement officer, with a button for each way to settle it. */
import { mayConfirm, type Reader } from '../../../shared/people/permissions.ts'
import type { Placement } from '../../../shared/placement/placement-case.ts'
import type { PlanningMeeting } from '../../../shared/meeting/planning-meeting.ts'
import { reportedChange } from '../../../shared/placement/reported-change.ts'
import type { Element } from './card.ts'
import { buttons, notice, press, quiet, row } from './parts.ts'

export function changeParts(placement: Placement, meetings: PlanningMeeting[], reader: Reader): Element[] {
  const change = reportedChange(placement, meetings)
  if (!change) return []
  const data = { placementId: placement.id, version: placement.version }
  return [
    notice('A newer message changes this placement. Nothing has been changed yet.'),
    ...change.rows.flatMap(({ label, from, to }) => row(label, `${from} → ${to}`)),
    ...(change.also ? row('Also', change.also) : []),
    ...change.stays.map((words) => quiet(words)),
    ...(mayConfirm(reader)
      ? [
          buttons(
            press('Take over the change', 'takeChange', data, { withInputs: false }),
            press('Leave it as it was', 'leaveChange', data, { withInputs: false }),
          ),
        ]
      : [quiet('A placement officer decides whether it is taken over.')]),
  ]
}
