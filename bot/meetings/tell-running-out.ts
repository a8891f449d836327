/**
 * The job that tells people that a meeting runs out of times: at two left whoever the convenor turns to; with
 * none left the convenor as well. In Teams first, by letter otherwise; a letter speaks of a reference and of times, and
 * of nobody. A meeting that has a time by now needs no telling.
 */
import { runningOutLetter } from '../../shared/letters/letters-about-times.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import { startDayOf } from '../../shared/meeting/plan-placement.ts'
import type { MeetingId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import type { Ports } from './ports.ts'

type Addressee = { email: string; name: string }

export async function tellRunningOut(id: MeetingId, left: 'few' | 'none', ports: Ports): Promise<void> {
  const { store, people, announcer, mail, settings } = ports
  const meeting = await store.meeting(id)
  const placement = meeting && (await store.placement(meeting.placementId))
  if (!meeting || !placement || meeting.state !== 'toArrange') return
  for (const { email, name } of whoIsTold(meeting, placement, left, ports)) {
    const inTeams = await people.byEmail(email)
    if (inTeams && (await announcer.tellRunningOut(inTeams, meeting, left))) continue
    await mail.send(settings.contact.serviceMailbox, runningOutLetter(meeting, left, { email, name }, settings.contact))
  }
}

/** Each once; with nobody on the case to turn to, whoever reads the authority's own mailbox. */
function whoIsTold(
  meeting: PlanningMeeting,
  placement: Placement,
  left: 'few' | 'none',
  { settings, clock }: Ports,
): Addressee[] {
  const { convenor, attendees } = meeting.plan
  const { contact } = settings
  const practice = settings.practice(placement.pack, startDayOf(placement.confirmation, clock.now()))
  const role = (practice?.pack.runningOut ?? practice?.fallback.runningOut)?.is
  const convenes = attendees.find(({ key }) => key === convenor.key)
  const turnsTo = placement.confirmation.people.find(
    (one) => one.role === role && one.email && one.email !== convenes?.email,
  )
  const all: Addressee[] = [
    ...(left === 'none' && convenes?.email ? [{ email: convenes.email, name: convenes.name }] : []),
    turnsTo?.email
      ? { email: turnsTo.email, name: turnsTo.name }
      : { email: contact.serviceMailbox, name: contact.council },
  ]
  return all.filter(({ email }, n) => all.findIndex((one) => one.email.toLowerCase() === email.toLowerCase()) === n)
}
