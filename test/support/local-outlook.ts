/**
 * The app's own way to Graph, real client and all, on a local workplace in memory. One hand moves both clocks: waiting
 * takes no time, and whoever comes back too early is counted by the workplace all the same.
 */
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { createGraph, type Graph } from '../../bot/graph/graph-client.ts'
import { tokenSource } from '../../bot/graph/microsoft-token.ts'
import { outlookCalendar } from '../../bot/graph/outlook-calendar.ts'
import { startWorkplace, type Workplace } from '../../bot/local/workplace.ts'
import { silentLog, type Log } from '../../bot/log.ts'
import type { Calendar, SharedWaits } from '../../bot/meetings/ports.ts'
import { instant, type Instant } from '../../shared/dates/time.ts'

export type LocalOutlook = {
  workplace: Workplace
  graph: Graph
  /** Another client, that knows of what the first was told to wait only what they share: a second instance of the app. */
  anotherGraph: (beside?: SharedWaits) => Graph
  calendar: Calendar
  /** How long was waited, in milliseconds, one after the other. */
  waits: number[]
  /** Lets so much time pass on every clock. */
  pass(seconds: number): void
  close(): Promise<void>
}

export async function aLocalOutlook({
  startAt = instant('2026-12-18T16:05:00Z'),
  timeoutMs = 2_000,
  log = silentLog,
  appUrl = 'http://127.0.0.1:3978',
  onItsWayMs = 0,
}: {
  startAt?: Instant
  timeoutMs?: number
  log?: Log
  appUrl?: string
  onItsWayMs?: number
} = {}): Promise<LocalOutlook> {
  const began = performance.timeOrigin + performance.now()
  let passed = 0
  const wallClock = () => began + passed
  const workplace = await startWorkplace({
    dataDir: null,
    startAt,
    wallClock,
    appUrl,
    onItsWayMs,
    log: (line) => console.error(line),
  })
  const trusted = getCACertificates('default')
  setDefaultCACertificates([...trusted, workplace.caCertificate])
  const waits: number[] = []
  const newGraph = (beside?: SharedWaits) =>
    createGraph({
      graphUrl: workplace.graphUrl,
      token: tokenSource(
        {
          authority: `${workplace.authority}/${workplace.tenantId}`,
          clientId: workplace.appId,
          clientSecret: workplace.appSecret,
        },
        'https://graph.microsoft.com/.default',
      ),
      log,
      ...(beside && { beside }),
      nowMs: wallClock,
      timeoutMs,
      sleep: async (ms) => {
        waits.push(ms)
        passed += ms
      },
    })
  const graph = newGraph()
  return {
    workplace,
    graph,
    anotherGraph: newGraph,
    calendar: outlookCalendar(graph),
    waits,
    pass: (seconds) => void (passed += seconds * 1000),
    async close() {
      setDefaultCACertificates(trusted)
      await workplace.close()
    },
  }
}
