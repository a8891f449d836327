/**
 * The corpus of messages: one file each in `test/fixtures/corpus`, with what a careful reader takes from it. Above
 * `----` stand when it came and from whom, then the message as it was written, and below `====` one line for each fact:
 *
 *     placement.startsAt 2026-11-02 10:00          a field and its value, times as London's clocks show them
 *     person mother Karen Flint <k@example.org>; pr; part attend; cleared no
 *     may placement.providerName Fernlea House     may be taken or left
 *     ask part:father                              must be asked
 *     never 09/08/2012                             must not be in any value
 *     next child                                   the same for another child
 */
import { readdirSync, readFileSync } from 'node:fs'
import type { PartialConfirmation, Reading, Verdict } from '../../shared/placement/draft.ts'
import { parseMail } from '../../bot/mailbox/parse-mail.ts'
import { readMail } from '../../shared/intake/read-mail.ts'
import { senderOf } from '../../shared/intake/layout/quoted-parts.ts'
import type { Person, Role } from '../../shared/placement/placement.ts'
import { atLondon, day, type Instant } from '../../shared/dates/time.ts'

export type ExpectedChild = {
  fields: Map<string, unknown>
  may: Map<string, unknown>
  people: Person[]
  mayPeople: Person[]
  asks: string[]
  never: string[]
}
export type CorpusMessage = {
  name: string
  /** Subject and body. */
  text: string
  reading: Reading
  verdict: Verdict
  children: ExpectedChild[]
}

const MESSAGES = new URL('../fixtures/corpus/', import.meta.url)
const EMAILS = new URL('../fixtures/emails/', import.meta.url)

const filesIn = (folder: URL): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
const nameOf = (file: string): string => file.replace(/\.txt$/, '')

/** Messages as text, each with its expectation below. */
export const corpus = (): CorpusMessage[] =>
  filesIn(MESSAGES).map((file) => messageFrom(nameOf(file), readFileSync(new URL(file, MESSAGES), 'utf8')))

/** E-mails as they came over the wire, `NAME.eml`, with the expectation in `NAME.txt` beside them. */
export const emails = (): Promise<CorpusMessage[]> =>
  Promise.all(
    filesIn(EMAILS).map(async (file) => {
      const name = nameOf(file)
      const raw = readFileSync(new URL(`${name}.eml`, EMAILS))
      const expected = readFileSync(new URL(file, EMAILS), 'utf8')
      return { name, text: raw.toString('latin1'), reading: readMail(await parseMail(raw)), ...expectation(expected) }
    }),
  )

function messageFrom(name: string, file: string): CorpusMessage {
  const [head, rest] = splitOnce(file, '----\n')
  const [text, expected] = splitOnce(rest, '\n====\n')
  const facts = new Map(
    head
      .split('\n')
      .filter(Boolean)
      .map((line) => splitOnce(line, ' ')),
  )
  const received = facts.get('received')
  const html = facts.has('html')
  const reading = readMail({
    from: senderOf(facts.get('from') ?? ''),
    replyTo: null,
    to: [],
    subject: facts.get('subject') ?? '',
    sent: received ? londonMoment(received) : null,
    text: html ? null : text,
    html: html ? text : null,
    checks: [],
    automatic: false,
    attachments: [],
  })
  return { name, text: `${facts.get('subject') ?? ''}\n${text}`, reading, ...expectation(expected) }
}

function expectation(text: string): { verdict: Verdict; children: ExpectedChild[] } {
  let verdict: Verdict = 'notAConfirmation'
  const children: ExpectedChild[] = []
  for (const line of text.split('\n').filter(Boolean)) {
    const [word, rest] = splitOnce(line, ' ')
    if (word === 'verdict') verdict = rest as Verdict
    else if (word === 'next') children.push(newChild())
    else {
      if (children.length === 0) children.push(newChild())
      expect(children.at(-1)!, word, rest)
    }
  }
  return { verdict, children }
}

const newChild = (): ExpectedChild => ({
  fields: new Map(),
  may: new Map(),
  people: [],
  mayPeople: [],
  asks: [],
  never: [],
})

function expect(child: ExpectedChild, word: string, rest: string): void {
  if (word === 'person') child.people.push(personFrom(rest))
  else if (word === 'ask') child.asks.push(...rest.split(' '))
  else if (word === 'never') child.never.push(rest)
  else if (word === 'may') {
    const [what, value] = splitOnce(rest, ' ')
    if (what === 'person') child.mayPeople.push(personFrom(value))
    else child.may.set(what, valueOf(what, value))
  } else child.fields.set(word, valueOf(word, rest))
}

const TEXT = [
  'caseReference',
  'placementReference',
  'child.initials',
  'placement.providerUrn',
  'placement.providerName',
  'placement.address',
]

