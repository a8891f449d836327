/** Asks Outlook for the diaries of those who come, and our own books for what they hold, and ranks the times left. */
import type { Diary } from '../../shared/diary.ts'
import type { PlacementConfirmation, PersonKey } from '../../shared/placement.ts'
import { withKeys } from '../../shared/placement.ts'
import type { MeetingPlan } from '../../shared/plan.ts'
import type { MeetingId, OfferedSlot, Slot } from '../../shared/planning-meeting.ts'
import { judgeSlot, offerSlots, searchWindow, type SlotPerson } from '../../shared/slots.ts'
import type { Interval } from '../../shared/time.ts'
import { CalendarUnreachable, type Ports } from './ports.ts'

type Asked = { plan: MeetingPlan; confirmation: PlacementConfirmation; except?: MeetingId }

/** Up to three times; `null` while Outlook cannot be asked. */
export async function offerTimes(asked: Asked, ports: Ports): Promise<OfferedSlot[] | null> {
  const now = ports.clock.now()
  const within = searchWindow({ meeting: asked.plan, now })
  const people = await peopleWithin(asked, within, ports)
  return people && offerSlots({ meeting: asked.plan, people, now })
}

/** One wanted time, judged by the diaries as they are now; `null` while Outlook cannot be asked. */
export async function judgeTime(
  asked: Asked & { ownSlot?: Slot },
  slot: Slot,
  ports: Ports,
): Promise<OfferedSlot | null> {
  const people = await peopleWithin(asked, slot, ports)
  return people && judgeSlot(slot, { meeting: asked.plan, people, now: ports.clock.now() })
}

/** Everybody who comes to one of the events; those outside the tenant have a diary that nobody can see (E-44). */
async function peopleWithin(
  { plan, confirmation, except, ownSlot }: Asked & { ownSlot?: Slot },
  within: Interval,
  { calendar, store }: Ports,
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
  const held = await store.held(emails, within, except)
  const leave = new Map<PersonKey, SlotPerson['onLeave']>(
    withKeys(confirmation.people).map(({ key, person }) => [key, person.onLeave ?? []]),
  )
  return coming.map(({ key, role, required, email, reachedBy }) => {
    const address = email?.toLowerCase() ?? ''
    const diary = (reachedBy === 'teams' && diaries.get(address)) || { known: false as const }
    return {
      key,
      role,
      required,
      onLeave: leave.get(key) ?? [],
      diary: diary.known
        ? {
            ...diary,
            // A meeting that has a time does not stand in its own way; whoever has not answered yet has it as tentative.
            busy: [...diary.busy.filter((busy) => !isSame(busy, ownSlot)), ...(held.get(address) ?? [])],
            tentative: diary.tentative.filter((tentative) => !isSame(tentative, ownSlot)),
          }
        : diary,
    }
  })
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
