/** A letter that the audit log was tampered with: which line, and what to do; nothing of what stands in it (P-52, P-57). */
import { momentWords, type Instant } from '../dates/time.ts'
import type { Contact } from './invitation.ts'
import type { Letter } from './letters.ts'

export const auditBrokenLetter = ({ at, since }: { at: number; since: Instant }, contact: Contact): Letter => ({
  id: `audit/${since}`,
  to: contact.serviceMailbox,
  toName: contact.council,
  subject: 'Planning – the log of who did what has been changed',
  text: [
    'Hello',
    `The log of who did what was changed behind the app’s back: at line ${at} something was put in another’s place, or a line was taken out. It was noticed on ${momentWords(since)}.`,
    'Planning goes on as usual. Please tell whoever looks after the app, and your data protection officer. Change nothing in the database and keep its backups: beside them it shows what the line said before.',
    contact.council,
  ].join('\n\n'),
})
