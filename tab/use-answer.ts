/** Asks the server for something a page shows, and keeps what it had while it asks again. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answered, ApiRefusal } from './api.ts'

export type Asked<Value> =
  | { status: 'loading' }
  | { status: 'failed'; refusal: ApiRefusal }
  /** `stale`: the last time it was asked for anew failed; what is shown is what was there before. */
  | { status: 'loaded'; value: Value; stale: ApiRefusal | null }

/** Asks every so often, and when the reader comes back; with `null` only once, and on `retry`. */
export function useAnswer<Value>(ask: () => Promise<Answered<Value>>, everyMs: number | null) {
  const [asked, setAsked] = useState<Asked<Value>>({ status: 'loading' })
  const latest = useRef(0)

  const again = useCallback(async () => {
    latest.current += 1
    const mine = latest.current
    const answer = await ask()
    // An answer that comes after a later one, or after a change by hand, is old.
    if (mine !== latest.current) return
    setAsked((before) =>
      answer.ok
        ? { status: 'loaded', value: answer.value, stale: null }
        : before.status === 'loaded' && !FINAL.includes(answer.refusal.reason)
          ? { ...before, stale: answer.refusal }
          : { status: 'failed', refusal: answer.refusal },
    )
  }, [ask])

  const retry = useCallback(() => {
    setAsked({ status: 'loading' })
    void again()
  }, [again])

  const put = useCallback((value: Value) => {
    latest.current += 1
    setAsked({ status: 'loaded', value, stale: null })
  }, [])

  useEffect(() => {
    void again()
    if (everyMs === null) return () => void (latest.current += 1)
    const look = () => void (document.visibilityState === 'visible' && again())
    const timer = setInterval(look, everyMs)
    const events = ['focus', 'online'] as const
    for (const event of events) window.addEventListener(event, look)
    return () => {
      latest.current += 1
      clearInterval(timer)
      for (const event of events) window.removeEventListener(event, look)
    }
  }, [again, everyMs])

  return { asked, again, retry, put }
}

/** After these there is nothing left to show: somebody was taken off the meeting, or it is gone. */
const FINAL = ['gone', 'mayNot', 'notFound', 'forbidden']
