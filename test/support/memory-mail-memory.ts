/** What is kept of the confirmation mailbox, for as long as a test lasts. Held to the specification of the real one. */
import { LEFT, type ArrivedMail, type ArrivedMailId, type MailCounts } from '../../shared/letters/arrived-mail.ts'
import type { Instant } from '../../shared/dates/time.ts'
import type { MailMemory, Round, Telling } from '../../bot/mailbox/ports.ts'
import type { PlannedJob } from '../../bot/meetings/ports.ts'

export class MemoryMailMemory implements MailMemory {
  readonly #rounds = new Map<string, Round>()
  readonly #mails = new Map<ArrivedMailId, ArrivedMail>()
  readonly #tellings = new Map<ArrivedMailId, Telling[]>()
  readonly #enqueue: (jobs: PlannedJob[]) => void

  constructor(enqueue: (jobs: PlannedJob[]) => void = () => {}) {
    this.#enqueue = enqueue
  }

  round = async (mailbox: string) => copy(this.#rounds.get(mailbox.toLowerCase()) ?? null)
  taken = async (ids: ArrivedMailId[]) => new Set(ids.filter((id) => this.#mails.has(id)))
  mail = async (id: ArrivedMailId) => copy(this.#mails.get(id) ?? null)
  /** For tests alone: every mail that was taken. */
  everything = async () => copy([...this.#mails.values()])
  waiting = async () =>
    copy(
      [...this.#mails.values()]
        .filter(({ came, settled }) => came === 'news' && !settled)
        .sort((a, b) => `${a.arrival.at} ${a.id}`.localeCompare(`${b.arrival.at} ${b.id}`)),
    )

  async counts(since: Instant) {
    const counts = Object.fromEntries(['news', ...LEFT].map((came) => [came, 0])) as MailCounts
    for (const { came, arrival } of this.#mails.values()) if (arrival.at >= since) counts[came] += 1
    return counts
  }

  async keep({ round, mail, jobs = [] }: Parameters<MailMemory['keep']>[0]) {
    if (round) this.#rounds.set(round.mailbox.toLowerCase(), { ...round, mailbox: round.mailbox.toLowerCase() })
    if (mail && this.#mails.has(mail.id)) return false
    if (mail) this.#mails.set(mail.id, copy(mail))
    this.#enqueue(jobs)
    return true
  }

  async settle(id: ArrivedMailId, by: { at: Instant; by: string }, jobs: PlannedJob[]) {
    const mail = this.#mails.get(id)
    if (!mail || mail.settled) return
    this.#mails.set(id, { ...mail, settled: by })
    this.#enqueue(jobs)
  }

  told = async (id: ArrivedMailId, objectId: string) =>
    copy(this.#tellings.get(id)?.find((one) => one.objectId === objectId) ?? null)
  tellings = async (id: ArrivedMailId) =>
    copy((this.#tellings.get(id) ?? []).toSorted((a, b) => a.objectId.localeCompare(b.objectId)))
  async keepTelling(id: ArrivedMailId, telling: Telling) {
    if (!(await this.told(id, telling.objectId)))
      this.#tellings.set(id, [...(this.#tellings.get(id) ?? []), copy(telling)])
  }

  async forget(before: Instant) {
    for (const { id, arrival, came, settled } of [...this.#mails.values()]) {
      if (arrival.at < before && (came !== 'news' || settled)) this.#mails.delete(id)
    }
  }
}

const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value
