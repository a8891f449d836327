/** A record as plain text, to be pasted elsewhere: for a case note, or when nothing else is left to keep it. */
import { agendaInUse } from '../agenda/agenda-in-use.ts'
import { belowMinimumWords } from './below-minimum.ts'
import { attendanceText } from './attendance.ts'
import type { MeetingView } from '../meeting/meeting-view.ts'
import { completionOf, standingAnswer, type ChecklistLine } from './checklists.ts'
import { AUTHORITY_ITEM, authorityText } from './delegated-authority.ts'
import { householdText } from '../people/household.ts'
import { RISK_ITEM } from './item-questions.ts'
import { laterWordsText } from './later-words.ts'
import { timesWords } from '../meeting/meeting-times.ts'
import type { Entry, Minutes } from './minutes.ts'
import { recordQuestions } from './record-questions.ts'
import { inSentence, nameOf } from './read-back.ts'
import { dayWords, slotWords } from '../dates/time.ts'
import { ENTRY_TYPE_WORDS, POSITION_WORDS } from './record-words.ts'
import { MEETING_KIND_WORDS } from '../words.ts'

type Tables = Pick<MeetingView, 'residents' | 'authority'>
type Recorded = Tables & { laterWords?: MeetingView['laterWords'] } & Pick<
    MeetingView,
    | 'ref'
    | 'kind'
    | 'slot'
    | 'attendees'
    | 'minimum'
    | 'agenda'
    | 'triggers'
    | 'emergencyChecklist'
    | 'chairsLines'
    | 'recordLines'
  >

export function minutesAsText(minutes: Minutes, view: Recorded): string {
  const below = belowMinimumWords(view, minutes)
  const blocks = [
    [
      `${MEETING_KIND_WORDS[view.kind]} ${view.ref}`,
      ...[view.slot && slotWords(view.slot), timesWords(minutes.times)].filter((words) => !!words),
    ],
    ['Who was there', ...whoWasThere(minutes, view), ...(below ? [below] : [])],
    ...agendaInUse(view.agenda, minutes).map(({ item, title }) => [title, ...itemText(item, minutes, view)]),
    ['What each said to it', ...positionsText(minutes, view)],
    ['Said of the record since', ...laterWordsText(view.laterWords ?? [], view.attendees)],
    [
      'Questions',
      ...recordQuestions(view, minutes)
        .map((line) => lineText(line, minutes, view))
        .filter((text) => text !== ''),
    ],
  ]
  return blocks
    .filter((block, at) => at === 0 || block.length > 1)
    .map((block) => block.join('\n'))
    .join('\n\n')
}

export const positionsText = ({ positions = {} }: Minutes, { attendees }: Pick<Recorded, 'attendees'>): string[] =>
  attendees.flatMap(({ key, name }) => {
    const { answer, text } = positions[key] ?? {}
    return answer ? [`${name}: ${POSITION_WORDS[answer]}${text?.trim() ? ` (${text.trim()})` : ''}`] : []
  })

const whoWasThere = ({ attendance }: Minutes, { attendees }: Recorded) =>
  attendees.flatMap(({ key, name, notInvitedBecause }) => {
    const was = attendance[key]
    return was?.state ? [`${name}: ${attendanceText(was, notInvitedBecause)}`] : []
  })

function itemText(item: string, minutes: Minutes, view: Recorded): string[] {
  const written = minutes.entries.filter((entry) => entry.item === item && entry.text.trim() !== '')
  const outcome = itemOutcomeText(item, minutes, view)
  return [
    ...written.map((entry) => entryText(entry, view)),
    ...tableText(item, minutes, view),
    ...(outcome ? [outcome] : []),
  ]
}

/** What stands in a table of its own under an item: the household, and who decides what. */
export function tableText(item: string, minutes: Minutes, { residents, authority }: Tables): string[] {
  if (item === RISK_ITEM) return householdText(residents ?? [], minutes)
  return item === AUTHORITY_ITEM && authority ? authorityText(authority, minutes) : []
}

/** For an item that was not talked about: who takes it on, and by when; `null` for one that was. */
export function itemOutcomeText(
  item: string,
  { entries, items }: Minutes,
  { attendees }: Pick<Recorded, 'attendees'>,
): string | null {
  const { notDiscussed, owner, by, why } = items[item] ?? {}
  if (!notDiscussed || entries.some((entry) => entry.item === item && entry.text.trim() !== '')) return null
  const more = [owner && nameOf(owner, attendees), by && `by ${dayWords(by)}`, why?.trim()].filter(Boolean)
  return `Not discussed${more.length > 0 ? `: ${more.join(', ')}` : ''}`
}

export function entryText(
  { type, text, who, due, without }: Entry,
  { attendees }: Pick<Recorded, 'attendees'>,
): string {
  const more = [
    who && nameOf(who, attendees),
    due && `by ${dayWords(due)}`,
    without && `while ${inSentence(without, attendees)} was out of the room`,
  ].filter(Boolean)
  return `${ENTRY_TYPE_WORDS[type]}: ${text.trim()}${more.length > 0 ? ` (${more.join(', ')})` : ''}`
}

export function lineText(line: ChecklistLine, { lines }: Minutes, view: Pick<Recorded, 'attendees'>): string {
  const given = lines[line.id]
  const answer = line.options.find(({ value }) => value === standingAnswer(line, given))
  if (!answer) return ''
  const { owner, by, why, text } = completionOf(line, given)
  const more = [text?.trim(), why?.trim(), owner && nameOf(owner, view.attendees), by && `by ${dayWords(by)}`].filter(
    Boolean,
  )
  const asksWords = line.open && line.options.length === 1
  const asked = line.title.endsWith('?') ? line.title : `${line.title}:`
  if (asksWords) return `${asked} ${text?.trim()}`
  return `${asked} ${answer.words}${more.length > 0 ? ` (${more.join(', ')})` : ''}`
}
