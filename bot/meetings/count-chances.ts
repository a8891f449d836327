/**
 * The job that counts how many times are left for a meeting that has none, as diaries fill and time passes. When few are
 * left, and again when none is, whoever has to know is told, once each, however often it is counted.
 */
import { newsIn, type CountedChances } from '../../shared/times/chances.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { MeetingId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { addDays, addMinutes, atLondon, londonDate, londonMinuteOfDay, type Instant } from '../../shared/dates/time.ts'
import { isWithinBankHolidays, isWorkingDay } from '../../shared/dates/working-days.ts'
import { offerTimes } from './offer-times.ts'
import { showJob } from './outlook-jobs.ts'
import { SavedByAnother, type PlannedJob, type Ports } from './ports.ts'

/** Diaries fill while people are at work: so often they are looked at then, and with plenty left each morning only. */
const EVERY_MINS = 60
const PLENTY = 10
const MORNING = '08:00'
const WORKING = { from: 8 * 60, until: 18 * 60 }
/** What has been counted so lately holds. */
const FRESH_MINS = 10

export const countJob = (meetingId: MeetingId, dueAt?: Instant): PlannedJob => ({
  job: { name: 'countChances', meetingId },
  ...(dueAt && { dueAt }),
  key: `chances/${meetingId}`,
})

/** A meeting that is to be arranged by some day, and was not counted just now. */
export const isToBeCounted = (meeting: PlanningMeeting, placement: Placement, now: Instant): boolean =>
  isWaitedFor(meeting, placement) && (!meeting.chances || addMinutes(meeting.chances.countedAt, FRESH_MINS) <= now)

const isWaitedFor = ({ state, plan }: PlanningMeeting, placement: Placement) =>
  state === 'toArrange' && plan.deadline !== null && placement.plan.status === 'ready'

export async function countChances(id: MeetingId, ports: Ports): Promise<void> {
  const { store, clock } = ports
  const meeting = await store.meeting(id)
  const placement = meeting && (await store.placement(meeting.placementId))
  if (!meeting || !placement || !isWaitedFor(meeting, placement)) return
  const now = clock.now()
  const found = await offerTimes({ plan: meeting.plan, of: placement, except: id }, ports)
  if (!found?.chances) return void (await store.save({ jobs: [countJob(id, addMinutes(now, FRESH_MINS))] }))
  const { countedAt: _, ...before } = meeting.chances ?? { countedAt: now }
  const counted: CountedChances = { ...before, ...found.chances, countedAt: now }
  const news = newsIn(counted)
  const isOver = now > meeting.plan.deadline!.at
  const changed = meeting.chances?.left !== counted.left || meeting.chances.last !== counted.last
  try {
    await store.save({
      chances: { meetingId: id, counted: { ...counted, ...said(news, now) } },
      // Whoever is told sees what can be done as the diaries are now.
      ...(news && { meetings: [{ ...meeting, offered: found.offered, ways: found.ways }] }),
      jobs: [
        ...(isOver ? [] : [countJob(id, nextCount(now, counted.left))]),
        ...(news ? [{ job: { name: 'tellRunningOut', meetingId: id, left: news } } as const] : []),
        ...(changed ? [showJob(id)] : []),
      ],
      ...(news && {
        audit: [{ at: now, by: 'app', did: RAN_OUT[news], placementId: placement.id, meetingId: id }],
      }),
    })
  } catch (error) {
    // Somebody presses at this very moment: what they choose decides, and until then it is counted again.
    if (!(error instanceof SavedByAnother)) throw error
    await store.save({ jobs: [countJob(id)] })
  }
}

const RAN_OUT = { few: 'fewTimesLeft', none: 'noTimesLeft' }

const said = (news: 'few' | 'none' | null, now: Instant): Partial<CountedChances> =>
  news === 'few' ? { toldFew: now } : news === 'none' ? { toldNone: now } : {}

/** In an hour while people work; else, and with plenty left, the next working morning. */
function nextCount(now: Instant, left: number): Instant {
  const today = londonDate(now)
  const minute = londonMinuteOfDay(now)
  if (isWorked(today) && minute < WORKING.from) return atLondon(today, MORNING)
  if (isWorked(today) && left <= PLENTY && minute < WORKING.until - EVERY_MINS) return addMinutes(now, EVERY_MINS)
  let day = addDays(today, 1)
  while (!isWorked(day)) day = addDays(day, 1)
  return atLondon(day, MORNING)
}

/** Beyond the bank holidays that are known, every day may be one on which people work. */
const isWorked = (day: ReturnType<typeof londonDate>) => !isWithinBankHolidays(day) || isWorkingDay(day)
