import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { htmlToText } from '../../../shared/intake/html-text.ts'
import { readMail, type Mail } from '../../../shared/intake/read-mail.ts'
import { readMessage } from '../../../shared/intake/read-message.ts'
import { instant } from '../../../shared/dates/time.ts'
import { readConfirmationJson } from '../../../shared/wire/confirmation.ts'
import { corpus } from '../../support/corpus.ts'
import { stepsOf } from '../../support/step-counter.ts'

const received = instant('2026-12-16T10:00:00Z')
const from = { name: 'Orla Fenwick', email: 'orla.fenwick@ashcombe.example.gov.uk' }

const lines = [...new Set(corpus().flatMap(({ text }) => text.split('\n')))].filter(Boolean)
const line = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...lines) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
)
const message = fc
  .array(line, { maxLength: 30 })
  .chain((some) => fc.constantFrom('\n', '\n\n', ' ', '\r\n', '\t', '\n> ').map((mark) => some.join(mark)))

describe('any text has a reading', () => {
  test('lines of real messages in any order, and noise between them', () => {
    fc.assert(
      fc.property(message, fc.option(fc.constantFrom(...lines)), (text, subject) => {
        const { verdict, confirmations } = readMessage(text, { received, from, subject: subject ?? '' })
        if (verdict === 'notAConfirmation' || verdict === 'suspicious') expect(confirmations).toEqual([])
        else expect(confirmations.length).toBeGreaterThan(0)
      }),
      { numRuns: 200, seed: 20261216 },
    )
  })

  test('any characters at all, as text and as HTML', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        readMessage(text)
        readMessage(htmlToText(text), { received })
      }),
      { numRuns: 150, seed: 20261217 },
    )
  })

  test('any mail', () => {
    const text = fc.option(fc.oneof(message, fc.string({ maxLength: 200 })))
    const address = fc.oneof(fc.emailAddress(), fc.string({ maxLength: 30 }))
    const mail: fc.Arbitrary<Mail> = fc.record({
      from: fc.option(fc.record({ name: fc.string({ maxLength: 30 }), email: address })),
      replyTo: fc.option(address),
      to: fc.array(address, { maxLength: 4 }),
      subject: fc.oneof(fc.string({ maxLength: 80 }), fc.constantFrom(...lines)),
      sent: fc.constantFrom(null, received),
      text,
      html: text,
      checks: fc.array(fc.string({ maxLength: 60 }), { maxLength: 2 }),
      automatic: fc.boolean(),
      attachments: fc.array(fc.string({ maxLength: 20 }), { maxLength: 2 }),
    })
    fc.assert(
      fc.property(mail, (one) => void readMail(one)),
      { numRuns: 150, seed: 20261218 },
    )
  })
})

describe('what is read is fit to be used', () => {
  test('fields that were taken are fields that the app accepts; only what is missing is at fault', () => {
    fc.assert(
      fc.property(message, (text) => {
        for (const { fields, asks } of readMessage(text, { received, from }).confirmations) {
          const read = readConfirmationJson({ people: [], ...fields, confirmedAt: received, confirmedBy: from })
          const faults = read.ok ? [] : read.faults.filter(({ wrong }) => wrong !== 'is missing')
          expect(
            faults.filter(({ wrong }) => wrong !== 'is given for this role already' && !wrong.startsWith('is before')),
          ).toEqual([])
          expect(new Set(asks.map(({ field }) => field)).size).toBe(asks.length)
        }
      }),
      { numRuns: 200, seed: 20261219 },
    )
  })

  test('every field that is taken has its words', () => {
    fc.assert(
      fc.property(message, (text) => {
        for (const { fields, words } of readMessage(text, { received, from }).confirmations) {
          const { people: _, confirmedAt: _at, confirmedBy: _by, ...facts } = fields
          for (const [group, value] of Object.entries(facts)) {
            const keys =
              typeof value === 'object' && value !== null ? Object.keys(value).map((key) => `${group}.${key}`) : [group]
            for (const key of keys) expect([key, words.some(({ field }) => field === key)]).toEqual([key, true])
          }
        }
      }),
      { numRuns: 150, seed: 20261220 },
    )
  })

  test('the same words give the same reading', () => {
    fc.assert(
      fc.property(message, (text) => {
        expect(readMessage(text, { received, from })).toEqual(readMessage(text, { received, from }))
      }),
      { numRuns: 50, seed: 20261221 },
    )
  })
})

