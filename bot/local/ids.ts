/** Ids that look like Microsoft's and are the same in every run that does the same things in the same order. */
import { createHash } from 'node:crypto'

const hash = (...parts: (string | number)[]) => createHash('sha256').update(parts.join('\n')).digest()

/** A GUID for a thing with a name. */
export function guidOf(...parts: (string | number)[]): string {
  const hex = hash('guid', ...parts).toString('hex')
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('+', '_').replaceAll('/', '-')

/**
 * How Outlook names an item: the immutable id stays with it for life, the default one changes whenever the item moves
 * to another folder. Both tell upper from lower case.
 */
export const itemIds = (mailbox: string, key: string, moves: number) => ({
  immutable: `AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A${base64(hash('immutable', mailbox, key).subarray(0, 20))}`,
  default: `AAMkAGUzY2QyYjQ1LTk2ZjAtNDc4Zi1hNmVhLWM2NjQ${base64(hash('item', mailbox, key, moves).subarray(0, 29))}`,
})

/** True for text that could be an item's id; Outlook calls anything else malformed rather than not found. */
export const looksLikeItemId = (text: string): boolean => /^AA[A-Za-z0-9_-]{38,}={0,2}$/.test(text)

export const changeKeyOf = (key: string, version: number): string =>
  base64(hash('change', key, version).subarray(0, 15))

/** A calendar id in the form that Exchange gives it: the same in every mailbox that has a copy of the meeting. */
export const iCalUIdOf = (key: string): string =>
  `040000008200E00074C5B7101A82E00800000000${hash('ical', key).toString('hex').toUpperCase().slice(0, 72)}`

export const folderIdOf = (mailbox: string, folder: string): string =>
  `AQMkAGUzY2QyYjQ1LTk2ZjAtNDc4Zi1hNmVhLWM2NjQ${base64(hash('folder', mailbox, folder).subarray(0, 21))}`

export const internetMessageIdOf = (key: string, domain: string): string =>
  `<${hash('message', key).toString('hex').toUpperCase().slice(0, 32)}@${domain}>`

export const conversationIdOf = (topic: string): string =>
  `AAQkAGUzY2QyYjQ1${base64(hash('conversation', topic).subarray(0, 21))}`

/** The chat that a Teams meeting has. */
export const meetingThreadOf = (key: string): string =>
  `19:meeting_${hash('thread', key).toString('hex').slice(0, 48)}@thread.v2`

/** The chat that one person has with one bot, in the form that Teams gives it. */
export const personalChatOf = (objectId: string, botId: string): string => `19:${objectId}_${botId}@unq.gbl.spaces`
