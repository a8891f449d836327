/**
 * The text of an HTML mail as its reader sees it: one line for each block, a tab between the cells of a row, ">" before
 * quoted blocks, and nothing of scripts, hidden or struck-out passages.
 */
import { htmlTokens } from './html-tokens.ts'
import { tidy } from './layout/plain-text.ts'

const MOST_CHARACTERS = 1_000_000
/** Tables within tables and their rows: mail programs nest a dozen, nobody nests more than this. */
const DEEPEST = 60

export function htmlToText(html: string): string {
  const page = new HtmlPage()
  for (const token of htmlTokens(html.slice(0, MOST_CHARACTERS))) {
    if (token.kind === 'text') page.write(token.text)
    else if (token.kind === 'open') page.open(token.name, token.attributes)
    else page.close(token.name)
  }
  return page.end()
}

const UNSEEN = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'object', 'iframe', 'svg', 'select', 'textarea', 's', 'del', 'strike']) // prettier-ignore
const PARAGRAPHS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'blockquote'])
const BLOCKS = new Set([...PARAGRAPHS, 'div', 'ul', 'ol', 'li', 'section', 'article', 'header', 'footer', 'pre', 'dl', 'dt', 'dd', 'address', 'center', 'form', 'caption', 'table', 'tbody', 'thead']) // prettier-ignore
const VOID = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'col', 'wbr', 'area', 'base'])

/** What is being written: the page, a table in it, or a row with its finished cells and the lines of the open one. */
type Sheet = { is: 'page' | 'table' | 'row'; lines: string[]; cells: string[][] }

class HtmlPage {
  private line = ''
  private quotes = 0
  private unseen: { name: string; depth: number } | null = null
  private address: { email: string; from: number } | null = null
  private readonly sheets: Sheet[] = [{ is: 'page', lines: [], cells: [] }]

  write(text: string): void {
    if (!this.unseen) this.line += text
  }

  open(name: string, attributes: string): void {
    if (this.unseen) {
      if (name === this.unseen.name) this.unseen.depth += 1
    } else if (!VOID.has(name) && (UNSEEN.has(name) || isHidden(attributes))) this.unseen = { name, depth: 1 }
    else if (name === 'a') this.address = addressOf(attributes, this.line.length)
    else if (name === 'table') this.openTable()
    else if (name === 'tr') this.openRow()
    else if (name === 'td' || name === 'th') this.openCell()
    else this.breakAt(name, 1)
  }

  close(name: string): void {
    if (this.unseen) {
      if (name === this.unseen.name) this.unseen.depth -= 1
      if (this.unseen.depth === 0) this.unseen = null
    } else if (name === 'a') this.closeLink()
    else if (name === 'td' || name === 'th') this.closeCell()
    else if (name === 'tr') this.closeRow()
    else if (name === 'table') this.closeTable()
    else this.breakAt(name, -1)
  }

  end(): string {
    while (this.sheets.length > 1) this.closeTable()
    this.breakLine()
    return this.sheets[0]!.lines.join('\n')
  }

  private breakAt(name: string, quotes: 1 | -1): void {
    if (name === 'br') {
      if (this.line.trim() === '') this.put('')
      this.breakLine()
    }
    if (!BLOCKS.has(name)) return
    this.breakLine()
    if (name === 'blockquote') this.quotes = Math.max(0, this.quotes + quotes)
    if (PARAGRAPHS.has(name)) this.put('')
  }

  private breakLine(): void {
    const line = this.line.replace(/[ \f]+/g, ' ').trim()
    this.line = ''
    if (line !== '') this.put(line)
  }

  private put(...lines: string[]): void {
    const marks = this.sheet.is === 'page' && this.quotes > 0 ? `${'>'.repeat(this.quotes)} ` : ''
    for (const line of lines) this.sheet.lines.push(marks + line)
  }

  private get sheet(): Sheet {
    return this.sheets.at(-1)!
  }

  private openTable(): void {
    this.breakLine()
    if (this.sheets.length > DEEPEST) return
    if (this.sheet.is === 'page') this.put('')
    this.sheets.push({ is: 'table', lines: [], cells: [] })
  }

  private openRow(): void {
    if (this.sheet.is === 'row') this.closeRow()
    this.breakLine()
    if (this.sheets.length > DEEPEST) return
    this.sheets.push({ is: 'row', lines: [], cells: [] })
  }

  private openCell(): void {
    if (this.sheet.is !== 'row') this.openRow()
    else if (this.sheet.lines.length > 0 || this.line.trim() !== '') this.closeCell()
  }

  private closeCell(): void {
    this.breakLine()
    if (this.sheet.is !== 'row') return
    this.sheet.cells.push(this.sheet.lines)
    this.sheet.lines = []
  }

  private closeRow(): void {
    if (this.sheet.is !== 'row') return
    if (this.sheet.lines.length > 0 || this.line.trim() !== '') this.closeCell()
    const { cells } = this.sheets.pop()!
    this.put(...rowLines(cells))
  }

  private closeTable(): void {
    this.breakLine()
    this.closeRow()
    if (this.sheet.is !== 'table') return
    this.put(...this.sheets.pop()!.lines)
    if (this.sheets.length === 1) this.put('')
  }

  private closeLink(): void {
    if (this.address && !this.line.slice(this.address.from).includes('@')) this.line += ` <${this.address.email}>`
    this.address = null
  }
}

/** A row as one line; a table that only lays the page out stays lines. */
function rowLines(cells: string[][]): string[] {
  const written = cells.map((lines) => lines.filter((line) => line.trim() !== ''))
  const full = written.filter((lines) => lines.length > 0)
  const laysOut =
    full.length <= 1 || full.some((lines) => lines.length > 8 || lines.some((line) => line.includes('\t')))
  if (laysOut) return cells.filter((_, n) => written[n]!.length > 0).flat()
  return [written.map((lines) => tidy(lines.join(', '))).join('\t')]
}

const isHidden = (attributes: string): boolean => HIDDEN.test(attributes)
const HIDDEN =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|mso-hide\s*:\s*all|line-through|(?:^|\s)hidden(?:[\s=]|$)/i

function addressOf(attributes: string, from: number): { email: string; from: number } | null {
  const found = /href\s*=\s*["']?mailto:([^"'?\s>]{3,254})/i.exec(attributes)
  return found && { email: found[1]!, from }
}
