/**
 * Where no time suits everybody, a person chooses what is given up: a shorter meeting, one by video, in two parts, with
 * those who can come, or late. Worked out from the diaries as they are at the press, and booked as every other time is.
 */
import type { Reader } from '../../shared/people/permissions.ts'
import { chooseTime, type MeetingId, type PlanningMeeting, type Slot } from '../../shared/meeting/planning-meeting.ts'
import { refuse, type Result } from '../../shared/result.ts'
import { FAMILY_PART, takeWay, waysFor, type TakenWay, type WayRefusal } from '../../shared/times/take-way.ts'
import type { Instant } from '../../shared/dates/time.ts'
import type { Way } from '../../shared/times/ways-out.ts'
import { findFor, saveChanged, type Arranged, type ArrangeRefusal } from './arrange-meeting.ts'
import { meetingToArrange } from './meetings-of-plan.ts'
import { offerTimes } from './offer-times.ts'
import type { Ports } from './ports.ts'

export type WayChoice = {
  meetingId: MeetingId
  version: number
  way: Way
  /** Of the way that was shown: there may be another by now. */
  start: Instant
  /** Who has agreed, or why it is late. */
  words?: string
  /** Why a meeting that has a time is moved. */
  reason?: string
}

export async function chooseWayOut(
  { way, start, words, reason, ...wanted }: WayChoice,
  by: Reader,
  ports: Ports,
): Promise<Result<Arranged, ArrangeRefusal | WayRefusal>> {
  const isMove = (await ports.store.meeting(wanted.meetingId))?.state === 'arranged'
  const found = await findFor(isMove ? 'move' : 'schedule', wanted, by, ports)
  if (!found.ok) return found
  const { meeting, placement } = found.value
  if (placement.plan.questions.length > 0) return refuse('questionsOpen')
  const asked = { plan: meeting.plan, of: placement, except: meeting.id }
  const ways = (await offerTimes(asked, ports))?.ways ?? meeting.ways ?? []
  const chosen = waysFor(meeting, ways).find((one) => one.way === way && one.slot.start === start)
  if (!chosen) return refuse('timeTaken')
  const taken = takeWay(meeting, chosen, words, ports.clock.now(), reason)
  if (!taken.ok) return taken
  const [first, ...others] = await meetingsOf(taken.value, ports)
  // The old time stays held until Outlook has the new one: the meeting may have to stay where it is.
  const slots = [...(meeting.state === 'arranged' ? [meeting.slot] : []), ...first!.slots]
  return saveChanged(placement, [{ ...first!, slots }, ...others], 'wayOutChosen', by, ports)
}

/** The meeting at its time and, where it is held in two parts, the second one at its own. */
export async function meetingsOf(
  { meeting, family }: TakenWay,
  ports: Pick<Ports, 'store' | 'clock'>,
): Promise<{ meeting: PlanningMeeting; slots: Slot[] }[]> {
  const first = { meeting, slots: 'slot' in meeting ? [meeting.slot] : [] }
  if (!family) return [first]
  const second = { ...(await meetingToArrange(family.plan, meeting.placementId, ports)), wayTaken: FAMILY_PART }
  const chosen = chooseTime(second, family.slot, ports.clock.now())
  if (!chosen.ok) throw new Error(`The second part cannot be held when it was offered: ${chosen.refusal.reason}`)
  return [first, { meeting: chosen.value, slots: [family.slot] }]
}
