/** Hands activities to the bot, as the channel service does. */

/** Teams waits this long for a bot before it gives up on the call. */
const PATIENCE_MS = 15_000

export type BotAnswer =
  | { reached: true; status: number; body: unknown }
  /** Nobody answered in time, or nobody is there. */
  | { reached: false }

export type BotEndpoint = { post(activity: Record<string, unknown>): Promise<BotAnswer> }

export const botAt = (url: string): BotEndpoint => ({
  async post(activity) {
    let response: Response
    let text: string
    try {
      response = await fetch(url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'User-Agent': 'Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)',
        },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      text = await response.text()
    } catch (error) {
      if (error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError'))
        return { reached: false }
      throw error
    }
    return { reached: true, status: response.status, body: parsed(text) }
  },
})

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null // an empty answer, or a page of words: no card either way
  }
}
