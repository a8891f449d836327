import type { Request, Response } from 'express'
import type { z } from 'zod'
import { faultsIn } from '../../shared/wire/faults.ts'
import { sendError } from './refusals.ts'

/** The body as its schema reads it; a body that is not accepted has been answered. */
export function readBody<Schema extends z.ZodType>(
  schema: Schema,
  request: Request,
  response: Response,
): z.output<Schema> | null {
  const result = schema.safeParse(request.body)
  if (result.success) return result.data
  sendError(response, 'invalid', undefined, faultsIn(result.error.issues, request.body))
  return null
}
