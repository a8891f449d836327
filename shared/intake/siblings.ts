/**
 * Several children in one message: which lines are whose. Lines above the first child and under "both children" are
 * common; a line in a child's own part, or one that speaks of a child by initials, never reaches another child: each is a case of their own, with a record of their own (P-23).
 */
import { readInitials } from './values/child-values.ts'
import { beginsWithChild, dottedInitials } from './values/initials.ts'
import type { Item } from './layout/labelled-lines.ts'
import { itemOf } from './whose-words.ts'

/** A list of more is no group of brothers and sisters. */
const MOST_CHILDREN = 12

/** The items of each child; one list where the message is about one child. */
export function itemsByChild(lines: Item[]): Item[][] {
  const items = withChildLines(lines)
  const parts = ownParts(items)
  if (parts.own.length > 1 && parts.own.length <= MOST_CHILDREN) {
    const initials = parts.own.map(initialsOf)
    const known = initials.filter((one) => one !== null)
    return parts.own.map((own, child) => {
      const common = parts.common.flatMap((item) =>
        initials[child] ? (itemOf(initials[child], item, known) ?? []) : item,
      )
      return [...common, ...own].sort((a, b) => a.line - b.line)
    })
  }
  const naming = namedTogether(items)
  if (!naming || naming.named.length > MOST_CHILDREN) return [lines]
  const { named } = naming
  const told = items.map((item) => (item === naming.item ? naming.as : item))
  return named.map((child, n) =>
    told.flatMap((item) => shareOf(item, n, named) ?? []).flatMap((item) => itemOf(child, item, named) ?? []),
  )
}

/** Lines that begin with a child's initials are the heads of their parts, where there are several. */
function withChildLines(items: Item[]): Item[] {
  const heads = items.filter((item) => item.free && beginsWithChild(item.value))
  if (new Set(heads.map(({ value }) => beginsWithChild(value))).size < 2) return items
  return items.map((item) =>
    heads.includes(item) ? { ...item, free: false, label: { kind: 'field', field: 'child' } } : item,
  )
}

type Parts = { common: Item[]; own: Item[][] }

function ownParts(items: Item[]): Parts {
  const starts = startsOf(items)
  if (starts.size === 0) return { common: items, own: [] }
  const parts: Parts = { common: [], own: [] }
  // Where each label has its number, a line without one is everybody's.
  const eachNumbered = new Set(items.filter(({ label }) => label?.child !== undefined).map(kindOf)).size > 1
  let into = parts.common
  items.forEach((item, at) => {
    const start = starts.get(at)
    if (start !== undefined && !eachNumbered) into = parts.own[start] ??= []
    else if (item.label?.kind === 'everyone') into = parts.common
    // A numbered label is its child's wherever it stands: "Child 2 initials".
    const numbered = item.label?.child
    if (numbered !== undefined) (parts.own[numbered - 1] ??= []).push(item)
    else into.push(item)
  })
  parts.own = parts.own.filter((own) => own?.length > 0)
  const last = parts.own.at(-1)
  if (last && parts.own.length > 1 && !eachNumbered) {
    const shared = commonTail(last, parts.own.slice(0, -1))
    parts.common.push(...shared)
    parts.own[parts.own.length - 1] = last.filter((item) => !shared.includes(item))
  }
  return parts
}

/** Where a child's own part begins, by index, and whose it is. */
function startsOf(items: Item[]): Map<number, number> {
  const numbered = new Map<number, number>()
  items.forEach(({ label }, at) => {
    if (label?.child !== undefined && isIdentity(items[at]!)) numbered.set(at, label.child - 1)
  })
  if (new Set(numbered.values()).size > 1) return numbered
  // Without numbers, the first line that names a child, and comes again with another value, begins each of them.
  const first = items.find((item) => isIdentity(item) && item.value !== '')
  for (const field of [first && fieldOf(first), ...IDENTITY]) {
    const found = items.flatMap((item, at) => (fieldOf(item) === field && item.value !== '' ? [at] : []))
    if (new Set(found.map((at) => items[at]!.value)).size > 1) return new Map(found.map((at, n) => [at, n]))
  }
  return new Map()
}

