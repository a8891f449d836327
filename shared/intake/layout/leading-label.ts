/** The label at the beginning of a line, with the value behind it. */
import { labelOf, LONGEST_LABEL, type Label } from './labels.ts'
import { fold } from '../values/phrases.ts'
import { tidy } from './plain-text.ts'
import { OPENERS, PEOPLE_HEADINGS } from '../vocabulary/label-words.ts'

/** `null` for a label that is not ours. */
export type Piece = { label: Label | null; labelText: string; value: string }

/** Marks that end a label at the beginning of a line, the plainest first. */
const LABEL_ENDS = [/:(?!\/\/)|\?|[=-]>|→|=/g, /\s[-–—]+\s|\.{3,}|…|\s{3,}/g]
export const MARKED = /[:?=→]|->|\s[-–—]\s/

/** "**case** TC/5900", as chat programs mark what is bold. */
const BOLD_LABEL = /^(?:\*\*|__)([^*_]{2,60})(?:\*\*|__)\s*[:=–-]?\s*(\S.*)$/

/** `alone`: the line may be a label without any mark. */
export function leadingLabel(text: string, alone: boolean): Piece | null {
  const bold = BOLD_LABEL.exec(text)
  const emphasised = bold && labelOf(bareLabel(bold[1]!))
  if (emphasised) return { label: emphasised, labelText: bareLabel(bold[1]!), value: bareValue(tidy(bold[2]!)) }
  let unknown: Piece | null = null
  for (const { 0: mark, index } of LABEL_ENDS.flatMap((ends) => [...text.slice(0, 160).matchAll(ends)])) {
    const labelText = bareLabel(text.slice(0, index))
    const value = tidy(text.slice(index + mark.length).replace(/^(?:\s*\([^()]*\)\s*[-–—:])?[\s:?|=→>–—-]+/, ''))
    const label = labelOf(labelText)
    if (label?.kind === 'attribute' && value === '' && LIST_HEADS.has(fold(labelText))) return null
    if (label) return { label, labelText, value: bareValue(value) }
    if (mark === ':' && !unknown && readsLikeLabel(labelText)) unknown = { label: null, labelText, value }
  }
  if (unknown) return unknown
  const label = labelOf(bareLabel(text))
  const startsPart = label !== null && (label.child !== undefined || label.kind === 'everyone')
  return label && (alone || startsPart || endsLikeLabel(text)) ? { label, labelText: bareLabel(text), value: '' } : null
}

/** A label that is not ours still ends the value before it: a few words that begin large and hold no figures. */
const readsLikeLabel = (text: string): boolean => {
  const words = text.split(/\s+/)
  return words.length <= Math.min(6, LONGEST_LABEL) && /^[A-Z][^\d@,.]*$/.test(text) && !OPENING.has(fold(text))
}

const OPENING = new Set(OPENERS.map(fold))
const LIST_HEADS = new Set(PEOPLE_HEADINGS.map(fold))

export const endsLikeLabel = (text: string): boolean => /[:?]\s*[*_]*$/.test(text)

export const withoutBullet = (line: string): string =>
  line
    .replace(/^\s*(?:[-–—•*·o▪►>✓☐☑□]\s+|\(?\d{1,2}[.)]\s+|\(?[a-h][.)]\s+)?/, '')
    .replace(/^[\s#]+/, '')
    .trim()

/** A label without emphasis, leading "the" or trailing marks. */
export const bareLabel = (text: string): string => tidy(text.replace(/[*_]{1,2}|[:?=|]+\s*$/g, ' '))
const bareValue = (text: string): string => text.replace(/^\*{1,2}\s*|\s*\*{1,2}$/g, '')
