/** Ids that follow from a mail itself, so that taking it twice finds what the first time made. */
import { createHash } from 'node:crypto'
import type { ArrivedMailId } from '../../shared/letters/arrived-mail.ts'
import type { DraftId } from '../../shared/placement/draft.ts'

/** What senders' systems put into a message id is their own affair: of it nothing but this is kept. */
export const arrivedMailId = (mailbox: string, { internetMessageId }: { internetMessageId: string }): ArrivedMailId =>
  idFrom('mail', mailbox.toLowerCase(), internetMessageId.trim()) as ArrivedMailId

/** One for each child that the mail speaks of. */
export const draftIdOf = (mail: ArrivedMailId, n: number): DraftId => idFrom('draft', mail, String(n)) as DraftId

/** A UUID of version 8: made from whatever its maker sees fit. */
function idFrom(...parts: string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex')
  const variant = ((parseInt(hex[16]!, 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
