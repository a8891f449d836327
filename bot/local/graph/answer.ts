/** What an operation answers, before HTTP dresses it; and the errors that it answers instead. */
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> }

export const found = (body: unknown): Answer => ({ status: 200, body })
export const created = (body: unknown, location: string): Answer => ({
  status: 201,
  body,
  headers: { Location: location },
})
export const accepted: Answer = { status: 202 }
export const nothing: Answer = { status: 204 }

/** An error as Graph words it. `extra` goes beside code and message, as the service does now and then. */
export class GraphError extends Error {
  override name = 'GraphError'
  readonly status: number
  readonly code: string
  readonly extra: Record<string, unknown>
  readonly headers: Record<string, string>

  constructor(
    status: number,
    code: string,
    message: string,
    { extra = {}, headers = {} }: { extra?: Record<string, unknown>; headers?: Record<string, string> } = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.extra = extra
    this.headers = headers
  }
}

export const badRequest = (message: string, code = 'BadRequest') => new GraphError(400, code, message)

export const itemNotFound = () =>
  new GraphError(
    404,
    'ErrorItemNotFound',
    'The specified object was not found in the store., The process failed to get the correct properties.',
  )

export const accessDenied = () =>
  new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')

export const changedMeanwhile = () =>
  new GraphError(
    412,
    'ErrorIrresolvableConflict',
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
  )
