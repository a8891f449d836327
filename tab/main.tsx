import { createRoot } from 'react-dom/client'
import type { Fetch } from './api.ts'
import { App } from './app.tsx'
import { loadConfig } from './config.ts'
import { openTab } from './open-tab.ts'
import { endSignInWindow } from './teams.ts'

// A window reads its fetch afresh each time, and refuses to lend it out unbound.
const fetch: Fetch = (path, options) => window.fetch(path, { credentials: 'omit', ...options })

if (window.location.pathname === '/tab/sign-in-window') void signInHere()
else createRoot(document.getElementById('root')!).render(<App open={() => openTab(window, fetch)} />)

async function signInHere() {
  const { tokenInWindow } = await import('./sign-in-entra.ts')
  try {
    await endSignInWindow(await tokenInWindow(await loadConfig(fetch), window))
  } catch (fault) {
    console.warn('Nobody signed in', fault instanceof Error ? fault.name : fault)
    await endSignInWindow(null)
  }
}
