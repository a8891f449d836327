/**
 * Several children in one message: which lines are whose. Lines above the first child and under "both children" are
 * common; a line in a child's own part never reaches another child.
 */
import { readInitials } from './child-and-home.ts'
import { foldedWords } from './phrases.ts'
import type { Item } from './labelled-lines.ts'

/** The items of each child; one list where the message is about one child. */
export function itemsByChild(items: Item[]): Item[][] {
  const listed = inParallel(items)
  if (listed) return listed
  const parts = ownParts(items)
  if (parts.own.length < 2) return [items]
  return parts.own.map((own) => [...parts.common, ...own].sort((a, b) => a.line - b.line))
}

type Parts = { common: Item[]; own: Item[][] }

function ownParts(items: Item[]): Parts {
  const starts = startsOf(items)
  if (starts.size === 0) return { common: items, own: [] }
  const parts: Parts = { common: [], own: [] }
  let into = parts.common
  items.forEach((item, at) => {
    const start = starts.get(at)
    if (start !== undefined) into = parts.own[start] ??= []
    else if (item.label?.kind === 'everyone') into = parts.common
    // A numbered label is its child's wherever it stands: "Child 2 initials".
    const numbered = item.label?.child
    if (numbered !== undefined) (parts.own[numbered - 1] ??= []).push(item)
    else into.push(item)
  })
  parts.own = parts.own.filter((own) => own?.length > 0)
  const last = parts.own.at(-1)
  if (last && parts.own.length > 1) {
    const shared = commonTail(last, parts.own.slice(0, -1))
    parts.common.push(...shared)
    parts.own[parts.own.length - 1] = last.filter((item) => !shared.includes(item))
  }
  return parts
}

/** Where a child's own part begins, by index, and whose it is. */
function startsOf(items: Item[]): Map<number, number> {
  const starts = new Map<number, number>()
  items.forEach(({ label }, at) => {
    if (label?.child !== undefined && isIdentity(items[at]!)) starts.set(at, label.child - 1)
  })
  if (new Set(starts.values()).size > 1) return starts
  // Without numbers, the first line that names a child and comes again with another value begins each of them.
  for (const field of IDENTITY) {
    const found = items.flatMap((item, at) => (fieldOf(item) === field && item.value !== '' ? [at] : []))
    if (new Set(found.map((at) => items[at]!.value)).size < 2) continue
    const first = items.findIndex((item) => isIdentity(item))
    const leading = fieldOf(items[first]!)
    const each = items.flatMap((item, at) => (fieldOf(item) === leading && item.value !== '' ? [at] : []))
    return new Map((each.length >= found.length ? each : found).map((at, n) => [at, n]))
  }
  return new Map()
}

/**
 * What stands below the last child may be common. It is, where the children are a list of single lines; else paragraph
 * by paragraph where no other child has such a line and the paragraph speaks of the placement or its workers.
 */
function commonTail(last: Item[], others: Item[][]): Item[] {
  const head = last[0]!
  const lineOf = (own: Item[]) => own.filter(({ line }) => line === own[0]!.line)
  if (others.every((own) => own.length === lineOf(own).length)) return last.filter(({ line }) => line !== head.line)
  const taken = new Set(others.flat().map(kindOf))
  const blocks = new Map<number, Item[]>()
  for (const item of last)
    if (item.block !== head.block) blocks.set(item.block, [...(blocks.get(item.block) ?? []), item])
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
const kindOf = ({ label, labelText }: Item): string =>
  label === null
    ? `? ${labelText}`
    : label.kind === 'field'
      ? label.field
      : label.kind === 'person'
        ? `${label.role} ${label.attribute}`
        : label.kind

/** "Initials: A.B. and C.D.", "Ages: 9 and 7": lists in the same order. */
function inParallel(items: Item[]): Item[][] | null {
  const names = items.find(
    (item) => ['child', 'child.initials'].includes(fieldOf(item) ?? '') && initialsIn(item.value).length > 1,
  )
  if (!names) return null
  const initials = initialsIn(names.value)
  const count = initials.length
  return initials.map((_, child) =>
    items.flatMap((item) => {
      const field = fieldOf(item)
      if (!field || !(field.startsWith('child') || field.endsWith('Reference'))) return [item]
      const values = item === names ? names.value.split(LIST_MARKS) : valuesFor(item.value, initials, count)
      if (values === 'common') return [item]
      return values ? [{ ...item, value: values[child]! }] : []
    }),
  )
}

const LIST_MARKS = /\s*(?:,|;|&|\/(?!\d)|\band\b)\s*/

function initialsIn(value: string): string[] {
  const pieces = value.split(LIST_MARKS).filter(Boolean)
  const all = pieces.map((piece) => (/^(?:\p{Lu}\.?\s?){2,4}$/u.test(piece) ? readInitials(piece)?.value : undefined))
  return all.length > 1 && all.every((one) => one !== undefined) ? all : []
}

/** One value for each child, one for all of them, or nothing that can be told apart. */
function valuesFor(value: string, initials: string[], count: number): string[] | 'common' | null {
  const keyed = keyedBy(value, initials)
  if (keyed) return keyed
  if (/\b(?:both|all)\b/i.test(value)) return 'common'
  for (const marks of [/\s*(?:;|&|\band\b|,)\s*/, /\s*(?:;|&|\band\b|,|\/)\s*/]) {
    const pieces = value.split(marks).filter(Boolean)
    if (pieces.length === count) return pieces
    if (pieces.length === 1) return 'common'
  }
  return null
}

/** "s20 (J.M.), ICO (K.M.)" or "J.M. s20; K.M. ICO". */
function keyedBy(value: string, initials: string[]): string[] | null {
  const pieces = value.split(/[,;]|\band\b/)
  const found = initials.map((one) => pieces.find((piece) => foldedWords(piece).includes(one.toLowerCase())))
  if (found.some((piece) => piece === undefined) || new Set(found).size !== initials.length) return null
  return found.map((piece) => piece!.replace(/\(?\b(?:\p{Lu}\.?){2,4}(?![\p{L}])\)?\s*[:=-]?/gu, ' ').trim())
}
