/**
 * The layout of a message: which words are a label and which are its value. A label ends at a colon, a dash, a question
 * mark or the edge of a table cell, stands on the line above its value, or follows another value on the same line.
 */
import { dottedInitials } from './initials.ts'
import { labelOf, LONGEST_LABEL, type Label } from './labels.ts'
import { tidy } from './plain-text.ts'
import { fold, wordsOf } from './phrases.ts'
import { OPENERS } from './vocabulary/label-words.ts'
import { tableOfChildren } from './tables.ts'

/** A label with its value, or a line that has none. `block` counts paragraphs. */
export type Item = {
  /** `null` for a label that is not ours, and for a line that belongs to no label. */
  label: Label | null
  labelText: string
  /** One line, or one for each line where the value stands below its label. */
  value: string
  line: number
  block: number
  /** Belongs to no label at all. */
  free?: boolean
  below?: boolean
}

export function itemsOf(lines: string[]): Item[] {
  const layout = new Layout(lines)
  for (let at = 0; at < lines.length;) at = layout.readFrom(at)
  return layout.items.flatMap(withLaterLabels)
}

class Layout {
  readonly items: Item[] = []
  private block = 0
  private open: Item | null = null
  private readonly lines: string[]
  private readonly stacked: boolean

  constructor(lines: string[]) {
    this.lines = lines.map(withCells)
    this.stacked = hasStackedLabels(lines)
  }

  /** Reads one line, or a whole table, and tells which line comes next. */
  readFrom(at: number): number {
    const raw = this.lines[at]!
    const text = withoutBullet(raw)
    if (text === '') this.endBlock()
    else if (raw.includes('\t')) return this.readTable(at)
    else this.readLine(text, at)
    return at + 1
  }

  private endBlock(): void {
    // A blank line ends a value, but a label that still has none may have it below.
    if (this.open?.value !== '') this.open = null
    this.block += 1
  }

  private readLine(text: string, line: number): void {
    const label = leadingLabel(text, this.stacked || this.headsLabels(line))
    const { open } = this
    const awaiting =
      open?.value === '' && open.label !== null && open.label.child === undefined && open.label.kind !== 'everyone'
    if (label && !(awaiting && label.value === '' && !endsLikeLabel(text))) {
      this.open = { ...label, line, block: this.block, below: label.value === '' }
      this.items.push(this.open)
    } else if (open && (awaiting || belongsTo(open, this.lines[line - 1] ?? '', text))) {
      open.value =
        open.value === '' ? tidy(text) : `${open.value}${open.below && isListed(open.label) ? '\n' : ' '}${tidy(text)}`
    } else {
      this.open = null
      this.items.push({ label: null, labelText: '', value: tidy(text), line, block: this.block, free: true })
    }
  }

  private readTable(from: number): number {
    let end = from
    while (end < this.lines.length && this.lines[end]!.includes('\t')) end += 1
    const rows = this.lines.slice(from, end).map((row) => row.split('\t').map(tidy))
    const children = tableOfChildren(rows)
    if (children) {
      for (const { label, labelText, value, child, row } of children) {
        this.items.push({
          label: { ...label, ...(child > 0 && { child }) },
          labelText,
          value,
          line: from + row,
          block: this.block,
        })
      }
      this.items.push({ label: { kind: 'everyone' }, labelText: '', value: '', line: end, block: this.block })
    } else {
      rows.forEach((cells, n) => {
        const pieces = cellPieces(cells.filter(Boolean))
        this.items.push(...pieces.map((piece) => ({ ...piece, line: from + n, block: this.block })))
      })
    }
    this.open = null
    return end
  }

  /** A person or "Child" alone above lines with labels of their own is their heading. */
  private headsLabels(line: number): boolean {
    const next = this.lines[line + 1] ?? ''
    if (next === '' || !MARKED.test(next) || !isHeading(labelOf(bareLabel(this.lines[line]!)))) return false
    return leadingLabel(withoutBullet(next), false)?.label != null
  }
}

type Piece = Pick<Item, 'label' | 'labelText' | 'value' | 'free'>

/** Cells of a table row: label and value by turns, or a label and all the rest. */
function cellPieces(cells: string[]): Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]!
    const last = pieces.at(-1)
    const label = readsAsLabel(cell, last !== undefined)
    if (label && !(last?.label && last.value === '')) {
      pieces.push({ label, labelText: bareLabel(cell), value: '' })
      continue
    }
    const own = label ? null : leadingLabel(cell, false)
    if (own?.label) pieces.push(own)
    else if (last) last.value = last.value ? `${last.value}, ${cell}` : cell
    else pieces.push({ label: null, labelText: '', value: cell, free: true })
  }
  return pieces
}

/** Marks that end a label at the beginning of a line, the plainest first. */
const LABEL_ENDS = [/:(?!\/\/)|\?|=/g, /\s[-–—]+\s|\.{3,}|…|\s{3,}/g]
const MARKED = /[:?=]|\s[-–—]\s/

/** "**case** TC/5900", as chat programs mark what is bold. */
const BOLD_LABEL = /^(?:\*\*|__)([^*_]{2,60})(?:\*\*|__)\s*[:=–-]?\s*(\S.*)$/

