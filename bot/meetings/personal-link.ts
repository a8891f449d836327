/**
 * A link for one person to one meeting: 256 random bits, of which we keep a hash. What lies behind it says no more than
 * the letter that it came in, so that a mailbox which a family shares gives nothing away either (E-52, P-02).
 */
import { createHash, randomBytes } from 'node:crypto'
import type { PersonKey } from '../../shared/placement/placement.ts'
import type { Attendee } from '../../shared/meeting/plan.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import type { PersonalLink, Ports } from './ports.ts'

const SECRET = /^[A-Za-z0-9_-]{43}$/

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** A new link, kept before anybody is sent it; `null` for somebody whose link was withdrawn. */
export async function makeLink(
  meeting: PlanningMeeting,
  person: PersonKey,
  { store, clock, settings }: Pick<Ports, 'store' | 'clock' | 'settings'>,
): Promise<string | null> {
  if (isWithdrawn(meeting, person)) return null
  const secret = randomBytes(32).toString('base64url')
  // Tried again after a crash, a letter may go out with an earlier secret: both open the page, and one was never sent.
  await store.save({
    links: [
      {
        hash: hashOf(secret),
        meetingId: meeting.id,
        person,
        round: meeting.heldTimes?.round ?? 0,
        madeAt: clock.now(),
      },
    ],
  })
  return settings.linkUrl(secret)
}

export type Opened = { link: PersonalLink; meeting: PlanningMeeting; attendee: Attendee }

/** Whose link it is, and what to; `null` for one that opens nothing, whatever the reason. */
export async function openLink(secret: string, { store }: Pick<Ports, 'store'>): Promise<Opened | null> {
  const link = SECRET.test(secret) ? await store.personalLink(hashOf(secret)) : null
  const meeting = link && (await store.meeting(link.meetingId))
  const attendee = meeting?.plan.attendees.find(({ key }) => key === link?.person)
  if (!link || !meeting || !attendee?.event || isWithdrawn(meeting, link.person)) return null
  return { link, meeting, attendee }
}

const isWithdrawn = ({ heldTimes }: PlanningMeeting, person: PersonKey): boolean =>
  heldTimes !== undefined && heldTimes.asked.includes(person) && heldTimes.letters[person] === undefined
