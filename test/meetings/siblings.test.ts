/** Brothers and sisters who are placed together: one time may serve them, and never a record (E-16, P-23). */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { cancelMeeting, moveMeeting } from '../../bot/meetings/arrange-meeting.ts'
import { cancelPlacement } from '../../bot/meetings/cancel-placement.ts'
import { changeDraft } from '../../bot/meetings/change-draft.ts'
import { lookAtOutlook } from '../../bot/meetings/look-at-outlook.ts'
import { judgeTime, offerTimes } from '../../bot/meetings/offer-times.ts'
import { registerConfirmation } from '../../bot/meetings/register-confirmation.ts'
import { settleChange } from '../../bot/meetings/settle-change.ts'
import { settleConcern } from '../../bot/meetings/settle-concern.ts'
import { takeMessage } from '../../bot/meetings/take-confirmation.ts'
import { instant, type Instant } from '../../shared/dates/time.ts'
import type { ConcernChoice } from '../../shared/meeting/outlook-concerns.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import type { Draft } from '../../shared/placement/draft.ts'
import type { PlacementConfirmation } from '../../shared/placement/placement.ts'
import type { SiblingTimes } from '../../shared/placement/siblings.ts'
import { pasteOn, pressOn } from '../support/arranging.ts'
import { aSlot } from '../support/builders.ts'
import { BROTHER_ALONE, TWO_BROTHERS } from '../support/confirmation-texts.ts'
import { STAFF, useDesk, type Desk } from '../support/practice-desk.ts'

const { officer } = STAFF
const current = useDesk({ now: '2026-12-18T16:05:00Z' })
let desk: Desk
beforeEach(() => {
  desk = current()
})

const TUESDAY = instant('2026-12-22T10:00:00Z')
const WEDNESDAY = instant('2026-12-23T14:00:00Z')
const TOO_LATE = instant('2027-01-06T10:00:00Z')

async function draftsIn(text: string): Promise<Draft[]> {
  const { taken } = await takeMessage(text, officer, 'chat', desk.ports)
  return taken.map((one) => {
    if (one.kind !== 'draft') throw new Error(`no draft but ${one.kind}`)
    return one.draft
  })
}
const fieldsOf = ({ fields }: Draft) => fields as PlacementConfirmation
const now = async ({ id }: Draft): Promise<Draft> => (await desk.store.draft(id))!
async function schedule(draft: Draft, chosen?: Instant): Promise<PlanningMeeting> {
  const pressed = await pressOn(desk, await now(draft), { chosen: [chosen] })
  if (!pressed.ok) throw new Error(pressed.reason)
  await desk.work()
  return meeting(pressed.value.meetings[0]!)
}
const meeting = async ({ id }: Pick<PlanningMeeting, 'id'>): Promise<PlanningMeeting> => (await desk.store.meeting(id))!
const startOf = async (one: PlanningMeeting) => {
  const stands = await meeting(one)
  return 'slot' in stands ? stands.slot.start : null
}
/** Both at one time, the older first. */
async function bothArranged(): Promise<[PlanningMeeting, PlanningMeeting]> {
  const [older, younger] = await draftsIn(TWO_BROTHERS)
  const first = await schedule(older!, TUESDAY)
  return [first, await schedule(younger!)]
}
/** The practice says so, whatever the others leave to it. */
const practise = (is: SiblingTimes) => {
  const { settings } = desk.ports
  const siblings = { is, says: 'So', from: 'stated' as const, requirements: [] }
  desk.ports.settings = {
    ...settings,
    practice: (id, startsOn) => {
      const found = settings.practice(id, startsOn)
      return found && { ...found, pack: { ...found.pack, siblings } }
    },
  }
}

