/**
 * How long people are on their way from the authority's office to a placement, from a table of postcode districts and
 * without asking anybody: an address must not leave the app. A fair buffer, not a route; a place that the table does not
 * know is not known, and nobody guesses (E-30).
 */
import type { Role } from '../placement/placement.ts'
import type { VenueKind } from '../meeting/plan.ts'
import greatBritain from './postcode-districts.json' with { type: 'json' }

/** Where a postcode district lies, in degrees: latitude, longitude. */
export type Places = Record<string, number[]>

export const GREAT_BRITAIN: Places = greatBritain.districts

/** Minutes to an address, also for the way back; `null` where nobody knows. */
export type JourneyMins = (address: string | null | undefined) => number | null

export function journeysFrom(office: string | null, places: Places = GREAT_BRITAIN): JourneyMins {
  const from = districtIn(office)
  return (address) => {
    const to = districtIn(address)
    const [start, end] = [from && places[from], to && places[to]]
    return start && end ? minutesFor(kilometresBetween(start, end)) : null
  }
}

const POSTCODE = /\b([A-Z]{1,2}\d[A-Z\d]?)(?: ?\d[A-Z]{2})?\b/gi

/** The outward half of the last postcode in an address, `LE1`. */
export function districtIn(address: string | null | undefined): string | null {
  const last = [...(address ?? '').matchAll(POSTCODE)].at(-1)
  return last ? last[1]!.toUpperCase() : null
}

const DEGREE_KM = 111.2

function kilometresBetween([lat = 0, long = 0]: number[], [otherLat = 0, otherLong = 0]: number[]): number {
  const narrower = Math.cos((((lat + otherLat) / 2) * Math.PI) / 180)
  return Math.hypot(lat - otherLat, (long - otherLong) * narrower) * DEGREE_KM
}

/** Roads are about so much longer than the straight line. */
const WINDING = 1.25
/** In town, across the county, and on motorways beyond. */
const LEGS = [
  { upToKm: 10, kmPerHour: 30 },
  { upToKm: 60, kmPerHour: 60 },
  { upToKm: Infinity, kmPerHour: 85 },
]
/** From a desk to the car, and from the car to the door. */
const AT_BOTH_ENDS_MINS = 10

function minutesFor(straightKm: number): number {
  const road = straightKm * WINDING
  let from = 0
  let minutes = AT_BOTH_ENDS_MINS
  for (const { upToKm, kmPerHour } of LEGS) {
    minutes += (Math.max(0, Math.min(road, upToKm) - from) / kmPerHour) * 60
    from = upToKm
  }
  return Math.ceil(minutes / 5) * 5
}

/** Who lives or works where the child is placed, and so has no way to go to a meeting there. */
const OF_THE_HOME: Role[] = ['fosterCarer', 'connectedCarer', 'registeredManager', 'managersDelegate', 'keyWorker']

/** How long somebody takes to a meeting; `undefined` for whoever is there anyway, or meets by video. */
export function journeyTo(venue: VenueKind, role: Role, between: number | null): number | null | undefined {
  const isHost = OF_THE_HOME.includes(role)
  if (venue === 'online') return undefined
  return isHost === (venue === 'office') ? between : undefined
}
