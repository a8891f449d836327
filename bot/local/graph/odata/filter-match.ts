/** Whether an item in Graph's shape meets a `$filter`, and which properties the filter speaks of. */
import { readInstant } from '../../../../shared/dates/time.ts'
import type { Filter, Literal, Operator } from './filter.ts'

/** Text that one kind of item compares in its own way, such as the ids of extended properties. */
export type SameText = (path: string, item: string, asked: string) => boolean

const sameIgnoringCase: SameText = (_, item, asked) => item.toLowerCase() === asked.toLowerCase()

export function matches(filter: Filter, item: unknown, same: SameText = sameIgnoringCase, prefix = ''): boolean {
  switch (filter.kind) {
    case 'and':
      return matches(filter.left, item, same, prefix) && matches(filter.right, item, same, prefix)
    case 'or':
      return matches(filter.left, item, same, prefix) || matches(filter.right, item, same, prefix)
    case 'not':
      return !matches(filter.of, item, same, prefix)
    case 'compare':
      return compares(valueAt(item, filter.path), filter.operator, filter.value, (a, b) =>
        same(prefix + filter.path, a, b),
      )
    case 'in':
      return filter.values.some((value) =>
        compares(valueAt(item, filter.path), 'eq', value, (a, b) => same(prefix + filter.path, a, b)),
      )
    case 'text':
      return textTest(filter.test, textAt(item, filter.path), filter.value)
    case 'any': {
      const list = valueAt(item, filter.path)
      return (
        Array.isArray(list) && list.some((element) => matches(filter.of, element, same, `${prefix}${filter.path}/`))
      )
    }
  }
}

/** Every property that a filter asks about: `start/dateTime`, `singleValueExtendedProperties/id`. */
export function pathsOf(filter: Filter, prefix = ''): string[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return [...pathsOf(filter.left, prefix), ...pathsOf(filter.right, prefix)]
    case 'not':
      return pathsOf(filter.of, prefix)
    case 'any':
      return pathsOf(filter.of, `${prefix}${filter.path}/`)
    default:
      return [`${prefix}${filter.path}`.replace(/\/$/, '')]
  }
}

export function valueAt(item: unknown, path: string): unknown {
  if (path === '') return item
  let value = item
  for (const name of path.split('/')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  return value
}

export function textAt(item: unknown, path: string): string {
  const value = valueAt(item, path)
  return typeof value === 'string' ? value : ''
}

function textTest(test: 'startswith' | 'endswith' | 'contains', text: string, asked: string): boolean {
  const [whole, part] = [text.toLowerCase(), asked.toLowerCase()]
  if (test === 'startswith') return whole.startsWith(part)
  return test === 'endswith' ? whole.endsWith(part) : whole.includes(part)
}

function compares(
  value: unknown,
  operator: Operator,
  asked: Literal,
  same: (item: string, asked: string) => boolean,
): boolean {
  if (operator === 'eq' || operator === 'ne') return isEqual(value, asked, same) === (operator === 'eq')
  const order = orderOf(value, asked)
  if (order === null) return false
  return { gt: order > 0, ge: order >= 0, lt: order < 0, le: order <= 0 }[operator]
}

function isEqual(value: unknown, asked: Literal, same: (item: string, asked: string) => boolean): boolean {
  if (typeof value === 'string' && typeof asked === 'string')
    return same(value, asked) || asMoment(value) === asMoment(asked)
  if (typeof asked === 'object' && asked !== null) return orderOf(value, asked) === 0
  return (value ?? null) === asked
}

function orderOf(value: unknown, asked: Literal): number | null {
  if (typeof value === 'number' && typeof asked === 'number') return value - asked
  if (typeof value !== 'string') return null
  const wanted = typeof asked === 'object' && asked !== null ? asked.moment : asked
  if (typeof wanted !== 'string') return null
  const [a, b] = [asMoment(value), asMoment(wanted)]
  return a < b ? -1 : a > b ? 1 : 0
}

/** Dates and times compare as moments however they are written; without an offset they are UTC. Other text as it is. */
function asMoment(text: string): string {
  const dated = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00` : text
  return readInstant(/(Z|[+-]\d{2}:\d{2})$/.test(dated) ? dated : `${dated}Z`) ?? text
}
