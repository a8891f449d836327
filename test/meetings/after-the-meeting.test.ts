/** What comes in once people have met: days from which something runs, and what somebody says of the closed record. */
import { describe, expect, test } from '@jest/globals'
import { addLaterWords } from '../../bot/meetings/add-later-words.ts'
import { keepDates } from '../../bot/meetings/keep-dates.ts'
import { showMeeting } from '../../bot/meetings/show-meetings.ts'
import type { DirectoryPerson } from '../../bot/meetings/ports.ts'
import { day, instant } from '../../shared/dates/time.ts'
import { aConfirmation, thePeople } from '../support/builders.ts'
import { Office, WORKERS } from '../support/office.ts'

async function anOffice(pack: string, { closed = true } = {}) {
  const office = new Office({ now: '2026-11-02T09:00:00Z', pack })
  const confirmation = aConfirmation({
    placement: { basis: 'emergency' },
    choices: { chair: WORKERS.socialWorker.email },
    people: [...thePeople(), { role: 'teamManager', name: 'Imelda Castellano', email: WORKERS.teamManager.email }],
  })
  const meeting = await office.arrange(await office.confirm(confirmation), '2026-11-04T10:00:00Z')
  office.at('2026-11-04T11:20:00Z')
  if (closed) await office.closeAsItIs(meeting)
  const seenBy = async (by: DirectoryPerson) => {
    const shown = await showMeeting(meeting.id, by, office.ports)
    if (!shown.ok) throw new Error('not shown')
    return shown.value.meeting
  }
  return { office, meeting: await office.meeting(meeting.id), seenBy }
}

describe('closing the meeting', () => {
  test('opens the risk assessment for the supervising social worker where the practice asks for it (R-180)', async () => {
    const before = await anOffice('south-glos', { closed: false })
    expect((await before.seenBy(WORKERS.supervising)).clocks.map(({ id }) => id)).not.toContain('riskAssessment')
    const { seenBy } = await anOffice('south-glos')
    expect((await seenBy(WORKERS.supervising)).clocks).toContainEqual(
      expect.objectContaining({ id: 'riskAssessment', due: '2026-11-06', owner: 'supervisingSocialWorker' }),
    )
  })
})

describe('a day that is given', () => {
  const give = (
    of: Awaited<ReturnType<typeof anOffice>>,
    dates: Parameters<typeof keepDates>[0]['dates'],
    by = WORKERS.socialWorker,
  ) => keepDates({ meetingId: of.meeting.id, dates }, by, of.office.ports)

  test('sets a clock with its owner, and is there for everybody on the case (R-209, R-213)', async () => {
    const of = await anOffice('homes-care-planning')
    expect((await give(of, { assessment: day('2026-11-02') })).ok).toBe(true)
    const view = await of.seenBy(WORKERS.teamManager)
    expect(view.caseDates).toEqual({
      asked: ['visit', 'revision', 'carePlanChange', 'assessment'],
      given: { assessment: '2026-11-02' },
    })
    expect(view.clocks).toContainEqual(expect.objectContaining({ id: 'singleAssessment', due: '2027-01-07' }))
  })

  test('is taken back with an empty one, and the others stay', async () => {
    const of = await anOffice('homes-care-planning')
    await give(of, { assessment: day('2026-11-02'), carePlanChange: day('2026-11-03') })
    await give(of, { assessment: '' })
    const { caseDates, clocks } = await of.seenBy(WORKERS.socialWorker)
    expect(caseDates?.given).toEqual({ carePlanChange: '2026-11-03' })
    expect(clocks.map(({ id }) => id)).not.toContain('singleAssessment')
    expect(clocks.map(({ id }) => id)).toContain('planAfterChange')
  })

  test('may not lie ahead, nor beyond what can be counted', async () => {
    const of = await anOffice('standards-lcs')
    expect(await give(of, { revision: day('2026-11-05') })).toMatchObject({ refusal: { reason: 'dayToCome' } })
    of.office.at('2028-12-29T10:00:00Z')
    expect(await give(of, { carePlanCompletion: day('2028-12-28') })).toMatchObject({
      refusal: { reason: 'beyondBankHolidays' },
    })
    expect((await of.seenBy(WORKERS.socialWorker)).caseDates?.given).toEqual({})
  })

  test('is given by whoever writes the record, and by nobody else', async () => {
    const of = await anOffice('standards-lcs')
    expect(await give(of, { revision: day('2026-11-04') }, WORKERS.officer)).toMatchObject({
      refusal: { reason: 'mayNot' },
    })
    expect(await give(of, { revision: day('2026-11-04') }, WORKERS.stranger)).toMatchObject({
      refusal: { reason: 'gone' },
    })
    expect((await of.seenBy(WORKERS.officer)).caseDates).toBeNull()
  })
})

