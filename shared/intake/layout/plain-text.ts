/** A message as clean lines: nothing invisible, one kind of blank, and no more of it than a message ever needs. */

const MOST_CHARACTERS = 200_000
const MOST_LINES = 4_000
const LONGEST_LINE = 2_000

export function linesOf(text: string): string[] {
  return text
    .slice(0, MOST_CHARACTERS)
    .replace(INVISIBLE, '')
    .split(LINE_ENDS, MOST_LINES)
    .flatMap(inReadableLengths)
    .map((line) => line.replace(BLANKS, ' ').replace(HYPHENS, '-').trimEnd())
}

/** A line without end becomes several. */
const inReadableLengths = (line: string): string[] =>
  line.length <= LONGEST_LINE ? [line] : (line.match(PIECES) ?? [])
const PIECES = new RegExp(`[^]{1,${LONGEST_LINE}}`, 'g')

/** Zero-width characters, marks of writing direction, soft hyphens, byte order marks and control characters. */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u0000-\u0008\u000e-\u001f\u007f]/g // eslint-disable-line no-control-regex, no-misleading-character-class
const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/
/** Every blank but the tab, which parts the cells of a row. */
const BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g

/** Hyphens that only differ in where a line may break. */
const HYPHENS = /[\u2010\u2011]/g

/** One line of a text, blanks made single. */
export const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()