describe('two brothers in one message, for one home and day', () => {
  test('are two drafts, and the second proposes the time that the first one got, and says why (E-16)', async () => {
    const [older, younger] = await draftsIn(TWO_BROTHERS)
    expect(younger!.siblings).toEqual(older!.siblings)
    await schedule(older!, TUESDAY)
    const [best, ...others] = (await now(younger!)).offered[0]!
    expect(best).toMatchObject({ start: TUESDAY, busy: [], reasons: [{ why: 'withSibling' }] })
    expect(others.flatMap(({ reasons }) => reasons)).not.toContainEqual({ why: 'withSibling' })
  })

  test('with one press each are both in Outlook at that time, in events of their own, and nobody clashes', async () => {
    const [first, second] = await bothArranged()
    expect([first.state, second.state, await startOf(second)]).toEqual(['arranged', 'arranged', TUESDAY])
    const cores = [...desk.calendar.events.values()].filter(({ invitation }) => invitation.key === 'core')
    expect(cores.map(({ invitation: { organiser, subject }, slot }) => [organiser, subject, slot.start])).toEqual(
      [first, second].map(({ ref }) => [STAFF.socialWorker.email, `Planning meeting – ref ${ref}`, TUESDAY]),
    )
    await desk.at('2026-12-18T16:30:00Z')
    for (const one of [first, second]) {
      await lookAtOutlook(one.id, 0, desk.ports)
      expect((await meeting(one)).concerns ?? []).toEqual([])
    }
    expect(desk.failures).toEqual([])
  })

  test('somebody else’s entry for that very time stops the second one all the same', async () => {
    const [older, younger] = await draftsIn(TWO_BROTHERS)
    const first = await schedule(older!, TUESDAY)
    desk.calendar.busy.set(STAFF.socialWorker.email, 'slot' in first ? [first.slot] : [])
    const found = await offerTimes(
      { plan: younger!.plan!.meetings[0]!, of: { ...younger!, confirmation: fieldsOf(younger!) } },
      desk.ports,
    )
    expect(found!.offered.map(({ start }) => start)).not.toContain(TUESDAY)
  })

  test('a child whom nobody calls their brother never shares their time', async () => {
    await bothArranged()
    const [stranger] = await draftsIn(BROTHER_ALONE(1).replace('PL-30951', 'PL-30959').replace('14 Tannery Row', '3 Mill Lane')) // prettier-ignore
    expect(stranger!.offered[0]!.map(({ start }) => start)).not.toContain(TUESDAY)
    expect(await pressOn(desk, stranger!, { chosen: [TUESDAY] })).toMatchObject({ ok: false })
  })

  test('a child of another home in the same message is nobody’s brother', async () => {
    const [older, other] = await draftsIn(
      TWO_BROTHERS.replace('Both children', 'Address: 3 Mill Lane, Aldermere AL4 7QT\n\nBoth children'),
    )
    expect([older!.siblings, other!.siblings]).toEqual([undefined, undefined])
  })

  test('pasted again, or by mail after that, they are the same brothers', async () => {
    const [older] = await draftsIn(TWO_BROTHERS)
    await schedule(older!, TUESDAY)
    const { taken } = await takeMessage(TWO_BROTHERS, officer, 'chat', desk.ports)
    const again = taken.find((one) => one.kind === 'draft')!
    expect(again.draft.offered[0]![0]).toMatchObject({ start: TUESDAY, reasons: [{ why: 'withSibling' }] })
  })

  test('a start that changes parts them: the other’s time is no reason any more (E-10)', async () => {
    const [first, second] = await bothArranged()
    const { placementId } = second
    await takeMessage(BROTHER_ALONE(2).replaceAll('18/12/2026 at 5.30pm', '19/12/2026 at 5.30pm'), officer, 'chat', desk.ports) // prettier-ignore
    const { version } = (await desk.store.placement(placementId))!
    await settleChange({ placementId, version, take: true }, officer, desk.ports)
    const [a, b] = await Promise.all([first, second].map((one) => desk.store.placement(one.placementId)))
    expect(b!.siblings!.group).not.toBe(a!.siblings!.group)
  })
})

