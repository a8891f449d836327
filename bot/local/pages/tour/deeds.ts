/** Lets the tour know what was done, without anybody having to know of the tour. */
import { useEffect } from 'react'
import type { Deed } from './steps.ts'

const EVENT = 'practice-town:done'

export const noteDeed = (deed: Deed): void => void window.dispatchEvent(new CustomEvent(EVENT, { detail: deed }))

export function useDeed(deed: Deed | undefined, done: () => void): void {
  useEffect(() => {
    const hear = (event: Event) => {
      if (deed && (event as CustomEvent<Deed>).detail === deed) done()
    }
    window.addEventListener(EVENT, hear)
    return () => window.removeEventListener(EVENT, hear)
  }, [deed, done])
}
