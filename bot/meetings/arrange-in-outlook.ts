/**
 * A time has been chosen, or the meeting goes to another one: its events are booked or moved together. What only half
 * succeeds is finished or taken back, and said.
 */
import { withConcern, without, type OutlookConcern } from '../../shared/meeting/outlook-concerns.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { PersonKey } from '../../shared/placement/placement.ts'
import {
  arranged,
  backToArrange,
  eventFor,
  type ArrangeProblem,
  type PlanningMeeting,
} from '../../shared/meeting/planning-meeting.ts'
import { planBefore } from '../../shared/times/take-way.ts'
import { minutesBetween } from '../../shared/dates/time.ts'
import { askSiblings } from './ask-siblings.ts'
import { isSameSlot } from './change-event.ts'
import { giveUpMove, stayWhereItWas } from './give-up-move.ts'
import type { InHand } from './meeting-in-hand.ts'
import { diariesToRead, isStillAsShown, judgeTime, offerTimes } from './offer-times.ts'
import { guardJob, holdsJobs, inStepJob, PATIENCE_MINS, showJob, lookJob } from './outlook-jobs.ts'
import { planReminders } from './plan-reminders.ts'
import { CalendarUnreachable, type Ports } from './ports.ts'
import { watchJob } from './watch-outlook.ts'
import { concernsFrom, walkEvents, type Walk } from './walk-events.ts'

type Arranging = PlanningMeeting & { state: 'arranging' }
type OutlookProblem = Exclude<ArrangeProblem, 'notSettledOutside'>

export async function arrangeInOutlook(
  meeting: Arranging,
  placement: Placement,
  hand: InHand,
  ports: Ports,
): Promise<void> {
  const isPatient = minutesBetween(meeting.since, ports.clock.now()) < PATIENCE_MINS
  try {
    const busy = await askOnceMore(meeting, placement, ports)
    if (busy === 'taken') return await giveUp('timeTaken', placement, hand, ports)
    const walk = await walkEvents(hand, meeting.slot, true, ports)
    const verdict = verdictOn(walk, meeting, isPatient)
    if (verdict === 'done') return await settle(walk, busy, placement, hand, ports)
    if (verdict === 'leftToPerson') return await stayWhereItWas(concernsFrom(walk, ports.clock.now()), hand, ports)
    if (verdict !== 'wait') return await giveUp(verdict, placement, hand, ports)
    const after = { seconds: walk.wait ?? 0, now: ports.clock.now() }
    await ports.store.save({ jobs: [inStepJob(meeting.id, after)] })
  } catch (error) {
    if (!(error instanceof CalendarUnreachable) || isPatient) throw error
    await giveUp('outlookUnreachable', placement, hand, ports)
  }
}

/**
 * Asks for everybody's diary just before anything is written. `taken` when somebody who was free as the time was
 * offered is not any more. A time of a person's own choosing stands; who is busy then is said.
 */
async function askOnceMore(meeting: Arranging, placement: Placement, ports: Ports): Promise<'taken' | PersonKey[]> {
  const { id, plan, events, slot, movedFrom, offered, wayTaken } = meeting
  // What was written before a crash is in the diaries already, and would seem to be in its own way.
  const isBegun = events.some(
    (event) =>
      event.state === 'booking' ||
      (event.state === 'booked' && (event.changing === true || isSameSlot(event.slot, slot))),
  )
  if (isBegun) return []
  const judged = await judgeTime(
    { plan, of: placement, except: id, wayTaken, ...(movedFrom && { ownSlot: movedFrom }) },
    slot,
    ports,
  )
  if (!judged) throw new CalendarUnreachable('Free and busy times could not be read')
  const shown = offered.find(({ start }) => start === slot.start)
  if (!shown) return [...judged.busy, ...judged.optionalBusy]
  return isStillAsShown(judged, shown) ? [] : 'taken'
}

