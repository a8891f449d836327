/** The page that the address asks for. A meeting's page comes in a chunk of its own, for the list does not need it. */
import { lazy, Suspense } from 'react'
import { NotFoundPage } from './pages/message-pages.tsx'
import { MeetingsPage } from './pages/meetings-page.tsx'
import { Waiting } from './parts/waiting.tsx'
import { goTo, LIST, routeOf, usePath } from './route.ts'

const MeetingPage = lazy(() => import('./pages/meeting-page.tsx'))

export function CurrentPage() {
  const route = routeOf(usePath())
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
