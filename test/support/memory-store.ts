/**
 * A store that forgets: for tests of what stands on the store's promises, where real SQL would be too slow or beside the
 * point. It is held to the same specification as the real one (`test/store`). Everything is copied on its way in and
 * out, as a database would.
 */
import {
  SavedByAnother,
  TimeTaken,
  type AuditEntry,
  type CalendarHold,
  type Change,
  type FollowedCalendar,
  type Hold,
  type MinutesRecord,
  type PersonalLink,
  type PlannedJob,
  type Saved,
  type Store,
} from '../../bot/meetings/ports.ts'
import { joinUrlOf } from '../../bot/meetings/book-event.ts'
import { chatIn } from '../../shared/meeting/meeting-times.ts'
import type { Draft } from '../../shared/placement/draft.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { MeetingId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import type { Reminder } from '../../shared/letters/reminders.ts'
import type { Instant, Interval } from '../../shared/dates/time.ts'

type PlannedReminder = Reminder & { sentAt: Instant | null }

export class MemoryStore implements Store {
  readonly #drafts = new Map<string, Draft>()
  readonly #placements = new Map<string, Placement>()
  readonly #meetings = new Map<string, PlanningMeeting>()
  readonly #minutes = new Map<string, MinutesRecord>()
  readonly #followed = new Map<string, FollowedCalendar>()
  readonly #audit: AuditEntry[] = []
  #holds: Hold[] = []
  #calendarHolds: CalendarHold[] = []
  #links: PersonalLink[] = []
  #reminders: PlannedReminder[] = []
  readonly #enqueue: (jobs: PlannedJob[]) => void

  constructor(enqueue: (jobs: PlannedJob[]) => void = () => {}) {
    this.#enqueue = enqueue
  }

