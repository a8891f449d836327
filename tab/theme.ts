/** Which of the three looks of Teams the tab wears. */
import type { Theme } from '@fluentui/react-components'

export type ThemeName = 'default' | 'dark' | 'contrast'

const THEMES: Record<ThemeName, () => Promise<{ theme: Theme }>> = {
  default: () => import('./themes/default.ts'),
  dark: () => import('./themes/dark.ts'),
  contrast: () => import('./themes/contrast.ts'),
}

/** Only the look that is worn is loaded. */
export const loadTheme = async (name: ThemeName): Promise<Theme> => (await THEMES[name]()).theme

/** The host's name for a theme. `glass` and whatever may come after it are drawn as the default. */
export const themeNamed = (name: string | null | undefined): ThemeName =>
  name === 'dark' || name === 'contrast' ? name : 'default'

const CONTRAST = ['(forced-colors: active)', '(prefers-contrast: more)']
const DARK = '(prefers-color-scheme: dark)'

/** In a plain browser: as the system wishes, or as `?theme=` says. */
export function systemTheme(page: Window): ThemeName {
  const said = new URLSearchParams(page.location.search).get('theme')
  if (said) return themeNamed(said)
  const holds = (query: string) => page.matchMedia(query).matches
  return CONTRAST.some(holds) ? 'contrast' : holds(DARK) ? 'dark' : 'default'
}

/** Tells of every change that the system makes; returns how to stop listening. */
export function onSystemTheme(page: Window, listener: (theme: ThemeName) => void): () => void {
  const queries = [...CONTRAST, DARK].map((query) => page.matchMedia(query))
  const tell = () => listener(systemTheme(page))
  for (const query of queries) query.addEventListener('change', tell)
  return () => {
    for (const query of queries) query.removeEventListener('change', tell)
  }
}
