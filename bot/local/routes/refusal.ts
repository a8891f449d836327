/** A request to the workplace that cannot be done, in a word that a person can act on. */
import type { ErrorRequestHandler } from 'express'
import { z } from 'zod'

export class WorkplaceRefusal extends Error {
  override name = 'WorkplaceRefusal'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export function readBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  throw new WorkplaceRefusal(400, z.prettifyError(result.error))
}

export const answerRefusals: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (error instanceof WorkplaceRefusal) response.status(error.status).json({ error: error.message })
  else if (error instanceof SyntaxError) response.status(400).json({ error: 'The body is not JSON.' })
  else next(error)
}
