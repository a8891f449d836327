/** Time with the family that comes round every week: "Tuesdays and Thursdays 4 to 5.30pm; Sat 10am-12 noon". */
import { WEEKDAYS, type FamilyTime, type Weekday } from '../../placement/placement.ts'
import { readClock } from './british-times.ts'
import type { Said } from './field-values.ts'

const DAY = /\b(mon|tue|wed|thu|fri|sat|sun)(?:s|day|sday|nesday|rsday|urday|rs|r|nes)?s?\b/u
const CLOCK = /\d[\d.:]*\s?(?:[ap]\.?m\b|noon|hrs)?|noon|midday/u
/** A weekday, or two times with a word between them. */
const DAYS_AND_TIMES = new RegExp(
  `${DAY.source}|(${CLOCK.source})\\.?\\s*(?:-|–|—|\\b(?:to|until|till?)\\b)\\s*(${CLOCK.source})`,
  'giu',
)
const MOST = 20
/** In which weeks it falls nobody can tell from it. */
const NOT_WEEKLY =
  /fortnight|altern|every other|monthly|month|\b(?:1st|2nd|3rd|4th|first|second|third|fourth|last)\b|week [ab12]\b/iu

type Span = Pick<FamilyTime, 'from' | 'until'>

/** Everything that the text says, or nothing of it: half of somebody's family time is no help. */
export function readFamilyTime(text: string): Said<FamilyTime[]> | null {
  if (NOT_WEEKLY.test(text)) return null
  const groups: { days: Weekday[]; spans: Span[] }[] = []
  for (const [, name, from, until] of text.matchAll(DAYS_AND_TIMES)) {
    const last = groups.at(-1)
    if (name) {
      const day = WEEKDAYS.find((weekday) => weekday.startsWith(name.toLowerCase()))!
      // A day after a time begins anew: "Tue 4-5pm, Sat 10am-12".
      if (last && last.spans.length === 0) last.days.push(day)
      else groups.push({ days: [day], spans: [] })
      continue
    }
    const span = spanOf(from!.trim(), until!.trim())
    if (!span || !last) return null
    last.spans.push(span)
  }
  if (groups.length === 0 || groups.some(({ spans }) => spans.length === 0)) return null
  const value = groups.flatMap(({ days, spans }) =>
    days.flatMap((weekday) => spans.map((span) => ({ weekday, ...span }))),
  )
  return value.length <= MOST ? { value, phrase: text.trim() } : null
}

/** "4 to 5.30pm": where the beginning names no half of the day, it is the one that comes before the end. */
function spanOf(from: string, until: string): Span | null {
  const end = clockIn(until)
  const half = /[ap]\.?m/iu.exec(until)?.[0]
  const begin = [from, ...(half ? [`${from} ${half}`, `${from} am`] : [])]
    .map(clockIn)
    .find((one) => one !== null && end !== null && one < end)
  return begin && end ? { from: begin, until: end } : null
}

function clockIn(text: string): string | null {
  const read = readClock(text)
  return 'time' in read ? read.time : null
}
