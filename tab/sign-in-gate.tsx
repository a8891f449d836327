/** Lets in whoever the server knows. A token that is there is used in silence; otherwise one page asks. */
import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Me } from '../shared/wire/tab-api.ts'
import { makeApi, type Api } from './api.ts'
import { AppClock } from './clock.ts'
import type { Opened } from './open-tab.ts'
import { NotPermittedPage } from './pages/message-pages.tsx'
import { useAnnounce } from './parts/announcer.tsx'
import { TryAgain } from './parts/try-again.tsx'
import { Waiting } from './parts/waiting.tsx'
import type { SignIn } from './sign-in.ts'
import { TabContext } from './tab-context.ts'

/** Comes when it is needed: whoever opens the tab inside Teams is signed in already. */
const SignInPage = lazy(() => import('./pages/sign-in-page.tsx'))

type Entry =
  | { status: 'looking' }
  | { status: 'asking'; failed: boolean }
  | { status: 'notPermitted' }
  | { status: 'failed'; why: string }
  | { status: 'in'; me: Me }

export function SignInGate({ opened, children }: { opened: Opened; children: ReactNode }) {
  const { signIn, host, fetch, config } = opened
  const announce = useAnnounce()
  const clock = useMemo(() => new AppClock(), [])
  const api = useMemo(() => makeApi(fetch, signIn, clock), [fetch, signIn, clock])
  const [entry, setEntry] = useState<Entry>({ status: 'looking' })
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    let here = true
    void (async () => {
      const entry = await enter(api, signIn)
      if (here) setEntry(entry)
    })()
    return () => {
      here = false
    }
  }, [api, signIn, attempt])

  const again = () => {
    setEntry({ status: 'looking' })
    setAttempt(attempt + 1)
  }

  switch (entry.status) {
    case 'looking':
      return <Waiting label="Signing you in" />
    case 'asking':
      return (
        <Suspense fallback={<Waiting label="Opening the sign-in" />}>
          <SignInPage ask={signIn.ask} council={config.council} failed={entry.failed} onSignedIn={again} />
        </Suspense>
      )
    case 'notPermitted':
      return <NotPermittedPage council={config.council} />
    case 'failed':
      return <TryAgain what="You could not be signed in" why={entry.why} onRetry={again} />
    case 'in':
      return <TabContext value={{ api, clock, me: entry.me, host, signIn, announce }}>{children}</TabContext>
  }
}

async function enter(api: Api, signIn: SignIn): Promise<Entry> {
  // Nothing to be ashamed of: nobody has signed in yet.
  if ((await signIn.token().catch(() => 'unknown')) === null) return { status: 'asking', failed: false }
  const answer = await api.me()
  if (answer.ok) return { status: 'in', me: answer.value }
  const { reason, message } = answer.refusal
  if (reason === 'signedOut') return { status: 'asking', failed: true }
  return NOBODYS_FAULT.includes(reason) ? { status: 'failed', why: message } : { status: 'notPermitted' }
}

/** A server that answers and says no does not know this person; these say nothing of the kind. */
const NOBODYS_FAULT = ['offline', 'unreachable', 'timedOut', 'notUnderstood', 'failed']
