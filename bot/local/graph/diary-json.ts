/** Recurring entries of a diary in Graph's shape. */
import { firstDateOf } from '../people/diary.ts'
import type { DiaryEvent } from '../outlook/diary-events.ts'
import { idOf } from '../outlook/item-ids.ts'
import { LONDON_IN_WINDOWS } from '../outlook/time-zones.ts'
import { eventJson, type Shown } from './event-json.ts'

export function diaryJson({ event, rule, masterKey, isMaster }: DiaryEvent, shown: Shown): Record<string, unknown> {
  const json = eventJson(event, shown)
  if (!isMaster)
    return { ...json, type: 'occurrence', seriesMasterId: idOf({ ...event, key: masterKey }, shown.immutableIds) }
  return {
    ...json,
    type: 'seriesMaster',
    recurrence: {
      pattern: {
        type: 'weekly',
        interval: rule.everyWeeks ?? 1,
        month: 0,
        dayOfMonth: 0,
        daysOfWeek: rule.days,
        firstDayOfWeek: 'monday',
        index: 'first',
      },
      range: {
        type: 'noEnd',
        startDate: firstDateOf(rule),
        endDate: '0001-01-01',
        recurrenceTimeZone: LONDON_IN_WINDOWS,
        numberOfOccurrences: 0,
      },
    },
  }
}
