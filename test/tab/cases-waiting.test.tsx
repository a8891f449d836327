/** In Planning: placements that were queried instead of scheduled, and drafts that nobody has scheduled yet. */
import { afterEach, describe, expect, test } from '@jest/globals'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { listWaitingCases } from '../../bot/meetings/list-waiting-cases.ts'
import { takeMessage } from '../../bot/meetings/take-confirmation.ts'
import { registerConfirmation } from '../../bot/meetings/register-confirmation.ts'
import { cancelPlacement } from '../../bot/meetings/cancel-placement.ts'
import type { PlacementConfirmation } from '../../shared/placement/placement.ts'
import { aConfirmation } from '../support/builders.ts'
import { CANARIES, WITHOUT } from '../support/confirmation-texts.ts'
import { Office, WORKERS } from '../support/office.ts'
import { openTheTab } from './open-the-tab.tsx'

afterEach(cleanup)

const now = '2026-11-02T09:00:00Z'
async function queried(office: Office, confirmation: PlacementConfirmation) {
  const done = await registerConfirmation(confirmation, WORKERS.officer, 'api', office.ports)
  if (!done.ok) throw new Error(done.refusal.reason)
  expect(done.value.meetings).toEqual([])
  return done.value.placement
}
const ON_REMAND = aConfirmation({ child: { legalStatus: 'remand' } })
const waiting = (count: number) =>
  screen.findByRole('region', { name: `Placements that wait for an answer (${count})` })
const none = () => screen.queryByRole('region', { name: /Placements that wait for an answer/ })

describe('what waits for an answer and has no meeting', () => {
  test.each([
    ['a child on remand (L-28)', ON_REMAND, 'A child on remand has a detention placement plan instead. Should a planning meeting be held all the same?'],
    ['a child under 16 in supported accommodation (L-27)', aConfirmation({ placement: { type: 'supportedAccommodation' } }), 'A child under 16 cannot be placed in supported accommodation. Please check the age and the type of placement.'],
    ['of no known kind, and without a start (R-003, R-004)', aConfirmation({ placement: { type: undefined, startsAt: null } }), 'What kind of placement is it?'],
  ])('a placement of %s is listed with what is asked', async (_, confirmation, asked) => {
    const office = new Office({ now })
    await queried(office, confirmation)
    openTheTab(office, { as: WORKERS.officer })
    const row = within(await waiting(1))
    expect(row.getByText('BKS-204417 · PL-30951')).toBeTruthy()
    expect(row.getAllByText(asked)).not.toEqual([])
    expect(row.getByText(/No meeting is arranged/)).toBeTruthy()
  }) // prettier-ignore

  test('is answered where it is listed: left without a meeting, it waits for nobody any more (L-28)', async () => {
    const office = new Office({ now })
    const { id } = await queried(office, ON_REMAND)
    openTheTab(office, { as: WORKERS.officer })
    const row = within(await waiting(1))
    fireEvent.change(row.getByRole('combobox', { name: /child on remand/ }), { target: { value: 'none' } })
    fireEvent.click(row.getByRole('button', { name: 'Save the answers' }))
    await waitFor(() => expect(none()).toBeNull())
    const kept = (await office.ports.store.placement(id))!
    expect(kept.plan.status).toBe('noMeeting')
    expect(kept.confirmation.choices?.queried).toEqual({ meeting: 'none' })
  })

  test('a confirmation that somebody has pasted and nobody has scheduled', async () => {
    const office = new Office({ now })
    await takeMessage(WITHOUT('Planned or emergency', 'Placement start'), WORKERS.socialWorker, 'chat', office.ports)
    openTheTab(office, { as: WORKERS.officer })
    const section = await waiting(1)
    expect(within(section).getByText(/in the chat of Rosalind Achterberg with the app/)).toBeTruthy()
    expect(section.textContent).toContain('no start yet')
    for (const canary of Object.values(CANARIES)) expect(section.textContent).not.toContain(canary)
  })

  test('one that is off, or whose meeting is there, waits for nobody', async () => {
    const office = new Office({ now })
    const { id, version } = await queried(office, ON_REMAND)
    await cancelPlacement({ placementId: id, version, reason: 'not made' }, WORKERS.officer, office.ports)
    await office.confirm(aConfirmation({ placementReference: 'PL-2', placement: { basis: 'emergency' } }))
    openTheTab(office, { as: WORKERS.officer })
    await screen.findByRole('region', { name: /Needs you/ })
    expect(none()).toBeNull()
  })

  test('is for officers: a social worker on the case is not shown it', async () => {
    const office = new Office({ now })
    await queried(office, ON_REMAND)
    openTheTab(office, { as: WORKERS.socialWorker })
    expect(await screen.findByText('No planning meeting has to do with you yet.')).toBeTruthy()
    expect(none()).toBeNull()
    expect(await listWaitingCases(WORKERS.socialWorker, office.ports)).toEqual([])
  }) // prettier-ignore
})
