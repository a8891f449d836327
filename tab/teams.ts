/**
 * The host that the tab stands in: Teams or Outlook, or a plain browser. The only file that knows their SDK, which is
 * loaded only inside a frame. What a host says of the person is a hint; rights come from the token.
 */
import { onSystemTheme, systemTheme, themeNamed, type ThemeName } from './theme.ts'

export type Frame = 'page' | 'sidePanel' | 'stage'

export type Host = {
  kind: 'teams' | 'browser'
  frame: Frame
  theme: ThemeName
  /** Tells of every change of theme; returns how to stop listening. */
  onTheme(listener: (theme: ThemeName) => void): () => void
  /** The meeting that a link in Teams leads to. */
  meetingId: string | null
  /** The chat of Teams that the tab was opened in; a planning meeting may belong to it. */
  chatId: string | null
  loginHint: string | null
  /** What the host can do for signing in; `null` in a plain browser. */
  signIn: HostSignIn | null
  /** The page is there, or will not be: the host takes its own waiting screen away. */
  ready(): void
  failed(): void
}

export type HostSignIn = {
  nestedAppAuth: boolean
  token(): Promise<string>
  /** Opens a window of ours in which a person signs in; only ever after a press. */
  inWindow(path: string): Promise<string>
}

/** Framed by a page that does not answer as Teams does: there is nobody to ask who is signed in. */
export class HostSilent extends Error {
  override name = 'HostSilent'
}

/** Throws {@link HostSilent} after so long; the SDK itself would wait a minute for a host that is none. */
export async function findHost(page: Window, patienceMs: number): Promise<Host> {
  if (page.parent === page) return browserHost(page)
  const { app, authentication, nestedAppAuth } = await import('@microsoft/teams-js')
  const context = await within(
    patienceMs,
    app.initialize().then(() => app.getContext()),
  )
  return {
    kind: 'teams',
    frame: frameOf(context.page.frameContext),
    theme: themeNamed(context.app.theme),
    onTheme: (listener) => {
      let listening = true
      app.registerOnThemeChangeHandler((theme) => {
        if (listening) listener(themeNamed(theme))
      })
      return () => {
        listening = false
      }
    },
    meetingId: context.page.subPageId || null,
    chatId: context.chat?.id || null,
    loginHint: context.user?.loginHint ?? null,
    signIn: {
      nestedAppAuth: nestedAppAuth.isNAAChannelRecommended(),
      token: () => authentication.getAuthToken(),
      inWindow: (path) =>
        authentication.authenticate({ url: `${page.location.origin}${path}`, width: 600, height: 640 }),
    },
    ready: () => void app.notifySuccess().catch(reportToConsole),
    failed: () => app.notifyFailure({ reason: app.FailedReason.Other }),
  }
}

export const browserHost = (page: Window): Host => ({
  kind: 'browser',
  frame: 'page',
  theme: systemTheme(page),
  onTheme: (listener) => onSystemTheme(page, listener),
  meetingId: null,
  chatId: null,
  loginHint: null,
  signIn: null,
  ready: () => {},
  failed: () => {},
})

/** In the window that {@link HostSignIn.inWindow} opened: hands the token back to the tab and closes. */
export async function endSignInWindow(token: string | null): Promise<void> {
  const { app, authentication } = await import('@microsoft/teams-js')
  await app.initialize()
  if (token) authentication.notifySuccess(token)
  else authentication.notifyFailure('notSignedIn')
}

const frameOf = (context: string): Frame =>
  context === 'meetingStage' ? 'stage' : context === 'sidePanel' ? 'sidePanel' : 'page'

/** A host that refuses to speak, and one that never answers, are both none of ours. */
async function within<Value>(ms: number, answer: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No answer')), ms)
  })
  try {
    return await Promise.race([answer, silence])
  } catch (cause) {
    throw new HostSilent('The page around the tab does not answer as Teams does', { cause })
  } finally {
    clearTimeout(timer)
  }
}

const reportToConsole = (fault: unknown) => console.warn('The host did not take our word for it', fault)
