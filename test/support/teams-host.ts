/**
 * A page that stands around the tab as Teams does, for browsers: it answers what the SDK asks (T1 to T6), gives tokens
 * in either of the host's two ways, and can change its theme. There is no public emulator; the protocol was tried.
 */
export type HostWays = {
  token: string
  subEntityId?: string
  frameContext?: 'content' | 'sidePanel' | 'meetingStage'
  /** Nested app authentication, instead of the host's own token. */
  nested?: boolean
}

export const teamsHost = ({
  token,
  subEntityId = '',
  frameContext = 'content',
  nested = false,
}: HostWays) => `<!doctype html>
<html lang="en"><title>Host</title>
<iframe id="tab" src="/tab" style="width: 100%; height: 90vh; border: 0"></iframe>
<script src="/local/host.js" data-ways='${JSON.stringify({ token, subEntityId, frameContext, nested })}'></script>
</html>`

/** Served beside the page: the app's policy allows no script inside it. */
export const TEAMS_HOST_SCRIPT = `
const ways = JSON.parse(document.currentScript.dataset.ways)
const frame = document.getElementById('tab')
const runtime = JSON.stringify({
  apiVersion: 4,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  isNAAChannelRecommended: ways.nested,
  supports: { ...(ways.nested && { nestedAppAuth: {} }) },
})
const context = {
  theme: 'default', locale: 'en-gb', entityId: 'planning', subEntityId: ways.subEntityId, frameContext: ways.frameContext,
  userObjectId: 'somebody', tid: 'a-tenant', loginHint: 'somebody@brackenshire.example', hostName: 'Teams', hostClientType: 'web',
}
window.told = []
window.sendTheme = (theme) => frame.contentWindow.postMessage({ func: 'themeChange', args: [theme] }, location.origin)
addEventListener('message', ({ source, data }) => {
  if (source !== frame.contentWindow) return
  window.told.push(data.func)
  const reply = (args) =>
    frame.contentWindow.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, location.origin)
  if (data.func === 'initialize') reply([ways.frameContext, 'web', runtime, runtime])
  else if (data.func === 'getContext') reply([context])
  else if (data.func === 'authentication.getAuthToken') reply([true, ways.token])
  else if (data.func === 'nestedAppAuth.execute') reply([null, JSON.stringify(nestedReply(JSON.parse(data.data)))])
})

function nestedReply({ method, requestId }) {
  const account = {
    homeAccountId: 'somebody.a-tenant', environment: 'login.microsoftonline.com', tenantId: 'a-tenant',
    username: 'somebody@brackenshire.example', localAccountId: 'somebody',
  }
  const answer = { messageType: 'NestedAppAuthResponse', requestId, success: true }
  if (method === 'GetInitContext') {
    return { ...answer, initContext: { sdkName: 'host', sdkVersion: '1', capabilities: {}, accountContext: account } }
  }
  const base64 = (value) => btoa(JSON.stringify(value)).replace(/=+$/, '')
  const claims = { oid: 'somebody', tid: 'a-tenant', sub: 'somebody', preferred_username: account.username, iat: 1, exp: 4102444800 }
  return {
    ...answer,
    account,
    token: {
      access_token: ways.token,
      id_token: base64({ alg: 'none' }) + '.' + base64(claims) + '.',
      expires_in: 3600, properties: null, scope: 'api://planning.brackenshire.example/access_as_user',
    },
  }
}
`
