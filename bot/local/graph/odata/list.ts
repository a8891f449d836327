/** The query options of a list: `$filter`, `$orderby`, `$count`, `$top`, `$skip`, `$select`, and links to the next page. */
import { badRequest } from '../answer.ts'
import type { Call } from '../call.ts'
import { readFilter } from './filter.ts'
import { matches, pathsOf, textAt, type SameText } from './filter-match.ts'

type Item = Record<string, unknown>

export type ListRules = {
  /** The type's name in refusals. */
  type: string
  /** Properties that `$filter` takes. */
  filterable: string[]
  sortable: string[]
  same?: SameText
  pageSize?: number
  /** Mail cannot be sorted by what it is not also filtered by. */
  sortsOnlyWhatItFilters?: boolean
}

const OPTIONS = [
  '$filter',
  '$orderby',
  '$count',
  '$top',
  '$skip',
  '$select',
  '$expand',
  '$search',
  '$skiptoken',
  '$deltatoken',
]

/** Real Graph names the option that it does not know, and so does this. */
function checkOptions(query: URLSearchParams): void {
  for (const name of query.keys())
    if (name.startsWith('$') && !OPTIONS.includes(name))
      throw badRequest(`The query parameter '${name}' is not supported.`, 'BadRequest')
}

/** How a source looks in the answer, and, where that differs, how filters and sorting see it: in UTC, and in full. */
export type Views<Source> = { show: (source: Source) => Item; compared?: (source: Source) => Item }

export function listAnswer<Source>(
  call: Call,
  context: string,
  sources: Source[],
  { show, compared = show }: Views<Source>,
  rules: ListRules,
) {
  checkOptions(call.query)
  const { query } = call
  const filterText = query.get('$filter')
  const filter = filterText === null ? null : readFilter(filterText)
  if (filter) checkPaths(pathsOf(filter), rules)
  checkSorting(query.get('$orderby'), filter ? pathsOf(filter) : [], rules)

  const orderBy = query.get('$orderby')
  const all = sources
    .map((source) => ({ source, item: filter || orderBy ? compared(source) : {} }))
    .filter(({ item }) => !filter || matches(filter, item, rules.same))
  sort(all, orderBy)
  const top = readCount(query, '$top') ?? call.prefer.pageSize ?? rules.pageSize ?? 10
  if (top < 1 || top > 1000)
    throw badRequest(`Invalid value '${top}' for $top query option found. The value must be from 1 to 1000.`)
  const skip = readCount(query, '$skip') ?? 0
  const page = all.slice(skip, skip + top)
  return {
    '@odata.context': `${call.base}/$metadata#${context}`,
    ...(query.get('$count') === 'true' && { '@odata.count': all.length }),
    value: page.map(({ source }) => selected(show(source), query)),
    ...(skip + top < all.length && { '@odata.nextLink': nextLink(call, { $top: top, $skip: skip + top }) }),
  }
}

/** `$select` leaves the id and the annotations in. */
export function selected(item: Item, query: URLSearchParams): Item {
  const select = query.get('$select')
  if (!select) return item
  const names = new Set(select.split(',').map((name) => name.trim()))
  const expanded = (query.get('$expand') ?? '').split('(')[0] ?? ''
  return Object.fromEntries(
    Object.entries(item).filter(
      ([name]) => names.has(name) || name === 'id' || name.includes('@') || name === expanded,
    ),
  )
}

export function nextLink(call: Call, changed: Record<string, string | number>): string {
  const query = new URLSearchParams(call.query)
  for (const [name, value] of Object.entries(changed)) query.set(name, String(value))
  return `${call.base}${call.path}?${[...query].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
}

function checkPaths(paths: string[], rules: ListRules): void {
  for (const path of paths)
    if (!rules.filterable.includes(path))
      throw badRequest(
        `Could not find a property named '${path}' on type 'Microsoft.OutlookServices.${rules.type}' that supports filtering.`,
        'RequestBroker--ParseUri',
      )
}

const sortKeys = (orderBy: string) => orderBy.split(',').map((part) => part.trim().split(/\s+/))

function checkSorting(orderBy: string | null, filtered: string[], rules: ListRules): void {
  if (!orderBy) return
  const names = sortKeys(orderBy).map(([name = '']) => name)
  for (const name of names)
    if (!rules.sortable.includes(name))
      throw badRequest(
        `Could not find a property named '${name}' on type 'Microsoft.OutlookServices.${rules.type}'.`,
        'RequestBroker--ParseUri',
      )
  const inOrder = names.every((name, index) => filtered[index] === name)
  if (rules.sortsOnlyWhatItFilters && filtered.length > 0 && !inOrder)
    throw badRequest('The restriction or sort order is too complex for this operation.', 'InefficientFilter')
}

function sort(items: { item: Item }[], orderBy: string | null): void {
  if (!orderBy) return
  items.sort(({ item: a }, { item: b }) => {
    for (const [name = '', direction] of sortKeys(orderBy)) {
      const [x, y] = [textAt(a, name), textAt(b, name)]
      if (x !== y) return (x < y ? -1 : 1) * (direction === 'desc' ? -1 : 1)
    }
    return 0
  })
}

function readCount(query: URLSearchParams, name: string): number | null {
  const text = query.get(name)
  if (text === null) return null
  if (!/^\d+$/.test(text)) throw badRequest(`Invalid value '${text}' for ${name} query option found.`)
  return Number(text)
}
