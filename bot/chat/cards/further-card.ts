/**
 * A further meeting is asked for: first which placement and what calls for it, then what has to be known of just that.
 * Nothing is sent before somebody presses, and nobody outside is told before a time is chosen.
 */
import {
  ASK_REASONS,
  ASKED_FOR,
  DECISION_WORDS,
  DECISIONS,
  whatFollows,
  type AskReason,
  type FurtherAsk,
  type MissingKnown,
} from '../../../shared/meeting/further-meeting.ts'
import type { Placement } from '../../../shared/placement/placement-case.ts'
import { furtherInputs as input, MOST_EARLIER } from '../../../shared/wire/case-clicks.ts'
import { londonDate, londonTime, type Instant } from '../../../shared/dates/time.ts'
import type { Card, Element, PressData } from './card.ts'
import { buttons, card, choose, folded, heading, notice, press, quiet, row, text, toggle, write } from './parts.ts'
import { referencesLine } from './plan-rows.ts'

export const FURTHER_SUMMARY = 'A further planning meeting'
const OLDER_TEAMS = 'A further planning meeting is asked for. Please open this in a newer Teams.'
const EARLIER = 'earlier'

/** What was typed, by the id of its input. */
export type Typed = Record<string, string>

type Known = { placement: Placement; missing: MissingKnown }

export type FurtherCardOptions = { notice?: string; typed?: Typed; askedId?: string; mayCall?: boolean }

/** Which placement, and why; `among` where a reference is that of several. */
export function whichFurtherCard(
  { among = [], reason, reference }: { among?: Placement[]; reason?: AskReason | null; reference?: string },
  { notice: said }: FurtherCardOptions = {},
): Card {
  const [only, ...more] = among
  return card(
    OLDER_TEAMS,
    [
      heading('Ask for a further meeting'),
      ...(said ? [notice(said)] : []),
      ...(only && more.length === 0
        ? [quiet(referencesLine(only.confirmation))]
        : among.length > 1
          ? [
              choose(
                'placementId',
                'Which placement?',
                among.map(({ id, confirmation }) => ({ value: id, title: referencesLine(confirmation) })),
              ),
            ]
          : [
              write(
                input.reference,
                'Which placement? The reference of one of its meetings, of the placement or of the case',
                { maxLength: 64, placeholder: 'PPM-7K2D', value: reference },
              ),
            ]),
      choose(
        input.reason,
        'What calls for it?',
        ASK_REASONS.map((one) => ({ value: one, title: ASKED_FOR[one].title })),
        reason ?? undefined,
      ),
    ],
    [press('Go on', 'furtherForm', only && more.length === 0 ? { placementId: only.id } : {}, { primary: true })],
  )
}

/** Everything that has to be known of one reason, and no more. */
export function furtherCard(
  { placement, missing }: Known,
  reason: AskReason,
  { notice: said, typed = {}, askedId, mayCall = true }: FurtherCardOptions = {},
): Card {
  const data: PressData = { placementId: placement.id, reason, ...(askedId && { askedId }) }
  return card(
    OLDER_TEAMS,
    [
      heading('Ask for a further meeting'),
      quiet(referencesLine(placement.confirmation)),
      ...(said ? [notice(said)] : []),
      ...row('What calls for it', ASKED_FOR[reason].title),
      ...whenInputs(reason, missing, typed),
      write(input.words, wordsLabel(reason), { isMultiline: true, maxLength: 500, value: typed[input.words] }),
      quiet('Your words are kept with the case, and are on no card and in no invitation.'),
      text(whatFollows(reason, mayCall)),
    ],
    [
      press('Ask for the meeting', 'askMeeting', data, { primary: true }),
      press('Another reason', 'furtherForm', { placementId: placement.id, reason: '' }, { withInputs: false }),
      press('Back', 'showCase', { placementId: placement.id }, { withInputs: false }),
    ],
  )
}

