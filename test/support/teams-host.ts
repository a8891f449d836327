/**
 * A page that stands around the tab as Teams and Outlook do, for browsers: it answers what the SDK and MSAL ask (T1 to
 * T6), gives tokens in either of the host's two ways, and can change its theme. There is no public emulator; the protocol
 * was tried.
 */
export type HostWays = {
  token: string
  subEntityId?: string
  chatId?: string
  frameContext?: 'content' | 'sidePanel' | 'meetingStage'
  hostName?: 'Teams' | 'Outlook'
  theme?: 'default' | 'dark' | 'contrast'
  /** Nested app authentication, instead of the host's own token. */
  nested?: boolean
  /** What the host makes of a wish for a token: nobody has consented yet, or the person turns back when asked. */
  consent?: 'given' | 'asked' | 'refused'
  /** A page that is no host at all: it says nothing. */
  silent?: boolean
  width?: number
}

export const teamsHost = (ways: HostWays, tab = '/tab') => `<!doctype html>
<html lang="en"><title>Host</title>
<iframe id="tab" title="Planning" src="${tab}" style="width: ${ways.width ? `${ways.width}px` : '100%'}; height: 90vh; border: 0"></iframe>
<script src="/local/host.js" data-ways='${JSON.stringify(ways)}'></script>
</html>`

/** Served beside the page: the app's policy allows no script inside it. */
export const TEAMS_HOST_SCRIPT = `
const ways = JSON.parse(document.currentScript.dataset.ways)
const frame = document.getElementById('tab')
const runtime = JSON.stringify({
  apiVersion: 4,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  isNAAChannelRecommended: ways.nested === true,
  supports: { ...(ways.nested && { nestedAppAuth: {} }) },
})
const context = {
  theme: ways.theme ?? 'default', locale: 'en-gb', entityId: 'planning', subEntityId: ways.subEntityId ?? '',
  frameContext: ways.frameContext ?? 'content', chatId: ways.chatId, userObjectId: 'somebody', tid: 'a-tenant',
  loginHint: 'somebody@brackenshire.example', hostName: ways.hostName ?? 'Teams', hostClientType: 'web',
}
window.told = []
const consented = (ways.consent ?? 'given') === 'given'
window.sendTheme = (theme) => frame.contentWindow.postMessage({ func: 'themeChange', args: [theme] }, location.origin)
addEventListener('message', ({ source, data }) => {
  if (source !== frame.contentWindow || ways.silent) return
  const asked = data.func === 'nestedAppAuth.execute' ? JSON.parse(data.data) : null
  window.told.push(asked ? asked.method : data.func)
  const reply = (args) =>
    frame.contentWindow.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, location.origin)
  if (data.func === 'initialize') reply([context.frameContext, 'web', runtime, runtime])
  else if (data.func === 'getContext') reply([context])
  else if (data.func === 'authentication.getAuthToken') reply(consented ? [true, ways.token] : [false, 'resourceRequiresConsent'])
  else if (data.func === 'nestedAppAuth.execute') reply([null, JSON.stringify(nestedReply(asked))])
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
  const wanting = method === 'GetToken' && !consented
  if (wanting || (method === 'GetTokenPopup' && ways.consent === 'refused')) {
    const status = wanting ? 'USER_INTERACTION_REQUIRED' : 'USER_CANCEL'
    return { ...answer, success: false, error: { status, code: status.toLowerCase(), description: status } }
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
