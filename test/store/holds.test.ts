import { beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import type { Queryable } from '../../bot/store/rows.ts'
import { TimeTaken } from '../../bot/meetings/ports.ts'
import type { MeetingId, MeetingRef, PlacementId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import type { FamilyId, Siblings } from '../../shared/placement/siblings.ts'
import { instant } from '../../shared/dates/time.ts'
import { aConfirmation, aDraft, aMeeting, aPlacement, aSlot } from '../support/builders.ts'
import { storeOn } from '../support/store-on.ts'
import { TEST_DATABASES } from '../support/test-databases.ts'

const AT_TEN = aSlot()
const AT_HALF_PAST_TEN = { start: instant('2026-11-03T10:30:00Z'), end: instant('2026-11-03T11:30:00Z') }
const AT_ELEVEN = { start: instant('2026-11-03T11:00:00Z'), end: instant('2026-11-03T12:00:00Z') }
const THAT_DAY = { start: instant('2026-11-03T00:00:00Z'), end: instant('2026-11-04T00:00:00Z') }

const ROSALIND = 'rosalind.achterberg@brackenshire.example'
const TOBIAS = 'tobias.greenhalgh@brackenshire.example'

const aSecondMeeting = () => aMeeting({ id: 'meeting-2' as MeetingId, ref: 'PPM-2222' as MeetingRef })

/** Past all our own code. */
const around = (db: Queryable, { id, placementId }: PlanningMeeting, sharedBy: string) =>
  sql`insert into hold (meeting_id, placement_id, shared_by, address, starts_at, ends_at)
      values (${id}, ${placementId}, network_of(${sharedBy}), ${ROSALIND}, ${AT_TEN.start}, ${AT_TEN.end})`.execute(db)

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
    expect(await use.store.held([ROSALIND], THAT_DAY, [aMeeting().id])).toEqual(new Map([[ROSALIND, [AT_TEN]]]))
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
    expect(await use.store.held([ROSALIND], THAT_DAY, [aMeeting().id])).toEqual(new Map([[ROSALIND, [AT_ELEVEN]]]))
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
    await expect(around(use.db, aSecondMeeting(), 'meeting-2')).rejects.toMatchObject({ constraint: 'hold_once' })
  })
})

