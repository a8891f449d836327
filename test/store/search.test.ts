import { describe, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { documentFrom, encodeDocument } from '../../shared/record/minutes-document.ts'
import type { Entry } from '../../shared/record/minutes.ts'
import type { MeetingId, MeetingRef, PlacementId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { instant } from '../../shared/dates/time.ts'
import { aConfirmation, aMeeting, aPlacement, aSlot, someMinutes } from '../support/builders.ts'
import { storeOn } from '../support/store-on.ts'
import { TEST_DATABASES } from '../support/test-databases.ts'

const SEES_ALL = { email: 'lennox.abernathy@brackenshire.example', seesAll: true }
const OWN = { email: 'Tobias.Greenhalgh@brackenshire.example', seesAll: false }
const STRANGER = { email: 'wilhelmina.prentice@brackenshire.example', seesAll: false }

describe.each(TEST_DATABASES)('what is looked for, on $name', ({ create }) => {
  const use = storeOn(create)

  /** The nth placement of the town, with one meeting that was held. */
  async function keep(n: number, over: Partial<PlanningMeeting> = {}, entries: Entry[] = []) {
    const placement = aPlacement({
      id: `placement-${n}` as PlacementId,
      confirmation: aConfirmation({ caseReference: `BKS-${300_000 + n}`, placementReference: `PL-${40_000 + n}` }),
    })
    const id = `meeting-${n}` as MeetingId
    const meeting = aMeeting({
      state: 'held',
      slot: aSlot(),
      closedAt: instant('2026-11-03T11:30:00Z'),
      closedBy: 'x',
    })
    const kept = { ...meeting, ...over, id, ref: `PPM-${1000 + n}` as MeetingRef, placementId: placement.id }
    await use.store.save({ placement, meetings: [kept as PlanningMeeting] })
    const record = { state: encodeDocument(documentFrom()), minutes: someMinutes({ entries }), savedAt: aSlot().end }
    if (entries.length > 0) await use.store.changeMinutes(id, () => record)
    return id
  }
  const find = async (words: string, who = OWN) =>
    (await use.store.meetingsSaying(words, who, 50)).map(({ meeting }) => meeting.id)
  const note = (text: string): Entry => ({ id: 'e1', item: 'AG-08', type: 'note', text })

  test('is found by a part of a reference, a name, an action or a word of the record, in either case of letters', async () => {
    const followUps = [{ id: 'a', words: 'Send the passport.', owner: null, by: null }]
    const id = await keep(1, { followUps }, [note('Likes the landing light.')])
    await keep(2)
    for (const words of ['PPM-1001', '300001', 'bks-300001', 'pl-40001', 'PASSPORT', 'land', 'landing Oyelaran']) {
      expect([words, await find(words)]).toEqual([words, [id]])
    }
    expect(await find('Oyelaran')).toHaveLength(2)
    expect(await find('passport Okonkwo')).toEqual([])
  })

  test('comes with its record and its placement', async () => {
    await keep(1, {}, [note('Likes the landing light.')])
    expect(await use.store.meetingsSaying('landing', OWN, 50)).toMatchObject([
      { placement: { id: 'placement-1' }, minutes: { entries: [{ text: 'Likes the landing light.' }] } },
    ])
  })

  test('is narrowed to the reader’s own cases; who sees every meeting finds no word of a record that is not theirs', async () => {
    const id = await keep(1, {}, [note('Likes the landing light.')])
    expect(await find('PPM-1001', STRANGER)).toEqual([])
    expect(await find('landing', STRANGER)).toEqual([])
    const officer = { ...SEES_ALL, email: 'night.duty@brackenshire.example' }
    expect(await find('PPM-1001', officer)).toEqual([id])
    expect(await find('landing', officer)).toEqual([])
  })

  test('the list of what is due, and of what people took on, is narrowed to the reader’s own cases as well', async () => {
    const followUps = [{ id: 'a', words: 'Send the passport.', owner: null, by: null }]
    const id = await keep(1, { followUps })
    const since = instant('2026-10-01T00:00:00Z')
    const listed = async (who: typeof OWN) => (await use.store.meetings(since, who)).map(({ meeting }) => meeting.id)
    expect([await listed(OWN), await listed(SEES_ALL), await listed(STRANGER)]).toEqual([[id], [id], []])
    expect(await use.store.meetingsWithFollowUps(OWN.email)).toHaveLength(1)
    expect(await use.store.meetingsWithFollowUps(STRANGER.email)).toEqual([])
  })

  test('may be anything that somebody types: signs are no words, and none of them is an order', async () => {
    const id = await keep(1)
    expect(await find('!! & | ( :* \'')).toEqual([]) // prettier-ignore
    expect(await find("PPM-1001'; drop table minutes; --")).toEqual([])
    expect(await find('ppm & 1001:*')).toEqual([id])
    expect(await find('x'.repeat(100))).toEqual([])
  })

  test('what is written never keeps a record from being saved: very long words, and very many', async () => {
    const many = Array.from({ length: 20_000 }, (_, n) => `w${n}`).join(' ')
    const id = await keep(1, {}, [note(`${'x'.repeat(5_000)} ${many} ünïcödé 世界`)])
    expect(await find('x'.repeat(40))).toEqual([id])
  })

  test('meetings to come stand before those that were held, and no more come than were asked for', async () => {
    await keep(1)
    await keep(2, { state: 'toArrange' })
    expect(await find('Oyelaran')).toEqual(['meeting-2', 'meeting-1'])
    expect(await use.store.meetingsSaying('Oyelaran', OWN, 1)).toHaveLength(1)
  })

  test('among thousands of meetings the indexes are used, for references and for words of records', async () => {
    await keep(1, {}, [note('Likes the landing light.')])
    await sql`
      insert into placement (id, version, content)
      select 'p' || n, 1, jsonb_set(content, '{confirmation,placementReference}', to_jsonb('PL-' || n))
        from placement, generate_series(50000, 55000) as n`.execute(use.db)
    await sql`
      insert into planning_meeting (id, version, content)
      select 'm' || n, 1, content || jsonb_build_object('ref', 'PPM-' || n, 'placementId', 'p' || n)
        from planning_meeting, generate_series(50000, 55000) as n`.execute(use.db)
    await sql`
      insert into minutes (meeting_id, state, minutes, saved_at)
      select 'm' || n, state, jsonb_set(minutes, '{entries,0,text}', to_jsonb('the word' || n)), saved_at
        from minutes, generate_series(50000, 55000) as n`.execute(use.db)
    await sql`analyze placement, planning_meeting, minutes`.execute(use.db)
    expect(await find('PL-50017')).toEqual(['m50017'])
    expect(await find('word50017')).toEqual(['m50017'])
    const plan = (table: string, column: string) =>
      use.db.transaction().execute(async (transaction) => {
        // A table that is small enough is read whole instead, unless there is a reason not to.
        await sql`set local enable_seqscan = off`.execute(transaction)
        const explain = sql<{ 'QUERY PLAN': string }>`
          explain select * from ${sql.table(table)} where ${sql.ref(column)} @@ 'word50017:*'::tsquery`
        return (await explain.execute(transaction)).rows.map((row) => row['QUERY PLAN']).join('\n')
      })
    expect(await plan('placement', 'found_by')).toContain('placement_found_by')
    expect(await plan('planning_meeting', 'found_by')).toContain('planning_meeting_found_by')
    expect(await plan('planning_meeting', 'said')).toContain('planning_meeting_said')
    expect(await plan('minutes', 'said')).toContain('minutes_said')
  }, 120_000)
})
