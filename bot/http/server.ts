/** The app's one web server: the tab and its API, Teams' messages, Graph's notifications, and whether all is well. */
import express, { type NextFunction, type Request, type RequestHandler, type Response, type Router } from 'express'
import type { PreflightReport } from '../../shared/preflight.ts'
import { errorDetail, type Log } from '../log.ts'
import { CalendarUnreachable, type Ports } from '../meetings/ports.ts'
import { confirmationsRoutes } from './confirmations-routes.ts'
import { meetingsRoutes } from './meetings-routes.ts'
import { openApi } from './openapi.ts'
import { preflightRoutes } from './preflight-routes.ts'
import { outsideRoutes } from './outside-routes.ts'
import { sendError } from './refusals.ts'
import { securityHeaders } from './security-headers.ts'

export type ServerParts = {
  ports: Ports
  log: Log
  signIn: RequestHandler
  /** What the tab has to know before anybody has signed in. */
  tabConfig: { mode: 'local' | 'tenant'; clientId: string; authority: string; scope: string; council: string }
  /** Bot Framework activities, at `/api/messages`. */
  messages: Router
  webhooks: Router
  /** Throws, naming the part, when it cannot serve. */
  ready: () => Promise<void>
  /** What came by mail; absent where there is no confirmation mailbox. */
  mails?: Router
  /** Tries what the app has been allowed, for administrators. */
  preflight: () => Promise<PreflightReport>
  tabFolder: string
  /** Who may show the tab in a frame. */
  frameAncestors: string[]
  /** The local workplace's routes and pages, for that mode alone. */
  local: Router | null
}

export function createServer(parts: ServerParts): express.Express {
  const { ports, log, signIn, tabConfig } = parts
  const app = express()
  app.disable('x-powered-by')
  app.use(securityHeaders(parts.frameAncestors))

  app.get('/healthz', (_request, response) => void response.json({ alive: true }))
  app.get('/readyz', async (_request, response) => {
    try {
      await parts.ready()
      response.json({ ready: true })
    } catch (error) {
      response.status(503).json({ ready: false, failing: error instanceof Error ? error.message : 'unknown' })
    }
  })

  app.use(parts.messages)
  app.use('/webhooks', parts.webhooks)
  app.use('/answer', outsideRoutes(ports, log))

  const api = express.Router()
  api.use(noStore)
  api.get('/openapi.json', (_request, response) => void response.json(openApi()))
  api.get('/config', (_request, response) => void response.json(tabConfig))
  api.use(signIn, express.json({ limit: '1mb' }))
  api.use(meetingsRoutes(ports), confirmationsRoutes(ports), preflightRoutes(parts.preflight))
  if (parts.mails) api.use(parts.mails)
  api.use((_request, response) => sendError(response, 'notFound'))
  app.use('/api', api)

  app.use('/tab', express.static(parts.tabFolder, { index: false, setHeaders: cacheHashed }))
  // Every page of the tab is one file; the tab finds its way by the address.
  app.get(/^\/tab(\/.*)?$/, (_request, response) => response.sendFile('index.html', { root: parts.tabFolder }))
  if (parts.local) app.use('/local', parts.local)
  app.get('/', (_request, response) => response.redirect(parts.local ? '/local/' : '/tab/'))
  app.use((_request, response) => sendError(response, 'notFound'))

  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error)
    if (isBodyError(error)) return sendError(response, error.status === 413 ? 'tooLarge' : 'notJson')
    if (error instanceof CalendarUnreachable) return sendError(response, 'outlookUnreachable')
    log.error('requestFailed', { method: request.method, route: routeOf(request), ...errorDetail(error) })
    sendError(response, 'failed')
  })
  return app
}

const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store')
  next()
}

/** Built files carry a hash in their names and never change. */
function cacheHashed(response: Response, path: string) {
  if (/[-.][\w-]{8,}\.(js|css|woff2)$/.test(path))
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
}

const isBodyError = (error: unknown): error is { status: number; type: string } =>
  error instanceof Error && 'type' in error && String(error.type).startsWith('entity.')

/** The address without what stands for a person or a case, or opens anything. */
const routeOf = ({ path }: Request) =>
  path
    .replace(/[0-9a-f-]{36}/gi, ':id')
    .replace(/^\/answer\/.*/, '/answer/:link')
    .slice(0, 80)
