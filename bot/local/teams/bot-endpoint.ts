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
    const options = {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'User-Agent': 'Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)',
      },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }
    const answer = await fetch(url, options).then(
      async (response) => ({ status: response.status, text: await response.text() }),
      () => null, // whatever kept the call from being made: the bot is not there
    )
    return answer ? { reached: true, status: answer.status, body: parsed(answer.text) } : { reached: false }
  },
})

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null // an empty answer, or a page of words: no card either way
  }
}
