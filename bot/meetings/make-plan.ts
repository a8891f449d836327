/** The plan that a confirmation makes under the authority's pack, with what a record of it says has to be met. */
import type { PartialConfirmation } from '../../shared/placement/draft.ts'
import { withNeeds, type PlacementNeeds } from '../../shared/placement/placement-needs.ts'
import type { PlacementConfirmation } from '../../shared/placement/placement.ts'
import { casePlan } from '../../shared/placement/case-plan.ts'
import { planFor, startDayOf } from '../../shared/meeting/plan-placement.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { Plan } from '../../shared/meeting/plan.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { onlyOne } from '../../shared/meeting/same-meeting.ts'
import { BeyondBankHolidays } from '../../shared/dates/working-days.ts'
import type { Ports } from './ports.ts'

export type Made = { ok: true; plan: Plan } | { ok: false; why: string }

/** The plan under the authority's pack, or why there is none. */
export const makePlan = (
  confirmation: PlacementConfirmation,
  ports: Pick<Ports, 'settings' | 'clock'>,
  needs?: PlacementNeeds,
): Made => counted(() => withNeeds(planUnder(ports.settings.packId, confirmation, ports), needs))

/**
 * The plan of a placement that is known, made anew with what is now confirmed of it: under its own practice, and with
 * every meeting that something has called for since.
 */
export function planCase(
  confirmation: PlacementConfirmation,
  { pack, needs: known, cancelled }: Placement,
  meetings: PlanningMeeting[],
  ports: Pick<Ports, 'settings' | 'clock'>,
  needs = known,
): Made {
  // What was cancelled with the placement is not taken up again: meetings anew take its place.
  const standing = cancelled ? meetings.filter(({ state }) => state !== 'cancelled') : meetings
  const anew = cancelled && !standing.some(({ plan }) => onlyOne(plan) === 'first')
  const said = anew ? { ...confirmation, trigger: null } : confirmation
  return counted(() => casePlan(said, standing, (one) => withNeeds(planUnder(pack, one, ports), needs)))
}

function planUnder(
  pack: string,
  confirmation: PlacementConfirmation,
  { settings, clock }: Pick<Ports, 'settings' | 'clock'>,
): Plan {
  const practice = settings.practice(pack, startDayOf(confirmation, clock.now()))
  if (!practice) throw new Error(`The practice pack ${pack} is not known`)
  return planFor(confirmation, practice, clock.now(), { serviceMailbox: settings.contact.serviceMailbox })
}

function counted(plan: () => Plan): Made {
  try {
    return { ok: true, plan: plan() }
  } catch (error) {
    if (error instanceof BeyondBankHolidays) return { ok: false, why: error.message }
    throw error
  }
}

/** Looks every address up in the directory, where the confirmation does not say whether it is inside the tenant. */
export async function withTenancy(
  fields: PartialConfirmation,
  { people }: Pick<Ports, 'people'>,
): Promise<PartialConfirmation> {
  if (!fields.people) return fields
  const looked = []
  for (const person of fields.people) {
    if (!person.email || person.insideTenant !== undefined) looked.push(person)
    else looked.push({ ...person, insideTenant: (await people.byEmail(person.email)) !== null })
  }
  return { ...fields, people: looked }
}
