import { beforeEach, describe, expect, test } from '@jest/globals'
import { chooseMeetingTime } from '../../bot/meetings/arrange-meeting.ts'
import { registerConfirmation } from '../../bot/meetings/register-confirmation.ts'
import type { PlacementConfirmation } from '../../shared/placement/placement.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { atLondon, day, instant, momentWords, type Interval } from '../../shared/dates/time.ts'
import { aConfirmation, thePeople } from '../support/builders.ts'
import { STAFF, useDesk, type Desk } from '../support/practice-desk.ts'

/** A foster placement that starts on Mon 2 Nov 2026 at ten: at the statutory default its meeting has to come before. */
const current = useDesk({ now: '2026-10-29T16:45:00Z' })
let desk: Desk
beforeEach(() => {
  desk = current()
})

const MANAGER = { role: 'teamManager' as const, name: 'Imelda Castellano', email: 'imelda.castellano@brackenshire.example', insideTenant: true } // prettier-ignore
const WORKER = STAFF.socialWorker.email
const span = (date: string, from: string, until: string): Interval => ({
  start: atLondon(day(date), from),
  end: atLondon(day(date), until),
})

/** On Friday the worker is free from `from` only; on Monday not at all. */
const workerIsFreeFrom = (from: string) =>
  desk.calendar.busy.set(WORKER, [span('2026-10-30', '08:00', from), span('2026-11-02', '08:00', '10:00')])

async function confirm(over: Partial<PlacementConfirmation> = {}): Promise<PlanningMeeting> {
  const people = [...thePeople(), MANAGER]
  const placement = { ...aConfirmation().placement, area: 'inside' as const, address: null }
  const done = await registerConfirmation(aConfirmation({ people, placement, ...over }), STAFF.officer, 'api', desk.ports) // prettier-ignore
  if (!done.ok) throw new Error(done.refusal.reason)
  await desk.work()
  return (await desk.ports.store.meeting(done.value.meetings[0]!.id))!
}
const told = () => desk.announcer.runningOut.map(({ email, left }) => `${email.split('@')[0]} ${left}`)
const meetingNow = async ({ id }: PlanningMeeting) => (await desk.ports.store.meeting(id))!

describe('a meeting that runs out of times (R-032)', () => {
  test('is counted as soon as it is there, and its version stays as it is while it is counted again', async () => {
    workerIsFreeFrom('12:00')
    const meeting = await confirm()
    expect(meeting.chances).toMatchObject({ left: 5, last: instant('2026-10-30T16:30:00Z') })
    const before = (await meetingNow(meeting)).version
    await desk.at('2026-10-30T14:05:00Z')
    const later = await meetingNow(meeting)
    expect(later.chances!.left).toBe(2)
    expect(told()).toEqual(['imelda.castellano few'])
    expect(later.version - before).toBeLessThanOrEqual(1)
  })

  test('at two left whoever the convenor turns to hears once, however often it is counted', async () => {
    workerIsFreeFrom('15:00')
    const meeting = await confirm()
    expect((await meetingNow(meeting)).chances!.left).toBe(2)
    expect(told()).toEqual(['imelda.castellano few'])
    await desk.at('2026-10-30T11:00:00Z')
    expect(told()).toEqual(['imelda.castellano few'])
  })

  test('with none left, the convenor and whoever they turn to hear at once, and can choose between the best late and the best reduced time', async () => {
    workerIsFreeFrom('17:30')
    const meeting = await meetingNow(await confirm())
    expect(told()).toEqual(['rosalind.achterberg none', 'imelda.castellano none'])
    expect(meeting.chances).toMatchObject({ left: 0, last: null })
    expect(meeting.ways!.map(({ way }) => way)).toEqual(['outOfHours', 'reduced', 'late'])
    const [, reduced, late] = meeting.ways!
    expect(reduced!.slot).toMatchObject({ inTime: true, busy: ['childsSocialWorker:1'], minimumHolds: false })
    expect(momentWords(late!.slot.start)).toBe('Mon 2 Nov 2026 10:00')
  })

  test('first few and later none is two things to hear, and no more', async () => {
    workerIsFreeFrom('15:00')
    const meeting = await confirm()
    workerIsFreeFrom('17:30')
    await desk.at('2026-10-30T09:00:00Z')
    await desk.at('2026-11-05T09:00:00Z')
    expect(told()).toEqual(['imelda.castellano few', 'rosalind.achterberg none', 'imelda.castellano none'])
    expect((await meetingNow(meeting)).chances!.left).toBe(0)
  })

  test('once it has a time, nobody is told any more', async () => {
    workerIsFreeFrom('12:00')
    const meeting = await confirm()
    const wanted = { meetingId: meeting.id, version: meeting.version, start: instant('2026-10-30T13:00:00Z') }
    expect((await chooseMeetingTime(wanted, STAFF.socialWorker, desk.ports)).ok).toBe(true)
    await desk.at('2026-11-04T09:00:00Z')
    expect(told()).toEqual([])
  })

  test('whoever cannot be reached in Teams gets a letter that speaks of times and of nobody (P-02)', async () => {
    desk.announcer.unreachable.add(MANAGER.email)
    workerIsFreeFrom('17:30')
    await confirm()
    const letters = [...desk.mail.sent.values()].filter(({ to }) => to === MANAGER.email)
    expect(letters).toHaveLength(1)
    expect(letters[0]!.text).toContain('No time is left')
    expect(letters[0]!.text).toContain('Mon 2 Nov 2026 10:00')
    expect(JSON.stringify(letters)).not.toMatch(/KV|Petra|Oyelaran|Tannery|BKS-204417|PL-30951/)
  })

  test('with nobody on the case to turn to, the authority’s own mailbox hears', async () => {
    workerIsFreeFrom('15:00')
    await confirm({ people: thePeople() })
    expect(told()).toEqual([])
    expect([...desk.mail.sent.values()].map(({ to }) => to)).toEqual(['placement.meetings@brackenshire.example'])
  })
})
