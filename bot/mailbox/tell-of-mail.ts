/** The job that tells an officer what a mail brought: in Teams, else by a letter that says nothing of it. */
import type { ArrivedMailId } from '../../shared/letters/arrived-mail.ts'
import { mailLetter } from '../../shared/letters/mail-letter.ts'
import type { MailboxPorts } from './ports.ts'

export async function tellOfMail(id: ArrivedMailId, objectId: string, ports: MailboxPorts): Promise<void> {
  const { memory, people, teller, mail: letters, settings } = ports
  const mail = await memory.mail(id)
  const officer = await people.byObjectId(objectId)
  if (!mail || mail.settled || !officer || (await memory.told(id, objectId))) return
  const told = await teller.tell(officer, mail)
  if (!told)
    await letters.send(
      settings.contact.serviceMailbox,
      mailLetter(mail, officer, { contact: settings.contact, tabUrl: settings.tabUrl() }),
    )
  await memory.keepTelling(id, { objectId, how: told ? 'teams' : 'letter', place: told?.place ?? null })
}
