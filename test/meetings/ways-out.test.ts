import { beforeEach, describe, expect, test } from '@jest/globals'
import { chooseWayOut } from '../../bot/meetings/choose-way-out.ts'
import { registerConfirmation } from '../../bot/meetings/register-confirmation.ts'
import { settleChange } from '../../bot/meetings/settle-change.ts'
import type { PlacementConfirmation } from '../../shared/placement/placement.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { atLondon, day, minutesBetween, momentWords, type Interval } from '../../shared/dates/time.ts'
import type { Way } from '../../shared/times/ways-out.ts'
import { aConfirmation, thePeople } from '../support/builders.ts'
import { STAFF, useDesk, type Desk } from '../support/practice-desk.ts'

/** A foster placement that starts on Mon 2 Nov 2026 at ten: at the statutory default its meeting has to come before. */
const current = useDesk({ now: '2026-10-29T16:45:00Z' })
let desk: Desk
beforeEach(() => {
  desk = current()
})

const WORKER = STAFF.socialWorker.email
const span = (date: string, from: string, until: string): Interval => ({
  start: atLondon(day(date), from),
  end: atLondon(day(date), until),
})
/** On Friday the worker has this left, and on Monday nothing before the placement starts. */
const workerIsFree = (from: string, until: string) =>
  desk.calendar.busy.set(WORKER, [
    span('2026-10-30', '00:00', from),
    span('2026-10-30', until, '23:59'),
    span('2026-11-02', '00:00', '10:00'),
  ])

async function confirm(over: Partial<PlacementConfirmation> = {}): Promise<PlanningMeeting> {
  const done = await registerConfirmation(aConfirmation(over), STAFF.officer, 'api', desk.ports)
  if (!done.ok) throw new Error(done.refusal.reason)
  await desk.work()
  return meetingNow(done.value.meetings[0]!)
}
const meetingNow = async ({ id }: Pick<PlanningMeeting, 'id'>) => (await desk.ports.store.meeting(id))!
async function choose(meeting: PlanningMeeting, way: Way, words?: string) {
  const { start } = meeting.ways!.find((one) => one.way === way)!.slot
  const wanted = { meetingId: meeting.id, version: meeting.version, way, start, ...(words && { words }) }
  const chosen = await chooseWayOut(wanted, STAFF.socialWorker, desk.ports)
  await desk.work()
  return chosen
}
const inOutlook = () =>
  [...desk.calendar.events.values()].map(({ slot, attendees }) => [
    momentWords(slot.start),
    minutesBetween(slot.start, slot.end),
    attendees.map(({ email }) => email.split('@')[0]).sort(),
  ])

