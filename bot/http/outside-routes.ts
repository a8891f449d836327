/**
 * `/answer/{secret}`: what somebody outside opens from a letter. A GET changes nothing, whoever opens it; an answer is a
 * POST from the page. The secret is in no log line and no cache, and every dead link looks the same.
 */
import express, { Router, type NextFunction, type Request, type Response } from 'express'
import { z } from 'zod'
import type { SaidOfTimes } from '../../shared/times/held-times.ts'
import { ANSWERS } from '../../shared/meeting/planning-meeting.ts'
import { instantSchema } from '../../shared/wire/tab-api.ts'
import { errorDetail, type Log } from '../log.ts'
import { answerInvitationByLink, answerTimesByLink, forCalendarByLink, showByLink } from '../meetings/answer-by-link.ts'
import type { Ports } from '../meetings/ports.ts'
import { calendarFile } from './calendar-file.ts'
import { often } from './often.ts'
import { CALENDAR_FILE, deadPage, outsidePage, OUTSIDE_POLICY, type Dead } from './outside-page.ts'

const MINUTE_MS = 60_000
/** Nobody presses so often; a program that has hold of a link might. */
const MOST_FOR_A_LINK = 30
/** Links that open nothing, from one address: somebody guesses. Those that do open are not counted. */
const MOST_MISSES = 20

/** A press of one of the page's buttons. */
const pressed = z.union([
  z.object({ can: instantSchema }),
  z.object({ cannot: instantSchema }),
  z.object({ all: z.enum(['yes', 'no']).transform((said) => said === 'yes') }),
  z.object({ choice: z.enum(ANSWERS) }),
])

export function outsideRoutes(ports: Ports, log: Log): Router {
  const router = Router()
  const { contact } = ports.settings
  const uses = often(ports.clock, MINUTE_MS)
  const misses = often(ports.clock, 10 * MINUTE_MS)

  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('Content-Security-Policy', OUTSIDE_POLICY)
    response.setHeader('X-Robots-Tag', 'noindex, nofollow, noarchive')
    next()
  })

  const dead = (response: Response, why: Dead) =>
    void response.status(STATUS[why]).type('html').send(deadPage(why, contact))

  const gone = (request: Request, response: Response) => {
    misses.add(addressOf(request))
    dead(response, 'gone')
  }

  router.use('/:secret', (request, response, next) => {
    const which = request.params.secret.slice(0, 64)
    if (misses.times(addressOf(request)) >= MOST_MISSES || uses.times(which) >= MOST_FOR_A_LINK) {
      response.setHeader('Retry-After', '60')
      return dead(response, 'wait')
    }
    uses.add(which)
    next()
  })

  router.get('/:secret', async (request, response) => {
    const view = await showByLink(request.params.secret, ports)
    if (!view) return gone(request, response)
    if (request.query['file'] === CALENDAR_FILE) return sendFile(request.params.secret, view.ref, response)
    response.type('html').send(outsidePage(view, contact))
  })

  router.post('/:secret', express.urlencoded({ extended: false, limit: '2kb' }), async (request, response) => {
    const { secret } = request.params
    const said = pressed.safeParse(request.body)
    const kept = said.success ? await keep(secret, said.data) : 'gone'
    if (kept === 'gone' && !(await showByLink(secret, ports))) return gone(request, response)
    // The page as it stands now says what has been kept; to load it again sends nothing again.
    response.redirect(303, `${request.baseUrl}/${encodeURIComponent(secret)}`)
  })

  /** Named by the reference, as the letter was; as dead as its link once that is withdrawn. */
  async function sendFile(secret: string, ref: string, response: Response) {
    const meeting = await forCalendarByLink(secret, ports)
    const file = meeting && calendarFile(meeting, contact, ports.clock.now())
    if (!file) return dead(response, 'gone')
    response.setHeader('Content-Disposition', `attachment; filename="planning-meeting-${ref}.ics"`)
    response.type('text/calendar').send(file)
  }

  const keep = (secret: string, said: z.output<typeof pressed>) =>
    'choice' in said
      ? answerInvitationByLink(secret, said.choice, ports)
      : answerTimesByLink(secret, said satisfies SaidOfTimes, ports)

  router.use((_request, response) => dead(response, 'gone'))
  router.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error)
    log.error('requestFailed', { method: request.method, route: '/answer/:link', ...errorDetail(error) })
    dead(response, 'failed')
  })
  return router
}

const STATUS: Record<Dead, number> = { gone: 404, wait: 429, failed: 500 }

/** As the proxy in front of the app saw it; only what that one has added is believed. */
const addressOf = ({ headers, socket }: Request): string =>
  String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim() ||
  (socket.remoteAddress ?? '')
