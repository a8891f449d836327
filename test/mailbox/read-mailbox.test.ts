/** Following the confirmation mailbox: told of mails, looking all the same, and never losing one. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { readMailbox, takeMailNotices } from '../../bot/mailbox/read-mailbox.ts'
import type { ArrivedMail } from '../../shared/letters/arrived-mail.ts'
import { EMERGENCY_FOSTER } from '../support/confirmation-texts.ts'
import { MAILBOX, MailDesk } from '../support/mail-desk.ts'

let desk: MailDesk
beforeEach(async () => {
  desk = new MailDesk()
  await readMailbox(desk.ports)
})

const drafts = async () => (await desk.store.casesWith(['BKS-204417'])).drafts.length
const taken = async () => (await desk.all()).length
const arrives = (over: object = {}) => desk.inbox.arrives({ text: EMERGENCY_FOSTER, ...over })

describe('a mail comes in', () => {
  test('and Graph tells of it: it is taken at once', async () => {
    await desk.notice(arrives())
    expect(await drafts()).toBe(1)
  })

  test('and Graph tells of it three times: it is taken once, and told once', async () => {
    const mailId = arrives()
    await desk.notice(mailId, mailId)
    await desk.notice(mailId)
    expect([await taken(), await drafts(), desk.told.length]).toEqual([1, 1, 2])
  })

  test('and nobody tells of it: within a quarter of an hour it is found', async () => {
    arrives()
    await desk.later(14)
    expect(await taken()).toBe(0)
    await desk.later(1)
    expect([await taken(), await drafts()]).toEqual([1, 1])
  })

  test('in several copies: it is one mail', async () => {
    const first = arrives()
    const copy = desk.inbox.copy(first)
    await desk.notice(copy)
    await desk.notice(first)
    await desk.later(60)
    expect([await taken(), await drafts(), desk.told.length]).toEqual([1, 1, 2])
  })

  test('and is forwarded by two people: it is one draft, and each mail is told (E-10)', async () => {
    await desk.notice(arrives(), arrives())
    expect([await taken(), await drafts(), desk.told.length]).toEqual([2, 1, 4])
    expect(desk.told.at(-1)?.mail.news).toMatchObject([{ about: 'draft', seenBefore: true }])
  })

  test('and a rule files it elsewhere before anybody looks: it is read by its id', async () => {
    const mailId = arrives()
    desk.inbox.moveAway(mailId)
    await desk.notice(mailId)
    expect(await drafts()).toBe(1)
  })

  test('and is moved away and back, which shows in no list of changes: the night finds it', async () => {
    const mailId = arrives()
    desk.inbox.moveAway(mailId)
    await desk.later(60)
    desk.inbox.moveBack(mailId)
    await desk.later(60)
    expect(await taken()).toBe(0)
    await desk.later(24 * 60)
    expect([await taken(), await drafts()]).toEqual([1, 1])
  })

  test('and is deleted for good before anybody looks: nothing comes of it', async () => {
    const mailId = arrives()
    desk.inbox.deleteForGood(mailId)
    await desk.notice(mailId)
    expect(await taken()).toBe(0)
  })

  test('and somebody reads or flags it later: nothing follows', async () => {
    const mailId = arrives()
    await desk.notice(mailId)
    desk.inbox.touch(mailId)
    await desk.later(60)
    expect([await taken(), desk.told.length]).toEqual([1, 2])
  })
})

describe('more mails than fit on one page', () => {
  test('are all taken, also where the process ends between two pages', async () => {
    for (let n = 0; n < 7; n += 1) arrives({ subject: `Lunch ${n}`, text: 'One o’clock?' })
    const before = desk.inbox.asked
    desk.inbox.whenAsked = (nth) => {
      if (nth === before + 3) throw new Error('The process ends')
    }
    await desk.later(15)
    expect(await taken()).toBe(4)
    await desk.later(15)
    expect(await taken()).toBe(7)
    // What was read before is not read again.
    expect(desk.inbox.asked - before).toBe(5)
  })
})

describe('the mailbox has forgotten where we were', () => {
  test('and is gone through anew; what was taken is not taken again', async () => {
    await desk.notice(arrives())
    desk.inbox.forgetLinks()
    arrives({ text: EMERGENCY_FOSTER.replace('PL-30951', 'PL-2') })
    await desk.later(15)
    expect([await taken(), await drafts(), desk.told.length]).toEqual([2, 2, 4])
  })

  test('in the middle of a round: nothing is lost', async () => {
    for (let n = 0; n < 5; n += 1) arrives({ subject: `Lunch ${n}`, text: 'One o’clock?' })
    const before = desk.inbox.asked
    desk.inbox.whenAsked = (nth) => {
      if (nth === before + 2) desk.inbox.forgetLinks()
    }
    await desk.later(15)
    expect(await taken()).toBe(5)
  })
})

describe('mails from before', () => {
  const received = (at: string) => ({ receivedAt: at as ArrivedMail['arrival']['at'] })

  test('of the day before the app first looked are taken, and older ones are not', async () => {
    desk = new MailDesk()
    arrives({ ...received('2026-12-17T17:00:00Z') })
    arrives({ ...received('2026-12-10T09:00:00Z'), text: EMERGENCY_FOSTER.replace('PL-30951', 'PL-2') })
    await readMailbox(desk.ports)
    await desk.work()
    expect([await taken(), await drafts()]).toEqual([1, 1])
  })

  test('that came in while the app was away for days are taken', async () => {
    arrives({ ...received('2026-12-19T09:00:00Z') })
    desk.clock.set('2026-12-28T09:00:00Z' as never)
    await readMailbox(desk.ports)
    await desk.work()
    expect(await drafts()).toBe(1)
  })
})

describe('when the mailbox cannot be read', () => {
  test('it is tried again every quarter of an hour, and after an hour somebody hears of it', async () => {
    desk.inbox.reachable = false
    await desk.later(15)
    expect(await readMailbox(desk.ports)).toMatchObject({ isTrouble: false })
    await desk.later(60)
    expect(await readMailbox(desk.ports)).toMatchObject({ isTrouble: true })
    desk.inbox.reachable = true
    arrives()
    await desk.later(15)
    expect(await drafts()).toBe(1)
  })

  test('the fault says nothing of a mail', async () => {
    desk.inbox.reachable = false
    const failed = await readMailbox(desk.ports)
    expect(String(failed?.fault)).toBe('CalendarUnreachable: Graph does not answer')
  })
})

describe('Graph’s promise to tell', () => {
  test('is asked for at the beginning, and again and again over the holidays', async () => {
    expect(desk.inbox.watched).toBe(MAILBOX)
    desk.inbox.watched = null
    await desk.later(6 * 60 + 15)
    expect(desk.inbox.watched).toBe(MAILBOX)
  })

  test('that it has broken is mended at once, and what was missed is looked for', async () => {
    arrives()
    desk.inbox.watched = null
    await takeMailNotices([{ resource: '', lifecycleEvent: 'subscriptionRemoved' }], desk.ports)
    await desk.work()
    expect(desk.inbox.watched).toBe(MAILBOX)
    expect(await drafts()).toBe(1)
  })

  test('is given back where there is no confirmation mailbox any more, and nothing is read', async () => {
    const asked = desk.inbox.asked
    desk.ports = { ...desk.ports, mailbox: null }
    arrives()
    await readMailbox(desk.ports)
    await desk.notice('mail-1')
    await desk.later(60)
    expect([desk.inbox.watched, await taken(), desk.inbox.asked]).toEqual([null, 0, asked])
  })

  test('of anything else than a mail leads nowhere', async () => {
    await takeMailNotices([{ resource: 'Users/1a2b/Events/mail-1', lifecycleEvent: null }, { resource: 'x', lifecycleEvent: null }], desk.ports) // prettier-ignore
    expect(desk.planned.map(({ job }) => job.name)).toEqual(['readMailbox'])
  })
})