describe('text that tries to look like something else', () => {
  const plain = [
    'Case ref: LCS-1',
    'Placement ref: PL-1',
    'Child: A.B., 9',
    'Legal status: section 20',
    'Placement type: foster',
    'Start: 18/12/2026 at 5.30pm',
  ].join('\n')
  const reading = readMessage(plain, { received })

  test.each([
    ['zero-width characters', plain.replace(/(?<=\w)(?=\w)/g, '\u200b')],
    ['marks of writing direction', plain.replace(/^/gm, '\u202e').replace(/$/gm, '\u202c')],
    ['soft hyphens', plain.replaceAll('e', 'e\u00ad')],
    ['hard blanks', plain.replaceAll(' ', '\u00a0')],
    ['line ends of other systems', plain.replaceAll('\n', '\u2028')],
    ['a byte order mark', `\ufeff${plain}`],
  ])('%s change nothing', (_, text) => {
    expect(readMessage(text, { received })).toEqual(reading)
  })

  test('scripts, styles, remarks and hidden passages of HTML say nothing', () => {
    const html = `<style>p{}</style><script>Case ref: EVIL-1</script><!-- Start: 01/01/2027 10:00 --><p hidden>Placement ref: EVIL-2</p><div style="display: none"><div>Child: E.V., 5</div></div>${plain.replaceAll('\n', '<br>')}`
    expect(readMessage(htmlToText(html), { received })).toEqual(reading)
  })

  test('entities are the characters that they stand for', () => {
    const html = plain.replaceAll(':', '&#58;').replaceAll('.', '&#x2e;').replaceAll('\n', '<br/>')
    expect(readMessage(htmlToText(html), { received })).toEqual(reading)
  })
})

describe('time grows no faster than the text', () => {
  const confirmation = corpus().find(({ name }) => name.startsWith('001'))!.text
  const prose = corpus().find(({ name }) => name.startsWith('085'))!.text
  const repeated = (text: string) => (size: number) => text.repeat(Math.ceil(size / text.length)).slice(0, size)
  const kinds: [string, (size: number) => string][] = [
    ['a confirmation over and over', repeated(confirmation)],
    ['prose over and over', repeated(prose)],
    [
      'one line of 100,000 characters',
      repeated('case LCS-1 placement PL-2 Social Worker Tom Jones will attend on 18/12/2026 at 5pm '),
    ],
    [
      'quotation within quotation',
      (size) => Array.from({ length: size / 100 }, (_, n) => `${'>'.repeat(n % 90)} Age: 9`).join('\n'),
    ],
    ['brackets that never close', repeated('Mother: Jane (x (y (z ')],
    ['colons', repeated('a: b: c: ')],
    ['addresses', repeated('Jane Smith j@example.org, ')],
    ['children', repeated('Child 1: A.B., 9\nChild 2: C.D., 7\n')],
    ['digits and slashes', repeated('1/2/3 4:5 ')],
    ['capital letters', repeated('A')],
    ['headers', repeated('From: a@b.example\nSent: 18 December 2026 10:00\nSubject: x\n\n')],
    ['table rows', repeated('Mother\tKelly Tranter\nAge\t9\n')],
  ]

  test.each(kinds)('%s', (_, make) => {
    const small = stepsOf(() => void readMessage(make(4_000), { received }))
    const large = stepsOf(() => void readMessage(make(16_000), { received }))
    expect(small).toBeGreaterThan(4_000)
    // Four times the text, and some room for what is found in it.
    expect(large / small).toBeLessThan(6)
  })

  test.each([
    ['unclosed tags', '<table><tr><td>'],
    ['unclosed remarks', '<!--'],
    ['nested blocks', '<div>'],
    ['nested tables', '<table><tr><td>a</td></tr><tr><td>'],
    ['lone brackets', '<'],
    ['entities', '&#x41;'],
    ['quotations', '<blockquote>a'],
  ])('HTML: %s', (_, piece) => {
    const small = stepsOf(() => void htmlToText(repeated(piece)(10_000)))
    const large = stepsOf(() => void htmlToText(repeated(piece)(40_000)))
    expect(large / small).toBeLessThan(6)
  })

  test('the count would show it: looking through the whole text for each of its words', () => {
    const quadratic = (text: string) => () => text.split(' ').forEach((word) => void /x$/.exec(text + word))
    expect(stepsOf(quadratic('a '.repeat(4000))) / stepsOf(quadratic('a '.repeat(1000)))).toBeGreaterThan(12)
  })

  test('a hundred thousand characters without a break are read', () => {
    for (const piece of ['A', '1', '(', ':', ' a', 'A.', '>', 'not ', 'Jane ']) {
      expect(readMessage(repeated(piece)(100_000), { received }).verdict).toBe('notAConfirmation')
    }
  })
})
