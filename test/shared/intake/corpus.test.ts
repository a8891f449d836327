import { describe, expect, test } from '@jest/globals'
import { compare, corpus, emails, type Scores } from '../../support/corpus.ts'

const messages = corpus()
const mails = await emails()

describe('messages as different offices write them', () => {
  test.each(messages.map((message) => [message.name, message] as const))('%s', (_, message) => {
    expect(compare(message, new Map())).toEqual([])
  })
})

describe('e-mails as they came over the wire', () => {
  test.each(mails.map((mail) => [mail.name, mail] as const))('%s', (_, mail) => {
    expect(compare(mail, new Map())).toEqual([])
  })
})

describe('all of them together', () => {
  const scores: Scores = new Map()
  for (const message of [...messages, ...mails]) compare(message, scores)
  const total = (outcome: 'right' | 'missed' | 'wrong') =>
    [...scores.values()].reduce((sum, score) => sum + score[outcome], 0)

  test('are enough to mean something', () => {
    expect(messages.length + mails.length).toBeGreaterThanOrEqual(200)
    expect(total('right')).toBeGreaterThan(2400)
  })

  test('no field is invented, and none is lost', () => {
    expect({ missed: total('missed'), wrong: total('wrong') }).toEqual({ missed: 0, wrong: 0 })
  })

  test('nothing is confirmed by chatter, invoices, requests or forged mail', () => {
    const others = [...messages, ...mails].filter(
      ({ verdict }) => verdict === 'notAConfirmation' || verdict === 'suspicious',
    )
    expect(others.length).toBeGreaterThanOrEqual(25)
    expect(others.flatMap(({ reading }) => reading.confirmations)).toEqual([])
  })

  test('every field has the words that gave it, and they are words of the message', () => {
    for (const { reading, text, name } of messages) {
      const written = text
        .replace(/[\u200b-\u200f\u00ad]/g, '')
        .replace(/\s+/g, ' ')
        .replace(/[\u2010\u2011]/g, '-')
      for (const { fields, words } of reading.confirmations) {
        const { people = [], confirmedAt: _at, confirmedBy: _by, ...facts } = fields
        const given = Object.entries(facts).flatMap(([group, value]) =>
          typeof value === 'object' && value !== null && !Array.isArray(value)
            ? Object.keys(value).map((key) => `${group}.${key}`)
            : [group],
        )
        const expected = [...given, ...people.flatMap(({ role }, n) => (role === 'child' ? [] : [`people.${n}`]))]
        for (const field of expected)
          expect([name, field, words.some((word) => word.field === field)]).toEqual([name, field, true])
        if (!/<\w+/.test(text))
          for (const { phrase } of words)
            expect([name, phrase, includesLoosely(written, phrase)]).toEqual([name, phrase, true])
      }
    }
  })

  test('a date of birth is in no field, no word and no question', () => {
    for (const { reading, text } of messages) {
      const births = text.match(/(?<=(?:birth|D\.?O\.?B\.?|DOB)\W{1,6})\d{1,2}[/.]\d{1,2}[/.]\d{2,4}/gi) ?? []
      for (const birth of births) expect(JSON.stringify(reading)).not.toContain(birth)
    }
  })
})

/** Marks of layout between the words aside. */
const includesLoosely = (written: string, phrase: string): boolean => {
  const bare = (text: string) => text.replace(/[\s>*|]+/g, '')
  return bare(written).includes(bare(phrase))
}
