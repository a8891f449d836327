/**
 * Small working stand-ins for the ports of the use cases: a mailbox that counts its letters, a directory of two lists, a
 * clock that stands still until it is set. The calendar has a file of its own.
 */
import { journeysFrom } from '../../shared/times/journeys.ts'
import type { Letter } from '../../shared/letters/letters.ts'
import type { Slot } from '../../shared/meeting/planning-meeting.ts'
import { instant, type Instant } from '../../shared/dates/time.ts'
import type {
  Announcer,
  Clock,
  DirectoryPerson,
  Mail,
  Guarded,
  OutlookWatch,
  VideoMeetings,
  People,
  Settings,
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

export { FakeCalendar } from './fake-calendar.ts'

export class FakeMail implements Mail {
  readonly sent = new Map<string, Letter>()
  async send(_from: string, letter: Letter) {
    this.sent.set(letter.id, letter)
  }
}

export class FakeWatch implements OutlookWatch {
  /** The mailboxes that are watched, each once. */
  mailboxes: string[] = []
  async over(mailboxes: string[]) {
    this.mailboxes = [...new Set(mailboxes)].sort()
  }
}

export class FakeVideo implements VideoMeetings {
  /** Who may let people in, by link, each time it was asked for. */
  readonly guarded: { organiser: string; joinUrl: string; hosts: string[] }[] = []
  answer: Guarded = 'guarded'
  async guard(organiser: string, joinUrl: string, hosts: string[]) {
    this.guarded.push({ organiser, joinUrl, hosts })
    return this.answer
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
  readonly noDelegate: string[] = []
  readonly runningOut: { email: string; ref: string; left: string }[] = []
  readonly unreachable = new Set<string>()

  async showDraft() {}
  async showPlacement(_placement: unknown, meetings: { state: string }[]) {
    this.shown.push(...meetings.map(({ state }) => state))
  }
  async remind(person: DirectoryPerson, meeting: { state: string; slot?: Slot }, { kind }: { kind: string }) {
    if (this.unreachable.has(person.email)) return false
    this.reminded.push({ email: person.email, kind, start: meeting.slot?.start ?? '' })
    return true
  }
  async tellRunningOut(person: DirectoryPerson, { ref }: { ref: string }, left: string) {
    if (this.unreachable.has(person.email)) return false
    this.runningOut.push({ email: person.email, ref, left })
    return true
  }
  async tellNoDelegate(person: DirectoryPerson) {
    if (this.unreachable.has(person.email)) return false
    this.noDelegate.push(person.email)
    return true
  }
  async refreshAttendeeCards() {}
}

const packs = loadPacks()

export const someSettings = (packId = 'england-default'): Settings => ({
  packId,
  practice: packs.practice,
  contact: {
    phone: '01632 960140',
    serviceMailbox: 'placement.meetings@brackenshire.example',
    council: 'Brackenshire Council',
  },
  // Aldermere is a quarter of an hour from the office; nobody knows how far it is to anywhere else.
  journeyMins: journeysFrom('AL1 1AA', { AL1: [52.6, -1.1], AL4: [52.61, -1.11] }),
  tabUrl: (meetingId) => `https://planning.brackenshire.example/tab/${meetingId ? `meetings/${meetingId}` : ''}`,
  linkUrl: (secret) => `https://planning.brackenshire.example/answer/${secret}`,
})