/** What a walk through the wanted events comes to. */
function verdictOn(
  { turns }: Walk,
  { movedFrom }: Arranging,
  isPatient: boolean,
): 'done' | 'wait' | 'leftToPerson' | OutlookProblem {
  const wanted = turns.filter(({ isLeaving }) => !isLeaving)
  const isAny = (is: string) => wanted.some(({ end }) => end.is === is)
  const core = wanted.find(({ event }) => event.key === 'core')?.end.is
  if (isAny('refused')) return 'outlookRefused'
  if (core === 'deleted') return movedFrom ? 'leftToPerson' : 'deletedInOutlook'
  if (core === 'atAnotherTime' && movedFrom) return 'leftToPerson'
  // Booked before and moved by hand since: from where it stands now it can be moved to the time just chosen.
  if (core === 'atAnotherTime' || isAny('lookAgain')) return isPatient ? 'wait' : 'outlookUnreachable'
  return 'done'
}

/** Outlook has it all: the reminders are planned and everybody sees it. */
async function settle(walk: Walk, busy: PersonKey[], placement: Placement, hand: InHand, ports: Ports): Promise<void> {
  const now = ports.clock.now()
  const meeting = hand.meeting() as Arranging
  const core = eventFor(meeting, 'core')
  const found: OutlookConcern[] = [
    ...concernsFrom(walk, now),
    ...(busy.length > 0 ? [{ kind: 'clash', people: busy, since: now } as const] : []),
    ...(core?.state === 'booked' && !core.joinUrl ? [{ kind: 'joinLinkMissing', since: now } as const] : []),
  ]
  const concerns = found.reduce(withConcern, without(meeting.concerns, ['outlookAway']))
  const { reminders, jobs } = planReminders(meeting, meeting.slot, now)
  const siblings = await askSiblings(meeting, placement, { from: meeting.movedFrom ?? null, to: meeting.slot }, ports)
  const more = {
    holds: [{ meetingId: meeting.id, emails: diariesToRead(meeting.plan), slots: [meeting.slot] }],
    reminders,
    jobs: [
      showJob(meeting.id),
      lookJob(meeting.id, now),
      guardJob(meeting.id, now),
      watchJob(now),
      ...holdsJobs(meeting),
      ...jobs,
      // What is still being taken back goes on by itself.
      ...(walk.wait === null ? [] : [inStepJob(meeting.id, { seconds: walk.wait, now })]),
      ...siblings.jobs,
    ],
    audit: [
      { at: now, by: 'app', did: 'meetingArranged', placementId: meeting.placementId, meetingId: meeting.id },
      ...siblings.audit,
    ],
  }
  await hand.save(arranged({ ...meeting, concerns }), more, siblings.others)
}

/** The time cannot be had: what was booked is taken back, and a person chooses again from what is free now. */
async function giveUp(problem: OutlookProblem, placement: Placement, hand: InHand, ports: Ports): Promise<void> {
  const meeting = hand.meeting() as Arranging
  if (meeting.movedFrom)
    return giveUpMove(
      problem === 'noFreeTime' || problem === 'deletedInOutlook' ? 'outlookRefused' : problem,
      hand,
      ports,
    )
  const { id, wayTaken } = meeting
  const plan = planBefore(meeting, placement.plan.meetings)
  const found = problem === 'timeTaken' ? await offerTimes({ plan, of: placement, except: id }, ports) : null
  const offered = found?.offered ?? []
  const said = problem === 'timeTaken' && offered.length === 0 ? 'noFreeTime' : problem
  const now = ports.clock.now()
  // What was given up for that time alone is not given up any more; of two parts each stays what it is.
  const before = { ...meeting, plan, wayTaken: wayTaken?.way === 'split' ? wayTaken : undefined }
  await hand.save(backToArrange(before, said, offered, found?.ways), {
    jobs: [...holdsJobs(meeting), showJob(id), inStepJob(id)],
    audit: [
      { at: now, by: 'app', did: 'notArranged', placementId: placement.id, meetingId: id, detail: { problem: said } },
    ],
  })
}
