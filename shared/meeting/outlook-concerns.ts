/**
 * What stands in Outlook otherwise than it should, where only a person can decide: in a closed set, so that each has
 * words and a next step on card and page alike.
 */
import type { GuestBar } from '../people/guests.ts'
import type { PersonKey, Role } from '../placement/placement.ts'
import { roleOf } from '../placement/placement.ts'
import type { EventKey } from './plan.ts'
import type { Slot } from './planning-meeting.ts'
import { momentWords, slotWords, type Instant } from '../dates/time.ts'
import { listed } from '../people/who-is-told.ts'
import { ROLE_WORDS } from '../words.ts'

/** The meeting would be after its last day, in the past, or in the way of another one. */
export type BrokenRule = 'late' | 'past' | 'taken'

export type OutlookConcern = { since: Instant } & (
  | { kind: 'eventDeleted'; event: EventKey }
  /** `eventId` is the one too many. */
  | { kind: 'eventDoubled'; event: EventKey; eventId: string; createdAt: Instant; isToGo?: true }
  /** `breaks`: why the app does not simply go along with it. */
  | { kind: 'atAnotherTime'; event: EventKey; at: Slot; breaks?: BrokenRule }
  /** Somebody would rather meet then. `effect` is `null` where Outlook could not be asked who is free. */
  | {
      kind: 'timeProposed'
      person: PersonKey
      at: Slot
      inTime: boolean
      effect: { busy: PersonKey[]; unknown: PersonKey[]; minimumHolds: boolean } | null
    }
  /** Somebody has passed an invitation on to `who`, an address. What they see beside the time and whom to ring. */
  | {
      kind: 'joinedByForward'
      event: EventKey
      who: string
      name: string
      person: PersonKey | null
      bar: GuestBar | null
      sees: { names: boolean; place: boolean }
    }
  /** The invitations stand in a mailbox that is not to send them any more; `by` is who changed that, by id. */
  | { kind: 'otherOrganiser'; from: string; to: string; convenor: Role | null; by: string }
  /** `who`: the address of a room that was booked with the invitation, and turned it down. */
  | { kind: 'roomDeclined'; event: EventKey; who: string; name: string }
  /** A brother's or sister's meeting, that this one was held together with, goes to another time or is off (E-16). */
  | { kind: 'siblingMoved'; at: Slot; inTime: boolean }
  | { kind: 'siblingCancelled' }
  | { kind: 'joinLinkMissing' }
  | { kind: 'joinLinkChanged' }
  | { kind: 'clash'; people: PersonKey[] }
  | { kind: 'notMoved'; to: Slot; because: 'timeTaken' | 'outlookUnreachable' | 'outlookRefused' }
  | { kind: 'notTold' }
  | { kind: 'notCancelled'; event: EventKey }
  | { kind: 'outlookAway' }
)

type Concern<Kind extends OutlookConcern['kind']> = Extract<OutlookConcern, { kind: Kind }>

