/**
 * Whether anybody vouches for who wrote a mail: our own mail system, or the checks that it made when the mail came in. A
 * mail says of itself what it likes; only what our own server put on top of it counts.
 */
import type { Mail } from './read-mail.ts'
import { domainOf, sameOrganisation } from './suspicion.ts'

export function isProven({ from, checks: [ours = ''], internal }: Pick<Mail, 'from' | 'checks' | 'internal'>): boolean {
  if (!from) return false
  if (internal) return true
  // What stands in quotes or brackets may be the sender's own words.
  const said = ours.toLowerCase().replace(/"[^"]*"|\([^()]*\)/g, ' ')
  const domain = domainOf(from.email)
  const isTheirs = (named: string) => sameOrganisation(named.split('@').at(-1)!, domain)
  if (/\b(?:dmarc|compauth)\s*=\s*fail/.test(said)) return false
  if (valuesOf('header.from', said).some((named) => !isTheirs(named))) return false
  if (/\b(?:dmarc\s*=\s*(?:pass|bestguesspass)|compauth\s*=\s*pass)\b/.test(said)) return true
  const passed = said.split(';').filter((part) => /\b(?:spf|dkim)\s*=\s*pass\b/.test(part))
  return passed.some((part) => [...valuesOf('smtp.mailfrom', part), ...valuesOf('header.d', part)].some(isTheirs))
}

const valuesOf = (name: string, said: string): string[] =>
  [...said.matchAll(new RegExp(`\\b${name.replace('.', '\\.')}\\s*=\\s*([^;\\s]+)`, 'g'))].map(([, value]) => value!)
