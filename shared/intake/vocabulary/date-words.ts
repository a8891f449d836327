/** The words of days and times. */

// prettier-ignore
export const MONTH_NAMES = {
  january: 1, february: 2, march: 3, april: 4, may: 5, june: 6, july: 7, august: 8, september: 9,
  october: 10, november: 11, december: 12,
  jan: 1, feb: 2, mar: 3, apr: 4, jun: 6, jul: 7, aug: 8, sept: 9, sep: 9, oct: 10, nov: 11, dec: 12,
  janurary: 1, januray: 1, febuary: 2, feburary: 2, februrary: 2, agust: 8, septmber: 9, setpember: 9, ocotber: 10,
  otcober: 10, novemeber: 11, novmber: 11, decemeber: 12, decmber: 12, decemebr: 12,
}

/** Monday first, as ISO counts. */
// prettier-ignore
export const WEEKDAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** Days counted from the day on which the message was written. */
// prettier-ignore
export const RELATIVE_DAYS: Record<'-1' | '0' | '1', string[]> = {
  '-1': ['yesterday', 'last night'],
  '0': ['today', 'tonight', 'this morning', 'this afternoon', 'this evening', 'later today'],
  '1': ['tomorrow', 'tmrw', 'tmw', 'tomorow', 'tomorrow morning', 'tomorrow afternoon', 'tomorrow evening'],
}

/** Words that make a time only roughly so. */
// prettier-ignore
export const VAGUE_TIMES = [
  'about', 'around', 'approx', 'approximately', 'circa', 'roughly', 'between', 'before', 'after', 'by', 'latest',
  'earliest', 'tbc', 'tbd', 'tba', 'to be confirmed', 'to be agreed', 'to be arranged', 'eta', 'ish', 'end of the day',
  'close of play', 'or', 'possibly', 'probably', 'hopefully', 'provisional', 'provisionally', 'some time', 'sometime',
  'half past', 'quarter to', 'quarter past',
]
