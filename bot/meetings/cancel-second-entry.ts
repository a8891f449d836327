/** Takes back the entry that is in Outlook one time too many, once somebody has said so or the meeting is off. */
import { cancellationWords } from '../../shared/letters/invitation.ts'
import type { OutlookConcern } from '../../shared/meeting/outlook-concerns.ts'
import { eventFor } from '../../shared/meeting/planning-meeting.ts'
import type { InHand } from './meeting-in-hand.ts'
import type { Ports } from './ports.ts'

export async function cancelSecondEntries(hand: InHand, { calendar, settings }: Ports): Promise<void> {
  const isOff = hand.meeting().state === 'cancelled'
  const isToGo = (one: OutlookConcern) => one.kind === 'eventDoubled' && (isOff || one.isToGo === true)
  for (const concern of (hand.meeting().concerns ?? []).filter(isToGo)) {
    if (concern.kind !== 'eventDoubled') continue
    const { plan, concerns = [] } = hand.meeting()
    const organiser = eventFor(hand.meeting(), concern.event)?.organiser ?? plan.organiserMailbox
    await calendar.cancel(organiser, concern.eventId, cancellationWords(settings.contact))
    await hand.save({ ...hand.meeting(), concerns: concerns.filter((one) => one !== concern) })
  }
}
