/**
 * The layers of a message: what its sender wrote, and below it what was forwarded or replied to. A layer begins at a
 * header block ("From: … Sent: … Subject: …"), at "On … wrote:", or with one more ">" before its lines.
 */
import type { Instant } from '../../dates/time.ts'
import { readMoment } from '../values/british-moments.ts'
import { emailsIn } from '../values/names.ts'
import { phrasebook, says } from '../values/phrases.ts'
import { tidy } from './plain-text.ts'
import { FORWARD_MARKS } from '../vocabulary/message-words.ts'

export type Sender = { name: string; email: string }
export type Layer = {
  /** 0 is the sender's own; each quotation inside it is one deeper. */
  level: number
  from: Sender | null
  sent: Instant | null
  subject: string | null
  /** `forwarded` where a mark says so, `quoted` where it may also be what a reply answers. */
  how: 'own' | 'forwarded' | 'quoted'
  lines: string[]
}

type Open = { layer: Layer; depth: number }

export function layersOf(lines: string[], sent: Instant | null): Layer[] {
  const own: Layer = { level: 0, from: null, sent, subject: null, how: 'own', lines: [] }
  const layers = [own]
  let open: Open[] = [{ layer: own, depth: 0 }]
  let forwarded = false
  const begin = (depth: number, parts: Partial<Layer>): void => {
    const last = open.at(-1)!
    const layer: Layer = {
      level: last.layer.level + 1,
      from: null,
      sent: last.layer.sent,
      subject: null,
      how: 'quoted',
      lines: [],
      ...parts,
    }
    layers.push(layer)
    open.push({ layer, depth })
  }
  for (let at = 0; at < lines.length; at++) {
    const { depth, text } = unquoted(lines[at]!)
    if (isRule(text)) continue
    if (isForwardMark(text)) {
      forwarded = true
      continue
    }
    const header = headerAt(lines, at, depth)
    if (header) {
      open = inside(open, depth)
      begin(depthAfter(lines, header.next, depth), { ...header.parts, ...(forwarded && { how: 'forwarded' }) })
      forwarded = false
      at = header.next - 1
      continue
    }
    if (WROTE.test(text)) {
      begin(depthAfter(lines, at + 1, depth), { how: 'quoted' })
      continue
    }
    if (text !== '') {
      if (depth > open.at(-1)!.depth) begin(depth, forwarded ? { how: 'forwarded' } : {})
      else open = inside(open, depth)
      forwarded = false
    }
    open.at(-1)!.layer.lines.push(text)
  }
  return layers
}

/** The layers that a line of this depth is still inside of. */
function inside(open: Open[], depth: number): Open[] {
  let kept = open.length
  while (kept > 1 && open[kept - 1]!.depth > depth) kept -= 1
  return open.slice(0, kept)
}

function unquoted(line: string): { depth: number; text: string } {
  const marks = /^(?:\s{0,3}>)*/.exec(line)![0]
  return {
    depth: marks.length - marks.replaceAll('>', '').length,
    text: line.slice(marks.length).replace(/^ /, '').trimEnd(),
  }
}

/** What stands below a header may be quoted once more, or not at all. */
function depthAfter(lines: string[], at: number, depth: number): number {
  const next = lines
    .slice(at, at + 4)
    .map(unquoted)
    .find(({ text }) => text !== '')
  return Math.max(depth, Math.min(next?.depth ?? depth, depth + 1))
}

/** Outlook writes this above what is forwarded and above what is answered alike. */
const isRule = (text: string): boolean =>
  /^_{10,}$/.test(text) || /^-{2,}\s*original (?:message|appointment|email)\s*-{2,}$/i.test(text)

const isForwardMark = (text: string): boolean =>
  /^[-_=*\s]{2,}.*[-_=*]{2,}\s*$|^begin forwarded/i.test(text) && says(text, FORWARD_MARK)

const WROTE = /^(?:on|le|am)\s.{6,200}\s(?:wrote|writes):\s*$/i
const HEADER_LINE = /^\*?(from|sent|date|to|cc|bcc|subject|reply-to|importance|attachments)\*?\s*:\*?\s*(.*)$/i

/** A header block: "From" and at least two more of its lines right below. */
function headerAt(lines: string[], at: number, depth: number): { parts: Partial<Layer>; next: number } | null {
  if (!/^\*?from\*?\s*:/i.test(unquoted(lines[at]!).text)) return null
  const found = new Map<string, string>()
  let next = at
  let current = ''
  for (; next < lines.length && next - at < 14; next++) {
    const line = unquoted(lines[next]!)
    const match = HEADER_LINE.exec(line.text)
    if (line.depth !== depth || line.text === '') break
    if (match && !found.has(match[1]!.toLowerCase())) {
      current = match[1]!.toLowerCase()
      found.set(current, match[2]!)
    } else if (match || !/^(?:to|cc)$/.test(current)) break
  }
  if (found.size < 2 || !(found.has('sent') || found.has('date') || found.has('subject'))) return null
  const sent = readMoment(found.get('sent') ?? found.get('date') ?? '')
  return {
    parts: {
      from: senderOf(found.get('from') ?? ''),
      ...('at' in sent && { sent: sent.at }),
      subject: found.get('subject') ?? null,
    },
    next,
  }
}

export function senderOf(text: string): Sender | null {
  const [email] = emailsIn(text)
  if (!email) return null
  const name = tidy(text.slice(0, text.indexOf(email)).replace(/["'<[(]|mailto:/gi, ' '))
  return { name: nameInOrder(name) || email, email }
}

/** "Vance, Petronella" as directories write it. */
export function nameInOrder(name: string): string {
  const parts = tidy(name.replace(/^["']|["']$/g, '').replace(/\([^()]*\)/g, ' ')).split(/\s*,\s*/)
  return parts.length === 2 && parts.every((part) => part !== '') ? `${parts[1]} ${parts[0]}` : tidy(name)
}

const FORWARD_MARK = phrasebook({ mark: FORWARD_MARKS })
