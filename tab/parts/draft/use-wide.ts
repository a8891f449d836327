/** Whether two columns stand beside each other; follows a side panel that is drawn wider. */
import { useSyncExternalStore } from 'react'

const WIDE = '(min-width: 900px)'

function listen(changed: () => void): () => void {
  const query = window.matchMedia(WIDE)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

export const useWide = (): boolean => useSyncExternalStore(listen, () => window.matchMedia(WIDE).matches)
