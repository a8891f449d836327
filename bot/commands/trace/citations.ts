/** Where a text cites requirements by their ids: `R-064`, `P-03`, and `R-182 to R-185` for all four. */

export type Citation = { id: string; line: number }

const ID = String.raw`(?<![\w-])(?:R-\d+|[PEAKL]-\d{2})[a-z]?(?![\w-])`
const CITED = new RegExp(`(${ID})(?:(?: to |–)(${ID}))?`, 'g')

/** `ids` are all that there are, in order, to tell what lies between the ends of a range. */
export function citationsIn(text: string, ids: readonly string[]): Citation[] {
  const lineOf = lineCounter(text)
  return [...text.matchAll(CITED)].flatMap(({ 1: first = '', 2: last, index }) =>
    (last ? range(first, last, ids) : [first]).map((id) => ({ id, line: lineOf(index) })),
  )
}

/** Ends that nobody knows, or that do not fit together, are cited as they stand. */
function range(first: string, last: string, ids: readonly string[]): string[] {
  const [from, to] = [ids.indexOf(first), ids.indexOf(last)]
  return from >= 0 && from < to && first[0] === last[0] ? ids.slice(from, to + 1) : [first, last]
}

/** The line of a place in a text, from 1. Places are asked for in their order. */
export function lineCounter(text: string): (index: number) => number {
  let [line, seen] = [1, 0]
  return (index) => {
    for (; seen < index; seen += 1) if (text[seen] === '\n') line += 1
    return line
  }
}
