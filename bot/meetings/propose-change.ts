/**
 * A message about a placement that is confirmed already says something else than what was confirmed: what would become
 * of the plan is worked out and kept beside it, and a placement officer is asked. Nothing moves by itself (E-10).
 */
import type { PartialConfirmation } from '../../shared/placement/draft.ts'
import type { PlacementNeeds } from '../../shared/placement/placement-needs.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import { mayConfirm, rolesOnCase, type Reader } from '../../shared/people/permissions.ts'
import { fieldsTogether } from '../../shared/placement/taken-together.ts'
import { readConfirmationJson } from '../../shared/wire/confirmation.ts'
import { changesIn } from './changed-fields.ts'
import { planCase, withTenancy } from './make-plan.ts'
import { showJob, showPlacementJobs } from './outlook-jobs.ts'
import { SavedByAnother, type Ports } from './ports.ts'

export type Reported = { fields: PartialConfirmation; needs?: PlacementNeeds; source: string | null; by: Reader }

/** The placement, with the change beside it where there is one that can be planned and its reporter has to do with it. */
export async function proposeChange(known: Placement, reported: Reported, ports: Ports): Promise<Placement> {
  const proposal = await proposalFrom(known, reported, ports)
  if (!proposal) return known
  const { store, clock } = ports
  try {
    const meetings = await store.meetingsOf(known.id)
    const saved = await store.save({
      placement: { ...known, proposed: proposal },
      jobs: [...meetings.map(({ id }) => showJob(id)), ...(meetings.length === 0 ? showPlacementJobs(known.id) : [])],
      audit: [{ at: clock.now(), by: reported.by.objectId, did: 'changeReported', placementId: known.id }],
    })
    return saved.placement!
  } catch (error) {
    if (!(error instanceof SavedByAnother)) throw error
    return (await store.placement(known.id)) ?? known
  }
}

async function proposalFrom(
  known: Placement,
  { fields, needs, source, by }: Reported,
  ports: Ports,
): Promise<Placement['proposed'] | null> {
  const changes = changesIn(known.confirmation, fields)
  const brings = needs && !known.needs
  // Confirmed again after it was cancelled, it may go ahead after all: that is an officer's to say too.
  const returns = known.cancelled !== undefined
  if (changes.length === 0 && !brings && !returns) return null
  if (!mayConfirm(by) && rolesOnCase(by, known).length === 0) return null
  const { confirmedAt: _, confirmedBy: __, ...said } = fields
  const read = readConfirmationJson(await withTenancy(fieldsTogether(known.confirmation, said), ports))
  if (!read.ok) return null
  const made = planCase(read.value, known, await ports.store.meetingsOf(known.id), ports, needs)
  if (!made.ok) return null
  const isKnown = JSON.stringify(known.proposed?.confirmation) === JSON.stringify(read.value)
  if (isKnown) return null
  return {
    confirmation: read.value,
    plan: made.plan,
    ...(needs && { needs }),
    changes: [...(returns ? ['cancelled'] : []), ...changes, ...(brings ? ['needs'] : [])],
    reportedAt: ports.clock.now(),
    reportedBy: by.objectId,
    source,
  }
}
