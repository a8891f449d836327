/** Initials of children in running text: "J.T.", "J.T. (11)", and in capitals where a line begins with them. */

export type FoundInitials = { initials: string; start: number; end: number }

/** Two to four dotted letters, not before a surname, where they are an adult's. */
const DOTTED = /(?<![\p{L}\p{N}.])(?:\p{Lu}\.){1,3}\p{Lu}\b\.?(?!\s?\p{Lu}\p{Ll}{2})(?!\p{L})/gu
const NO_INITIALS = new Set([
  'NB',
  'PS',
  'UK',
  'RE',
  'IE',
  'EG',
  'AM',
  'PM',
  'OK',
  'TBC',
  'FAO',
  'PTO',
  'DOB',
  'YP',
  'SW',
])

export function dottedInitials(text: string): FoundInitials[] {
  return [...text.matchAll(DOTTED)].flatMap(({ 0: found, index }) => {
    const initials = found.replaceAll('.', '')
    return NO_INITIALS.has(initials) ? [] : [{ initials, start: index, end: index + found.length }]
  })
}

/** "DM moved to", "CW is placed with": in capitals, before a word of moving. */
export function initialsWithVerb(text: string): FoundInitials[] {
  return [...text.matchAll(MOVES)].flatMap(({ 1: initials, index }) =>
    NO_INITIALS.has(initials!) || ABBREVIATIONS.has(initials!)
      ? []
      : [{ initials: initials!, start: index, end: index + initials!.length }],
  )
}
const MOVES =
  /(?<![\p{L}\p{N}.&/-])(\p{Lu}{2,3}) (?:(?:has|is|was|will|to|had)(?: be| been)? )?(?:moved|moving|move|placed|going|goes|went|arrived|arriving|arrives|admitted|accommodated)\b/gu
/** Short for people, orders and offices, none of whom is placed. */
const ABBREVIATIONS = new Set([
  'SSW', 'CSW', 'RM', 'IRO', 'TM', 'PA', 'EDT', 'LA', 'CP', 'UASC', 'IFA', 'ICO', 'EPO', 'LAC', 'CLA', 'CIC', 'VSH',
  'VS', 'HOS', 'AD', 'PM', 'FC', 'DT', 'GP', 'PPM', 'MASH', 'OOH', 'YOT', 'YJS', 'TA', 'PO', 'KW', 'ALL', 'WE',
]) // prettier-ignore

/** Where known children are spoken of by their initials, dotted or not. */
export function mentionsOf(text: string, known: string[]): FoundInitials[] {
  if (known.length === 0) return []
  const dotted = known.map((one) => `${[...one].join('\\.')}\\.?|${one}`).join('|')
  return [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}.])(?:${dotted})(?![\\p{L}\\p{N}])`, 'gu'))].map(
    ({ 0: found, index }) => ({
      initials: found.replaceAll('.', ''),
      start: index,
      end: index + found.length,
    }),
  )
}

/** A line that begins a child's part: its initials alone, or with an age or a reference behind them. */
export function beginsWithChild(text: string): string | null {
  const found =
    /^((?:\p{Lu}\.){1,3}\p{Lu}\.?|\p{Lu}{2,3})\s*(?:$|[,(:–-]\s*(?:(?:boy|girl|male|female)[,\s]+)?(?:aged?\s*)?\d|[,:–-]\s*\p{L}{0,12}\s?(?:ref|case|lcs|mosaic))/iu.exec(
      text,
    )
  const initials = found?.[1]?.replaceAll('.', '')
  return initials && initials === initials.toUpperCase() && !NO_INITIALS.has(initials) ? initials : null
}
