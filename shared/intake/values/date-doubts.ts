/** Why a day or a time is not certain, and how that is said to the person who is asked. */

export type DateDoubt =
  | 'noDate'
  | 'noTime'
  | 'noYear'
  | 'severalDates'
  | 'severalTimes'
  | 'impossibleDate'
  | 'wrongWeekday'
  | 'vagueTime'
  | 'twelveHourClock'
  | 'clockChange'
  | 'weekdayOnly'

export type Doubtful = { doubt: DateDoubt; phrase: string }
export const DATE_DOUBT_WORDS: Record<DateDoubt, string> = {
  noDate: 'has no date',
  noTime: 'has a date but no time',
  noYear: 'has no year',
  severalDates: 'names more than one day',
  severalTimes: 'names more than one time',
  impossibleDate: 'names a day that does not exist',
  wrongWeekday: "names a weekday that is not the date's",
  vagueTime: 'is only roughly given',
  twelveHourClock: 'could be morning or afternoon',
  clockChange: 'falls in the hour in which the clocks change',
  weekdayOnly: 'names a weekday without a date',
}
