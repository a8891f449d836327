/** What every page of the tab can count on once somebody is signed in. */
import { createContext, use } from 'react'
import type { Me } from '../shared/wire/tab-api.ts'
import type { Api } from './api.ts'
import type { AppClock } from './clock.ts'
import type { SignIn } from './sign-in.ts'
import type { Host } from './teams.ts'

export type Tab = {
  api: Api
  clock: AppClock
  me: Me
  host: Pick<Host, 'kind' | 'frame' | 'chatId'>
  signIn: SignIn
  announce: (words: string) => void
}

export const TabContext = createContext<Tab | null>(null)

export function useTab(): Tab {
  const tab = use(TabContext)
  if (!tab) throw new Error('A page of the tab is shown outside the tab')
  return tab
}
