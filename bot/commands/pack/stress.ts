/** What a practice's rules come to on every start, for reading: examples of each, and the count. */
import type { Practice } from '../../../shared/people/attendees.ts'
import { stressPack, type Stressed } from '../../../shared/practice/pack-stress.ts'
import { PLACEMENT_TYPES } from '../../../shared/placement/placement.ts'
import { addDays, dayWords, type LocalDate } from '../../../shared/dates/time.ts'
import { BASIS_WORDS, PLACEMENT_TYPE_WORDS } from '../../../shared/words.ts'

/** As many examples as are read; the rest is counted. */
const MOST_SHOWN = 5

export function stressLines(practice: Practice, from: LocalDate, months: number): string[] {
  const until = addDays(from, Math.round((months * 365.25) / 12))
  const found = stressPack(practice, PLACEMENT_TYPES, { from, until })
  const tried = found[0]?.tried ?? 0
  return [
    `${practice.pack.name}: every start from ${dayWords(from)}, ${tried} days.`,
    ...(tried < daysBetween(from, until) ? ['Later days lie beyond the bank holidays that are loaded.'] : []),
    ...together(found).flatMap(lines),
  ]
}

type Group = { who: string[]; of: Stressed }

/** What is alike for several kinds of placement is said once. */
function together(found: Stressed[]): Group[] {
  const groups = new Map<string, Group>()
  for (const { type, basis, ...of } of found) {
    const key = JSON.stringify([basis, of])
    const who = PLACEMENT_TYPE_WORDS[type]
    const group = groups.get(key)
    if (group) group.who.push(who)
    else groups.set(key, { who: [who], of: { type, basis, ...of } })
  }
  return [...groups.values()]
}

function lines({ who, of }: Group): string[] {
  const { basis, rule, notWorking, afterPlan, tightest } = of
  return [
    '',
    `${BASIS_WORDS[basis]}, ${who.join(', ')}: ${rule}`,
    ...found(
      'Due on a day that is no working day',
      notWorking,
      ({ start, due, why }) => `${dayWords(start)} → ${dayWords(due)} (${why})`,
    ),
    ...found(
      'Due after the placement plan, which the law wants within 5 working days',
      afterPlan,
      ({ start, due, planDue }) => `${dayWords(start)} → ${dayWords(due)}; the plan by ${dayWords(planDue)}`,
    ),
    ...(tightest
      ? [`  The fewest working days, ${tightest.workingDays}: ${dayWords(tightest.start)} → ${dayWords(tightest.due)}`]
      : []),
  ]
}

function found<One>(title: string, all: One[], words: (one: One) => string): string[] {
  const more = all.length - MOST_SHOWN
  return [
    `  ${title}: ${all.length === 0 ? 'never' : `${all.length} ${all.length === 1 ? 'start' : 'starts'}`}`,
    ...all.slice(0, MOST_SHOWN).map((one) => `    ${words(one)}`),
    ...(more > 0 ? [`    and ${more} more`] : []),
  ]
}

function daysBetween(from: LocalDate, until: LocalDate): number {
  let days = 0
  for (let day = from; day <= until; day = addDays(day, 1)) days += 1
  return days
}
