import { useCallback } from 'react'
import { pageInTab } from '../planning/tab-link.ts'
import { openDoor } from './place.ts'
import { useSay } from './say.ts'

/** Opens what a link leads to: a page of the tab behind its door. No other link leads out of town. */
export function useOpenLink(): (url: string) => void {
  const say = useSay()
  return useCallback(
    (url) => {
      const page = pageInTab(url, window.location.origin)
      if (page !== null) openDoor('planning', page)
      else say('A link out of town', { words: `In Teams this would open ${url}. Nothing leaves the practice town.` })
    },
    [say],
  )
}
