/** Reads a practice pack as its author wrote it, and refuses one that is not whole, naming the cell and what it accepts. */
import { z } from 'zod'
import { PARTS, PLACEMENT_TYPES, ROLES } from '../placement.ts'
import { MEETING_KINDS } from '../plan.ts'
import { HOLD_FORMS, readHoldRule, type PracticePack } from '../practice-pack.ts'
import { readDate } from '../time.ts'

export type PackFault = { cell: string; problem: string }

/** A practice pack from parsed YAML, or every fault in it. */
export function readPack(input: unknown): { ok: true; pack: PracticePack } | { ok: false; faults: PackFault[] } {
  const read = pack.safeParse(input)
  if (read.success) return { ok: true, pack: read.data }
  return {
    ok: false,
    faults: read.error.issues.map(({ path, message }) => ({ cell: path.join('.') || '(the pack)', problem: message })),
  }
}

const requirement = z.string().regex(/^[A-Z]-\d{2,3}[a-z]?$/, 'an id such as R-023 or P-24 is needed')
const fact = z.string().regex(/^L-\d{2}[a-z]?$/, 'an id such as L-01 is needed')
const text = z.string().trim().min(1, 'some words are needed').max(600)
const role = z.enum(ROLES)
const types = z.array(z.enum(PLACEMENT_TYPES)).min(1)
const day = z.string().transform((value, context) => {
  const date = readDate(value)
  if (date) return date
  context.addIssue('a day such as 2026-09-01 is needed')
  return z.NEVER
})
const hold = z.string().transform((sentence, context) => {
  const rule = readHoldRule(sentence.trim())
  if (rule) return rule
  context.addIssue(
    `this sentence is not understood; accepted are forms such as ${HOLD_FORMS.map((form) => `"${form}"`).join(', ')}`,
  )
  return z.NEVER
})

const cell = <Value extends z.ZodType>(is: Value) =>
  z.strictObject({
    is,
    says: text,
    from: z.enum(['stated', 'law', 'gap']),
    fact: fact.optional(),
    requirements: z.array(requirement),
  })

const roleCell = cell(z.union([role, z.literal('choose')])).extend({
  for: types,
  when: z.enum(['emergency', 'routine', 'named']).optional(),
  delegate: role.optional(),
})

const pack = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{2,40}$/, 'small letters, digits and hyphens are accepted'),
  name: text,
  version: text,
  effectiveFrom: day,
  source: text,
  record: cell(text).extend({ system: text }),
  firstMeeting: z.array(z.strictObject({ for: types, planned: cell(hold), emergency: cell(hold) })),
  emergencyMeeting: z.strictObject({ emergencyPlacement: cell(types) }).optional(),
  convenor: z.array(roleCell),
  chair: z.array(roleCell),
  minimum: z.array(cell(z.array(role).min(1)).extend({ for: types })),
  venue: z.array(cell(z.enum(['placement', 'office', 'online'])).extend({ for: types })),
  attendance: z.array(
    cell(z.enum([...PARTS, 'informed'])).extend({
      role,
      for: types.optional(),
      when: z.enum(['proceedings', 'from16']).optional(),
    }),
  ),
  documents: z.array(
    cell(text).extend({
      id: z.string().regex(/^[a-z][A-Za-z]+$/),
      for: types.optional(),
      when: z.enum(['from16', 'newlyLookedAfter', 'laterMeeting']).optional(),
    }),
  ),
  chairsChecklist: cell(z.array(z.string().regex(/^CH-\d{1,2}$/))).optional(),
  carePlan: cell(z.enum(['law', 'statutoryGuidance', 'localPractice']))
    .extend({ everyPlacement: z.boolean() })
    .optional(),
  durationMinutes: cell(z.partialRecord(z.enum(MEETING_KINDS), z.number().int().min(15).max(240))),
  roleWords: z.partialRecord(role, text).optional(),
}) satisfies z.ZodType<PracticePack, unknown>
