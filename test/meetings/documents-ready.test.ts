/** The documents that a meeting needs, marked by those who prepare it. */
import { describe, expect, test } from '@jest/globals'
import { drawAttendee } from '../../bot/chat/drawing.ts'
import { markDocument } from '../../bot/meetings/mark-document.ts'
import { moveMeeting } from '../../bot/meetings/arrange-meeting.ts'
import type { DirectoryPerson } from '../../bot/meetings/ports.ts'
import { listMeetings, showMeeting } from '../../bot/meetings/show-meetings.ts'
import type { Readiness } from '../../shared/agenda/readiness.ts'
import { readyWords } from '../../shared/agenda/readiness.ts'
import { instant } from '../../shared/dates/time.ts'
import { aConfirmation, thePeople } from '../support/builders.ts'
import type { FakeMail } from '../support/fakes.ts'
import { Office, WORKERS } from '../support/office.ts'

async function anOffice() {
  const office = new Office({ now: '2026-10-26T10:00:00Z' })
  const reviewing = {
    role: 'independentReviewingOfficer' as const,
    name: WORKERS.reviewing.name,
    email: WORKERS.reviewing.email,
    insideTenant: true,
  }
  const confirmed = await office.confirm(aConfirmation({ people: [...thePeople(), reviewing] }))
  const { id } = await office.arrange(confirmed, '2026-11-03T10:00:00Z')
  const mark = (document: string, is: Readiness | null, by: DirectoryPerson = WORKERS.socialWorker) =>
    markDocument({ meetingId: id, document, is }, by, office.ports)
  const seenBy = async (by: DirectoryPerson) => {
    const shown = await showMeeting(id, by, office.ports)
    if (!shown.ok) throw new Error('not shown')
    return shown.value.meeting
  }
  const everyDocument = async (is: Readiness) => {
    for (const document of (await seenBy(WORKERS.socialWorker)).documents) await mark(document.id, is)
  }
  const cardOf = async (by: DirectoryPerson, kind: 'booked' | 'twoWorkingDaysBefore') => {
    const meeting = await office.meeting(id)
    const placement = (await office.ports.store.placement(meeting.placementId))!
    return JSON.stringify(drawAttendee(placement, meeting, by, office.ports, { kind }))
  }
  return { office, id, mark, seenBy, everyDocument, cardOf }
}

describe('a document that is to be there first', () => {
  test('is nobody’s word at first, then ready, with who said so and when (R-085, R-088, R-094)', async () => {
    const { mark, seenBy } = await anOffice()
    expect((await seenBy(WORKERS.supervising)).documents.find(({ id }) => id === 'carePlan')?.mark).toBeNull()
    await mark('carePlan', 'ready')
    expect((await seenBy(WORKERS.supervising)).documents.find(({ id }) => id === 'carePlan')?.mark).toEqual({
      is: 'ready',
      at: '2026-10-26T10:00:00Z',
      by: 'Rosalind Achterberg',
    })
    await mark('carePlan', null)
    expect((await seenBy(WORKERS.supervising)).documents.find(({ id }) => id === 'carePlan')?.mark).toBeNull()
  })

  test('is counted where it matters: one that is not relevant is not waited for (R-087, R-098)', async () => {
    const { office, mark, seenBy } = await anOffice()
    const of = (await seenBy(WORKERS.socialWorker)).documents.length
    await mark('carePlan', 'ready')
    await mark('ehcPlan', 'notRelevant')
    await mark('healthCarePlan', 'notReady')
    expect((await seenBy(WORKERS.socialWorker)).readiness).toEqual({ of: of - 1, ready: 1 })
    expect(await listMeetings(WORKERS.socialWorker, office.ports)).toMatchObject([
      { readiness: { of: of - 1, ready: 1 } },
    ])
  })

  test('is marked by those who arrange the meeting or write its record; others read it (P-20, P-24)', async () => {
    const { mark, seenBy } = await anOffice()
    expect(await mark('carePlan', 'ready', WORKERS.officer)).toMatchObject({ ok: true })
    expect(await mark('carePlan', 'notReady', WORKERS.reviewing)).toMatchObject({ refusal: { reason: 'mayNot' } })
    expect(await mark('carePlan', 'notReady', WORKERS.stranger)).toMatchObject({ refusal: { reason: 'gone' } })
    expect(await mark('horoscope', 'ready')).toMatchObject({ refusal: { reason: 'invalid' } })
    expect(await seenBy(WORKERS.reviewing)).toMatchObject({ mayPrepare: false, readiness: { ready: 1 } })
  })

  test('stays marked when the meeting is moved, and two who mark at once both count', async () => {
    const { office, id, mark, seenBy } = await anOffice()
    await Promise.all([mark('carePlan', 'ready'), mark('healthCarePlan', 'ready', WORKERS.supervising)])
    const { version } = await office.meeting(id)
    await moveMeeting(
      { meetingId: id, version, start: instant('2026-11-04T10:00:00Z'), reason: 'ill' },
      WORKERS.socialWorker,
      office.ports,
    )
    await office.work()
    expect(await seenBy(WORKERS.socialWorker)).toMatchObject({ state: 'arranged', readiness: { ready: 2 } })
  })

  test('is no longer marked once the meeting is closed', async () => {
    const { office, id, mark } = await anOffice()
    office.at('2026-11-03T11:30:00Z')
    await office.closeAsItIs(await office.meeting(id))
    expect(await mark('carePlan', 'ready')).toMatchObject({ refusal: { reason: 'alreadyClosed' } })
  })

  test('leaves a line in the audit log that says which, and nothing of a child (P-52)', async () => {
    const { office, id, mark } = await anOffice()
    await mark('carePlan', 'ready')
    expect(await office.ports.store.audit({ meetingId: id })).toContainEqual(
      expect.objectContaining({ did: 'documentMarked', detail: { document: 'carePlan', is: 'ready' } }),
    )
  })
})

describe('a reminder while something is not ready (R-085, A-08)', () => {
  const SAYS = 'Not every document that is to be there first is ready yet'

  test('says so to those who prepare the meeting, and names no document', async () => {
    const { cardOf } = await anOffice()
    const card = await cardOf(WORKERS.supervising, 'twoWorkingDaysBefore')
    expect(card).toContain(SAYS)
    expect(card).not.toContain('Care plan')
    expect(await cardOf(WORKERS.supervising, 'booked')).not.toContain(SAYS)
  })

  test('says nothing of it to anybody else, nor once all is ready', async () => {
    const { everyDocument, cardOf } = await anOffice()
    expect(await cardOf(WORKERS.reviewing, 'twoWorkingDaysBefore')).not.toContain(SAYS)
    await everyDocument('ready')
    expect(await cardOf(WORKERS.supervising, 'twoWorkingDaysBefore')).not.toContain(SAYS)
  })

  test('the letter to somebody outside never mentions documents', async () => {
    const { office } = await anOffice()
    office.at('2026-11-03T08:30:00Z')
    await office.work()
    const letters = [...(office.ports.mail as FakeMail).sent.values()]
    expect(letters.length).toBeGreaterThan(0)
    expect(JSON.stringify(letters)).not.toMatch(/document/i)
  })
})

test.each([
  [{ of: 0, ready: 0 }, null],
  [{ of: 1, ready: 0 }, '0 of 1 document ready'],
  [{ of: 7, ready: 3 }, '3 of 7 documents ready'],
  [{ of: 7, ready: 7 }, 'All 7 documents ready'],
  [{ of: 1, ready: 1 }, 'The document ready'],
])('the count %j is read as %s', (count, words) => {
  expect(readyWords(count)).toBe(words)
})
