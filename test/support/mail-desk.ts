/**
 * The confirmation mailbox at a council's desk: the mailbox's use cases on fake outside systems and stores that forget,
 * with their jobs worked by the clock. Officers are told by a list that a test can read.
 */
import type { ArrivedMail } from '../../shared/letters/arrived-mail.ts'
import { addMinutes, instant, type Instant } from '../../shared/dates/time.ts'
import type { MailboxPorts } from '../../bot/mailbox/ports.ts'
import { readMailbox, takeMailNotices } from '../../bot/mailbox/read-mailbox.ts'
import { showMail } from '../../bot/mailbox/see-to-mail.ts'
import { takeMail } from '../../bot/mailbox/take-mail.ts'
import { tellOfMail } from '../../bot/mailbox/tell-of-mail.ts'
import type { DirectoryPerson, PlannedJob } from '../../bot/meetings/ports.ts'
import {
  FakeAnnouncer,
  FakeCalendar,
  FakeClock,
  FakeMail,
  FakePeople,
  FakeVideo,
  FakeWatch,
  someSettings,
} from './fakes.ts'
import { FakeInbox, MAILBOX } from './fake-inbox.ts'
import { MemoryMailMemory } from './memory-mail-memory.ts'
import { MemoryStore } from './memory-store.ts'
import { workJob, type AnyJob } from './practice-desk-jobs.ts'
import { STAFF } from './staff.ts'

export { MAILBOX, STAFF }

export type Told = { to: DirectoryPerson; mail: ArrivedMail }

export class MailDesk {
  readonly clock: FakeClock
  readonly inbox: FakeInbox
  readonly letters = new FakeMail()
  readonly planned: PlannedJob[] = []
  readonly store = new MemoryStore((jobs) => this.#plan(jobs))
  readonly memory = new MemoryMailMemory((jobs) => this.#plan(jobs))
  /** Who was told of what, in this order. */
  readonly told: Told[] = []
  readonly redrawn: ArrivedMail[] = []
  readonly unreachable = new Set<string>()
  ports: MailboxPorts

  constructor({ now = '2026-12-18T16:05:00Z', officers = [STAFF.officer.email, STAFF.otherOfficer.email] } = {}) {
    this.clock = new FakeClock(now)
    this.inbox = new FakeInbox(this.clock)
    this.ports = {
      settings: someSettings(),
      clock: this.clock,
      store: this.store,
      calendar: new FakeCalendar(this.clock),
      watch: new FakeWatch(),
      video: new FakeVideo(),
      mail: this.letters,
      people: new FakePeople(Object.values(STAFF)),
      announcer: new FakeAnnouncer(),
      mailbox: { address: MAILBOX, officers },
      inbox: this.inbox,
      inboxWatch: this.inbox,
      memory: this.memory,
      teller: {
        tell: async (to, mail) => {
          if (this.unreachable.has(to.email)) return null
          this.told.push({ to, mail })
          return { place: { serviceUrl: 'https://teams', conversationId: to.objectId, activityId: mail.id } }
        },
        redraw: async (mail) => void this.redrawn.push(mail),
      },
    }
  }

  /** Graph tells that mails have come in. */
  hears(...mailIds: string[]): Promise<void> {
    const notices = mailIds.map((id) => ({ resource: `Users/1a2b/Messages/${id}`, lifecycleEvent: null }))
    return takeMailNotices(notices, this.ports)
  }

  /** The same, and everything that follows from it has happened. */
  async notice(...mailIds: string[]): Promise<void> {
    await this.hears(...mailIds)
    await this.work()
  }

  /** A mail comes in, and everything that follows from it has happened. */
  async receives(mail: Parameters<FakeInbox['arrives']>[0] = {}): Promise<ArrivedMail> {
    const before = new Set((await this.all()).map(({ id }) => id))
    await this.notice(this.inbox.arrives(mail))
    return (await this.all()).find(({ id }) => !before.has(id))!
  }

  all = async (): Promise<ArrivedMail[]> => this.memory.everything()

  async at(moment: string): Promise<void> {
    const until = instant(moment)
    for (let next = this.#due(until); next; next = this.#due(until)) {
      if (next.dueAt && next.dueAt > this.clock.now()) this.clock.set(next.dueAt)
      await this.work()
    }
    this.clock.set(until)
  }
  later = (minutes: number) => this.at(addMinutes(this.clock.now(), minutes))

  /** Works every job that is due by now. */
  async work(): Promise<void> {
    for (let next = this.#due(this.clock.now()); next; next = this.#due(this.clock.now())) {
      this.planned.splice(this.planned.indexOf(next), 1)
      await this.carryOut(next.job)
    }
  }

  async carryOut(job: AnyJob, ports = this.ports): Promise<unknown> {
    switch (job.name) {
      case 'readMailbox':
        return readMailbox(ports)
      case 'takeMail':
        return takeMail(job.mailId, ports)
      case 'tellOfMail':
        return tellOfMail(job.mail, job.person, ports)
      case 'showMail':
        return showMail(job.mail, ports)
      default:
        return workJob(job, ports)
    }
  }

  #due = (by: Instant): PlannedJob | undefined =>
    this.planned
      .filter(({ dueAt }) => !dueAt || dueAt <= by)
      .sort((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1))[0]

  #plan(jobs: PlannedJob[]): void {
    for (const job of jobs) {
      const waiting = job.key ? this.planned.findIndex(({ key }) => key === job.key) : -1
      if (waiting >= 0) this.planned.splice(waiting, 1)
      this.planned.push(job)
    }
  }
}
