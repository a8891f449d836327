/** What was gathered about one child becomes fields, the words they came from, and what is to be asked. */
import type { Ask, PartialConfirmation, Words } from '../placement/draft.ts'
import { CHILD_AS_ATTENDEE, isParentRole, type Person, type PlacementType, type Role } from '../placement/placement.ts'
import type { Instant } from '../dates/time.ts'
import { asksFor, partKey, type Asking } from './asks.ts'
import { derive, settle, type Certain } from './derive.ts'
import { WEIGHTS, type Doubt, type FactName } from './facts.ts'
import type { Gathering, Mention } from './gather.ts'
import type { PartRead } from './values/parts.ts'

export type Assembled = { fields: PartialConfirmation; words: Words[]; asks: Ask[] }

export function assemble(
  gathering: Gathering,
  { received, asking }: { received: Instant | null; asking: Asking },
): Assembled {
  const settled = settle(gathering.facts)
  const derived = derive(settled.certain, received)
  const { certain } = derived
  const {
    people,
    words: peopleWords,
    doubts: peopleDoubts,
  } = peopleFrom(gathering.mentions, certain['placement.type']?.value)
  const { fields, words } = fieldsFrom(withChair(certain, people))
  if (people.length > 0) fields.people = people
  const doubts = [...gathering.doubts, ...settled.doubts, ...derived.doubts, ...peopleDoubts]
  return { fields, words: [...words, ...peopleWords], asks: asksFor(fields, doubts, asking) }
}

function fieldsFrom(certain: Certain): { fields: PartialConfirmation; words: Words[] } {
  const fields: Record<string, unknown> = {}
  const words: Words[] = []
  for (const [name, { value, phrase }] of Object.entries(certain) as [FactName, { value: unknown; phrase: string }][]) {
    const [group, key] = name.split('.') as [string, string?]
    if (key === undefined) fields[group] = value
    else fields[group] = { ...(fields[group] as object | undefined), [key]: value }
    words.push({ field: name, phrase })
  }
  return { fields: fields, words }
}

/** Far more people than ever have to do with one placement. */
const MOST_MENTIONS = 200

/** Only one of the people can chair, and is chosen by address. */
function withChair(certain: Certain, people: Person[]): Certain {
  const { 'choices.chair': chair, ...rest } = certain
  const wanted = chair?.value.toLowerCase()
  const found = people.find(
    ({ name, email }) => email && (email.toLowerCase() === wanted || name.toLowerCase() === wanted),
  )
  return chair && found ? { ...rest, 'choices.chair': { ...chair, value: found.email! } } : rest
}

type Known = Person & { key?: string; phrases: { field: string; phrase: string }[]; partRead?: PartRead }

function peopleFrom(
  all: Mention[],
  type: PlacementType | undefined,
): { people: Person[]; words: Words[]; doubts: Doubt[] } {
  const known: Known[] = []
  // Whose manager "her manager" is, only the placement tells; without it nobody is.
  const mentions = type ? all : all.filter(({ role }) => role !== 'manager')
  for (const { role, person, phrase } of weightiest(mentions, type).slice(0, MOST_MENTIONS)) {
    if (!person) continue
    const { part, phrase: _, ...facts } = person
    const same = known.find(
      (other) => other.role === roleFor(role, type) && other.name.toLowerCase() === person.name.toLowerCase(),
    )
    if (same) {
      Object.assign(same, facts)
      if (part) same.partRead = part
    } else
      known.push({
        role: roleFor(role, type),
        ...facts,
        phrases: [{ field: '', phrase }],
        ...(part && { partRead: part }),
      })
  }
  const doubts: Doubt[] = []
  for (const mention of mentions.filter(({ person }) => !person).slice(0, MOST_MENTIONS)) {
    const holders = holdersOf(mention, known, type)
    if (holders.length === 0) {
      if (mention.role === 'child' && mention.about.part?.decision) {
        known.push({ role: 'child', name: CHILD_AS_ATTENDEE, phrases: [], partRead: mention.about.part })
      } else if (mention.role === 'child') doubts.push({ field: 'part:child', why: 'is spoken of, but not decided' })
      else if (isMissed(mention))
        doubts.push({ field: `missingRole:${roleFor(mention.role, type)}`, why: 'is not named' })
    }
    for (const holder of holders) addTo(holder, mention)
  }
  const people = known.map(({ phrases: _, partRead, ...person }): Person => ({
    ...person,
    ...(partRead?.decision && {
      decision: { ...partRead.decision, ...(partRead.decision.part === 'notInvited' && partRead.details) },
    }),
  }))
  const words = known.flatMap(({ phrases, partRead }, n) => [
    ...phrases.map(({ field, phrase }) => ({ field: `people.${n}${field}`, phrase })),
    ...(partRead?.decision ? [{ field: `part:${partKey(people, n)}`, phrase: partRead.phrase }] : []),
  ])
  known.forEach(({ role, partRead }, n) => {
    if (!partRead?.open || !(isParentRole(role) || role === 'child')) return
    const decided = people[n]!.decision
    if (!decided || !decided.ground)
      doubts.push({ field: `part:${partKey(people, n)}`, why: 'is spoken of, but not decided' })
    if (decided && !decided.ground) doubts.push({ field: `ground:${partKey(people, n)}`, why: 'is not given' })
  })
  return { people, words, doubts }
}

/** Somebody whom a label names, or whose part is spoken of, without a name; nobody misses the dead. */
const isMissed = ({ phrase, weight, about }: Mention): boolean =>
  (weight === WEIGHTS.labelled || about.part !== undefined) &&
  !/\b(?:deceased|died|passed away|not applicable|n\/a)\b/i.test(phrase)

/** Of the people named for a role only those count whom the weightiest source names: a note above before a label, a label before prose. */
function weightiest(mentions: Mention[], type: PlacementType | undefined): Mention[] {
  const least = new Map<Role, number>()
  for (const { role, person, weight } of mentions) {
    const is = roleFor(role, type)
    if (person) least.set(is, Math.min(weight, least.get(is) ?? weight))
  }
  return mentions.filter(({ role, weight }) => weight === least.get(roleFor(role, type)))
}

function holdersOf({ role, about }: Mention, known: Known[], type: PlacementType | undefined): Known[] {
  const role_ = roleFor(role, type)
  const holders = known.filter((person) => person.role === role_)
  // "Parents may have the address" speaks of mother and father alike.
  if (role === 'parent' && holders.length === 0 && !about.email)
    return known.filter((person) => isParentRole(person.role))
  return holders
}

function addTo(holder: Known, { about, phrase }: Mention): void {
  const { part, phrase: _, ...facts } = about
  Object.assign(holder, facts)
  for (const key of Object.keys(facts)) holder.phrases.push({ field: `.${key}`, phrase })
  if (!part) return
  if (part.details)
    holder.partRead = {
      open: true,
      phrase: part.phrase,
      ...holder.partRead,
      details: { ...holder.partRead?.details, ...part.details },
    }
  else holder.partRead = { ...part, ...(holder.partRead?.details && { details: holder.partRead.details }) }
}

/** Whether "carer" is a foster carer or a connected one, and whose manager "manager" is, follows from the placement. */
function roleFor(role: Mention['role'], type: PlacementType | undefined): Role {
  if (role === 'carer') return type === 'connectedCarer' ? 'connectedCarer' : 'fosterCarer'
  if (role === 'manager')
    return type === 'foster' || type === 'connectedCarer' || type === 'withParents'
      ? 'teamManager'
      : 'registeredManager'
  return role
}
