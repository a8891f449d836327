/** The plan that a confirmation makes under the authority's pack, with what a record of it says has to be met. */
import type { PartialConfirmation } from '../../shared/draft.ts'
import { withNeeds, type PlacementNeeds } from '../../shared/placement-needs.ts'
import type { PlacementConfirmation } from '../../shared/placement.ts'
import { planFor, startDayOf } from '../../shared/plan-placement.ts'
import type { Plan } from '../../shared/plan.ts'
import { BeyondBankHolidays } from '../../shared/working-days.ts'
import type { Ports } from './ports.ts'

/** The plan under the authority's pack, or why there is none. */
export function makePlan(
  confirmation: PlacementConfirmation,
  { settings, clock }: Pick<Ports, 'settings' | 'clock'>,
  needs?: PlacementNeeds,
): { ok: true; plan: Plan } | { ok: false; why: string } {
  const practice = settings.practice(settings.packId, startDayOf(confirmation, clock.now()))
  if (!practice) throw new Error(`The practice pack ${settings.packId} is not known`)
  try {
    return {
      ok: true,
      plan: withNeeds(
        planFor(confirmation, practice, clock.now(), { serviceMailbox: settings.contact.serviceMailbox }),
        needs,
      ),
    }
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
