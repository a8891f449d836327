/** Opens the tab for somebody of an office, as `main.tsx` does for everybody. */
import { jest } from '@jest/globals'
import { configure, render } from '@testing-library/react'
import { App } from '../../tab/app.tsx'
import { openTab } from '../../tab/open-tab.ts'
import type { SignIn } from '../../tab/sign-in.ts'
import type { Host } from '../../tab/teams.ts'
import type { Office } from '../support/office.ts'

// How long a machine takes is no part of what is tested: only that it comes.
jest.setTimeout(60_000)
// Whether something is visible is asked of a real browser; here asking costs most of the time.
configure({ asyncUtilTimeout: 20_000, defaultHidden: true })

type Given = {
  as?: { email: string }
  path?: string
  /** What the browser's history has kept of the page. */
  state?: unknown
  signIn?: SignIn
  host?: Partial<Host>
}

export function openTheTab(office: Office, { as, path = '/tab', state = null, signIn, host }: Given = {}) {
  window.history.replaceState(state, '', path)
  window.sessionStorage.clear()
  if (as) window.sessionStorage.setItem('placement-planning.who', as.email)
  const open = async () => {
    const opened = await openTab(window, office.fetch)
    return { ...opened, ...(signIn && { signIn }), host: { ...opened.host, ...host } }
  }
  return render(<App open={open} />)
}
