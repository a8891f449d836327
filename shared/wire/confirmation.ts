/**
 * A placement confirmation as it comes in from outside: as JSON over the API, in a file, or put together on a card.
 * What is well formed but undecided is accepted here and becomes a question in the plan.
 */
import { z } from 'zod'
import {
  AREAS,
  BASES,
  CHILD_AS_ATTENDEE,
  GROUNDS,
  LEGAL_STATUSES,
  PARTS,
  PLACEMENT_TYPES,
  PROVIDER_KINDS,
  ROLES,
  TRIGGER_KINDS,
  VENUE_KINDS,
  WEEKDAYS,
  type PlacementConfirmation,
} from '../placement/placement.ts'
import { readDate, readInstant } from '../dates/time.ts'
import { contradictionsIn } from './contradictions.ts'
import { faultsIn, type Fault } from './faults.ts'

export type ConfirmationRead = { ok: true; value: PlacementConfirmation } | { ok: false; faults: Fault[] }

/** Reads what came in; every fault names its field and never a value that is about a person. */
export function readConfirmationJson(input: unknown): ConfirmationRead {
  const read = confirmationSchema.safeParse(input)
  if (!read.success) return { ok: false, faults: faultsIn(read.error.issues, input) }
  const faults = contradictionsIn(read.data)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: read.data }
}

/** Control characters, and marks that make text look like other text. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u
const UNSEEN_BUT_NEW_LINES = /[^\P{Cc}\n\r\t]|[\u202a-\u202e\u2066-\u2069]/u

const line = (most: number) => {
  const accepted = `one line of text of 1 to ${most} characters`
  return z
    .string({ error: accepted })
    .max(most, { error: accepted })
    .refine((text) => !UNSEEN.test(text), { error: accepted, params: { wrong: 'holds control characters' } })
    .transform((text) => text.trim())
    .refine((text) => text !== '', { error: accepted, params: { wrong: 'is empty' } })
}
const paragraph = (most: number) => {
  const accepted = `text of 1 to ${most} characters`
  return z
    .string({ error: accepted })
    .max(most, { error: accepted })
    .refine((text) => !UNSEEN_BUT_NEW_LINES.test(text), {
      error: accepted,
      params: { wrong: 'holds control characters' },
    })
    .transform((text) => text.trim())
    .refine((text) => text !== '', { error: accepted, params: { wrong: 'is empty' } })
}
const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, { error: `one of ${values.join(', ')}` })
const yesOrNo = z.boolean({ error: 'true or false' })

const AN_INSTANT = 'a date and time with an offset, such as 2026-12-18T17:30:00+00:00'
const instant = z.string({ error: AN_INSTANT }).transform((text, context) => {
  const read = readInstant(text)
  if (read) return read
  context.addIssue({ code: 'custom', message: AN_INSTANT, params: { wrong: 'is not a moment' } })
  return z.NEVER
})

const A_DATE = 'a date written YYYY-MM-DD'
const date = z.string({ error: A_DATE }).transform((text, context) => {
  const read = readDate(text)
  if (read) return read
  context.addIssue({ code: 'custom', message: A_DATE, params: { wrong: 'is not a date' } })
  return z.NEVER
})

const AN_EMAIL = 'an e-mail address of at most 254 characters'
const email = z.email({ error: AN_EMAIL }).max(254, { error: AN_EMAIL })

/** An object without fields of its own invention; its message lists the fields there are. */
function fields<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, { error: `an object with the fields ${Object.keys(shape).join(', ')}` })
}
const list = <Item extends z.ZodType>(item: Item, most: number) =>
  z.array(item, { error: `a list of at most ${most}` }).max(most, { error: `a list of at most ${most}` })

const A_CLOCK = 'a time of day on the 24-hour clock, such as 16:30'
const clock = z.string({ error: A_CLOCK }).regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: A_CLOCK })

