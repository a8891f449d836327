/**
 * Moments as seconds since 1970, and London's clocks over them. Temporal knows every zone and century, and takes its time
 * over it: a practice is tried on ten years of days in sums of seconds, and Temporal is asked once a year when London's
 * clocks change.
 */
import { Temporal } from 'temporal-polyfill'
import { dayNumber, dayOfNumber } from './day-numbers.ts'
import type { Instant, LocalDate } from './time.ts'

export const DAY_SECONDS = 86_400
/** A hundred years: sums stay among the years that are written with four digits. */
export const FAR = 36_525 * DAY_SECONDS

/** Written in the usual way, in years that are neither past nor future history: sums hold there. */
export const isPlain = (text: Instant | LocalDate): boolean => {
  const year = Number(text.slice(0, 4))
  return year >= 1973 && year <= 2499 && (text.length === 10 || text.length === 20)
}

export const secondsIn = (time: string): number =>
  Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60 + Number(time.slice(6, 8) || 0)
export const secondsOf = (at: Instant): number =>
  dayNumber(at.slice(0, 10) as LocalDate) * DAY_SECONDS + secondsIn(at.slice(11, 19))

const pad = (n: number) => (n < 10 ? `0${n}` : `${n}`)
/** `2026-12-18T17:30:00`. */
export function wallClockOf(seconds: number): string {
  const day = Math.floor(seconds / DAY_SECONDS)
  const rest = seconds - day * DAY_SECONDS
  return `${dayOfNumber(day)}T${pad(Math.floor(rest / 3600))}:${pad(Math.floor(rest / 60) % 60)}:${pad(rest % 60)}`
}
export const instantOf = (seconds: number): Instant => `${wallClockOf(seconds)}Z` as Instant

/** As `disambiguation: 'compatible'`: of two the earlier, and of none the same stretch after the missing hour. */
export function fromWallClock(wall: number): Instant {
  const before = wall - londonOffset(wall - DAY_SECONDS)
  const after = wall - londonOffset(wall + DAY_SECONDS)
  return instantOf(londonOffset(before) !== wall - before && londonOffset(after) === wall - after ? after : before)
}

/** From which second on London's clocks are ahead of UTC by how many seconds, for each year; the year's first comes first. */
const offsets = new Map<number, { from: number; ahead: number }[]>()

/** How many seconds London's clocks are ahead of UTC. */
export function londonOffset(seconds: number): number {
  const year = Number(dayOfNumber(Math.floor(seconds / DAY_SECONDS)).slice(0, 4))
  let changes = offsets.get(year)
  if (!changes) offsets.set(year, (changes = changesIn(year)))
  let ahead = changes[0]!.ahead
  for (const change of changes) if (change.from <= seconds) ahead = change.ahead
  return ahead
}

function changesIn(year: number): { from: number; ahead: number }[] {
  const changes = []
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.from(`${year}-01-01T00:00:00Z`).toZonedDateTimeISO(
    'Europe/London',
  )
  for (; at && at.toInstant().toString() < `${year + 1}`; at = at.getTimeZoneTransition('next')) {
    changes.push({ from: at.epochMilliseconds / 1000, ahead: at.offsetNanoseconds / 1e9 })
  }
  return changes
}