  /** For tests alone. */
  everyDraft = async () => copy([...this.#drafts.values()])
  draft = async (id: string) => copy(this.#drafts.get(id) ?? null)
  placement = async (id: string) => copy(this.#placements.get(id) ?? null)
  meeting = async (id: string) => copy(this.#meetings.get(id) ?? null)
  minutes = async (id: string) => this.#minutes.get(id) ?? null
  meetingsOfCall = async ({ chat, joinUrl }: { chat: string; joinUrl: string | null }) => {
    const isOfIt = (meeting: PlanningMeeting) => {
      const link = joinUrlOf(meeting)
      return link !== null && (link === joinUrl || chatIn(link)?.toLowerCase() === chat.toLowerCase())
    }
    return [...this.#meetings.values()]
      .filter((meeting) => meeting.state !== 'held' && meeting.state !== 'cancelled' && isOfIt(meeting))
      .sort((a, b) => (a.ref < b.ref ? -1 : 1))
      .map((meeting) => ({ meeting: copy(meeting), placement: copy(this.#placements.get(meeting.placementId)!) }))
  }
  meetingsWithEvents = async (eventIds: string[]) =>
    [...this.#meetings.values()]
      .filter(
        ({ state, events }) =>
          state === 'arranged' && events.some((one) => 'eventId' in one && eventIds.includes(one.eventId!)),
      )
      .map(({ id }) => id)
      .sort()
  followedCalendar = async (mailbox: string) => copy(this.#followed.get(mailbox.toLowerCase()) ?? null)
  isRefTaken = async (ref: string) => [...this.#meetings.values()].some((meeting) => meeting.ref === ref)

  draftFor = async (caseReference: string, placementReference: string) => {
    const mine = [...this.#drafts.values()].filter(
      ({ state, fields }) =>
        state !== 'dismissed' &&
        fields.caseReference === caseReference &&
        fields.placementReference === placementReference,
    )
    const last = mine.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1)).at(-1)
    return copy(mine.find(({ state }) => state === 'open') ?? last ?? null)
  }

  placementFor = async (caseReference: string, placementReference: string) =>
    copy(
      [...this.#placements.values()].find(
        ({ confirmation }) =>
          confirmation.caseReference === caseReference && confirmation.placementReference === placementReference,
      ) ?? null,
    )

  placementsNamed = async (reference: string) => this.#placementsNamed([reference])
  casesWith = async (references: string[]) => ({
    placements: this.#placementsNamed(references),
    drafts: copy(
      [...this.#drafts.values()]
        .filter(({ state, fields: { caseReference = '', placementReference = '' } }) =>
          [caseReference, placementReference].some((one) => state === 'open' && references.includes(one)),
        )
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    ),
  })
  #placementsNamed(references: string[]) {
    const spellings: string[] = references.flatMap((reference) => [reference, reference.toUpperCase()])
    const met = [...this.#meetings.values()].filter(({ ref }) => spellings.includes(ref))
    const named = ({ id, confirmation }: Placement) =>
      spellings.includes(confirmation.caseReference) ||
      spellings.includes(confirmation.placementReference) ||
      met.some(({ placementId }) => placementId === id)
    const key = ({ id, confirmation }: Placement) => `${confirmation.placementReference} ${id}`
    return copy([...this.#placements.values()].filter(named).sort((a, b) => (key(a) < key(b) ? -1 : 1)))
  }
  casesWithoutMeeting = async () => {
    const has = (id: string) =>
      [...this.#meetings.values()].some(({ placementId, state }) => placementId === id && state !== 'cancelled')
    const placements = [...this.#placements.values()]
      .filter(({ id, plan, cancelled }) => ['asks', 'provisional'].includes(plan.status) && !cancelled && !has(id))
      .sort((a, b) => (a.confirmation.confirmedAt < b.confirmation.confirmedAt ? -1 : 1))
    const drafts = [...this.#drafts.values()]
      .filter(({ state }) => state === 'open')
      .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
    return { placements: copy(placements), drafts: copy(drafts) }
  }

  casesOfMessage = async ({ chat, id }: { chat: string; id: string }) => {
    const has = ({ messages = [] }: Pick<Draft, 'messages'>) =>
      messages.some((one) => one.chat === chat && one.id === id)
    const placements = [...this.#placements.values()].filter(has)
    const drafts = [...this.#drafts.values()].filter((one) => one.state === 'open' && has(one))
    return [
      ...copy(placements).map((placement) => ({ kind: 'placement' as const, placement })),
      ...copy(drafts).map((draft) => ({ kind: 'draft' as const, draft })),
    ]
  }

  meetingsOf = async (placementId: string) =>
    copy(sorted([...this.#meetings.values()].filter((meeting) => meeting.placementId === placementId)))

  meetings = async (since: Instant) =>
    copy(
      sorted([...this.#meetings.values()].filter((meeting) => (closedAt(meeting) ?? since) >= since)).map(
        (meeting) => ({
          meeting,
          placement: this.#placements.get(meeting.placementId)!,
        }),
      ),
    )

  meetingsWithFollowUps = async () =>
    copy(
      [...this.#meetings.values()]
        .filter(({ state, followUps = [] }) => state === 'held' && followUps.some(({ done }) => !done))
        .sort((a, b) => (a.ref < b.ref ? -1 : 1))
        .map((meeting) => ({ meeting, placement: this.#placements.get(meeting.placementId)! })),
    )

  /** Everything: what is found in it is decided by who asks. */
  meetingsSaying = async () =>
    copy(
      [...this.#meetings.values()].map((meeting) => ({
        meeting,
        placement: this.#placements.get(meeting.placementId)!,
        minutes: this.#minutes.get(meeting.id)?.minutes ?? null,
      })),
    )

  personalLink = async (hash: string) => copy(this.#links.find((link) => link.hash === hash) ?? null)
  calendarHolds = async (id: string) => copy(this.#calendarHolds.filter(({ meetingId }) => meetingId === id))

  held = async (emails: string[], within: Interval, except: MeetingId[] = []) =>
    new Map(
      lower(emails).map((email) => [
        email,
        this.#holds
          .filter(({ meetingId, emails: theirs }) => !except.includes(meetingId) && lower(theirs).includes(email))
          .flatMap(({ slots }) => slots.filter((slot) => overlap(slot, within)))
          .map((slot) => ({ ...slot })),
      ]),
    )

  siblingMeetings = async (group: string, kind: string) =>
    copy(
      [...this.#meetings.values()]
        .filter(({ state, plan }) => state !== 'held' && state !== 'cancelled' && plan.kind === kind)
        .filter(({ placementId }) => this.#placements.get(placementId)?.siblings?.group === group)
        .sort((a, b) => (a.ref < b.ref ? -1 : 1)),
    )

  draftsOfFamily = async (family: string) =>
    copy(
      [...this.#drafts.values()]
        .filter((draft) => draft.state === 'open' && draft.family === family)
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    )

  placementsStarting = async ({ start, end }: Interval) =>
    copy(
      [...this.#placements.values()]
        .filter(({ confirmation, cancelled }) => {
          const { startsAt } = confirmation.placement
          return startsAt && startsAt >= start && startsAt < end && !cancelled
        })
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    )

  async save(change: Change): Promise<Saved> {
    const meetings = change.meetings ?? []
    this.#refuseWhatAnotherSaved(change.draft && this.#drafts.get(change.draft.id), change.draft)
    this.#refuseWhatAnotherSaved(change.placement && this.#placements.get(change.placement.id), change.placement)
    for (const meeting of meetings) this.#refuseWhatAnotherSaved(this.#meetings.get(meeting.id), meeting)
    this.#refuseWhatOnlyOneMayHave(change)
    const holds = this.#holdsAfter(change)

    const next = <Kept extends { version: number }>(one: Kept): Kept => copy({ ...one, version: one.version + 1 })
    const saved: Saved = { meetings: meetings.map(next) }
    if (change.draft) this.#drafts.set(change.draft.id, (saved.draft = next(change.draft)))
    if (change.placement) this.#placements.set(change.placement.id, (saved.placement = next(change.placement)))
    for (const { chances: _, ...meeting } of saved.meetings) {
      const kept = this.#meetings.get(meeting.id)?.chances
      this.#meetings.set(meeting.id, { ...meeting, ...(kept && { chances: kept }) })
    }
    const counted = change.chances && this.#meetings.get(change.chances.meetingId)
    if (counted) this.#meetings.set(counted.id, { ...counted, chances: copy(change.chances!.counted) })
    const open = change.times && this.#meetings.get(change.times.id)
    if (open && open.version === change.times!.version) this.#meetings.set(open.id, copy({ ...open, ...change.times }))
    this.#holds = holds
    const { calendarHolds = [], droppedHolds = [], revokeLinks = [], links = [] } = change
    const isReplaced = ({ id, email }: CalendarHold) =>
      [...droppedHolds, ...calendarHolds].some((hold) => hold.id === id && hold.email === email)
    this.#calendarHolds = [...this.#calendarHolds.filter((hold) => !isReplaced(hold)), ...copy(calendarHolds)]
    const isRevoked = (link: PersonalLink) =>
      revokeLinks.some(({ meetingId, person }) => link.meetingId === meetingId && (!person || link.person === person))
    this.#links = [...this.#links.filter((link) => !isRevoked(link)), ...copy(links)]
    if (change.reminders) this.#planReminders(change.reminders.meetingId, change.reminders.all)
    if (change.followed) this.#followed.set(change.followed.mailbox.toLowerCase(), copy(change.followed))
    this.#audit.push(...copy(change.audit ?? []))
    this.#enqueue(change.jobs ?? [])
    return copy(saved)
  }

  async changeMinutes(id: MeetingId, merge: (before: MinutesRecord | null) => MinutesRecord): Promise<MinutesRecord> {
    const record = merge(this.#minutes.get(id) ?? null)
    this.#minutes.set(id, record)
    return record
  }

  reminder = async (meetingId: string, person: string, kind: string) =>
    copy(this.#reminders.find((one) => isAbout(one, { meetingId, person, kind })) ?? null)

  markReminder = async (
    which: Pick<Reminder, 'meetingId' | 'person' | 'kind' | 'meetingStart'>,
    { at }: { at: Instant },
  ) => {
    const planned = this.#reminders.find((one) => isAbout(one, which) && one.meetingStart === which.meetingStart)
    if (planned && !planned.sentAt) planned.sentAt = at
  }

  audit = async ({ placementId, meetingId }: { placementId?: string; meetingId?: string }) =>
    copy(
      this.#audit.filter(
        (entry) =>
          (placementId === undefined || entry.placementId === placementId) &&
          (meetingId === undefined || entry.meetingId === meetingId),
      ),
    )

  #refuseWhatAnotherSaved(kept: { version: number } | undefined, given: { version: number } | undefined) {
    if (given && (kept?.version ?? 0) !== given.version) throw new SavedByAnother('somebody else saved first')
  }

  #refuseWhatOnlyOneMayHave({ draft, placement, meetings = [] }: Change) {
    const twice =
      [...this.#placements.values()].some(
        (other) => placement && other.id !== placement.id && sameReferences(other.confirmation, placement.confirmation),
      ) ||
      [...this.#drafts.values()].some(
        (other) =>
          draft?.state === 'open' &&
          other.id !== draft.id &&
          other.state === 'open' &&
          other.fields.caseReference !== undefined &&
          sameReferences(other.fields, draft.fields),
      ) ||
      meetings.some((meeting) =>
        [...this.#meetings.values()].some(
          (other) =>
            other.id !== meeting.id &&
            (other.ref === meeting.ref || transactions(other).some((id) => transactions(meeting).includes(id))),
        ),
      )
    if (twice) throw new SavedByAnother('somebody else saved first')
  }

  /** Of what placement a meeting is, and with whom it may share its times. */
  #sharing(meetingId: MeetingId, { meetings = [], placement }: Change) {
    const meeting = meetings.find(({ id }) => id === meetingId) ?? this.#meetings.get(meetingId)
    const placementId = meeting?.placementId
    const known = placement?.id === placementId ? placement : this.#placements.get(placementId ?? '')
    const group = known?.siblings?.how === 'together' ? `${known.siblings.group} ${meeting?.plan.kind}` : meetingId
    return { placementId, group }
  }

  #holdsAfter(change: Change): Hold[] {
    const { holds = [], release = [] } = change
    const mayShare = (one: Hold, other: Hold) => {
      const [a, b] = [this.#sharing(one.meetingId, change), this.#sharing(other.meetingId, change)]
      return a.group === b.group && a.placementId !== b.placementId
    }
    const released = [...release, ...holds.map(({ meetingId }) => meetingId)]
    const after = this.#holds.filter(({ meetingId }) => !released.includes(meetingId))
    for (const hold of holds) {
      const taken = after.some(
        (other) =>
          !mayShare(hold, other) &&
          lower(other.emails).some((email) => lower(hold.emails).includes(email)) &&
          other.slots.some((slot) => hold.slots.some((wanted) => overlap(slot, wanted))),
      )
      if (taken) throw new TimeTaken('another meeting has that time')
      after.push(copy(hold))
    }
    return after
  }

  /** One that was sent for this very start stays sent; for another start it is planned anew. */
  #planReminders(meetingId: MeetingId, all: Reminder[]) {
    const before = this.#reminders.filter((one) => one.meetingId === meetingId && one.sentAt !== null)
    const stays = (sent: PlannedReminder) =>
      !all.some((one) => isAbout(one, sent) && one.meetingStart !== sent.meetingStart)
    const staying = before.filter(stays)
    const planned = all
      .filter((one) => !staying.some((sent) => isAbout(one, sent)))
      .map((one) => ({ ...one, sentAt: null }))
    this.#reminders = [...this.#reminders.filter((one) => one.meetingId !== meetingId), ...staying, ...planned]
  }
}

type About = { meetingId: string; person: string; kind: string }
const isAbout = (reminder: About, { meetingId, person, kind }: About) =>
  reminder.meetingId === meetingId && reminder.person === person && reminder.kind === kind

type References = { caseReference?: string; placementReference?: string }
const sameReferences = (a: References, b: References) =>
  a.caseReference === b.caseReference && a.placementReference === b.placementReference

const transactions = ({ events }: PlanningMeeting) => events.map(({ transactionId }) => transactionId)

const closedAt = (meeting: PlanningMeeting): Instant | null =>
  meeting.state === 'held' ? meeting.closedAt : meeting.state === 'cancelled' ? meeting.cancelledAt : null

/** The soonest deadline first, those without one last. */
const sorted = (meetings: PlanningMeeting[]) =>
  meetings.toSorted((a, b) => {
    const [first, second] = [a, b].map(({ plan, ref }) => `${plan.deadline?.at ?? '9999'} ${ref}`)
    return first! < second! ? -1 : 1
  })

const lower = (emails: string[]) => [...new Set(emails.map((email) => email.toLowerCase()))]
const overlap = (a: Interval, b: Interval) => a.start < b.end && b.start < a.end

/** Apart from whatever it was, as after a way through a database; what was kept before cannot change, and is shared. */
function copy<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  const own: unknown = Array.isArray(value) ? value.map(copy) : copyOfFields(value as Record<string, unknown>)
  Object.freeze(own)
  return own as Value
}

/** What is not known has no field, as in JSON. */
function copyOfFields(value: Record<string, unknown>): Record<string, unknown> {
  const own: Record<string, unknown> = {}
  for (const name of Object.keys(value)) if (value[name] !== undefined) own[name] = copy(value[name])
  return own
}
