/**
 * The layout of a message: which words are a label and which are its value. A label ends at a colon, a dash, a question
 * mark or the edge of a table cell, stands on the line above its value, or follows another value on the same line.
 */
import { labelOf, LONGEST_LABEL, type Label } from './labels.ts'
import { tidy } from './plain-text.ts'
import { wordsOf } from './phrases.ts'

/** A label with its value. `block` counts paragraphs; `label` is `null` for a label that is not ours. */
export type Entry = {
  label: Label | null
  labelText: string
  /** One line, or one for each line where the value stands below its label. */
  value: string
  line: number
  block: number
  below?: boolean
}
/** A line that belongs to no label. */
export type FreeLine = { text: string; line: number; block: number }

export type Layout = { entries: Entry[]; free: FreeLine[] }

export function layoutOf(lines: string[]): Layout {
  const layout: Layout = { entries: [], free: [] }
  const stacked = hasStackedLabels(lines)
  let block = 0
  let open: Entry | null = null
  lines.forEach((raw, line) => {
    const text = withoutBullet(raw)
    if (text === '') {
      // A blank line ends a value, but a label that still has none may have it below.
      if (open?.value !== '') open = null
      block += 1
      return
    }
    const found = labelledPieces(text, stacked).map((piece): Entry => ({
      ...piece,
      line,
      block,
      below: piece.value === '',
    }))
    if (found.length > 0 && !(open?.value === '' && isBareLabel(found) && !endsLikeLabel(text))) {
      layout.entries.push(...found)
      open = found.at(-1)!
    } else if (open && belongsTo(open, lines[line - 1] ?? '', text)) {
      open.value =
        open.value === '' ? tidy(text) : `${open.value}${open.below && isListed(open.label) ? '\n' : ' '}${tidy(text)}`
    } else {
      open = null
      layout.free.push({ text: tidy(text), line, block })
    }
  })
  return { ...layout, entries: layout.entries.flatMap(withLaterLabels) }
}

type Piece = { label: Label | null; labelText: string; value: string }

/** The labels of one line with their values; empty where the line has no label at its beginning. */
function labelledPieces(text: string, stacked: boolean): Piece[] {
  if (text.includes('\t'))
    return cellPieces(
      text
        .split(/ *\t[ \t]*/)
        .map(tidy)
        .filter(Boolean),
    )
  const first = leadingLabel(text, stacked)
  return first ? [first] : []
}

/** Cells of a table row: label and value by turns, or a label and all the rest. */
function cellPieces(cells: string[]): Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < cells.length;) {
    const label = labelOf(bareLabel(cells[at]!))
    if (!label) {
      const last = pieces.at(-1)
      if (last) last.value = last.value ? `${last.value}, ${cells[at]!}` : cells[at]!
      else if (cells.length > 1) pieces.push({ label: null, labelText: cells[at]!, value: '' })
      else return labelledPieces(cells[at]!, false)
      at += 1
      continue
    }
    pieces.push({ label, labelText: bareLabel(cells[at]!), value: cells[at + 1] ?? '' })
    at += 2
  }
  return pieces
}

/** Marks that end a label at the beginning of a line, in the order in which they are trusted. */
const LABEL_ENDS = /:(?!\/\/)|\?|=|\s[-–—]+\s|\s*\|\s*|\.{3,}|…|\s{3,}|\s(?:is|are)\s/g

function leadingLabel(text: string, stacked: boolean): Piece | null {
  let unknown: Piece | null = null
  for (const { 0: mark, index } of text.slice(0, 160).matchAll(LABEL_ENDS)) {
    const labelText = bareLabel(text.slice(0, index))
    const value = tidy(text.slice(index + mark.length).replace(/^[\s:?|=–—-]+/, ''))
    const label = labelOf(labelText)
    if (label) return { label, labelText, value }
    if (mark === ':' && !unknown && readsLikeLabel(labelText)) unknown = { label: null, labelText, value }
  }
  if (unknown) return unknown
  const label = stacked || endsLikeLabel(text) ? labelOf(bareLabel(text)) : null
  return label && { label, labelText: bareLabel(text), value: '' }
}

