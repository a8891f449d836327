/** What the labels about the placement are answered with. */
import type { Area } from '../placement/placement.ts'
import type { Instant } from '../dates/time.ts'
import { readDay } from './values/british-dates.ts'
import { readMoment } from './values/british-moments.ts'
import { readClock } from './values/british-times.ts'
import { DATE_DOUBT_WORDS } from './values/date-doubts.ts'
import type { Fact, Gathered } from './facts.ts'
import {
  insideBrackets,
  isPlaceholder,
  readArea,
  readBasis,
  readBasisInPassing,
  readPlacementType,
  readProviderKind,
  readReference,
  readYesNo,
  type Said,
} from './values/field-values.ts'
import { readAddress, readHousehold, readSchool, readUrn } from './values/home-values.ts'
import { tidy } from './layout/plain-text.ts'
import {
  besides,
  certain,
  doubt,
  fact,
  gathered,
  NOTHING,
  yesOrNo,
  type Asked,
  type FieldReader,
} from './reading-a-value.ts'
import type { LabelledField } from './vocabulary/field-labels.ts'

type PlacementField = Extract<LabelledField, 'placement' | `placement.${string}`>

export const PLACEMENT_READERS: Record<PlacementField, FieldReader> = {
  placement: readPlacement,
  'placement.type': ({ value }) => {
    const said = readPlacementType(value, true)
    const more = [
      ...besides('placement.providerKind', readProviderKind(value)),
      ...besides('placement.area', readArea(value)),
      ...besides('placement.basis', readBasisInPassing(value)),
    ]
    return said
      ? gathered([fact('placement.type', said), ...more])
      : gathered(more, [{ field: 'placementType', why: 'is not clear' }])
  },
  'placement.basis': ({ value, label }) => {
    const said = readBasis(value)
    if (said) return gathered([fact('placement.basis', said)])
    const answer = readYesNo(value)
    const asked = readBasis(label)
    if (!answer || !asked) return doubt('basis')
    const other = asked.value === 'planned' ? 'emergency' : 'planned'
    return gathered([
      fact('placement.basis', { value: answer.value ? asked.value : other, phrase: `${label}\n${answer.phrase}` }),
    ])
  },
  'placement.startsAt': readStart,
  'placement.startTime': ({ value }) => {
    const clock = readClock(value)
    if ('time' in clock) return gathered([fact('startClock', { value: clock.time, phrase: clock.phrase })])
    return doubt('placement.startsAt', DATE_DOUBT_WORDS[clock.doubt])
  },
  'placement.plannedEndOn': ({ value, received }) => {
    const day = readDay(value, received)
    return 'date' in day ? gathered([fact('placement.plannedEndOn', { value: day.date, phrase: day.phrase })]) : NOTHING
  },
  'placement.shortBreaks': ({ value }) => {
    const said = readYesNo(value)
    return said ? gathered([fact('placement.shortBreaks', said)]) : NOTHING
  },
  'placement.area': certain('placement.area', (text) => readArea(text, true)),
  'placement.inArea': ({ value }) => {
    const said = readAreaBeyond(value) ?? insideIf(value, true)
    return said ? gathered([fact('placement.area', said)]) : doubt('placement.area', OUTSIDE_WHICH)
  },
  'placement.outOfArea': ({ value }) => {
    const said = readAreaBeyond(value) ?? insideIf(value, false)
    return said ? gathered([fact('placement.area', said)]) : doubt('placement.area', OUTSIDE_WHICH)
  },
  'placement.providerName': readProvider,
  'placement.providerUrn': ({ value }) => gathered(besides('placement.providerUrn', readUrn(value))),
  'placement.providerKind': ({ value, label }) => {
    const said = readProviderKind(value, true)
    if (said) return gathered([fact('placement.providerKind', said)])
    const answer = readYesNo(value)
    const asked = readProviderKind(label, true)
    return answer?.value && asked
      ? gathered([fact('placement.providerKind', { ...asked, phrase: `${label}\n${answer.phrase}` })])
      : NOTHING
  },
  'placement.address': ({ value }) => {
    const said = readAddress(value)
    return said ? gathered([fact('placement.address', said)]) : NOTHING
  },
  'placement.educationDisrupted': yesOrNo('placement.educationDisrupted'),
  'placement.educationContinues': yesOrNo('placement.educationDisrupted', true),
  'placement.school': ({ value }) => gathered(besides('placement.educationDisrupted', readSchool(value))),
  'placement.household': ({ value }) => {
    const said = readHousehold(value)
    return said ? gathered([fact('placement.household', said)]) : NOTHING
  },
}

