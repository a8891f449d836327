/** Messages and mails as people could send them: lines of a confirmation in any order, said in many ways, or torn. */
import type { Dice } from './dice.ts'

const NAMES = ['Ruth Idowu', 'Mr & Mrs Okonjo', 'paul haddow', 'EFFIE LUNT', 'tbc', 'Harrop, Glenys', '', 'Zoë O’Neill']
const DAYS = [
  '18/12/2026', 'Fri 18th Dec', 'tomorrow', '31/02/2026', '29 Feb', 'next week', '2026-12-18', '18.12.26', 'Monday 19/12/2026',
  '28 March 2027', '31 October 2027', 'the 4th',
] // prettier-ignore
const TIMES = [
  '5.30pm',
  '0320 hrs',
  '12 noon',
  'midnight',
  '25:00',
  'about 4',
  '10:30',
  '1.30',
  "4 o'clock in the afternoon",
  '',
]
const TYPES = [
  'In-house fostering',
  'residential',
  'Kinship',
  'Secure',
  'placed with mum',
  'supported accomodation',
  'Foster / Residential',
  '?',
]
const LABELS: [string, (dice: Dice) => string][] = [
  ['Case ref', (dice) => `LCS-${dice.upTo(1e6)}`],
  ['Placement ref', (dice) => `PL-${dice.upTo(1e5)}`],
  ['Child', (dice) => dice.pick(['A.B., 9', 'KT (7)', 'J.T. and M.T.', 'baby AT, 3 weeks', 'SW, 15'])],
  ['Initials', (dice) => dice.pick(['AB', 'A.B.', 'tbc', 'Ava Barker'])],
  ['Age', (dice) => dice.pick(['9', '17', '18', '99', '6 months', 'nearly 5'])],
  ['Date of birth', (dice) => dice.pick(['09/08/2012', '30.01.2015', '1/1/1900'])],
  ['Legal status', (dice) => dice.pick(['s20', 'ICO', 'C2 - ICO', 'remand', 'police protection'])],
  ['Placement type', (dice) => dice.pick(TYPES)],
  ['Planned or emergency', (dice) => dice.pick(['Planned', 'EMG', 'not an emergency', 'planned / emergency'])],
  ['Start', (dice) => `${dice.pick(DAYS)} ${dice.pick(['at', '@', ',', '-'])} ${dice.pick(TIMES)}`],
  ['Start time', (dice) => dice.pick(TIMES)],
  ['Address', () => '14 Tannery Row, Aldermere AL4 7QT'],
  ['Area', (dice) => dice.pick(['In', 'out of area', 'adjoining', 'yes'])],
  ['Social worker', (dice) => person(dice)],
  ['SSW', (dice) => person(dice)],
  ['Foster carer', (dice) => person(dice)],
  ['Registered manager', (dice) => `${person(dice)} (on leave till 20/11, deputy is Ruben Ash)`],
  [
    'Mother',
    (dice) => `${person(dice)}, ${dice.pick(['PR', 'no PR', 'will attend', 'not invited - court order', 'maybe'])}`,
  ],
  [
    'Father',
    (dice) => `${person(dice)}, ${dice.pick(['whereabouts unknown', 'to be discussed', 'views to be sought'])}`,
  ],
  ['Household', (dice) => dice.pick(['none', "carer's daughter, 12; two dogs"])],
]
const person = (dice: Dice) => `${dice.pick(NAMES)}${dice.once(2) ? ` <p${dice.upTo(99)}@example.org>` : ''}`

const SENTENCES = [
  'Hi all', 'Confirming the placement below.', 'Please see below', 'KT (7) was placed with Bernice Okell tonight at 7pm.',
  'This will not now be going ahead.', 'The start has changed to 22/12/2026 10.30am.', 'Everything else stays the same.',
  'Can you confirm?', 'Mum and dad must not meet.', 'She arrives on Friday 18 December 2026 at 5pm.', 'Kind regards', '--',
  'From: Debs <debs@torridale.example.gov.uk>', 'Sent: 02 June 2027 17:44', 'Subject: RE: placement', '> Age: 9',
  'Both children: same carer', 'Child 1', 'Child 2', '| Age | 9 |', '```', '\u0000\u202e', 'x'.repeat(300), '((((', ':::',
] // prettier-ignore

export function generatedMessage(dice: Dice): string {
  const line = () => {
    if (dice.once(5)) return dice.pick(SENTENCES)
    const [label, value] = dice.pick(LABELS)
    return `${mistyped(label, dice)}${dice.pick([': ', ': ', ' - ', ' -> ', '\t', '\n', ' '])}${value(dice)}`
  }
  const text = [...(dice.once(2) ? whole(dice) : []), ...Array.from({ length: 1 + dice.upTo(14) }, line)].join(
    dice.pick(['\n', '\n', '\r\n', '\n\n', '; ', '\n> ']),
  )
  return dice.once(25) ? text.slice(dice.upTo(text.length)) : text
}

/** What a confirmation cannot do without, so that more than bits of one come in. */
const whole = (dice: Dice): string[] => [
  `Case ref: LCS-${dice.upTo(1e6)}`,
  `Placement ref: PL-${dice.upTo(1e5)}`,
  `Initials: ${dice.pick(['AB', 'K.T.'])}`,
  `Age: ${dice.upTo(18)}`,
  `Start: ${dice.pick(['18/12/2026 at 5.30pm', '22 March 2027, 11:00', '4/1/27 0915 hrs'])}`,
]

const mistyped = (word: string, dice: Dice): string => {
  if (!dice.once(6)) return word
  const at = dice.upTo(word.length)
  return dice.once(2) ? word.slice(0, at) + word.slice(at + 1) : word.toUpperCase()
}

/** As it comes over the wire; some have a broken head, a strange encoding or a part that never ends. */
export function generatedMail(dice: Dice): string {
  const text = generatedMessage(dice)
  const html = `<html><body><table>${text
    .split('\n')
    .map((line) => `<tr><td>${line.replace(/[:\t]/, '</td><td>')}</td></tr>`)
    .join('')}${dice.once(4) ? '' : '</table></body></html>'}`
  const [type, body] = dice.pick([
    ['text/plain; charset=utf-8', text],
    ['text/html; charset=utf-8', html],
    [
      'multipart/alternative; boundary=b',
      `--b\r\nContent-Type: text/plain\r\n\r\n${text}\r\n--b\r\nContent-Type: text/html\r\n\r\n${html}`,
    ],
    ['text/plain; charset=nonsense', text],
    ['text/plain', Buffer.from(text).toString('base64')],
  ] as const)
  return [
    `From: ${dice.pick(['Orla Fenwick <orla@ashcombe.example.gov.uk>', '', 'orla', '"o@x.example" <y@z.example>'])}`,
    `To: placements@ashcombe.example.gov.uk`,
    `Subject: ${dice.pick(['Placement confirmed', 'RE: placement', 'CANCELLED', '=?utf-8?Q?broken', 'Automatic reply: x'])}`,
    `Date: ${dice.pick(['Wed, 16 Dec 2026 10:00:00 +0000', 'yesterday', ''])}`,
    `Content-Type: ${type}`,
    `Content-Transfer-Encoding: ${dice.pick(['7bit', 'quoted-printable', 'base64', '8bit'])}`,
    '',
    body,
  ].join('\r\n')
}
