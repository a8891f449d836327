/** The letter to an officer whom Teams does not reach: that something waits, and nothing of what it is. */
import type { ArrivedMail } from './arrived-mail.ts'
import type { Contact } from './invitation.ts'
import type { Letter } from './letters.ts'
import { momentWords } from '../dates/time.ts'

export function mailLetter(
  { id, arrival }: Pick<ArrivedMail, 'id' | 'arrival'>,
  officer: { objectId: string; name: string; email: string },
  { contact, tabUrl }: { contact: Contact; tabUrl: string },
): Letter {
  return {
    id: `mail/${id}/${officer.objectId}`,
    to: officer.email,
    toName: officer.name,
    subject: 'Planning: a mail waits for you',
    text: [
      `Dear ${officer.name}`,
      `A mail that came in on ${momentWords(arrival.at)} needs somebody to look at it, and Teams does not let me write to you. It is on the list in Planning: ${tabUrl}`,
      'To get such cards in Teams again, open the app Planning there once.',
      contact.council,
    ].join('\n\n'),
  }
}
