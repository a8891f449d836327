/** Time zones by the names that Exchange takes, and the way it writes moments. */
import { instant, momentIn, wallClockIn, type Instant } from '../../../shared/dates/time.ts'

/** Windows' names. London with summer time is `GMT Standard Time`; `Greenwich Standard Time` is Iceland, without. */
const WINDOWS_ZONES: Record<string, { iana: string; words: string }> = {
  UTC: { iana: 'UTC', words: '(UTC) Coordinated Universal Time' },
  'GMT Standard Time': { iana: 'Europe/London', words: '(UTC+00:00) Dublin, Edinburgh, Lisbon, London' },
  'Greenwich Standard Time': { iana: 'Atlantic/Reykjavik', words: '(UTC+00:00) Monrovia, Reykjavik' },
  'W. Europe Standard Time': {
    iana: 'Europe/Berlin',
    words: '(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna',
  },
  'Romance Standard Time': { iana: 'Europe/Paris', words: '(UTC+01:00) Brussels, Copenhagen, Madrid, Paris' },
  'Central European Standard Time': { iana: 'Europe/Warsaw', words: '(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb' },
  'FLE Standard Time': {
    iana: 'Europe/Kiev',
    words: '(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius',
  },
  'GTB Standard Time': { iana: 'Europe/Bucharest', words: '(UTC+02:00) Athens, Bucharest' },
  'India Standard Time': { iana: 'Asia/Calcutta', words: '(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi' },
  'Eastern Standard Time': { iana: 'America/New_York', words: '(UTC-05:00) Eastern Time (US & Canada)' },
  'Pacific Standard Time': { iana: 'America/Los_Angeles', words: '(UTC-08:00) Pacific Time (US & Canada)' },
}

const IANA_ZONES = [
  ...Object.values(WINDOWS_ZONES).map(({ iana }) => iana),
  'Etc/UTC',
  'Europe/Dublin',
  'Europe/Lisbon',
]

export const LONDON_IN_WINDOWS = 'GMT Standard Time'

export class UnknownTimeZone extends Error {
  override name = 'UnknownTimeZone'
}

export const supportedTimeZones = () =>
  Object.entries(WINDOWS_ZONES).map(([alias, { words }]) => ({ alias, displayName: words }))

/** A zone's IANA name, from either spelling that the service takes. */
export function ianaZone(name: string): string {
  const windows = Object.entries(WINDOWS_ZONES).find(([alias]) => alias.toLowerCase() === name.toLowerCase())
  const iana = windows?.[1].iana ?? IANA_ZONES.find((known) => known.toLowerCase() === name.toLowerCase())
  if (!iana)
    throw new UnknownTimeZone(
      `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name}'.`,
    )
  return iana
}

/** Moments are kept with the zone that they were given in. */
export type ZonedMoment = { at: Instant; zone: string }

const OFFSET = /(Z|[+-]\d{2}:\d{2})$/i

/**
 * Reads Graph's `dateTimeTimeZone`. A time that brings its own offset is taken by that offset and forgets the zone
 * named beside it: it shows as UTC ever after, which is what senders of both have found out the hard way.
 */
export function readZoned({ dateTime, timeZone }: { dateTime: string; timeZone?: string | null }): ZonedMoment {
  const zone = timeZone ?? 'UTC'
  const iana = ianaZone(zone)
  if (OFFSET.test(dateTime)) return { at: instant(dateTime), zone: 'UTC' }
  return { at: momentIn(iana, dateTime), zone: windowsName(zone, iana) }
}

function windowsName(given: string, iana: string): string {
  if (given in WINDOWS_ZONES) return given
  const alike = Object.entries(WINDOWS_ZONES).find(([, zone]) => zone.iana === iana)
  return alike?.[0] ?? given
}

/** Graph's `dateTimeTimeZone`, with seven digits after the second. */
export const showZoned = (at: Instant, zone = 'UTC') => ({
  dateTime: `${zone === 'UTC' ? at.replace('Z', '') : wallClockIn(ianaZone(zone), at)}.0000000`,
  timeZone: zone,
})

/** Graph's `DateTimeOffset`. */
export const showOffset = (at: Instant): string => at.replace('Z', '.0000000Z')

/** Nobody has answered yet: the moment that Exchange shows instead of none. */
export const NEVER = '0001-01-01T00:00:00Z'
