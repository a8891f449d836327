/** The page that the address asks for. A meeting's page comes in a chunk of its own, for the list does not need it. */
import { lazy, Suspense } from 'react'
import { NotFoundPage, NothingToSharePage } from './pages/message-pages.tsx'
import { MeetingsPage } from './pages/meetings-page.tsx'
import { Waiting } from './parts/waiting.tsx'
import { useTab } from './tab-context.ts'
import { goTo, LIST, routeOf, usePath } from './route.ts'

const MeetingPage = lazy(() => import('./pages/meeting-page.tsx'))

export function CurrentPage() {
  const route = routeOf(usePath())
  const { host } = useTab()
  // A list of everybody's cases is for nobody's shared screen.
  if (host.frame === 'stage' && route.page !== 'meeting') return <NothingToSharePage />
  switch (route.page) {
    case 'meetings':
      return <MeetingsPage />
    case 'meeting':
      return (
        <Suspense fallback={<Waiting label="Loading the meeting" />}>
          <MeetingPage key={route.id} id={route.id} />
        </Suspense>
      )
    case 'unknown':
      return <NotFoundPage onBack={() => goTo(LIST)} />
  }
}
