/** The connector's refusals, with the codes of Teams' table of statuses. */
import type { ErrorRequestHandler } from 'express'

export class ConnectorError extends Error {
  override name = 'ConnectorError'
  readonly status: number
  readonly body: unknown
  readonly retryAfter: number | null

  constructor(status: number, code: string, message: string, options: { body?: unknown; retryAfter?: number } = {}) {
    super(message)
    this.status = status
    this.body = options.body ?? { error: { code, message } }
    this.retryAfter = options.retryAfter ?? null
  }
}

export const badArgument = (message: string) => new ConnectorError(400, 'BadArgument', message)
export const badSyntax = (message: string) => new ConnectorError(400, 'BadSyntax', message)

export const conversationNotFound = () => new ConnectorError(404, 'ConversationNotFound', 'Conversation not found.')

export const activityNotFound = () =>
  new ConnectorError(404, 'ActivityNotFoundInConversation', 'Conversation not found.')

export const notInRoster = () =>
  new ConnectorError(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.')

export const notInstalled = () =>
  new ConnectorError(403, 'ForbiddenOperationException', "The bot is not installed in user's personal scope")

/** The one refusal that does not look like the others. */
export const writesBlocked = () =>
  new ConnectorError(403, 'MessageWritesBlocked', 'Thread is blocked from message writes.', {
    body: {
      errorCode: 209,
      message: JSON.stringify(
        {
          subCode: 'MessageWritesBlocked',
          details: 'Thread is blocked from message writes.',
          errorCode: null,
          errorSubCode: null,
        },
        null,
        2,
      ).replaceAll('\n', '\r\n'),
    },
  })

export const answerConnectorErrors: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (!(error instanceof ConnectorError)) return next(error)
  if (error.retryAfter !== null) response.set('Retry-After', String(error.retryAfter))
  response.status(error.status).json(error.body)
}
