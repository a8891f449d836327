import { beforeEach, describe, expect, test } from '@jest/globals'
import type { CalendarHold, PersonalLink, Store } from '../../bot/meetings/ports.ts'
import { instant } from '../../shared/dates/time.ts'
import { aMeeting, aPlacement, aSlot } from '../support/builders.ts'
import { MemoryStore } from '../support/memory-store.ts'
import { storeOn } from '../support/store-on.ts'
import { TEST_DATABASES } from '../support/test-databases.ts'

const NOW = instant('2026-10-26T09:35:00Z')
const { id: meetingId } = aMeeting()

const aLink = (over: Partial<PersonalLink> = {}): PersonalLink => ({
  hash: 'a'.repeat(64),
  meetingId,
  person: 'mother:1',
  round: 1,
  madeAt: NOW,
  ...over,
})
const aHold = (over: Partial<CalendarHold> = {}): CalendarHold => ({
  id: `${meetingId}/held/1`,
  meetingId,
  email: 'rosalind.achterberg@brackenshire.example',
  slot: aSlot(),
  eventId: null,
  looks: 0,
  ...over,
})

/** One specification for the store and for the stand-in that the simulation runs on. */
function specification(store: () => Store) {
  describe('a personal link', () => {
    test('is found by its hash, and by nothing else', async () => {
      await store().save({ links: [aLink()] })
      expect(await store().personalLink('a'.repeat(64))).toEqual(aLink())
      expect(await store().personalLink('b'.repeat(64))).toBeNull()
    })

    test('is gone once it is revoked, for one person or for all of a meeting', async () => {
      const other = aLink({ hash: 'b'.repeat(64), person: 'fosterCarer:1' })
      await store().save({ links: [aLink(), other] })
      await store().save({ revokeLinks: [{ meetingId, person: 'mother:1' }] })
      expect(await store().personalLink(aLink().hash)).toBeNull()
      expect(await store().personalLink(other.hash)).toEqual(other)
      await store().save({ revokeLinks: [{ meetingId }] })
      expect(await store().personalLink(other.hash)).toBeNull()
    })

    test('that comes in the place of others is not revoked with them', async () => {
      await store().save({ links: [aLink()] })
      const fresh = aLink({ hash: 'c'.repeat(64) })
      await store().save({ revokeLinks: [{ meetingId, person: 'mother:1' }], links: [fresh] })
      expect(await store().personalLink(aLink().hash)).toBeNull()
      expect(await store().personalLink(fresh.hash)).toEqual(fresh)
    })
  })

  test('what may stand in calendars is kept for each of them, changed in place and struck out alone', async () => {
    const other = aHold({ email: 'tobias.greenhalgh@brackenshire.example' })
    await store().save({ calendarHolds: [aHold(), other] })
    await store().save({ calendarHolds: [aHold({ eventId: 'AAMk-1', looks: 2 })] })
    const byEmail = (a: CalendarHold, b: CalendarHold) => (a.email < b.email ? -1 : 1)
    expect((await store().calendarHolds(meetingId)).toSorted(byEmail)).toEqual([
      aHold({ eventId: 'AAMk-1', looks: 2 }),
      other,
    ])
    await store().save({ droppedHolds: [aHold()] })
    expect(await store().calendarHolds(meetingId)).toEqual([other])
  })
}

describe.each(TEST_DATABASES)('on $name', ({ create }) => {
  const use = storeOn(create)
  beforeEach(async () => {
    await use.store.save({ placement: aPlacement(), meetings: [aMeeting()] })
  })
  specification(() => use.store)
})

describe('on the stand-in', () => {
  let store: Store
  beforeEach(() => {
    store = new MemoryStore()
  })
  specification(() => store)
})
