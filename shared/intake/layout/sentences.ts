/** Lines without a label as sentences: what a message says in passing, and chat where the colons are left out. */
import { labelOf, type Label } from './labels.ts'
import type { Item } from './labelled-lines.ts'
import { LATER_LABEL_ENDS, MOST_LABELS, trailingLabel } from './later-labels.ts'
import { wasBroken } from './line-breaks.ts'
import { tidy } from './plain-text.ts'
import { wordsOf } from '../values/phrases.ts'

/** A sentence, and whether it stood on a line of its own. */
export type Sentence = { text: string; alone: boolean; item: Item }

/** The free lines as sentences; lines that a mail program broke are joined again. */
export function sentencesOf(items: Item[]): Sentence[] {
  const paragraphs: { text: string; item: Item; last: Item }[] = []
  for (const item of items) {
    if (!item.free) {
      // What a label such as "Child" or "Placement" introduces is a sentence too.
      if (isBroad(item)) paragraphs.push({ text: item.value, item, last: item })
      continue
    }
    const open = paragraphs.at(-1)
    if (
      open &&
      open.last.block === item.block &&
      open.last.line + 1 === item.line &&
      wasBroken(open.last.value, item.value)
    ) {
      open.text += ` ${item.value}`
      open.last = item
    } else paragraphs.push({ text: item.value, item, last: item })
  }
  return paragraphs.flatMap(({ text, item }) => {
    const sentences = text.split(SENTENCE_END).map(tidy).filter(Boolean)
    return sentences.map((sentence) => ({ text: sentence, alone: sentences.length === 1, item }))
  })
}

const isBroad = ({ label, value }: Item): boolean =>
  value !== '' && label?.kind === 'field' && (label.field === 'child' || label.field === 'placement')

