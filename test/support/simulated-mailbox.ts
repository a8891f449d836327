/**
 * A confirmation mailbox and whatever can happen to it: processes that die between any two steps, two at work at once,
 * notices that are lost, doubled or late, copies, mails that are moved and links that are forgotten, and officers who
 * press. All of it follows from a seed, so that what went wrong once goes wrong again in the same way.
 */
import { confirmPlacement } from '../../bot/meetings/confirm-placement.ts'
import { dismissDraft } from '../../bot/meetings/dismiss-draft.ts'
import type { PlannedJob } from '../../bot/meetings/ports.ts'
import type { Draft } from '../../shared/placement/draft.ts'
import { addMinutes } from '../../shared/dates/time.ts'
import { EMERGENCY_FOSTER, WITHOUT } from './confirmation-texts.ts'
import { MailDesk, STAFF } from './mail-desk.ts'
import { numbersFrom } from './numbers-from.ts'

export type Safeguards = {
  /** A mail is known by its message id, and not by the mailbox's own id for each copy. */
  knowsCopies: boolean
}

class ProcessDied extends Error {
  override name = 'ProcessDied'
}

type Sent = { mailId: string; messageId: string; says: 'confirms' | 'confirmsWithoutReference' | 'nothing' }

export class SimulatedMailbox {
  readonly desk = new MailDesk()
  readonly wrong: string[] = []
  readonly #random: () => number
  readonly #sent: Sent[] = []
  readonly #lateNotices: string[] = []
  #pressed = 0
  /** Steps until the process dies; it comes back at once. */
  #diesIn = Infinity

  constructor(seed: number, { knowsCopies }: Safeguards) {
    this.#random = numbersFrom(seed)
    const { ports, inbox } = this.desk
    this.desk.ports = {
      ...ports,
      store: this.#mortal(ports.store),
      memory: this.#mortal(ports.memory),
      inbox: this.#mortal(knowsCopies ? inbox : takesCopiesForMails(inbox)),
      teller: this.#mortal(ports.teller),
    }
  }

  async run(steps: number): Promise<void> {
    this.desk.planned.push({ job: { name: 'readMailbox' }, key: 'mailbox' })
    for (let step = 0; step < steps; step += 1) await this.#something()
    this.#diesIn = Infinity
    // A quarter of an hour, a night, and a quarter more.
    for (const minutes of [15, 15, 25 * 60, 15]) {
      this.desk.clock.set(addMinutes(this.desk.clock.now(), minutes))
      for (let job = this.#due(); job; job = this.#due()) await this.#work(job)
    }
    await this.#check()
  }

  async #something(): Promise<unknown> {
    const { desk } = this
    const happens = this.#random()
    if (happens < 0.25) return this.#arrives()
    if (happens < 0.55) return this.#workSome()
    if (happens < 0.65) return desk.clock.set(addMinutes(desk.clock.now(), this.#one([0.1, 1, 5, 16, 60])!))
    if (happens < 0.7) return this.#noticeLate()
    if (happens < 0.75) return desk.inbox.forgetLinks()
    if (happens < 0.8) return this.#moveAbout()
    if (happens < 0.87) return void (this.#diesIn = 1 + Math.floor(this.#random() * 14))
    return this.#press()
  }

  async #arrives() {
    const { inbox } = this.desk
    const before = this.#one(this.#sent)
    if (before && this.#chance(0.3)) return this.#notice(inbox.copy(before.mailId))
    const says = this.#one(['confirms', 'confirms', 'confirmsWithoutReference', 'nothing'] as const)!
    // Of few placements, so that several mails are about one.
    const text = {
      confirms: EMERGENCY_FOSTER.replace('PL-30951', `PL-${this.#one([1, 2, 3])}`),
      confirmsWithoutReference: WITHOUT('Case reference', 'Placement reference'),
      nothing: 'Shall we say one o’clock?',
    }[says]
    const subject = says === 'nothing' ? 'Lunch' : 'Placement confirmation'
    const messageId = `<message-${this.#sent.length}@brackenshire.example>`
    const mailId = inbox.arrives({ subject, text, internetMessageId: messageId })
    this.#sent.push({ mailId, messageId, says })
    return this.#notice(mailId)
  }

  async #notice(mailId: string) {
    const how = this.#random()
    if (how < 0.3) return
    if (how < 0.5) this.#lateNotices.push(mailId)
    else await this.#survive(() => this.desk.hears(mailId, ...(how > 0.8 ? [mailId] : [])))
  }

  async #noticeLate() {
    const [late] = this.#lateNotices.splice(Math.floor(this.#random() * this.#lateNotices.length), 1)
    if (late) await this.#survive(() => this.desk.hears(late))
  }

  #moveAbout() {
    const sent = this.#one(this.#sent)
    if (!sent) return
    this.desk.inbox.touch(sent.mailId)
    if (this.#chance(0.5)) {
      this.desk.inbox.moveAway(sent.mailId)
      this.desk.inbox.moveBack(sent.mailId)
    }
  }

