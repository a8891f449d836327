/** Something has happened in a placement and called for a meeting more: each meeting keeps its own reason and last day. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { cancelMeeting } from '../../bot/meetings/arrange-meeting.ts'
import { answerQuestions } from '../../bot/meetings/answer-questions.ts'
import { askForMeeting } from '../../bot/meetings/ask-for-meeting.ts'
import { confirmPlacement } from '../../bot/meetings/confirm-placement.ts'
import { changePeople, changeVenue } from '../../bot/meetings/edit-meeting.ts'
import { settleChange } from '../../bot/meetings/settle-change.ts'
import { takeMessage } from '../../bot/meetings/take-confirmation.ts'
import type { FurtherAsk } from '../../shared/meeting/further-meeting.ts'
import type { VenueKind } from '../../shared/meeting/plan.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { reportedChange } from '../../shared/placement/reported-change.ts'
import { instant } from '../../shared/dates/time.ts'
import { EMERGENCY_FOSTER } from '../support/confirmation-texts.ts'
import { STAFF, useDesk, type Desk } from '../support/practice-desk.ts'

const { officer } = STAFF
const STARTS_LATER =
  'Change of start for BKS-204417, placement PL-30951: the start has changed to Wednesday 23 December 2026 at 10.30am. All else stays as it was.'

/** Both are emergency meetings in this practice: of the placement, and of what happened in it. */
const current = useDesk({ now: '2026-12-18T16:05:00Z', pack: 'wm-mosaic' })
let desk: Desk
beforeEach(async () => {
  desk = current()
  const { taken } = await takeMessage(EMERGENCY_FOSTER, officer, 'chat', desk.ports)
  const draft = taken[0]?.kind === 'draft' ? taken[0].draft : null
  await confirmPlacement({ draftId: draft!.id, version: draft!.version, answers: {}, chosen: [] }, officer, desk.ports)
  await desk.work()
  desk.clock.set(instant('2026-12-18T18:00:00Z'))
})

const placement = async () => (await desk.store.placementFor('BKS-204417', 'PL-30951'))!
const meetings = async () => desk.store.meetingsOf((await placement()).id)
const theFirst = async () => (await meetings()).find(({ plan }) => plan.combines.includes('first'))!
const theLater = async () => (await meetings()).filter(({ plan }) => !plan.combines.includes('first'))
const due = ({ plan }: PlanningMeeting) => plan.deadline?.date ?? null
const called = async (ask: FurtherAsk) =>
  askForMeeting({ placementId: (await placement()).id, ask }, officer, desk.ports)
const incident = (at = '2026-12-18T17:45:00Z') => called({ reason: 'seriousIncident', at: instant(at) })
const reported = () => takeMessage(STARTS_LATER, officer, 'chat', desk.ports)
async function settled(take = true) {
  const { id, version } = await placement()
  return settleChange({ placementId: id, version, take }, officer, desk.ports)
}

test('a disruption meeting is moved to an office, and never into the home that the child has left (R-075, R-220)', async () => {
  await called({ reason: 'unplannedEnding', at: instant('2026-12-18T17:50:00Z'), words: 'given notice' })
  const [disruption] = await theLater()
  const holdsAt = (venue: VenueKind) =>
    changeVenue(
      { meetingId: disruption!.id, version: disruption!.version, reason: 'Room for everybody', venue },
      officer,
      desk.ports,
    )
  for (const venue of ['placement', 'hybrid'] as const)
    expect(await holdsAt(venue)).toMatchObject({ ok: false, refusal: { reason: 'placementEnded' } })
  expect(await holdsAt('office')).toMatchObject({
    ok: true,
    value: { meeting: { plan: { venue: { kind: 'office' } } } },
  })
})

