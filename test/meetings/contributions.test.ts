/** Views that come in before the meeting, from those who do not come and from whoever wants them known (R-067, P-50). */
import { describe, expect, test } from '@jest/globals'
import { keepContribution } from '../../bot/meetings/keep-contribution.ts'
import { moveMeeting } from '../../bot/meetings/arrange-meeting.ts'
import type { DirectoryPerson } from '../../bot/meetings/ports.ts'
import { showMeeting } from '../../bot/meetings/show-meetings.ts'
import type { CameIn } from '../../shared/agenda/contributions.ts'
import type { PersonKey } from '../../shared/placement/placement.ts'
import { instant } from '../../shared/dates/time.ts'
import { aConfirmation, thePeople } from '../support/builders.ts'
import { Office, WORKERS } from '../support/office.ts'

const VIEWS = 'She should keep her place in the choir.'
const inside = (role: 'independentReviewingOfficer' | 'financeOfficer', { name, email }: DirectoryPerson) => ({
  role,
  name,
  email,
  insideTenant: true,
})

async function anOffice() {
  const office = new Office({ now: '2026-10-26T10:00:00Z' })
  const people = [
    ...thePeople(),
    { ...inside('independentReviewingOfficer', WORKERS.reviewing), decision: { part: 'viewsConsidered' as const } },
    inside('financeOfficer', WORKERS.stranger),
  ]
  const { id } = await office.arrange(await office.confirm(aConfirmation({ people })), '2026-11-03T10:00:00Z')
  const send = (by: DirectoryPerson, of?: { who: PersonKey; via: CameIn }) =>
    keepContribution({ meetingId: id, text: VIEWS, for: of }, by, office.ports)
  const seenBy = async (by: DirectoryPerson) => {
    const shown = await showMeeting(id, by, office.ports)
    if (!shown.ok) throw new Error('not shown')
    return shown.value.meeting.contributions
  }
  return { office, id, send, seenBy }
}

describe('views that are sent in', () => {
  test('by the reviewing officer are with the chair, word for word, and not awaited any more (R-062)', async () => {
    const { send, seenBy } = await anOffice()
    expect((await seenBy(WORKERS.supervising)).awaited).toContain('Barnaby Okonkwo')
    expect(await send(WORKERS.reviewing)).toMatchObject({ ok: true })
    const { received, awaited } = await seenBy(WORKERS.supervising)
    expect(received).toEqual([
      expect.objectContaining({
        who: 'Barnaby Okonkwo',
        how: 'in Planning, Mon 26 Oct 2026',
        text: VIEWS,
        keptBy: null,
      }),
    ])
    expect(awaited).not.toContain('Barnaby Okonkwo')
  })

  test('by somebody outside are written down by a worker, who is named (P-50)', async () => {
    const { send, seenBy } = await anOffice()
    await send(WORKERS.socialWorker, { who: 'mother:1', via: 'phone' })
    expect((await seenBy(WORKERS.supervising)).received).toEqual([
      expect.objectContaining({
        who: 'Petra Vandermolen',
        how: 'by phone, Mon 26 Oct 2026',
        keptBy: 'Rosalind Achterberg',
      }),
    ])
  })

  test('of the child are kept under no name (P-01)', async () => {
    const { send, seenBy } = await anOffice()
    await send(WORKERS.socialWorker, { who: 'child:1', via: 'inPerson' })
    expect((await seenBy(WORKERS.supervising)).received).toMatchObject([{ who: 'The child' }])
  })

  test('say in the record how they came in, where nobody has said so yet', async () => {
    const { office, id, send } = await anOffice()
    await send(WORKERS.socialWorker, { who: 'mother:1', via: 'letter' })
    await send(WORKERS.socialWorker, { who: 'mother:1', via: 'phone' })
    const minutes = await office.minutes(await office.meeting(id))
    expect(minutes?.attendance['mother:1']).toEqual({ how: 'Sent in by letter or e-mail, Mon 26 Oct 2026' })
  })

  test('are read by those who may read the record and by whoever sent them, and by nobody else (P-20, P-24)', async () => {
    const { send, seenBy } = await anOffice()
    await send(WORKERS.supervising)
    expect((await seenBy(WORKERS.reviewing)).received).toHaveLength(1)
    expect((await seenBy(WORKERS.officer)).received).toEqual([])
    expect((await seenBy(WORKERS.stranger)).received).toEqual([])
  })

  test('come from those who are asked: not from whoever keeps to dates, or is not on the case, nor for others', async () => {
    const { send } = await anOffice()
    expect(await send(WORKERS.stranger)).toMatchObject({ refusal: { reason: 'mayNot' } })
    expect(await send(WORKERS.officer)).toMatchObject({ refusal: { reason: 'mayNot' } })
    expect(await send(WORKERS.reviewing, { who: 'mother:1', via: 'phone' })).toMatchObject({
      refusal: { reason: 'mayNot' },
    })
    expect(await send(WORKERS.socialWorker, { who: 'advocate:1', via: 'phone' })).toMatchObject({
      refusal: { reason: 'invalid' },
    })
  })

  test('stay when the meeting is moved; the audit log keeps that there were some and not what they say (P-52)', async () => {
    const { office, id, send, seenBy } = await anOffice()
    await send(WORKERS.reviewing)
    const { version } = await office.meeting(id)
    const start = instant('2026-11-04T10:00:00Z')
    await moveMeeting({ meetingId: id, version, start, reason: 'ill' }, WORKERS.socialWorker, office.ports)
    await office.work()
    expect((await seenBy(WORKERS.reviewing)).received).toHaveLength(1)
    const audit = await office.ports.store.audit({ meetingId: id })
    expect(audit.map(({ did }) => did)).toContain('contributionKept')
    expect(JSON.stringify(audit)).not.toContain('choir')
  })
})