/** Further labels inside a value: "Initials: M.W.   Age: 14", "(on leave till 20/11, deputy is Sunil Rowntree". */
function withLaterLabels(first: Entry): Entry[] {
  if (!first.label) return [first]
  const entries = [{ ...first }]
  let from = 0
  for (const { 0: mark, index } of first.value.matchAll(LATER_LABEL_ENDS)) {
    const before = first.value.slice(from, index)
    const found = trailingLabel(before)
    if (!found) continue
    entries.at(-1)!.value = tidy(before.slice(0, found.start).replace(/[\s,;|([/-]+$/, ''))
    entries.push({ ...first, label: found.label, labelText: before.slice(found.start), value: '' })
    from = index + mark.length
  }
  if (from > 0) entries.at(-1)!.value = tidy(first.value.slice(from).replace(/^[\s-]+/, ''))
  return entries
}

const LATER_LABEL_ENDS = /:(?!\/\/|\d)|\?(?=\s)|=|\s(?:is|are)\s/g

/** The longest label at the end of a text, with whatever comes before it left over. */
function trailingLabel(text: string): { label: Label; start: number } | null {
  const words = wordsOf(text)
  for (const { start } of words.slice(-6)) {
    // A label begins after a blank or a mark, never inside an e-mail address or a reference.
    if (start > 0 && !/[\s,;|([/]/.test(text[start - 1]!)) continue
    const label = labelOf(text.slice(start))
    if (label && start > 0) return { label, start }
  }
  return null
}

/** A line that carries on with what the line before it began. */
function belongsTo(open: Entry, before: string, text: string): boolean {
  if (open.value === '' || (open.below && isListed(open.label))) return true
  if (count(open.value, '(') > count(open.value, ')')) return true
  if (/^[<([a-z]/.test(text) || /[,;(/&-]$/.test(open.value)) return true
  if (/^\d/.test(text) && /[a-z]$/.test(open.value)) return true
  const firstWord = text.split(' ', 1)[0]!
  return before.length > 60 && before.length + firstWord.length + 1 > 72
}

/** People, the household and an address may go on for several lines below their label. */
const isListed = (label: Label | null): boolean =>
  label?.kind === 'person' || (label?.kind === 'field' && LISTED.includes(label.field))
const LISTED: string[] = ['placement.address', 'placement.household', 'parents']
const count = (text: string, mark: string): number => text.split(mark).length - 1
const isBareLabel = (pieces: Piece[]): boolean => pieces.length === 1 && pieces[0]!.value === ''
const endsLikeLabel = (text: string): boolean => /[:?]\s*$/.test(text)

/** Labels on lines of their own, each with its value below, are only believed where there are several. */
function hasStackedLabels(lines: string[]): boolean {
  const labels = lines.filter((line, at) => {
    const text = withoutBullet(line)
    return text !== '' && text.length < 80 && (lines[at + 1] ?? '') !== '' && labelOf(bareLabel(text)) !== null
  })
  return labels.length >= 3
}

/** A label that is not ours still ends the value before it: a few words that begin large and hold no figures. */
const readsLikeLabel = (text: string): boolean => {
  const words = text.split(/\s+/)
  return words.length <= Math.min(6, LONGEST_LABEL) && /^[A-Z][^\d@,.]*$/.test(text)
}

const withoutBullet = (line: string): string =>
  line
    .replace(/^\s*(?:[-–—•*·o▪►>✓☐☑□]\s+|\(?\d{1,2}[.)]\s+|\(?[a-h][.)]\s+)?/, '')
    .replace(/^[\s#]+/, '')
    .trim()

/** A label without emphasis, leading "the" or trailing marks. */
const bareLabel = (text: string): string => tidy(text.replace(/[*_]{1,2}|[:?=|]+\s*$/g, ' '))
