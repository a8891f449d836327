/**
 * A mailbox that works as Outlook does, as far as the app can see: ids that stay, lists of changes in pages, mails that are
 * moved, copied and deleted, and links that are forgotten.
 */
import type { Inbox, InboxPage, InboxWatch, ReceivedMail } from '../../bot/mailbox/ports.ts'
import { CalendarUnreachable } from '../../bot/meetings/ports.ts'
import type { Instant } from '../../shared/dates/time.ts'

export const MAILBOX = 'placements@brackenshire.example'

type Kept = ReceivedMail & { contents: Map<string, Uint8Array>; inInbox: boolean; everLeft: boolean; changed: number }

export type ArrivingMail = Partial<Omit<ReceivedMail, 'files'>> & {
  files?: { name: string; content: string; inline?: boolean; isFile?: boolean }[]
}

const PROVEN =
  'spf=pass smtp.mailfrom={domain}; dkim=pass header.d={domain};dmarc=pass header.from={domain};compauth=pass'
export const provenFor = (email: string): string => PROVEN.replaceAll('{domain}', email.split('@')[1]!)

export class FakeInbox implements Inbox, InboxWatch {
  /** Told of each mail that comes into the inbox. */
  watched: string | null = null
  reachable = true
  /** How often it was asked for changes. */
  asked = 0
  /** Something happens just as it is asked for the nth time. */
  whenAsked: (nth: number) => void = () => {}
  readonly #mails = new Map<string, Kept>()
  readonly #clock: { now(): Instant }
  #changes = 0
  #era = 1

  constructor(clock: { now(): Instant }) {
    this.#clock = clock
  }

  /** The mail's id. It is proven to come from its sender unless other checks are given. */
  arrives({ files = [], ...mail }: ArrivingMail = {}): string {
    const mailId = `mail-${this.#mails.size + 1}`
    const from =
      mail.from === undefined
        ? { name: 'Rosalind Achterberg', email: 'rosalind.achterberg@brackenshire.example' }
        : mail.from
    this.#mails.set(mailId, {
      internetMessageId: `<${mailId}@brackenshire.example>`,
      receivedAt: this.#clock.now(),
      replyTo: null,
      to: [MAILBOX],
      subject: 'Placement confirmation',
      sent: this.#clock.now(),
      text: '',
      html: null,
      checks: from ? [provenFor(from.email)] : [],
      automatic: false,
      isMeetingMail: false,
      ...mail,
      from,
      mailId,
      files: files.map(({ name, content, inline = false, isFile = true }, n) => ({
        id: `file-${n}`,
        name,
        contentType: 'application/octet-stream',
        bytes: Buffer.byteLength(content),
        inline,
        isFile,
      })),
      contents: new Map(files.map(({ content }, n) => [`file-${n}`, new TextEncoder().encode(content)])),
      inInbox: true,
      everLeft: false,
      changed: (this.#changes += 1),
    })
    return mailId
  }

  /** The same mail once more, under another id of the mailbox. */
  copy(mailId: string): string {
    const copy = `${mailId}-copy-${this.#changes}`
    this.#mails.set(copy, { ...this.#mails.get(mailId)!, mailId: copy, changed: (this.#changes += 1) })
    return copy
  }
  /** Somebody reads it, or sets a flag. */
  touch = (mailId: string) => this.#change(mailId, {})
  moveAway = (mailId: string) => this.#change(mailId, { inInbox: false, everLeft: true })
  moveBack = (mailId: string) => this.#change(mailId, { inInbox: true })
  deleteForGood = (mailId: string) => void this.#mails.delete(mailId)
  forgetLinks = () => void (this.#era += 1)

  #change(mailId: string, change: Partial<Kept>) {
    const mail = this.#mails.get(mailId)!
    this.#mails.set(mailId, { ...mail, ...change, changed: (this.#changes += 1) })
  }

  async changes(_mailbox: string, from: { since: Instant } | { link: string }): Promise<InboxPage | 'forgotten'> {
    this.#ask()
    this.whenAsked((this.asked += 1))
    // Where it goes on, where the round ends, and whether it is the first one of its links.
    const [era, after, upTo, since, isFirst] =
      'link' in from
        ? (JSON.parse(from.link) as [number, number, number, Instant, boolean])
        : ([this.#era, 0, 0, from.since, true] as const)
    if (era !== this.#era) return 'forgotten'
    const until = upTo || this.#changes
    const news = [...this.#mails.values()]
      .filter(({ changed, receivedAt }) => changed > after && changed <= until && receivedAt >= since)
      // A mail that left and came back is told of by a new first round alone.
      .filter(({ inInbox, everLeft }) => inInbox && (!everLeft || isFirst))
      .sort((a, b) => a.changed - b.changed)
    const page = news.slice(0, PAGE)
    const isLast = news.length <= PAGE
    return {
      sightings: page.map(({ mailId, internetMessageId, receivedAt }) => ({ mailId, internetMessageId, receivedAt })),
      link: JSON.stringify(isLast ? [era, until, 0, since, false] : [era, page.at(-1)!.changed, until, since, isFirst]),
      isLast,
    }
  }

  async read(_mailbox: string, mailId: string): Promise<ReceivedMail | null> {
    this.#ask()
    const mail = this.#mails.get(mailId)
    if (!mail) return null
    const { contents: _, inInbox: __, everLeft: ___, changed: ____, ...received } = mail
    return received
  }

  async file(_mailbox: string, mailId: string, fileId: string) {
    this.#ask()
    return this.#mails.get(mailId)?.contents.get(fileId) ?? null
  }

  async inbox(mailbox: string | null) {
    this.#ask()
    this.watched = mailbox
  }

  #ask() {
    if (!this.reachable) throw new CalendarUnreachable('Graph does not answer')
  }
}

const PAGE = 2
