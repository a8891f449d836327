/** What a label asks for: a fact of the placement, a person, or something about a person. */
import { dottedInitials } from '../values/initials.ts'
import { foldedWords, phrasebook, phrasesIn, wordsOf } from '../values/phrases.ts'
import { EVERYONE_LABELS, FIELD_LABELS, type LabelledField } from '../vocabulary/field-labels.ts'
import { ASKING_WORDS, SAME_IN_LABELS, SMALL_WORDS } from '../vocabulary/label-words.ts'
import { ATTRIBUTE_LABELS, ROLE_LABELS, type Attribute, type NamedRole } from '../vocabulary/role-labels.ts'

export type Label = (
  | { kind: 'field'; field: LabelledField }
  | { kind: 'person'; role: NamedRole; attribute: Attribute | null }
  /** `Child's part in the meeting` */
  | { kind: 'childAttribute'; attribute: Attribute }
  /** `E-mail:` under a person's name */
  | { kind: 'attribute'; attribute: Attribute }
  /** `Both children`: what follows holds for all of them */
  | { kind: 'everyone' }
) & {
  /** `Child 2`, `Age (child 2)`: which of several children it is about. */
  child?: number
}

/** No label is longer than this many words. */
export const LONGEST_LABEL = 12

/** The label that a text is, or `null`. What stands in brackets may be left out of it, and so may a number. */
export function labelOf(text: string): Label | null {
  if (text.length > 120) return null
  const found =
    numberedLabel(text, CHILD_NUMBER) ??
    lookUp(labelWords(text)) ??
    numberedLabel(text, NUMBER) ??
    withoutInitials(text)
  if (found) return found
  return text.includes('(') ? lookUp(labelWords(text.replace(/\([^()]*\)/g, ' '))) : null
}

/** "Father of J.T.": whose, is seen later; the label is a father's. */
function withoutInitials(text: string): Label | null {
  const rest = dottedInitials(text).reduceRight(
    (kept, { start, end }) => `${kept.slice(0, start)} ${kept.slice(end).replace(/^['’]s/, '')}`,
    text,
  )
  return rest === text ? null : lookUp(labelWords(rest))
}

/** "Child 2 initials", "CHILD B", "Foster carer 1": the number says which child, or nothing. */
function numberedLabel(text: string, pattern: RegExp): Label | null {
  const found = pattern.exec(text)
  if (!found) return null
  const { who = '', nth } = found.groups as { who?: string; nth: string }
  const label = lookUp(labelWords(`${text.slice(0, found.index)} ${who} ${text.slice(found.index + found[0].length)}`))
  return label && pattern === CHILD_NUMBER ? { ...label, child: ORDINALS[nth.toLowerCase()]! } : label
}

const CHILD_NUMBER =
  /\b(?<who>child|young person|yp|sibling|baby|cyp)\s*(?:no\.?\s*|#)?(?<nth>[1-9]|[a-f]|one|two|three|four|five)\b|^(?<nth>first|second|third|fourth|older|younger|eldest|youngest)(?= child| sibling)/i
const NUMBER = /(?<=\S )(?<nth>[1-9]|one|two|three|four)\b/i
const ORDINALS: Record<string, number> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, first: 1, second: 2, third: 3, fourth: 4, older: 1, eldest: 1, younger: 2, youngest: 2,
  1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8, 9: 9,
} // prettier-ignore

function lookUp(words: string[]): Label | null {
  if (words.length === 0 || words.length > LONGEST_LABEL) return null
  if (bestIn(EVERYONE, words)) return { kind: 'everyone' }
  const field = bestIn(FIELDS, words)
  if (field) return { kind: 'field', field }
  const role = bestIn(ROLES, words)
  if (role) return { kind: 'person', role, attribute: null }
  return personWithAttribute(words) ?? attributeAlone(words) ?? withoutAsking(words)
}

/** "When does the placement start", "Change of SSW", "Child's placement ref": without the words of asking, changing and whose. */
function withoutAsking(words: string[]): Label | null {
  const rest = words.filter((word) => !ASKING.has(word))
  if (rest.length < words.length) return rest.length > 0 ? lookUp(rest) : null
  const facts = words.filter((word) => word !== 'child')
  const field = facts.length < words.length && facts.length > 0 ? bestIn(FIELDS, facts) : null
  return field && { kind: 'field', field }
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
const ASKING = new Set(ASKING_WORDS.flatMap(foldedWords))
const SMALL = new Set(SMALL_WORDS.flatMap(foldedWords))
const FIELDS = indexed(FIELD_LABELS)
const EVERYONE = indexed({ everyone: EVERYONE_LABELS })
const ROLES = indexed(ROLE_LABELS)
const ATTRIBUTES = indexed(ATTRIBUTE_LABELS)
const ATTRIBUTES_BY_LENGTH = entries(ATTRIBUTE_LABELS).sort((a, b) => b.required.length - a.required.length)
