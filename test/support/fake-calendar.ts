/**
 * Outlook in a few tables: events with the ids that they were asked for under, who was mailed what, and what people do
 * by hand. It is held to the local workplace's Graph by one suite that runs on both (`test/graph/calendar.test.ts`), so
 * that what works here works there.
 */
import type { Diary } from '../../shared/times/diary.ts'
import type { Invitation } from '../../shared/letters/invitation.ts'
import type { AnswerChoice, Slot } from '../../shared/meeting/planning-meeting.ts'
import { addMinutes, instant, type Instant, type Interval } from '../../shared/dates/time.ts'
import {
  CalendarRefused,
  CalendarUnreachable,
  OutcomeUnknown,
  type Booked,
  type Calendar,
  type CalendarChanges,
  type Clock,
  type EventAttendee,
  type EventChange,
  type TimeToHold,
} from '../../bot/meetings/ports.ts'

export type FakeEvent = Omit<Booked, 'answers' | 'proposed'> & {
  invitation: Invitation
  organiser: string
  marker: string
  hideAttendees: boolean
  version: number
  /** Its place in the order of all changes. */
  changed: number
  answers: Map<string, { choice: AnswerChoice; at: Instant }>
  proposed: Map<string, { start: Instant; at: Instant }>
}

export type FakeMail = { to: string; kind: 'invitation' | 'update' | 'cancellation'; event: FakeEvent; words?: string }

export type Operation =
  'getSchedule' | 'book' | 'find' | 'read' | 'changes' | 'change' | 'cancel' | 'answer' | 'hold' | 'findHold' | 'letGo'

/**
 * `lost`: done, and nobody hears of it. `silent`: not done, and nobody hears. `busy`: not done, and told so, with a time
 * to wait where one is given. `refused`: not done, and never will be.
 */
export type Fault = { on?: Operation; is: 'lost' | 'silent' | 'busy' | 'refused'; retryAfterSeconds?: number }

const WRITES: Operation[] = ['book', 'change', 'cancel', 'hold', 'letGo']

export class FakeCalendar implements Calendar {
  readonly events = new Map<string, FakeEvent>()
  /** What was cancelled or deleted, and by whom: the app, or a person in Outlook. */
  readonly cancelled: string[] = []
  readonly deletedByHand: string[] = []
  readonly mails: FakeMail[] = []
  /** Times that are held in somebody's own calendar. */
  readonly held = new Map<string, TimeToHold & { createdAt: Instant }>()
  /** People into whose calendar we may not write. */
  readonly closed = new Set<string>()
  /** Busy times by address; everybody else inside is free. */
  readonly busy = new Map<string, Interval[]>()
  /** People whose diary nobody can see. */
  readonly unseen = new Set<string>()
  /** What happens to the next calls, one after the other: each to the first that it is for. */
  readonly faults: Fault[] = []
  reachable = true
  calls: string[] = []
  sameTransactionId: 'error400WithId' | 'error400' | 'error409' | 'firstEvent' = 'error400WithId'
  joinLinkMissing = false
  markerLagSeconds = 0
  readonly #clock: Clock
  readonly #used = new Map<string, string>()
  #made = 0
  /** How often anything has changed, what went away, and how far each link goes. */
  #changes = 0
  readonly #gone: { organiser: string; eventId: string; changed: number }[] = []
  readonly #links = new Map<string, { within: Interval; upTo: number }>()
  /** A link that was forgotten never comes to mean another. */
  #linksGiven = 0

  constructor(clock: Clock = { now: () => instant('2026-12-18T16:05:00Z') }) {
    this.#clock = clock
  }

