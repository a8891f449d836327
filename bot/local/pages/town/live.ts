/** Hears from the town that something has changed. One connection for the whole window. */
import { createContext, use, useEffect, useSyncExternalStore } from 'react'

export type Topic = 'chat' | 'outlook' | 'clock'
const TOPICS: Topic[] = ['chat', 'outlook', 'clock']

type Listener = (topics: Topic[]) => void

export class Live {
  private readonly source: EventSource
  private readonly listeners = new Set<Listener>()
  private readonly connectionListeners = new Set<() => void>()
  private readonly typingListeners = new Set<(conversationId: string) => void>()
  private lost = false

  constructor(url = '/local/live') {
    this.source = new EventSource(url)
    this.source.addEventListener('changed', (event: MessageEvent<string>) => {
      const topics = JSON.parse(event.data) as unknown
      if (Array.isArray(topics)) this.tell(TOPICS.filter((topic) => topics.includes(topic)))
    })
    this.source.addEventListener('typing', (event: MessageEvent<string>) => {
      const { conversationId } = JSON.parse(event.data) as { conversationId?: unknown }
      if (typeof conversationId === 'string') for (const hear of this.typingListeners) hear(conversationId)
    })
    this.source.onerror = () => this.setLost(true)
    this.source.onopen = () => {
      if (this.lost) this.tell(TOPICS) // who knows what has happened meanwhile
      this.setLost(false)
    }
  }

  /** True from when the town was last heard of until it is heard of again. */
  isLost = () => this.lost

  onLost = (listener: () => void) => listen(this.connectionListeners, listener)
  onChange = (listener: Listener) => listen(this.listeners, listener)
  onTyping = (listener: (conversationId: string) => void) => listen(this.typingListeners, listener)
  close = () => this.source.close()

  private tell(topics: Topic[]) {
    for (const listener of this.listeners) listener(topics)
  }

  private setLost(lost: boolean) {
    if (this.lost === lost) return
    this.lost = lost
    for (const listener of this.connectionListeners) listener()
  }
}

function listen<Listener>(listeners: Set<Listener>, listener: Listener) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const LiveContext = createContext<Live | null>(null)

export function useLive(): Live {
  const live = use(LiveContext)
  if (!live) throw new Error('A part of the practice town is shown outside it')
  return live
}

export const useIsLost = (): boolean => {
  const live = useLive()
  return useSyncExternalStore(live.onLost, live.isLost)
}

/** Calls back whenever something about these topics has changed. */
export function useChanges(topics: Topic[], changed: () => void | Promise<void>): void {
  const live = useLive()
  const wanted = topics.join(' ')
  useEffect(
    () =>
      live.onChange((about) => {
        if (about.some((topic) => wanted.includes(topic))) void changed()
      }),
    [live, wanted, changed],
  )
}
