/** What a file says that somebody has at hand: an e-mail as it was saved, a confirmation or record as JSON, or words. */
import type { FileKind } from '../../shared/intake/file-kind.ts'
import type { Sender } from '../../shared/intake/layout/quoted-parts.ts'
import { bodyOf, readMail } from '../../shared/intake/read-mail.ts'
import { readMessage } from '../../shared/intake/read-message.ts'
import type { Instant } from '../../shared/dates/time.ts'
import type { Reading } from '../../shared/placement/draft.ts'
import { jsonIn, readJson } from '../../shared/placement/json-confirmation.ts'
import { parseMail } from './parse-mail.ts'

/** When it came and from whom, where that is known better than the file knows it. */
type Facts = { received: Instant | null; from: Sender | null }

export type FileRead =
  | { is: 'read'; reading: Reading; source: string }
  | { is: 'refused'; refused: Extract<ReturnType<typeof readJson>, { ok: false }> }
  | { is: 'noMail' | 'noJson' | 'noText' }

export async function readFile(bytes: Uint8Array, kind: FileKind, { received, from }: Facts): Promise<FileRead> {
  if (kind === 'mail') {
    const mail = await parseMail(bytes).catch(() => null)
    if (!mail) return { is: 'noMail' }
    const known = { ...mail, sent: received ?? mail.sent, from: from ?? mail.from }
    return { is: 'read', reading: readMail(known), source: `${mail.subject}\n\n${bodyOf(mail)}` }
  }
  const source = textOf(bytes)?.replace(/^\ufeff/, '')
  if (source === undefined) return { is: 'noText' }
  const json = jsonIn(source)
  if (kind === 'json' && json === undefined) return { is: 'noJson' }
  const read = readJson(json)
  if (read && !read.ok) return { is: 'refused', refused: read }
  if (read) return { is: 'read', reading: read.reading, source }
  const nothing: Reading = { verdict: 'notAConfirmation', confirmations: [] }
  return { is: 'read', reading: kind === 'json' ? nothing : readMessage(source, { received, from }), source }
}

/** UTF-8, UTF-16 with its mark, or what Windows programs wrote before; `null` for what is no text. */
function textOf(bytes: Uint8Array): string | null {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
  }
  if (bytes.subarray(0, 8000).includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
