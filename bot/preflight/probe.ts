/** Whether Graph lets the app do something: asked by doing it where nothing can come of it. */
import { failureFrom, isPassing } from '../graph/graph-errors.ts'

export type Probed = 'allowed' | 'refused' | 'noMailbox' | 'unknown'

/**
 * Permission is looked at before anything else: an item that does not exist answers "not found" to whoever may, and
 * "access denied" to whoever may not.
 */
export async function probe(call: () => Promise<unknown>): Promise<Probed> {
  try {
    await call()
    return 'allowed'
  } catch (error) {
    const { status, code } = failureFrom(error)
    if (status === 401 || status === 403) return 'refused'
    if (NO_MAILBOX.includes(code)) return 'noMailbox'
    if (isPassing(status)) return 'unknown'
    return 'allowed'
  }
}

const NO_MAILBOX = ['ErrorInvalidUser', 'Request_ResourceNotFound', 'MailboxNotEnabledForRESTAPI', 'ResourceNotFound']

/** An id that no item has. */
export const NO_SUCH_ITEM = 'AAMkAGNvLXN1Y2gtaXRlbQ=='