function leadingLabel(text: string, alone: boolean): Piece | null {
  const bold = BOLD_LABEL.exec(text)
  const emphasised = bold && labelOf(bareLabel(bold[1]!))
  if (emphasised) return { label: emphasised, labelText: bareLabel(bold[1]!), value: bareValue(tidy(bold[2]!)) }
  let unknown: Piece | null = null
  for (const { 0: mark, index } of LABEL_ENDS.flatMap((ends) => [...text.slice(0, 160).matchAll(ends)])) {
    const labelText = bareLabel(text.slice(0, index))
    const value = tidy(text.slice(index + mark.length).replace(/^(?:\s*\([^()]*\)\s*[-–—:])?[\s:?|=–—-]+/, ''))
    const label = labelOf(labelText)
    if (label) return { label, labelText, value: bareValue(value) }
    if (mark === ':' && !unknown && readsLikeLabel(labelText)) unknown = { label: null, labelText, value }
  }
  if (unknown) return unknown
  const label = labelOf(bareLabel(text))
  const startsPart = label !== null && (label.child !== undefined || label.kind === 'everyone')
  return label && (alone || startsPart || endsLikeLabel(text)) ? { label, labelText: bareLabel(text), value: '' } : null
}

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

/** Further labels inside a value: "Initials: M.W.   Age: 14", "(on leave till 20/11, deputy is Sunil Rowntree". */
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

/** "PR" after a name says something of the person; it is no label of the next cell. */
function readsAsLabel(cell: string, isLater: boolean): Label | null {
  const label = labelOf(bareLabel(cell))
  return isLater && label?.kind === 'attribute' && !endsLikeLabel(cell) ? null : label
}

const isHeading = (label: Label | null): boolean =>
  label !== null &&
  ((label.kind === 'person' && label.attribute === null) ||
    (label.kind === 'field' && (label.field === 'child' || label.field === 'placement')))

/** A line that carries on with what the line before it began. */
function belongsTo(open: Item, before: string, text: string): boolean {
  if (open.value.length > LONGEST_VALUE) return false
  if (open.below && isListed(open.label)) return true
  if (count(open.value, '(') > count(open.value, ')')) return true
  if (/^[<(]/.test(text) || /[,;(/&-]$/.test(open.value) || GOES_ON.test(open.value)) return true
  // Somebody who types without capitals begins a new line small; a mail program only breaks lines that are long.
  return /^[a-z\d]/.test(text) && before.length >= SHORTEST_BROKEN_LINE && /[\p{L}\d]$/u.test(open.value)
}

/** No value ends with one of these. */
const GOES_ON = /\b(?:at|on|from|the|and|of|to|by|in|for|with|until|or|an?)$/i
const SHORTEST_BROKEN_LINE = 38
/** No value of a confirmation goes on for longer. */
const LONGEST_VALUE = 1_000

/** A mail program broke the line: the next word would not have fitted. */
export const wasBroken = (before: string, next: string): boolean =>
  before.length > 60 &&
  before.length < 80 &&
  before.length + next.split(' ', 1)[0]!.length + 1 > 72 &&
  !/[.!?:]$|@\S+$/.test(before)

/** People, the household and an address may go on for several lines below their label. */
const isListed = (label: Label | null): boolean =>
  label?.kind === 'person' || (label?.kind === 'field' && LISTED.includes(label.field))
const LISTED: string[] = ['placement.address', 'placement.household', 'parents']

const count = (text: string, mark: string): number => text.split(mark).length - 1
const endsLikeLabel = (text: string): boolean => /[:?]\s*[*_]*$/.test(text)

/** Labels on lines of their own, each with its value below, are only believed where they are the rule. */
function hasStackedLabels(lines: string[]): boolean {
  let alone = 0
  let marked = 0
  lines.forEach((line, at) => {
    const text = withoutBullet(line)
    if (text === '' || text.length > 80) return
    if (MARKED.test(text) && !endsLikeLabel(text)) marked += 1
    else if ((lines[at + 1] ?? '') !== '' && labelOf(bareLabel(text)) !== null) alone += 1
  })
  return alone >= 3 && alone > marked
}

/** A label that is not ours still ends the value before it: a few words that begin large and hold no figures. */
const readsLikeLabel = (text: string): boolean => {
  const words = text.split(/\s+/)
  return words.length <= Math.min(6, LONGEST_LABEL) && /^[A-Z][^\d@,.]*$/.test(text) && !OPENING.has(fold(text))
}

const OPENING = new Set(OPENERS.map(fold))

/** Bars between cells are tabs. */
const withCells = (line: string): string =>
  /\S\s*\|\s*\S/.test(line) ? line.replace(/^\s*\|\s*|\s*\|\s*$/g, '').replace(/\s*\|\s*/g, '\t') : line

const withoutBullet = (line: string): string =>
  line
    .replace(/^\s*(?:[-–—•*·o▪►>✓☐☑□]\s+|\(?\d{1,2}[.)]\s+|\(?[a-h][.)]\s+)?/, '')
    .replace(/^[\s#]+/, '')
    .trim()

/** A label without emphasis, leading "the" or trailing marks. */
const bareLabel = (text: string): string => tidy(text.replace(/[*_]{1,2}|[:?=|]+\s*$/g, ' '))
const bareValue = (text: string): string => text.replace(/^\*{1,2}\s*|\s*\*{1,2}$/g, '')
