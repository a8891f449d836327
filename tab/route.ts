/** Which page is shown: the list, or one meeting. The address says it, so that links and the back button work. */
import { useSyncExternalStore } from 'react'

export type Route =
  | { page: 'meetings' }
  | { page: 'preflight' }
  | { page: 'timeliness' }
  | { page: 'meeting'; id: string }
  /** A confirmation is brought in, or looked at until it is scheduled. */
  | { page: 'confirm'; draft: string | null }
  | { page: 'unknown' }

export const LIST = '/tab'
export const PREFLIGHT = `${LIST}/preflight`
export const TIMELINESS = `${LIST}/timeliness`
export const CONFIRM = `${LIST}/confirm`
export const pathOfDraft = (draftId: string) => `${CONFIRM}/${encodeURIComponent(draftId)}`
export const pathOf = (meetingId: string) => `${LIST}/meetings/${encodeURIComponent(meetingId)}`

export function routeOf(path: string): Route {
  const bare = path.replace(/\/+$/, '')
  if (bare === LIST || bare === `${LIST}/index.html`) return { page: 'meetings' }
  if (bare === PREFLIGHT) return { page: 'preflight' }
  if (bare === TIMELINESS) return { page: 'timeliness' }
  const [, confirm, draft = null] = /^\/tab\/(confirm)(?:\/([^/]+))?$/.exec(bare) ?? []
  if (confirm) return { page: 'confirm', draft: draft && decodeURIComponent(draft) }
  const id = /^\/tab\/meetings\/([^/]+)$/.exec(bare)?.[1]
  return id ? { page: 'meeting', id: decodeURIComponent(id) } : { page: 'unknown' }
}

const MOVED = 'placement-planning:moved'

let moved = false
/** Whether the page that is shown was reached from another one of the tab. */
export const cameFromWithin = (): boolean => moved

/** Keeps the query, which may hold the theme. */
export function goTo(path: string, { replace = false } = {}): void {
  const to = `${path}${window.location.search}`
  moved = !replace
  if (replace) window.history.replaceState(null, '', to)
  else window.history.pushState(null, '', to)
  window.dispatchEvent(new Event(MOVED))
}

function listen(changed: () => void): () => void {
  window.addEventListener('popstate', changed)
  window.addEventListener(MOVED, changed)
  return () => {
    window.removeEventListener('popstate', changed)
    window.removeEventListener(MOVED, changed)
  }
}

export const usePath = (): string => useSyncExternalStore(listen, () => window.location.pathname)
