/** Everything that the labelled lines about one child say, before it is decided what is certain. */
import type { Instant } from '../dates/time.ts'
import { WEIGHTS, type Doubt, type Fact, type Weight } from './facts.ts'
import { readField } from './field-readers.ts'
import { insideBrackets, readPlacementType, readProviderKind, readReference, readYesNo } from './values/field-values.ts'
import type { Item } from './layout/labelled-lines.ts'
import { groundIn, readPart } from './values/parts.ts'
import { emailsIn, namesIn } from './values/names.ts'
import { factsIn, readPeople, type PersonRead } from './people.ts'
import { readDay } from './values/british-dates.ts'
import { tidy } from './layout/plain-text.ts'
import { currentWords } from './values/current-words.ts'
import type { Attribute, NamedRole } from './vocabulary/role-labels.ts'

/** What one line says about somebody: a person by name, or something about whoever has the role. */
export type Mention = {
  role: NamedRole | 'child'
  /** `null`: the role alone is spoken of. */
  person: (Partial<PersonRead> & { name: string }) | null
  about: Partial<PersonRead>
  phrase: string
  weight: Weight
}

export type Gathering = { facts: Fact[]; doubts: Doubt[]; mentions: Mention[] }

export function gather(items: Item[], received: Instant | null): Gathering {
  const gathering: Gathering = { facts: [], doubts: [], mentions: [] }
  let spokenOf: NamedRole | 'child' | null = null
  let section: 'child' | 'placement' | null = null
  for (const { label, labelText, value } of items) {
    if (!label) continue
    switch (label.kind) {
      case 'field': {
        if (label.field === 'reference') {
          addReference(gathering, section, value, labelText)
          break
        }
        if (label.field === 'parents') gathering.mentions.push(...parentsIn(value, received))
        if (label.field === 'placement.address') gathering.mentions.push(...addressReaders(value))
        const { facts, doubts } = readField(label.field, value.replaceAll('\n', ', '), labelText, received)
        gathering.facts.push(...facts)
        gathering.doubts.push(...doubts)
        if (label.field === 'child' && facts.length === 0) addAbout(gathering, 'child', 'part', value, received)
        spokenOf = label.field === 'child' ? 'child' : null
        if (label.field === 'child' || label.field === 'placement') section = label.field
        break
      }
      case 'person':
        if (label.attribute) addAbout(gathering, label.role, label.attribute, value, received)
        else gathering.mentions.push(...mentionsOf(label.role, value, received))
        if (CARERS.includes(label.role)) gathering.facts.push(...kindOfCarer(value))
        spokenOf = label.role
        break
      case 'childAttribute':
        addAbout(gathering, 'child', label.attribute, value, received)
        break
      case 'attribute':
        if (spokenOf) addAbout(gathering, spokenOf, label.attribute, value, received)
    }
  }
  return gathering
}

/** "Reference" under a heading is that of the case or of the placement; alone it could be either. */
function addReference(gathering: Gathering, section: 'child' | 'placement' | null, value: string, label: string): void {
  const said = readReference(value)
  if (!section) {
    if (said) gathering.facts.push({ name: 'eitherReference', ...said, weight: WEIGHTS.labelled })
    return
  }
  const { facts, doubts } = readField(section === 'child' ? 'caseReference' : 'placementReference', value, label, null)
  gathering.facts.push(...facts)
  gathering.doubts.push(...doubts)
}

function mentionsOf(role: NamedRole, value: string, received: Instant | null): Mention[] {
  const current = currentWords(value) || value
  const people = readPeople(current, received, IN_PAIRS.includes(role))
  if (people.length > 0)
    return people.map((person) => ({ role, person, about: {}, phrase: person.phrase, weight: WEIGHTS.labelled }))
  const [email] = emailsIn(current)
  // An address alone names its owner well enough: the directory knows the rest.
  if (email)
    return [
      {
        role,
        person: { name: email, email, ...factsIn(current, received) },
        about: {},
        phrase: email,
        weight: WEIGHTS.labelled,
      },
    ]
  return [{ role, person: null, about: factsIn(current, received), phrase: tidy(current), weight: WEIGHTS.labelled }]
}

const CARERS: string[] = ['carer', 'fosterCarer', 'connectedCarer']

/** "Ben and Ama Okoro (in-house foster)" */
function kindOfCarer(value: string): Fact[] {
  const type = readPlacementType(insideBrackets(value), true)
  const kind = readProviderKind(insideBrackets(value), true)
  return [
    ...(type ? [{ name: 'placement.type', ...type, weight: WEIGHTS.besides } as const] : []),
    ...(kind ? [{ name: 'placement.providerKind', ...kind, weight: WEIGHTS.besides } as const] : []),
  ]
}

