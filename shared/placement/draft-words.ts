/** What is said of a confirmation that nobody has scheduled yet, on its card and on its page alike. */
import { momentWords, type Instant } from '../dates/time.ts'
import type { MeetingPlan, Plan, Warning } from '../meeting/plan.ts'
import { listed } from '../people/who-is-told.ts'
import { isClearedForAddress } from '../meeting/venue.ts'
import { BASIS_WORDS, MEETING_KIND_WORDS, PLACEMENT_TYPE_WORDS, ROLE_WORDS, VENUE_WORDS } from '../words.ts'
import { changeWords } from './change-words.ts'
import type { Draft, PartialConfirmation } from './draft.ts'
import type { Placement } from './placement-case.ts'
import type { Role } from './placement.ts'
import { isLeftUnscheduled } from './queried.ts'

/** `Foster · emergency · starts Fri 18 Dec 2026 17:30`. */
export function placementLine({ placement }: PartialConfirmation, plan: Plan | null): string {
  const type = placement?.type ? PLACEMENT_TYPE_WORDS[placement.type] : 'Kind of placement not known'
  const basis = plan?.basis.value ?? placement?.basis
  const starts = placement?.startsAt ? `starts ${momentWords(placement.startsAt)}` : 'start not known yet'
  return [type, ...(basis ? [BASIS_WORDS[basis]] : []), starts].join(' · ')
}

/** `First planning meeting, 60 minutes`. */
export const kindLine = ({ kind, durationMinutes }: MeetingPlan): string =>
  `${MEETING_KIND_WORDS[kind]}, ${durationMinutes} minutes`

/** Why it counts as planned or as an emergency; `null` while it counts as neither. */
export function whyBasis({ placement }: PartialConfirmation, plan: Plan | null): string | null {
  const basis = plan?.basis.value ?? placement?.basis
  if (!basis) return null
  return placement?.basis
    ? `The confirmation says ${BASIS_WORDS[basis]}.`
    : `Proposed, since it starts ${basis === 'emergency' ? 'within a day of being confirmed' : 'more than a day after being confirmed'}. You decide.`
}

/** Why there is no meeting to be seen, where there is none. */
export function whyNoMeeting(plan: Plan | null, fields: PartialConfirmation): string | null {
  if (!plan) return 'More has to be known before the meeting can be planned. Nothing has been sent.'
  if (plan.status === 'provisional')
    return 'Held as provisional: no day is due and nobody is invited before the start is known.'
  // Where somebody has decided that there is none, a warning says so.
  return plan.status === 'noMeeting' && !isLeftUnscheduled(fields)
    ? 'No planning meeting is due for this placement.'
    : null
}

/** Where, and to how many of those who are invited the address is shown. The address itself is not in it. */
export function whereSaid(
  { venue, attendees }: MeetingPlan,
  { people = [], placement }: PartialConfirmation,
): { words: string; lines: string[] } {
  const place = venue.kind === 'placement' && placement?.type === 'foster' ? 'The foster home' : VENUE_WORDS[venue.kind]
  if (!placement?.address) return { words: place, lines: [] }
  const invited = people.filter(({ role, email }) =>
    attendees.some((one) => one.role === role && one.email === (email ?? null) && one.event !== null),
  )
  const cleared = invited.filter(isClearedForAddress)
  const roles = (some: { role: Role }[]) => listed([...new Set(some.map(({ role }) => ROLE_WORDS[role]))])
  return {
    words: `${place} · address shown to ${cleared.length} of ${invited.length}`,
    lines: [
      ...(cleared.length > 0 ? [`Shown in Planning, after sign-in, to: ${roles(cleared)}.`] : []),
      ...(cleared.length < invited.length
        ? [`Not shown to: ${roles(invited.filter((one) => !isClearedForAddress(one)))}.`]
        : []),
      'It is in no invitation, e-mail or card.',
    ],
  }
}

/** What does not change what the officer does now is folded away. */
const GOOD_TO_KNOW = ['proposed', 'firstPlacementNotKnown', 'newlyLookedAfterNotKnown', 'planBeforeStart', 'siblings']

export const isGoodToKnow = ({ id }: Warning): boolean => GOOD_TO_KNOW.includes(id)

/** A day that has passed may be a slip of the pen. */
export const IF_START_IS_WRONG = 'If the start given is wrong, press Change.'

/** A time is booked only when it was there to be seen, for every meeting. */
export const hasTimes = ({ plan, offered }: Draft): boolean =>
  plan !== null && plan.meetings.length > 0 && plan.meetings.every((_, n) => offered[n]?.length)

/** The one meeting for which something has to be given up; one press then chooses for all of them. */
export function stuckMeeting({ ways = [], plan }: Draft): number | null {
  const stuck = ways.flatMap((some, n) => (some.length > 0 && plan?.meetings[n] ? [n] : []))
  return stuck.length === 1 ? stuck[0]! : null
}

export const NO_TIME =
  'Nobody’s diaries leave a time, neither before the last day nor in the week after it. Ask the people who have to come to make room, then look again.'
export const OUTLOOK_AWAY = 'Outlook cannot be asked for free times just now. Please look again in a few minutes.'
export const TIMES_WAIT = 'Times are offered when these are answered.'
export const LATE_REASON = 'If you choose a late time: why can it not be held in time?'

export const ASK_OUTSIDE = 'Ask those outside first'
export const ASK_OUTSIDE_MEANS = `“${ASK_OUTSIDE}” holds these times, as far as everybody inside can, and writes to those outside, who answer with one tap. The first answers that suffice book the meeting.`

export const PUT_ASIDE = 'Put aside: not a placement. If it is one after all, paste the confirmation again.'
export const NOTHING_SENT_YET = 'Nothing has been sent yet. Please look at the times below, then press Schedule.'

/** What a further message was taken for. */
export const SEEN_BEFORE =
  'This placement was brought in before: both messages are taken together, and the newer words count. Nothing has been sent.'
/** Everything hangs on the start: another one is said with the one before (E-10). */
export function seenBeforeWords({ fields }: Draft, startWas: Instant | undefined): string {
  const startsAt = fields.placement?.startsAt
  if (!startWas || !startsAt || startWas === startsAt) return SEEN_BEFORE
  return `${SEEN_BEFORE} The start was ${momentWords(startWas)}, and is ${momentWords(startsAt)} now.`
}
export const CALLED_OFF =
  'A message says that this placement does not go ahead. Nothing has been sent: press “Not a placement” if that is so.'
export const NOTHING_TO_CANCEL =
  'This message says that a placement does not go ahead. I know of no placement of yours with its references: if I have shown you a preview, press “Not a placement” there.'
export const NOT_FOR_YOU =
  'This placement is confirmed already. You are not among its people; please ask a placement officer.'
export const WITH_SOMEBODY_ELSE =
  'Somebody else has brought this placement in, and a placement officer has to confirm it. Please ask one of them how it stands.'

/** Of a placement that is confirmed already. */
export function confirmedAlready({ cancelled, proposed }: Placement, changes: string[]): string {
  if (cancelled)
    return 'This placement was cancelled, and the message confirms it again. If it goes ahead after all, an officer takes that over below.'
  if (changes.length === 0) return 'This placement is confirmed already: this is how its meeting stands.'
  return `This placement is confirmed already, and the message differs in ${changeWords(changes)}. ${proposed ? 'What would follow stands below.' : 'Nothing has been changed: move or cancel the meeting here if that is needed.'}`
}
