/** An officer has seen to a mail: it is off everybody's list, and the other officers' cards say so. */
import type { ArrivedMail, ArrivedMailId } from '../../shared/letters/arrived-mail.ts'
import { mayConfirm, type Reader } from '../../shared/people/permissions.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { showMailJob } from './mailbox-jobs.ts'
import type { MailboxPorts } from './ports.ts'

export async function seeToMail(
  id: ArrivedMailId,
  by: Reader,
  { memory, clock }: Pick<MailboxPorts, 'memory' | 'clock'>,
): Promise<Result<ArrivedMail, 'gone' | 'mayNotConfirm'>> {
  if (!mayConfirm(by)) return refuse('mayNotConfirm')
  if (!(await memory.mail(id))) return refuse('gone')
  await memory.settle(id, { at: clock.now(), by: by.objectId }, [showMailJob(id)])
  return ok((await memory.mail(id))!)
}

/** The job: everybody's card about a mail says what has become of it. */
export async function showMail(
  id: ArrivedMailId,
  { memory, teller }: Pick<MailboxPorts, 'memory' | 'teller'>,
): Promise<void> {
  const mail = await memory.mail(id)
  for (const { place } of mail ? await memory.tellings(id) : []) if (place) await teller.redraw(mail!, place)
}
