/** What one reader sees: the list of what is due next, and one meeting. */
import type { Practice } from '../../shared/people/attendees.ts'
import { caseClocks } from '../../shared/deadlines/case-clocks.ts'
import { caseView, type CaseView } from '../../shared/placement/case-view.ts'
import { NO_MINUTES } from '../../shared/record/minutes.ts'
import { listPage, type ListAsked, type ListPage } from '../../shared/meeting/meeting-list.ts'
import { meetingRow, meetingView, type MeetingRow, type MeetingView } from '../../shared/meeting/meeting-view.ts'
import { mayDo, seesEveryMeeting, type Reader } from '../../shared/people/permissions.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import { startDayOf } from '../../shared/meeting/plan-placement.ts'
import type { MeetingId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { addMinutes } from '../../shared/dates/time.ts'
import { waysFor } from '../../shared/times/take-way.ts'
import type { TimesFound } from '../../shared/times/times-found.ts'
import { reasonWords } from '../../shared/requirements/reason-words.ts'
import { BeyondBankHolidays } from '../../shared/dates/working-days.ts'
import { lastBefore } from './propose-item.ts'
import { offerTimes } from './offer-times.ts'
import type { Ports } from './ports.ts'

/** Closed and cancelled meetings stay in the list for so long. */
const DONE_FOR_MINS = 28 * 24 * 60

/** A page of the list; each time from how everything stands by then, since whose turn it is may change by the minute. */
export const pageOfMeetings = async (asked: ListAsked, by: Reader, ports: Ports): Promise<ListPage> =>
  listPage(await listMeetings(by, ports), asked, ports.clock.now())

export async function listMeetings(by: Reader, { store, clock }: Ports): Promise<MeetingRow[]> {
  const now = clock.now()
  const who = { email: by.email, seesAll: seesEveryMeeting(by) }
  const all = await store.meetings(addMinutes(now, -DONE_FOR_MINS), who)
  return all
    .filter(({ meeting, placement }) => mayDo('seeMeeting', by, placement, meeting))
    .map(({ meeting, placement }) => withoutWorking(meetingRow(by, placement, meeting, now)))
}

/** How a deadline was worked out is for the meeting's own page; in a list of thousands it is most of what is sent. */
const withoutWorking = (row: MeetingRow): MeetingRow =>
  row.deadline ? { ...row, deadline: { ...row.deadline, working: [] } } : row

export async function showMeeting(
  id: MeetingId,
  by: Reader,
  ports: Ports,
): Promise<Result<{ meeting: MeetingView; placement: CaseView }, 'gone'>> {
  const { store, clock, settings } = ports
  const meeting = await store.meeting(id)
  const placement = meeting && (await store.placement(meeting.placementId))
  if (!meeting || !placement || !mayDo('seeMeeting', by, placement, meeting)) return refuse('gone')
  const record = await store.minutes(id)
  const meetings = await store.meetingsOf(placement.id)
  const practice = settings.practice(placement.pack, startDayOf(placement.confirmation, clock.now()))
  const current = withCaseClocks(placement, meeting, practice)
  const view = meetingView(
    by,
    current,
    meeting,
    record?.minutes ?? NO_MINUTES,
    practice,
    clock.now(),
    await lastBefore(meeting, meetings, ports),
  )
  return ok({ meeting: { ...view, reasons: reasonsOf(view) }, placement: caseView(by, placement, meetings) })
}

/** Of every date that is shown: who asks for it, and where it says so. The tab does not carry the catalogue. */
function reasonsOf({ deadline, clocks, planDue }: MeetingView): Record<string, string> {
  const ofClocks = [...clocks, ...(planDue ? [planDue.clock] : [])].flatMap((one) => [
    ...one.requirements,
    ...one.facts,
  ])
  const ids = [...new Set([...(deadline?.requirements ?? []), ...ofClocks])]
  return Object.fromEntries(ids.map((id) => [id, reasonWords([id])[0]!]))
}

/** What runs from a meeting that was held, or from a day that was given, stands beside what the plan set. */
function withCaseClocks(placement: Placement, meeting: PlanningMeeting, practice: Practice | null): Placement {
  try {
    const clocks = practice ? caseClocks(placement, meeting, practice) : placement.plan.clocks
    return { ...placement, plan: { ...placement.plan, clocks } }
  } catch (error) {
    // The page still shows everything else, where the list of bank holidays has been made shorter since.
    if (error instanceof BeyondBankHolidays) return placement
    throw error
  }
}

/** Times to choose from, asked of Outlook afresh; `null` while it cannot be asked. */
export async function showTimes(
  id: MeetingId,
  by: Reader,
  ports: Ports,
): Promise<Result<TimesFound | null, 'gone' | 'mayNot'>> {
  const meeting = await ports.store.meeting(id)
  const placement = meeting && (await ports.store.placement(meeting.placementId))
  if (!meeting || !placement || !mayDo('seeMeeting', by, placement, meeting)) return refuse('gone')
  if (!mayDo('schedule', by, placement, meeting) && !mayDo('move', by, placement, meeting)) return refuse('mayNot')
  const found = await offerTimes({ plan: meeting.plan, of: placement, except: id }, ports)
  return ok(found && { ...found, ways: waysFor(meeting, found.ways) })
}
