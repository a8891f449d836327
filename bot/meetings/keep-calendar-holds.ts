/**
 * The job that brings the calendars of those inside in step with the times that are held for a meeting: puts in what is
 * missing, takes out what is not held any more. What may stand there is written down before Outlook hears of it and
 * struck out only once it is gone, so that a crash at any step leaves nothing behind.
 */
import { subjectOf } from '../../shared/letters/invitation.ts'
import { timesToHold } from '../../shared/times/held-times.ts'
import type { MeetingId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { addMinutes } from '../../shared/dates/time.ts'
import { diariesToRead } from './offer-times.ts'
import { holdsJobs } from './outlook-jobs.ts'
import { CalendarRefused, CalendarUnreachable, OutcomeUnknown, type CalendarHold, type Ports } from './ports.ts'

/** One that went astray is looked for within a minute; by the last look it has surfaced, or never will. */
const LOOKS_AFTER_SECONDS: readonly number[] = [2, 5, 15, 30, 60, 15 * 60]

/** What a step came to: the entry as it stands now, nothing left of it, or nothing that we may write. */
type Step = CalendarHold | 'gone' | 'closed'

export async function keepCalendarHolds(id: MeetingId, ports: Ports): Promise<void> {
  const { store } = ports
  const meeting = await store.meeting(id)
  if (!meeting) return
  const there = await store.calendarHolds(id)
  const wanted = wantedOf(meeting)
  const isWanted = (hold: CalendarHold) => wanted.some((one) => isSameHold(one, hold))
  const missing = wanted.filter((hold) => !there.some((one) => isSameHold(one, hold)))
  if (missing.length > 0) await store.save({ calendarHolds: missing })

  const hand = holdsInHand(ports)
  const subject = subjectOf(meeting.ref)
  for (const hold of there.filter((one) => !isWanted(one))) await hand.work(hold, () => takeOut(hold, subject, ports))
  for (const hold of [...there.filter(isWanted), ...missing]) {
    if (hold.eventId === null) await hand.work(hold, () => putIn(hold, missing.includes(hold), subject, ports))
  }
  await hand.finish(meeting)
}

/** What has become of each entry is kept at once; a calendar that is away keeps nobody else's waiting. */
function holdsInHand({ store, clock }: Ports) {
  const waits: number[] = []
  let closed = 0
  let away: CalendarUnreachable | null = null
  return {
    async work(hold: CalendarHold, does: () => Promise<Step>): Promise<void> {
      try {
        const step = await does()
        if (step === 'closed') closed += 1
        if (typeof step === 'string') return void (await store.save({ droppedHolds: [hold] }))
        await store.save({ calendarHolds: [step] })
        if (step.looks > hold.looks) waits.push(LOOKS_AFTER_SECONDS[step.looks - 1] ?? LOOKS_AFTER_SECONDS.at(-1)!)
      } catch (error) {
        if (!(error instanceof CalendarUnreachable)) throw error
        away = error
      }
    },
    async finish(meeting: PlanningMeeting): Promise<void> {
      const { id, placementId } = meeting
      const now = clock.now()
      const dueAt = waits.length > 0 ? addMinutes(now, Math.min(...waits) / 60) : null
      const detail = { calendars: closed }
      await store.save({
        jobs: dueAt ? holdsJobs(meeting).map((job) => ({ ...job, dueAt })) : [],
        audit:
          closed > 0 ? [{ at: now, by: 'app', did: 'heldInOurBooksAlone', placementId, meetingId: id, detail }] : [],
      })
      if (away) throw away
    },
  }
}

function wantedOf(meeting: PlanningMeeting): CalendarHold[] {
  const round = meeting.heldTimes?.round
  return timesToHold(meeting).flatMap(({ start, end }) =>
    diariesToRead(meeting.plan).map((email) => ({
      // Begins otherwise than the ids of our meetings, so that no look takes it for one that was left over.
      id: `held/${meeting.id}/${round}/${start}`,
      meetingId: meeting.id,
      email,
      slot: { start, end },
      eventId: null,
      looks: 0,
    })),
  )
}

const isSameHold = (one: CalendarHold, other: CalendarHold) => one.id === other.id && one.email === other.email

/** Where nobody knows whether it was put in, the calendar is looked at first. */
async function putIn(hold: CalendarHold, isNew: boolean, subject: string, { calendar }: Ports): Promise<Step> {
  const wanted = { ...hold, subject }
  try {
    const there = isNew ? null : await calendar.findHold(wanted)
    const put = there ?? (await calendar.hold(wanted))
    if (put === 'closed') return 'closed'
    return put ? { ...hold, eventId: put.eventId } : lookAgain(hold)
  } catch (error) {
    if (error instanceof OutcomeUnknown) return lookAgain(hold)
    // A clear no to the first try: there is nothing that would have to be looked for, and our books hold the time.
    if (error instanceof CalendarRefused) return isNew ? 'closed' : lookAgain(hold)
    throw error
  }
}

async function takeOut(hold: CalendarHold, subject: string, { calendar }: Ports): Promise<Step> {
  const isLastLook = hold.looks >= LOOKS_AFTER_SECONDS.length
  try {
    const there = hold.eventId ?? (await calendar.findHold({ ...hold, subject }))?.eventId
    if (there === undefined) return isLastLook ? 'gone' : lookAgain(hold)
    await calendar.letGo(hold.email, there)
    return 'gone'
  } catch (error) {
    // Taking out what is gone already does no harm, so that it is simply done again.
    if (error instanceof OutcomeUnknown) return lookAgain(hold)
    if (error instanceof CalendarRefused) return isLastLook ? 'closed' : lookAgain(hold)
    throw error
  }
}

const lookAgain = (hold: CalendarHold): CalendarHold => ({ ...hold, looks: hold.looks + 1 })
