/** Whether a person has the app, and whether they let its bot write to them. */
import type { Instant } from '../../../shared/dates/time.ts'
import type { Tenant } from '../tenant.ts'

/** There from the first installation on; uninstalling keeps it, as Teams keeps the chat. */
export type Installation = { objectId: string; since: Instant; installed: boolean; blocked: boolean }

const installations = (tenant: Tenant) => tenant.state.table<Installation>('teams installations')

export const installationOf = (tenant: Tenant, objectId: string): Installation | undefined =>
  installations(tenant).get(objectId)

export const isInstalled = (tenant: Tenant, objectId: string): boolean =>
  installationOf(tenant, objectId)?.installed ?? false

/** True when the app was not there before: only then is the bot told. */
export function install(tenant: Tenant, objectId: string): boolean {
  const before = installationOf(tenant, objectId)
  if (before?.installed) return false
  const since = tenant.clock.now()
  installations(tenant).put(objectId, { objectId, since, installed: true, blocked: before?.blocked ?? false })
  return true
}

/** True when the app was there before. */
export function uninstall(tenant: Tenant, objectId: string): boolean {
  const before = installationOf(tenant, objectId)
  if (!before?.installed) return false
  installations(tenant).put(objectId, { ...before, installed: false })
  return true
}

export function setBlocked(tenant: Tenant, objectId: string, blocked: boolean): void {
  const before = installationOf(tenant, objectId)
  if (before) installations(tenant).put(objectId, { ...before, blocked })
}