const INITIALS = '1 to 4 letters'
const child = fields({
  initials: z.string({ error: INITIALS }).regex(/^\p{L}{1,4}$/u, { error: INITIALS }),
  ageInYears: z
    .int({ error: 'a whole number from 0 to 17' })
    .min(0, { error: 'a whole number from 0 to 17' })
    .max(17, { error: 'a whole number from 0 to 17' }),
  legalStatus: oneOf(LEGAL_STATUSES).optional(),
  firstPlacement: yesOrNo.optional(),
  newlyLookedAfterOn: date.nullable().optional(),
  turns18On: date.nullable().optional(),
  keyStage4: yesOrNo.optional(),
  missingHistory: yesOrNo.optional(),
  missingNow: yesOrNo.optional(),
  protectionConcern: yesOrNo.optional(),
  courtProceedings: yesOrNo.optional(),
  unaccompaniedAsylumSeeking: yesOrNo.optional(),
  familyTime: list(fields({ weekday: oneOf(WEEKDAYS), from: clock, until: clock }), 20).optional(),
})

const placement = fields({
  type: oneOf(PLACEMENT_TYPES).optional(),
  basis: oneOf(BASES).optional(),
  startsAt: instant.nullable(),
  plannedEndOn: date.nullable().optional(),
  shortBreaks: yesOrNo.optional(),
  area: oneOf(AREAS).optional(),
  providerName: line(200).optional(),
  providerUrn: line(30).nullable().optional(),
  providerKind: oneOf(PROVIDER_KINDS).optional(),
  address: line(300).nullable().optional(),
  educationDisrupted: yesOrNo.optional(),
  household: list(line(200), 30).optional(),
})

const decision = fields({
  part: oneOf(PARTS),
  ground: oneOf(GROUNDS).optional(),
  decidedBy: line(200).optional(),
  decidedOn: date.optional(),
  viewsObtainedBy: line(200).optional(),
})

const A_NAME = 'a name of 1 to 200 characters; an e-mail address may stand for it'
/** Where somebody lives is nowhere taken in, so that it can reach nobody: a parent may have to be kept safe (P-33). */
const person = fields({
  role: oneOf(ROLES),
  name: line(200).optional(),
  email: email.nullable().optional(),
  insideTenant: yesOrNo.optional(),
  onLeave: list(fields({ from: date, to: date }), 50).optional(),
  parentalResponsibility: yesOrNo.optional(),
  decision: decision.optional(),
  clearedForAddress: yesOrNo.optional(),
  separateFrom: list(oneOf(ROLES), ROLES.length).optional(),
}).transform((given, context) => {
  const name = given.name ?? (given.role === 'child' ? CHILD_AS_ATTENDEE : given.email)
  if (name) return { ...given, name }
  context.addIssue({ code: 'custom', path: ['name'], message: A_NAME })
  return z.NEVER
})

const trigger = fields({
  kind: oneOf(TRIGGER_KINDS),
  at: instant,
  reason: paragraph(2000).optional(),
  firstMeetingHeld: yesOrNo.optional(),
  episodes: list(fields({ from: instant, to: instant }), 200).optional(),
  missingMeetingHeldOn: date.nullable().optional(),
  agreedBy: line(200).optional(),
})

/** The shape alone, for the description of the API; {@link readConfirmationJson} also looks for contradictions. */
export const confirmationSchema = fields({
  caseReference: line(64),
  placementReference: line(64),
  child,
  placement,
  confirmedAt: instant,
  confirmedBy: fields({ name: line(200), email, role: oneOf(ROLES).optional() }),
  people: list(person, 60),
  trigger: trigger.nullable().optional(),
  choices: fields({
    chair: line(254).optional(),
    convenor: line(254).optional(),
    lateReason: paragraph(2000).optional(),
    venue: oneOf(VENUE_KINDS).optional(),
    queried: fields({
      meeting: oneOf(['hold', 'none']),
      because: paragraph(2000).optional(),
      decidedBy: line(200).optional(),
    }).optional(),
  }).optional(),
})
