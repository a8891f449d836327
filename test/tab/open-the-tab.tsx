/** Opens the tab for somebody of an office, as `main.tsx` does for everybody. */
import { render } from '@testing-library/react'
import { App } from '../../tab/app.tsx'
import { openTab } from '../../tab/open-tab.ts'
import type { SignIn } from '../../tab/sign-in.ts'
import type { Host } from '../../tab/teams.ts'
import type { Office } from '../support/office.ts'

type Given = { as?: { email: string }; path?: string; signIn?: SignIn; host?: Partial<Host> }

export function openTheTab(office: Office, { as, path = '/tab', signIn, host }: Given = {}) {
  window.history.replaceState(null, '', path)
  window.sessionStorage.clear()
  if (as) window.sessionStorage.setItem('placement-planning.who', as.email)
  const open = async () => {
    const opened = await openTab(window, office.fetch)
    return { ...opened, ...(signIn && { signIn }), host: { ...opened.host, ...host } }
  }
  return render(<App open={open} />)
}
