/** What is kept of the confirmation mailbox: one specification for the database, and for the stand-in of the tests. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import type { MailMemory, Round } from '../../bot/mailbox/ports.ts'
import type { PlannedJob } from '../../bot/meetings/ports.ts'
import { openMailMemory } from '../../bot/store/mail-memory.ts'
import type { ArrivedMail, ArrivedMailId } from '../../shared/letters/arrived-mail.ts'
import type { DraftId } from '../../shared/placement/draft.ts'
import { addMinutes, instant } from '../../shared/dates/time.ts'
import { MemoryMailMemory } from '../support/memory-mail-memory.ts'
import { TEST_DATABASES, type TestDatabase } from '../support/test-databases.ts'

const NOW = instant('2026-12-18T16:05:00Z')
const id = (n: number) => `00000000-0000-8000-8000-00000000000${n}` as ArrivedMailId

const aMail = (over: Partial<ArrivedMail> = {}): ArrivedMail => ({
  id: id(1),
  arrival: { at: NOW, sender: 'colleague', unread: 1 },
  came: 'news',
  news: [{ about: 'draft', draftId: 'a-draft' as DraftId, seenBefore: false, calledOff: false }],
  settled: null,
  ...over,
})
const aRound = (over: Partial<Round> = {}): Round => ({
  mailbox: 'placements@brackenshire.example',
  link: 'https://graph/delta?token=1',
  beganAt: NOW,
  readAt: NOW,
  watchedAt: null,
  ...over,
})
const JOB: PlannedJob = { job: { name: 'readMailbox' }, key: 'mailbox' }

const IN_MEMORY = { name: 'a stand-in', create: null }

describe.each([IN_MEMORY, ...TEST_DATABASES])('what is kept of the mailbox on $name', ({ create }) => {
  let databases: TestDatabase | null = null
  let memory: MailMemory
  const jobs: PlannedJob[] = []

  beforeAll(async () => {
    databases = create && (await create())
  })
  afterAll(() => databases?.close())
  beforeEach(async () => {
    jobs.length = 0
    if (databases) await sql`truncate mailbox_round, arrived_mail, mail_telling`.execute(databases.database.db)
    memory = databases
      ? openMailMemory(databases.database, async (_, planned) => void jobs.push(...planned))
      : new MemoryMailMemory((planned) => jobs.push(...planned))
  })

  test('how far it was read is kept as it was given, whatever the case of the address', async () => {
    expect(await memory.round('placements@brackenshire.example')).toBeNull()
    await memory.keep({ round: aRound({ mailbox: 'Placements@Brackenshire.example' }), jobs: [JOB] })
    await memory.keep({ round: aRound({ link: 'https://graph/delta?token=2', watchedAt: NOW }) })
    expect(await memory.round('PLACEMENTS@brackenshire.example')).toStrictEqual(
      aRound({ link: 'https://graph/delta?token=2', watchedAt: NOW }),
    )
    expect(jobs).toEqual([JOB])
  })

  test('a mail is kept once, and what followed from it the second time is not', async () => {
    expect(await memory.keep({ mail: aMail(), jobs: [JOB] })).toBe(true)
    expect(await memory.keep({ mail: aMail({ came: 'nothing', news: [] }), jobs: [JOB] })).toBe(false)
    expect(await memory.mail(id(1))).toStrictEqual(aMail())
    expect(jobs).toHaveLength(1)
    expect(await memory.taken([id(1), id(2)])).toEqual(new Set([id(1)]))
  })

  test('what has news waits, the oldest first, until somebody has seen to it; whoever was first counts', async () => {
    await memory.keep({
      mail: aMail({ id: id(2), arrival: { at: addMinutes(NOW, -5), sender: 'outside', unread: 0 } }),
    })
    await memory.keep({ mail: aMail() })
    await memory.keep({ mail: aMail({ id: id(3), came: 'automatic', news: [] }) })
    expect((await memory.waiting()).map((mail) => mail.id)).toEqual([id(2), id(1)])
    await memory.settle(id(2), { at: NOW, by: 'officer' }, [JOB])
    await memory.settle(id(2), { at: addMinutes(NOW, 1), by: 'other-officer' }, [JOB])
    expect((await memory.waiting()).map((mail) => mail.id)).toEqual([id(1)])
    expect((await memory.mail(id(2)))?.settled).toEqual({ at: NOW, by: 'officer' })
    expect(jobs).toHaveLength(1)
  })

  test('mails are counted by what they were', async () => {
    const came = ['news', 'nothing', 'nothing', 'automatic'] as const
    for (const [n, one] of came.entries()) await memory.keep({ mail: aMail({ id: id(n + 1), came: one, news: [] }) })
    expect(await memory.counts(NOW)).toEqual({ news: 1, nothing: 2, automatic: 1, ours: 0, notTrusted: 0 })
    expect((await memory.counts(addMinutes(NOW, 1))).nothing).toBe(0)
  })

  test('how each officer was told is kept, the first time', async () => {
    await memory.keep({ mail: aMail() })
    const place = { serviceUrl: 'https://teams', conversationId: 'a:1', activityId: '7' }
    await memory.keepTelling(id(1), { objectId: 'b', how: 'teams', place })
    await memory.keepTelling(id(1), { objectId: 'a', how: 'letter', place: null })
    await memory.keepTelling(id(1), { objectId: 'a', how: 'teams', place })
    expect(await memory.told(id(1), 'c')).toBeNull()
    expect(await memory.tellings(id(1))).toEqual([
      { objectId: 'a', how: 'letter', place: null },
      { objectId: 'b', how: 'teams', place },
    ])
  })

  test('old mails are forgotten, but not one that still waits', async () => {
    await memory.keep({ mail: aMail() })
    await memory.keep({ mail: aMail({ id: id(2), came: 'nothing', news: [] }) })
    await memory.keep({ mail: aMail({ id: id(3) }) })
    await memory.settle(id(3), { at: NOW, by: 'officer' }, [])
    await memory.forget(addMinutes(NOW, 1))
    expect(await memory.taken([id(1), id(2), id(3)])).toEqual(new Set([id(1)]))
  })
})
