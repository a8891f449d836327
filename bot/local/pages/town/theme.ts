/** The three looks of Teams. */
import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, type Theme } from '@fluentui/react-components'

export const THEMES = ['default', 'dark', 'contrast'] as const
export type ThemeName = (typeof THEMES)[number]

export const FLUENT_THEMES: Record<ThemeName, Theme> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
}

export const THEME_WORDS: Record<ThemeName, string> = { default: 'Light', dark: 'Dark', contrast: 'High contrast' }

const holds = (query: string) => window.matchMedia(query).matches

export const systemTheme = (): ThemeName =>
  holds('(forced-colors: active)') ? 'contrast' : holds('(prefers-color-scheme: dark)') ? 'dark' : 'default'

export const readTheme = (name: string): ThemeName => THEMES.find((known) => known === name) ?? systemTheme()
