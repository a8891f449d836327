/**
 * Several instances of the app on one database and one tenant, at once: what no lock inside a process can keep apart.
 * On a PostgreSQL server they are truly apart; the embedded database has one instance, and two sets of workers on it.
 */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { chooseMeetingTime } from '../../bot/meetings/arrange-meeting.ts'
import { silentLog, type LogDetail } from '../../bot/log.ts'
import { offerTimes } from '../../bot/meetings/offer-times.ts'
import { CalendarUnreachable, type Ports } from '../../bot/meetings/ports.ts'
import { registerConfirmation } from '../../bot/meetings/register-confirmation.ts'
import type { Reader } from '../../shared/people/permissions.ts'
import type { PlacementConfirmation } from '../../shared/placement/placement.ts'
import type { MeetingId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { addDays, addMinutes, atLondon, day, dayOfWeek, instant, type Instant } from '../../shared/dates/time.ts'
import { anInstance, type Instance } from '../support/an-instance.ts'
import { aConfirmation } from '../support/builders.ts'
import { aLocalOutlook, type LocalOutlook } from '../support/local-outlook.ts'
import { OWEN, RUTH, TINA } from '../support/local-workplace.ts'
import { TEST_DATABASES, type TestDatabase } from '../support/test-databases.ts'
import { passTime } from '../../bot/jobs/pass-time.ts'

jest.setTimeout(300_000)

const NADIA: Reader = {
  objectId: 'nadia',
  name: 'Nadia Castellane',
  email: 'nadia.castellane@merrowdale.example',
  role: 'placementOfficer',
}

/** The nth of many placements with the same two workers; two begin on each working day. */
function placement(n: number): PlacementConfirmation {
  let starts = day('2027-01-11')
  for (let left = Math.floor(n / 2); left > 0;) {
    starts = addDays(starts, 1)
    if (dayOfWeek(starts) <= 5) left -= 1
  }
  return aConfirmation({
    caseReference: `LCS-${300_000 + n}`,
    placementReference: `PL-${50_000 + n}`,
    placement: { startsAt: atLondon(starts, '10:00') },
    confirmedAt: instant('2026-12-18T16:00:00Z'),
    confirmedBy: { name: NADIA.name, email: NADIA.email, role: 'placementOfficer' },
    people: [
      { role: 'child', name: 'KV', email: null, decision: { part: 'contribute' } },
      { role: 'childsSocialWorker', name: 'Owen Tremlett', email: OWEN, clearedForAddress: true },
      { role: 'supervisingSocialWorker', name: 'Ruth Ashdown', email: RUTH, clearedForAddress: true },
      { role: 'fosterCarer', name: 'Tina Bramwell', email: TINA, insideTenant: false, clearedForAddress: true },
    ],
  })
}

describe.each(TEST_DATABASES)('three instances on $name', ({ create }) => {
  let outlook: LocalOutlook
  let databases: TestDatabase
  let instances: Instance[]
  /** How often Graph said that it was asked too much at once. */
  let throttled: number

  beforeEach(async () => {
    throttled = 0
    const warn = (_: string, detail?: LogDetail) => void (detail?.['status'] === 429 && (throttled += 1))
    // On a busy machine an answer takes its time; here it is the limits that are put to the test, and not lost answers.
    outlook = await aLocalOutlook({ log: { ...silentLog, warn }, onItsWayMs: 250, timeoutMs: 20_000 })
    databases = await create()
    instances = [await anInstance(databases.database, outlook)]
    while (instances.length < 3) instances.push(await anInstance(await databases.another(), outlook))
  })
  afterEach(async () => {
    for (const instance of instances) await instance.stop()
    await databases.close()
    await outlook.close()
  })

  const confirm = async (n: number, { ports }: Instance): Promise<PlanningMeeting> => {
    const done = await registerConfirmation(placement(n), NADIA, 'api', ports)
    if (!done.ok) throw new Error(`Not confirmed: ${done.refusal.reason}`)
    return done.value.meetings[0]!
  }
  /** As a person would: takes the first time offered, and looks again when somebody else was quicker. */
  async function schedule(id: MeetingId, { ports }: Instance): Promise<void> {
    for (let tries = 0; tries < 40; tries += 1) {
      const meeting = (await ports.store.meeting(id))!
      const start = await firstTime(meeting, ports)
      const wanted = { meetingId: id, version: meeting.version, start, lateReason: 'Nothing sooner' }
      const chosen = await chooseMeetingTime(wanted, NADIA, ports)
      if (chosen.ok) return
      if (!['timeTaken', 'stale'].includes(chosen.refusal.reason))
        throw new Error(`Not chosen: ${chosen.refusal.reason}`)
    }
    throw new Error('No time was left')
  }
  async function firstTime(meeting: PlanningMeeting, ports: Ports): Promise<Instant> {
    const placement = (await ports.store.placement(meeting.placementId))!
    for (;;) {
      // Outlook that asks to wait is asked again when the time is over.
      const found = await offerTimes({ plan: meeting.plan, of: placement, except: meeting.id }, ports)
      if (found?.offered[0]) return found.offered[0].start
      outlook.pass(5)
    }
  }
  const settle = async (minutes: number) => {
    const [first] = instances
    const clock = {
      now: () => outlook.workplace.clock.now(),
      set: (now: Instant) => outlook.workplace.clock.moveTo(now),
    }
    await passTime(first!.jobs, clock, addMinutes(clock.now(), minutes))
  }
  /** A hundred questions at once are too many as well: whoever asks them waits like everybody else. */
  async function find(marker: string): Promise<unknown[]> {
    for (;;) {
      try {
        return await instances[0]!.ports.calendar.find(OWEN, marker)
      } catch (error) {
        if (!(error instanceof CalendarUnreachable)) throw error
        outlook.pass((error.retryAfterSeconds ?? 0) + 60)
      }
    }
  }
  const meetings = (ids: MeetingId[]): Promise<PlanningMeeting[]> =>
    Promise.all(ids.map(async (id) => (await instances[0]!.ports.store.meeting(id))!))

  test('a hundred confirmations at once: none is lost, none doubled, and no wait that Graph asks for is broken', async () => {
    // So long that calls overlap, as they do over a network.
    outlook.workplace.faults.switches.latencyMs = 30
    const ids = await Promise.all(
      Array.from({ length: 100 }, async (_, n) => {
        const instance = instances[n % 3]!
        const { id } = await confirm(n, instance)
        await schedule(id, instance)
        return id
      }),
    )
    // Whoever was refused tries again, later each time.
    let all = await meetings(ids)
    for (let hours = 0; hours < 8 && all.some(({ state }) => state !== 'arranged'); hours += 0.5) {
      await settle(30)
      all = await meetings(ids)
    }
    // Whatever Graph asked to wait last is over.
    outlook.pass(120)
    expect(all.map((meeting) => meeting.state)).toEqual(ids.map(() => 'arranged'))
    for (const meeting of all) {
      expect(await find(`${meeting.id}/1`)).toHaveLength(1)
    }
    expect(outlook.workplace.mails().filter(({ to, kind }) => to === TINA && kind === 'invitation')).toHaveLength(100)
    expect(outlook.workplace.earlyReturns()).toBe(0)
    // Otherwise the limits were not put to the test.
    expect(throttled).toBeGreaterThan(0)
    expectNoOverlap(all.map((meeting) => (meeting.state === 'arranged' ? meeting.slot : null)))
  })

  test('race for the same hour of the same people: one has it, the others are told that it is taken, every time', async () => {
    for (let round = 0; round < 12; round += 1) {
      const confirmed = await Promise.all(instances.map((instance, n) => confirm(3 * round + n, instance)))
      await settle(0)
      const pair = await meetings(confirmed.map(({ id }) => id))
      const { ports } = instances[0]!
      const wanted = await firstTime(pair[0]!, ports)
      const outcomes = await Promise.all(
        instances.map(({ ports: own }, n) => {
          const { id: meetingId, version } = pair[n]!
          return chooseMeetingTime({ meetingId, version, start: wanted, lateReason: 'None sooner' }, NADIA, own)
        }),
      )
      expect(outcomes.map((one) => (one.ok ? 'has it' : one.refusal.reason)).toSorted()).toEqual([
        'has it',
        'timeTaken',
        'timeTaken',
      ])
    }
    await settle(5)
    expect(outlook.workplace.mails().filter(({ to, kind }) => to === TINA && kind === 'invitation')).toHaveLength(12)
  })

  test('are told of one placement three times and pressed three times at once: one case, one meeting, one invitation', async () => {
    const [told, ...again] = await Promise.all(instances.map((instance) => confirm(0, instance)))
    expect(again.map(({ id }) => id)).toEqual([told!.id, told!.id])
    await settle(0)
    const [one] = await meetings([told!.id])
    const start = await firstTime(one!, instances[0]!.ports)
    const outcomes = await Promise.all(
      instances.map(({ ports }) =>
        chooseMeetingTime({ meetingId: one!.id, version: one!.version, start }, NADIA, ports),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    await settle(5)
    expect(await instances[1]!.ports.calendar.find(OWEN, `${one!.id}/1`)).toHaveLength(1)
    expect(outlook.workplace.mails().filter(({ to, kind }) => to === TINA && kind === 'invitation')).toHaveLength(1)
  })
})

function expectNoOverlap(slots: ({ start: string; end: string } | null)[]) {
  const sorted = slots.filter((slot) => slot !== null).toSorted((a, b) => (a.start < b.start ? -1 : 1))
  for (const [index, slot] of sorted.entries()) {
    if (index > 0) expect(slot.start >= sorted[index - 1]!.end).toBe(true)
  }
}
