/** Does something on the server for a press: busy while it is under way, and in words when it is refused. */
import { useState } from 'react'
import type { Answered, ApiRefusal } from './api.ts'
import { useTab } from './tab-context.ts'

export function useAction<Value>({ onDone, onStale }: { onDone: (value: Value) => void; onStale?: () => void }) {
  const { announce } = useTab()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null)

  async function run(ask: () => Promise<Answered<Value>>): Promise<boolean> {
    if (busy) return false
    setBusy(true)
    setRefusal(null)
    const answer = await ask()
    setBusy(false)
    if (answer.ok) onDone(answer.value)
    else {
      setRefusal(answer.refusal)
      // Somebody else was quicker: what they made of it is shown, and this press has to be made again.
      if (answer.refusal.reason === 'stale') {
        announce(answer.refusal.message)
        onStale?.()
      }
    }
    return answer.ok
  }
  return { busy, refusal, run }
}
