/** What a label asks for: a fact of the placement, a person, or something about a person. */
import { phrasebook, phrasesIn, wordsOf } from './phrases.ts'
import { FIELD_LABELS, type LabelledField } from './vocabulary/field-labels.ts'
import { SAME_IN_LABELS, SMALL_WORDS } from './vocabulary/label-words.ts'
import { ATTRIBUTE_LABELS, ROLE_LABELS, type Attribute, type NamedRole } from './vocabulary/role-labels.ts'

export type Label =
  | { kind: 'field'; field: LabelledField }
  | { kind: 'person'; role: NamedRole; attribute: Attribute | null }
  /** `Child's part in the meeting` */
  | { kind: 'childAttribute'; attribute: Attribute }
  /** `E-mail:` under a person's name */
  | { kind: 'attribute'; attribute: Attribute }

/** No label is longer than this many words. */
export const LONGEST_LABEL = 12

/** The label that a text is, or `null`. What stands in brackets may be left out of it. */
export function labelOf(text: string): Label | null {
  if (text.length > 120) return null
  const found = lookUp(labelWords(text))
  if (found || !text.includes('(')) return found
  return lookUp(labelWords(text.replace(/\([^()]*\)/g, ' ')))
}

function lookUp(words: string[]): Label | null {
  if (words.length === 0 || words.length > LONGEST_LABEL) return null
  const field = bestIn(FIELDS, words)
  if (field) return { kind: 'field', field }
  const role = bestIn(ROLES, words)
  if (role) return { kind: 'person', role, attribute: null }
  return personWithAttribute(words) ?? attributeAlone(words)
}

function attributeAlone(words: string[]): Label | null {
  const attribute = bestIn(ATTRIBUTES, words)
  return attribute && { kind: 'attribute', attribute }
}

/** Takes each attribute's words away and looks whether the rest is a role, the longest attribute first. */
function personWithAttribute(words: string[]): Label | null {
  const given = new Set(words)
  for (const { required, optional, meaning: attribute } of ATTRIBUTES_BY_LENGTH) {
    if (!required.every((word) => given.has(word))) continue
    const rest = words.filter((word) => !required.includes(word))
    for (const who of [rest, rest.filter((word) => !optional.has(word))]) {
      if (who.length === 1 && who[0] === 'child') return { kind: 'childAttribute', attribute }
      const role = bestIn(ROLES, who)
      if (role) return { kind: 'person', role, attribute }
    }
  }
  return null
}

type Entry<Meaning> = { required: string[]; optional: Set<string>; meaning: Meaning }

/** The words of a label that matter, each in the spelling of its group. */
function labelWords(text: string): string[] {
  const same = phrasesIn(text, SAME)
  const words = wordsOf(text)
  const kept: string[] = []
  for (let at = 0; at < words.length;) {
    const group = same.find(({ start }) => start === words[at]!.start)
    if (group) {
      kept.push(group.meaning)
      while (at < words.length && words[at]!.start < group.end) at += 1
      continue
    }
    if (!SMALL.has(words[at]!.fold)) kept.push(words[at]!.fold)
    at += 1
  }
  return [...new Set(kept)]
}

function entries<Meaning extends string>(lists: Record<Meaning, readonly string[]>): Entry<Meaning>[] {
  return Object.entries<readonly string[]>(lists).flatMap(([meaning, labels]) =>
    labels.map((label) => ({
      meaning: meaning as Meaning,
      required: labelWords(label.replace(/\([^()]*\)/g, ' ')),
      optional: new Set([...label.matchAll(/\(([^()]*)\)/g)].flatMap(([, words]) => labelWords(words!))),
    })),
  )
}

type Index<Meaning> = Map<string, Entry<Meaning>[]>

/** Entries by the first word that they need. */
function indexed<Meaning extends string>(lists: Record<Meaning, readonly string[]>): Index<Meaning> {
  const index: Index<Meaning> = new Map()
  for (const entry of entries(lists)) {
    const first = entry.required[0]!
    index.set(first, [...(index.get(first) ?? []), entry])
  }
  return index
}

/** The meaning whose label is just these words, the one that needs most of them. */
function bestIn<Meaning>(index: Index<Meaning>, words: string[]): Meaning | null {
  const given = new Set(words)
  let best: Entry<Meaning> | null = null
  for (const word of given) {
    for (const entry of index.get(word) ?? []) {
      const fits =
        entry.required.every((needed) => given.has(needed)) &&
        words.every((one) => entry.required.includes(one) || entry.optional.has(one))
      if (fits && (!best || entry.required.length > best.required.length)) best = entry
    }
  }
  return best?.meaning ?? null
}

const SAME = phrasebook(SAME_IN_LABELS)
const SMALL = new Set(SMALL_WORDS)
const FIELDS = indexed(FIELD_LABELS)
const ROLES = indexed(ROLE_LABELS)
const ATTRIBUTES = indexed(ATTRIBUTE_LABELS)
const ATTRIBUTES_BY_LENGTH = entries(ATTRIBUTE_LABELS).sort((a, b) => b.required.length - a.required.length)
