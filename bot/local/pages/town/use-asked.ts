/** Asks for what a part shows, and asks again whenever it has changed; what was there stays until the answer is. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { wordsOf } from './ask.ts'
import { useChanges, type Topic } from './live.ts'

export type Asked<Value> =
  { status: 'loading' } | { status: 'failed'; why: string } | { status: 'loaded'; value: Value }

export function useAsked<Value>(askFor: () => Promise<Value>, topics: Topic[]) {
  const [asked, setAsked] = useState<Asked<Value>>({ status: 'loading' })
  const latest = useRef(0)

  const again = useCallback(async () => {
    latest.current += 1
    const mine = latest.current
    const answer = await askFor().then(
      (value): Asked<Value> => ({ status: 'loaded', value }),
      (fault: unknown): Asked<Value> => ({ status: 'failed', why: wordsOf(fault) }),
    )
    if (mine !== latest.current) return // a later question was answered first
    // While the town is away the page keeps what it had; a banner says why nothing moves.
    setAsked((before) => (answer.status === 'failed' && before.status === 'loaded' ? before : answer))
  }, [askFor])

  useEffect(() => {
    setAsked({ status: 'loading' })
    void again()
    return () => {
      latest.current += 1
    }
  }, [again])
  useChanges(topics, again)

  return { asked, again }
}
