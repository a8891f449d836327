/** Implements the Store: one transaction per save, all or nothing. */
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { SavedByAnother, TimeTaken, type Change, type PlannedJob, type Saved, type Store } from '../meetings/ports.ts'
import { addToAudit, audit } from './audit.ts'
import { calendarHolds, dropCalendarHold, keepCalendarHold } from './calendar-holds.ts'
import { isOverlap, isTwice } from './database-fault.ts'
import type { Database } from './database.ts'
import { draft, draftFor, draftsOfFamily, draftsOfMessage, openDrafts, openDraftsWith, saveDraft } from './drafts.ts'
import { followedCalendar, keepFollowedCalendar } from './followed-calendars.ts'
import { held, releaseHold, takeHolds } from './holds.ts'
import {
  isRefTaken,
  keepChances,
  keepTimes,
  meeting,
  meetingsOf,
  meetingsOfCall,
  meetingsSince,
  meetingsWithEvents,
  meetingsWithFollowUps,
  saveMeeting,
  siblingMeetings,
} from './meetings.ts'
import { changeMinutes, minutes } from './minutes.ts'
import {
  placement,
  placementFor,
  placementsOfMessage,
  placementsQueried,
  placementsById,
  placementsNamed,
  placementsStarting,
  savePlacement,
} from './placements.ts'
import { keepLink, personalLink, revokeLinks } from './personal-links.ts'
import { meetingsSaying } from './search.ts'
import { markReminder, planReminders, reminder } from './reminders.ts'
import type { Queryable } from './rows.ts'

/** Keeps jobs for later in the transaction that it is given. */
export type KeepJobs = (transaction: Queryable, jobs: PlannedJob[]) => Promise<void>

export function openStore({ db, transaction }: Pick<Database, 'db' | 'transaction'>, keepJobs: KeepJobs): Store {
  return {
    draft: (id) => draft(db, id),
    draftFor: (caseReference, placementReference) => draftFor(db, caseReference, placementReference),
    casesWith: async (references) => ({
      placements: await placementsNamed(db, references),
      drafts: await openDraftsWith(db, references),
    }),
    casesOfMessage: async (message) => [
      ...(await placementsOfMessage(db, message)).map((placement) => ({ kind: 'placement' as const, placement })),
      ...(await draftsOfMessage(db, message)).map((draft) => ({ kind: 'draft' as const, draft })),
    ],
    casesWithoutMeeting: async () => ({ placements: await placementsQueried(db), drafts: await openDrafts(db) }),
    placement: (id) => placement(db, id),
    placementFor: (caseReference, placementReference) => placementFor(db, caseReference, placementReference),
    placementsNamed: (reference) => placementsNamed(db, [reference]),
    meeting: (id) => meeting(db, id),
    meetingsOf: (placementId) => meetingsOf(db, placementId),
    meetings: async (since, who = EVERYBODY) => withPlacements(db, await meetingsSince(db, since, who)),
    meetingsWithFollowUps: async (email) => withPlacements(db, await meetingsWithFollowUps(db, email)),
    meetingsSaying: async (words, who, limit) => {
      const found = await meetingsSaying(db, words, who, limit)
      const placed = await withPlacements(
        db,
        found.map(({ meeting }) => meeting),
      )
      const minutesOf = new Map(found.map(({ meeting, minutes: said }) => [meeting.id, said]))
      return placed.map((one) => ({ ...one, minutes: minutesOf.get(one.meeting.id) ?? null }))
    },
    meetingsOfCall: async (call) => withPlacements(db, await meetingsOfCall(db, call)),
    meetingsWithEvents: (eventIds) => meetingsWithEvents(db, eventIds),
    followedCalendar: (mailbox) => followedCalendar(db, mailbox),
    isRefTaken: (ref) => isRefTaken(db, ref),
    personalLink: (hash) => personalLink(db, hash),
    calendarHolds: (meetingId) => calendarHolds(db, meetingId),
    held: (emails, within, except = []) => held(db, emails, within, except),
    siblingMeetings: (group, kind) => siblingMeetings(db, group, kind),
    draftsOfFamily: (family) => draftsOfFamily(db, family),
    placementsStarting: (within) => placementsStarting(db, within),
    save: async (change) => {
      try {
        return await transaction((inside) => saveAll(inside, change, keepJobs))
      } catch (error) {
        if (isTwice(error)) throw new SavedByAnother('somebody else saved first')
        if (isOverlap(error)) throw new TimeTaken('another meeting has that time')
        throw error
      }
    },
    reminder: (meetingId, person, kind) => reminder(db, meetingId, person, kind),
    markReminder: (which, outcome) => markReminder(db, which, outcome),
    minutes: (meetingId) => minutes(db, meetingId),
    changeMinutes: (meetingId, merge) => transaction((inside) => changeMinutes(inside, meetingId, merge)),
    audit: (of) => audit(db, of),
  }
}

/** Where the app itself looks. */
const EVERYBODY = { email: '', seesAll: true }

async function withPlacements(db: Queryable, meetings: PlanningMeeting[]) {
  const placements = await placementsById(db, [...new Set(meetings.map(({ placementId }) => placementId))])
  return meetings.flatMap((meeting) => {
    const placement = placements.get(meeting.placementId)
    return placement ? [{ meeting, placement }] : []
  })
}

/**
 * Rows before holds before the audit log, meetings by id: every save takes its locks in this one order, so that no two
 * can wait for each other.
 */
async function saveAll(transaction: Queryable, change: Change, keepJobs: KeepJobs): Promise<Saved> {
  const placement = change.placement && (await savePlacement(transaction, change.placement))
  const draft = change.draft && (await saveDraft(transaction, change.draft))
  const meetings = await saveMeetings(transaction, change.meetings ?? [])
  for (const meetingId of change.release ?? []) await releaseHold(transaction, meetingId)
  if (change.chances) await keepChances(transaction, change.chances.meetingId, change.chances.counted)
  if (change.times) await keepTimes(transaction, change.times)
  await takeHolds(transaction, change.holds ?? [])
  for (const hold of change.calendarHolds ?? []) await keepCalendarHold(transaction, hold)
  for (const hold of change.droppedHolds ?? []) await dropCalendarHold(transaction, hold)
  for (const { meetingId, person } of change.revokeLinks ?? []) await revokeLinks(transaction, meetingId, person)
  for (const link of change.links ?? []) await keepLink(transaction, link)
  if (change.reminders) await planReminders(transaction, change.reminders.meetingId, change.reminders.all)
  if (change.followed) await keepFollowedCalendar(transaction, change.followed)
  await keepJobs(transaction, change.jobs ?? [])
  await addToAudit(transaction, change.audit ?? [])
  return { ...(draft && { draft }), ...(placement && { placement }), meetings }
}

async function saveMeetings(transaction: Queryable, meetings: PlanningMeeting[]): Promise<PlanningMeeting[]> {
  const saved = new Map<string, PlanningMeeting>()
  for (const meeting of meetings.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    saved.set(meeting.id, await saveMeeting(transaction, meeting))
  }
  return meetings.map((meeting) => saved.get(meeting.id) ?? meeting)
}
