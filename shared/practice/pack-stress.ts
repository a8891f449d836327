/**
 * A practice tried on every day on which a placement may start: where its first meeting is due on a day nobody works,
 * where it comes after the placement plan that it is to make, and how few working days it can leave. Rules that look
 * alike in an ordinary week change places over Christmas and Easter.
 */
import type { Practice } from '../people/attendees.ts'
import { cellFor, type Cell, type HoldRule } from './practice-pack.ts'
import { BASES, type Basis, type PlacementType } from '../placement/placement.ts'
import { deadlineFrom, lastDayWithin } from '../deadlines/deadlines.ts'
import { STATUTORY_LIMITS } from '../deadlines/statutory-limits.ts'
import { addDays, atLondon, type LocalDate } from '../dates/time.ts'
import { isWithinBankHolidays, whyNotWorking, workingDaysBetween } from '../dates/working-days.ts'

export type Stressed = {
  type: PlacementType
  basis: Basis
  rule: string
  /** How many starts were tried; those beyond the bank holidays are not. */
  tried: number
  /** Due on a day that is no working day, and why it is none. */
  notWorking: { start: LocalDate; due: LocalDate; why: string }[]
  /** Due after the placement plan itself is, by law. */
  afterPlan: { start: LocalDate; due: LocalDate; planDue: LocalDate }[]
  /** The start that leaves the fewest working days between it and the last day. */
  tightest: { start: LocalDate; due: LocalDate; workingDays: number } | null
}

/** Placements start in the afternoon: a rule in hours then ends in the afternoon, too. */
const STARTS_AT = '17:30'

export function stressPack(
  { pack, fallback }: Practice,
  types: readonly PlacementType[],
  { from, until }: { from: LocalDate; until: LocalDate },
): Stressed[] {
  return types.flatMap((type) => {
    const cell = cellFor(pack, fallback, (one) => one.firstMeeting, type)
    return cell ? BASES.map((basis) => stressRule(type, basis, cell[basis], { from, until })) : []
  })
}

function stressRule(
  type: PlacementType,
  basis: Basis,
  cell: Cell<HoldRule>,
  { from, until }: { from: LocalDate; until: LocalDate },
): Stressed {
  const stressed: Stressed = {
    type,
    basis,
    rule: cell.is.sentence,
    tried: 0,
    notWorking: [],
    afterPlan: [],
    tightest: null,
  }
  for (let start = from; start <= until; start = addDays(start, 1)) {
    // So far ahead has to be known that the last day can be counted.
    if (!isWithinBankHolidays(start) || !isWithinBankHolidays(addDays(start, LOOKED_AHEAD))) continue
    stressed.tried += 1
    const { deadline } = deadlineFrom(atLondon(start, STARTS_AT), cell, 'the placement starts')
    const due = deadline.date
    const planDue = lastDayWithin(STATUTORY_LIMITS.placementPlan, start)
    const why = due === start ? null : whyNotWorking(due)
    if (why) stressed.notWorking.push({ start, due, why })
    if (due > planDue) stressed.afterPlan.push({ start, due, planDue })
    const workingDays = due > start ? workingDaysBetween(start, due) : 0
    if (due > start && (!stressed.tightest || workingDays < stressed.tightest.workingDays))
      stressed.tightest = { start, due, workingDays }
  }
  return stressed
}

const LOOKED_AHEAD = 60
