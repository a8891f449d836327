/** Which meetings may hold what somebody looks for: narrowed here, and decided by who they are in the use case. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Minutes } from '../../shared/record/minutes.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import type { Looking } from '../meetings/ports.ts'
import { documentRow } from './documents.ts'
import { isOfTheirs } from './meetings.ts'
import { jsonColumn, rowsOf, type Queryable } from './rows.ts'

const MOST_WORDS = 8

const foundRow = documentRow<PlanningMeeting>()
const minutesRow = z.object({ minutes: jsonColumn<Minutes>().nullable() })

/**
 * Meetings in which every word begins some word: those to come first, then the latest. What is said in a record is
 * looked through only for those whose case it is.
 */
export async function meetingsSaying(db: Queryable, words: string, who: Looking, limit: number) {
  const own = isOfTheirs({ ...who, seesAll: false })
  const query = sql`
    with asked as (
      select word, (word || ':*')::tsquery as beginning from unnest(words_of(${words})) as word limit ${MOST_WORDS}
    ), hit as (
      select word, meeting.id from asked join planning_meeting as meeting on meeting.found_by @@ beginning
      union
      select word, meeting.id from asked join placement on placement.found_by @@ beginning
        join planning_meeting as meeting on meeting.placement_id = placement.id
      union
      select word, meeting.id from asked join planning_meeting as meeting on meeting.said @@ beginning
       where ${own}
      union
      select word, meeting.id from asked join minutes on minutes.said @@ beginning
        join planning_meeting as meeting on meeting.id = minutes.meeting_id
       where ${own}
    ), found as (
      select id from hit group by id having count(*) = (select count(*) from asked)
    )
    select meeting.id, meeting.version, meeting.content, minutes.minutes
      from found
      join planning_meeting as meeting on meeting.id = found.id
      left join minutes on minutes.meeting_id = meeting.id
     where ${isOfTheirs(who)}
     order by (meeting.state in ('held', 'cancelled')), coalesce(meeting.starts_at, meeting.deadline_at) desc, meeting.ref
     limit ${limit}`
  const row = z.custom<unknown>().transform((raw) => ({
    meeting: foundRow.parse(raw),
    minutes: minutesRow.parse(raw).minutes,
  }))
  return rowsOf(db, row, query)
}
