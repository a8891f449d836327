/**
 * A placement does not go ahead (E-12): every meeting of it that is still to come is cancelled in neutral words, nothing
 * is due any more, and nothing is asked any more. What was held stays as it was, and the case with its audit log stays.
 */
import { maySeeCase, mayConfirm, type Reader } from '../../shared/people/permissions.ts'
import type { Doubt, Placement } from '../../shared/placement/placement-case.ts'
import { cancel, type PlacementId, type PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { siblingsLeft } from './ask-siblings.ts'
import { callOffAsking } from './call-off-asking.ts'
import { inStepJob, showJob, showPlacementJobs } from './outlook-jobs.ts'
import { SavedByAnother, type Change, type Ports } from './ports.ts'

export type PlacementRefusal = 'gone' | 'mayNotConfirm' | 'stale' | 'reasonMissing'
export type Case = { placement: Placement; meetings: PlanningMeeting[] }

/** `version`: of the placement, as the card or page showed it. */
type Wanted = { placementId: PlacementId; version: number }

export async function cancelPlacement(
  { reason = '', ...wanted }: Wanted & { reason?: string },
  by: Reader,
  ports: Ports,
): Promise<Result<Case, PlacementRefusal>> {
  const found = await find(wanted, by, ports)
  if (!found.ok) return found
  const { placement, meetings } = found.value
  if (placement.cancelled) return ok(found.value)
  if (reason.trim() === '') return refuse('reasonMissing')
  const now = ports.clock.now()
  const cancelled = meetings.flatMap((meeting) => {
    const done = cancel(meeting, reason, now)
    return done.ok ? [done.value] : []
  })
  const { doubt: _, proposed: __, asked: ___, ...kept } = placement
  const line = { at: now, by: by.objectId, placementId: placement.id }
  const { jobs, ...calledOff } = callOffAsking(meetings)
  const open = meetings.filter(({ id }) => cancelled.some((one) => one.id === id))
  const left = await Promise.all(open.map((meeting) => siblingsLeft(meeting, placement, ports)))
  const siblings = new Map(left.flatMap(({ others }) => others).map((one) => [one.id, one]))
  return save(
    {
      placement: {
        ...kept,
        plan: { ...placement.plan, status: 'noMeeting', clocks: [], questions: [], warnings: [] },
        cancelled: { at: now, by: by.objectId, reason: reason.trim() },
      },
      meetings: [...cancelled, ...siblings.values()],
      ...calledOff,
      jobs: [
        ...cancelled.flatMap(({ id }) => [inStepJob(id), showJob(id)]),
        ...jobs,
        ...showPlacementJobs(placement.id),
        ...left.flatMap((one) => one.jobs),
      ],
      audit: [
        { ...line, did: 'placementCancelled', detail: { meetings: cancelled.length } },
        ...cancelled.map(({ id }) => ({ ...line, did: 'meetingCancelled', meetingId: id })),
        ...left.flatMap((one) => one.audit),
      ],
    },
    ports,
  )
}

/** It goes ahead after all: what was in doubt is settled, and nothing changes. */
export async function keepPlacement(wanted: Wanted, by: Reader, ports: Ports): Promise<Result<Case, PlacementRefusal>> {
  const found = await find(wanted, by, ports)
  if (!found.ok) return found
  const { doubt, ...placement } = found.value.placement
  if (!doubt) return ok(found.value)
  const audit = [{ at: ports.clock.now(), by: by.objectId, did: 'placementGoesAhead', placementId: placement.id }]
  return save({ placement, jobs: showPlacementJobs(placement.id), audit }, ports)
}

/** Something says that a placement may not go ahead. Nothing is cancelled by that: an officer is asked, and told. */
export async function putInDoubt(
  placement: Placement,
  because: Doubt['because'],
  { by, source }: { by: string; source: string | null },
  { store, clock }: Ports,
): Promise<Placement> {
  if (placement.cancelled || placement.doubt?.because === because) return placement
  try {
    const saved = await store.save({
      placement: { ...placement, doubt: { because, at: clock.now(), by, source } },
      jobs: showPlacementJobs(placement.id),
      audit: [{ at: clock.now(), by, did: 'placementInDoubt', placementId: placement.id, detail: { because } }],
    })
    return saved.placement!
  } catch (error) {
    if (!(error instanceof SavedByAnother)) throw error
    return (await store.placement(placement.id)) ?? placement
  }
}

async function find(
  { placementId, version }: Wanted,
  by: Reader,
  { store }: Ports,
): Promise<Result<Case, PlacementRefusal>> {
  const placement = await store.placement(placementId)
  const meetings = placement ? await store.meetingsOf(placement.id) : []
  if (!placement || !maySeeCase(by, placement, meetings)) return refuse('gone')
  if (!mayConfirm(by)) return refuse('mayNotConfirm')
  // Pressed twice it is one press; pressed on what has changed since it has to be looked at first.
  if (placement.version !== version && !placement.cancelled) return refuse('stale')
  return ok({ placement, meetings })
}

async function save(
  change: Change & { placement: Placement },
  { store }: Ports,
): Promise<Result<Case, PlacementRefusal>> {
  try {
    const saved = await store.save(change)
    return ok({ placement: saved.placement!, meetings: await store.meetingsOf(change.placement.id) })
  } catch (error) {
    if (error instanceof SavedByAnother) return refuse('stale')
    throw error
  }
}
