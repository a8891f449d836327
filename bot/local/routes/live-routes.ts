/** Tells open pages that something has changed, so that they look again: server-sent events without content. */
import { Router, type Response } from 'express'
import type { Tenant } from '../tenant.ts'

/** What a page can be about. */
type Topic = 'chat' | 'outlook' | 'clock'

export type LiveUpdates = { routes: Router; showTyping: (conversationId: string) => void; close: () => void }

const TOPIC_OF: [RegExp, Topic][] = [
  [/^teams /, 'chat'],
  [/^(events|messages) of |^mail log$/, 'outlook'],
]

/** A line now and then keeps the connection open, and tells the page that it still is. */
const HEARTBEAT_MS = 20_000

export function makeLiveUpdates({ state, clock }: Tenant): LiveUpdates {
  const listeners = new Set<Response>()
  const waiting = new Set<Topic>()

  const send = (event: string, data: unknown) => {
    for (const listener of listeners) listener.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }
  const sendWaiting = () => {
    send('changed', [...waiting])
    waiting.clear()
  }
  const tell = (topics: Topic[]) => {
    if (listeners.size === 0 || topics.length === 0) return
    if (waiting.size === 0) setImmediate(sendWaiting) // what changes together is told together
    for (const topic of topics) waiting.add(topic)
  }
  state.onChange((tables) =>
    tell(TOPIC_OF.flatMap(([table, topic]) => (tables.some((name) => table.test(name)) ? [topic] : []))),
  )
  clock.onMove(() => tell(['clock', 'chat', 'outlook']))
  const heartbeat = setInterval(() => send('alive', null), HEARTBEAT_MS)
  heartbeat.unref()

  const routes = Router()
  routes.get('/live', (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    response.write('retry: 1000\n\n')
    listeners.add(response)
    response.on('close', () => listeners.delete(response))
  })
  return {
    routes,
    showTyping: (conversationId) => send('typing', { conversationId }),
    close() {
      clearInterval(heartbeat)
      for (const listener of listeners) listener.end()
    },
  }
}
