/** What will be missed first, at the top; a few lines, since the whole list is in the tab. */
import { byWhatIsMissedFirst, NEXT_STEP_WORDS, standingOf } from '../../../shared/meeting/standing.ts'
import type { MeetingRow } from '../../../shared/meeting/meeting-view.ts'
import { deadlineWords, timeLeftWords } from '../../../shared/meeting/standing.ts'
import { momentWords, type Instant } from '../../../shared/dates/time.ts'
import { MEETING_KIND_WORDS } from '../../../shared/words.ts'
import type { Card, Element } from './card.ts'
import { card, heading, link, quiet, strong, text } from './parts.ts'

const MOST_ROWS = 8

export const LIST_SUMMARY = 'Planning meetings'

export function listCard(
  rows: MeetingRow[],
  { now, tabUrl, urlOf }: { now: Instant; tabUrl: string; urlOf: (id: string) => string },
): Card {
  const open = rows.filter(({ group }) => group !== 'done').sort(byWhatIsMissedFirst)
  const shown = open.slice(0, MOST_ROWS)
  const more = open.length - shown.length
  return card(
    'Your planning meetings are in Planning.',
    [
      heading('Planning meetings'),
      ...(open.length === 0 ? [text('Nothing is due. When a placement is confirmed, its meeting appears here.')] : []),
      ...shown.map((row) => line(row, now, urlOf(row.id))),
      ...(more > 0 ? [quiet(`And ${more} more, in Planning.`)] : []),
    ],
    [link('Open Planning', tabUrl)],
  )
}

function line(row: MeetingRow, now: Instant, url: string): Element {
  const when = row.slot
    ? momentWords(row.slot.start)
    : row.deadline
      ? `hold by ${deadlineWords(row.deadline)}`
      : 'no day due'
  const left = row.slot ? null : timeLeftWords(row, now)
  return {
    type: 'ColumnSet',
    separator: true,
    selectAction: link(`${row.ref}: ${NEXT_STEP_WORDS[row.nextStep]}`, url),
    columns: [
      {
        type: 'Column',
        width: 'stretch',
        items: [
          strong(`${row.ref} · ${standingOf(row, now).words}`),
          quiet([MEETING_KIND_WORDS[row.kind], when, left].filter(Boolean).join(' · ')),
        ],
      },
      { type: 'Column', width: 'auto', items: [{ ...text(NEXT_STEP_WORDS[row.nextStep]), color: 'accent' }] },
    ],
  }
}