/** A full stop ends a sentence unless it belongs to initials, a title or "s. 20". */
const SENTENCE_END =
  /;\s+|(?<=[^.\s]{2}[.!?;])(?<!\b(?:Mr|Mrs|Ms|Dr|St|No|no|ref|Ref|approx|sec|Sec|a\.m|p\.m)\.)(?<!\b\p{Lu}\.)\s+(?=[\p{Lu}("'])/u

/** The labels of a sentence: "her social worker is Danuta Okafor", "SW Ruth Idowu", "case 2210499". */
export function labelsIn({ text, item }: Sentence): Item[] {
  return [...spoken(text, item), ...spaced(text, item)]
}

/** A label before "is", "are" or a colon inside the sentence. */
function spoken(text: string, item: Item): Item[] {
  const items: Item[] = []
  let from = 0
  for (const { 0: mark, index } of [...text.matchAll(LATER_LABEL_ENDS)].slice(0, MOST_LABELS)) {
    const found = trailingLabel(text.slice(from, index))
    if (!found) continue
    const last = items.at(-1)
    if (last) last.value = tidy(text.slice(from, from + found.start).replace(/[\s,;(-]*(?:\band\b)?[\s,]*$/, ''))
    items.push({
      ...item,
      free: false,
      label: found.label,
      labelText: text.slice(from + found.start, index),
      value: '',
    })
    from = index + mark.length
  }
  const last = items.at(-1)
  if (last) last.value = tidy(text.slice(from).replace(/[.\s]+$/, ''))
  return items
}

const MOST_LABEL_WORDS = 5

/** A label right before its value, without any mark: believed where the value reads as it should. */
function spaced(text: string, item: Item): Item[] {
  const words = wordsOf(text)
  const items: Item[] = []
  let from = 0
  for (let at = 0; at < Math.min(words.length, 120);) {
    const found = spacedLabel(text, words, at)
    if (!found) {
      at += 1
      continue
    }
    const last = items.at(-1)
    if (last) last.value = tidy(text.slice(from, words[at]!.start).replace(/[\s,;(-]*(?:\band\b)?[\s,]*$/, ''))
    from = words[found.next]!.start
    const value = text.slice(from)
    items.push({
      ...item,
      free: false,
      label: ofReference(found.label),
      labelText: text.slice(words[at]!.start, words[found.next]!.start).trim(),
      value: tidy(value),
    })
    at = found.next
  }
  return items
}

/** "Placement 77341" gives the placement's reference. */
const ofReference = (label: Label): Label =>
  label.kind === 'field' && label.field === 'placement' ? { ...label, field: 'placementReference' } : label

function spacedLabel(
  text: string,
  words: { start: number; end: number }[],
  at: number,
): { label: Label; next: number } | null {
  for (let length = Math.min(MOST_LABEL_WORDS, words.length - at - 1); length > 0; length--) {
    const next = at + length
    if (at > 0 && /[\p{L}\p{N}]/u.test(text[words[at]!.start - 1] ?? '')) return null
    const gap = text.slice(words[next - 1]!.end, words[next]!.start).replace(/['’]s/, '')
    const abbreviated = /\b(?:no|ref)$/i.test(text.slice(words[at]!.start, words[next - 1]!.end))
    if (!(abbreviated ? /^\.?\s+(?:-\s+)?$/ : /^(?:\s+(?:-\s+)?|,\s+|\s+\()$/).test(gap)) continue
    const value = text.slice(words[next]!.start)
    if (!mayBeValue(value, at === 0)) continue
    const labelText = text.slice(words[at]!.start, words[next - 1]!.end)
    const label = labelOf(labelText)
    if (label?.kind !== 'person' && /[,(]/.test(gap)) continue
    if (label && fits(label, labelText, value, at === 0)) return { label, next }
  }
  return null
}

/** Whether anything could fit: spares looking most words up. */
const mayBeValue = (value: string, begins: boolean): boolean =>
  begins || /^[\p{Lu}\d]/u.test(value) || /^\p{Ll}{1,8}[/-]?\d|^\p{L}{2,3} (?:aged?|\d)/iu.test(value)

/** A reference has a figure, a person a large initial letter or an address, a child initials; nothing else is read without a mark. */
function fits(label: Label, labelText: string, value: string, begins: boolean): boolean {
  if (label.kind === 'person') {
    if (label.attribute !== null) return false
    return FULL_NAME.test(value) || (begins && !isParentLabel(label) && inSmallLetters(labelText, value))
  }
  if (label.kind !== 'field') return false
  switch (label.field) {
    case 'caseReference':
    case 'placementReference':
    case 'placement':
    case 'reference':
      return (
        !/\b(?:for|of|with|at|is|to)$/i.test(labelText) &&
        REFERENCE.test(value) &&
        !/^\d{1,2}[/.]\d{1,2}[/.]/.test(value)
      )
    case 'child':
    case 'child.initials':
      return (
        /^(?:\p{L}\.){2,4}/u.test(value) ||
        /^\p{L}{2,3} (?:aged?|\d)/iu.test(value) ||
        /^\p{Lu}{2,4}(?:$|(?:, |\/)(?:aged? )?\d{1,2}\b)/u.test(value) ||
        (/initials?$/i.test(labelText) && /^\p{Lu}{2,4}\b/u.test(value))
      )
    case 'child.ageInYears':
      return begins && /^\d{1,2}(?:$| ?y)/.test(value)
    case 'placement.providerUrn':
      return /^SC ?\d{5,7}\b/.test(value)
    case 'child.turns18On':
      return true
    default:
      return false
  }
}

const REFERENCE = /^(?:\p{Lu}{1,6}[ /-]{1,3}|[\p{L}/-]{0,8})\d[\p{L}\p{N}/-]+/u
const FULL_NAME = /^(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?\p{Lu}[\p{L}'’.-]* (?:(?:&|and) )?\p{Lu}/u

const isParentLabel = (label: Label): boolean =>
  label.kind === 'person' && ['mother', 'father', 'parent'].includes(label.role)

/** "sw mina patel", "manager sally frost sally.frost@example.org": typed in haste, after an abbreviation or before an address. */
const inSmallLetters = (label: string, value: string): boolean =>
  /^\p{Ll}+ \p{Ll}+ \S+@/u.test(value) || (label.length <= 3 && /^\p{Ll}+ \p{Ll}+$/u.test(value))
