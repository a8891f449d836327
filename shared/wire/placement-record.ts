/**
 * A record of the national Placements Standard, as JSON or as JSON-LD: sections inside one object or side by side in a
 * graph, names and concepts with or without their prefix, in either spelling. What the standard does not know is left
 * alone; what breaks it is refused, field by field.
 */
import { z } from 'zod'
import {
  COMPANIONS,
  CULTURAL_NEEDS,
  LANGUAGES,
  OUT_OF_AREA_REASONS,
  PETS,
  PRESENCES,
  RISK_LEVELS,
  RISKS_TO_OTHERS,
  RISKS_TO_THE_CHILD,
  STANDARD_PLACEMENT_TYPES,
  SUITABILITIES,
  SUPPORTS,
  URGENCIES,
} from '../placement/placements-standard.ts'
import { readDate } from '../dates/time.ts'
import { faultsIn, type Fault } from './faults.ts'

export type PlacementRecordRead = { ok: true; value: PlacementRecord } | { ok: false; faults: Fault[] }

/** `null`: something else than such a record. */
export function readPlacementRecord(input: unknown): PlacementRecordRead | null {
  if (!isPlacementRecord(input)) return null
  const plain = inOneShape(input)
  const read = recordSchema.safeParse(plain)
  return read.success ? { ok: true, value: read.data } : { ok: false, faults: faultsIn(read.error.issues, plain) }
}

export type PlacementRecord = z.infer<typeof recordSchema>

/** By which names a section goes: in JSON-LD, and in the tables of the standard. */
const SECTIONS: Record<string, string> = {
  placementavailability: 'placementAvailability',
  placementrequirements: 'placementRequirements',
  placementrecommendation: 'placementRecommendation',
  riskassessment: 'riskAssessment',
  risks: 'riskAssessment',
  actualplacement: 'actualPlacement',
  qualityassurance: 'qualityAssurance',
}
/** Fields that the tables of the standard call otherwise than its JSON-LD. */
const FIELDS: Record<string, string> = {
  specificCommunicationRequirements: 'specificCommunicationRequirement',
  homeAdaptation: 'homeAdaptationRequired',
  preferabilityLocation: 'isLocationPreferred',
  educationContinuity: 'isEducationContinuous',
}

type Node = Record<string, unknown>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A confirmation of our own has none of these sections. */
function isPlacementRecord(input: unknown): input is Node {
  if (!isNode(input)) return false
  if (typesOf(input).some((type) => type === 'placement' || type in SECTIONS)) return true
  return nodesOf(input).some((node) => Object.keys(node).some((key) => bare(key).toLowerCase() in SECTIONS))
}

/** Nodes side by side, as a graph has them, or the one. */
const nodesOf = (input: Node): Node[] => (Array.isArray(input['@graph']) ? input['@graph'].filter(isNode) : [input])

const typesOf = (node: Node): string[] =>
  [node['@type']].flat().flatMap((type) => (typeof type === 'string' ? [bare(type).toLowerCase()] : []))

/** Without prefix or namespace: `pl:riskSelfHarm`, `https://…/risk-level#RiskPresent`. */
const bare = (name: string): string => name.replace(/^(?:https?:\/\/[^\s]*[/#]|[a-z]{1,12}:)/, '')

function inOneShape(input: Node): Node {
  const record: Node = {}
  for (const node of nodesOf(input)) {
    const section = typesOf(node).find((type) => type in SECTIONS)
    if (section !== undefined) record[SECTIONS[section]!] = sectionFrom(node)
    else for (const [key, value] of Object.entries(node)) takeUp(record, bare(key), value)
  }
  const available = record['placementAvailability']
  // The tables keep the child's number with the availability.
  if (isNode(available) && record['childId'] === undefined && available['childId'] !== undefined)
    record['childId'] = available['childId']
  return record
}

function takeUp(record: Node, key: string, value: unknown): void {
  const section = SECTIONS[key.toLowerCase()]
  if (section === undefined) record[key] = valueFrom(value)
  // A section that is only pointed to stands elsewhere in the graph.
  else if (isNode(value) && Object.keys(value).some((name) => name !== '@id')) record[section] = sectionFrom(value)
  else if (!isNode(value) && typeof value !== 'string') record[section] = value
}

const sectionFrom = (node: Node): Node =>
  Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => !key.startsWith('@'))
      .map(([key, value]) => [FIELDS[bare(key)] ?? bare(key), valueFrom(value)]),
  )

/** `{ "@id": "rl:RiskPresent" }` and `{ "@value": 2 }` are what they hold. */
function valueFrom(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(valueFrom)
  return isNode(value) ? (value['@value'] ?? value['@id'] ?? value) : value
}

/** A concept in any of its spellings becomes its name. */
function concept<const Values extends Record<string, readonly string[]>>(values: Values) {
  const spellings = new Map<string, keyof Values & string>()
  for (const [name, others] of Object.entries(values))
    for (const spelling of [name, ...others]) spellings.set(folded(spelling), name)
  const accepted = `one of ${Object.entries(values)
    .map(([name, [shown]]) => shown ?? name)
    .join(', ')}`
  return z.string({ error: accepted }).transform((text, context) => {
    const name = spellings.get(folded(bare(text.trim())))
    if (name !== undefined) return name
    context.addIssue({ code: 'custom', message: accepted })
    return z.NEVER
  })
}
const folded = (text: string): string => text.toLowerCase().replace(/[^a-z0-9<>]/g, '')

/** One value may stand without a list. */
const oneOrMore = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (given) => (given === undefined || Array.isArray(given) ? given : [given]),
    z.array(item, { error: 'one or more of them' }).min(1, { error: 'one or more of them' }).max(50),
  )
