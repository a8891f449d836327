import { afterEach, describe, expect, test } from '@jest/globals'
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { PreflightCheck } from '../../shared/preflight.ts'
import { Office, WORKERS } from '../support/office.ts'
import { openTheTab } from './open-the-tab.tsx'

afterEach(cleanup)

const check = (id: string, over: Partial<PreflightCheck>): PreflightCheck => ({
  id,
  what: `Do ${id}`,
  why: `The feature of ${id}.`,
  permission: `Permission.${id}`,
  givenIn: 'Exchange',
  outcome: 'works',
  words: 'Allowed.',
  ...over,
})

const found = () => {
  const office = new Office({ now: '2026-11-02T09:00:00Z' })
  office.checks = [
    check('calendar', {}),
    check('sending', { outcome: 'missing', words: 'Refused. Assign the role.' }),
    check('outside', { outcome: 'tooWide', words: 'The app can read it and must not.' }),
  ]
  return office
}

describe('the preflight', () => {
  test('is one press away for an administrator, the worst first, each with what to do and what it is for', async () => {
    openTheTab(found(), { as: WORKERS.administrator })
    await userEvent.click(await screen.findByRole('button', { name: 'Preflight' }))
    expect(await screen.findByText(/Of 3 checks: 1 too wide, 1 missing/)).toBeTruthy()
    const checks = screen.getAllByRole('listitem').map((item) => within(item))
    expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual([
      'Do outside',
      'Do sending',
      'Do calendar',
    ])
    expect(checks[0]!.getByText('Too wide')).toBeTruthy()
    expect(checks[1]!.getByText('Refused. Assign the role.')).toBeTruthy()
    expect(checks[1]!.getByText('Permission.sending, given in Exchange: The feature of sending.')).toBeTruthy()
  })

  test('tries again on a press', async () => {
    const office = found()
    openTheTab(office, { as: WORKERS.administrator, path: '/tab/preflight' })
    const again = await screen.findByRole('button', { name: 'Try again' })
    office.checks = [check('calendar', {})]
    await userEvent.click(again)
    expect(await screen.findByText(/All 1 checks are in order/)).toBeTruthy()
  })

  test('is nobody else’s: no button, and a page that says whose it is', async () => {
    openTheTab(found(), { as: WORKERS.socialWorker, path: '/tab/preflight' })
    expect(await screen.findByText(/those who look after the app/)).toBeTruthy()
    cleanup()
    openTheTab(found(), { as: WORKERS.socialWorker })
    await screen.findByRole('heading', { name: 'Planning meetings' })
    expect(screen.queryByRole('button', { name: 'Preflight' })).toBeNull()
  })
})