describe('where the practice has it otherwise', () => {
  test('one after the other: the second is directly beside the first, and the same people come once', async () => {
    practise('oneAfterTheOther')
    const [older, younger] = await draftsIn(TWO_BROTHERS)
    await schedule(older!, TUESDAY)
    const [best] = (await now(younger!)).offered[0]!
    expect(best).toMatchObject({ start: '2026-12-22T11:00:00Z', busy: [], reasons: [{ why: 'besideSibling' }] })
    const second = await schedule(younger!)
    expect([second.state, await startOf(second)]).toEqual(['arranged', '2026-12-22T11:00:00Z'])
  })

  test('one after the other is never at once: at the time of the first, those who come to both are busy', async () => {
    practise('oneAfterTheOther')
    const [older, younger] = await draftsIn(TWO_BROTHERS)
    const first = await schedule(older!, TUESDAY)
    const asked = { plan: younger!.plan!.meetings[0]!, of: { ...younger!, confirmation: fieldsOf(younger!) } }
    const judged = await judgeTime(asked, 'slot' in first ? first.slot : aSlot(), desk.ports)
    expect(judged!.busy).toEqual(['childsSocialWorker:1', 'fosterCarer:1'])
    expect(await pressOn(desk, await now(younger!), { chosen: [TUESDAY] })).toMatchObject({ ok: false })
  })

  test('one after the other in a home, nobody needs time to travel from the one to the other', async () => {
    practise('oneAfterTheOther')
    const home = TWO_BROTHERS.replace(/^Father.*\n/gm, '')
    const [older, younger] = await draftsIn(home)
    expect(younger!.plan!.meetings[0]!.venue.kind).toBe('placement')
    await schedule(older!, TUESDAY)
    expect((await now(younger!)).offered[0]![0]).toMatchObject({ start: '2026-12-22T11:00:00Z', busy: [] })
  })

  test('apart: each has a time of its own, as any two children', async () => {
    practise('apart')
    const [older, younger] = await draftsIn(TWO_BROTHERS)
    await schedule(older!, TUESDAY)
    expect(younger!.siblings).toBeUndefined()
    expect(await pressOn(desk, younger!, { chosen: [TUESDAY] })).toMatchObject({ ok: false, reason: 'timeTaken' })
    expect((await schedule(younger!)).state).toBe('arranged')
  })
})

describe('a brother who comes in a message of his own', () => {
  const answer = (draft: Draft, said: string) =>
    changeDraft(
      { draftId: draft.id, version: draft.version, answers: { siblings: said }, people: {} },
      officer,
      desk.ports,
    )

  test('is not taken for one: the officer is asked, by the reference of the other’s meeting', async () => {
    const first = await schedule(await pasteOn(desk, BROTHER_ALONE(1)), TUESDAY)
    const later = await pasteOn(desk, BROTHER_ALONE(2))
    expect(later.siblings).toBeUndefined()
    expect(later.offered[0]!.map(({ start }) => start)).not.toContain(TUESDAY)
    expect(later.besides!.map(({ ref }) => ref)).toEqual([first.ref])
  })

  test('once it is said, he is offered that time, and one press books it', async () => {
    await schedule(await pasteOn(desk, BROTHER_ALONE(1)), TUESDAY)
    const later = await pasteOn(desk, BROTHER_ALONE(2))
    const said = await answer(later, later.besides![0]!.family)
    expect(said).toMatchObject({ ok: true, value: { offered: [[{ start: TUESDAY }, {}, {}]] } })
    expect(await schedule(later)).toMatchObject({ state: 'arranged', slot: { start: TUESDAY } })
  })

  test('once it is denied, nobody is asked again', async () => {
    await schedule(await pasteOn(desk, BROTHER_ALONE(1)), TUESDAY)
    const later = await pasteOn(desk, BROTHER_ALONE(2))
    await answer(later, 'no')
    const [again] = await draftsIn(BROTHER_ALONE(2))
    expect([again!.besides, again!.siblings]).toEqual([[], undefined])
    expect(await schedule(later)).toMatchObject({ state: 'arranged' })
    expect(await startOf((await desk.store.meetings(desk.clock.now())).at(-1)!.meeting)).not.toBe(null)
  })

  test('whose brother he is cannot be made up', async () => {
    await schedule(await pasteOn(desk, BROTHER_ALONE(1)), TUESDAY)
    const later = await pasteOn(desk, BROTHER_ALONE(2))
    expect(await answer(later, 'somebody')).toMatchObject({ ok: false, reason: 'answerNotUnderstood' })
  })
})