/** "Elder Court (our own residential home), in borough": a bit of everything. */
function readPlacement({ value, received }: Asked): Gathered {
  const reference = readReference(value)
  if (reference && /^\S+(?: \([^()]*\))?$/.test(value)) return gathered([fact('placementReference', reference)])
  const type = readPlacementType(value, true)
  const head = tidy(value.split(/[,(;]|\s[-–—]\s/)[0]!).replace(/^(?:with|at|to)\s+/i, '')
  const isName =
    /^\p{Lu}/u.test(head) &&
    !readPlacementType(head, true) &&
    !readBasis(head) &&
    !/\d/.test(head) &&
    !isPlaceholder(head)
  return gathered([
    ...besides('placement.type', type),
    ...besides('placement.providerKind', readProviderKind(value)),
    ...besides('placement.area', readArea(value)),
    ...besides('placement.basis', readBasis(value)),
    ...(isName &&
    (type?.value === 'residential' || type?.value === 'secure' || type?.value === 'supportedAccommodation')
      ? besides('placement.providerName', { value: head, phrase: head })
      : []),
    ...(/^\D{0,16}\d/.test(value) ? startBesides(value, received) : []),
  ])
}

/** "Placed: 25/10/2026 at 17:40" */
function startBesides(value: string, received: Instant | null): Fact[] {
  const moment = readMoment(value, received)
  if ('at' in moment) return besides('placement.startsAt', { value: moment.at, phrase: moment.phrase })
  return moment.date ? besides('startDay', { value: moment.date, phrase: moment.phrase }) : []
}

function readProvider({ value, label }: Asked): Gathered {
  if (isPlaceholder(value)) return NOTHING
  const name = withoutRemarks(tidy(value.replace(/\([^()]*\)/g, ' ')).replace(/[\s,;-]+$/, ''))
  return gathered([
    ...(name && name.length <= 200 ? [fact('placement.providerName', { value: name, phrase: name })] : []),
    ...besides(
      'placement.providerKind',
      readProviderKind(value) ?? readProviderKind(insideBrackets(value), true) ?? readProviderKind(label),
    ),
    ...besides('placement.providerUrn', readUrn(value)),
    ...besides('placement.type', readPlacementType(value) ?? readPlacementType(label)),
    ...besides('placement.area', readArea(value)),
  ])
}

/** "Fieldway, one of our own homes, in area": the name ends where something else is said of the home. */
function withoutRemarks(name: string): string {
  const pieces = name.split(/\s*[,;]\s*|\s+[-–—]\s+/)
  const end = pieces.findIndex(
    (piece, n) =>
      n > 0 && (readProviderKind(piece) ?? readPlacementType(piece, true) ?? readArea(piece)) && /^\p{Ll}/u.test(piece),
  )
  return end < 0 ? name : name.slice(0, name.indexOf(pieces[end]!)).replace(/[\s,;–—-]+$/, '')
}

function readStart({ value, received }: Asked): Gathered {
  const moment = readMoment(value, received)
  if ('at' in moment) return gathered([fact('placement.startsAt', { value: moment.at, phrase: moment.phrase })])
  const why = DATE_DOUBT_WORDS[moment.doubt]
  const facts = moment.date ? [fact('startDay', { value: moment.date, phrase: moment.phrase })] : []
  const clock = moment.doubt === 'noDate' ? readClock(value) : null
  if (clock && 'time' in clock) facts.push(fact('startClock', { value: clock.time, phrase: clock.phrase }))
  return gathered(facts, [{ field: 'placement.startsAt', why }])
}

/** "Yes, adjoining", "No - distant": a bare "in" or "out" would only repeat the label. */
const readAreaBeyond = (value: string): Said<Area> | null => {
  const said = readArea(value) ?? readArea(value, true)
  return said?.value === 'inside' && !readArea(value) ? null : said
}

/** A plain yes or no to "in area?" or "out of area?"; being outside is not enough, it may adjoin or be distant. */
function insideIf(value: string, yes: boolean): Said<'inside'> | null {
  const said = readYesNo(value)
  return said?.value === yes ? { value: 'inside', phrase: said.phrase } : null
}

const OUTSIDE_WHICH = 'is outside the area; it may be in an adjoining authority or at a distance'
