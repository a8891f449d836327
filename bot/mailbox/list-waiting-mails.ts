/** What came by mail and waits for an officer: for whoever may confirm, and whom Teams perhaps did not reach. */
import type { ArrivedMail, News } from '../../shared/letters/arrived-mail.ts'
import type { PartialConfirmation } from '../../shared/placement/draft.ts'
import { LOOK_WORDS, NEWS_WORDS, senderWords } from '../../shared/letters/mail-words.ts'
import { mayConfirm, type Reader } from '../../shared/people/permissions.ts'
import { addMinutes } from '../../shared/dates/time.ts'
import type { MailsAnswer, WaitingMail } from '../../shared/wire/mails-api.ts'
import type { MailboxPorts } from './ports.ts'

type Parts = Pick<MailboxPorts, 'mailbox' | 'memory' | 'store' | 'clock'>

const WEEK_MINS = 7 * 24 * 60

export async function listWaitingMails(by: Reader, ports: Parts): Promise<MailsAnswer> {
  const { mailbox, memory, clock } = ports
  if (!mailbox || !mayConfirm(by)) return { mails: [], counts: null }
  const mails: WaitingMail[] = []
  for (const mail of await memory.waiting()) {
    const open = await openNews(mail, ports)
    if (open.length > 0) mails.push(waitingMail(mail, open))
    else await memory.settle(mail.id, { at: clock.now(), by: 'app' }, [])
  }
  return { mails, counts: await memory.counts(addMinutes(clock.now(), -WEEK_MINS)) }
}

type OpenNews = { news: News; references: PartialConfirmation }

/** A draft that was scheduled or put aside waits for nobody any more. */
async function openNews(mail: ArrivedMail, { store }: Parts): Promise<OpenNews[]> {
  const open: OpenNews[] = []
  for (const news of mail.news) {
    if (news.about === 'look') open.push({ news, references: {} })
    if (news.about === 'draft') {
      const draft = await store.draft(news.draftId)
      if (draft?.state === 'open') open.push({ news, references: draft.fields })
    }
    if (news.about === 'placement') {
      const placement = await store.placement(news.placementId)
      if (placement) open.push({ news, references: placement.confirmation })
    }
  }
  return open
}

const waitingMail = ({ id, arrival }: ArrivedMail, open: OpenNews[]): WaitingMail => ({
  id,
  at: arrival.at,
  from: senderWords(arrival.sender),
  brought: [...new Set(open.map(({ news }) => broughtWords(news)))].join(' '),
  references: open.flatMap(({ references: { caseReference, placementReference } }) =>
    [caseReference, placementReference].filter((reference) => reference !== undefined),
  ),
})

const broughtWords = (news: News): string =>
  news.about === 'look'
    ? LOOK_WORDS[news.why]
    : news.calledOff
      ? NEWS_WORDS.calledOff
      : NEWS_WORDS[news.about === 'draft' ? 'confirmation' : 'change']
