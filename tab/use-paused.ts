import { useEffect, useState } from 'react'

/** What somebody types, as soon as they pause; that they have taken it all out again, at once. */
export function usePaused(typed: string, ms: number): string {
  const [paused, setPaused] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), ms)
    return () => clearTimeout(timer)
  }, [typed, ms])
  return typed === '' ? typed : paused
}