  async diaries(_organiser: string, emails: string[], within: Interval): Promise<Map<string, Diary>> {
    return this.#call(
      'getSchedule',
      () => new Map(emails.map((email) => [email.toLowerCase(), this.#diary(email, within)])),
    )
  }

  async book(invitation: Invitation): Promise<Booked | null> {
    return this.#call('book', () => {
      const key = `${invitation.organiser.toLowerCase()} ${invitation.transactionId}`
      const before = this.#used.get(key)
      if (before === undefined) return copy(this.#make(invitation, key))
      const there = this.events.get(before)
      if (!there) return null
      if (this.sameTransactionId === 'firstEvent' || this.sameTransactionId === 'error400WithId') return copy(there)
      return this.#isShown(there) ? copy(there) : null
    })
  }

  async find(organiser: string, marker: string): Promise<Booked[]> {
    return this.#call('find', () =>
      [...this.events.values()]
        .filter((event) => isIn(organiser, event) && event.marker === marker && this.#isShown(event))
        .map(copy),
    )
  }

  async read(organiser: string, wanted: { eventId: string } | { iCalUId: string }): Promise<Booked | null> {
    return this.#call('read', () => {
      const found = [...this.events.values()].find((event) =>
        'eventId' in wanted ? event.eventId === wanted.eventId : event.iCalUId === wanted.iCalUId,
      )
      return found && isIn(organiser, found) ? copy(found) : null
    })
  }

  async changes(organiser: string, within: Interval, since: string | null): Promise<CalendarChanges> {
    return this.#call('changes', () => {
      const known = since === null ? undefined : this.#links.get(since)
      const scope = known?.within ?? within
      const isNews = ({ changed }: { changed: number }) => changed > (known?.upTo ?? 0)
      const isThere = ({ slot }: FakeEvent) => slot.start < scope.end && slot.end > scope.start
      const events = [...this.events.values()].filter((event) => isIn(organiser, event) && isNews(event))
      const gone = [
        ...this.#gone.filter((one) => one.organiser.toLowerCase() === organiser.toLowerCase() && isNews(one)),
        ...events.filter((event) => !isThere(event)),
      ]
      const link = `link-${(this.#linksGiven += 1)}`
      this.#links.set(link, { within: scope, upTo: this.#changes })
      return {
        changed: [
          ...events.filter(isThere).map(({ eventId, iCalUId, transactionId, etag }) => ({
            ...{ eventId, iCalUId, transactionId, etag },
            isRemoved: false,
          })),
          ...(known ? gone : []).map(({ eventId }) => ({
            ...{ eventId, iCalUId: null, transactionId: null, etag: null },
            isRemoved: true,
          })),
        ],
        link,
        isWhole: !known,
      }
    })
  }

  async change(
    organiser: string,
    { eventId, etag }: { eventId: string; etag: string },
    change: EventChange,
  ): Promise<Booked | 'changedMeanwhile' | 'gone'> {
    return this.#call('change', () => {
      const event = this.events.get(eventId)
      if (!event || !isIn(organiser, event)) return 'gone'
      if (etag !== '' && event.etag !== etag) return 'changedMeanwhile'
      return copy(this.#change(event, change))
    })
  }

  async cancel(organiser: string, eventId: string, words: string): Promise<'cancelled' | 'gone'> {
    return this.#call('cancel', () => {
      const event = this.events.get(eventId)
      if (!event || !isIn(organiser, event)) return 'gone'
      this.#remove(event, words)
      this.cancelled.push(eventId)
      return 'cancelled'
    })
  }

  async answer(attendee: string, iCalUId: string, choice: AnswerChoice): Promise<boolean> {
    return this.#call('answer', () => {
      const event = [...this.events.values()].find((one) => one.iCalUId === iCalUId)
      if (event) this.#respond(event, attendee, choice)
      return event !== undefined
    })
  }

  async hold(hold: TimeToHold): Promise<{ eventId: string } | 'closed' | null> {
    return this.#call('hold', () => {
      if (this.closed.has(hold.email.toLowerCase())) return 'closed'
      const key = `${hold.email.toLowerCase()} ${hold.id}`
      const before = this.#used.get(key)
      if (before !== undefined) {
        if (this.sameTransactionId === 'error400WithId') return { eventId: before }
        const there = this.held.get(before)
        return there && this.#isShown(there) ? { eventId: before } : null
      }
      const eventId = this.#nextId()
      this.#used.set(key, eventId)
      this.held.set(eventId, { ...hold, createdAt: this.#clock.now() })
      return { eventId }
    })
  }

  async findHold({ id, email }: TimeToHold): Promise<{ eventId: string } | null> {
    return this.#call('findHold', () => {
      const found = [...this.held].find(
        ([, one]) => one.id === id && one.email.toLowerCase() === email.toLowerCase() && this.#isShown(one),
      )
      return found ? { eventId: found[0] } : null
    })
  }

  async letGo(_email: string, eventId: string): Promise<void> {
    return this.#call('letGo', () => void this.held.delete(eventId))
  }

  /** Ids that were used before count as new: a service without this promise. */
  forget(): void {
    this.#used.clear()
  }

  /** No link that was given to go on with is known any more. */
  forgetLinks(): void {
    this.#links.clear()
  }

  /** What people do in Outlook. */
  readonly byHand = {
    move: (eventId: string, slot: Slot) => void this.#change(this.events.get(eventId)!, { slot }),
    delete: (eventId: string) => {
      this.deletedByHand.push(eventId)
      this.#remove(this.events.get(eventId)!, '')
    },
    respond: (eventId: string, who: string, choice: AnswerChoice) =>
      this.#respond(this.events.get(eventId)!, who, choice),
    /** Declines, and proposes another time. */
    propose: (eventId: string, who: string, start: Instant) =>
      this.#respond(this.events.get(eventId)!, who, 'cannot', start),
    forward: (eventId: string, to: string) => {
      const event = this.events.get(eventId)!
      // Whoever owns it has it already, and comes to be no attendee of it.
      if (event.organiser.toLowerCase() === to.toLowerCase()) return
      event.attendees.push({ email: to, name: to, type: 'required' })
      this.#touch(event)
      this.#mail([to], 'invitation', event)
    },
    addRoom: (eventId: string, room: string) => {
      const event = this.events.get(eventId)!
      this.#change(event, { attendees: [...event.attendees, { email: room, name: room, type: 'resource' }] })
    },
    /** A second entry with our marker and transaction id, as only a fault of the service could make one. */
    double: (eventId: string) => this.#make(this.events.get(eventId)!.invitation, null),
    /** Another id, as after a restore. */
    renumber: (eventId: string) => {
      const event = this.events.get(eventId)!
      this.events.delete(eventId)
      this.#gone.push({ organiser: event.organiser, eventId, changed: (this.#changes += 1) })
      this.#touch(event)
      event.eventId = this.#nextId()
      this.events.set(event.eventId, event)
      this.#used.set(`${event.organiser.toLowerCase()} ${event.transactionId}`, event.eventId)
      return event.eventId
    },
  }

  async #call<T>(operation: Operation, work: () => T): Promise<T> {
    this.calls.push(operation)
    if (!this.reachable) throw new CalendarUnreachable('not there')
    const at = this.faults.findIndex(({ on }) => on === undefined || on === operation)
    const [fault] = at < 0 ? [] : this.faults.splice(at, 1)
    if (!fault) return work()
    const isWrite = WRITES.includes(operation)
    if (fault.is === 'refused') throw new CalendarRefused('no')
    if (fault.is === 'busy')
      throw new CalendarUnreachable('too many', { retryAfterSeconds: fault.retryAfterSeconds ?? null })
    if (fault.is === 'lost') work()
    throw isWrite ? new OutcomeUnknown('no answer') : new CalendarUnreachable('no answer')
  }

  #isShown = (event: { createdAt: Instant }) =>
    addMinutes(event.createdAt, this.markerLagSeconds / 60) <= this.#clock.now()

  #diary(email: string, within: Interval): Diary {
    const address = email.toLowerCase()
    if (this.unseen.has(address)) return { known: false }
    const events = [...this.events.values()].filter(({ slot }) => slot.start < within.end && slot.end > within.start)
    const own = events.filter(({ organiser }) => organiser.toLowerCase() === address)
    const invited = events.filter(
      (event) =>
        !own.includes(event) &&
        event.attendees.some((one) => one.email.toLowerCase() === address) &&
        !['cannot', 'sendViews'].includes(event.answers.get(address)?.choice ?? ''),
    )
    const accepted = invited.filter((event) => event.answers.has(address))
    const slots = (some: FakeEvent[]) => some.map(({ slot }) => ({ ...slot }))
    const held = [...this.held.values()].filter(
      ({ email, slot }) => email.toLowerCase() === address && slot.start < within.end && slot.end > within.start,
    )
    const standing = (this.busy.get(address) ?? []).filter(({ start, end }) => start < within.end && end > within.start)
    return {
      known: true,
      busy: [...standing, ...slots([...own, ...accepted])],
      tentative: [
        ...slots(invited.filter((event) => !accepted.includes(event))),
        ...held.map(({ slot }) => ({ ...slot })),
      ],
      workingHours: null,
    }
  }

  #nextId = () => `event-${(this.#made += 1)}`

  #make(invitation: Invitation, used: string | null): FakeEvent {
    const eventId = this.#nextId()
    const event: FakeEvent = {
      eventId,
      iCalUId: `ical-${eventId}`,
      etag: 'W/"1"',
      version: 1,
      joinUrl: invitation.online && !this.joinLinkMissing ? joinLinkTo(eventId) : null,
      slot: invitation.slot,
      transactionId: invitation.transactionId,
      createdAt: this.#clock.now(),
      location: invitation.location,
      attendees: invitation.attendees.map(({ email, name, required }) => ({
        email,
        name,
        type: required ? 'required' : 'optional',
      })),
      invitation,
      organiser: invitation.organiser,
      marker: invitation.marker,
      hideAttendees: invitation.hideAttendees,
      changed: (this.#changes += 1),
      answers: new Map(),
      proposed: new Map(),
    }
    this.events.set(eventId, event)
    if (used !== null) this.#used.set(used, eventId)
    this.#mail(addresses(event.attendees), 'invitation', event)
    return event
  }

  /** A new time resets answers; of new people only those who come and go hear, of anything else everybody. */
  #change(event: FakeEvent, { slot, location, hideAttendees, attendees, online }: EventChange): FakeEvent {
    const before = addresses(event.attendees)
    const moved = slot !== undefined && (slot.start !== event.slot.start || slot.end !== event.slot.end)
    const linked = online === true && event.joinUrl === null && !this.joinLinkMissing
    const told = moved || linked || (location !== undefined && location !== event.location)
    if (slot) event.slot = { ...slot }
    if (moved) event.answers.clear()
    if (moved) event.proposed.clear()
    if (location !== undefined) event.location = location
    if (hideAttendees !== undefined) event.hideAttendees = hideAttendees
    if (linked) event.joinUrl = joinLinkTo(event.eventId)
    if (attendees) event.attendees = attendees.map((one) => ({ ...one }))
    this.#answerForRooms(event)
    this.#touch(event)
    const after = addresses(event.attendees)
    this.#mail(
      before.filter((email) => !after.includes(email)),
      'cancellation',
      event,
    )
    this.#mail(
      after.filter((email) => !before.includes(email)),
      'invitation',
      event,
    )
    if (told)
      this.#mail(
        after.filter((email) => before.includes(email)),
        'update',
        event,
      )
    return event
  }

  /** A room takes what suits it and turns down what does not, at once. */
  #answerForRooms(event: FakeEvent) {
    for (const { email, type } of event.attendees) {
      const room = email.toLowerCase()
      if (type !== 'resource' || event.answers.has(room)) continue
      const isTaken = (this.busy.get(room) ?? []).some(
        ({ start, end }) => start < event.slot.end && end > event.slot.start,
      )
      event.answers.set(room, { choice: isTaken ? 'cannot' : 'coming', at: this.#clock.now() })
    }
  }

  #remove(event: FakeEvent, words: string) {
    this.events.delete(event.eventId)
    this.#gone.push({ organiser: event.organiser, eventId: event.eventId, changed: (this.#changes += 1) })
    this.#mail(addresses(event.attendees), 'cancellation', event, words)
  }

  /** An answer without another time takes back what was proposed before. */
  #respond(event: FakeEvent, who: string, choice: AnswerChoice, proposed?: Instant) {
    event.proposed.delete(who.toLowerCase())
    if (proposed) event.proposed.set(who.toLowerCase(), { start: proposed, at: this.#clock.now() })
    event.answers.set(who.toLowerCase(), { choice, at: this.#clock.now() })
    this.#touch(event)
  }

  #touch(event: FakeEvent) {
    event.version += 1
    event.changed = this.#changes += 1
    event.etag = `W/"${event.version}"`
  }

  #mail(to: string[], kind: FakeMail['kind'], event: FakeEvent, words?: string) {
    const asSent = { ...event, ...copy(event), answers: new Map(event.answers), proposed: new Map(event.proposed) }
    for (const email of to) this.mails.push({ to: email, kind, event: asSent, ...(words !== undefined && { words }) })
  }
}

