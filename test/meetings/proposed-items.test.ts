/** What is proposed for the agenda: by somebody of the case, or by what the last meeting left. */
import { describe, expect, test } from '@jest/globals'
import { settleItem, proposeItem } from '../../bot/meetings/propose-item.ts'
import { finishFollowUp } from '../../bot/meetings/follow-ups.ts'
import type { DirectoryPerson } from '../../bot/meetings/ports.ts'
import { showMeeting } from '../../bot/meetings/show-meetings.ts'
import { agendaInUse } from '../../shared/agenda/agenda-in-use.ts'
import { setFact, setWords } from '../../shared/record/minutes-document.ts'
import { NO_MINUTES } from '../../shared/record/minutes.ts'
import type { MeetingId, MeetingRef, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { day, instant } from '../../shared/dates/time.ts'
import { aConfirmation, thePeople } from '../support/builders.ts'
import { Office, WORKERS } from '../support/office.ts'

const { name, email } = WORKERS.reviewing
const reviewing = { role: 'independentReviewingOfficer' as const, name, email, insideTenant: true }

async function anOffice() {
  const office = new Office({ now: '2026-10-26T10:00:00Z' })
  const people = [...thePeople(), reviewing]
  const first = await office.arrange(await office.confirm(aConfirmation({ people })), '2026-11-03T10:00:00Z')
  const seenBy = async (by: DirectoryPerson, { id }: PlanningMeeting = first) => {
    const shown = await showMeeting(id, by, office.ports)
    if (!shown.ok) throw new Error('not shown')
    return shown.value.meeting
  }
  const propose = (by: DirectoryPerson, title = 'The choir') =>
    proposeItem({ meetingId: first.id, title, why: 'Rehearsals are on Fridays' }, by, office.ports)
  const settle = (id: string, as: 'taken' | 'parked', by: DirectoryPerson = WORKERS.supervising, meeting = first) =>
    settleItem({ meetingId: meeting.id, id, as, why: as === 'parked' ? 'Too full this time' : '' }, by, office.ports)
  const agendaOf = async ({ id, plan }: PlanningMeeting) =>
    agendaInUse(plan.agenda, (await office.ports.store.minutes(id))?.minutes ?? NO_MINUTES).map(({ title }) => title)
  return { office, first, seenBy, propose, settle, agendaOf }
}

describe('an item that somebody proposes', () => {
  test('waits for the chair, who puts it at the end of the agenda', async () => {
    const { first, seenBy, propose, settle, agendaOf } = await anOffice()
    expect(await propose(WORKERS.reviewing)).toMatchObject({ ok: true })
    const [item] = (await seenBy(WORKERS.supervising)).proposedItems.items
    expect(item).toMatchObject({
      title: 'The choir',
      why: 'Rehearsals are on Fridays',
      from: 'Proposed by Barnaby Okonkwo',
      is: 'open',
    })
    expect(await agendaOf(first)).not.toContain('The choir')
    await settle(item!.id, 'taken')
    expect((await agendaOf(first)).at(-1)).toBe('The choir')
    expect((await seenBy(WORKERS.reviewing)).proposedItems.items).toMatchObject([{ is: 'taken' }])
  })

  test('is parked with a reason that its proposer reads, and comes off the agenda again', async () => {
    const { first, seenBy, propose, settle, agendaOf } = await anOffice()
    await propose(WORKERS.reviewing)
    const { id } = (await seenBy(WORKERS.supervising)).proposedItems.items[0]!
    await settle(id, 'taken')
    await settle(id, 'taken')
    expect((await agendaOf(first)).filter((title) => title === 'The choir')).toHaveLength(1)
    await settle(id, 'parked')
    expect(await agendaOf(first)).not.toContain('The choir')
    expect((await seenBy(WORKERS.reviewing)).proposedItems.items).toMatchObject([
      { is: 'parked', settled: { by: 'Tobias Greenhalgh', why: 'Too full this time' } },
    ])
  })

  test('is settled by those who write the record, and by nobody else (P-20, P-24)', async () => {
    const { seenBy, propose, settle } = await anOffice()
    await propose(WORKERS.socialWorker)
    const { id } = (await seenBy(WORKERS.supervising)).proposedItems.items[0]!
    expect(await settle(id, 'taken', WORKERS.reviewing)).toMatchObject({ refusal: { reason: 'mayNot' } })
    expect(await settle(id, 'taken', WORKERS.officer)).toMatchObject({ refusal: { reason: 'mayNot' } })
    expect(await settle(id, 'taken', WORKERS.stranger)).toMatchObject({ refusal: { reason: 'gone' } })
    expect(await settle('X-nothing', 'taken')).toMatchObject({ refusal: { reason: 'invalid' } })
    expect((await seenBy(WORKERS.officer)).proposedItems.items).toEqual([])
  })

  test('may come from a professional who will not be there, and who reads no more than their own (P-24)', async () => {
    const { first, seenBy, propose, settle, agendaOf } = await anOffice()
    await propose(WORKERS.reviewing, 'The cat')
    const shown = (await seenBy(WORKERS.officer)).proposedItems
    expect(shown.may).toEqual({ propose: true, settle: false })
    expect(await propose(WORKERS.officer, 'Who pays for the taxi')).toMatchObject({ ok: true })
    const own = (await seenBy(WORKERS.officer)).proposedItems.items
    expect(own.map(({ title }) => title)).toEqual(['Who pays for the taxi'])
    await settle(own[0]!.id, 'taken')
    expect((await agendaOf(first)).at(-1)).toBe('Who pays for the taxi')
  })

  test('does not come from those who keep to dates, nor from anybody once the meeting is held (P-24)', async () => {
    const { office, first, seenBy, propose } = await anOffice()
    const { objectId: _, tenantId: __, ...finance } = { ...WORKERS.stranger, role: 'financeOfficer' as const }
    const people = [...thePeople(), { ...finance, insideTenant: true }]
    const dated = await office.confirm(aConfirmation({ placementReference: 'PL-2', people }))
    expect((await seenBy(WORKERS.stranger, dated)).proposedItems.may.propose).toBe(false)
    const refused = await proposeItem(
      { meetingId: dated.id, title: 'Money', why: 'Late' },
      WORKERS.stranger,
      office.ports,
    )
    expect(refused).toMatchObject({ refusal: { reason: 'mayNot' } })
    office.at('2026-11-03T11:00:00Z')
    await office.closeAsItIs(first)
    expect(await propose(WORKERS.officer)).toMatchObject({ refusal: { reason: 'alreadyClosed' } })
  })

  test('leaves no word of itself in the audit log (P-52)', async () => {
    const { office, first, propose } = await anOffice()
    await propose(WORKERS.reviewing)
    const audit = await office.ports.store.audit({ meetingId: first.id })
    expect(audit.map(({ did }) => did)).toContain('itemProposed')
    expect(JSON.stringify(audit)).not.toMatch(/choir|rehearsal/i)
  })
})

/** The first meeting is held with something put off, a proposal nobody took up and two actions; a further one follows. */
async function afterTheFirst() {
  const given = await anOffice()
  const { office, first, propose, settle, seenBy } = given
  await propose(WORKERS.reviewing)
  await propose(WORKERS.reviewing, 'The cat')
  const cat = (await seenBy(WORKERS.supervising)).proposedItems.items.find(({ title }) => title === 'The cat')!
  await settle(cat.id, 'parked')
  const standard = first.plan.agenda.find(({ item }) => item === 'AG-18')!
  await office.change(first.id, (doc) => {
    setFact(doc, 'items/AG-18/notDiscussed', 'yes')
    setWords(doc, 'items/AG-18/why', 'no time left')
    setFact(doc, 'agenda/X-bike/added', instant('2026-11-03T10:10:00Z'))
    setWords(doc, 'agenda/X-bike/title', 'The bicycle')
    setFact(doc, 'items/X-bike/notDiscussed', 'yes')
  })
  office.at('2026-11-03T11:30:00Z')
  await office.closeAsItIs(first)
  const held = await office.meeting(first.id)
  const followUps = [
    { id: 'a1', words: 'Send the passport.', owner: 'childsSocialWorker:1' as const, by: day('2026-11-10') },
    { id: 'a2', words: 'Bring the bed.', owner: 'supervisingSocialWorker:1' as const, by: null },
    { id: 'AG-18', words: 'Take up “Money”.', owner: 'childsSocialWorker:1' as const, by: null },
  ]
  await office.ports.store.save({ meetings: [{ ...held, followUps }] })
  const next: PlanningMeeting = {
    ...first,
    id: 'b1d7e3f4-0a68-4c2b-8f19-7e5a4d3c2b99' as MeetingId,
    ref: 'PPM-NEXT' as MeetingRef,
    version: 0,
    state: 'toArrange',
    events: [],
    answers: {},
  }
  await office.ports.store.save({ meetings: [next] })
  return { ...given, next, standard }
}

describe('what the last meeting of the placement left', () => {
  test('is proposed for the next one by itself, with where it comes from', async () => {
    const { first, next, seenBy, standard } = await afterTheFirst()
    const { items } = (await seenBy(WORKERS.supervising, next)).proposedItems
    expect(items.map(({ title, from, is }) => [title, from, is])).toEqual([
      [standard.title, `Put off on Tue 3 Nov 2026 (${first.ref}): no time left`, 'onAgenda'],
      ['The bicycle', `Put off on Tue 3 Nov 2026 (${first.ref}).`, 'open'],
      ['The cat', `Parked on Tue 3 Nov 2026 (${first.ref}): Too full this time`, 'open'],
      ['The choir', `Proposed by Barnaby Okonkwo on Tue 3 Nov 2026 (${first.ref}): Rehearsals are on Fridays`, 'open'],
      [
        'Send the passport.',
        `Taken on by Rosalind Achterberg on Tue 3 Nov 2026 (${first.ref}), due Tue 10 Nov 2026, and still open.`,
        'open',
      ],
      ['Bring the bed.', `Taken on by Tobias Greenhalgh on Tue 3 Nov 2026 (${first.ref}), and still open.`, 'open'],
    ])
  })

  test('stands on its agenda once it is taken, before anybody is invited', async () => {
    const { next, seenBy, settle, agendaOf } = await afterTheFirst()
    const bicycle = (await seenBy(WORKERS.supervising, next)).proposedItems.items.find(
      ({ title }) => title === 'The bicycle',
    )!
    await settle(bicycle.id, 'taken', WORKERS.supervising, next)
    expect((await agendaOf(next)).at(-1)).toBe('The bicycle')
  })

  test('goes once an action is done', async () => {
    const { office, first, next, seenBy } = await afterTheFirst()
    await finishFollowUp({ meetingId: first.id, id: 'a1', done: true }, WORKERS.supervising, office.ports)
    const titles = (await seenBy(WORKERS.supervising, next)).proposedItems.items.map(({ title }) => title)
    expect(titles).not.toContain('Send the passport.')
  })

  test('is shown to nobody who may not read the record (P-20, P-24)', async () => {
    const { next, seenBy } = await afterTheFirst()
    expect((await seenBy(WORKERS.officer, next)).proposedItems.items).toEqual([])
  })
})