describe.each(TEST_DATABASES)('brothers and sisters who are placed together, on $name (E-16)', ({ create }) => {
  const use = storeOn(create)
  const brother = { id: 'placement-brother' as PlacementId, ...reference('PL-2') }
  const stranger = { id: 'placement-stranger' as PlacementId, ...reference('PL-3') }
  const own = aMeeting()
  const his = { ...aSecondMeeting(), placementId: brother.id }
  const theirs = aMeeting({ id: 'meeting-3' as MeetingId, ref: 'PPM-3333' as MeetingRef, placementId: stranger.id })
  const hold = ({ id }: PlanningMeeting, slot = AT_TEN, at = use.store) =>
    at.save({ holds: [{ meetingId: id, emails: [ROSALIND, TOBIAS], slots: [slot] }] })

  /** Each in a group of their own, or two of them in one. */
  async function placed(how: Siblings['how'], together = true) {
    const siblings = (group: string): Siblings => ({ group, how })
    await use.store.save({ placement: aPlacement({ siblings: siblings('one') }), meetings: [own] })
    await use.store.save({
      placement: aPlacement({ ...brother, siblings: siblings(together ? 'one' : 'two') }),
      meetings: [his],
    })
    await use.store.save({ placement: aPlacement({ ...stranger, siblings: siblings('three') }), meetings: [theirs] })
  }

  test('may have the same people at one time, and an overlapping one', async () => {
    await placed('together')
    await hold(own)
    await hold(his)
    await hold(his, AT_HALF_PAST_TEN)
    expect(await use.store.held([TOBIAS], THAT_DAY)).toEqual(new Map([[TOBIAS, [AT_TEN, AT_HALF_PAST_TEN]]]))
    expect(await use.store.held([TOBIAS], THAT_DAY, [own.id, his.id])).toEqual(new Map([[TOBIAS, []]]))
  })

  test('and nobody else may: neither before them nor after', async () => {
    await placed('together')
    await hold(own)
    await hold(his)
    await expect(hold(theirs)).rejects.toThrow(TimeTaken)
    await use.store.save({ release: [own.id, his.id] })
    await hold(theirs, AT_HALF_PAST_TEN)
    await expect(hold(own)).rejects.toThrow(TimeTaken)
  })

  test('where they are no brothers, or the practice keeps their times apart, they exclude each other', async () => {
    await placed('together', false)
    await hold(own)
    await expect(hold(his)).rejects.toThrow(TimeTaken)
    await placedAnew('oneAfterTheOther')
    await expect(hold(his)).rejects.toThrow(TimeTaken)
    await hold(his, AT_ELEVEN)
  })
  async function placedAnew(how: Siblings['how']) {
    for (const id of [own.placementId, brother.id]) {
      const placement = (await use.store.placement(id))!
      await use.store.save({ placement: { ...placement, siblings: { group: 'one', how } } })
    }
  }

  test('two meetings of one of them are never at one time', async () => {
    await placed('together')
    const another = aMeeting({ id: 'meeting-4' as MeetingId, ref: 'PPM-4444' as MeetingRef })
    await use.store.save({ meetings: [another] })
    await hold(his)
    await hold(own)
    await expect(hold(another)).rejects.toThrow(TimeTaken)
  })

  test('nor is a meeting of another kind', async () => {
    await placed('together')
    const kept = (await use.store.meeting(his.id))!
    await use.store.save({ meetings: [{ ...kept, plan: { ...kept.plan, kind: 'disruption' } }] })
    await hold(own)
    await expect(hold(his)).rejects.toThrow(TimeTaken)
  })

  test('the database keeps to all of it by itself', async () => {
    await placed('together')
    await hold(own)
    await around(use.db, his, 'one first')
    await expect(around(use.db, theirs, 'three first')).rejects.toMatchObject({ constraint: 'hold_once' })
    const again = { ...theirs, placementId: brother.id }
    await expect(around(use.db, again, 'one first')).rejects.toMatchObject({ constraint: 'hold_once_in_placement' })
  })

  test('of instances that race, both get the time together, and one of them where a stranger races, too', async () => {
    await placed('together')
    const elsewhere = await use.elsewhere()
    for (let round = 0; round < 10; round += 1) {
      await use.store.save({ release: [own.id, his.id, theirs.id] })
      const [a, b, c] = await Promise.allSettled([hold(own), hold(his, AT_TEN, elsewhere), hold(theirs)])
      expect(a.status).toBe(b.status)
      expect(c.status).not.toBe(a.status)
    }
  })

  test('the meetings of those placed together are found, and of no others; those that are over are not (E-16)', async () => {
    await placed('together')
    expect((await use.store.siblingMeetings('one', 'first')).map(({ id }) => id)).toEqual([his.id, own.id])
    expect(await use.store.siblingMeetings('one', 'disruption')).toEqual([])
    const kept = (await use.store.meeting(his.id))!
    const cancelled = { state: 'cancelled', reason: 'x', cancelledAt: AT_TEN.start } as const
    await use.store.save({ meetings: [{ ...kept, ...cancelled }] })
    expect((await use.store.siblingMeetings('one', 'first')).map(({ id }) => id)).toEqual([own.id])
  })

  test('placements are found by the day on which they start, unless they were called off', async () => {
    await placed('together')
    const day = { start: instant('2026-11-02T00:00:00Z'), end: instant('2026-11-03T00:00:00Z') }
    expect((await use.store.placementsStarting(day)).map(({ id }) => id)).toEqual([
      own.placementId,
      brother.id,
      stranger.id,
    ])
    const kept = (await use.store.placement(brother.id))!
    await use.store.save({ placement: { ...kept, cancelled: { at: day.start, by: 'x', reason: 'x' } } })
    expect(await use.store.placementsStarting(day)).toHaveLength(2)
    expect(await use.store.placementsStarting({ start: day.end, end: THAT_DAY.end })).toEqual([])
  })

  test('drafts of one family are found while they are open', async () => {
    const family = '5f1d6c1e-0000-4000-8000-000000000001' as FamilyId
    const draft = (await use.store.save({ draft: aDraft({ family }) })).draft!
    expect((await use.store.draftsOfFamily(family)).map(({ id }) => id)).toEqual([draft.id])
    await use.store.save({ draft: { ...draft, state: 'dismissed' } })
    expect(await use.store.draftsOfFamily(family)).toEqual([])
  })
})

function reference(placementReference: string) {
  return { confirmation: aConfirmation({ placementReference }) }
}