/** Roles that a list of names may share. */
const IN_PAIRS: string[] = ['fosterCarer', 'connectedCarer', 'carer', 'parent']

const PARENT = /(\p{Lu}[\p{L}'’. -]{1,58}?)\s*[([-]\s*(?:birth )?(mother|mum|mam|father|dad)\b/giu

/** "Kelly Tranter (mother) and Lewis Eastwell (father)", or parents without saying which. */
function parentsIn(value: string, received: Instant | null): Mention[] {
  const named = [...value.matchAll(PARENT)]
  if (named.length === 0) return mentionsOf('parent', value, received)
  // "Both have PR, both invited" is said of each.
  const both = /\bboth\b.*$/i.exec(value)?.[0] ?? ''
  return named.flatMap((match, n) => {
    const role = /father|dad/i.test(match[2]!) ? 'father' : 'mother'
    const rest = `${value.slice(match.index + match[0].length, named[n + 1]?.index)}, ${both}`
    return mentionsOf(role, `${match[1]!.replace(/^(?:and|&)\s+/i, '')}, ${rest}`, received)
  })
}

/** "9 Quarry Rise - NOT to be shared with parents" */
function addressReaders(value: string): Mention[] {
  const found =
    /\b(?:not|never)\b[^.;]{0,30}\b(?:shared?|disclosed?|given?|told?|released?|known?)\b[^.;]{0,20}\b(mother|mum|father|dad|parents?|birth family|family)\b/i.exec(
      value,
    )
  if (!found) return []
  const who = found[1]!.toLowerCase()
  const role = /^(?:mother|mum)$/.test(who) ? 'mother' : /^(?:father|dad)$/.test(who) ? 'father' : 'parent'
  return [{ role, person: null, about: { clearedForAddress: false }, phrase: found[0], weight: WEIGHTS.besides }]
}

function addAbout(
  gathering: Gathering,
  role: NamedRole | 'child',
  attribute: Attribute,
  value: string,
  received: Instant | null,
): void {
  const current = tidy(currentWords(value) || value)
  if (current === '') return
  const mention = (about: Partial<PersonRead>): void => {
    gathering.mentions.push({ role, person: null, about, phrase: current, weight: WEIGHTS.labelled })
  }
  const said = readYesNo(current)
  switch (attribute) {
    case 'name':
    case 'contact':
      if (role === 'child') return
      // "Contact with father: Saturdays" is family time, and no name.
      if (attribute === 'contact' && (role === 'mother' || role === 'father' || role === 'parent')) {
        if (emailsIn(current)[0]) mention({ email: emailsIn(current)[0]! })
        return
      }
      if (emailsIn(current).length > 0 && namesIn(current.split(/[,(<\s]/)[0]!).length === 0)
        return mention({ email: emailsIn(current)[0]! })
      gathering.mentions.push(...mentionsOf(role, current, received).filter(({ person }) => person))
      return
    case 'email':
      if (emailsIn(current)[0]) mention({ email: emailsIn(current)[0]! })
      return
    case 'parentalResponsibility':
      if (said) mention({ parentalResponsibility: said.value })
      return
    case 'clearance':
      if (said) mention({ clearedForAddress: said.value })
      return
    case 'addressWithheld':
      if (said) mention({ clearedForAddress: !said.value })
      return
    case 'leave': {
      const { onLeave } = factsIn(`on leave ${current}`, received)
      if (onLeave) mention({ onLeave })
      return
    }
    case 'part': {
      const part = readPart(current, { received, asked: true })
      if (part) mention({ part })
      return
    }
    case 'ground':
    case 'decidedBy':
    case 'decidedOn':
    case 'viewsObtainedBy':
      return mention({ part: { open: true, phrase: current, details: decisionDetail(attribute, current, received) } })
    case 'address':
      if (role === 'fosterCarer' || role === 'connectedCarer' || role === 'carer') {
        const { facts } = readField('placement.address', current, '', received)
        gathering.facts.push(...facts)
      }
      return
    case 'phone':
    case 'separateFrom':
      return
  }
}

function decisionDetail(
  attribute: 'ground' | 'decidedBy' | 'decidedOn' | 'viewsObtainedBy',
  text: string,
  received: Instant | null,
) {
  if (attribute === 'ground') return groundIn(text)
  const day = readDay(text, received)
  if (attribute === 'decidedOn') return 'date' in day ? { decidedOn: day.date } : {}
  const [person] = readPeople(text, received)
  if (attribute === 'viewsObtainedBy') return { viewsObtainedBy: text.slice(0, 200) }
  return person ? { decidedBy: person.name, ...('date' in day && { decidedOn: day.date }) } : {}
}
