/** Further meetings that somebody who may not call them has asked for: an officer presses for each. */
import { askWords } from '../../../shared/meeting/called-words.ts'
import { mayCallMeeting, type Reader } from '../../../shared/people/permissions.ts'
import type { Placement } from '../../../shared/placement/placement-case.ts'
import type { PlanningMeeting } from '../../../shared/meeting/planning-meeting.ts'
import type { Element } from './card.ts'
import { buttons, notice, plain, press, quiet } from './parts.ts'

export function askedParts(placement: Placement, meetings: PlanningMeeting[], reader: Reader): Element[] {
  const mayCall = mayCallMeeting(reader, placement, meetings)
  return (placement.asked ?? []).flatMap(({ id, ask, by }) => {
    const data = { placementId: placement.id, askedId: id }
    return [
      notice(`${plain(by.name, 80)} asks for a further meeting. ${askWords(ask)}. Nothing has been opened yet.`),
      mayCall
        ? buttons(
            press('Open the meeting', 'callAsked', data, { withInputs: false }),
            press('No meeting', 'declineAsked', data, { withInputs: false }),
          )
        : quiet('A placement officer decides whether it is opened.'),
    ]
  })
}
