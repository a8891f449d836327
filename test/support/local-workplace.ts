/** A local workplace in memory whose clock stands still, and a client that holds every answer against the contract. */
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import tls from 'node:tls'
import express from 'express'
import { z } from 'zod'
import { startWorkplace, type Workplace, type WorkplaceOptions } from '../../bot/local/workplace.ts'
import { instant } from '../../shared/dates/time.ts'
import { faultsInAnswer } from './graph-contract.ts'

export const FRIDAY_AFTERNOON = instant('2026-12-18T16:05:00Z')

export const PLANNING = 'placement.planning@merrowdale.example'
export const INTAKE = 'placements@merrowdale.example'
export const OWEN = 'owen.tremlett@merrowdale.example'
export const RUTH = 'ruth.ashdown@merrowdale.example'
export const HELEN = 'helen.marchbank@merrowdale.example'
export const STEPHEN = 'stephen.adeyinka@merrowdale.example'
export const TINA = 'tina.bramwell@postbox.example'
export const JASON = 'jason.reddick@postbox.example'

export async function aWorkplace(options: Partial<WorkplaceOptions> = {}): Promise<Workplace> {
  const workplace = await startWorkplace({
    dataDir: null,
    startAt: FRIDAY_AFTERNOON,
    wallClock: stillAfter(performance.timeOrigin + performance.now()),
    appUrl: 'http://127.0.0.1:3978',
    log: (line) => console.error(line),
    ...options,
  })
  trust(workplace)
  return workplace
}

const stillAfter = (ms: number) => () => ms

export const trust = (workplace: Pick<Workplace, 'caCertificate'>): void =>
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), workplace.caCertificate])

const tokenAnswer = z.object({ access_token: z.string() })

export async function aGraphToken(workplace: Workplace): Promise<string> {
  const answer = await fetch(`${workplace.authority}/${workplace.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: workplace.appId,
      client_secret: workplace.appSecret,
      scope: 'https://graph.microsoft.com/.default',
    }),
  })
  return tokenAnswer.parse(await answer.json()).access_token
}

type Zoned = { dateTime: string; timeZone: string }
type Addressed = { emailAddress: { name: string; address: string } }

/** What the tests read of answers. Each was held against Microsoft's schemas before; a test that looks for more fails. */
export type GraphBody = {
  id: string
  value: GraphBody[]
  error: { code: string; message: string; innerError: Record<string, string>; '@event.existingEventId'?: string }
  '@odata.etag': string
  '@odata.nextLink': string
  '@odata.deltaLink': string
  '@odata.count': number
  '@odata.type': string
  '@removed': { reason: string }
  subject: string
  body: { contentType: string; content: string }
  start: Zoned
  end: Zoned
  iCalUId: string
  changeKey: string
  type: string
  showAs: string
  isCancelled: boolean
  isOrganizer: boolean
  isOnlineMeeting: boolean
  isDraft: boolean
  isRead: boolean
  onlineMeeting: { joinUrl: string } | null
  responseStatus: { response: string; time: string }
  attendees: (Addressed & { type: string; status: { response: string; time: string } })[]
  parentFolderId: string
  internetMessageId: string
  internetMessageHeaders: { name: string; value: string }[]
  toRecipients: Addressed[]
  meetingMessageType: string
  attachments: { name: string; contentType: string; contentBytes: string }[]
  scheduleId: string
  availabilityView: string
  scheduleItems: { status: string; start: Zoned; end: Zoned; subject?: string }[]
  expirationDateTime: string
  clientState: string
  displayName: string
  singleValueExtendedProperties: { id: string; value: string }[]
}

export type GraphAnswer = { status: number; headers: Headers; body: GraphBody }

export type Graph = (
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<GraphAnswer>

/** Asks Graph with a valid token and immutable ids. An answer that Microsoft's schemas do not allow fails the test. */
export async function graphOf(workplace: Workplace): Promise<Graph> {
  const token = await aGraphToken(workplace)
  return async (method, path, body, headers = {}) => {
    const answer = await fetch(path.startsWith('https:') ? path : `${workplace.graphUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        prefer: 'IdType="ImmutableId"',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return checked(method, path, answer)
  }
}

async function checked(method: string, path: string, answer: Response): Promise<GraphAnswer> {
  const text = await answer.text()
  const isJson = /json/.test(answer.headers.get('content-type') ?? '')
  const body: unknown = text === '' ? undefined : isJson ? JSON.parse(text) : text
  const plainPath = decodeURIComponent(new URL(path, 'https://graph').pathname).replace(/^\/v1\.0/, '')
  const faults = isJson || text === '' ? faultsInAnswer(method, plainPath, answer.status, body) : []
  if (faults.length > 0)
    throw new Error(`${method} ${plainPath} ${answer.status} breaks Graph's contract:\n${faults.join('\n')}\n${text}`)
  return { status: answer.status, headers: answer.headers, body: body as GraphBody }
}

export type LocalRoutes = {
  url: string
  get: (path: string) => Promise<LocalAnswer>
  post: (path: string, body?: unknown) => Promise<LocalAnswer>
  close: () => void
}

export type LocalAnswer = { status: number; body: unknown }

/** The workplace's own routes, mounted as the app mounts them. */
export async function routesOf(workplace: Workplace): Promise<LocalRoutes> {
  const app = express().use('/local', workplace.routes)
  const server = await new Promise<Server>((resolve) => {
    const listening: Server = app.listen(0, '127.0.0.1', () => resolve(listening))
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/local`
  const ask = async (method: string, path: string, body?: unknown): Promise<LocalAnswer> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    return { status: answer.status, body: await answer.json() }
  }
  return {
    url,
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

export const london = (wallClock: string) => ({ dateTime: wallClock, timeZone: 'GMT Standard Time' })

export const MARKER = 'String {6f6d3c0e-2a51-4a8e-9b0d-0f5f0a4f7c11} Name PlacementMeeting'

/** A planning meeting on Monday from ten to eleven, with a worker inside and a carer outside. */
export const aMeeting = (over: Record<string, unknown> = {}) => ({
  subject: 'Planning meeting ref PPM-7K2D',
  body: { contentType: 'html', content: '<p>Please come to a planning meeting.</p>' },
  start: london('2026-12-21T10:00:00'),
  end: london('2026-12-21T11:00:00'),
  attendees: [
    { emailAddress: { address: OWEN, name: 'Owen Tremlett' }, type: 'required' },
    { emailAddress: { address: TINA, name: 'Tina Bramwell' }, type: 'required' },
  ],
  isOnlineMeeting: true,
  onlineMeetingProvider: 'teamsForBusiness',
  singleValueExtendedProperties: [{ id: MARKER, value: 'meeting-1/1' }],
  transactionId: 'meeting-1/1',
  ...over,
})
