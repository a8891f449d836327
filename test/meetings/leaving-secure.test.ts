/** A child leaves secure accommodation: the next placement is a case of its own, with a first meeting of its own (E-32). */
import { beforeEach, expect, test } from '@jest/globals'
import { registerConfirmation } from '../../bot/meetings/register-confirmation.ts'
import { takeMessage } from '../../bot/meetings/take-confirmation.ts'
import { instant } from '../../shared/dates/time.ts'
import { F1, F5 } from '../support/fixture-cases.ts'
import { STAFF, useDesk, type Desk } from '../support/practice-desk.ts'

const { officer } = STAFF
const current = useDesk({ now: '2027-03-25T13:00:00Z', pack: 'wm-mosaic' })
let desk: Desk
beforeEach(async () => {
  desk = current()
  await register(F5({ caseReference: 'BKS-204417', placementReference: 'PL-1', placement: { plannedEndOn: null } }))
  desk.clock.set(instant('2027-05-04T09:00:00Z'))
})

const register = async (confirmation: ReturnType<typeof F1>) => {
  const done = await registerConfirmation(confirmation, officer, 'api', desk.ports)
  if (!done.ok) throw new Error(done.refusal.reason)
  return done.value
}
const secure = async () => (await desk.store.placementFor('BKS-204417', 'PL-1'))!

test('once the next placement is confirmed, a case and a first meeting are opened for it, by its own clock', async () => {
  const before = await secure()
  const meetingsBefore = await desk.store.meetingsOf(before.id)
  const next = await register(
    F1({
      caseReference: 'BKS-204417',
      placementReference: 'PL-2',
      confirmedAt: desk.clock.now(),
      placement: { startsAt: instant('2027-05-10T10:00:00+01:00') },
    }),
  )
  expect(next.isNew).toBe(true)
  expect(next.placement.id).not.toBe(before.id)
  expect(next.meetings.map(({ plan }) => [plan.combines, plan.deadline?.date])).toEqual([[['first'], '2027-05-13']])
  expect(await secure()).toEqual(before)
  expect(await desk.store.meetingsOf(before.id)).toEqual(meetingsBefore)
  expect(
    (await desk.store.placementsNamed('BKS-204417')).map(({ confirmation }) => confirmation.placementReference).sort(),
  ).toEqual(['PL-1', 'PL-2'])
})

test('a pasted confirmation of it takes over nothing of the secure placement', async () => {
  const text = [
    'Placement confirmation',
    'Case reference: BKS-204417',
    'Placement reference: PL-2',
    'Child: Q.X., aged 14',
    'Placement type: foster',
    'Planned',
    'Start: Monday 10 May 2027 at 10am',
  ].join('\n')
  const { taken } = await takeMessage(text, officer, 'chat', desk.ports)
  expect(taken).toHaveLength(1)
  const [one] = taken
  if (one?.kind !== 'draft') throw new Error('a draft was expected')
  expect(one.draft.fields.placement).toMatchObject({ type: 'foster', basis: 'planned' })
  expect((one.draft.fields.people ?? []).filter(({ role }) => role === 'registeredManager')).toEqual([])
  expect((await secure()).proposed).toBeUndefined()
})
