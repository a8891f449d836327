/** A day and a time of the clock, as the inputs of a card or page give them; what is no such thing is none. */
import { readDate, type LocalDate } from '../dates/time.ts'

export function dayAndTime(day: unknown, time: unknown): { day: LocalDate | null; time: string | null } {
  return {
    day: typeof day === 'string' ? readDate(day) : null,
    time: typeof time === 'string' ? (/^(?:[01]\d|2[0-3]):[0-5]\d/.exec(time)?.[0] ?? null) : null,
  }
}
