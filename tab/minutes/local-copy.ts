/**
 * The second line of defence: what was typed and is not saved yet is kept in the browser, and nothing else, since the
 * words are about a child and machines are shared. A frame may have no storage; then the page offers to copy the text.
 */
import { fromBase64, toBase64 } from './base64.ts'
import type { DurableCopy } from './durable-copy.ts'

export type LocalCopy = {
  isAvailable(): boolean
  /** What is left from another time or another window of the same person. */
  left(): Promise<Uint8Array[]>
  /** Keeps what is not saved, in place of what was kept before; `null` once everything is saved. */
  keep(unsaved: Uint8Array | null): void
}

type Whose = { person: string; meetingId: string; window: string }

/** Kept twice: at once, for a window that is closed in the middle of a word, and durably, for a browser that crashes. */
export function localCopyOf(
  storage: Storage | null,
  durable: DurableCopy | null,
  { person, meetingId, window }: Whose,
): LocalCopy {
  const prefix = prefixOf(person, meetingId)
  const mine = prefix + window
  let available = storage !== null && canBeWritten(storage)
  /** What other windows left, as it was when it was taken over: the two may differ after a crash. */
  const takenOver = new Map<string, string>()
  const takenOverDurably = new Map<string, string>()
  let keptDurably = false

  const keepDurably = (durable: DurableCopy, unsaved: Uint8Array | null) => {
    if (unsaved) void durable.put(mine, toBase64(unsaved))
    else if (keptDurably) void durable.remove(mine)
    keptDurably = unsaved !== null
    if (unsaved) return
    for (const [key, kept] of takenOverDurably) void durable.remove(key, kept)
    takenOverDurably.clear()
  }

  return {
    isAvailable: () => available,
    left: async () => {
      for (const [key, kept] of (await durable?.entries(prefix)) ?? []) takenOverDurably.set(key, kept)
      if (storage && available) for (const key of keysWith(prefix, storage)) takenOver.set(key, storage.getItem(key)!)
      return [...new Set([...takenOverDurably.values(), ...takenOver.values()])].map(fromBase64)
    },
    keep: (unsaved) => {
      if (durable) keepDurably(durable, unsaved)
      if (!storage || !available) return
      try {
        if (unsaved) return storage.setItem(mine, toBase64(unsaved))
        storage.removeItem(mine)
        // A window that is still open may have gone on typing: what is new there is its own to keep.
        for (const [key, kept] of takenOver) if (storage.getItem(key) === kept) storage.removeItem(key)
        takenOver.clear()
      } catch {
        // Full, or taken away in the meantime: from now on the page says that it alone has the words.
        available = false
      }
    },
  }
}

/** Whether an earlier window of this person left words about a meeting that nobody has saved. */
export async function isLeft(
  storage: Storage | null,
  durable: DurableCopy,
  { person, meetingId }: Omit<Whose, 'window'>,
): Promise<boolean> {
  const prefix = prefixOf(person, meetingId)
  if (storage !== null && canBeWritten(storage) && keysWith(prefix, storage).length > 0) return true
  return (await durable.entries(prefix)).length > 0
}

const prefixOf = (person: string, meetingId: string) =>
  `placement-planning.unsaved/${person.toLowerCase()}/${meetingId}/`

const keysWith = (prefix: string, storage: Storage) =>
  Array.from({ length: storage.length }, (_, at) => storage.key(at)!).filter((key) => key.startsWith(prefix))

/** The storage of a page, or `null` where a frame has none: merely asking for it throws there. */
export function storageOf(page: Window): Storage | null {
  try {
    return page.localStorage
  } catch {
    return null
  }
}

function canBeWritten(storage: Storage): boolean {
  const probe = 'placement-planning.probe'
  try {
    storage.setItem(probe, '')
    storage.removeItem(probe)
    return true
  } catch {
    return false
  }
}
