/** Empties everything that the app keeps, for the local workplace's reset alone. The audit cannot be emptied. */
import { sql } from 'kysely'
import type { Database } from './database.ts'

export const emptyDatabase = ({ transaction }: Pick<Database, 'transaction'>): Promise<void> =>
  transaction(async (db) => {
    const tables = sql`placement, draft, planning_meeting, outlook_transaction, hold, reminder, minutes,
      followed_calendar, personal_link, calendar_hold, scheduled_job, given_up_job, conversation, blocked_by, card,
      taken_activity, mailbox_round, arrived_mail, mail_telling`
    await sql`truncate ${tables}`.execute(db)
    await sql`delete from pgboss.job`.execute(db)
  })
