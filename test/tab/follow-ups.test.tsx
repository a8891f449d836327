import { afterEach, describe, expect, test } from '@jest/globals'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { day } from '../../shared/dates/time.ts'
import { aConfirmation } from '../support/builders.ts'
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
