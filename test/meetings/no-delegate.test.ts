/** A home's manager who would chair is on leave, and nobody is named to stand in (E-13, R-045). */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { changeDraft } from '../../bot/meetings/change-draft.ts'
import { registerConfirmation } from '../../bot/meetings/register-confirmation.ts'
import { takeMessage } from '../../bot/meetings/take-confirmation.ts'
import { instant, londonIso } from '../../shared/dates/time.ts'
import { afterWorkingMinutes } from '../../shared/dates/working-hours.ts'
import { F3, homePeople, withPeople } from '../support/fixture-cases.ts'
import { CANARIES, IN_A_HOME } from '../support/confirmation-texts.ts'
import { STAFF, useDesk, type Desk } from '../support/practice-desk.ts'

const { officer } = STAFF
const MANAGER = 'imelda.castellano@brackenshire.example'
const current = useDesk({ now: '2026-12-24T15:40:00Z', pack: 'wm-mosaic' })
let desk: Desk
beforeEach(() => {
  desk = current()
})
const letters = () => [...desk.mail.sent.values()].filter(({ id }) => id.includes('/noDelegate/'))
const pasted = async () => {
  const { taken } = await takeMessage(IN_A_HOME, officer, 'chat', desk.ports)
  if (taken[0]?.kind !== 'draft') throw new Error('no draft')
  expect(taken[0].draft.plan!.questions.map(({ id }) => id)).toContain('delegate')
  return taken[0].draft
}

describe('whoever confirms is asked at once, and after four working hours', () => {
  test('the social worker’s manager hears: holidays are none of them, and nothing is said of the child', async () => {
    await pasted()
    await desk.at('2026-12-29T11:09:00Z')
    expect(letters()).toEqual([])
    await desk.at('2026-12-29T11:11:00Z')
    expect(letters().map(({ to }) => to)).toEqual([MANAGER])
    expect(desk.announcer.noDelegate).toEqual([MANAGER])
    const [{ text, subject }] = letters() as [ReturnType<typeof letters>[number]]
    expect(text).toContain('Please ask the home who stands in, by name.')
    expect(text).toContain('has to be held by Thu 31 Dec 2026')
    for (const words of [...Object.values(CANARIES), 'BKS-204417', 'PL-30951', 'Willowbank', 'Holt']) {
      expect(`${subject} ${text}`).not.toContain(words)
    }
    await pasted()
    await desk.at('2026-12-30T17:00:00Z')
    expect(letters()).toHaveLength(1)
  })

  test('nobody, where somebody has been named by then', async () => {
    const { id, version } = await pasted()
    const people = { managersDelegate: 'Olwen Pryce, deputy@willowbank.example' }
    expect(await changeDraft({ draftId: id, version, answers: {}, people }, officer, desk.ports)).toMatchObject({ ok: true })
    await desk.at('2026-12-30T17:00:00Z')
    expect(letters()).toEqual([])
  }) // prettier-ignore

  test('also for what another system has confirmed; without a manager on the case the authority’s own mailbox hears', async () => {
    const leave = [{ from: '2026-12-24', to: '2027-01-08' }] as never
    const people = withPeople(homePeople(), { registeredManager: { onLeave: leave }, teamManager: null })
    const done = await registerConfirmation(F3({ people }), officer, 'api', desk.ports)
    const [meeting] = done.ok ? done.value.meetings : []
    await desk.at('2026-12-29T11:11:00Z')
    expect(letters().map(({ to, subject }) => [to, subject])).toEqual([
      ['placement.meetings@brackenshire.example', `Planning meeting – ref ${meeting!.ref}`],
    ])
  })
})

test.each([
  ['in the morning', '2026-12-22T09:30:00Z', '2026-12-22T13:30:00+00:00'],
  ['before the office opens', '2026-12-22T06:00:00Z', '2026-12-22T13:00:00+00:00'],
  ['in the afternoon', '2026-12-22T15:00:00Z', '2026-12-23T10:30:00+00:00'],
  ['on a Friday evening', '2026-12-11T20:00:00Z', '2026-12-14T13:00:00+00:00'],
  ['the day before the clocks go forward', '2027-03-25T15:00:00Z', '2027-03-30T10:30:00+01:00'],
])('four working hours from a moment %s', (_, from, until) => {
  expect(londonIso(afterWorkingMinutes(instant(from), 240))).toBe(until)
})
