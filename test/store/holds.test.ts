import { beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { TimeTaken } from '../../bot/meetings/ports.ts'
import type { MeetingId, MeetingRef, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { instant } from '../../shared/dates/time.ts'
import { aMeeting, aPlacement, aSlot } from '../support/builders.ts'
import { storeOn } from '../support/store-on.ts'
import { TEST_DATABASES } from '../support/test-databases.ts'

const AT_TEN = aSlot()
const AT_HALF_PAST_TEN = { start: instant('2026-11-03T10:30:00Z'), end: instant('2026-11-03T11:30:00Z') }
const AT_ELEVEN = { start: instant('2026-11-03T11:00:00Z'), end: instant('2026-11-03T12:00:00Z') }
const THAT_DAY = { start: instant('2026-11-03T00:00:00Z'), end: instant('2026-11-04T00:00:00Z') }

const ROSALIND = 'rosalind.achterberg@brackenshire.example'
const TOBIAS = 'tobias.greenhalgh@brackenshire.example'

const aSecondMeeting = () => aMeeting({ id: 'meeting-2' as MeetingId, ref: 'PPM-2222' as MeetingRef })

describe.each(TEST_DATABASES)('holds on $name: nobody is promised to two of our meetings at once', ({ create }) => {
  const use = storeOn(create)
  const hold = (meeting: PlanningMeeting, emails: string[], slot = AT_TEN, at = use.store) =>
    at.save({ holds: [{ meetingId: meeting.id, emails, slots: [slot] }] })

  beforeEach(async () => {
    await use.store.save({ placement: aPlacement(), meetings: [aMeeting(), aSecondMeeting()] })
  })

  test('a slot that overlaps for one person is refused', async () => {
    await hold(aMeeting(), [ROSALIND, TOBIAS])
    await expect(hold(aSecondMeeting(), [TOBIAS], AT_HALF_PAST_TEN)).rejects.toThrow(TimeTaken)
  })

  test('letter case does not make two people of one', async () => {
    await hold(aMeeting(), ['Rosalind.Achterberg@Brackenshire.Example'])
    await expect(hold(aSecondMeeting(), [ROSALIND])).rejects.toThrow(TimeTaken)
  })

  test('meetings may follow each other without a gap, and others may meet at the same time', async () => {
    await hold(aMeeting(), [ROSALIND])
    await hold(aSecondMeeting(), [ROSALIND], AT_ELEVEN)
    await hold(aSecondMeeting(), [TOBIAS], AT_TEN)
    expect(await use.store.held([ROSALIND, TOBIAS], THAT_DAY)).toEqual(
      new Map([
        [ROSALIND, [AT_TEN]],
        [TOBIAS, [AT_TEN]],
      ]),
    )
  })

  test('a meeting that moves gives up its old time, and may overlap with it', async () => {
    await hold(aMeeting(), [ROSALIND])
    await hold(aMeeting(), [ROSALIND], AT_HALF_PAST_TEN)
    expect(await use.store.held([ROSALIND], THAT_DAY)).toEqual(new Map([[ROSALIND, [AT_HALF_PAST_TEN]]]))
  })

  test('a time that is released can be taken', async () => {
    await hold(aMeeting(), [ROSALIND])
    await use.store.save({
      release: [aMeeting().id],
      holds: [{ meetingId: aSecondMeeting().id, emails: [ROSALIND], slots: [AT_TEN] }],
    })
    expect(await use.store.held([ROSALIND], THAT_DAY, aMeeting().id)).toEqual(new Map([[ROSALIND, [AT_TEN]]]))
  })

  test('are told for everyone asked about, within the stretch asked about, without those of the meeting in hand', async () => {
    await hold(aMeeting(), [ROSALIND])
    await hold(aSecondMeeting(), [ROSALIND], AT_ELEVEN)
    expect(await use.store.held([ROSALIND.toUpperCase(), TOBIAS], AT_TEN)).toEqual(
      new Map([
        [ROSALIND, [AT_TEN]],
        [TOBIAS, []],
      ]),
    )
    expect(await use.store.held([ROSALIND], THAT_DAY, aMeeting().id)).toEqual(new Map([[ROSALIND, [AT_ELEVEN]]]))
  })

  test('of instances that race for the same people, each pair of meetings in another order, one gets the time', async () => {
    const elsewhere = await use.elsewhere()
    for (let round = 0; round < 20; round += 1) {
      await use.store.save({ release: [aMeeting().id, aSecondMeeting().id] })
      const outcomes = await Promise.allSettled([
        hold(aMeeting(), [ROSALIND, TOBIAS]),
        hold(aSecondMeeting(), [TOBIAS, ROSALIND], AT_HALF_PAST_TEN, elsewhere),
      ])
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(TimeTaken) })
    }
  })

  test('the database refuses an overlap by itself, whoever asks', async () => {
    await hold(aMeeting(), [ROSALIND])
    const around = sql`insert into hold values (${aSecondMeeting().id}, ${ROSALIND}, ${AT_TEN.start}, ${AT_TEN.end})`
    await expect(around.execute(use.db)).rejects.toMatchObject({ constraint: 'hold_once' })
  })
})
