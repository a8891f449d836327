/** A planned placement in a home at Leicester: a first meeting and an introduction, from one pasted confirmation. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { confirmPlacement } from '../../bot/meetings/confirm-placement.ts'
import { takeMessage } from '../../bot/meetings/take-confirmation.ts'
import type { Draft } from '../../shared/placement/draft.ts'
import { STAFF, useDesk, type Desk } from '../support/practice-desk.ts'

const CONFIRMATION = `
Case reference: BKS-204417
Placement reference: PL-30951
Child: K.V., aged 9
Legal status: Care order
First placement: No
Type of placement: Children's home
Planned or emergency: Planned
Placement start date/time: 22/03/2027 at 11am
In or out of area: In area
Address: Willowbank, 3 Mill Lane, Aldermere AL4 7QT
Mother may have the address: Yes
Registered manager: Seraphina Holt, manager@willowbank.example
Key worker: Isolde Tran, isolde@willowbank.example
Child's social worker: Rosalind Achterberg, rosalind.achterberg@brackenshire.example
Mother: Petra Vandermolen, petra.v@post.example, has parental responsibility
Mother's part in the meeting: attend
Child's part in the meeting: contribute
`

const current = useDesk({ now: '2027-03-15T10:00:00Z', pack: 'leicester' })
let desk: Desk
beforeEach(() => {
  desk = current()
})

async function paste(): Promise<Draft> {
  const { taken } = await takeMessage(CONFIRMATION, STAFF.officer, 'chat', desk.ports)
  const [first] = taken
  if (first?.kind !== 'draft') throw new Error(`no draft but ${first?.kind}`)
  return first.draft
}
const press = (draft: Draft, over: object = {}) =>
  confirmPlacement(
    { draftId: draft.id, version: draft.version, answers: {}, chosen: [], ...over },
    STAFF.officer,
    desk.ports,
  )
const CHAIR = { chair: 'rosalind.achterberg@brackenshire.example' }

describe('before somebody has said who chairs', () => {
  test('both are offered times before the start, and nothing is sent: a chair is never guessed (R-050, R-016)', async () => {
    const draft = await paste()
    expect(draft.plan?.meetings.map(({ kind }) => kind)).toEqual(['first', 'introduction'])
    expect(draft.plan?.questions.map(({ id }) => id)).toEqual(['chair'])
    for (const offered of draft.offered) {
      expect(offered!.length).toBeGreaterThan(0)
      for (const { start, inTime } of offered!) expect([inTime, start < '2027-03-22T11:00:00Z']).toEqual([true, true])
    }
    expect(await press(draft)).toMatchObject({ ok: false, reason: 'questionsOpen' })
  })
})

describe('with one press and the answer in it', () => {
  test('each gets a time of its own and its events, from the placement officer’s mailbox', async () => {
    const pressed = await press(await paste(), { answers: CHAIR })
    if (!pressed.ok) throw new Error(pressed.reason)
    await desk.work()
    const meetings = await desk.store.meetingsOf(pressed.value.placement.id)
    expect(meetings.map(({ plan, state }) => [plan.kind, state]).sort()).toEqual([
      ['first', 'arranged'],
      ['introduction', 'arranged'],
    ])
    const slots = meetings.map((meeting) => ('slot' in meeting ? meeting.slot : null)!).sort((a, b) => (a.start < b.start ? -1 : 1))
    expect(slots[0]!.end <= slots[1]!.start).toBe(true)
    const core = [...desk.calendar.events.values()].map(({ invitation }) => invitation).filter(({ attendees }) => attendees.length > 1)
    expect(core.map(({ organiser }) => organiser)).toEqual([STAFF.officer.email, STAFF.officer.email])
  }) // prettier-ignore

  test('pressed again it finds both', async () => {
    const draft = await paste()
    const [one, two] = [await press(draft, { answers: CHAIR }), await press(draft, { answers: CHAIR })]
    if (!one.ok || !two.ok) throw new Error('refused')
    expect(two.value.meetings.map(({ id }) => id).sort()).toEqual(one.value.meetings.map(({ id }) => id).sort())
    expect(two.value.meetings).toHaveLength(2)
  })
})