  /** One job, or two at the same time, as two instances work them. */
  async #workSome() {
    const first = this.#due()
    const second = this.#chance(0.5) ? this.#due(first) : undefined
    await Promise.all([first, second].filter((job) => job !== undefined).map((job) => this.#work(job)))
  }

  #due = (but?: PlannedJob) =>
    this.desk.planned.find((job) => job !== but && (!job.dueAt || job.dueAt <= this.desk.clock.now()))

  async #work(job: PlannedJob) {
    const { planned, clock } = this.desk
    planned.splice(planned.indexOf(job), 1)
    try {
      await this.desk.carryOut(job.job)
    } catch {
      // Another that was asked for since stands in its place.
      if (!planned.some(({ key }) => key === job.key)) planned.push({ ...job, dueAt: addMinutes(clock.now(), 0.1) })
    }
  }

  async #press() {
    const draft = this.#one((await this.desk.store.everyDraft()).filter(({ state }) => state === 'open'))
    if (!draft) return
    const { id, version } = draft
    if (this.#chance(0.3)) return this.#survive(() => dismissDraft(id, STAFF.officer, this.desk.ports))
    await this.#survive(async () => {
      const click = { draftId: id, version, answers: {}, chosen: [] }
      this.#pressed += 1
      await confirmPlacement(click, STAFF.officer, this.desk.ports)
    })
  }

  async #check() {
    const { store } = this.desk
    const mails = await this.desk.all()
    const drafts = await store.everyDraft()
    if (mails.length !== this.#sent.length)
      this.wrong.push(`${this.#sent.length} mails were taken ${mails.length} times`)
    const count = (says: Sent['says']) => this.#sent.filter((sent) => sent.says === says).length
    const bare = drafts.filter(({ fields }) => !fields.caseReference).length
    if (bare !== count('confirmsWithoutReference'))
      this.wrong.push(`${count('confirmsWithoutReference')} mails without a reference became ${bare} drafts`)
    const open = drafts.filter(({ state, fields }) => state === 'open' && fields.caseReference)
    if (new Set(open.map(referenceOf)).size !== open.length) this.wrong.push('one placement has two open drafts')
    const cases = new Set(drafts.filter(({ state }) => state !== 'dismissed').map(referenceOf))
    for (const draft of drafts) {
      if (draft.state === 'confirmed' && !(await store.placement(draft.placementId)))
        this.wrong.push('a confirmed draft has no placement')
    }
    if (count('confirms') > 0 && cases.size === 0 && drafts.every(({ state }) => state !== 'dismissed'))
      this.wrong.push('every confirmation was lost')
    if (drafts.filter(({ state }) => state === 'confirmed').length > this.#pressed)
      this.wrong.push('something was arranged that nobody pressed for')
    for (const mail of mails.filter(({ news }) => news.length > 0)) {
      for (const officer of [STAFF.officer, STAFF.otherOfficer]) {
        const told = this.desk.told.filter((one) => one.mail.id === mail.id && one.to === officer)
        if (told.length === 0) this.wrong.push('an officer was not told of a mail')
      }
    }
  }

  /** Dies before a step, or after it was done and nobody knows. */
  #mortal<Port extends object>(port: Port): Port {
    return new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name)
        if (typeof member !== 'function') return member
        return async (...given: unknown[]) => {
          this.#diesIn -= 1
          const dies = this.#diesIn <= 0
          const after = dies && this.#chance(0.5)
          if (dies) this.#diesIn = Infinity
          if (dies && !after) throw new ProcessDied()
          const done: unknown = await member.apply(target, given)
          if (after) throw new ProcessDied()
          return done
        }
      },
    })
  }

  async #survive(deed: () => Promise<unknown>): Promise<void> {
    try {
      await deed()
    } catch (error) {
      if (!(error instanceof ProcessDied) && (error as Error).name !== 'SavedByAnother') throw error
    }
  }

  #chance = (of: number) => this.#random() < of
  #one = <Value>(of: readonly Value[]): Value | undefined => of[Math.floor(this.#random() * of.length)]
}

const referenceOf = ({ fields }: Draft) => `${fields.caseReference} ${fields.placementReference}`

const takesCopiesForMails = (inbox: MailDesk['inbox']): MailDesk['inbox'] =>
  Object.assign(Object.create(inbox) as MailDesk['inbox'], {
    read: async (mailbox: string, mailId: string) => {
      const mail = await inbox.read(mailbox, mailId)
      return mail && { ...mail, internetMessageId: mailId }
    },
    changes: (...asked: Parameters<typeof inbox.changes>) => inbox.changes(...asked),
    file: (...asked: Parameters<typeof inbox.file>) => inbox.file(...asked),
  })
