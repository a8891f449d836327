/**
 * Stands around the tab as Teams does: answers what teams-js asks from inside the frame, and tells it of changes of
 * look. Written from what the SDK sends, so the tab runs with the real one.
 */
import { z } from 'zod'
import type { ThemeName } from '../town/theme.ts'

export type FrameContext = 'content' | 'sidePanel' | 'meetingStage'

export type HostContext = {
  theme: ThemeName
  frameContext: FrameContext
  person: { email: string; objectId: string }
  tenantId: string
  /** A token for the app's own API, for the person above. */
  token: () => Promise<string>
  /** A link that the tab wants opened. */
  openLink: (url: string) => void
}

/** What teams-js of today sends; more fields come along. */
const requestSchema = z.looseObject({
  id: z.union([z.number(), z.string()]).optional(),
  uuidAsString: z.string().optional(),
  func: z.string(),
  args: z.array(z.unknown()).default([]),
})
type Request = z.output<typeof requestSchema>

/** What this host can do, as Teams would list it. Nested app authentication is not among it. */
const RUNTIME = JSON.stringify({
  apiVersion: 4,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  isNAAChannelRecommended: false,
  supports: { pages: { appButton: {}, tabs: {}, config: {} }, teamsCore: {}, logs: {}, app: { lifecycle: {} } },
})

/** Answers the frame until the returned function is called; `context` is asked anew each time. */
export function hostTab(frame: HTMLIFrameElement, context: () => HostContext | null): TabHost {
  let wantsTheme = false
  const post = (message: object) => frame.contentWindow?.postMessage(message, window.location.origin)

  const onMessage = (event: MessageEvent<unknown>) => {
    if (event.source !== frame.contentWindow || event.origin !== window.location.origin) return
    const request = requestSchema.safeParse(event.data)
    if (request.success) void answer(request.data)
  }
  const answer = async (request: Request) => {
    if (request.func === 'registerHandler' && request.args[0] === 'themeChange') wantsTheme = true
    const asked = context()
    const args = asked && (await answerTo(request, asked))
    if (args) post({ id: request.id, uuidAsString: request.uuidAsString, args })
  }
  window.addEventListener('message', onMessage)
  return {
    tellTheme: (theme) => void (wantsTheme && post({ func: 'themeChange', args: [theme] })),
    stop: () => window.removeEventListener('message', onMessage),
  }
}

export type TabHost = { tellTheme: (theme: ThemeName) => void; stop: () => void }

/** `null` where Teams answers nothing. */
async function answerTo({ func, args }: Request, context: HostContext): Promise<unknown[] | null> {
  switch (func) {
    case 'initialize':
      return [context.frameContext, 'web', RUNTIME, RUNTIME]
    case 'getContext':
      return [flatContext(context)]
    case 'authentication.getAuthToken':
      return context.token().then(
        (token) => [true, token],
        () => [false, 'resourceRequiresConsent'],
      )
    case 'executeDeepLink':
    case 'openLink':
      if (typeof args[0] === 'string') context.openLink(args[0])
      return [true]
    default:
      return null
  }
}

/** The names are those of the protocol, which are older than teams-js' own. */
const flatContext = ({ theme, frameContext, person, tenantId }: HostContext) => ({
  theme,
  locale: 'en-gb',
  entityId: 'planning',
  subEntityId: '',
  frameContext,
  userObjectId: person.objectId,
  tid: tenantId,
  loginHint: person.email,
  userPrincipalName: person.email,
  hostName: 'TeamsModern',
  hostClientType: 'web',
  sessionId: 'practice-town',
  ...(frameContext !== 'content' && { meetingId: 'practice-town-meeting', chatId: '19:meeting_practice@thread.v2' }),
})
