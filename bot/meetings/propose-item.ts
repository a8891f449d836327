/** Somebody of the case would have something talked about, and says why; then whoever writes the record takes it, or parks it. */
import { randomUUID } from 'node:crypto'
import { NO_MINUTES } from '../../shared/record/minutes.ts'
import { placeBetween, agendaInUse } from '../../shared/agenda/agenda-in-use.ts'
import { fact, readMinutes, setFact, setWords } from '../../shared/record/minutes-document.ts'
import { mayDo, type Reader } from '../../shared/people/permissions.ts'
import type { MeetingId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { isToCome } from '../../shared/agenda/preparation.ts'
import { lastHeld, type Before, type ProposedItem, type Settled } from '../../shared/agenda/proposed-items.ts'
import { carriedTo, mayPropose, titleOf } from '../../shared/agenda/proposed-items-view.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/dates/time.ts'
import type { Arranged } from './arrange-meeting.ts'
import type { Ports } from './ports.ts'
import { prepare, type PrepareRefusal } from './prepare.ts'
import { writeIntoRecord } from './write-into-record.ts'

/** As many as one meeting keeps: a wall against a flood, far beyond what people propose. */
const MOST = 50

export async function proposeItem(
  { meetingId, title, why }: { meetingId: MeetingId; title: string; why: string },
  by: Reader,
  ports: Ports,
): Promise<Result<Arranged, PrepareRefusal>> {
  const item: ProposedItem = {
    id: `X-${randomUUID().replaceAll('-', '')}`,
    title,
    why,
    at: ports.clock.now(),
    by: { objectId: by.objectId, name: by.name },
  }
  return prepare(meetingId, by, ports, ({ meeting, placement }) => {
    if (!mayPropose(by, placement, meeting)) return refuse('mayNot')
    const items = meeting.preparation?.items ?? []
    if (items.length >= MOST) return refuse('invalid')
    return ok({
      meeting: { ...meeting, preparation: { ...meeting.preparation, items: [...items, item] } },
      did: 'itemProposed',
    })
  })
}

/** Taken, it stands at the end of the agenda; parked, it says why. Either can be changed until the meeting is held. */
export async function settleItem(
  { meetingId, id, as, why }: { meetingId: MeetingId; id: string; as: Settled['as']; why: string },
  by: Reader,
  ports: Ports,
): Promise<Result<Arranged, PrepareRefusal>> {
  const now = ports.clock.now()
  let plan: PlanningMeeting['plan'] | null = null
  let title = ''
  const done = await prepare(meetingId, by, ports, async ({ meeting, placement }) => {
    if (!mayDo('recordMinutes', by, placement, meeting)) return refuse('mayNot')
    const { items = [], settled = {} } = meeting.preparation ?? {}
    const minutes = (await ports.store.minutes(meetingId))?.minutes ?? NO_MINUTES
    const before = await lastBefore(meeting, await ports.store.meetingsOf(placement.id), ports)
    const found = titleOf(id, items, carriedTo(meeting, { minutes, before }))
    if (found === null) return refuse('invalid')
    plan = meeting.plan
    title = found
    const after = { ...settled, [id]: { as, title, why, at: now, by: by.name } }
    return ok({
      meeting: { ...meeting, preparation: { ...meeting.preparation, settled: after } },
      did: as === 'taken' ? 'itemTaken' : 'itemParked',
    })
  })
  if (done.ok && plan) await putOnAgenda({ meetingId, plan, id, title, taken: as === 'taken', now }, ports)
  return done
}

type OnAgenda = {
  meetingId: MeetingId
  plan: PlanningMeeting['plan']
  id: string
  title: string
  taken: boolean
  now: Instant
}

const putOnAgenda = ({ meetingId, plan, id, title, taken, now }: OnAgenda, ports: Ports) =>
  writeIntoRecord(meetingId, ports, (doc) => {
    const stands = fact(doc, `agenda/${id}/added`) !== ''
    if (!taken && stands) setFact(doc, `agenda/${id}/added`, '')
    if (!taken || stands) return
    const last = agendaInUse(plan.agenda, readMinutes(doc)).at(-1)
    setWords(doc, `agenda/${id}/title`, title)
    setFact(doc, `agenda/${id}/place`, String(placeBetween(last, undefined)))
    setFact(doc, `agenda/${id}/added`, now)
  })

/** Of all meetings of a placement the one that was held last, with its record, for one that is still to come. */
export async function lastBefore(
  meeting: PlanningMeeting,
  meetings: PlanningMeeting[],
  { store }: Pick<Ports, 'store'>,
): Promise<Before | null> {
  const held = isToCome(meeting) ? lastHeld(meetings, meeting) : null
  return held && { meeting: held, minutes: (await store.minutes(held.id))?.minutes ?? NO_MINUTES }
}
