/** Putting the app in front of a person in Teams, and the chat that this opens. */
import { z } from 'zod'
import { guidOf, personalChatOf } from '../ids.ts'
import { showOffset } from '../outlook/time-zones.ts'
import { installationOf, isInstalled } from '../teams/installation.ts'
import { TEAMS_APP_ID, type Tenant } from '../tenant.ts'
import { found, GraphError, nothing } from './answer.ts'
import type { Call, Operation } from './call.ts'
import { readForm } from './form.ts'
import { readFilter } from './odata/filter.ts'
import { matches } from './odata/filter-match.ts'

const installing = {
  anyOf: ['TeamsAppInstallation.ReadWriteSelfForUser.All', 'TeamsAppInstallation.ReadWriteForUser.All'],
}

const installForm = z.strictObject({
  'teamsApp@odata.bind': z.string().regex(/\/appCatalogs\/teamsApps\/[^/]+$/),
  consentedPermissionSet: z.looseObject({}).optional(),
})

const idOfInstallation = (objectId: string) =>
  Buffer.from(`${guidOf('installation', objectId)}##${TEAMS_APP_ID}`).toString('base64url')

const teamsApp = (tenant: Tenant) => ({
  id: TEAMS_APP_ID,
  externalId: tenant.appId,
  displayName: 'Placement Planning',
  distributionMethod: 'organization',
})

function shown(call: Call, tenant: Tenant) {
  const expand = call.query.get('$expand') ?? ''
  return {
    '@odata.type': '#microsoft.graph.userScopeTeamsAppInstallation',
    id: idOfInstallation(call.user.objectId),
    ...(/teamsApp(,|$)/.test(expand) && { teamsApp: teamsApp(tenant) }),
  }
}

/** Throws unless the path names an installation that is there. */
function checkInstallation(call: Call, tenant: Tenant): void {
  const { objectId } = call.user
  if (!isInstalled(tenant, objectId) || call.params.installation !== idOfInstallation(objectId))
    throw new GraphError(404, 'NotFound', 'App installation was not found.')
}

export const teamworkOperations: Operation[] = [
  {
    method: 'GET',
    path: '/appCatalogs/teamsApps',
    permission: { anyOf: ['AppCatalog.Read.All'] },
    handle(call, tenant) {
      const filter = call.query.get('$filter')
      const app = teamsApp(tenant)
      const value = !filter || matches(readFilter(filter), app) ? [app] : []
      return found({ '@odata.context': `${call.base}/$metadata#appCatalogs/teamsApps`, value })
    },
  },
  {
    method: 'GET',
    path: '/users/:user/teamwork/installedApps',
    permission: installing,
    handle(call, tenant) {
      const filter = call.query.get('$filter')
      const fits = !filter || matches(readFilter(filter), { teamsApp: teamsApp(tenant) })
      return found({
        '@odata.context': `${call.base}/$metadata#users('${call.user.objectId}')/teamwork/installedApps`,
        value: isInstalled(tenant, call.user.objectId) && fits ? [shown(call, tenant)] : [],
      })
    },
  },
  {
    method: 'POST',
    path: '/users/:user/teamwork/installedApps',
    permission: installing,
    async handle(call, tenant) {
      const form = readForm(installForm, call.body, 'teamsAppInstallation')
      const appId = form['teamsApp@odata.bind'].split('/').at(-1)
      if (appId !== TEAMS_APP_ID)
        throw new GraphError(404, 'NotFound', 'App with this id was not found in the catalog.')
      if (call.user.kind !== 'person') throw new GraphError(403, 'Forbidden', 'This user cannot have apps installed.')
      const { objectId } = call.user
      if (isInstalled(tenant, objectId)) throw new GraphError(409, 'Conflict', 'App already installed for the user.')
      await tenant.apps.open(call.user)
      return { status: 201, headers: { Location: `${call.base}${call.path}/${idOfInstallation(objectId)}` } }
    },
  },
  {
    method: 'GET',
    path: '/users/:user/teamwork/installedApps/:installation',
    permission: installing,
    handle(call, tenant) {
      checkInstallation(call, tenant)
      return found(shown(call, tenant))
    },
  },
  {
    method: 'DELETE',
    path: '/users/:user/teamwork/installedApps/:installation',
    permission: installing,
    async handle(call, tenant) {
      checkInstallation(call, tenant)
      await tenant.apps.remove(call.user)
      return nothing
    },
  },
  {
    method: 'GET',
    path: '/users/:user/teamwork/installedApps/:installation/chat',
    permission: installing,
    handle(call, tenant) {
      checkInstallation(call, tenant)
      const { objectId } = call.user
      const since = showOffset(installationOf(tenant, objectId)?.since ?? tenant.clock.now())
      return found({
        '@odata.context': `${call.base}/$metadata#chats/$entity`,
        id: personalChatOf(objectId, tenant.appId),
        topic: null,
        createdDateTime: since,
        lastUpdatedDateTime: since,
        chatType: 'oneOnOne',
        webUrl: `https://teams.microsoft.com/l/chat/${encodeURIComponent(personalChatOf(objectId, tenant.appId))}/0`,
        tenantId: tenant.id,
        onlineMeetingInfo: null,
        isHiddenForAllMembers: false,
      })
    },
  },
]
