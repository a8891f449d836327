/** What is to go wrong, and which of Microsoft's undocumented habits the stand-in has. Tests and journeys set both. */
import { z } from 'zod'

const outcomeSchema = z.union([
  z.enum(['failBeforeCommit', 'commitThen504', 'commitThenClose', 'commitThenHang', 'closeBeforeCommit']),
  z.strictObject({
    status: z.number().int().min(400).max(599),
    code: z.string().optional(),
    /** Seconds (`2.128` has been seen) or a date; left out where the service leaves it out. */
    retryAfter: z.string().optional(),
    /** An error page of the gateway instead of Graph's JSON. */
    html: z.boolean().optional(),
  }),
])

/** Applies to requests that meet every condition given; `*` in a path stands for one segment. */
export const faultRuleSchema = z.strictObject({
  method: z.enum(['GET', 'POST', 'PATCH', 'DELETE', 'PUT']).optional(),
  path: z.string().startsWith('/').optional(),
  mailbox: z.string().optional(),
  /** Lets this many pass first. */
  skip: z.number().int().min(0).optional(),
  /** How often, once when absent; `null` for ever. */
  times: z.number().int().min(1).nullable().optional(),
  outcome: outcomeSchema,
})

export const switchesSchema = z.strictObject({
  /** What a second create with the same transactionId meets; all four have been reported. */
  sameTransactionId: z.enum(['error400WithId', 'error400', 'error409', 'firstEvent']),
  /** 201, but no online meeting and no link. */
  joinLinkMissing: z.boolean(),
  /** A change of the body that keeps the Teams block gets a new join link all the same. */
  bodyChangeRenewsLink: z.boolean(),
  moveResetsResponses: z.boolean(),
  /** For how many seconds a new event stays hidden from filters by extended property. */
  markerLagSeconds: z.number().min(0),
  /** Delta tokens given so far are no longer known. */
  deltaForgotten: z.boolean(),
  /** Declined meetings stay in the calendar instead of going to Deleted Items. */
  keepDeclined: z.boolean(),
  /** Addresses outside that bounce. */
  undeliverable: z.array(z.string()),
  /** Rules that people have set up: mail whose subject holds these words goes elsewhere before anybody looks. */
  filing: z.array(
    z.strictObject({ mailbox: z.string(), subject: z.string(), folder: z.enum(['archive', 'deleteditems']) }),
  ),
  /** How long every answer takes; requests count as running meanwhile. */
  latencyMs: z.number().int().min(0),
  notifications: z.strictObject({
    duplicate: z.boolean(),
    reorder: z.boolean(),
    lose: z.boolean(),
    delayMinutes: z.number().min(0),
    severalInOne: z.boolean(),
    createdThenUpdated: z.boolean(),
    wrongClientState: z.boolean(),
  }),
  /** What people will do once an invitation has been with them for so many minutes. */
  habits: z.array(
    z.strictObject({
      who: z.string(),
      afterMinutes: z.number().min(0),
      does: z.enum(['accept', 'tentativelyAccept', 'decline', 'forward']),
      forwardTo: z.string().optional(),
    }),
  ),
})

export type FaultOutcome = z.infer<typeof outcomeSchema>
export type FaultRule = z.infer<typeof faultRuleSchema>
export type Switches = z.infer<typeof switchesSchema>

/** A plain object: change it, or post the same shape to `/local/faults`. */
export type Faults = { rules: FaultRule[]; switches: Switches }

export const calm = (): Faults => ({
  rules: [],
  switches: {
    sameTransactionId: 'error400WithId',
    joinLinkMissing: false,
    bodyChangeRenewsLink: false,
    moveResetsResponses: true,
    markerLagSeconds: 0,
    deltaForgotten: false,
    keepDeclined: false,
    undeliverable: [],
    filing: [],
    latencyMs: 3,
    notifications: {
      duplicate: false,
      reorder: false,
      lose: false,
      delayMinutes: 0,
      severalInOne: false,
      createdThenUpdated: true,
      wrongClientState: false,
    },
    habits: [],
  },
})

export type FaultedRequest = { method: string; path: string; mailbox: string | null }

/** The outcome that the first fitting rule has for this request; the rule is used up by it. */
export function nextFault(faults: Faults, request: FaultedRequest): FaultOutcome | null {
  const rule = faults.rules.find((candidate) => fits(candidate, request) && !isSkipping(candidate))
  if (!rule) return null
  if (rule.times !== null) {
    rule.times = (rule.times ?? 1) - 1
    if (rule.times === 0) faults.rules.splice(faults.rules.indexOf(rule), 1)
  }
  return rule.outcome
}

function fits(rule: FaultRule, { method, path, mailbox }: FaultedRequest): boolean {
  if (rule.method && rule.method !== method) return false
  if (rule.mailbox && rule.mailbox.toLowerCase() !== mailbox?.toLowerCase()) return false
  return !rule.path || pathPattern(rule.path).test(path)
}

const pathPattern = (path: string) =>
  new RegExp(`^${path.replace(/[.()$+?[\]{}|^\\]/g, '\\$&').replaceAll('*', '[^/]+')}$`)

function isSkipping(rule: FaultRule): boolean {
  if (!rule.skip) return false
  rule.skip -= 1
  return true
}
