/**
 * What somebody looked for in the list, for when they come back from a meeting: in the page's own history and nowhere
 * else, since it may be a name. An address is kept by whatever stands on the way, and storage by the machine.
 */
import { useCallback, useState, type RefObject } from 'react'
import type { Filter } from '../shared/meeting/meeting-list.ts'
import { useTab } from './tab-context.ts'

export type LookedFor = { words: string; filter: Filter; doneShown: boolean }
type Kept = { by: string; lookedFor: LookedFor }

const EVERYTHING: LookedFor = { words: '', filter: 'all', doneShown: false }

/** `last` outlives the list: whoever comes back by a link comes to a new entry of the history, which knows nothing yet. */
export function useLookedFor(last: RefObject<LookedFor | null>) {
  const { email } = useTab().me
  const [lookedFor, setLookedFor] = useState(() => keptFor(email) ?? last.current ?? EVERYTHING)
  const change = useCallback(
    (changed: Partial<LookedFor>) => {
      const after = { ...lookedFor, ...changed }
      setLookedFor(after)
      last.current = after
      window.history.replaceState({ list: { by: email, lookedFor: after } satisfies Kept }, '')
    },
    [email, last, lookedFor],
  )
  return [lookedFor, change] as const
}

/** Somebody else at the same machine begins with everything. */
function keptFor(email: string): LookedFor | null {
  const { list } = (window.history.state ?? {}) as { list?: Kept }
  return list?.by === email ? list.lookedFor : null
}