function valueOf(field: string, text: string): unknown {
  if (TEXT.includes(field)) return text
  if (field === 'placement.startsAt') return londonMoment(text)
  if (text.startsWith('[')) return JSON.parse(text)
  if (['true', 'false', 'null'].includes(text) || /^\d+$/.test(text)) return JSON.parse(text)
  return text
}

/** `mother Karen Flint <k@example.org>; pr; part attend riskToChild; cleared no; leave 2026-11-23..2026-11-27; apart father` */
function personFrom(text: string): Person {
  const [who, ...details] = text.split(/;\s*/)
  const [role, named] = splitOnce(who!, ' ')
  const [, name, email] = /^(.*?)\s*(?:<(.+)>)?$/.exec(named)!
  const person: Person = { role: role as Role, name: name! || 'the child', ...(email && { email }) }
  for (const detail of details) {
    const [word, ...values] = detail.split(' ')
    if (word === 'pr') person.parentalResponsibility = true
    if (word === 'no') person.parentalResponsibility = false
    if (word === 'cleared') person.clearedForAddress = values[0] === 'yes'
    if (word === 'apart') person.separateFrom = values as Role[]
    if (word === 'part')
      person.decision = { part: values[0] as 'attend', ...(values[1] && { ground: values[1] as 'courtOrder' }) }
    if (word === 'leave') {
      const [from, to] = values[0]!.split('..')
      person.onLeave = [{ from: day(from!), to: day(to!) }]
    }
  }
  return person
}

function londonMoment(text: string): Instant {
  const [date, time] = splitOnce(text, ' ')
  return atLondon(day(date), time)
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)]
}

export type Score = { right: number; missed: number; wrong: number }
/** What a reading got right, by field; `wrong` counts values that nobody gave. */
export type Scores = Map<string, Score>

const CONFIRMER = ['confirmedAt', 'confirmedBy']

/** Compares a reading with what was expected and tells what is amiss, one line each. */
export function compare({ reading, verdict, children }: CorpusMessage, scores: Scores): string[] {
  const amiss: string[] = []
  const count = (field: string, outcome: keyof Score, says = ''): void => {
    const score = scores.get(field) ?? { right: 0, missed: 0, wrong: 0 }
    score[outcome] += 1
    scores.set(field, score)
    if (outcome !== 'right') amiss.push(`${field}: ${outcome}${says && ` ${says}`}`)
  }
  count('verdict', reading.verdict === verdict ? 'right' : 'wrong', reading.verdict)
  if (reading.confirmations.length !== children.length)
    amiss.push(`children: ${reading.confirmations.length} for ${children.length}`)
  children.forEach((child, n) => {
    const read = reading.confirmations[n]
    const found = flat(read?.fields ?? {})
    for (const [field, value] of child.fields) {
      if (!found.has(field)) count(field, 'missed')
      else count(field, same(found.get(field), value) ? 'right' : 'wrong', JSON.stringify(found.get(field)))
    }
    for (const [field, value] of found) {
      if (child.fields.has(field) || CONFIRMER.some((name) => field.startsWith(name))) continue
      if (!child.may.has(field) || !same(child.may.get(field), value))
        count(field, 'wrong', `${JSON.stringify(value)} from nowhere`)
    }
    comparePeople(child, read?.fields.people ?? [], count)
    for (const ask of child.asks) count('asks', read?.asks.some(({ field }) => field === ask) ? 'right' : 'missed', ask)
    const text = JSON.stringify(read?.fields ?? {})
    for (const never of child.never) count('never', text.includes(never) ? 'wrong' : 'right', never)
  })
  return amiss
}

function comparePeople(
  child: ExpectedChild,
  people: Person[],
  count: (field: string, outcome: keyof Score, says?: string) => void,
): void {
  const left = [...people]
  for (const expected of child.people) {
    const at = left.findIndex(({ role, name }) => role === expected.role && name === expected.name)
    if (at < 0) {
      count(`people.${expected.role}`, 'missed', expected.name)
      continue
    }
    const [found] = left.splice(at, 1)
    const { decision, ...given } = found!
    const detailed = {
      ...given,
      ...(decision && { decision: { part: decision.part, ...(decision.ground && { ground: decision.ground }) } }),
    }
    count(`people.${expected.role}`, same(detailed, expected) ? 'right' : 'wrong', JSON.stringify(detailed))
  }
  for (const extra of left) {
    if (!child.mayPeople.some(({ role, name }) => role === extra.role && name === extra.name)) {
      count(`people.${extra.role}`, 'wrong', `${extra.name} from nowhere`)
    }
  }
}

function flat({ people: _, ...fields }: PartialConfirmation): Map<string, unknown> {
  return new Map(
    Object.entries(fields).flatMap(([group, value]): [string, unknown][] =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.entries(value).map(([key, inner]) => [`${group}.${key}`, inner])
        : [[group, value]],
    ),
  )
}

const same = (one: unknown, other: unknown): boolean => sorted(one) === sorted(other)
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => a.localeCompare(b)))
      : inner,
  )
