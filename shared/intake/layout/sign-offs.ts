/** Cuts what is not the message any more: signatures, small print, the mark of a telephone. */
import { labelOf } from './labels.ts'
import { foldedWords, phrasebook, says } from '../values/phrases.ts'
import { SIGN_OFFS, SMALL_PRINT } from '../vocabulary/message-words.ts'

/** The lines without signature and small print; line numbers stay as they are. */
export function withoutSignOff(lines: string[]): string[] {
  const end = lines.findIndex(
    (line, at) => isSignatureMark(line) || says(line, PRINT) || (isSignOff(line) && !goesOn(lines.slice(at + 1))),
  )
  return end < 0 ? lines : lines.slice(0, end)
}

/** Two dashes and a blank, as mail programs write it, or a rule of underscores. */
const isSignatureMark = (line: string): boolean => /^--\s*$/.test(line)

const isSignOff = (line: string): boolean => {
  if (line.length > 60) return false
  const words = foldedWords(line)
  return words.length > 0 && words.length <= 6 && SIGN_OFF_WORDS.has(words.join(' '))
}

/** "Thanks" above the details is no sign-off: what follows has labels of a placement with values. */
function goesOn(lines: string[]): boolean {
  let labelled = 0
  for (const line of lines) {
    if (isSignatureMark(line) || says(line, PRINT)) break
    const colon = line.search(/[:\t?]/)
    const label = colon > 0 ? labelOf(line.slice(0, colon)) : null
    if (label?.kind === 'field' && label.field !== 'placement.address') labelled += 1
    if (labelled >= 3) return true
  }
  return false
}

const SIGN_OFF_WORDS = new Set(SIGN_OFFS.map((phrase) => foldedWords(phrase).join(' ')))
const PRINT = phrasebook({ print: SMALL_PRINT })
