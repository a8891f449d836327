/**
 * The layout of a message: which words are a label and which are its value. A label ends at a colon, a dash, a question
 * mark or the edge of a table cell, stands on the line above its value, or follows another value on the same line.
 */
import { labelOf, type Label } from './labels.ts'
import { withLaterLabels } from './later-labels.ts'
import { bareLabel, endsLikeLabel, leadingLabel, MARKED, withoutBullet, type Piece } from './leading-label.ts'
import { belongsTo, isListed } from './line-breaks.ts'
import { tidy } from './plain-text.ts'
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
    else this.readLine(text, at, text !== raw.trim())
    return at + 1
  }

  private endBlock(): void {
    // A blank line ends a value, but a label that still has none may have it below.
    if (this.open?.value !== '') this.open = null
    this.block += 1
  }

  /** `isItem`: the line is one of a list, and goes on with nothing but a list of its label's own. */
  private readLine(text: string, line: number, isItem: boolean): void {
    const label = leadingLabel(text, this.stacked || this.headsLabels(line))
    const { open } = this
    const awaiting =
      open?.value === '' && open.label !== null && open.label.child === undefined && open.label.kind !== 'everyone'
    if (label && !(awaiting && label.value === '' && !endsLikeLabel(text))) {
      this.open = { ...label, line, block: this.block, below: label.value === '' }
      this.items.push(this.open)
    } else if (open && (awaiting || (!(isItem && !open.below) && belongsTo(open, this.lines[line - 1] ?? '', text)))) {
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

/** Cells of a table row: label and value by turns, or a label and all the rest. */
function cellPieces(cells: string[]): (Piece & { free?: boolean })[] {
  const pieces: (Piece & { free?: boolean })[] = []
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

/** "PR" after a name says something of the person; it is no label of the next cell. */
function readsAsLabel(cell: string, isLater: boolean): Label | null {
  const label = labelOf(bareLabel(cell))
  return isLater && label?.kind === 'attribute' && !endsLikeLabel(cell) ? null : label
}

const isHeading = (label: Label | null): boolean =>
  label !== null &&
  ((label.kind === 'person' && label.attribute === null) ||
    (label.kind === 'field' && (label.field === 'child' || label.field === 'placement')))

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

/** Bars between cells are tabs. */
const withCells = (line: string): string =>
  /\S\s*\|\s*\S/.test(line) ? line.replace(/^\s*\|\s*|\s*\|\s*$/g, '').replace(/\s*\|\s*/g, '\t') : line
