import { afterEach, describe, expect, test } from '@jest/globals'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { day } from '../../shared/dates/time.ts'
import { aConfirmation, thePeople } from '../support/builders.ts'
import { Office, WORKERS } from '../support/office.ts'
import { openTheTab } from './open-the-tab.tsx'

afterEach(cleanup)

/** A meeting that was held, in which the supervising social worker took something on. */
async function held() {
  const office = new Office({ now: '2026-10-27T09:00:00Z' })
  const meeting = await office.arrange(await office.confirm(aConfirmation()), '2026-11-03T10:00:00Z')
  office.at('2026-11-07T09:00:00Z')
  await office.closeAsItIs(meeting)
  const followUps = [
    { id: 'b', words: 'Bring the bed.', owner: 'supervisingSocialWorker:1' as const, by: day('2026-11-06') },
  ]
  await office.ports.store.save({ meetings: [{ ...(await office.meeting(meeting.id)), followUps }] })
  return { office, meeting }
}

describe('what the reader took on', () => {
  test('stands on the first screen with its day and its meeting, and goes with one press, which can be taken back', async () => {
    const { office, meeting } = await held()
    openTheTab(office, { as: WORKERS.supervising })
    const mine = await screen.findByRole('region', { name: 'You took on (1)' })
    expect(within(mine).getByText('Bring the bed.')).toBeTruthy()
    expect(within(mine).getByText('Late')).toBeTruthy()
    expect(within(mine).getByText(/by Fri 6 Nov 2026/)).toBeTruthy()
    expect(within(mine).getByRole('button', { name: meeting.ref })).toBeTruthy()

    await userEvent.click(within(mine).getByRole('button', { name: 'Done: Bring the bed.' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: /You took on/ })).toBeNull())
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
    expect(await screen.findByRole('region', { name: 'You took on (1)' })).toBeTruthy()
  })

  test('is nobody else’s', async () => {
    const { office } = await held()
    openTheTab(office, { as: WORKERS.socialWorker })
    await screen.findByRole('region', { name: /Done/ })
    expect(screen.queryByText('Bring the bed.')).toBeNull()
  })
})

describe('what carers took on', () => {
  test('is listed for whoever supervises them, all households or one alone (R-225)', async () => {
    const office = new Office({ now: '2026-10-27T09:00:00Z' })
    const hold = async (reference: string, carer: string, words: string) => {
      const people = thePeople().map((one) => (one.role === 'fosterCarer' ? { ...one, name: carer } : one))
      office.at('2026-10-27T09:00:00Z')
      const child = { caseReference: `BKS-${reference}`, placementReference: reference, people }
      const start = `2026-11-0${reference}T10:00:00Z`
      const meeting = await office.arrange(await office.confirm(aConfirmation(child)), start)
      office.at(`2026-11-0${reference}T11:30:00Z`)
      await office.closeAsItIs(meeting)
      const followUps = [{ id: 'x', words, owner: 'fosterCarer:1' as const, by: day('2026-11-20') }]
      await office.ports.store.save({ meetings: [{ ...(await office.meeting(meeting.id)), followUps }] })
    }
    await hold('3', 'Mrs Oyelaran', 'Buy school shoes.')
    await hold('4', 'Mrs Oyelaran', 'Order the taxi.')
    await hold('5', 'Ines Valderrama', 'Fence the pond.')
    openTheTab(office, { as: WORKERS.supervising })
    const all = within(await screen.findByRole('region', { name: 'Your carers took on (3)' }))
    expect(all.getByText(/Ines Valderrama, by Fri 20 Nov 2026/)).toBeTruthy()
    await userEvent.selectOptions(all.getByRole('combobox', { name: 'Which household' }), 'Mrs Oyelaran')
    const one = within(await screen.findByRole('region', { name: 'Your carers took on (2)' }))
    expect(one.queryByText('Fence the pond.')).toBeNull()
    expect(one.getByText('Order the taxi.')).toBeTruthy()
    // What the carer has told of is done: the list of one household ends, and all are there again.
    await userEvent.click(one.getByRole('button', { name: 'Done: Buy school shoes.' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Done: Order the taxi.' }))
    expect(await screen.findByText('Fence the pond.')).toBeTruthy()
  })
})
