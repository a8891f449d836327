/**
 * What is wrong with something that came from outside: which field, what is wrong with it, what would be accepted.
 * A fault never repeats the value, which may be about a person.
 */
import type { z } from 'zod'

export type Fault = { field: string; wrong: string; accepted: string }

/** `people.2.email: is not an e-mail address; accepted: ...` */
export const faultLine = ({ field, wrong, accepted }: Fault): string => `${field}: ${wrong}; accepted: ${accepted}`

/** Beyond this many a list of faults helps nobody. */
const MOST_FAULTS = 50

/** The schemas' messages say what is accepted; what is wrong is seen by looking at the input again. */
export function faultsIn(issues: readonly z.core.$ZodIssue[], input: unknown): Fault[] {
  return issues.flatMap((issue) => faultsOf(issue, input)).slice(0, MOST_FAULTS)
}

function faultsOf(issue: z.core.$ZodIssue, input: unknown): Fault[] {
  const field = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: [field, nameable(key)].filter(Boolean).join('.'),
      wrong: 'is not a field of a placement confirmation',
      accepted: issue.message,
    }))
  }
  return [{ field: field || 'the confirmation', wrong: wrongWith(issue, input), accepted: issue.message }]
}

function wrongWith(issue: z.core.$ZodIssue, input: unknown): string {
  const given = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], input)
  if (given === undefined) return 'is missing'
  if (given === null) return 'is null'
  switch (issue.code) {
    case 'invalid_type':
      return `is ${kindOf(given)}`
    case 'too_big':
      return typeof given === 'string' ? 'is too long' : Array.isArray(given) ? 'has too many entries' : 'is too big'
    case 'too_small':
      return typeof given === 'number' ? 'is too small' : 'is empty'
    case 'custom':
      return typeof issue.params?.['wrong'] === 'string' ? issue.params['wrong'] : 'is not accepted'
    default:
      return typeof given === 'string' ? 'is not accepted' : `is ${kindOf(given)}`
  }
}

function kindOf(given: unknown): string {
  if (Array.isArray(given)) return 'a list'
  const kinds: Record<string, string> = { string: 'text', object: 'an object', boolean: 'true or false' }
  if (typeof given === 'number') return Number.isInteger(given) ? 'a number' : 'not a whole number'
  return kinds[typeof given] ?? typeof given
}

/** A field's name is shown when it reads like one; anything else might be a person's. */
const nameable = (key: string): string => (/^[A-Za-z_][A-Za-z0-9_]{0,39}$/.test(key) ? key : '(unnamed)')
