import { describe, expect, test } from '@jest/globals'
import { finishFollowUp, listFollowUps } from '../../bot/meetings/follow-ups.ts'
import type { DirectoryPerson } from '../../bot/meetings/ports.ts'
import { followUpsFrom, type FollowUp } from '../../shared/record/follow-ups.ts'
import { recordDuties } from '../../shared/record/minutes-gaps.ts'
import { NO_MINUTES } from '../../shared/record/minutes.ts'
import { day } from '../../shared/dates/time.ts'
import { aConfirmation, thePeople } from '../support/builders.ts'
import { Office, WORKERS } from '../support/office.ts'

/** A meeting that was held on Tue 3 Nov 2026, in which people took on what is given. */
async function heldWith(...followUps: FollowUp[]) {
  const office = new Office({ now: '2026-10-27T09:00:00Z' })
  const { email } = WORKERS.teamManager
  const manager = { role: 'teamManager' as const, name: WORKERS.teamManager.name, email, insideTenant: true }
  const confirmed = await office.confirm(aConfirmation({ people: [...thePeople(), manager] }))
  const meeting = await office.arrange(confirmed, '2026-11-03T10:00:00Z')
  office.at('2026-11-03T11:30:00Z')
  await office.closeAsItIs(meeting)
  const held = await office.meeting(meeting.id)
  await office.ports.store.save({ meetings: [{ ...held, followUps }] })
  const seenBy = async (by: DirectoryPerson) => (await listFollowUps(by, office.ports)).map(({ words }) => words)
  return { office, meeting, seenBy }
}

const passport: FollowUp = {
  id: 'a',
  words: 'Send the passport.',
  owner: 'childsSocialWorker:1',
  by: day('2026-11-10'),
}
const bed: FollowUp = { id: 'b', words: 'Bring the bed.', owner: 'supervisingSocialWorker:1', by: day('2026-11-06') }
const visit: FollowUp = { id: 'c', words: 'Visit the school.', owner: 'childsSocialWorker', by: day('2026-11-05') }

