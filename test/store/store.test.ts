import { describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { SavedByAnother } from '../../bot/meetings/ports.ts'
import type { DraftId } from '../../shared/placement/draft.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type {
  MeetingId,
  MeetingRef,
  OutlookEvent,
  PlacementId,
  PlanningMeeting,
} from '../../shared/meeting/planning-meeting.ts'
import { instant } from '../../shared/dates/time.ts'
import {
  aConfirmation,
  aDeadline,
  aDraft,
  aMeeting,
  aMeetingPlan,
  anEvent,
  aPlacement,
  aReminder,
  aSlot,
} from '../support/builders.ts'
import { storeOn } from '../support/store-on.ts'
import { TEST_DATABASES } from '../support/test-databases.ts'

const AT_TEN = aSlot()
const AT_ELEVEN = { start: instant('2026-11-03T11:00:00Z'), end: instant('2026-11-03T12:00:00Z') }
const NOW = instant('2026-10-26T09:35:00Z')
const LONG_AGO = instant('2026-01-01T00:00:00Z')

const intended = (): OutlookEvent => ({
  key: 'core',
  generation: 1,
  transactionId: 'not-yet-heard-of',
  organiser: 'placement.meetings@brackenshire.example',
  state: 'intended',
})

describe.each(TEST_DATABASES)('the store on $name', ({ create }) => {
  const use = storeOn(create)

  describe('what is saved', () => {
    test('a placement comes back as it was given, one version up', async () => {
      const given = aPlacement({ source: 'Starts: 2 November 2026 at 10am' })
      const { placement } = await use.store.save({ placement: given })
      expect(placement).toStrictEqual({ ...given, version: 1 })
      expect(await use.store.placement(given.id)).toStrictEqual(placement)
      expect(given.version).toBe(0)
    })

    test('how far a calendar was followed, for each mailbox, whatever case its address comes in', async () => {
      const within = { start: instant('2026-11-01T00:00:00Z'), end: instant('2026-12-08T00:00:00Z') }
      const followed = { mailbox: 'tobias.greenhalgh@brackenshire.example', within, link: 'https://graph.example/1' }
      expect(await use.store.followedCalendar(followed.mailbox)).toBeNull()
      await use.store.save({ followed })
      await use.store.save({ followed: { ...followed, link: 'https://graph.example/2' } })
      expect(await use.store.followedCalendar('Tobias.Greenhalgh@brackenshire.example')).toStrictEqual({
        ...followed,
        link: 'https://graph.example/2',
      })
    })

    test('a placement is found by its references alone (P-55)', async () => {
      const { placement } = await use.store.save({ placement: aPlacement() })
      expect(await use.store.placementFor('BKS-204417', 'PL-30951')).toStrictEqual(placement)
      expect(await use.store.placementFor('BKS-204417', 'PL-1')).toBeNull()
    })

    test('a meeting is found by its link to join, by the chat that the link names, and no more once it is over (B10)', async () => {
      const chat = '19:meeting_NmRkZTQ0@thread.v2'
      const link = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_NmRkZTQ0%40thread.v2/0?context=x'
      const { placement } = await use.store.save({ placement: aPlacement() })
      const core = anEvent({ key: 'core', state: 'booked', joinUrl: link })
      const arranged = aMeeting({ state: 'arranged', slot: AT_TEN, events: [core], placementId: placement!.id })
      const {
        meetings: [meeting],
      } = await use.store.save({ meetings: [arranged] })
      const found = async (call: { chat?: string; joinUrl?: string | null }) =>
        (await use.store.meetingsOfCall({ chat: 'another', joinUrl: null, ...call })).map((one) => one.meeting.id)
      expect(await found({ joinUrl: link })).toEqual([meeting!.id])
      expect(await found({ chat })).toEqual([meeting!.id])
      expect(await found({ chat: chat.replace('Nm', 'Xx') })).toEqual([])
      expect(await found({ joinUrl: `${link}&more` })).toEqual([])
      expect(await found({})).toEqual([])
      const [same] = await use.store.meetingsOfCall({ chat, joinUrl: null })
      expect(same!.placement.id).toBe(placement!.id)
      const cancelled = { ...meeting!, state: 'cancelled' as const, reason: 'off', cancelledAt: NOW }
      await use.store.save({ meetings: [cancelled] })
      expect(await found({ joinUrl: link, chat })).toEqual([])
    })

    test('every case is found by a message that was kept with it: placements, and drafts that are still open (B9)', async () => {
      const kept = { chat: '19:one@thread.v2', id: '1766073600000', by: 'officer' }
      const { draft } = await use.store.save({ draft: aDraft({ messages: [kept] }) })
      expect(await use.store.casesOfMessage(kept)).toStrictEqual([{ kind: 'draft', draft }])
      const { placement } = await use.store.save({ placement: aPlacement({ messages: [kept] }) })
      const found = { kind: 'placement', placement }
      expect(await use.store.casesOfMessage(kept)).toStrictEqual([found, { kind: 'draft', draft }])
      await use.store.save({ draft: { ...draft!, state: 'dismissed' } })
      expect(await use.store.casesOfMessage(kept)).toStrictEqual([found])
      expect(await use.store.casesOfMessage({ ...kept, chat: '19:two@thread.v2' })).toEqual([])
      expect(await use.store.casesOfMessage({ ...kept, id: '1766073600001' })).toEqual([])
    })

    test('what has no meeting and waits for an answer: placements that were queried, and open drafts (L-27, L-28)', async () => {
      const { draft } = await use.store.save({ draft: aDraft() })
      const asks = (id: string, over: Partial<Placement> = {}) =>
        aPlacement({
          id: id as PlacementId,
          confirmation: aConfirmation({ placementReference: id }),
          plan: { ...aPlacement().plan, status: 'asks', meetings: [] },
          ...over,
        })
      const { placement } = await use.store.save({ placement: asks('on-remand') })
      await use.store.save({ placement: asks('off', { cancelled: { at: draft!.createdAt, by: 'x', reason: 'off' } }) })
      await use.store.save({ placement: asks('none', { plan: { ...aPlacement().plan, status: 'noMeeting' } }) })
      const meeting = aMeeting({ placementId: 'has-one' as PlacementId })
      await use.store.save({ placement: asks('has-one'), meetings: [meeting] })
      expect(await use.store.casesWithoutMeeting()).toStrictEqual({ placements: [placement], drafts: [draft] })
    })

    test('placements are found by a reference of their own, their case’s or a meeting’s, and by no other (P-55)', async () => {
      const { placement } = await use.store.save({ placement: aPlacement(), meetings: [aMeeting()] })
      for (const reference of ['PL-30951', 'BKS-204417', 'pl-30951', aMeeting().ref, aMeeting().ref.toLowerCase()])
        expect([reference, await use.store.placementsNamed(reference)]).toStrictEqual([reference, [placement]])
      for (const reference of ['PL-3095', '', '%', placement!.id])
        expect(await use.store.placementsNamed(reference)).toEqual([])
    })

    test('a case is found by any one of its references: what is placed, and what is still open', async () => {
      const { placement } = await use.store.save({ placement: aPlacement() })
      const fields = { caseReference: 'BKS-9', placementReference: 'PL-9' }
      const { draft } = await use.store.save({ draft: aDraft({ id: 'open' as DraftId, fields }) })
      await use.store.save({ draft: aDraft({ id: 'gone' as DraftId, fields, state: 'dismissed' }) })
      const none = { placements: [], drafts: [] }
      expect(await use.store.casesWith(['PL-30951'])).toStrictEqual({ ...none, placements: [placement] })
      expect(await use.store.casesWith(['nothing', 'BKS-9'])).toStrictEqual({ ...none, drafts: [draft] })
      expect(await use.store.casesWith(['BKS-204417', 'PL-9'])).toStrictEqual({
        placements: [placement],
        drafts: [draft],
      })
      expect(await use.store.casesWith([])).toStrictEqual(none)
    })

    test.each([
      ['open', aDraft()],
      [
        'open, from a form, with hardly anything filled in',
        aDraft({ source: null, plan: null, fields: {}, offered: [] }),
      ],
      ['dismissed', aDraft({ state: 'dismissed' })],
      ['confirmed', aDraft({ state: 'confirmed', placementId: aPlacement().id })],
    ])('a draft that is %s comes back as it was given', async (_, given) => {
      const { draft } = await use.store.save({ placement: aPlacement(), draft: given })
      expect(draft).toStrictEqual({ ...given, version: 1 })
      expect(await use.store.draft(given.id)).toStrictEqual(draft)
    })

    const slot = AT_TEN
    const meetings: [string, PlanningMeeting][] = [
      ['still to be arranged', aMeeting()],
      ['impossible to arrange so far', aMeeting({ state: 'toArrange', problem: 'noFreeTime' })],
      ['being arranged', aMeeting({ state: 'arranging', slot, since: NOW, events: [intended()] })],
      [
        'being moved',
        aMeeting({ state: 'arranging', slot: AT_ELEVEN, since: NOW, movedFrom: slot, events: [anEvent()] }),
      ],
      [
        'arranged, with an event of its own for the mother and an older one cancelled (P-06)',
        aMeeting({
          state: 'arranged',
          slot,
          events: [
            { ...intended(), key: 'family:1', state: 'cancelled' },
            anEvent(),
            anEvent({ key: 'family:1', generation: 2, transactionId: 'newer', joinUrl: null }),
          ],
        }),
      ],
      [
        'late for a reason, with answers',
        aMeeting({
          state: 'arranged',
          slot,
          lateReason: 'The carer was in hospital',
          answers: { 'mother:1': { choice: 'byVideo', at: NOW, via: 'byHand' } },
        }),
      ],
      ['held', aMeeting({ state: 'held', slot, closedAt: instant('2026-11-03T11:20:00Z'), closedBy: 'object-7' })],
      ['cancelled', aMeeting({ state: 'cancelled', reason: 'placement ended', cancelledAt: NOW })],
      ['without a deadline', aMeeting({ plan: aMeetingPlan({ deadline: null }) })],
    ]
    test.each(meetings)('a planning meeting that is %s comes back as it was given', async (_, given) => {
      const { meetings } = await use.store.save({ placement: aPlacement(), meetings: [given] })
      expect(meetings).toStrictEqual([{ ...given, version: 1 }])
      expect(await use.store.meeting(given.id)).toStrictEqual(meetings[0])
      expect(await use.store.meetingsOf(given.placementId)).toStrictEqual(meetings)
    })

    test('saving again puts the new state in the place of the old', async () => {
      const arranged = aMeeting({ state: 'arranged', slot, events: [anEvent()] })
      await use.store.save({ placement: aPlacement(), meetings: [arranged] })
      const cancelled = aMeeting({ state: 'cancelled', reason: 'mistake', cancelledAt: NOW, version: 1 })
      const { meetings } = await use.store.save({ meetings: [cancelled] })
      expect(meetings).toStrictEqual([{ ...cancelled, version: 2 }])
      expect(await use.store.meeting(arranged.id)).toStrictEqual(meetings[0])
    })

    test('how many times are left is read with a meeting, and neither raises its version nor is lost when it is saved', async () => {
      const chances = { left: 2, last: null, countedAt: NOW, toldFew: NOW }
      await use.store.save({ placement: aPlacement(), meetings: [aMeeting()] })
      await use.store.save({ chances: { meetingId: aMeeting().id, counted: chances } })
      const counted = (await use.store.meeting(aMeeting().id))!
      expect(counted).toStrictEqual({ ...aMeeting(), version: 1, chances })
      const { chances: _, ...without } = counted
      await use.store.save({ meetings: [without] })
      expect(await use.store.meetingsOf(aMeeting().placementId)).toStrictEqual([{ ...counted, version: 2 }])
      expect((await use.store.meetings(LONG_AGO))[0]!.meeting.chances).toStrictEqual(chances)
    })

    test('times to offer leave the version as it is, and are kept only while nobody has saved the meeting since', async () => {
      await use.store.save({ placement: aPlacement(), meetings: [aMeeting({ offered: [] })] })
      const { offered } = aMeeting()
      const { id } = aMeeting()
      await use.store.save({ times: { id, version: 1, offered, ways: [] } })
      const shown = (await use.store.meeting(id))!
      expect(shown).toStrictEqual({ ...aMeeting(), version: 1, ways: [] })
      await use.store.save({ meetings: [{ ...shown, offered: [] }] })
      await use.store.save({ times: { id, version: 1, offered, ways: [] } })
      expect(await use.store.meeting(id)).toMatchObject({ version: 2, offered: [] })
    })

    test('what is not there is null', async () => {
      expect(await use.store.draft('no-such' as DraftId)).toBeNull()
      expect(await use.store.placement('no-such' as PlacementId)).toBeNull()
      expect(await use.store.meeting('no-such' as MeetingId)).toBeNull()
      expect(await use.store.meetingsOf('no-such' as PlacementId)).toEqual([])
      expect(await use.store.minutes('no-such' as MeetingId)).toBeNull()
    })
  })

  describe('the draft for a placement', () => {
    const placementId = aPlacement().id
    const find = async () => (await use.store.draftFor('BKS-204417', 'PL-30951'))?.id ?? null
    const older = { createdAt: instant('2026-10-25T09:00:00Z') }

    test('is the open one, even when an earlier one was confirmed', async () => {
      await use.store.save({
        placement: aPlacement(),
        draft: aDraft({ id: 'confirmed' as DraftId, state: 'confirmed', placementId, createdAt: NOW }),
      })
      await use.store.save({ draft: aDraft({ id: 'open' as DraftId, ...older }) })
      expect(await find()).toBe('open')
    })

    test('with none open is the one confirmed last', async () => {
      const first = aDraft({ id: 'first' as DraftId, state: 'confirmed', placementId, ...older })
      const second = aDraft({ id: 'second' as DraftId, state: 'confirmed', placementId, createdAt: NOW })
      await use.store.save({ placement: aPlacement(), draft: second })
      await use.store.save({ draft: first })
      expect(await find()).toBe('second')
    })

    test('is never one that was dismissed', async () => {
      await use.store.save({ draft: aDraft({ state: 'dismissed' }) })
      expect(await find()).toBeNull()
    })
  })

  describe('the list of meetings', () => {
    const due = (at: string) => aMeetingPlan({ deadline: aDeadline({ at: instant(at) }) })
    const numbered = (n: number, over: Parameters<typeof aMeeting>[0]) =>
      aMeeting({ id: `meeting-${n}` as MeetingId, ref: `PPM-000${n}` as MeetingRef, ...over })

    test('has the soonest deadline first, those without one last, each with its placement', async () => {
      const { placement } = await use.store.save({
        placement: aPlacement(),
        meetings: [
          numbered(1, { plan: due('2026-11-09T23:59:59Z') }),
          numbered(2, { plan: aMeetingPlan({ deadline: null }) }),
          numbered(3, { plan: due('2026-11-05T17:30:00Z') }),
        ],
      })
      const list = await use.store.meetings(LONG_AGO)
      expect(list.map(({ meeting }) => meeting.id)).toEqual(['meeting-3', 'meeting-1', 'meeting-2'])
      expect(list[0]?.placement).toStrictEqual(placement)
    })

    test('leaves out what was closed or cancelled before the moment asked for', async () => {
      const [before, after] = [instant('2026-11-10T09:00:00Z'), instant('2026-11-12T09:00:00Z')]
      await use.store.save({
        placement: aPlacement(),
        meetings: [
          numbered(1, { state: 'held', slot: AT_TEN, closedAt: before, closedBy: 'object-7' }),
          numbered(2, { state: 'held', slot: AT_TEN, closedAt: after, closedBy: 'object-7' }),
          numbered(3, { state: 'cancelled', reason: 'mistake', cancelledAt: before }),
          numbered(4, { state: 'cancelled', reason: 'mistake', cancelledAt: after }),
          numbered(5, { state: 'arranged', slot: AT_TEN }),
        ],
      })
      const list = await use.store.meetings(instant('2026-11-11T00:00:00Z'))
      expect(list.map(({ meeting }) => meeting.id)).toEqual(['meeting-2', 'meeting-4', 'meeting-5'])
    })

    test('knows which references are taken', async () => {
      await use.store.save({ placement: aPlacement(), meetings: [aMeeting()] })
      expect(await use.store.isRefTaken('PPM-7K2D' as MeetingRef)).toBe(true)
      expect(await use.store.isRefTaken('PPM-9999' as MeetingRef)).toBe(false)
    })
  })

  describe('two who save the same thing', () => {
    test.each(['placement', 'draft', 'meeting'])('the second to save a %s that both read is told so', async (what) => {
      const first = await use.store.save({ placement: aPlacement(), draft: aDraft(), meetings: [aMeeting()] })
      const again = {
        placement: () => use.store.save({ placement: first.placement }),
        draft: () => use.store.save({ draft: first.draft }),
        meeting: () => use.store.save({ meetings: first.meetings }),
      }[what as 'placement' | 'draft' | 'meeting']
      await again()
      await expect(again()).rejects.toThrow(SavedByAnother)
    })

    test.each([
      ['the same new placement', { placement: aPlacement({ id: 'another' as PlacementId }) }],
      ['a second open draft for one placement', { draft: aDraft({ id: 'another' as DraftId }) }],
      ['a meeting under a reference that is taken', { meetings: [aMeeting({ id: 'another' as MeetingId })] }],
    ])('of two who bring in %s, only one does', async (_, change) => {
      await use.store.save({ placement: aPlacement(), draft: aDraft(), meetings: [aMeeting()] })
      await expect(use.store.save(change)).rejects.toThrow(SavedByAnother)
    })

    test('no two meetings ever ask Outlook under one transaction id', async () => {
      const events = [anEvent()]
      await use.store.save({
        placement: aPlacement(),
        meetings: [aMeeting({ state: 'arranged', slot: AT_TEN, events })],
      })
      const other = aMeeting({ id: 'other' as MeetingId, ref: 'PPM-2222' as MeetingRef, events })
      await expect(use.store.save({ meetings: [other] })).rejects.toThrow(SavedByAnother)
    })

    test('a draft cannot be changed into a second open one for the same placement', async () => {
      await use.store.save({ draft: aDraft() })
      const other = aDraft({ id: 'other' as DraftId, fields: aConfirmation({ placementReference: 'PL-2' }) })
      const { draft } = await use.store.save({ draft: other })
      await expect(use.store.save({ draft: aDraft({ ...draft, fields: aConfirmation() }) })).rejects.toThrow(
        SavedByAnother,
      )
    })

    test('a dismissed draft makes room for another', async () => {
      const { draft } = await use.store.save({ draft: aDraft() })
      await use.store.save({ draft: aDraft({ ...draft, state: 'dismissed' }) })
      await use.store.save({ draft: aDraft({ id: 'next' as DraftId }) })
      expect((await use.store.draftFor('BKS-204417', 'PL-30951'))?.id).toBe('next')
    })

    test('when two instances save one meeting in the same moment, one succeeds and the other is told', async () => {
      const { meetings } = await use.store.save({ placement: aPlacement(), meetings: [aMeeting()] })
      const elsewhere = await use.elsewhere()
      const outcomes = await Promise.allSettled([use.store.save({ meetings }), elsewhere.save({ meetings })])
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect((await use.store.meeting(aMeeting().id))?.version).toBe(2)
    })
  })

  test('a save that fails leaves nothing behind: no placement, no hold, no reminder, no audit line', async () => {
    await use.store.save({ placement: aPlacement(), meetings: [aMeeting()] })
    const before = await counts()
    const change = {
      placement: aPlacement({ id: 'p-2' as PlacementId, confirmation: aConfirmation({ placementReference: 'PL-2' }) }),
      holds: [{ meetingId: aMeeting().id, emails: ['rosalind.achterberg@brackenshire.example'], slots: [AT_TEN] }],
      reminders: { meetingId: aMeeting().id, all: [aReminder()] },
      audit: [{ at: NOW, by: 'app', did: 'arranged', meetingId: 'x' as MeetingId, detail: { impossible: '\u0000' } }],
    }
    await expect(use.store.save(change)).rejects.toThrow('The database refused')
    expect(await counts()).toEqual(before)
  })

  async function counts() {
    const { rows } = await sql`
      select (select count(*) from placement) as placements, (select count(*) from hold) as holds,
             (select count(*) from reminder) as reminders, (select count(*) from audit_line) as lines`.execute(use.db)
    return rows
  }
})
