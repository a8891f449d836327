/**
 * Looking for a reference, a person, an action or a word: what of a meeting a reader may see is looked through, and
 * nothing else, so that nobody learns by searching what they could not read (P-20, P-24). A word is found by how it
 * begins.
 */
import { contributionsView } from '../agenda/contributions-view.ts'
import { wordsOf } from './found-words.ts'
import type { MeetingRow } from './meeting-view.ts'
import type { Minutes } from '../record/minutes.ts'
import { keepsToDates, mayDo, type Reader } from '../people/permissions.ts'
import type { Placement } from '../placement/placement-case.ts'
import type { PlanningMeeting } from './planning-meeting.ts'
import { proposedItemsView } from '../agenda/proposed-items-view.ts'
import { followUpRows } from '../record/follow-ups.ts'
import { laterWordsText } from '../record/later-words.ts'
import type { Instant } from '../dates/time.ts'
import { ROLE_WORDS } from '../words.ts'

export const FOUND_IN = ['reference', 'person', 'action', 'word'] as const
export type FoundIn = (typeof FOUND_IN)[number]

/** One place in one meeting. */
export type Found = Pick<MeetingRow, 'id' | 'ref' | 'kind' | 'state' | 'slot' | 'caseReference'> & {
  in: FoundIn
  /** What stands there, around the words that were looked for. */
  text: string
}

type Text = { in: FoundIn; text: string }

/** Where all that is looked for is found; nothing unless every word of it is. */
export function findIn(
  looked: string,
  reader: Reader,
  placement: Placement,
  meeting: PlanningMeeting,
  minutes: Minutes,
  now: Instant,
): Found[] {
  const asked = wordsOf(looked)
  const texts = textsOf(reader, placement, meeting, minutes, now).map((one) => ({ ...one, words: wordsOf(one.text) }))
  const begins = (words: string[], word: string) => words.some((one) => one.startsWith(word))
  if (asked.length === 0 || !asked.every((word) => texts.some(({ words }) => begins(words, word)))) return []
  const { id, ref, state, plan } = meeting
  const row = {
    id,
    ref,
    kind: plan.kind,
    state,
    slot: 'slot' in meeting ? meeting.slot : null,
    caseReference: placement.confirmation.caseReference,
  }
  // Where one place holds all of it, the others are beside the point.
  const whole = texts.filter(({ words }) => asked.every((word) => begins(words, word)))
  const places = whole.length > 0 ? whole : texts.filter(({ words }) => asked.some((word) => begins(words, word)))
  return places.slice(0, MOST_PLACES).map((one) => ({ ...row, in: one.in, text: around(one.text, asked) }))
}

/** Of one meeting: enough to know it by. */
const MOST_PLACES = 5

function textsOf(
  reader: Reader,
  placement: Placement,
  meeting: PlanningMeeting,
  minutes: Minutes,
  now: Instant,
): Text[] {
  const { confirmation } = placement
  const reads = mayDo('seeRecord', reader, placement, meeting) || mayDo('recordMinutes', reader, placement, meeting)
  const people = keepsToDates(reader, placement) ? [] : meeting.plan.attendees.filter(({ role }) => role !== 'child')
  const written = reads ? minutes.entries : []
  const { items } = proposedItemsView(reader, placement, meeting, { minutes, before: null })
  const actions = reads ? (meeting.followUps ?? []) : followUpRows(reader, placement, meeting, now)
  const inAction = [
    ...written.filter(({ type }) => type === 'action').map(({ text }) => text),
    // Once it is closed, an action stands in the record and among what people took on.
    ...actions.filter(({ id }) => !written.some((entry) => entry.id === id)).map(({ words }) => words),
  ]
  const inWords = [
    ...written.filter(({ type }) => type !== 'action').map(({ text }) => text),
    ...contributionsView(reader, placement, meeting).received.map(({ who, text }) => `${who}: ${text}`),
    ...items.map(({ title, why }) => `${title}: ${why}`),
    ...(reads
      ? laterWordsText(
          meeting.laterWords ?? [],
          meeting.plan.attendees.filter(({ role }) => role !== 'child'),
        )
      : []),
  ]
  return [
    { in: 'reference', text: `${meeting.ref} ${confirmation.caseReference} ${confirmation.placementReference}` },
    ...people.map(({ name, role }): Text => ({ in: 'person', text: `${name}, ${ROLE_WORDS[role]}` })),
    ...inAction.map((text): Text => ({ in: 'action', text })),
    ...inWords.map((text): Text => ({ in: 'word', text })),
  ]
}

const LONGEST = 140

function around(text: string, asked: string[]): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= LONGEST) return line
  const first = Math.min(
    ...asked.map((word) => line.toLowerCase().indexOf(word)).filter((at) => at >= 0),
    line.length - LONGEST,
  )
  const from = Math.max(0, first - 40)
  return `${from > 0 ? '…' : ''}${line.slice(from, from + LONGEST)}${from + LONGEST < line.length ? '…' : ''}`
}
