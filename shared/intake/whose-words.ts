/** Of words that speak of several children by their initials, those that are about one of them. */
import { mentionsOf, type FoundInitials } from './values/initials.ts'
import type { Item } from './layout/labelled-lines.ts'
import { tidy } from './layout/plain-text.ts'

/** The item as it concerns one child; `null` where it is about others. */
export function itemOf(child: string, item: Item, all: string[]): Item | null {
  const inLabel = mentionsOf(item.labelText, all)
  if (inLabel.length > 0) return inLabel.some(({ initials }) => initials === child) ? item : null
  const inValue = mentionsOf(item.value, all)
  if (inValue.length === 0) return item
  const spokenOf = new Set(inValue.map(({ initials }) => initials))
  if (spokenOf.size === 1) return spokenOf.has(child) ? item : null
  const value = item.free ? sentencesOf(child, item.value, all) : partOf(child, item, inValue)
  return value === '' ? null : { ...item, value }
}

const sentencesOf = (child: string, text: string, all: string[]): string =>
  text
    .split(/(?<=[\p{L}\p{N})]{2}[.;])\s+/u)
    .filter((sentence) => {
      const spokenOf = new Set(mentionsOf(sentence, all).map(({ initials }) => initials))
      return spokenOf.size === 0 || (spokenOf.size === 1 && spokenOf.has(child))
    })
    .join(' ')

/** "J.T. yes, M.T. no" or "LCS-1 (J.T.) and LCS-2 (M.T.)". */
function partOf(child: string, { label, value }: Item, found: FoundInitials[]): string {
  const before = tidy(value.slice(0, found[0]!.start)).replace(/[\s(]+$/, '')
  const parts = found.flatMap(({ initials, start, end }, n) => {
    if (initials !== child) return []
    const part = before === '' ? value.slice(end, found[n + 1]?.start) : value.slice(found[n - 1]?.end ?? 0, start)
    return [tidy(part.replace(/^[\s):=,;/&–-]+(?:and\b)?|(?:\band|[\s(,;/&–-])+$/g, ''))]
  })
  const part = parts.join(', ')
  const namesChild = label?.kind === 'field' && (label.field === 'child' || label.field === 'child.initials')
  return namesChild ? `${[...child].join('.')}. ${part}` : part
}