describe('a way out is booked by one press (E-43)', () => {
  test('a shorter meeting takes up as much of everybody’s diary as it takes', async () => {
    workerIsFree('13:00', '13:45')
    const meeting = await confirm()
    expect((await choose(meeting, 'shorter')).ok).toBe(true)
    const after = await meetingNow(meeting)
    expect(after).toMatchObject({ state: 'arranged', wayTaken: { way: 'shorter', minutes: 45 } })
    expect(inOutlook().map(([start, minutes]) => [start, minutes])).toEqual(
      Array(2).fill(['Fri 30 Oct 2026 13:00', 45]),
    )
  })

  test('where nobody has the time to travel, by video: Outlook says so, and no place', async () => {
    workerIsFree('13:00', '14:00')
    const people = thePeople().map((one) => ({ ...one, clearedForAddress: true }))
    const meeting = await confirm({ people })
    expect(meeting.plan.venue.kind).toBe('placement')
    expect((await choose(meeting, 'video')).ok).toBe(true)
    expect([...desk.calendar.events.values()].map(({ location }) => location)).toEqual(['Online', 'Online'])
  })

  test('outside working hours, once they have agreed: nobody is said to be busy then', async () => {
    workerIsFree('18:00', '19:30')
    const meeting = await confirm()
    expect(await choose(meeting, 'outOfHours')).toMatchObject({ refusal: { reason: 'consentMissing' } })
    expect((await choose(meeting, 'outOfHours', 'Everybody, by phone')).ok).toBe(true)
    const after = await meetingNow(meeting)
    expect(after).toMatchObject({ state: 'arranged', wayTaken: { consent: 'Everybody, by phone' } })
    expect(after.concerns ?? []).toEqual([])
  })

  test('in two parts: professionals first, then the mother with those who lead, each invited to their own part alone', async () => {
    workerIsFree('10:00', '15:30')
    const interpreter = { role: 'interpreter' as const, name: 'Yusuf Demir', email: 'yusuf.demir@brackenshire.example', insideTenant: true } // prettier-ignore
    desk.calendar.busy.set(interpreter.email, [
      span('2026-10-30', '00:00', '15:00'),
      span('2026-10-30', '15:30', '23:59'),
      span('2026-11-02', '00:00', '10:00'),
    ])
    const meeting = await confirm({ people: [...thePeople(), interpreter] })
    expect((await choose(meeting, 'split')).ok).toBe(true)
    expect(inOutlook().sort()).toEqual([
      ['Fri 30 Oct 2026 10:00', 60, ['m.oyelaran', 'tobias.greenhalgh']],
      ['Fri 30 Oct 2026 15:00', 30, ['petra.v']],
      ['Fri 30 Oct 2026 15:00', 30, ['yusuf.demir']],
    ])
    const parts = await desk.ports.store.meetingsOf(meeting.placementId)
    expect(parts.map(({ state }) => state)).toEqual(['arranged', 'arranged'])
    const letters = (who: string) => [...desk.mail.sent.values()].filter(({ to }) => to.startsWith(who))
    expect([letters('yusuf').length, letters('petra').length]).toEqual([1, 0])
  })

  test('late, with a reason, and the last day stays what it was (R-025, R-033)', async () => {
    workerIsFree('17:30', '17:30')
    const meeting = await confirm()
    expect(await choose(meeting, 'late')).toMatchObject({ refusal: { reason: 'lateReasonMissing' } })
    expect((await choose(meeting, 'late', 'Nobody was free')).ok).toBe(true)
    const after = await meetingNow(meeting)
    expect(after).toMatchObject({ state: 'arranged', lateReason: 'Nobody was free' })
    expect(after.plan.deadline).toEqual(meeting.plan.deadline)
  })

  test('what has been taken in the meantime is not booked, and nothing stays given up', async () => {
    workerIsFree('13:00', '13:45')
    const meeting = await confirm()
    workerIsFree('17:30', '17:30')
    expect(await choose(meeting, 'shorter')).toMatchObject({ refusal: { reason: 'timeTaken' } })
    expect((await meetingNow(meeting)).plan.durationMinutes).toBe(60)
    expect(desk.calendar.events.size).toBe(0)
  })

  test('taken between the press and the booking, the meeting waits again for a time of its full length', async () => {
    workerIsFree('13:00', '13:45')
    const meeting = await confirm()
    const { start } = meeting.ways!.find(({ way }) => way === 'shorter')!.slot
    const wanted = { meetingId: meeting.id, version: meeting.version, way: 'shorter' as const, start }
    expect((await chooseWayOut(wanted, STAFF.socialWorker, desk.ports)).ok).toBe(true)
    workerIsFree('17:30', '17:30')
    await desk.work()
    const after = await meetingNow(meeting)
    expect(after).toMatchObject({ state: 'toArrange', problem: 'timeTaken', plan: { durationMinutes: 60 } })
    expect(after.wayTaken).toBeUndefined()
    expect(after.ways!.map(({ way }) => way)).toContain('late')
  })

  test('a change that is taken over afterwards leaves it as short as it was made', async () => {
    workerIsFree('13:00', '13:45')
    const meeting = await confirm()
    await choose(meeting, 'shorter')
    await registerConfirmation(
      aConfirmation({ placement: { providerName: 'Home Fires' }, people: thePeople().slice(0, 5) }),
      STAFF.officer,
      'api',
      desk.ports,
    )
    const placement = (await desk.ports.store.placement(meeting.placementId))!
    const wanted = { placementId: placement.id, version: placement.version, take: true }
    expect((await settleChange(wanted, STAFF.officer, desk.ports)).ok).toBe(true)
    await desk.work()
    expect((await meetingNow(meeting)).plan.durationMinutes).toBe(45)
  })
})