describe('once both have their time, and one of them changes', () => {
  const concerns = async (one: PlanningMeeting) => ((await meeting(one)).concerns ?? []).map(({ kind }) => kind)
  async function move(one: PlanningMeeting, start = WEDNESDAY) {
    const { version } = await meeting(one)
    const moved = await moveMeeting(
      { meetingId: one.id, version, start, reason: 'Asked for', ...(start === TOO_LATE && { lateReason: 'So' }) },
      officer,
      desk.ports,
    )
    await desk.work()
    return moved
  }
  async function decide(one: PlanningMeeting, choice: ConcernChoice, reason?: string) {
    const { version, concerns: [concern] = [] } = await meeting(one)
    const decided = await settleConcern(
      { meetingId: one.id, version, kind: concern!.kind, event: null, choice, ...(reason && { reason }) },
      officer,
      desk.ports,
    )
    await desk.work()
    return decided
  }

  test('the other is not moved behind anybody’s back: a person is asked', async () => {
    const [first, second] = await bothArranged()
    await move(first)
    expect(await startOf(second)).toBe(TUESDAY)
    expect((await meeting(second)).concerns).toMatchObject([
      { kind: 'siblingMoved', at: { start: WEDNESDAY, end: '2026-12-23T15:00:00Z' }, inTime: true },
    ])
    expect(await concerns(first)).toEqual([])
  })

  test('one press takes it along; then nothing is asked any more', async () => {
    const [first, second] = await bothArranged()
    await move(first)
    await decide(second, 'takeTime')
    expect([await startOf(first), await startOf(second)]).toEqual([WEDNESDAY, WEDNESDAY])
    expect([...(await concerns(first)), ...(await concerns(second))]).toEqual([])
    expect((await meeting(second)).moves).toMatchObject([
      { reason: 'Together with the meeting of a brother or sister' },
    ])
  })

  test('another press leaves it where it is', async () => {
    const [first, second] = await bothArranged()
    await move(first)
    await decide(second, 'keepOurs')
    expect([await startOf(second), await concerns(second)]).toEqual([TUESDAY, []])
  })

  test('a time after the last day is taken with a reason only (R-033)', async () => {
    const [first, second] = await bothArranged()
    await move(first, TOO_LATE)
    expect(await decide(second, 'takeTime')).toMatchObject({ ok: false, refusal: { reason: 'reasonMissing' } })
    expect(await decide(second, 'takeTime', 'They come together')).toMatchObject({ ok: true })
    expect(await startOf(second)).toBe(TOO_LATE)
  })

  test('dragged in Outlook it is the same', async () => {
    const [first, second] = await bothArranged()
    const core = [...desk.calendar.events.values()].find(({ marker }) => marker.startsWith(`${first.id}/`))!
    desk.calendar.byHand.move(core.eventId, { start: WEDNESDAY, end: instant('2026-12-23T15:00:00Z') })
    await lookAtOutlook(first.id, 1, desk.ports)
    await desk.work()
    expect([await startOf(first), await startOf(second), await concerns(second)]).toEqual([
      WEDNESDAY,
      TUESDAY,
      ['siblingMoved'],
    ])
  })

  test('moved back, nothing is left to decide', async () => {
    const [first, second] = await bothArranged()
    await move(first)
    await move(first, TUESDAY)
    expect([await startOf(first), await concerns(second)]).toEqual([TUESDAY, []])
  })

  test('cancelled, the other stands, and a person is told', async () => {
    const [first, second] = await bothArranged()
    const { version } = await meeting(first)
    await cancelMeeting({ meetingId: first.id, version, reason: 'Not needed' }, officer, desk.ports)
    await desk.work()
    expect([(await meeting(second)).state, await concerns(second)]).toEqual(['arranged', ['siblingCancelled']])
    await decide(second, 'putAside')
    await desk.at('2026-12-19T09:00:00Z')
    expect(await concerns(second)).toEqual([])
  })

  test('with the whole placement called off, too (E-12)', async () => {
    const [first, second] = await bothArranged()
    const { version } = (await desk.store.placement(first.placementId))!
    const wanted = { placementId: first.placementId, version, reason: 'Not placed' }
    expect(await cancelPlacement(wanted, officer, desk.ports)).toMatchObject({ ok: true })
    await desk.work()
    expect([(await meeting(second)).state, await concerns(second)]).toEqual(['arranged', ['siblingCancelled']])
  })

  test('a brother whose placement is confirmed and has no time yet is offered the new one', async () => {
    const [older, younger] = await draftsIn(TWO_BROTHERS)
    const confirmed = await registerConfirmation(fieldsOf(younger!), officer, 'api', desk.ports) // prettier-ignore
    if (!confirmed.ok) throw new Error(confirmed.refusal.reason)
    await desk.work()
    await schedule(older!, TUESDAY)
    expect((await meeting(confirmed.value.meetings[0]!)).offered[0]).toMatchObject({ start: TUESDAY })
  })
})

