/**
 * What a mail is taken for: its headers first, then whether its sender can be who it says, then its words, and last the
 * few kinds of file that are read. Nothing is kept here.
 */
import type { Look } from '../../shared/letters/arrived-mail.ts'
import type { Reading } from '../../shared/placement/draft.ts'
import { bodyOf, readMail, type Mail } from '../../shared/intake/read-mail.ts'
import { readMessage } from '../../shared/intake/read-message.ts'
import { forgeryIn } from '../../shared/intake/suspicion.ts'
import { mayConfirmElsewhere } from '../../shared/intake/verdict.ts'
import { jsonIn, readJson } from '../../shared/placement/json-confirmation.ts'
import { parseMail } from './parse-mail.ts'
import type { ListedFile, ReceivedMail } from './ports.ts'

/** What one message in the mail says; `source` are its words. */
export type Said = { reading: Reading; source: string }

export type Understood =
  | { is: 'automatic' | 'nothing' | 'notTrusted' }
  | { is: 'look'; why: Look }
  | { is: 'said'; said: Said[]; unread: ListedFile[] }

/** Longer than any confirmation with all that was ever quoted below it. */
const LONGEST_BODY = 1_000_000
const MOST_FILE_BYTES = 1_000_000
const MOST_FILES = 10
const READ_KINDS = /\.(?:eml|json|jsonld|txt)$/i

export async function understandMail(
  received: ReceivedMail,
  { openFile }: { openFile: (file: ListedFile) => Promise<Uint8Array | null> },
): Promise<Understood> {
  if (received.automatic || received.isMeetingMail) return { is: 'automatic' }
  if ((received.html ?? received.text ?? '').length > LONGEST_BODY) return { is: 'look', why: 'tooLong' }
  const files = received.files.filter(({ inline }) => !inline)
  const mail: Mail = { ...received, attachments: files.map(({ name }) => name) }
  const body = bodyOf(mail)
  const forgery = forgeryIn(mail, body)
  if (forgery) return worthLooking(mail, body) ? { is: 'look', why: forgery } : { is: 'notTrusted' }
  const reading = readMail(mail)
  if (reading.verdict === 'suspicious') return { is: 'look', why: 'asksForAddresses' }
  if (reading.verdict !== 'notAConfirmation')
    return { is: 'said', said: [{ reading, source: `${mail.subject}\n\n${body}` }], unread: files }
  // Where the mail itself says nothing, what it brings along may.
  return saidInFiles(mail, body, files, openFile)
}

/** Of what is not to be trusted, only what claims to be about a placement is worth an officer's time. */
const worthLooking = (mail: Mail, body: string): boolean =>
  readMessage(body, { received: mail.sent, from: mail.from, subject: mail.subject }).verdict !== 'notAConfirmation' ||
  (mail.attachments.length > 0 && mayConfirmElsewhere(mail.subject, body))

async function saidInFiles(
  mail: Mail,
  body: string,
  files: ListedFile[],
  openFile: (file: ListedFile) => Promise<Uint8Array | null>,
): Promise<Understood> {
  const readable = files
    .filter(({ name, bytes, isFile }) => isFile && READ_KINDS.test(name) && bytes <= MOST_FILE_BYTES)
    .slice(0, MOST_FILES)
  const said: Said[] = []
  const unread = files.filter((file) => !readable.includes(file))
  for (const file of readable) {
    const bytes = await openFile(file)
    const found = bytes && (await readFile(file, bytes, mail))
    if (found === 'broken') return { is: 'look', why: 'brokenRecord' }
    if (found?.reading.verdict === 'suspicious') return { is: 'look', why: 'asksForAddresses' }
    if (found && found.reading.verdict !== 'notAConfirmation') said.push(found)
    else unread.push(file)
  }
  if (said.length > 0) return { is: 'said', said, unread }
  const isTold = unread.length > 0 && mayConfirmElsewhere(mail.subject, body)
  return isTold ? { is: 'look', why: 'unreadAttachment' } : { is: 'nothing' }
}

async function readFile({ name }: ListedFile, bytes: Uint8Array, outer: Mail): Promise<Said | 'broken' | null> {
  if (/\.eml$/i.test(name)) {
    const inner = await parseMail(bytes).catch(() => null)
    if (!inner || inner.automatic) return null
    const source = bodyOf(inner)
    // Of its way here only the outer mail knows something: whatever checks the inner one shows, anybody may have written.
    return {
      reading: readMessage(source, { received: inner.sent ?? outer.sent, from: outer.from, subject: inner.subject }),
      source,
    }
  }
  const source = new TextDecoder().decode(bytes).replace(/^\ufeff/, '')
  const json = readJson(jsonIn(source))
  if (json) return json.ok ? { reading: json.reading, source } : 'broken'
  return { reading: readMessage(source, { received: outer.sent, from: outer.from, subject: outer.subject }), source }
}
