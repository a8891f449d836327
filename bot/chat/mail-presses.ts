/** The button on the card about a mail. */
import type { ClickOn } from '../../shared/wire/card-clicks.ts'
import { seeToMail } from '../mailbox/see-to-mail.ts'
import { MAIL_SUMMARY, seenToCard } from './cards/mail-card.ts'
import { refused, type Pressed, type Pressing } from './pressing.ts'

export async function pressOnMail({ mailId }: ClickOn<'seeToMail'>, { by, ports, mails }: Pressed): Promise<Pressing> {
  if (!mails) return refused('gone')
  const seen = await seeToMail(mailId, by, { memory: mails, clock: ports.clock })
  if (!seen.ok) return refused(seen.refusal.reason)
  const who = seen.value.settled ? await ports.people.byObjectId(seen.value.settled.by) : null
  const message = { summary: MAIL_SUMMARY, card: seenToCard(seen.value, who?.name ?? null) }
  return { message, outcome: 'done', lasting: true }
}