describe('a parent disputes the minutes (E-51, R-163)', () => {
  const WORDS = 'I never agreed that she changes school.'
  const dispute = async (
    of: Awaited<ReturnType<typeof anOffice>>,
    over: { on?: string; by?: DirectoryPerson; who?: string } = {},
  ) =>
    addLaterWords(
      {
        meetingId: of.meeting.id,
        version: (await of.office.meeting(of.meeting.id)).version,
        who: (over.who ?? 'mother:1') as 'mother:1',
        on: day(over.on ?? '2026-11-09'),
        text: WORDS,
      },
      over.by ?? WORKERS.socialWorker,
      of.office.ports,
    )

  test('the record stays as it was, and what the parent says stands beside it with its day', async () => {
    const of = await anOffice('england-default', { closed: false })
    await of.office.write(of.meeting, { id: 'e1', item: 'AG-11', type: 'decision', text: 'She changes school' })
    await of.office.closeAsItIs(of.meeting)
    const before = await of.office.minutes(of.meeting)
    of.office.at('2026-11-10T09:00:00Z')
    expect((await dispute(of)).ok).toBe(true)
    expect(await of.office.minutes(of.meeting)).toEqual(before)
    const { laterWords, minutes, state } = await of.seenBy(WORKERS.teamManager)
    expect(state).toBe('held')
    expect(minutes?.entries.map(({ text }) => text)).toEqual(['She changes school'])
    expect(laterWords).toEqual([
      {
        who: 'mother:1',
        on: '2026-11-09',
        text: WORDS,
        keptAt: instant('2026-11-10T09:00:00Z'),
        keptBy: 'Rosalind Achterberg',
      },
    ])
  })

  test('a second note stands under the first, and neither can be changed', async () => {
    const of = await anOffice('england-default')
    of.office.at('2026-11-20T09:00:00Z')
    await dispute(of)
    await dispute(of, { on: '2026-11-18' })
    expect((await of.seenBy(WORKERS.socialWorker)).laterWords.map(({ on }) => on)).toEqual(['2026-11-09', '2026-11-18'])
  })

  test('while the record is open it is said in the record; a day to come, or somebody else’s name, is refused', async () => {
    const open = await anOffice('england-default', { closed: false })
    open.office.at('2026-11-10T09:00:00Z')
    expect(await dispute(open)).toMatchObject({ refusal: { reason: 'notYetClosed' } })
    const of = await anOffice('england-default')
    of.office.at('2026-11-10T09:00:00Z')
    expect(await dispute(of, { on: '2026-11-11' })).toMatchObject({ refusal: { reason: 'dayToCome' } })
    expect(await dispute(of, { who: 'father:1' })).toMatchObject({ refusal: { reason: 'invalid' } })
    expect(await dispute(of, { by: WORKERS.officer })).toMatchObject({ refusal: { reason: 'mayNot' } })
  })

  test('is for those who may read the record alone, and no log or audit line repeats it', async () => {
    const of = await anOffice('england-default')
    of.office.at('2026-11-10T09:00:00Z')
    await dispute(of)
    expect((await of.seenBy(WORKERS.officer)).laterWords).toEqual([])
    expect(JSON.stringify(await of.office.ports.store.audit({ meetingId: of.meeting.id }))).not.toContain('school')
  })
})
