/**
 * Meetings of brothers and sisters who are placed together, as far as they matter for the time of another child's (E-16):
 * when they are, and what of them stands in whose diary. Theirs is the same time, or one beside it, and in nobody's way.
 */
import { isAsking } from '../../shared/times/held-times.ts'
import type { BesideSiblings } from '../../shared/times/beside-siblings.ts'
import type { Diary } from '../../shared/times/diary.ts'
import type { Interval } from '../../shared/dates/time.ts'
import type { MeetingPlan } from '../../shared/meeting/plan.ts'
import type { MeetingId, OutlookEvent, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { Siblings } from '../../shared/placement/siblings.ts'
import type { CalendarHold, Store } from './ports.ts'

export type SiblingMeetings = { how: Siblings['how']; meetings: PlanningMeeting[]; holds: CalendarHold[] }

const NONE: SiblingMeetings = { how: 'together', meetings: [], holds: [] }

/** The same kind of meeting of each brother or sister; never another one of the child's own. */
export async function siblingMeetings(
  { plan, of: { siblings }, except }: { plan: MeetingPlan; of: Pick<Placement, 'siblings'>; except?: MeetingId },
  store: Store,
): Promise<SiblingMeetings> {
  if (!siblings) return NONE
  const all = await store.siblingMeetings(siblings.group, plan.kind)
  const own = all.find(({ id }) => id === except)?.placementId
  const meetings = all.filter(({ placementId }) => placementId !== own)
  const holds = await Promise.all(meetings.map(({ id }) => store.calendarHolds(id)))
  return { how: siblings.how, meetings, holds: holds.flat() }
}

/** Those that have their time. */
export function besideSiblings({ how, meetings }: SiblingMeetings): BesideSiblings | null {
  const slots = meetings.flatMap((meeting) => ('slot' in meeting ? [meeting.slot] : []))
  return slots.length > 0 ? { how, slots } : null
}

/** What somebody has with a brother or sister, at the place where they are then. */
export const alongside = ({ how, meetings }: SiblingMeetings, address: string): Interval[] =>
  how === 'together'
    ? []
    : meetings
        .filter(({ plan }) => plan.attendees.some(({ event, email }) => event && email?.toLowerCase() === address))
        .flatMap((meeting) => ('slot' in meeting ? [meeting.slot] : isAsking(meeting) ? meeting.heldTimes.slots : []))

type Entry = { slot: Interval; isAnswered: boolean }

/** Somebody's diary without those meetings, each taken out once: whatever else they have at the very same time counts. */
export function withoutSiblings(
  diary: Extract<Diary, { known: true }>,
  address: string,
  { meetings, holds }: SiblingMeetings,
): Extract<Diary, { known: true }> {
  const [busy, tentative] = [[...diary.busy], [...diary.tentative]]
  const takeOut = (list: Interval[], { start, end }: Interval): boolean => {
    const at = list.findIndex((one) => one.start === start && one.end === end)
    if (at >= 0) list.splice(at, 1)
    return at >= 0
  }
  const entries: Entry[] = [
    ...meetings.flatMap((meeting) => meeting.events.flatMap((event) => entriesOf(event, meeting, address))),
    ...holds.filter(({ email }) => email === address).map(({ slot }) => ({ slot, isAnswered: false })),
  ]
  for (const { slot, isAnswered } of entries) {
    const [likely, other] = isAnswered ? [busy, tentative] : [tentative, busy]
    if (!takeOut(likely, slot)) takeOut(other, slot)
  }
  return { ...diary, busy, tentative }
}

/** As one event shows in somebody's calendar: in that of whoever sends it, or who is on it and has not declined. */
function entriesOf(event: OutlookEvent, meeting: PlanningMeeting, address: string): Entry[] {
  const slots = slotsOf(event, meeting)
  if (event.organiser.toLowerCase() === address) return slots.map((slot) => ({ slot, isAnswered: true }))
  const { plan, answers } = meeting
  const reader = plan.attendees.find((one) => one.event === event.key && one.email?.toLowerCase() === address)
  const choice = reader && answers[reader.key]?.choice
  if (!reader || choice === 'cannot' || choice === 'sendViews') return []
  return slots.map((slot) => ({ slot, isAnswered: choice !== undefined }))
}

/** Where nobody knows whether a booking or a move has arrived, it may stand there already. */
function slotsOf(event: OutlookEvent, meeting: PlanningMeeting): Interval[] {
  const wanted = 'slot' in meeting ? [meeting.slot] : []
  if (event.state === 'booking') return wanted
  if (event.state !== 'booked') return []
  return event.changing ? [event.slot, ...wanted.filter(({ start }) => start !== event.slot.start)] : [event.slot]
}
