import { beforeEach, describe, expect, test } from '@jest/globals'
import { instant } from '../../shared/dates/time.ts'
import { aMeeting, aPlacement, someMinutes } from '../support/builders.ts'
import { storeOn } from '../support/store-on.ts'
import { TEST_DATABASES } from '../support/test-databases.ts'

describe.each(TEST_DATABASES)('minutes on $name', ({ create }) => {
  const use = storeOn(create)
  const savedAt = instant('2026-11-03T10:40:00Z')
  beforeEach(() => use.store.save({ placement: aPlacement(), meetings: [aMeeting()] }))

  test('come back byte for byte', async () => {
    const state = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    const record = { state, minutes: someMinutes(), savedAt }
    expect(await use.store.changeMinutes(aMeeting().id, () => record)).toStrictEqual(record)
    expect(await use.store.minutes(aMeeting().id)).toStrictEqual(record)
  })

  test('keep what everybody adds, when many write at once', async () => {
    const elsewhere = await use.elsewhere()
    const add = (letter: number) =>
      (letter % 2 ? use.store : elsewhere).changeMinutes(aMeeting().id, (before) => ({
        state: Uint8Array.from([...(before?.state ?? []), letter]),
        minutes: someMinutes(),
        savedAt,
      }))
    await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(add))
    expect([...((await use.store.minutes(aMeeting().id))?.state ?? [])].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  test('are left as they were when merging fails', async () => {
    const record = { state: Uint8Array.of(1), minutes: someMinutes(), savedAt }
    await use.store.changeMinutes(aMeeting().id, () => record)
    const failing = use.store.changeMinutes(aMeeting().id, () => {
      throw new Error('cannot be merged')
    })
    await expect(failing).rejects.toThrow('cannot be merged')
    expect(await use.store.minutes(aMeeting().id)).toStrictEqual(record)
  })
})
