/** Reads a practice pack as its author wrote it, and refuses one that is not whole, naming the cell and what it accepts. */
import { z } from 'zod'
import { isDayOfYear } from '../dates/offices-shut.ts'
import { CLOSING_FORMS, readClosingRule } from '../dates/closing-rule.ts'
import { FOLLOW_UP_FORMS, readFollowUpRule } from '../deadlines/follow-up-rule.ts'
import { brokenPackRules, type PackFault } from '../practice/pack-rules.ts'
import { PARTS, PLACEMENT_TYPES, ROLES } from '../placement/placement.ts'
import { SIBLING_TIMES } from '../placement/siblings.ts'
import { MEETING_KINDS } from '../meeting/plan.ts'
import {
  EVENT_FORMS,
  EVENTS,
  FURTHER,
  HOLD_FORMS,
  MATTERS,
  readEventRule,
  readHoldRule,
  STATUTORY_CLOCKS,
  type PracticePack,
} from '../practice/practice-pack.ts'
import { TENTATIVE_POLICIES } from '../times/slots.ts'
import { readDate } from '../dates/time.ts'

/** A practice pack from parsed YAML, or every fault in it, rules that every pack must obey included (2.4). */
export function readPack(input: unknown): { ok: true; pack: PracticePack } | { ok: false; faults: PackFault[] } {
  const read = pack.safeParse(input)
  if (read.success) {
    const faults = brokenPackRules(read.data)
    return faults.length > 0 ? { ok: false, faults } : { ok: true, pack: read.data }
  }
  return {
    ok: false,
    faults: read.error.issues.map(({ path, message }) => ({ cell: path.join('.') || '(the pack)', problem: message })),
  }
}

const requirement = z.string().regex(/^[A-Z]-\d{2,3}[a-z]?$/, 'an id such as R-023 or P-24 is needed')
const fact = z.string().regex(/^L-\d{2}[a-z]?$/, 'an id such as L-01 is needed')
const text = z.string().trim().min(1, 'some words are needed').max(600, 'up to 600 characters are accepted')
const role = z.enum(ROLES)
const dayOfAnyYear = z.string().refine(isDayOfYear, 'a day such as 29 December is accepted')
const types = z.array(z.enum(PLACEMENT_TYPES)).min(1)
const day = z.string().transform((value, context) => {
  const date = readDate(value)
  if (date) return date
  context.addIssue('a day such as 2026-09-01 is needed')
  return z.NEVER
})
/** A rule is written as a sentence, so that its author can read it, and refused in any other words. */
const sentence = <Rule>(read: (sentence: string) => Rule | null, forms: string[]) =>
  z.string().transform((written, context) => {
    const rule = read(written.trim())
    if (rule) return rule
    context.addIssue(
      `this sentence is not understood; accepted are forms such as ${forms.map((form) => `"${form}"`).join(', ')}`,
    )
    return z.NEVER
  })
const hold = sentence(readHoldRule, HOLD_FORMS)

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
  meeting: z.array(z.enum(MEETING_KINDS)).min(1).optional(),
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
  introduction: cell(types).optional(),
  emergencyMeeting: z
    .strictObject({
      emergencyPlacement: cell(types).optional(),
      after: z.array(cell(z.enum(EVENTS))).optional(),
      byWhen: cell(sentence(readEventRule, EVENT_FORMS)).optional(),
    })
    .optional(),
  missing: z
    .strictObject({
      duration: cell(z.int().min(1).max(720)).extend({ askFromDates: z.int().min(2).max(31) }),
      occasions: cell(z.int().min(1).max(20)).extend({ withinDays: z.int().min(1).max(3660).optional() }),
    })
    .optional(),
  furtherMeetings: z.array(cell(z.enum(FURTHER))).optional(),
  convenor: z.array(roleCell),
  chair: z.array(roleCell),
  minimum: z.array(cell(z.array(role).min(1)).extend({ for: types })),
  officesShut: cell(z.array(dayOfAnyYear)).optional(),
  tentative: cell(z.enum(TENTATIVE_POLICIES)).optional(),
  runningOut: cell(role).optional(),
  venue: z.array(cell(z.enum(['placement', 'office', 'online'])).extend({ for: types })),
  attendance: z.array(
    cell(z.enum([...PARTS, 'informed'])).extend({
      role,
      for: types.optional(),
      when: z.enum(['proceedings', 'from16']).optional(),
      suggest: z.boolean().optional(),
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
    .extend({ everyPlacement: z.boolean(), for: types.optional() })
    .optional(),
  deadlines: z.array(cell(hold).extend({ clock: z.enum(STATUTORY_CLOCKS), for: types.optional() })).optional(),
  followUp: z
    .array(
      cell(sentence(readFollowUpRule, FOLLOW_UP_FORMS)).extend({
        clock: z.string().regex(/^[a-z][A-Za-z]+$/),
        title: text,
        owner: role,
        status: z.enum(['law', 'statutoryGuidance', 'localPractice']).optional(),
        for: types.optional(),
        when: z.enum(['plannedEnd', 'emergency']).optional(),
      }),
    )
    .optional(),
  guidance: z
    .array(
      cell(text).extend({
        link: z.url({ protocol: /^https$/, error: 'an address that begins with https:// is accepted' }),
        status: z.enum(['law', 'statutoryGuidance', 'localPractice']),
      }),
    )
    .optional(),
  rest: z.array(cell(text).extend({ about: z.enum(MATTERS), items: z.array(z.string()).min(1).optional() })).optional(),
  siblings: cell(z.enum(SIBLING_TIMES)).optional(),
  outsideAnswers: cell(sentence(readClosingRule, CLOSING_FORMS)).optional(),
  durationMinutes: cell(z.partialRecord(z.enum(MEETING_KINDS), z.number().int().min(15).max(240))),
  roleWords: z.partialRecord(role, text).optional(),
}) satisfies z.ZodType<PracticePack, unknown>
