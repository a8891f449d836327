/**
 * Words as they are compared: small letters, no accents, no possessives or plurals, `s.20`, `S20` and `s 20` alike.
 * Each word remembers where it stands, so that a match can be shown in the message's own spelling.
 */
import { respelt } from './spelling.ts'

export type Word = { fold: string; start: number; end: number }

export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const { 0: run, index } of text.matchAll(RUNS)) {
    if (run === '&') words.push({ fold: 'and', start: index, end: index + 1 })
    else words.push(...split(run, index))
  }
  return words
}

export const foldedWords = (text: string): string[] => wordsOf(text).map(({ fold }) => fold)
export const fold = (text: string): string => foldedWords(text).join(' ')

/** Letters and digits with apostrophes inside, dotted letters (`D.O.B.`), or an ampersand. */
const RUNS = /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L}(?![\p{L}\p{N}]))+|[\p{L}\p{M}\p{N}]+(?:['’`][\p{L}\p{M}]+)*|&/gu
/** Where letters meet digits. */
const SEAM = /(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u

function split(run: string, index: number): Word[] {
  if (PLAIN.test(run)) return [{ fold: respelt(singular(run.toLowerCase())), start: index, end: index + run.length }]
  if (run.includes('.')) return [word(run.replaceAll('.', ''), index, run.length)]
  let at = index
  return run.split(SEAM).map((piece) => {
    const found = word(piece, at, piece.length)
    at += piece.length
    return found
  })
}

/** Most words: English letters or figures and nothing else. */
const PLAIN = /^(?:[A-Za-z]+|\d+)$/

const word = (text: string, start: number, length: number): Word => ({
  fold: singular(
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/['’`]s$/u, '')
      .replace(/['’`]/gu, ''),
  ),
  start,
  end: start + length,
})

const singular = (text: string): string => (text.length > 3 && /[^suia]s$/.test(text) ? text.slice(0, -1) : text)

/** Words that phrases do without. */
const ARTICLES = new Set(['the', 'an'])

export type Match<Meaning> = { meaning: Meaning; phrase: string; start: number; end: number }

/** Phrases and what each means. */
export type Phrasebook<Meaning> = Map<string, { words: string[]; meaning: Meaning }[]>

export function phrasebook<Meaning extends string>(pages: Partial<Record<Meaning, string[]>>): Phrasebook<Meaning> {
  const book: Phrasebook<Meaning> = new Map()
  for (const [meaning, phrases] of Object.entries(pages) as [Meaning, string[]][]) {
    for (const phrase of phrases) {
      const words = foldedWords(phrase).filter((word) => !ARTICLES.has(word))
      if (words.length === 0) continue
      const page = book.get(words[0]!) ?? []
      page.push({ words, meaning })
      page.sort((a, b) => b.words.length - a.words.length)
      book.set(words[0]!, page)
    }
  }
  return book
}

/** Every phrase of the book that occurs in a text, from left to right, the longest where several begin together. */
export function phrasesIn<Meaning>(text: string, book: Phrasebook<Meaning>): Match<Meaning>[] {
  const words = wordsOf(text).filter(({ fold }) => !ARTICLES.has(fold))
  const matches: Match<Meaning>[] = []
  for (let at = 0; at < words.length;) {
    const found = book
      .get(words[at]!.fold)
      ?.find((entry) => entry.words.every((fold, n) => words[at + n]?.fold === fold))
    if (!found) {
      at += 1
      continue
    }
    const { start } = words[at]!
    const { end } = words[at + found.words.length - 1]!
    matches.push({ meaning: found.meaning, phrase: text.slice(start, end), start, end })
    at += found.words.length
  }
  return matches
}

export const firstPhrase = <Meaning>(text: string, book: Phrasebook<Meaning>): Match<Meaning> | null =>
  phrasesIn(text, book)[0] ?? null

export const says = <Meaning>(text: string, book: Phrasebook<Meaning>): boolean => firstPhrase(text, book) !== null

/** A text with blanks where some stretches of it stood, so that everything else keeps its place. */
export const blanked = (text: string, stretches: { start: number; end: number }[]): string =>
  stretches.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text)
