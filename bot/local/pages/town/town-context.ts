/** What every part of the window can count on: who lives here, who one is, what time it is, and what it looks like. */
import { createContext, use } from 'react'
import type { ThemeName } from './theme.ts'
import type { Townsperson } from './town-api.ts'
import type { TownClock } from './town-clock.ts'

export type Town = {
  tenantId: string
  people: Townsperson[]
  /** Whoever sits in front of Chat and Planning. */
  me: Townsperson
  be: (email: string) => void
  clock: TownClock
  theme: ThemeName
  setTheme: (theme: ThemeName) => void
}

export const TownContext = createContext<Town | null>(null)

export function useTown(): Town {
  const town = use(TownContext)
  if (!town) throw new Error('A part of the practice town is shown outside it')
  return town
}
