/** Labels after the first on a line: "Initials: M.W.   Age: 14", "(on leave till 20/11, deputy is Sunil Rowntree". */
import { dottedInitials } from '../values/initials.ts'
import { labelOf, type Label } from './labels.ts'
import type { Item } from './labelled-lines.ts'
import { wordsOf } from '../values/phrases.ts'
import { tidy } from './plain-text.ts'

/** A name in another role inside a value: "(on leave, deputy Ruben Ash ruben@example.org)". */
function nestedPerson(value: string, role: string): { label: Label; start: number; labelEnd: number } | null {
  for (const { 1: before, 2: words, index } of value.matchAll(
    /([,;(]\s*(?:and\s+|his\s+|her\s+|their\s+)?)(\p{Ll}[\p{L} '’]{1,30}?) (?=\p{Lu}[\p{L}'’-]+ \p{Lu})/gu,
  )) {
    const label = labelOf(words!)
    if (label?.kind !== 'person' || label.attribute !== null || label.role === role) continue
    const start = index + before!.length
    return { label, start, labelEnd: start + words!.length }
  }
  return null
}

/** The item, cut where further labels begin. */
export function withLaterLabels(first: Item): Item[] {
  if (!first.label || first.value === '') return [first]
  const items = [{ ...first }]
  let from = 0
  for (const { 0: mark, index } of [...first.value.matchAll(LATER_LABEL_ENDS)].slice(0, MOST_LABELS)) {
    const before = first.value.slice(from, index)
    const found = trailingLabel(before)
    if (!found) continue
    items.at(-1)!.value = tidy(before.slice(0, found.start).replace(/[\s,;|([/-]+$/, ''))
    items.push({ ...first, label: found.label, labelText: before.slice(found.start), value: '' })
    from = index + mark.length
  }
  if (from > 0) items.at(-1)!.value = tidy(first.value.slice(from).replace(/^[\s-]+/, ''))
  return items.flatMap(withNestedPerson)
}

function withNestedPerson(item: Item): Item[] {
  const nested = item.label?.kind === 'person' ? nestedPerson(item.value, item.label.role) : null
  if (!nested) return [item]
  const { label, start, labelEnd } = nested
  return [
    { ...item, value: tidy(item.value.slice(0, start).replace(/[\s,;(]+$/, '')) },
    { ...item, label, labelText: item.value.slice(start, labelEnd), value: tidy(item.value.slice(labelEnd)) },
  ]
}

/** No line has more labels than this. */
export const MOST_LABELS = 30
export const LATER_LABEL_ENDS = /:(?!\/\/|\d)|\?(?=\s)|=|\s(?:is|are|should be|will be)\s/g

/** The longest label at the end of a text. A child's initials before it are not part of it: "M.W. Age: 14". */
export function trailingLabel(text: string): { label: Label; start: number } | null {
  for (const { start } of wordsOf(text.slice(-120)).slice(-6)) {
    const at = Math.max(0, text.length - 120) + start
    if (dottedInitials(text.slice(at))[0]?.start === 0) continue
    // A label begins after a blank or a mark, never inside an e-mail address or a reference.
    if (at > 0 && !/[\s,;|([/]/.test(text[at - 1]!)) continue
    const label = labelOf(text.slice(at))
    if (label && label.kind !== 'attribute') return { label, start: at }
  }
  return null
}
