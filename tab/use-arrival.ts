/** Whoever comes to a page by a link within the tab hears its heading first, as after any other page load. */
import { useEffect, useRef, type RefObject } from 'react'
import { cameFromWithin } from './route.ts'

/** For the page's heading, which needs `tabIndex={-1}`. */
export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (cameFromWithin()) heading.current?.focus()
  }, [])
  return heading
}
