/**
 * Somebody asks for a further meeting of a placement: in chat, in Planning, or by pressing for what another has
 * asked for. Whoever may call one opens it; from anybody else on the case it waits for an officer's press.
 */
import { randomUUID } from 'node:crypto'
import { missingRule } from '../../shared/meeting/called-for.ts'
import {
  missingKnown,
  triggerFor,
  type AskFault,
  type FurtherAsk,
  type MissingDecision,
} from '../../shared/meeting/further-meeting.ts'
import { countMissing, type MissingFinding } from '../../shared/deadlines/missing-count.ts'
import { mayCallMeeting, maySeeCase, type Reader } from '../../shared/people/permissions.ts'
import type { Asked, Placement } from '../../shared/placement/placement-case.ts'
import type { Trigger } from '../../shared/placement/placement.ts'
import { startDayOf } from '../../shared/meeting/plan-placement.ts'
import type { PlacementId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { callLaterMeeting, reportsNews, type Reported } from './call-later-meeting.ts'
import { showPlacementJobs } from './outlook-jobs.ts'
import { SavedByAnother, type AuditEntry, type Ports } from './ports.ts'

export type AskRefusal = 'gone' | 'placementOff' | 'stale' | 'mayNotConfirm' | 'beyondBankHolidays' | AskFault

type Case = { placement: Placement; meetings: PlanningMeeting[] }
export type AskOutcome = Case &
  (
    | { kind: 'called'; called: PlanningMeeting[] }
    /** It was asked for before, and this is the meeting. */
    | { kind: 'known' }
    /** A return that calls for no meeting, kept for the count. */
    | { kind: 'recorded'; counted: string }
    /** The count leaves open whether a meeting is called for: a person has to say. Nothing was kept. */
    | { kind: 'undecided'; counted: string; ask: FurtherAsk; askedId?: string }
    | { kind: 'waits' }
  )

/** `askedId`: what somebody has asked for and an officer presses for; with an `ask` of its own, in other words. */
export type Wish = { placementId: PlacementId } & (
  { ask: FurtherAsk; askedId?: string } | { ask?: undefined; askedId: string; decision?: MissingDecision }
)

export async function askForMeeting(wish: Wish, by: Reader, ports: Ports): Promise<Result<AskOutcome, AskRefusal>> {
  const { store, clock } = ports
  const placement = await store.placement(wish.placementId)
  const meetings = placement ? await store.meetingsOf(placement.id) : []
  if (!placement || !maySeeCase(by, placement, meetings)) return refuse('gone')
  if (placement.cancelled) return refuse('placementOff')
  const asked = placement.asked?.find(({ id }) => id === wish.askedId)
  const ask = wish.ask ?? (asked && { ...asked.ask, ...('decision' in wish && { decision: wish.decision }) })
  if (!ask) return refuse('stale')
  const mayCall = mayCallMeeting(by, placement, meetings)
  if (asked && !mayCall) return refuse('mayNotConfirm')
  const known = missingKnown(placement, meetings)
  const trigger = triggerFor(ask, known, wish.ask ? clock.now() : asked!.on)
  if (!trigger.ok) return trigger
  const here = { placement: without(placement, wish.askedId), meetings, ask, trigger: trigger.value, asked, by, ports }
  try {
    return mayCall ? await call(here) : ok(await keepForOfficer({ ...here, placement }))
  } catch (error) {
    if (error instanceof SavedByAnother) return refuse('stale')
    throw error
  }
}

/** Somebody who may call the meeting says that there is no need for one: what was asked for is put aside. */
export async function declineMeeting(
  { placementId, askedId }: { placementId: PlacementId; askedId: string },
  by: Reader,
  { store, clock }: Ports,
): Promise<Result<Case, 'gone' | 'stale' | 'mayNotConfirm'>> {
  const placement = await store.placement(placementId)
  const meetings = placement ? await store.meetingsOf(placement.id) : []
  if (!placement || !maySeeCase(by, placement, meetings)) return refuse('gone')
  if (!mayCallMeeting(by, placement, meetings)) return refuse('mayNotConfirm')
  if (!placement.asked?.some(({ id }) => id === askedId)) return refuse('stale')
  try {
    const saved = await store.save({
      placement: without(placement, askedId),
      jobs: showPlacementJobs(placement.id),
      audit: [{ at: clock.now(), by: by.objectId, did: 'furtherMeetingDeclined', placementId }],
    })
    return ok({ placement: saved.placement!, meetings })
  } catch (error) {
    if (error instanceof SavedByAnother) return refuse('stale')
    throw error
  }
}

type Here = Case & {
  ask: FurtherAsk
  trigger: Trigger
  asked: Asked | undefined
  by: Reader
  ports: Ports
}

async function call(here: Here): Promise<Result<AskOutcome, AskRefusal>> {
  const { placement, meetings, ask, trigger, asked, by, ports } = here
  if (isAskedAlready(here)) return ok({ kind: 'known', placement: await settled(here), meetings })
  const finding = trigger.kind === 'missing' ? counted(placement, trigger, ports) : null
  if (finding && finding.calls.length === 0) {
    if (finding.ask && ask.decision !== 'none') {
      const again = asked ? { askedId: asked.id } : {}
      return ok({ kind: 'undecided', placement, meetings, counted: finding.counted, ask, ...again })
    }
    return ok({ kind: 'recorded', ...(await recordReturn(here)), meetings, counted: finding.counted })
  }
  const reported: Reported = { ...placement.confirmation, trigger }
  const made = await callLaterMeeting(reported, placement, by, ports, {
    reason: ask.reason,
    ...(asked && { asker: asked.by.name }),
  })
  return made.ok ? ok({ kind: 'called', ...made.value }) : made
}

/** What was reported opens nothing again; nor does a wish while a meeting that somebody wished for waits for its time. */
function isAskedAlready({ placement, meetings, trigger }: Here): boolean {
  if (trigger.kind === 'request')
    return meetings.some(({ state, called }) => state === 'toArrange' && called?.kind === 'request')
  return !reportsNews({ ...placement.confirmation, trigger }, placement, meetings)
}

function counted({ pack, confirmation }: Placement, trigger: Trigger, { settings, clock }: Ports): MissingFinding {
  const practice = settings.practice(pack, startDayOf(confirmation, clock.now()))
  if (!practice) throw new Error(`The practice pack ${pack} is not known`)
  return countMissing(trigger, missingRule(practice))
}

const recordReturn = (here: Here) =>
  keep(here, { missingEpisodes: here.trigger.episodes ?? [] }, { did: 'returnRecorded', detail: { occasions: here.trigger.episodes?.length ?? 0 } }) // prettier-ignore

async function keepForOfficer(here: Here): Promise<AskOutcome> {
  const { placement, meetings, ask, by, ports } = here
  const same = placement.asked?.some((one) => JSON.stringify(one.ask) === JSON.stringify(ask))
  if (same) return { kind: 'waits', placement, meetings }
  const asked: Asked = {
    id: randomUUID(),
    ask,
    on: ports.clock.now(),
    by: { objectId: by.objectId, name: by.name },
  }
  const kept = await keep(here, { asked: [...(placement.asked ?? []), asked] }, { did: 'furtherMeetingAsked', detail: { reason: ask.reason } }) // prettier-ignore
  return { kind: 'waits', ...kept, meetings }
}

/** An officer who presses for what is there already has settled it. */
const settled = async (here: Here): Promise<Placement> =>
  here.asked ? (await keep(here, {}, { did: 'furtherMeetingKnown' })).placement : here.placement

async function keep(
  { placement, by, ports: { store, clock } }: Here,
  changed: Partial<Placement>,
  audit: Pick<AuditEntry, 'did' | 'detail'>,
): Promise<{ placement: Placement }> {
  const saved = await store.save({
    placement: { ...placement, ...changed },
    jobs: showPlacementJobs(placement.id),
    audit: [{ at: clock.now(), by: by.objectId, placementId: placement.id, ...audit }],
  })
  return { placement: saved.placement! }
}

function without({ asked = [], ...placement }: Placement, askedId: string | undefined): Placement {
  const left = asked.filter(({ id }) => id !== askedId)
  return { ...placement, ...(left.length > 0 && { asked: left }) }
}
