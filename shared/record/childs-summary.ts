/**
 * What the child is given to keep (R-134), drafted from the record for the chair to make their own. It holds what is for
 * everybody in the room: nothing of professional items, of risk, or of what was talked about while the child was out.
 */
import { RISK_ITEM } from './item-questions.ts'
import type { MeetingView } from '../meeting/meeting-view.ts'
import type { Entry, Minutes } from './minutes.ts'
import { nextMeetingOn } from './next-meeting.ts'
import { nameOf } from './read-back.ts'
import { londonDate, longDayWords } from '../dates/time.ts'

type About = Pick<MeetingView, 'slot' | 'attendees' | 'agenda'>

/** Safety, risk and the emergency questions are spoken about with a child, not put on paper for them. */
const NOT_ON_PAPER = [
  'AG-04',
  'AG-05',
  'AG-13',
  'AG-14',
  RISK_ITEM,
  'AG-16',
  'AG-18',
  'AG-24',
  'AG-25',
  'AG-28',
  'AG-29',
]

export function childsSummaryDraft(minutes: Minutes, { slot, attendees, agenda }: About): string {
  const open = agenda.filter(({ item, audience }) => audience === 'all' && !NOT_ON_PAPER.includes(item))
  const forAll = minutes.entries.filter(
    ({ item, text, without }) => !without && text.trim() !== '' && open.some((one) => one.item === item),
  )
  const said = [
    minutes.lines['childsVoice']?.text ?? '',
    ...forAll.filter(({ type, who }) => type === 'view' && who === 'child:1').map(({ text }) => text),
  ].filter((text) => text.trim() !== '')
  const heldOn = slot && londonDate(slot.start)
  const next = heldOn && nextMeetingOn(heldOn, minutes)
  const worker = attendees.find(({ role }) => role === 'childsSocialWorker')
  const actions = forAll.filter(({ type }) => type === 'action')
  return [
    heldOn ? `On ${longDayWords(heldOn)} we met to talk about how things are for you.` : 'We met to talk about you.',
    ...part('What you told us', said),
    ...part(
      'What was decided',
      forAll.filter(({ type }) => type === 'decision').map(({ text }) => text),
    ),
    ...part(
      'What happens next',
      actions.map((action) => actionWords(action, attendees)),
    ),
    ...(next ? ['', `We plan to meet again on ${longDayWords(next)}.`] : []),
    '',
    `If something here is wrong, or you want to say more, tell ${worker?.name ?? 'your social worker'}.`,
  ].join('\n')
}

const part = (title: string, lines: string[]) =>
  lines.length > 0 ? ['', title, ...lines.map((line) => `• ${line.trim()}`)] : []

const actionWords = ({ who, text, due }: Entry, people: About['attendees']) =>
  `${who ? nameOf(who, people) : 'Somebody'}: ${text.trim()}${due ? `, by ${longDayWords(due)}` : ''}`

const HARD = [
  'placement',
  'contact',
  'LAC',
  'respite',
  'delegated',
  'professional',
  'assessment',
  'statutory',
  'IRO',
  'PEP',
  'CSW',
  'SSW',
]

/** Words of the trade that a child should not have to read (section 5 of the catalogue). */
export const hardWordsIn = (text: string): string[] =>
  HARD.filter((word) => new RegExp(`\\b${word}s?\\b`, word === word.toUpperCase() ? 'u' : 'iu').test(text))
