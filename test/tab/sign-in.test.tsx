import { afterEach, describe, expect, test } from '@jest/globals'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Office, WORKERS } from '../support/office.ts'
import { App } from '../../tab/app.tsx'
import { findHost, HostSilent } from '../../tab/teams.ts'
import { openTheTab } from './open-the-tab.tsx'

afterEach(cleanup)

const now = '2026-11-02T09:00:00Z'

describe('in the local workplace', () => {
  test('asks who somebody is today, and remembers it for this window', async () => {
    const office = new Office({ now })
    const first = openTheTab(office)
    expect(await screen.findByRole('heading', { name: 'Who are you today?' })).toBeTruthy()
    await userEvent.type(screen.getByRole('searchbox'), 'supervising')
    await userEvent.click(screen.getByRole('button', { name: /Tobias Greenhalgh/ }))
    expect(await screen.findByRole('heading', { name: 'Planning meetings' })).toBeTruthy()
    expect(screen.getByText('Tobias Greenhalgh')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Be somebody else' })).toBeTruthy()
    first.unmount()
    expect(window.sessionStorage.getItem('placement-planning.who')).toBe(WORKERS.supervising.email)
  })

  test('leads straight in whoever was remembered', async () => {
    openTheTab(new Office({ now }), { as: WORKERS.officer })
    expect(await screen.findByText('Lennox Abernathy')).toBeTruthy()
    expect(screen.queryByText('Who are you today?')).toBeNull()
  })
})

describe('with Entra ID', () => {
  test('where nobody can be asked in silence, asks for a press and then lets in', async () => {
    const office = new Office({ now })
    let signedIn = false
    openTheTab(office, {
      signIn: {
        token: async () => (signedIn ? `token-for-${WORKERS.officer.email}` : null),
        forget: () => {},
        ask: { kind: 'press', signIn: async () => (signedIn = true) },
      },
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }))
    expect(await screen.findByText('Lennox Abernathy')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Be somebody else' })).toBeNull()
  })

  test('somebody who turns back is told what can be in the way', async () => {
    openTheTab(new Office({ now }), {
      signIn: { token: async () => null, forget: () => {}, ask: { kind: 'press', signIn: async () => false } },
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }))
    expect((await screen.findByRole('alert')).textContent).toContain('allow pop-ups')
  })

  test('a token that the server refuses is fetched anew once, without a word', async () => {
    let fresh = false
    openTheTab(new Office({ now }), {
      signIn: {
        token: async () => (fresh ? `token-for-${WORKERS.officer.email}` : 'an old token'),
        forget: () => (fresh = true),
        ask: { kind: 'press', signIn: async () => false },
      },
    })
    expect(await screen.findByText('Lennox Abernathy')).toBeTruthy()
  })
})

test('an address that leads nowhere says so, and leads back', async () => {
  openTheTab(new Office({ now }), { as: WORKERS.officer, path: '/tab/nothing/here' })
  expect(await screen.findByRole('heading', { name: 'There is no such page' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Go to the planning meetings' }))
  expect(await screen.findByRole('heading', { name: 'Planning meetings' })).toBeTruthy()
})

test('whoever is signed out while the tab is open signs in again where they are', async () => {
  const office = new Office({ now })
  let signedIn = true
  openTheTab(office, {
    signIn: {
      token: async () => (signedIn ? `token-for-${WORKERS.officer.email}` : null),
      forget: () => {},
      ask: { kind: 'press', signIn: async () => (signedIn = true) },
    },
  })
  await screen.findByRole('heading', { name: 'Planning meetings' })
  signedIn = false
  window.dispatchEvent(new Event('focus'))
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in again' }))
  await waitFor(() => expect(screen.queryByText(/You are signed out/)).toBeNull())
})

describe('inside a frame that is not of Teams', () => {
  test('nobody is asked to sign in: the page says where to open it', async () => {
    const framed = { parent: {}, location: window.location } as Window
    await expect(findHost(framed, 10)).rejects.toBeInstanceOf(HostSilent)
    render(<App open={() => findHost(framed, 10) as never} />)
    expect(await screen.findByRole('heading', { name: 'Open this in Teams' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Open in a window of its own' }).getAttribute('href')).toBe('/tab')
  })
})
