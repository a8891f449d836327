/** What the app has been allowed, tried afresh, for those who look after it. */
import { Router } from 'express'
import type { PreflightReport } from '../../shared/preflight.ts'
import { sendError } from './refusals.ts'
import { readerOf } from './sign-in.ts'

export function preflightRoutes(preflight: () => Promise<PreflightReport>): Router {
  const router = Router()
  // Each run asks Microsoft a dozen times: whoever comes while one is under way waits for the same.
  let running: Promise<PreflightReport> | null = null
  router.get('/preflight', async (_request, response) => {
    if (!readerOf(response).administrator) return sendError(response, 'notAdministrator')
    running ??= preflight().finally(() => (running = null))
    response.json(await running)
  })
  return router
}
