/** Planning meetings, with Outlook's side of them. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { CountedChances } from '../../shared/times/chances.ts'
import type { MeetingId, MeetingRef, PlacementId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import type { MeetingKind } from '../../shared/meeting/plan.ts'
import type { Instant } from '../../shared/dates/time.ts'
import type { Looking } from '../meetings/ports.ts'
import { documentRow, saveDocument } from './documents.ts'
import { json, rowOf, rowsOf, textColumn, type Queryable } from './rows.ts'

const meetingRow = documentRow<PlanningMeeting>()

/** Meetings that may be the reader's to see, for a query over `planning_meeting as meeting`. */
export const isOfTheirs = ({ email, seesAll }: Looking) =>
  seesAll
    ? sql`true`
    : sql`(${email.toLowerCase()} = any (meeting.addresses) or exists (
        select from placement
         where placement.id = meeting.placement_id and ${email.toLowerCase()} = any (placement.addresses)))`

/** With what is kept beside the document. */
const kept = sql`id, version, case when chances is null then content else content || jsonb_build_object('chances', chances) end as content`

export const meeting = (db: Queryable, id: MeetingId): Promise<PlanningMeeting | null> =>
  rowOf(db, meetingRow, sql`select ${kept} from planning_meeting where id = ${id}`)

export const meetingsOf = (db: Queryable, placementId: PlacementId): Promise<PlanningMeeting[]> =>
  rowsOf(
    db,
    meetingRow,
    sql`select ${kept} from planning_meeting where placement_id = ${placementId} order by deadline_at, ref`,
  )

/** Those of placements that were planned under a practice, in the order of their references. */
export const meetingsUnder = (db: Queryable, pack: string): Promise<PlanningMeeting[]> =>
  rowsOf(
    db,
    meetingRow,
    sql`select meeting.* from planning_meeting as meeting join placement on placement.id = meeting.placement_id
         where placement.content ->> 'pack' = ${pack} order by meeting.ref`,
  )

/** All that are not closed or cancelled, and those closed or cancelled since a moment; soonest deadline first. */
export const meetingsSince = (db: Queryable, since: Instant, who: Looking): Promise<PlanningMeeting[]> =>
  rowsOf(
    db,
    meetingRow,
    sql`select ${kept} from planning_meeting as meeting
         where (state not in ('held', 'cancelled') or closed_at >= ${since}) and ${isOfTheirs(who)}
         order by deadline_at, ref`,
  )

/** Those of one kind, that are still to come, of brothers and sisters who are placed together. */
export const siblingMeetings = (db: Queryable, group: string, kind: MeetingKind): Promise<PlanningMeeting[]> =>
  rowsOf(
    db,
    meetingRow,
    sql`select ${kept} from planning_meeting
         where state not in ('held', 'cancelled') and content #>> '{plan,kind}' = ${kind} and placement_id in (
           select id from placement where content -> 'siblings' is not null and content #>> '{siblings,group}' = ${group})
         order by ref`,
  )

/** Those held in which somebody took on what is still open. */
export const meetingsWithFollowUps = (db: Queryable, email: string): Promise<PlanningMeeting[]> =>
  rowsOf(
    db,
    meetingRow,
    sql`select * from planning_meeting as meeting
         where state = 'held' and ${isOfTheirs({ email, seesAll: false })} and jsonb_path_exists(content, '$.followUps[*] ? (!exists(@.done))')
         order by ref`,
  )

/** Those not over whose link is this one, or names this chat, as links spell it: with percent signs, or as it is. */
export const meetingsOfCall = (
  db: Queryable,
  { chat, joinUrl }: { chat: string; joinUrl: string | null },
): Promise<PlanningMeeting[]> =>
  rowsOf(
    db,
    meetingRow,
    sql`select ${kept} from planning_meeting
         where state not in ('held', 'cancelled')
           and (join_url = ${joinUrl} or call_chat = ${chat.toLowerCase()}
                or call_chat = ${encodeURIComponent(chat).toLowerCase()})
         order by deadline_at, ref`,
  )

/** Arranged meetings that have one of these events in Outlook. */
export const meetingsWithEvents = async (db: Queryable, eventIds: string[]): Promise<MeetingId[]> =>
  (
    await rowsOf(
      db,
      z.object({ id: textColumn<MeetingId>() }),
      sql`select id from planning_meeting
           where state = 'arranged' and exists (
             select from jsonb_array_elements(content -> 'events') as event
              where event ->> 'eventId' = any (${eventIds}::text[]))
           order by id`,
    )
  ).map(({ id }) => id)

export const isRefTaken = async (db: Queryable, ref: MeetingRef): Promise<boolean> =>
  (await rowOf(db, z.object({}), sql`select from planning_meeting where ref = ${ref}`)) !== null

export async function saveMeeting(db: Queryable, meeting: PlanningMeeting): Promise<PlanningMeeting> {
  const { chances, ...document } = meeting
  const saved = { ...(await saveDocument(db, 'planning_meeting', document)), ...(chances && { chances }) }
  const transactions = meeting.events.map(({ transactionId }) => transactionId)
  await sql`delete from outlook_transaction where meeting_id = ${meeting.id}`.execute(db)
  await sql`
    insert into outlook_transaction (id, meeting_id)
    select id, ${meeting.id} from unnest(${transactions}::text[]) as id`.execute(db)
  return saved
}

/** Nothing where somebody has saved the meeting since. The version stays, as with the chances. */
export async function keepTimes(
  db: Queryable,
  { id, version, offered, ways = [] }: Pick<PlanningMeeting, 'id' | 'version' | 'offered' | 'ways'>,
): Promise<void> {
  await sql`
    update planning_meeting set content = content || ${json({ offered, ways })}
     where id = ${id} and version = ${version}`.execute(db)
}

/** Without raising the version: nothing that somebody has in front of them becomes out of date. */
export async function keepChances(db: Queryable, meetingId: MeetingId, chances: CountedChances): Promise<void> {
  await sql`update planning_meeting set chances = ${json(chances)} where id = ${meetingId}`.execute(db)
}