/**
 * What stands below the last child may be common. It is, where the children are a list of single lines; else paragraph
 * by paragraph where no other child has such a line and the paragraph speaks of the placement or its workers.
 */
function commonTail(last: Item[], others: Item[][]): Item[] {
  const head = last[0]!
  const isLine = (own: Item[]) => own.every(({ line }) => line === own[0]!.line)
  if (others.every(isLine)) return last.filter(({ line }) => line !== head.line)
  const taken = new Set(others.flat().map(kindOf))
  const blocks = new Map<number, Item[]>()
  for (const item of last) {
    if (item.block !== head.block) blocks.set(item.block, [...(blocks.get(item.block) ?? []), item])
  }
  return [...blocks.values()]
    .filter((block) => block.every((item) => item.free || !taken.has(kindOf(item))) && block.some(isShared))
    .flat()
}

const isShared = ({ label }: Item): boolean =>
  (label?.kind === 'field' && label.field.startsWith('placement')) ||
  (label?.kind === 'person' && label.role !== 'father' && label.role !== 'mother' && label.role !== 'parent')

const IDENTITY = ['child', 'child.initials', 'caseReference']
const fieldOf = ({ label }: Item): string | null => (label?.kind === 'field' ? label.field : null)
const isIdentity = (item: Item): boolean => IDENTITY.includes(fieldOf(item) ?? '')

/** What a line is about, so that it can be seen whether another child has such a line. */
function kindOf({ label, labelText }: Item): string {
  if (label === null) return `? ${labelText}`
  if (label.kind === 'field') return label.field
  return label.kind === 'person' ? `${label.role} ${label.attribute}` : label.kind
}

function initialsOf(own: Item[]): string | null {
  const named = own.find((item) => ['child', 'child.initials'].includes(fieldOf(item) ?? '') && item.value !== '')
  return named ? (readInitials(named.value)?.value ?? null) : null
}

type Naming = { named: string[]; item: Item; as: Item }

/** The children that one line or sentence names together: "Initials: A.B. and C.D.", "two siblings, J.T. (11) and M.T. (7)". */
function namedTogether(items: Item[]): Naming | null {
  for (const item of items) {
    if ((!isIdentity(item) && !item.free) || /\b(?:already|joining|whose|brother|sister)\b/i.test(item.value)) continue
    const aged = item.free ? dottedInitials(item.value).filter(({ end }) => HAS_AGE.test(item.value.slice(end))) : []
    const named = [...new Set((item.free ? aged : listed(item.value)).map(({ initials }) => initials))]
    if (named.length < 2) continue
    const value = item.free ? item.value.slice(aged[0]!.start) : item.value
    return {
      named,
      item,
      as: item.free ? { ...item, free: false, label: { kind: 'field', field: 'child' }, value } : item,
    }
  }
  return null
}
const HAS_AGE = /^[\s,(]*(?:aged?\s*)?\d{1,2}\b/

/** Dotted or not, in a list that holds nothing but initials. */
function listed(value: string): { initials: string }[] {
  const dotted = dottedInitials(value)
  if (dotted.length > 1) return dotted
  const pieces = value.split(LIST_MARKS).filter(Boolean)
  return pieces.length > 1 && pieces.every((piece) => /^\p{Lu}{2,4}$/u.test(piece))
    ? pieces.map((initials) => ({ initials }))
    : []
}

const LIST_MARKS = /\s*(?:,|;|&|\/|\band\b)\s*/

/** "Ages: 9 and 7": one value for each child, in the order in which they are named. */
function shareOf(item: Item, child: number, named: string[]): Item | null {
  const field = fieldOf(item)
  if (!field || !(field.startsWith('child.') || field.endsWith('Reference')) || field === 'child.initials') return item
  if (
    dottedInitials(item.value).length > 0 ||
    named.some((one) => item.value.includes(one)) ||
    /\b(?:both|all)\b/i.test(item.value)
  )
    return item
  for (const marks of [/\s*(?:;|&|\band\b|,)\s*/, /\s+\/\s+/, /\//]) {
    const pieces = item.value.split(marks).filter(Boolean)
    if (pieces.length === named.length) return { ...item, value: pieces[child]! }
    // A list of another length cannot be told apart.
    if (pieces.length > 1 && marks.source !== '\\/') return null
  }
  return item
}
