import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Reminder } from '../../shared/letters/reminders.ts'
import { instant } from '../../shared/dates/time.ts'
import { aMeeting, aPlacement, aReminder } from '../support/builders.ts'
import { storeOn } from '../support/store-on.ts'
import { TEST_DATABASES } from '../support/test-databases.ts'

const AT_ELEVEN = instant('2026-11-03T11:00:00Z')

describe.each(TEST_DATABASES)('reminders on $name', ({ create }) => {
  const use = storeOn(create)
  const find = () => use.store.reminder(aMeeting().id, 'mother:1', 'morning')
  const plan = (...all: Reminder[]) => use.store.save({ reminders: { meetingId: aMeeting().id, all } })
  const sent = { at: instant('2026-11-03T08:00:05Z'), how: 'teams' }
  const moved = aReminder({ meetingStart: AT_ELEVEN, dueAt: instant('2026-11-03T08:30:00Z') })

  beforeEach(() => use.store.save({ placement: aPlacement(), meetings: [aMeeting()] }))

  test('stand as planned until they are sent', async () => {
    await plan(aReminder())
    expect(await find()).toStrictEqual({ ...aReminder(), sentAt: null })
    await use.store.markReminder(aReminder(), sent)
    expect(await find()).toStrictEqual({ ...aReminder(), sentAt: sent.at })
  })

  test('that are planned anew take the place of those not yet sent', async () => {
    await plan(aReminder({ person: 'fosterCarer:1' }), aReminder())
    await plan(moved)
    expect(await find()).toStrictEqual({ ...moved, sentAt: null })
    expect(await use.store.reminder(aMeeting().id, 'fosterCarer:1', 'morning')).toBeNull()
  })

  test('that were sent are not sent again when the same start is planned again', async () => {
    await plan(aReminder())
    await use.store.markReminder(aReminder(), sent)
    await plan(aReminder())
    expect((await find())?.sentAt).toBe(sent.at)
  })

  test('that were sent are sent again for a new start, and once more when the meeting goes back to the old one', async () => {
    await plan(aReminder())
    await use.store.markReminder(aReminder(), sent)
    await plan(moved)
    expect(await find()).toStrictEqual({ ...moved, sentAt: null })
    await use.store.markReminder(moved, sent)
    await plan(aReminder())
    expect(await find()).toStrictEqual({ ...aReminder(), sentAt: null })
  })

  test('that went out for the old start while the meeting moved do not count for the new one', async () => {
    await plan(moved)
    await use.store.markReminder(aReminder(), sent)
    expect((await find())?.sentAt).toBeNull()
  })
})
