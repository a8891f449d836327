/** Confirmations as programs could send them: most are whole, many have something wrong with them. */
import {
  AREAS,
  BASES,
  GROUNDS,
  LEGAL_STATUSES,
  PARTS,
  PLACEMENT_TYPES,
  ROLES,
  TRIGGER_KINDS,
  WEEKDAYS,
} from '../../../shared/placement/placement.ts'
import type { Dice } from './dice.ts'

/** In every value that is about a person; no refusal may repeat it. */
export const SECRET = 'Quibblethorpe'

export function generatedConfirmation(dice: Dice): unknown {
  const confirmation = wholeConfirmation(dice)
  if (dice.once(3)) return confirmation
  let broken: unknown = confirmation
  for (let n = dice.upTo(3); n >= 0; n--) broken = damaged(broken, dice)
  return broken
}

function wholeConfirmation(dice: Dice) {
  const maybe = <Value>(value: Value) => (dice.once(3) ? undefined : value)
  const yesOrNo = () => maybe(dice.once(2))
  return {
    caseReference: `${SECRET}-${dice.upTo(1e6)}`,
    placementReference: `PL/${dice.upTo(1e6)}`,
    child: {
      initials: dice.pick(['A', 'KV', 'ÉÖ', 'ABCD']),
      ageInYears: dice.upTo(18),
      legalStatus: maybe(dice.pick(LEGAL_STATUSES)),
      firstPlacement: yesOrNo(),
      newlyLookedAfterOn: maybe(dice.once(3) ? null : aDay(dice)),
      turns18On: dice.once(9) ? aDay(dice) : undefined,
      keyStage4: yesOrNo(),
      missingHistory: yesOrNo(),
      missingNow: yesOrNo(),
      protectionConcern: yesOrNo(),
      courtProceedings: yesOrNo(),
      unaccompaniedAsylumSeeking: yesOrNo(),
      familyTime: maybe(dice.some(3, () => ({ weekday: dice.pick(WEEKDAYS), from: '10:00', until: '16:30' }))),
    },
    placement: {
      type: maybe(dice.pick(PLACEMENT_TYPES)),
      basis: maybe(dice.pick(BASES)),
      startsAt: dice.once(8) ? null : aMoment(dice),
      plannedEndOn: dice.once(6) ? aDay(dice) : undefined,
      shortBreaks: dice.once(9) ? true : undefined,
      area: maybe(dice.pick(AREAS)),
      providerName: maybe(`${SECRET} House`),
      educationDisrupted: yesOrNo(),
      household: maybe([`${SECRET}’s daughter, 12`]),
    },
    confirmedAt: aMoment(dice),
    confirmedBy: { name: SECRET, email: `${SECRET}@brackenshire.example`, role: maybe(dice.pick(ROLES)) },
    people: dice.some(dice.once(8) ? 9 : 3, () => aPerson(dice)),
    trigger: dice.once(4) ? aTrigger(dice) : undefined,
    choices: dice.once(6) ? { lateReason: 'The carer is away.' } : undefined,
  }
}

function aPerson(dice: Dice) {
  return {
    role: dice.pick(ROLES),
    name: `${SECRET} ${dice.upTo(100)}`,
    email: dice.once(3) ? null : `${SECRET}.${dice.upTo(1000)}@homes.example`,
    insideTenant: dice.once(2) ? dice.once(2) : undefined,
    onLeave: dice.once(5) ? [{ from: aDay(dice), to: aDay(dice) }] : undefined,
    parentalResponsibility: dice.once(3) ? dice.once(2) : undefined,
    decision: dice.once(2)
      ? {
          part: dice.pick(PARTS),
          ground: dice.once(3) ? dice.pick(GROUNDS) : undefined,
          decidedBy: dice.once(2) ? SECRET : undefined,
        }
      : undefined,
    clearedForAddress: dice.once(2) ? dice.once(2) : undefined,
    separateFrom: dice.once(8) ? [dice.pick(ROLES)] : undefined,
  }
}

const aTrigger = (dice: Dice) => ({
  kind: dice.pick(TRIGGER_KINDS),
  at: aMoment(dice),
  reason: dice.once(2) ? `${SECRET} was hurt.` : undefined,
  firstMeetingHeld: dice.once(2) ? dice.once(2) : undefined,
  episodes: dice.once(3) ? dice.some(4, () => ({ from: aMoment(dice), to: aMoment(dice) })) : undefined,
  missingMeetingHeldOn: dice.once(5) ? aDay(dice) : undefined,
})

const two = (figure: number) => String(figure).padStart(2, '0')
/** Days that exist and days that do not, mostly of the years that matter, some beyond all bank holidays. */
const aDay = (dice: Dice) =>
  `${dice.once(30) ? dice.pick(['1899', '2031', '2100', '9999']) : 2025 + dice.upTo(4)}-${two(1 + dice.upTo(12))}-${two(1 + dice.upTo(dice.once(40) ? 31 : 28))}`
const aMoment = (dice: Dice) =>
  `${aDay(dice)}T${two(dice.upTo(24))}:${two(dice.upTo(60))}:00${dice.pick(['Z', '+00:00', '+01:00', '-05:00'])}`

const RUBBISH: readonly unknown[] = [
  null, '', ' ', 0, -1, 17.5, 1e300, true, [], {}, [[]], { surprise: SECRET }, SECRET, `${SECRET}\u0000`, '\u202e',
  'x'.repeat(5000), '2026-02-30', '2026-12-18T17:30:00', '2026-12-18', '24:00', 'constructor', '__proto__', ['__proto__'],
  Array.from({ length: 300 }, () => SECRET), { toString: 'x' },
] // prettier-ignore

/** One thing is wrong: a value, a field too many or too few. */
function damaged(value: unknown, dice: Dice): unknown {
  if (typeof value !== 'object' || value === null || dice.once(12)) return dice.pick(RUBBISH)
  if (Array.isArray(value)) {
    const list = value as unknown[]
    if (list.length === 0 || dice.once(4)) return [...list, ...list, dice.pick(RUBBISH)]
    const at = dice.upTo(list.length)
    return list.map((one, n) => (n === at ? damaged(one, dice) : one))
  }
  const fields = Object.entries(value)
  if (fields.length === 0 || dice.once(6))
    return { ...value, [dice.pick([`${SECRET} Jo`, 'colour', 'a b'])]: dice.pick(RUBBISH) }
  const [name] = dice.pick(fields)
  return Object.fromEntries(
    dice.once(6)
      ? fields.filter(([other]) => other !== name)
      : fields.map(([other, inner]) => [other, other === name ? damaged(inner, dice) : inner]),
  )
}
