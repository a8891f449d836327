/**
 * Placement confirmations to try out, as an officer would paste them: about people of the practice council and its
 * neighbours, on days that fit the workplace's clock. Each has references of its own, so each is a new placement.
 */
import { toEpochMs, type Instant } from '../../../../shared/dates/time.ts'
import {
  castFrom,
  fosterEmergency,
  fosterPlanned,
  residentialEmergency,
  residentialPlanned,
  type Cast,
  type Line,
  type TownPerson,
} from './ready-made-lines.ts'

export type ReadyMade = { id: string; title: string; about: string; text: string }

export function readyMadeConfirmations(people: TownPerson[], now: Instant): ReadyMade[] {
  const cast = castFrom(people)
  return KINDS.map(({ lines, ...kind }, n) => ({ ...kind, text: letter(lines(cast, now), cast, referenceFor(n, now)) }))
}

const KINDS: (Omit<ReadyMade, 'text'> & { lines: (cast: Cast, now: Instant) => Line[] })[] = [
  {
    id: 'foster-emergency',
    title: 'Foster care, emergency',
    about: 'A nine-year-old moves in today. Nothing is left open.',
    lines: fosterEmergency,
  },
  {
    id: 'foster-planned',
    title: 'Foster care, planned',
    about: 'Moves in next week. The father’s part is not decided yet.',
    lines: fosterPlanned,
  },
  {
    id: 'residential-emergency',
    title: 'Children’s home, emergency',
    about: 'A fifteen-year-old comes to the council’s own home today.',
    lines: residentialEmergency,
  },
  {
    id: 'residential-planned',
    title: 'Children’s home, planned',
    about: 'A home run by somebody else, in a neighbouring area.',
    lines: residentialPlanned,
  },
]

function letter(lines: Line[], cast: Cast, reference: string): string {
  const [officer = ''] = cast('placementOfficer').split(',')
  const all: Line[] = [['Case reference', `LCS-${reference}`], ['Placement reference', `PL-${reference}`], ...lines]
  return [
    'Placement confirmation',
    '',
    ...all.map(([label, value]) => `${label}: ${value}`),
    '',
    'Please set up the Placement Planning Meeting.',
    '',
    officer,
    'Placement Officer, Merrowdale Council',
  ].join('\n')
}

/** From the second in which it is made, and which of the kinds it is. */
function referenceFor(kind: number, now: Instant): string {
  const seconds = toEpochMs(now) / 1000
  return String((seconds * KINDS.length + kind) % 1_000_000).padStart(6, '0')
}
