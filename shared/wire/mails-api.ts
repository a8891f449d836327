/** What the tab's API answers about mails that wait for an officer: never what a mail says, nor who wrote it. */
import type { ArrivedMailId, MailCounts } from '../letters/arrived-mail.ts'
import type { Instant } from '../dates/time.ts'

export type WaitingMail = {
  id: ArrivedMailId
  at: Instant
  /** In words: who sent it, what it brought, and what to do. */
  from: string
  brought: string
  /** Of the case that it led to. */
  references: string[]
}
export type MailsAnswer = { mails: WaitingMail[]; /** Of the last seven days. */ counts: MailCounts | null }