describe('what somebody took on in a meeting', () => {
  test('is on the first screen of whoever does it, by name or by role, the soonest first, and of nobody else', async () => {
    const { seenBy } = await heldWith(passport, bed, visit)
    expect(await seenBy(WORKERS.socialWorker)).toEqual(['Visit the school.', 'Send the passport.'])
    expect(await seenBy(WORKERS.supervising)).toEqual(['Bring the bed.'])
    expect(await seenBy(WORKERS.stranger)).toEqual([])
    expect(await seenBy(WORKERS.officer)).toEqual([])
  })

  test('goes once it is done, and comes back when that was a mistake', async () => {
    const { office, meeting, seenBy } = await heldWith(bed)
    const press = (done: boolean) =>
      finishFollowUp({ meetingId: meeting.id, id: 'b', done }, WORKERS.supervising, office.ports)
    expect(await press(true)).toMatchObject({ ok: true })
    expect(await seenBy(WORKERS.supervising)).toEqual([])
    expect((await office.meeting(meeting.id)).followUps).toMatchObject([{ done: { by: WORKERS.supervising.name } }])
    await press(false)
    expect(await seenBy(WORKERS.supervising)).toEqual(['Bring the bed.'])
  })

  test('is ticked off by its owner or by those who write the record, and by nobody else', async () => {
    const { office, meeting } = await heldWith(passport)
    const wanted = { meetingId: meeting.id, id: 'a', done: true }
    expect(await finishFollowUp(wanted, WORKERS.officer, office.ports)).toMatchObject({
      refusal: { reason: 'mayNot' },
    })
    expect(await finishFollowUp(wanted, WORKERS.stranger, office.ports)).toMatchObject({ refusal: { reason: 'gone' } })
    expect(await finishFollowUp(wanted, WORKERS.supervising, office.ports)).toMatchObject({ ok: true })
  })

  describe('by carers', () => {
    const shoes: FollowUp = { id: 'd', words: 'Buy school shoes.', owner: 'fosterCarer:1', by: day('2026-11-09') }
    const taxi: FollowUp = { ...shoes, id: 'e', words: 'Order the taxi.', owner: 'fosterCarer' }

    test('is with whoever supervises them, household by household, whichever child it is for (R-225)', async () => {
      const { office } = await heldWith(passport, shoes)
      const hold = async (reference: string, date: string, carer: string, followUps: FollowUp[]) => {
        const people = thePeople().map((one) => (one.role === 'fosterCarer' ? { ...one, name: carer } : one))
        office.at('2026-11-03T12:00:00Z')
        const child = { caseReference: `BKS-${reference}`, placementReference: reference, people }
        const meeting = await office.arrange(await office.confirm(aConfirmation(child)), `${date}T10:00:00Z`)
        office.at(`${date}T11:30:00Z`)
        await office.closeAsItIs(meeting)
        await office.ports.store.save({ meetings: [{ ...(await office.meeting(meeting.id)), followUps }] })
      }
      const { name } = thePeople().find(({ role }) => role === 'fosterCarer')!
      await hold('second-child', '2026-11-09', name, [taxi])
      await hold('other-household', '2026-11-10', 'Ines Valderrama', [{ ...shoes, words: 'Fence the pond.' }, bed])
      const rows = await listFollowUps(WORKERS.supervising, office.ports)
      const of = (carers: string | null) =>
        rows.filter(({ household }) => household === carers).map(({ words }) => words)
      expect(of(name).toSorted()).toEqual(['Buy school shoes.', 'Order the taxi.'])
      expect(of('Ines Valderrama')).toEqual(['Fence the pond.'])
      // The reader's own is theirs, and another's is nobody's household.
      expect(of(null)).toEqual(['Bring the bed.'])
    })

    test('is not with others of the case (R-225, P-20)', async () => {
      const { seenBy } = await heldWith(shoes)
      expect(await seenBy(WORKERS.supervising)).toEqual(['Buy school shoes.'])
      for (const other of [WORKERS.socialWorker, WORKERS.teamManager, WORKERS.officer, WORKERS.stranger]) {
        expect(await seenBy(other)).toEqual([])
      }
    })
  })

  test('and stays open for twenty working days after its day is with the manager the next day (R-227)', async () => {
    // Due Fri 6 Nov 2026; twenty working days on is Fri 4 Dec.
    const { office, seenBy } = await heldWith(bed)
    office.at('2026-12-04T17:00:00Z')
    expect(await seenBy(WORKERS.teamManager)).toEqual([])
    office.at('2026-12-05T09:00:00Z')
    expect(await seenBy(WORKERS.teamManager)).toEqual(['Bring the bed.'])
    expect(await listFollowUps(WORKERS.teamManager, office.ports)).toMatchObject([
      { owner: 'Tobias Greenhalgh', isLate: true },
    ])
  })

  test('is what the record has when it is closed: actions, answers with an owner, items put off', async () => {
    const { meeting } = await heldWith()
    const minutes = {
      ...NO_MINUTES,
      entries: [
        {
          id: 'e1',
          item: 'AG-10',
          type: 'action' as const,
          text: 'Register with a dentist',
          who: 'fosterCarer:1' as const,
        },
        { id: 'e2', item: 'AG-10', type: 'note' as const, text: 'No allergies' },
      ],
      items: { 'AG-11': { notDiscussed: true, owner: 'childsSocialWorker:1' as const, by: day('2026-11-20') } },
    }
    const duties = recordDuties(meeting.plan, aConfirmation(), { heldOn: day('2026-11-03'), clocks: [] })
    expect(followUpsFrom(meeting.plan.agenda, duties, minutes, day('2026-11-03'))).toEqual([
      { id: 'e1', words: 'Register with a dentist.', owner: 'fosterCarer:1', by: null },
      expect.objectContaining({ id: 'AG-11', owner: 'childsSocialWorker:1', by: '2026-11-20' }),
      expect.objectContaining({ id: 'outcomes' }),
    ])
  })

  test('has the social worker tell everybody who was asked how it ended, in five working days (R-161, A-10)', async () => {
    const { meeting } = await heldWith()
    const duties = recordDuties(meeting.plan, aConfirmation(), { heldOn: day('2026-11-03'), clocks: [] })
    const told = (over: Partial<typeof duties> = {}) =>
      followUpsFrom(meeting.plan.agenda, { ...duties, ...over }, NO_MINUTES, day('2026-11-03')).at(-1)!
    expect(told()).toMatchObject({ id: 'outcomes', owner: 'childsSocialWorker:1', by: '2026-11-10' })
    const named = duties.attendees.filter(({ role }) => role !== 'child' && role !== 'childsSocialWorker')
    for (const { name } of named) expect(told().words).toContain(name)
    // With the child among them there are their words for it, and no name.
    const child = { key: 'child:1' as const, role: 'child' as const, name: 'Zebedee', inRecord: true }
    expect(told({ attendees: [...duties.attendees, child] }).words).toMatch(/ and the child\.$/)
    // With a care leaver it is the personal adviser who does.
    const attendees = duties.attendees.map((one) =>
      one.role === 'childsSocialWorker'
        ? { ...one, key: 'personalAdviser:1' as const, role: 'personalAdviser' as const }
        : one,
    )
    expect(told({ attendees })).toMatchObject({ owner: 'personalAdviser:1' })
  })

  test('has the social worker put a changed legal status right on the file by the next working day (R-162)', async () => {
    const { meeting } = await heldWith()
    const duties = recordDuties(meeting.plan, aConfirmation(), { heldOn: day('2026-11-03'), clocks: [] })
    const raised = (answer: string) =>
      followUpsFrom(
        meeting.plan.agenda,
        duties,
        { ...NO_MINUTES, lines: { legalStatus: { answer, text: 'Interim care order since Monday' } } },
        day('2026-11-03'),
      ).filter(({ id }) => id.startsWith('legalStatus'))
    expect(raised('yes')).toEqual([])
    expect(raised('changed')).toMatchObject([{ owner: 'childsSocialWorker', by: '2026-11-04' }])
    // What it has changed to is the record's, and stands on nobody's list.
    expect(raised('changed')[0]!.words).not.toContain('Interim')
  })
})