/** What is wrong, and what to do about it. */
export function concernSentences(concern: OutlookConcern): string {
  switch (concern.kind) {
    case 'eventDeleted':
      return `${ofWhom(concern)} was deleted in Outlook, and those on it were told that the meeting is off. Cancel the meeting here, or press “Invite again”.`
    case 'eventDoubled':
      return `${ofWhom(concern)} is in Outlook twice. The one made on ${momentWords(concern.createdAt)} is too many: ${concern.isToGo ? 'it is being cancelled' : 'press “Cancel the second entry”'}.`
    case 'atAnotherTime':
      return concern.event === 'core'
        ? `The invitation was moved in Outlook to ${slotWords(concern.at)}${concern.breaks ? `, and ${BREAKS[concern.breaks]}` : ''}. Put it back, or keep that time and say why; nobody is reminded until then.`
        : `A parent’s invitation was moved in Outlook to ${slotWords(concern.at)}, away from the meeting. Put it back; the parent is not reminded until then.`
    case 'timeProposed':
      return `The ${roleWords(concern.person)} proposes ${slotWords(concern.at)} instead. ${effectWords(concern)} Move to that time, or keep ours and tell them: Outlook does not.`
    case 'joinedByForward':
      return forwardWords(concern)
    case 'otherOrganiser':
      return `${concern.convenor ? `The ${ROLE_WORDS[concern.convenor]} convenes the meeting now` : 'Another convenes the meeting now'}, and the invitations still stand in the mailbox ${concern.from}: what is changed comes from there. Move them over to ${concern.to}: everybody gets a new invitation for the same time, then the old one is taken back, and what people have answered here stays. Or leave them where they are.`
    case 'roomDeclined':
      return `${concern.name} turned the invitation down, so the meeting has no room. Book another in Outlook and take this one off, move the meeting, hold it elsewhere, or meet by video: then everybody invited hears that it is online.`
    case 'siblingMoved':
      return `The meeting of a brother or sister, which this one goes with, has been moved. To go with it again, this one would be on ${slotWords(concern.at)}. ${concern.inTime ? 'That is in time.' : 'That is after the last day to hold it, so a reason would be kept.'} Nothing is moved by itself: move to that time, or keep ours.`
    case 'siblingCancelled':
      return 'The meeting of a brother or sister, which this one goes with, does not take place. This one stays as it is: cancel or move it here if that is meant, too.'
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

/** Who it is, what they see, and what can be done: an invitation never holds the address of a placement (P-03). */
function forwardWords({ event, who, name, person, bar, sees }: Concern<'joinedByForward'>): string {
  const them = name.toLowerCase() === who ? who : `${name} (${who})`
  const whose = event === 'core' ? 'the invitation' : 'a parent’s own invitation'
  const asWhom = person ? ` They are the ${roleWords(person)}${bar ? `, ${BARS[bar]}` : ''}.` : ''
  const seen = listed([
    'the day, the time and the reference',
    ...(sees.names ? ['the names of those invited'] : []),
    ...(sees.place ? ['the place as somebody wrote it there'] : []),
  ])
  const ways = bar ? 'Take them off' : 'Keep them and say why, or take them off'
  return `${them} came onto ${whose} by a forward; nobody here invited them.${asWhom} They see ${seen}, and can join by its link; ${sees.place ? 'look whether that gives an address away' : 'the address is not on it'}. ${ways}: Outlook then tells them that the meeting is off for them, and no reason.`
}

const BARS: Record<GuestBar, string> = {
  notInvited: 'and it was decided not to invite them',
  undecided: 'and nobody has decided yet whether they are invited',
  ownInvitation: 'and family have an invitation of their own',
}

/** What would become of the last day, of the minimum and of everybody's diary (R-025, R-064). */
function effectWords({ inTime, effect }: Concern<'timeProposed'>): string {
  const deadline = inTime ? 'That is in time.' : 'That is after the last day to hold it, so a reason would be kept.'
  if (!effect) return `${deadline} Outlook could not be asked who is free then.`
  const { busy, unknown, minimumHolds } = effect
  const whose = (people: PersonKey[]) => `the ${listed([...new Set(people.map(roleWords))])}`
  return [
    deadline,
    busy.length > 0 ? `Something else then: ${whose(busy)}.` : 'Everybody whose diary can be seen is free.',
    unknown.length > 0 ? `Not known: ${whose(unknown)}.` : '',
    minimumHolds ? '' : 'Those who have to be there would not all come.',
  ]
    .filter((words) => words !== '')
    .join(' ')
}

const BREAKS: Record<BrokenRule, string> = {
  late: 'that is after the last day to hold it',
  past: 'that time has passed',
  taken: 'somebody who comes has another planning meeting then',
}

const ofWhom = ({ event }: Pick<Concern<'eventDeleted'>, 'event'>) =>
  event === 'core' ? 'The invitation' : 'A parent’s invitation'

const roleWords = (key: PersonKey): string => ROLE_WORDS[roleOf(key)]

const NOT_MOVED: Record<Concern<'notMoved'>['because'], string> = {
  timeTaken: 'somebody who has to come was booked for that time in the meantime. Choose another time.',
  outlookUnreachable: 'Outlook could not be reached for two hours. Try again.',
  outlookRefused: 'Outlook refused it. Try again; if that fails, ask the administrator to look at the mailbox.',
}

/** Of one kind there is one for each event, or for each person. */
export const isSameConcern = (a: OutlookConcern, b: OutlookConcern): boolean =>
  isAbout(a, { kind: b.kind, event: eventOf(b), who: whoOf(b) })

export const eventOf = (concern: OutlookConcern): EventKey | null => ('event' in concern ? concern.event : null)
export const whoOf = (concern: OutlookConcern): string | null =>
  'who' in concern ? concern.who : 'person' in concern ? concern.person : null

/** Each once, as first noticed. */
export function withConcern(concerns: OutlookConcern[] | undefined, concern: OutlookConcern): OutlookConcern[] {
  const before = concerns?.find((one) => isSameConcern(one, concern))
  const others = (concerns ?? []).filter((one) => one !== before)
  return [...others, { ...concern, since: before?.since ?? concern.since }]
}

export const without = (concerns: OutlookConcern[] | undefined, kinds: OutlookConcern['kind'][]): OutlookConcern[] =>
  (concerns ?? []).filter(({ kind }) => !kinds.includes(kind))

/** What a person can have done about it. */
export const CONCERN_CHOICES = [
  'inviteAgain',
  'cancelSecond',
  'keepTime',
  'putBack',
  'takeTime',
  'keepOurs',
  'keepGuest',
  'takeOff',
  'moveOver',
  'leaveThere',
  'meetByVideo',
  'takeRoomOff',
  'putAside',
] as const
export type ConcernChoice = (typeof CONCERN_CHOICES)[number]

export const CONCERN_CHOICE_WORDS: Record<ConcernChoice, string> = {
  inviteAgain: 'Invite again',
  cancelSecond: 'Cancel the second entry',
  keepTime: 'Keep that time',
  putBack: 'Put it back',
  takeTime: 'Move to that time',
  keepOurs: 'Keep our time',
  keepGuest: 'Keep them',
  takeOff: 'Take them off',
  moveOver: 'Move them over',
  leaveThere: 'Leave them there',
  meetByVideo: 'Meet by video',
  takeRoomOff: 'Take the room off',
  putAside: 'Seen to',
}

/** The likeliest first. None where the app goes on trying by itself, or it has to be done in Outlook. */
export function choicesAbout(concern: OutlookConcern): ConcernChoice[] {
  switch (concern.kind) {
    case 'eventDeleted':
      return concern.event === 'core' ? ['inviteAgain'] : ['inviteAgain', 'putAside']
    case 'eventDoubled':
      return concern.isToGo ? [] : ['cancelSecond']
    case 'atAnotherTime':
      if (concern.event !== 'core') return ['putBack']
      return concern.breaks === 'past' || concern.breaks === 'taken' ? ['putBack'] : ['putBack', 'keepTime']
    case 'timeProposed':
    case 'siblingMoved':
      return ['takeTime', 'keepOurs']
    case 'joinedByForward':
      return concern.bar ? ['takeOff'] : ['takeOff', 'keepGuest']
    case 'otherOrganiser':
      return ['moveOver', 'leaveThere']
    case 'roomDeclined':
      return ['takeRoomOff', 'meetByVideo']
    case 'siblingCancelled':
    case 'joinLinkMissing':
    case 'joinLinkChanged':
    case 'clash':
    case 'notMoved':
      return ['putAside']
    case 'notTold':
    case 'notCancelled':
    case 'outlookAway':
      return []
  }
}

/** The choice that wants a reason, to be kept with the meeting, and what is asked (R-025, R-033, P-20). */
export function reasonFor(concern: OutlookConcern): { choice: ConcernChoice; asks: string } | null {
  if ((concern.kind === 'timeProposed' || concern.kind === 'siblingMoved') && !concern.inTime)
    return { choice: 'takeTime', asks: 'Why it cannot be sooner' }
  if (choicesAbout(concern).includes('keepGuest')) return { choice: 'keepGuest', asks: 'Why they come' }
  return choicesAbout(concern).includes('keepTime') ? { choice: 'keepTime', asks: 'Why that time' } : null
}

/** Which of a meeting's concerns. */
export const isAbout = (
  concern: OutlookConcern,
  { kind, event, who }: { kind: string; event?: EventKey | null; who?: string | null },
): boolean => concern.kind === kind && eventOf(concern) === (event ?? null) && whoOf(concern) === (who ?? null)

/** Nobody is reminded of a time at which Outlook does not show the meeting to them. */
export const isHeldBack = (concerns: OutlookConcern[] | undefined, event: EventKey | null): boolean =>
  (concerns ?? []).some(
    (concern) =>
      (concern.kind === 'atAnotherTime' || concern.kind === 'eventDeleted') &&
      (concern.event === event || concern.event === 'core'),
  )
