/** `$filter`: reads the text into a tree. What each part means for an item is in `filter-match.ts`. */
import { badRequest } from '../answer.ts'

export type Literal = string | number | boolean | null | { moment: string }

export type Filter =
  | { kind: 'and' | 'or'; left: Filter; right: Filter }
  | { kind: 'not'; of: Filter }
  | { kind: 'compare'; path: string; operator: Operator; value: Literal }
  | { kind: 'in'; path: string; values: Literal[] }
  | { kind: 'text'; test: 'startswith' | 'endswith' | 'contains'; path: string; value: string }
  | { kind: 'any'; path: string; of: Filter }

const OPERATORS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const
export type Operator = (typeof OPERATORS)[number]

type Token = { kind: 'word' | 'string' | 'moment' | 'number' | 'mark'; text: string }

const TOKENS =
  /\s*(?:'((?:[^']|'')*)'|(\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?|\d{4}-\d{2}-\d{2})|(-?\d+(?:\.\d+)?)|([A-Za-z_@][A-Za-z0-9_.@/]*)|([(),:]))/y

export function readFilter(text: string): Filter {
  const reader = new FilterReader(tokensOf(text))
  return reader.whole()
}

const invalid = (detail: string) => badRequest(`Invalid filter clause: ${detail}`, 'BadRequest')

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  TOKENS.lastIndex = 0
  const end = text.trimEnd().length
  while (TOKENS.lastIndex < end) {
    const at = TOKENS.lastIndex
    const match = TOKENS.exec(text)
    if (!match) throw invalid(`Syntax error at position ${at} in '${text}'.`)
    const [, string, moment, number, word, mark] = match
    if (string !== undefined) tokens.push({ kind: 'string', text: string.replaceAll("''", "'") })
    else if (moment !== undefined) tokens.push({ kind: 'moment', text: moment })
    else if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (word !== undefined) tokens.push({ kind: 'word', text: word })
    else tokens.push({ kind: 'mark', text: mark ?? '' })
  }
  return tokens
}

class FilterReader {
  private readonly tokens: Token[]
  private at = 0
  /** The name that stands for one element inside `any(x: …)`. */
  private readonly lambda: string[] = []

  constructor(tokens: Token[]) {
    this.tokens = tokens
  }

  whole(): Filter {
    const filter = this.or()
    if (this.at < this.tokens.length) throw invalid(`Syntax error at '${this.peek()?.text}'.`)
    return filter
  }

  private peek = () => this.tokens[this.at]

  private next(): Token {
    const token = this.tokens[this.at++]
    if (!token) throw invalid('Expression expected at the end.')
    return token
  }

  private skip(text: string): boolean {
    const found = this.peek()?.kind !== 'string' && this.peek()?.text.toLowerCase() === text
    if (found) this.at++
    return found
  }

  private expect(text: string): void {
    if (!this.skip(text)) throw invalid(`'${text}' expected.`)
  }

  private or(): Filter {
    let filter = this.and()
    while (this.skip('or')) filter = { kind: 'or', left: filter, right: this.and() }
    return filter
  }

  private and(): Filter {
    let filter = this.not()
    while (this.skip('and')) filter = { kind: 'and', left: filter, right: this.not() }
    return filter
  }

  private not(): Filter {
    return this.skip('not') ? { kind: 'not', of: this.not() } : this.term()
  }

  private term(): Filter {
    if (this.skip('(')) {
      const inner = this.or()
      this.expect(')')
      return inner
    }
    const { kind, text } = this.next()
    if (kind !== 'word') throw invalid(`A property was expected instead of '${text}'.`)
    if (this.skip('(')) return this.call(text)
    return this.comparison(this.inScope(text))
  }

  /** `startswith(subject,'a')`, or `categories/any(c: c eq 'a')`. */
  private call(name: string): Filter {
    const test = name.toLowerCase()
    if (test.endsWith('/any')) return this.any(this.inScope(name.slice(0, -'/any'.length)))
    if (test !== 'startswith' && test !== 'endswith' && test !== 'contains')
      throw invalid(`An unknown function with name '${name}' was found.`)
    const path = this.inScope(this.next().text)
    this.expect(',')
    const value = this.next()
    this.expect(')')
    return { kind: 'text', test, path, value: value.text }
  }

  private any(path: string): Filter {
    const variable = this.next().text
    this.expect(':')
    this.lambda.push(variable)
    const of = this.or()
    this.lambda.pop()
    this.expect(')')
    return { kind: 'any', path, of }
  }

  private comparison(path: string): Filter {
    const operator = this.next().text.toLowerCase()
    if (operator === 'in') return { kind: 'in', path, values: this.list() }
    if (!OPERATORS.includes(operator as Operator)) throw invalid(`'${operator}' is not an operator.`)
    return { kind: 'compare', path, operator: operator as Operator, value: this.literal() }
  }

  private list(): Literal[] {
    this.expect('(')
    const values = [this.literal()]
    while (this.skip(',')) values.push(this.literal())
    this.expect(')')
    return values
  }

  private literal(): Literal {
    const { kind, text } = this.next()
    if (kind === 'string') return text
    if (kind === 'moment') return { moment: text }
    if (kind === 'number') return Number(text)
    if (text === 'true' || text === 'false') return text === 'true'
    if (text === 'null') return null
    throw invalid(`A value was expected instead of '${text}'.`)
  }

  /** `ep/value` inside `any(ep: …)` is `value`; the element itself is the empty path. */
  private inScope(path: string): string {
    const variable = this.lambda.at(-1)
    if (variable === undefined) return path
    if (path === variable) return ''
    return path.startsWith(`${variable}/`) ? path.slice(variable.length + 1) : path
  }
}