describe('a start that has changed since (E-10)', () => {
  beforeEach(async () => {
    await incident()
    desk.clock.set(instant('2026-12-19T09:00:00Z'))
    await called({ reason: 'unplannedEnding', at: instant('2026-12-19T08:00:00Z'), words: 'given notice' })
  })

  test('is shown with the first meeting’s old and new last day, and with no other meeting’s', async () => {
    await reported()
    const first = await theFirst()
    expect(due(first)).toBe('2026-12-23')
    const { rows, stays } = reportedChange(await placement(), await meetings())!
    expect(rows).toEqual([
      { label: 'Start', from: 'Fri 18 Dec 2026 17:30', to: 'Wed 23 Dec 2026 10:30' },
      { label: `Hold ${first.ref} by`, from: 'Wed 23 Dec 2026', to: 'Wed 30 Dec 2026' },
    ])
    expect(stays).toEqual([expect.stringMatching(/^The meeting stays on .* until somebody moves it[.]$/)])
  })

  test('moves nothing before an officer has taken it over', async () => {
    const before = await meetings()
    await reported()
    expect(await meetings()).toEqual(before)
    await settled(false)
    expect(await meetings()).toEqual(before)
  })

  test('moves the first meeting’s last day alone: the others run from what called for them (R-009, R-220)', async () => {
    const others = await theLater()
    expect(others.map((one) => [one.plan.triggers[0], due(one)])).toEqual([
      ['seriousIncident', '2026-12-23'],
      ['unplannedEnding', null],
    ])
    await reported()
    expect(await settled()).toMatchObject({ ok: true })
    const first = await theFirst()
    expect([due(first), first.plan.triggers, first.state]).toEqual(['2026-12-30', ['emergencyPlacement'], 'arranged'])
    const kept = (all: PlanningMeeting[]) => all.map(({ id, plan, called }) => [id, plan.kind, plan.triggers, plan.deadline, called])
    expect(kept(await theLater())).toEqual(kept(others))
    expect((await placement()).plan.clocks.find(({ id }) => id === 'placementPlan')?.due).toBe('2027-01-04')
  }) // prettier-ignore

  test('opens no meeting that was there already, nor one that was called off', async () => {
    const first = await theFirst()
    const wanted = { meetingId: first.id, version: first.version, reason: 'a strategy meeting takes its place' }
    expect(await cancelMeeting(wanted, officer, desk.ports)).toMatchObject({ ok: true })
    await desk.work()
    const before = await meetings()
    await reported()
    await settled()
    expect((await meetings()).map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort())
    expect((await theFirst()).state).toBe('cancelled')
  })
})

describe('somebody who is to come to one of them', () => {
  test('is invited, and every meeting keeps its reason and last day', async () => {
    await incident()
    const before = await meetings()
    const { id, version } = await theFirst()
    const wish = {
      does: 'add' as const,
      role: 'virtualSchoolHead' as const,
      name: 'Anneliese Corrigan',
      email: 'anneliese.corrigan@brackenshire.example',
    }
    const done = await changePeople({ meetingId: id, version, reason: 'school', wish }, officer, desk.ports)
    expect(done).toMatchObject({ ok: true })
    const after = await meetings()
    const last = (all: PlanningMeeting[]) => all.map(({ plan }) => [plan.triggers, plan.combines, plan.deadline])
    expect(last(after)).toEqual(last(before))
    for (const { plan } of after) expect(plan.attendees.map(({ role }) => role)).toContain('virtualSchoolHead')
  })
})

describe('a question that is answered after two things have happened', () => {
  test('is answered for both meetings that wait for a time', async () => {
    await incident('2026-12-18T17:40:00Z')
    await called({ reason: 'otherSeriousEvent', at: instant('2026-12-18T17:50:00Z'), words: 'a worry' })
    const later = await theLater()
    expect(later).toHaveLength(2)
    const answers = { chair: 'tobias.greenhalgh@brackenshire.example' }
    for (const { id } of later) {
      const { version } = (await desk.store.meeting(id))!
      await answerQuestions({ meetingId: id, version, answers }, officer, desk.ports)
    }
    for (const { plan } of await theLater()) expect(plan.chair.person).toBe('Tobias Greenhalgh')
    expect((await theLater()).map(({ plan }) => plan.triggers)).toEqual(later.map(({ plan }) => plan.triggers))
  })
})
