/** Signs that a message is not what it says it is. Such a message is left alone, whatever it confirms. */
import { emailsIn } from './values/names.ts'
import { phrasebook, says, wordsOf } from './values/phrases.ts'
import type { Sender } from './layout/quoted-parts.ts'
import type { Mail } from './read-mail.ts'
import type { ReadLayer } from './which-layer.ts'
import { PRESSING, SENDING, TRICKING, WHAT_IS_PROTECTED } from './vocabulary/message-words.ts'

/** Asks to send an address to somebody whom the message does not name, or to skip the call that would find it out. */
export function asksForAddresses(layers: ReadLayer[], from: Sender | null): boolean {
  const sentences = layers.flatMap((layer) => layer.sentences)
  if (sentences.some((sentence) => says(sentence, TRICKS))) return true
  const known = new Set(
    layers.flatMap(({ items }) => items.filter(({ label }) => label).flatMap(({ value }) => emailsIn(value))),
  )
  return sentences.some((sentence) => {
    if (!says(sentence, SENDS)) return false
    const elsewhere =
      from !== null &&
      emailsIn(sentence).some((email) => !known.has(email) && !sameOrganisation(domainOf(email), domainOf(from.email)))
    if (says(sentence, PRESSES)) return elsewhere || says(sentence, PROTECTED)
    return elsewhere && says(sentence, PROTECTED)
  })
}

/** Why a mail is not what it says it is: its sender is somebody else, or all that it says is in an attachment from outside. */
export type Forgery = 'failsChecks' | 'lookalike' | 'answersElsewhere' | 'borrowedName' | 'onlyAttachment'

export function forgeryIn(mail: Mail, body: string): Forgery | null {
  if (failsChecks(mail.checks)) return 'failsChecks'
  if (isLookalike(mail)) return 'lookalike'
  if (answersElsewhere(mail)) return 'answersElsewhere'
  if (isBorrowedName(mail)) return 'borrowedName'
  return isOnlyAttachment(mail, body) ? 'onlyAttachment' : null
}

/** The receiving server's verdict on the sender. A lone SPF failure is common in forwarded mail and no sign by itself. */
function failsChecks(checks: string[]): boolean {
  const all = checks.join(' ').toLowerCase()
  if (/\b(?:dmarc|compauth)\s*=\s*fail/.test(all)) return true
  return /\bspf\s*=\s*(?:fail|softfail)/.test(all) && /\bdkim\s*=\s*(?:fail|none)/.test(all)
}

/** A domain that differs from the receiver's own by a letter or two, or by letters of another script. */
function isLookalike({ from, to }: Mail): boolean {
  if (!from) return false
  const domain = domainOf(from.email)
  if (/[^\u0000-\u007f]|(?:^|\.)xn--/.test(domain)) return true // eslint-disable-line no-control-regex
  return to
    .map(domainOf)
    .some(
      (own) =>
        own !== domain &&
        (resembles(domain, own) || domain.startsWith(`${own}.`) || domain.startsWith(`${own.split('.')[0]!}-`)),
    )
}

/** The same but for two letters at most, in the part of the name that people read. */
function resembles(one: string, other: string): boolean {
  if (one.endsWith(`.${other}`) || other.endsWith(`.${one}`)) return false
  const [a, b] = [lookAlike(one), lookAlike(other)]
  return a === b || (Math.min(one.length, other.length) > 7 && distance(a, b) <= 2)
}

/** Letters that are read as each other. */
const lookAlike = (domain: string): string =>
  domain.replace(/rn/g, 'm').replace(/vv/g, 'w').replace(/[1l|]/g, 'i').replace(/0/g, 'o').replace(/[-_]/g, '')

/** How many letters have to be changed; counts no further than it has to. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2 || a.length > 100) return 3
  let row = Array.from({ length: b.length + 1 }, (_, n) => n)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row.at(-1)!
}

/** Answers would go to another organisation. */
const answersElsewhere = ({ from, replyTo }: Mail): boolean =>
  from !== null && replyTo !== null && !sameOrganisation(domainOf(from.email), domainOf(replyTo))

export const sameOrganisation = (one: string, other: string): boolean =>
  one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)

/** The name shown is an address of somebody else. */
function isBorrowedName({ from }: Mail): boolean {
  const [shown] = from ? emailsIn(from.name) : []
  return (
    shown !== undefined &&
    shown.toLowerCase() !== from!.email.toLowerCase() &&
    !sameOrganisation(domainOf(shown), domainOf(from!.email))
  )
}

/** Colleagues attach forms; from outside, an attachment with nothing said is how harm comes in. */
function isOnlyAttachment({ attachments, from, to }: Mail, body: string): boolean {
  if (attachments.length === 0 || wordsOf(body.slice(0, 2000)).length > 40) return false
  if (attachments.some((name) => /\.(?:html?|zip|exe|scr|js|iso|img|docm|xlsm|lnk|one|rar|7z|vbs|hta)$/i.test(name)))
    return true
  return !from || !to.some((address) => sameOrganisation(domainOf(address), domainOf(from.email)))
}

export const domainOf = (email: string): string => email.toLowerCase().split('@').at(-1)!

const TRICKS = phrasebook({ tricks: TRICKING })
const PRESSES = phrasebook({ presses: PRESSING })
const SENDS = phrasebook({ sends: SENDING })
const PROTECTED = phrasebook({ protected: WHAT_IS_PROTECTED })
