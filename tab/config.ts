/** What the server tells anybody who asks, before there is a person: how to sign in, and whose tab this is. */
import type { Fetch } from './api.ts'

export type TabConfig = {
  mode: 'local' | 'tenant'
  clientId: string
  authority: string
  scope: string
  council: string
}

export async function loadConfig(fetch: Fetch): Promise<TabConfig> {
  const answer = await fetch('/api/config', { headers: { accept: 'application/json' } })
  const read: unknown = answer.ok ? await answer.json() : null
  if (!isConfig(read)) throw new Error(`The configuration could not be read (status ${answer.status})`)
  return read
}

const isConfig = (read: unknown): read is TabConfig =>
  typeof read === 'object' &&
  read !== null &&
  ['clientId', 'authority', 'scope', 'council'].every(
    (name) => typeof (read as TabConfig)[name as 'scope'] === 'string',
  ) &&
  ['local', 'tenant'].includes((read as TabConfig).mode)
