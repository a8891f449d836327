/** The page that the address asks for. What the list does not need comes in chunks of its own. */
import { lazy, Suspense, useRef } from 'react'
import type { LookedFor } from './looked-for.ts'
import { NotFoundPage, NothingToSharePage } from './pages/message-pages.tsx'
import { MeetingsPage } from './pages/meetings-page.tsx'
import { Waiting } from './parts/waiting.tsx'
import { useTab } from './tab-context.ts'
import { useMeetingOfChat } from './use-meeting-of-chat.ts'
import { goTo, LIST, routeOf, usePath } from './route.ts'

const PreflightPage = lazy(() => import('./pages/preflight-page.tsx'))
const TimelinessPage = lazy(() => import('./pages/timeliness-page.tsx'))
const ConfirmPage = lazy(() => import('./pages/confirm-page.tsx'))
const MeetingPage = lazy(() => import('./pages/meeting-page.tsx'))

export function CurrentPage() {
  const route = routeOf(usePath())
  const { host } = useTab()
  const lookedFor = useRef<LookedFor | null>(null)
  const looking = useMeetingOfChat(route.page === 'meetings')
  if (looking) return <Waiting label="Looking for the meeting" />
  // A list of everybody's cases is for nobody's shared screen.
  if (host.frame === 'stage' && route.page !== 'meeting') return <NothingToSharePage />
  switch (route.page) {
    case 'meetings':
      return <MeetingsPage last={lookedFor} />
    case 'meeting':
      return (
        <Suspense fallback={<Waiting label="Loading the meeting" />}>
          <MeetingPage key={route.id} id={route.id} />
        </Suspense>
      )
    case 'confirm':
      return (
        <Suspense fallback={<Waiting label="Loading the confirmation" />}>
          <ConfirmPage draftId={route.draft} />
        </Suspense>
      )
    case 'preflight':
      return (
        <Suspense fallback={<Waiting label="Loading the preflight" />}>
          <PreflightPage />
        </Suspense>
      )
    case 'timeliness':
      return (
        <Suspense fallback={<Waiting label="Loading the counts" />}>
          <TimelinessPage />
        </Suspense>
      )
    case 'unknown':
      return <NotFoundPage onBack={() => goTo(LIST)} />
  }
}