/** The count leaves it open, and a person says (E-21). */
export function undecidedCard(
  known: Known,
  counted: string,
  ask: FurtherAsk,
  { askedId }: { askedId?: string } = {},
): Card {
  const again = furtherCard(known, ask.reason, { typed: typedFrom(ask), askedId })
  const choices = DECISIONS.map((value) => ({ value, title: DECISION_WORDS[value] }))
  const question = choose(input.decision, `${counted} Does it call for an emergency meeting?`, choices)
  const [first, ...rest] = again.body
  return { ...again, body: [first!, notice(TOUCHES), question, ...rest] }
}
const TOUCHES =
  'It was less than three days by the hour, and touched three dates. The practice leaves open which counts, so that a person has to say.'

function whenInputs(reason: AskReason, missing: MissingKnown, typed: Typed): Element[] {
  const { when, byTheHour } = ASKED_FOR[reason]
  if (when === null) return []
  const [day, time] = WHEN_LABELS[when]
  const at = [
    dateInput(input.day, day, typed),
    ...(when === 'agreed' ? [] : [timeInput(input.time, byTheHour ? time : `${time}, if it is known`, typed)]),
  ]
  if (when !== 'returned') return at
  return [
    dateInput(input.fromDay, 'Missing since: day', typed),
    timeInput(input.fromTime, 'Missing since: time, in London', typed),
    ...at,
    quiet(knownWords(missing)),
    buttons(toggle('Add earlier times', EARLIER)),
    folded(
      EARLIER,
      Array.from({ length: MOST_EARLIER }, (_, n) => n).flatMap((n) => [
        dateInput(input.earlier(n, 'fromDay'), `Earlier time ${n + 1}, missing since: day`, typed),
        timeInput(input.earlier(n, 'fromTime'), `Earlier time ${n + 1}, missing since: time`, typed),
        dateInput(input.earlier(n, 'toDay'), `Earlier time ${n + 1}, back: day`, typed),
        timeInput(input.earlier(n, 'toTime'), `Earlier time ${n + 1}, back: time`, typed),
      ]),
    ),
  ]
}

const WHEN_LABELS = {
  happened: ['On which day did it happen?', 'At what time'],
  returned: ['Back since: day', 'Back since: time, in London'],
  agreed: ['Which day was agreed?', ''],
  review: ['On which day is the review?', 'At what time is it, in London?'],
} as const

function knownWords({ episodes, heldOn }: MissingKnown): string {
  const many = episodes.length
  const known =
    many === 0 ? 'No earlier time is known.' : `${many} earlier ${many === 1 ? 'time is' : 'times are'} known already.`
  return heldOn ? `${known} The count began again with the last meeting held because of it.` : known
}

const wordsLabel = (reason: AskReason): string =>
  ASKED_FOR[reason].words === 'needed' ? 'Why, in one line?' : 'What should the meeting settle, in one line?'

const dateInput = (id: string, label: string, typed: Typed): Element => ({
  type: 'Input.Date',
  id,
  label,
  value: typed[id],
})
const timeInput = (id: string, label: string, typed: Typed): Element => ({
  type: 'Input.Time',
  id,
  label,
  value: typed[id],
})

/** What was asked, as it stood in the inputs. */
export function typedFrom({ at, from, earlier = [], words, decision }: FurtherAsk): Typed {
  const moment = (at: Instant | undefined, dayId: string, timeId: string): [string, string | undefined][] => [
    [dayId, at && londonDate(at)],
    [timeId, at && londonTime(at)],
  ]
  const all: [string, string | undefined][] = [
    ...moment(at, input.day, input.time),
    ...moment(from, input.fromDay, input.fromTime),
    ...earlier.flatMap((one, n) => [
      ...moment(one.from, input.earlier(n, 'fromDay'), input.earlier(n, 'fromTime')),
      ...moment(one.to, input.earlier(n, 'toDay'), input.earlier(n, 'toTime')),
    ]),
    [input.words, words],
    [input.decision, decision],
  ]
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== undefined))
}
