/** Asks for what a part shows, and asks again whenever it has changed; what was there stays until the answer is. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { wordsOf } from './ask.ts'
import { useChanges, type Topic } from './live.ts'

export type Asked<Value> =
  { status: 'loading' } | { status: 'failed'; why: string } | { status: 'loaded'; value: Value }

export function useAsked<Value>(askFor: () => Promise<Value>, topics: Topic[]) {
  const [answered, setAnswered] = useState<{ to: typeof askFor; asked: Asked<Value> } | null>(null)
  const latest = useRef(0)

  const again = useCallback(async () => {
    latest.current += 1
    const mine = latest.current
    const asked = await askFor().then(
      (value): Asked<Value> => ({ status: 'loaded', value }),
      (fault: unknown): Asked<Value> => ({ status: 'failed', why: wordsOf(fault) }),
    )
    if (mine !== latest.current) return // a later question was answered first
    // While the town is away the page keeps what it had; a banner says why nothing moves.
    setAnswered((before) => {
      const keeps = asked.status === 'failed' && before?.to === askFor && before.asked.status === 'loaded'
      return keeps ? before : { to: askFor, asked }
    })
  }, [askFor])

  useEffect(() => {
    void again()
    return () => {
      latest.current += 1
    }
  }, [again])
  useChanges(topics, again)

  // An answer to another question, such as about whoever one was before, is none.
  const asked: Asked<Value> = answered?.to === askFor ? answered.asked : { status: 'loading' }
  return { asked, again }
}
