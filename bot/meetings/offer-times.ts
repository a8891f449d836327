/** Asks Outlook for the diaries of those who come, and our own books for what they hold, and ranks the times left. */
import { childsWeek } from '../../shared/times/childs-week.ts'
import type { Diary } from '../../shared/times/diary.ts'
import { journeyTo } from '../../shared/times/journeys.ts'
import type { PersonKey } from '../../shared/placement/placement.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import { withKeys } from '../../shared/placement/placement.ts'
import type { MeetingPlan } from '../../shared/meeting/plan.ts'
import { startDayOf } from '../../shared/meeting/plan-placement.ts'
import type { MeetingId, OfferedSlot, Slot } from '../../shared/meeting/planning-meeting.ts'
import { judgeSlot, searchWindow, type SlotPerson, type SlotQuestion } from '../../shared/times/slots.ts'
import { addMinutes, earlier, later, type Interval } from '../../shared/dates/time.ts'
import { findTimes, type TimesFound } from '../../shared/times/times-found.ts'
import { leadsOf, withoutHours, type WayTaken } from '../../shared/times/ways-out.ts'
import { alongside, besideSiblings, siblingMeetings, withoutSiblings, type SiblingMeetings } from './beside-siblings.ts'
import { CalendarUnreachable, type CalendarHold, type Ports } from './ports.ts'

type Asked = {
  plan: MeetingPlan
  /** Of a draft, what it confirms. */
  of: Pick<Placement, 'confirmation' | 'siblings'>
  except?: MeetingId
  /** What was given up to find a time, of a meeting that has one (E-43). */
  wayTaken?: WayTaken
}

/** What everybody's diary yields: up to three times, and what else can be done; `null` while Outlook cannot be asked. */
export async function offerTimes(asked: Asked, ports: Ports): Promise<TimesFound | null> {
  const within = searchWindow({ meeting: asked.plan, now: ports.clock.now() })
  const siblings = await siblingMeetings(asked, ports.store)
  const people = await peopleWithin(asked, siblings, within, ports)
  return people && findTimes(questionAbout(asked, siblings, people, ports), leadsOf(asked.plan))
}

/** One wanted time, judged by the diaries as they are now; `null` while Outlook cannot be asked. */
export async function judgeTime(
  asked: Asked & { ownSlot?: Slot },
  slot: Slot,
  ports: Ports,
): Promise<OfferedSlot | null> {
  return (await judgeTimes(asked, [slot], ports))?.[0] ?? null
}

/** Nobody inside is busy by now who was not when the time was shown. */
export function isStillAsShown(now: OfferedSlot, shown: OfferedSlot): boolean {
  const known = [...shown.busy, ...shown.optionalBusy]
  return [...now.busy, ...now.optionalBusy].every((key) => known.includes(key))
}

/** Several, from one look at the diaries. */
export async function judgeTimes(
  asked: Asked & { ownSlot?: Slot },
  slots: Slot[],
  ports: Ports,
): Promise<OfferedSlot[] | null> {
  const [first, ...others] = slots
  if (!first) return []
  const span = others.reduce<Slot>(
    (all, { start, end }) => ({ start: earlier(all.start, start), end: later(all.end, end) }),
    first,
  )
  const siblings = await siblingMeetings(asked, ports.store)
  const people = await peopleWithin(asked, siblings, aroundSlot(span), ports)
  if (!people) return null
  const about = questionAbout(asked, siblings, people, ports)
  const question = asked.wayTaken?.way === 'outOfHours' ? withoutHours(about) : about
  return slots.map((slot) => judgeSlot(slot, question))
}

/** As far as somebody may have to travel, what lies beside a time counts as well. */
const MOST_TRAVEL_MINS = 4 * 60
const aroundSlot = ({ start, end }: Slot): Interval => ({
  start: addMinutes(start, -MOST_TRAVEL_MINS),
  end: addMinutes(end, MOST_TRAVEL_MINS),
})

function questionAbout(
  { plan, of: { confirmation } }: Asked,
  siblings: SiblingMeetings,
  people: SlotPerson[],
  ports: Ports,
): SlotQuestion {
  const { settings, clock } = ports
  const now = clock.now()
  const practice = settings.practice(settings.packId, startDayOf(confirmation, now))
  const tentative = practice?.pack.tentative ?? practice?.fallback.tentative
  return {
    meeting: plan,
    people,
    now,
    venue: plan.venue.kind,
    ...(tentative && { tentative: tentative.is }),
    child: childsWeek(confirmation.child, plan.attendees),
    siblings: besideSiblings(siblings),
  }
}

/** Everybody who comes to one of the events; those outside the tenant have a diary that nobody can see (E-44). */
async function peopleWithin(
  { plan, of: { confirmation }, except, ownSlot }: Asked & { ownSlot?: Slot },
  siblings: SiblingMeetings,
  within: Interval,
  { calendar, store, settings }: Ports,
): Promise<SlotPerson[] | null> {
  const coming = plan.attendees.filter(({ event }) => event !== null)
  const emails = diariesToRead(plan)
  let diaries: Map<string, Diary>
  try {
    diaries =
      emails.length > 0 ? await calendar.diaries(plan.organiserMailbox, emails, within) : new Map<string, Diary>()
  } catch (error) {
    if (error instanceof CalendarUnreachable) return null
    throw error
  }
  const held = await store.held(emails, within, [...(except ? [except] : []), ...siblings.meetings.map(({ id }) => id)])
  const ours = except ? await store.calendarHolds(except) : []
  const leave = new Map<PersonKey, SlotPerson['onLeave']>(
    withKeys(confirmation.people).map(({ key, person }) => [key, person.onLeave ?? []]),
  )
  const between = settings.journeyMins(confirmation.placement.address)
  return coming.map(({ key, role, required, email, reachedBy }) => {
    const address = email?.toLowerCase() ?? ''
    const journeyMins = journeyTo(plan.venue.kind, role, between)
    const seen = (reachedBy === 'teams' && diaries.get(address)) || { known: false as const }
    const diary = seen.known ? withoutSiblings(seen, address, siblings) : seen
    return {
      key,
      role,
      required,
      onLeave: leave.get(key) ?? [],
      ...(journeyMins !== undefined && { journeyMins }),
      alongside: alongside(siblings, address),
      diary: diary.known
        ? {
            ...diary,
            // A meeting that has a time does not stand in its own way; whoever has not answered yet has it as tentative.
            busy: [...diary.busy.filter((busy) => !isSame(busy, ownSlot)), ...(held.get(address) ?? [])],
            tentative: withoutOurs(
              diary.tentative.filter((tentative) => !isSame(tentative, ownSlot)),
              ours.filter((hold) => hold.email === address),
            ),
          }
        : diary,
    }
  })
}

/** What the meeting itself holds there, each once: somebody else's entry for the very same time counts. */
function withoutOurs(tentative: Interval[], ours: CalendarHold[]): Interval[] {
  const left = [...tentative]
  for (const { slot } of ours) {
    const at = left.findIndex((one) => isSame(one, slot))
    if (at >= 0) left.splice(at, 1)
  }
  return left
}

/** Addresses inside the tenant, in lower case, of all who come. */
export const diariesToRead = ({ attendees }: MeetingPlan): string[] => [
  ...new Set(
    attendees
      .filter(({ event, email, reachedBy }) => event !== null && email && reachedBy === 'teams')
      .map(({ email }) => email!.toLowerCase()),
  ),
]

const isSame = (busy: Interval, slot: Slot | undefined) => busy.start === slot?.start && busy.end === slot.end
