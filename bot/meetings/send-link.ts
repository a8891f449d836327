/** The job that writes to somebody outside which times are held, with a link of their own to say which they can. */
import { isAsking, timesLeft } from '../../shared/times/held-times.ts'
import { heldTimesLetter } from '../../shared/letters/letters.ts'
import type { PersonKey } from '../../shared/placement/placement.ts'
import type { MeetingId } from '../../shared/meeting/planning-meeting.ts'
import type { Instant } from '../../shared/dates/time.ts'
import { makeLink } from './personal-link.ts'
import type { Ports } from './ports.ts'

export type LinkToSend = { meetingId: MeetingId; person: PersonKey; round: number; askedAt: Instant }

export async function sendLink({ meetingId, person, round, askedAt }: LinkToSend, ports: Ports): Promise<void> {
  const { store, mail, settings, clock } = ports
  const meeting = await store.meeting(meetingId)
  if (!meeting || !isAsking(meeting)) return
  const { heldTimes } = meeting
  const attendee = meeting.plan.attendees.find(({ key }) => key === person)
  // Sent again since, withdrawn, asked anew, or no longer to come: that letter is not wanted any more.
  if (heldTimes.round !== round || heldTimes.letters[person] !== askedAt || !attendee?.event) return
  const url = await makeLink(meeting, person, ports)
  if (url === null) return
  await mail.send(
    settings.contact.serviceMailbox,
    heldTimesLetter(meeting, timesLeft(heldTimes), attendee, url, settings.contact),
  )
  await store.save({
    audit: [
      {
        at: clock.now(),
        by: 'app',
        did: 'linkSent',
        placementId: meeting.placementId,
        meetingId,
        detail: { person, round },
      },
    ],
  })
}
