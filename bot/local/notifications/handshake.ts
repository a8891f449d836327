/** Before a subscription stands, both of its addresses must give back a word that only we know. */
import { randomUUID } from 'node:crypto'
import { GraphError } from '../graph/answer.ts'
import type { HttpsPost } from './https-post.ts'

export async function shakeHands(url: string, post: HttpsPost, patienceMs: number): Promise<void> {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`
  const target = new URL(url)
  target.searchParams.set('validationToken', token)
  const answer = await post(target.href, '', 'text/plain; charset=utf-8', patienceMs).catch((error: unknown) => {
    throw refusal(
      error instanceof Error && error.name === 'AbortError'
        ? 'The operation has timed out.'
        : 'The address cannot be reached.',
    )
  })
  if (answer.status !== 200) throw refusal(`NotificationUrl answered with status ${answer.status}.`)
  if (!/^text\/plain/i.test(answer.contentType) || answer.body !== token)
    throw refusal('NotificationUrl did not give back the validation token as plain text.')
}

const refusal = (words: string) =>
  new GraphError(
    400,
    'ValidationError',
    `Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request. ${words}`,
  )
