/** Reads what `getSchedule` answers. A diary that came back with an error, or not at all, is unknown and never free. */
import { z } from 'zod'
import type { Diary, WorkingHours } from '../../shared/times/diary.ts'
import { readInstant, type Interval } from '../../shared/dates/time.ts'

const schedule = z.object({
  value: z.array(
    z.object({
      scheduleId: z.string().nullish(),
      error: z.object({}).nullish(),
      scheduleItems: z
        .array(
          z.object({
            status: z.string().nullish(),
            start: z.object({ dateTime: z.string(), timeZone: z.string().nullish() }),
            end: z.object({ dateTime: z.string(), timeZone: z.string().nullish() }),
          }),
        )
        .nullish(),
      workingHours: z
        .object({
          daysOfWeek: z.array(z.string()).nullish(),
          startTime: z.string().nullish(),
          endTime: z.string().nullish(),
          timeZone: z
            .object({
              name: z.string().nullish(),
              bias: z.number().nullish(),
              daylightOffset: z.object({ daylightBias: z.number().nullish(), month: z.number().nullish() }).nullish(),
            })
            .nullish(),
        })
        .nullish(),
    }),
  ),
})

/** Busy and away stop a meeting; working elsewhere stops only one that is held in person. */
const BLOCKING = ['busy', 'oof', 'unknown']

/** A diary for each address that was asked for, by address in lower case. */
export function scheduleAnswer(asked: string[], answer: unknown): Map<string, Diary> {
  const diaries = new Map<string, Diary>(asked.map((email) => [email.toLowerCase(), { known: false }]))
  for (const { scheduleId, error, scheduleItems, workingHours } of schedule.parse(answer).value) {
    const email = scheduleId?.toLowerCase()
    if (!email || !diaries.has(email) || error || !scheduleItems) continue
    const busy: Interval[] = []
    const tentative: Interval[] = []
    const elsewhere: Interval[] = []
    let readable = true
    for (const { status, start, end } of scheduleItems) {
      const stretch = { start: readInstant(utc(start.dateTime)), end: readInstant(utc(end.dateTime)) }
      if (!stretch.start || !stretch.end) readable = false
      else if (status === 'tentative') tentative.push(stretch as Interval)
      else if (status === 'workingElsewhere') elsewhere.push(stretch as Interval)
      else if (!status || BLOCKING.includes(status)) busy.push(stretch as Interval)
    }
    if (!readable) continue
    const hours = readWorkingHours(workingHours)
    diaries.set(email, { known: true, busy, tentative, elsewhere, workingHours: hours })
  }
  return diaries
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const LONDON_ZONES = ['GMT Standard Time', 'Europe/London']

type Hours = z.infer<typeof schedule>['value'][number]['workingHours']
type TimeZone = NonNullable<NonNullable<Hours>['timeZone']>

/** Working hours as Outlook keeps them; `null` where they are not London's, since wall clocks could not be compared. */
export function readWorkingHours(hours: Hours): WorkingHours | null {
  if (!hours?.daysOfWeek?.length || !hours.startTime || !hours.endTime) return null
  if (hours.timeZone && !isLondon(hours.timeZone)) return null
  return {
    days: hours.daysOfWeek.map((day) => DAYS.indexOf(day.toLowerCase()) + 1).filter((day) => day > 0),
    startMinute: minuteOf(hours.startTime),
    endMinute: minuteOf(hours.endTime),
  }
}

/** By name, or by rules of its own that are London's: no distance from Greenwich, and an hour forward in March. */
function isLondon({ name, bias, daylightOffset }: TimeZone): boolean {
  if (name && LONDON_ZONES.includes(name)) return true
  return bias === 0 && daylightOffset?.daylightBias === -60 && daylightOffset.month === 3
}

const utc = (dateTime: string) => `${dateTime.replace(/Z$/, '')}Z`

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
