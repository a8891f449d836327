/**
 * What stands in Outlook otherwise than it should, where only a person can decide: in a closed set, so that each has
 * words and a next step on card and page alike.
 */
import type { PersonKey } from './placement.ts'
import { roleOf } from './placement.ts'
import type { EventKey } from './plan.ts'
import type { Slot } from './planning-meeting.ts'
import { momentWords, slotWords, type Instant } from './time.ts'
import { listed } from './who-is-told.ts'
import { ROLE_WORDS } from './words.ts'

export type OutlookConcern = { since: Instant } & (
  | { kind: 'eventDeleted'; event: EventKey }
  /** `eventId` is the one too many. */
  | { kind: 'eventDoubled'; event: EventKey; eventId: string; createdAt: Instant }
  | { kind: 'atAnotherTime'; event: EventKey; at: Slot }
  | { kind: 'joinLinkMissing' }
  | { kind: 'joinLinkChanged' }
  | { kind: 'clash'; people: PersonKey[] }
  | { kind: 'notMoved'; to: Slot; because: 'timeTaken' | 'outlookUnreachable' | 'outlookRefused' }
  | { kind: 'notTold' }
  | { kind: 'notCancelled'; event: EventKey }
  | { kind: 'outlookAway' }
)

type Concern<Kind extends OutlookConcern['kind']> = Extract<OutlookConcern, { kind: Kind }>

/** In two or three words, for a list. */
export const CONCERN_WORDS: Record<OutlookConcern['kind'], string> = {
  eventDeleted: 'Deleted in Outlook',
  eventDoubled: 'Twice in Outlook',
  atAnotherTime: 'Other time in Outlook',
  joinLinkMissing: 'No video link',
  joinLinkChanged: 'New video link',
  clash: 'Clash',
  notMoved: 'Not moved',
  notTold: 'Change not sent',
  notCancelled: 'Still in Outlook',
  outlookAway: 'Outlook is away',
}

/** What is wrong, and what to do about it. */
export function concernSentences(concern: OutlookConcern): string {
  switch (concern.kind) {
    case 'eventDeleted':
      return `${ofWhom(concern)} was deleted in Outlook, and those on it were told that the meeting is off. Cancel the meeting here, or press “Invite again”.`
    case 'eventDoubled':
      return `${ofWhom(concern)} is in Outlook twice. The one made on ${momentWords(concern.createdAt)} is too many: press “Cancel the second entry”.`
    case 'atAnotherTime':
      return `${ofWhom(concern)} stands in Outlook at another time: ${slotWords(concern.at)}. Move the meeting here to the time that is meant; nobody is reminded until then.`
    case 'joinLinkMissing':
      return 'Outlook gave no link for joining by video. The meeting stands: ring whoever would join by video, or add a link in Outlook.'
    case 'joinLinkChanged':
      return 'The link for joining by video has changed, and the parents’ invitations show the old one: ring them with the new one.'
    case 'clash':
      return `The ${listed(concern.people.map(roleWords))} ${concern.people.length === 1 ? 'has' : 'have'} something else at this time. Ask whether they come, or move the meeting.`
    case 'notMoved':
      return `Not moved to ${slotWords(concern.to)}: ${NOT_MOVED[concern.because]} The meeting stays at its old time.`
    case 'notTold':
      return 'Outlook could not be told of the last change, so those invited do not know of it. It is tried again each hour; ring whoever has to know.'
    case 'notCancelled':
      return `${ofWhom(concern)} could not be cancelled in Outlook. Cancel it there, from the mailbox that sent it, and ring whoever was invited.`
    case 'outlookAway':
      return 'Outlook cannot be reached. It is tried again each hour; until then calendars show what was there before. Ring whoever has to know.'
  }
}

const ofWhom = ({ event }: Pick<Concern<'eventDeleted'>, 'event'>) =>
  event === 'core' ? 'The invitation' : 'A parent’s invitation'

const roleWords = (key: PersonKey): string => ROLE_WORDS[roleOf(key)]

const NOT_MOVED: Record<Concern<'notMoved'>['because'], string> = {
  timeTaken: 'somebody who has to come was booked for that time in the meantime. Choose another time.',
  outlookUnreachable: 'Outlook could not be reached for two hours. Try again.',
  outlookRefused: 'Outlook refused it. Try again; if that fails, ask the administrator to look at the mailbox.',
}

const isSame = (a: OutlookConcern, b: OutlookConcern) =>
  a.kind === b.kind && ('event' in a ? a.event : null) === ('event' in b ? b.event : null)

/** Each once, as first noticed. */
export function withConcern(concerns: OutlookConcern[] | undefined, concern: OutlookConcern): OutlookConcern[] {
  const before = concerns?.find((one) => isSame(one, concern))
  const others = (concerns ?? []).filter((one) => one !== before)
  return [...others, { ...concern, since: before?.since ?? concern.since }]
}

export const without = (concerns: OutlookConcern[] | undefined, kinds: OutlookConcern['kind'][]): OutlookConcern[] =>
  (concerns ?? []).filter(({ kind }) => !kinds.includes(kind))