const section = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object(shape, { error: `an object with the fields ${Object.keys(shape).join(', ')}` })

const yesOrNo = z.boolean({ error: 'true or false' })
const count = z.int({ error: 'a whole number from 0' }).min(0, { error: 'a whole number from 0' })
const cost = z.number({ error: 'a number from 0' }).min(0, { error: 'a number from 0' })
const words = z
  .string({ error: 'one line of text of 1 to 200 characters' })
  .trim()
  .regex(/^\P{Cc}{1,200}$/u, { error: 'one line of text of 1 to 200 characters' })
const date = z
  .string({ error: 'a date written YYYY-MM-DD' })
  .refine((text) => readDate(text) !== null, { error: 'a date written YYYY-MM-DD' })
const reference = z
  .union([z.string(), z.int()], { error: 'text or a whole number' })
  .transform(String)
  .pipe(words.max(64, { error: 'text of 1 to 64 characters' }))

const risks = <const Names extends Record<string, string>>(names: Names) =>
  Object.fromEntries(Object.keys(names).map((name) => [name, concept(RISK_LEVELS)])) as {
    [Name in keyof Names]: ReturnType<typeof concept<typeof RISK_LEVELS>>
  }

const recordSchema = section({
  childId: reference,
  placementAvailability: section({
    placementId: reference.optional(),
    neededBy: concept(URGENCIES).optional(),
    siblingCount: count.optional(),
    outOfLAReason: concept(OUT_OF_AREA_REASONS).optional(),
  }).optional(),
  placementRequirements: section({
    communicationNeeds: concept(PRESENCES),
    specificCommunicationRequirement: oneOrMore(concept(LANGUAGES)),
    specificCommunicationRequirementOther: oneOrMore(words).optional(),
    culturalNeeds: concept(CULTURAL_NEEDS),
    culturalNeedsOther: oneOrMore(words).optional(),
    livingCompanions: concept(COMPANIONS),
    pets: concept(PETS),
    additionalSupport: oneOrMore(concept(SUPPORTS)).optional(),
    additionalSupportOther: oneOrMore(words).optional(),
    homeAdaptationRequired: yesOrNo.optional(),
    deprivationOfLiberty: yesOrNo.optional(),
  }),
  placementRecommendation: section({
    fosterCareSuitability: concept(SUITABILITIES),
    residentialCareSuitability: concept(SUITABILITIES),
    supportedAccommodationSuitability: concept(SUITABILITIES),
  }),
  riskAssessment: section({
    ...risks(RISKS_TO_THE_CHILD),
    ...risks(RISKS_TO_OTHERS),
    riskOther: words.optional(),
    riskToOthersOther: words.optional(),
  }),
  /** A record of a referral has none yet. */
  actualPlacement: section({
    totalWeeklyCost: cost,
    placementLocation: words,
    isLocationPreferred: yesOrNo,
    isEducationContinuous: yesOrNo,
    providerURN: words,
    siblingsPlacedTogether: count,
    placementType: concept(STANDARD_PLACEMENT_TYPES),
  }).optional(),
  qualityAssurance: section({
    referralDate: date,
    placementOfficerName: words,
    placementDate: date,
    costDate: date,
  }),
})
