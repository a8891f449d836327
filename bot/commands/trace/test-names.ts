/**
 * What a test file says of itself: the names of its tests, and the rows of their tables. Comments, bodies and expected
 * values say nothing about what a test is there to show.
 */
import { lineCounter } from './citations.ts'

/** `words` may cite something; `test` is the name under which they run: of a row, the name that the row fills in. */
export type TestName = { words: string; line: number; test: string }

type Token = { text: string; kind: 'word' | 'string' | 'mark'; line: number }

const SKIPPED = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y
const STRING = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`/y
const REGEX = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y
const WORD = /[\w$]+/y

const TESTS = new Set(['test', 'it', 'describe'])

export function testNamesIn(source: string): TestName[] {
  const tokens = tokensOf(source)
  return tokens.flatMap((token, at) =>
    token.kind === 'word' && TESTS.has(token.text) && tokens[at - 1]?.text !== '.' ? namesOfCall(tokens, at + 1) : [],
  )
}

/** `at` is behind `test`: `('name', …)`, `.only('name', …)` or `.each(rows)('name', …)`. */
function namesOfCall(tokens: Token[], at: number): TestName[] {
  let each = false
  while (tokens[at]?.text === '.') {
    each ||= tokens[at + 1]?.text === 'each'
    at += 2
  }
  if (!each) return tokens[at]?.text === '(' ? nameAt(tokens, at) : []
  const open = tokens[at]?.text === '<' ? behindTypes(tokens, at) : at
  const close = endOf(tokens, open)
  const name = nameAt(tokens, close)
  return [...rowsIn(tokens, open, close).map((row) => ({ ...row, test: name[0]?.words ?? '' })), ...name]
}

/** Types may hold brackets of their own: `each<[string, () => string]>(` */
const behindTypes = (tokens: Token[], at: number): number =>
  tokens.findIndex(
    ({ text }, n) => n > at && text === '(' && tokens[n - 1]?.text === '>' && tokens[n - 2]?.text !== '=',
  )

/** The strings of a table, written in place or as a constant of the same file. */
function rowsIn(tokens: Token[], open: number, close: number): Omit<TestName, 'test'>[] {
  const written = tokens.slice(open, close)
  const declared = written.filter(({ kind }) => kind === 'word').map(({ text }) => declarationOf(tokens, text))
  return [...written, ...declared.flat()].filter(({ kind }) => kind === 'string').map(said)
}

/** What stands between the `=` of `const ROWS = [ … ]` and the end of its brackets; nothing for any other word. */
function declarationOf(tokens: Token[], name: string): Token[] {
  const at = tokens.findIndex(({ text }, n) => text === name && tokens[n - 1]?.text === 'const')
  if (at < 0) return []
  const equals = tokens.findIndex(({ text }, n) => n > at && text === '=' && tokens[n + 1]?.text !== '>')
  const open = tokens.findIndex(({ text, kind }, n) => n > equals && kind === 'mark' && '([{'.includes(text))
  return open < 0 ? [] : tokens.slice(open, endOf(tokens, open))
}

/** The first argument of the call that opens at `open`, written in one or in several pieces. */
function nameAt(tokens: Token[], open: number): TestName[] {
  const end = tokens.findIndex(({ text, kind }, n) => n > open && kind === 'mark' && ',()'.includes(text))
  const pieces = tokens
    .slice(open + 1, end)
    .filter(({ kind }) => kind === 'string')
    .map(said)
  const words = pieces.map((piece) => piece.words).join('')
  return pieces[0] ? [{ words, line: pieces[0].line, test: words }] : []
}

const said = ({ text, line }: Token) => ({ words: text.slice(1, -1).replace(/\\(['"`\\])/g, '$1'), line })

/** Behind the bracket that closes the one at `open`. */
function endOf(tokens: Token[], open: number): number {
  let depth = 0
  for (const [at, { text, kind }] of tokens.entries()) {
    if (at < open) continue
    if (kind === 'mark' && '([{'.includes(text)) depth += 1
    if (kind === 'mark' && ')]}'.includes(text)) depth -= 1
    if (depth === 0) return at + 1
  }
  return tokens.length
}

/** Enough of the language to tell strings from comments, expressions and everything else. */
function tokensOf(source: string): Token[] {
  const lineOf = lineCounter(source)
  const tokens: Token[] = []
  for (let at = 0; at < source.length;) {
    const match = (pattern: RegExp) => {
      pattern.lastIndex = at
      return pattern.exec(source)?.[0]
    }
    const skipped = match(SKIPPED) ?? (mayBeRegex(tokens.at(-1)) ? match(REGEX) : undefined)
    if (skipped) {
      at += skipped.length
      continue
    }
    const [word, string] = [match(WORD), match(STRING)]
    const text = word ?? string ?? source[at]!
    tokens.push({ text, kind: word ? 'word' : string ? 'string' : 'mark', line: lineOf(at) })
    at += text.length
  }
  return tokens
}

/** A slash behind a value divides; anywhere else it begins an expression. */
const mayBeRegex = (before: Token | undefined) =>
  !before || (before.kind === 'mark' ? !')]}'.includes(before.text) : before.text === 'return')
