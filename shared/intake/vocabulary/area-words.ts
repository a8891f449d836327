/**
 * How people write where a placement is.
 * Each phrase is found wherever it stands; where several begin at the same word the longest wins. Letter case, accents,
 * plurals, dots and hyphens do not matter: `s.20`, `S20` and `s 20` are one.
 */
import type { Area } from '../../placement/placement.ts'

/** What an authority's area is called. */
// prettier-ignore
const AREAS = [
  'area', 'county', 'borough', 'city', 'authority', 'local authority', 'la', 'district', 'boundary', 'authority area',
  'local authority area', 'council area',
]
const around = (...before: string[]): string[] => before.flatMap((words) => AREAS.map((area) => `${words} ${area}`))

/** `outside` says that it is not inside, and leaves open which of the two others it is. */
// prettier-ignore
export const AREA_PHRASES: Record<Area | 'outside', string[]> = {
  inside: [
    ...around('in', 'within', 'inside', 'in our', 'within our', 'inside our', 'not out of', 'same', 'in own'),
    'in house area', 'in the same area',
  ],
  adjoining: [
    ...around('adjoining', 'neighbouring', 'bordering', 'adjacent', 'next', 'neighbouring local'),
    ...around('in an adjoining', 'in a neighbouring', 'in a bordering'),
    'next door authority',
  ],
  distant: [
    ...around('not in an adjoining', 'not an adjoining', 'non adjoining', 'not adjoining', 'not a neighbouring'),
    ...around('not in a neighbouring'),
    'at a distance', 'distance placement', 'at distance', 'distant placement',
  ],
  outside: [
    ...around('out of', 'outside', 'outside of', 'not in', 'not within', 'out of our', 'outside our', 'another'),
    ...around('different'),
    'ooa', 'oola', 'out of area',
  ],
}

/** Words that say it only where the area was asked for. */
// prettier-ignore
export const AREA_ANSWERS: Record<Area | 'outside', string[]> = {
  inside: [...AREA_PHRASES.inside, 'in', 'inside', 'local', 'within'],
  adjoining: [
    ...AREA_PHRASES.adjoining, 'adjoining', 'neighbouring', 'neighboring', 'bordering', 'adjacent', 'shares a border',
  ],
  distant: [
    ...AREA_PHRASES.distant, 'distant', 'not adjoining', 'non adjoining', 'not bordering', 'not neighbouring',
    'not adjacent', 'non neighbouring',
  ],
  outside: [...AREA_PHRASES.outside, 'out', 'outside', 'not local'],
}
