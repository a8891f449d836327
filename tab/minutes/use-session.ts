/** The minutes of a meeting for as long as its page is open; what writes them is loaded only for who may. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { MeetingView } from '../../shared/meeting/meeting-view.ts'
import { useTab } from '../tab-context.ts'
import { durableCopyOf } from './durable-copy.ts'
import { isLeft, localCopyOf, storageOf } from './local-copy.ts'
import type { MinutesSession, Shown } from './minutes-session.ts'

/**
 * `null` while it is loaded, and for whoever does not write. Once opened it stays as long as the page, and words that an
 * earlier window could not save open it too: a record that is closed meanwhile does not swallow them.
 */
export function useSession({ id, may, state }: MeetingView): MinutesSession | null {
  const { api, me } = useTab()
  const [session, setSession] = useState<MinutesSession | null>(null)
  // Its agenda is put in order before it has a time.
  const writes = may.recordMinutes && state !== 'held'
  const [opens, setOpens] = useState(writes)
  if (writes && !opens) setOpens(true)

  useEffect(() => {
    if (opens) return
    let here = true
    void isLeft(storageOf(window), durableCopyOf(window), { person: me.email, meetingId: id }).then(
      (left) => here && left && setOpens(true),
    )
    return () => {
      here = false
    }
  }, [opens, me.email, id])

  useEffect(() => {
    if (!opens) return
    let here = true
    let stop = () => {}
    void import('./minutes-session.ts').then(({ MinutesSession }) => {
      if (!here) return
      const opened = new MinutesSession({
        sync: (body, leaving) => api.sync(id, body, leaving),
        localCopy: localCopyOf(storageOf(window), durableCopyOf(window), {
          person: me.email,
          meetingId: id,
          window: crypto.randomUUID(),
        }),
        after: (ms, what) => {
          const timer = setTimeout(what, ms)
          return () => clearTimeout(timer)
        },
        isVisible: () => document.visibilityState === 'visible',
      })
      const leave = () => opened.leave()
      const hidden = () => void (document.visibilityState === 'hidden' && opened.leave())
      const online = () => void opened.sync()
      window.addEventListener('pagehide', leave)
      document.addEventListener('visibilitychange', hidden)
      window.addEventListener('online', online)
      stop = () => {
        window.removeEventListener('pagehide', leave)
        document.removeEventListener('visibilitychange', hidden)
        window.removeEventListener('online', online)
        opened.stop()
      }
      setSession(opened)
      void opened.start()
    })
    return () => {
      here = false
      stop()
      setSession(null)
    }
  }, [api, id, me.email, opens])

  return session
}

export const useShown = (session: MinutesSession): Shown => useSyncExternalStore(session.subscribe, session.shown)
