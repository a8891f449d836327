/** Managers see how timely the meetings of their cases are. */
import { afterEach, describe, expect, test } from '@jest/globals'
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { aConfirmation, thePeople } from '../support/builders.ts'
import { Office, WORKERS } from '../support/office.ts'
import { openTheTab } from './open-the-tab.tsx'

afterEach(cleanup)

const { teamManager } = WORKERS

/** One meeting that was held in time, of a case that the manager leads or not; its record is closed or not. */
async function held({ led = true, closes = true } = {}) {
  const office = new Office({ now: '2026-10-27T09:00:00Z' })
  const { name, email } = teamManager
  const manager = { role: 'teamManager' as const, name, email, insideTenant: true }
  const confirmed = await office.confirm(aConfirmation({ people: [...thePeople(), ...(led ? [manager] : [])] }))
  const meeting = await office.arrange(confirmed, '2026-10-30T10:00:00Z')
  office.at('2026-10-30T11:30:00Z')
  if (closes) await office.closeAsItIs(meeting)
  office.at('2026-11-20T09:00:00Z')
  return office
}

describe('how timely meetings are', () => {
  test('is one press away for a team manager, in counts that name no case (R-228)', async () => {
    openTheTab(await held(), { as: teamManager })
    await userEvent.click(await screen.findByRole('button', { name: 'How timely' }))
    const rule = within(await screen.findByRole('region', { name: /^Foster/ }))
    expect(rule.getByText('1 of 1 in time')).toBeTruthy()
    expect(rule.getByText('Before the placement began').nextElementSibling?.textContent).toBe('1')
    expect(screen.getByText(/were due since Thu 20 Nov 2025/)).toBeTruthy()
    expect(document.body.textContent).not.toMatch(/PPM-|BKS-/)
  })

  test('says nothing of how many where no record is closed yet (P-51)', async () => {
    openTheTab(await held({ closes: false }), { as: teamManager, path: '/tab/timeliness' })
    const rule = within(await screen.findByRole('region', { name: /^Foster/ }))
    expect(rule.getByText('No record is closed yet.')).toBeTruthy()
    expect(rule.getByText('Record not closed yet').nextElementSibling?.textContent).toBe('1')
  })

  test('counts the manager’s own cases alone', async () => {
    openTheTab(await held({ led: false }), { as: teamManager, path: '/tab/timeliness' })
    expect(await screen.findByText('None was due yet.')).toBeTruthy()
  })

  test('is nobody else’s: no button, and a page that says whose it is', async () => {
    const office = await held()
    openTheTab(office, { as: WORKERS.supervising, path: '/tab/timeliness' })
    expect(await screen.findByText(/for team managers and designated managers/)).toBeTruthy()
    cleanup()
    openTheTab(office, { as: WORKERS.supervising })
    await screen.findByRole('heading', { name: 'Planning meetings' })
    expect(screen.queryByRole('button', { name: 'How timely' })).toBeNull()
  })
})
