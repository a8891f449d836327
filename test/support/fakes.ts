/**
 * Small working stand-ins for the ports of the use cases: a calendar that books once for one transaction id, a mailbox
 * that counts its letters, a directory of two lists, a clock that stands still until it is set.
 */
import { randomUUID } from 'node:crypto'
import type { Diary } from '../../shared/diary.ts'
import type { Invitation } from '../../shared/invitation.ts'
import type { Letter } from '../../shared/letters.ts'
import type { AnswerChoice, Slot } from '../../shared/planning-meeting.ts'
import { instant, type Instant, type Interval } from '../../shared/time.ts'
import {
  CalendarUnreachable,
  OutcomeUnknown,
  type Announcer,
  type Booked,
  type Calendar,
  type Clock,
  type DirectoryPerson,
  type Mail,
  type People,
  type Settings,
} from '../../bot/meetings/ports.ts'
import { loadPacks } from '../../bot/practice-packs.ts'

export class FakeClock implements Clock {
  #now: Instant
  constructor(now: string) {
    this.#now = instant(now)
  }
  now = () => this.#now
  set(now: Instant) {
    this.#now = now
  }
}

type FakeEvent = Booked & { invitation: Invitation; answers: Map<string, AnswerChoice> }

export class FakeCalendar implements Calendar {
  readonly events = new Map<string, FakeEvent>()
  readonly cancelled: string[] = []
  /** Busy times by address; everybody else inside is free. */
  readonly busy = new Map<string, Interval[]>()
  /** What happens to the next bookings, one after the other: nothing special once it is empty. */
  readonly faults: ('unreachable' | 'bookedThenSilent' | 'silent')[] = []
  reachable = true
  calls: string[] = []

  async diaries(_organiser: string, emails: string[]): Promise<Map<string, Diary>> {
    this.#call('getSchedule')
    return new Map(
      emails.map((email) => [
        email.toLowerCase(),
        {
          known: true,
          busy: [...(this.busy.get(email.toLowerCase()) ?? []), ...this.#booked(email)],
          tentative: [],
          workingHours: null,
        },
      ]),
    )
  }

  async book(invitation: Invitation): Promise<Booked> {
    this.#call('book')
    const fault = this.faults.shift()
    if (fault === 'unreachable') throw new CalendarUnreachable('not there')
    if (fault === 'silent') throw new OutcomeUnknown('no answer')
    const there = [...this.events.values()].find(({ transactionId }) => transactionId === invitation.transactionId)
    const event = there ?? this.#add(invitation)
    if (fault === 'bookedThenSilent') throw new OutcomeUnknown('no answer')
    return event
  }

  async find(_organiser: string, marker: string): Promise<Booked[]> {
    this.#call('find')
    return [...this.events.values()].filter(({ invitation }) => invitation.marker === marker)
  }

  async move(_organiser: string, eventId: string, slot: Slot): Promise<Booked> {
    this.#call('move')
    const event = this.events.get(eventId)!
    event.slot = slot
    return event
  }

  async cancel(_organiser: string, eventId: string): Promise<void> {
    this.#call('cancel')
    if (this.events.delete(eventId)) this.cancelled.push(eventId)
  }

  async answer(attendee: string, iCalUId: string, choice: AnswerChoice): Promise<boolean> {
    this.#call('answer')
    const event = [...this.events.values()].find((one) => one.iCalUId === iCalUId)
    event?.answers.set(attendee.toLowerCase(), choice)
    return event !== undefined
  }

  async responses(_organiser: string, eventId: string) {
    const answers = [...(this.events.get(eventId)?.answers ?? [])]
    return new Map(answers.map(([email, choice]) => [email, { choice, at: null }]))
  }

  #call(name: string) {
    this.calls.push(name)
    if (!this.reachable) throw new CalendarUnreachable('not there')
  }

  #booked(email: string): Interval[] {
    return [...this.events.values()]
      .filter(({ invitation }) => invitation.attendees.some((one) => one.email.toLowerCase() === email.toLowerCase()))
      .map(({ slot }) => slot)
  }

  #add(invitation: Invitation): FakeEvent {
    const eventId = randomUUID()
    const event: FakeEvent = {
      eventId,
      iCalUId: `ical-${eventId}`,
      etag: 'W/"1"',
      joinUrl: invitation.online ? `https://teams.example/join/${eventId}` : null,
      slot: invitation.slot,
      transactionId: invitation.transactionId,
      invitation,
      answers: new Map(),
    }
    this.events.set(eventId, event)
    return event
  }
}

export class FakeMail implements Mail {
  readonly sent = new Map<string, Letter>()
  async send(_from: string, letter: Letter) {
    this.sent.set(letter.id, letter)
  }
}

export class FakePeople implements People {
  readonly #people: DirectoryPerson[]
  constructor(people: DirectoryPerson[]) {
    this.#people = people
  }
  byEmail = async (email: string) => this.#people.find((one) => one.email.toLowerCase() === email.toLowerCase()) ?? null
  byObjectId = async (id: string) => this.#people.find(({ objectId }) => objectId === id) ?? null
}

export class FakeAnnouncer implements Announcer {
  readonly reminded: { email: string; kind: string; start: string }[] = []
  readonly shown: string[] = []
  /** People whom Teams does not reach. */
  readonly unreachable = new Set<string>()

  async showPlacement(_placement: unknown, meetings: { state: string }[]) {
    this.shown.push(...meetings.map(({ state }) => state))
  }
  async remind(person: DirectoryPerson, meeting: { state: string; slot?: Slot }, { kind }: { kind: string }) {
    if (this.unreachable.has(person.email)) return false
    this.reminded.push({ email: person.email, kind, start: meeting.slot?.start ?? '' })
    return true
  }
  async refreshAttendeeCards() {}
}

const packs = loadPacks()

export const someSettings = (packId = 'england-default'): Settings => ({
  packId,
  practice: (id) => {
    const pack = packs.byId(id)
    return pack && { pack, fallback: packs.fallback }
  },
  contact: {
    phone: '01632 960140',
    serviceMailbox: 'placement.meetings@brackenshire.example',
    council: 'Brackenshire Council',
  },
  tabUrl: (meetingId) => `https://planning.brackenshire.example/tab/${meetingId ? `meetings/${meetingId}` : ''}`,
})
