/**
 * A store that forgets: for tests of what stands on the store's promises, not of how they are kept (that is for the
 * tests in `test/store`, on real SQL). Everything is copied on its way in and out, as a database would.
 */
import type { AuditEntry, Change, MinutesRecord, PlannedJob, Saved, Store } from '../../bot/meetings/ports.ts'
import { SavedByAnother, TimeTaken } from '../../bot/meetings/ports.ts'
import type { Draft } from '../../shared/draft.ts'
import type { Placement } from '../../shared/placement-case.ts'
import type { MeetingId, PlanningMeeting } from '../../shared/planning-meeting.ts'
import type { Reminder } from '../../shared/reminders.ts'
import type { Interval } from '../../shared/time.ts'

type Hold = { meetingId: MeetingId; emails: string[]; slot: Interval }

export class MemoryStore implements Store {
  readonly #drafts = new Map<string, Draft>()
  readonly #placements = new Map<string, Placement>()
  readonly #meetings = new Map<string, PlanningMeeting>()
  readonly #minutes = new Map<string, MinutesRecord>()
  readonly #audit: AuditEntry[] = []
  #holds: Hold[] = []
  #reminders: (Reminder & { sentAt: null })[] = []
  readonly #enqueue: (jobs: PlannedJob[]) => void

  constructor(enqueue: (jobs: PlannedJob[]) => void = () => {}) {
    this.#enqueue = enqueue
  }

  draft = async (id: string) => copy(this.#drafts.get(id) ?? null)
  draftFor = async () => null
  placement = async (id: string) => copy(this.#placements.get(id) ?? null)
  meeting = async (id: string) => copy(this.#meetings.get(id) ?? null)
  minutes = async (id: string) => this.#minutes.get(id) ?? null
  reminder = async () => null
  markReminder = async () => {}
  isRefTaken = async (ref: string) => [...this.#meetings.values()].some((meeting) => meeting.ref === ref)
  audit = async () => copy(this.#audit)

  placementFor = async (caseReference: string, placementReference: string) =>
    copy(
      [...this.#placements.values()].find(
        ({ confirmation }) =>
          confirmation.caseReference === caseReference && confirmation.placementReference === placementReference,
      ) ?? null,
    )

  meetingsOf = async (placementId: string) =>
    copy([...this.#meetings.values()].filter((meeting) => meeting.placementId === placementId))

  meetings = async () =>
    copy(
      [...this.#meetings.values()].map((meeting) => ({
        meeting,
        placement: this.#placements.get(meeting.placementId)!,
      })),
    )

  held = async (emails: string[], within: Interval, except?: MeetingId) =>
    new Map(
      emails.map((email) => [
        email,
        this.#holds
          .filter((hold) => hold.meetingId !== except && hold.emails.includes(email) && overlap(hold.slot, within))
          .map(({ slot }) => slot),
      ]),
    )

  async save(change: Change): Promise<Saved> {
    const meetings = change.meetings ?? []
    for (const { kept, given } of [
      { kept: change.draft && this.#drafts.get(change.draft.id), given: change.draft },
      { kept: change.placement && this.#placements.get(change.placement.id), given: change.placement },
      ...meetings.map((given) => ({ kept: this.#meetings.get(given.id), given })),
    ]) {
      if (given && (kept?.version ?? 0) !== given.version) throw new SavedByAnother('Somebody else saved first')
    }
    const { hold } = change
    const taken = this.#holds.some(
      (other) =>
        hold &&
        other.meetingId !== hold.meetingId &&
        overlap(other.slot, hold.slot) &&
        other.emails.some((email) => hold.emails.includes(email)),
    )
    if (taken) throw new TimeTaken('Another meeting has that time')

    const next = <Kept extends { version: number }>(one: Kept): Kept => copy({ ...one, version: one.version + 1 })
    const saved: Saved = { meetings: meetings.map(next) }
    if (change.draft) this.#drafts.set(change.draft.id, (saved.draft = next(change.draft)))
    if (change.placement) this.#placements.set(change.placement.id, (saved.placement = next(change.placement)))
    for (const meeting of saved.meetings) this.#meetings.set(meeting.id, meeting)
    const released = [...(change.release ?? []), ...(hold ? [hold.meetingId] : [])]
    this.#holds = [...this.#holds.filter(({ meetingId }) => !released.includes(meetingId)), ...(hold ? [hold] : [])]
    if (change.reminders) {
      const { meetingId, all } = change.reminders
      this.#reminders = this.#reminders.filter((reminder) => reminder.meetingId !== meetingId)
      this.#reminders.push(...all.map((reminder) => ({ ...reminder, sentAt: null })))
    }
    this.#audit.push(...(change.audit ?? []))
    this.#enqueue(change.jobs ?? [])
    return copy(saved)
  }

  async changeMinutes(id: MeetingId, merge: (before: MinutesRecord | null) => MinutesRecord): Promise<MinutesRecord> {
    const record = merge(this.#minutes.get(id) ?? null)
    this.#minutes.set(id, record)
    return record
  }
}

const overlap = (a: Interval, b: Interval) => a.start < b.end && b.start < a.end
const copy = <Value>(value: Value): Value =>
  value === undefined ? value : (JSON.parse(JSON.stringify(value)) as Value)