const addresses = (attendees: EventAttendee[]) => attendees.map(({ email }) => email.toLowerCase())
const isIn = (organiser: string, event: FakeEvent) => event.organiser.toLowerCase() === organiser.toLowerCase()

/** What an answer shows of an event; later changes do not reach it. */
const copy = (event: FakeEvent): Booked => ({
  eventId: event.eventId,
  iCalUId: event.iCalUId,
  etag: event.etag,
  joinUrl: event.joinUrl,
  slot: { ...event.slot },
  transactionId: event.transactionId,
  createdAt: event.createdAt,
  location: event.location,
  attendees: event.attendees.map((one) => ({ ...one })),
  proposed: new Map([...event.proposed].map(([email, said]) => [email, { ...said }])),
  answers: new Map([...event.answers].map(([email, { choice, at }]) => [email, { choice: SHOWN[choice], at }])),
})

/** Outlook knows no more than yes and no. */
const SHOWN: Record<AnswerChoice, AnswerChoice> = {
  coming: 'coming',
  byVideo: 'coming',
  sendViews: 'cannot',
  cannot: 'cannot',
}

/** As Teams writes it: the chat of the meeting stands in it. */
const joinLinkTo = (eventId: string) =>
  `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(`19:meeting_${eventId}@thread.v2`)}/0`