describe('privacy: nothing of one of them stands in what is the other’s (P-23)', () => {
  const OF_YOUNGER = ['W.Z.', '"WZ"', 'BKS-204412', 'PL-30952', 'Anders', 'anders.v@post.example']
  const OF_OLDER = ['Q.X.', '"QX"', 'BKS-204411', 'PL-30951']

  test('neither in the case, the meeting, the audit log nor in any invitation, mail or letter', async () => {
    const [first, second] = await bothArranged()
    const { version } = await meeting(first)
    await moveMeeting({ meetingId: first.id, version, start: WEDNESDAY, reason: 'x' }, officer, desk.ports)
    await desk.at('2026-12-23T08:30:00Z')
    for (const [own, other, hidden] of [
      [first, second, OF_YOUNGER],
      [second, first, OF_OLDER],
    ] as const) {
      const placement = (await desk.store.placement(own.placementId))!
      const draft = await desk.store.draftFor(placement.confirmation.caseReference, placement.confirmation.placementReference) // prettier-ignore
      const events = [...desk.calendar.events.values()].filter(({ marker }) => marker.startsWith(`${own.id}/`))
      const letters = [...desk.mail.sent.values()].filter(({ subject, text }) => `${subject} ${text}`.includes(own.ref))
      expect(events.length + letters.length).toBeGreaterThan(2)
      const audit = await desk.store.audit({ placementId: own.placementId })
      const all = JSON.stringify([placement, draft, await meeting(own), events, letters, audit])
      for (const words of [...hidden, other.ref, other.id, other.placementId]) expect(all).not.toContain(words)
      expect(placement.source).toContain(own === first ? 'PL-30951' : 'PL-30952')
    }
  })

  test('two meetings, two agendas, two lists of parents: only the younger one’s father is asked to his (E-16)', async () => {
    const [first, second] = await bothArranged()
    const parents = ({ plan }: PlanningMeeting) =>
      plan.attendees.filter(({ event }) => event?.startsWith('family')).map(({ name }) => name)
    expect([parents(first), parents(second)]).toEqual([
      ['Petra Vandermolen'],
      ['Anders Vandermolen', 'Petra Vandermolen'],
    ])
  })
})
