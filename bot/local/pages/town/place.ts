/** Which door is open, as whom, and in what light. The address says the door, so that links and the back button work. */
import { useCallback, useSyncExternalStore } from 'react'

export const DOORS = ['chat', 'planning', 'outlook'] as const
export type Door = (typeof DOORS)[number]

/** `rest` is the door's own business: a page of the tab, a view of Outlook. */
export type Place = { door: Door; rest: string }

export function placeOf(hash: string): Place {
  const [, name = '', rest = ''] = /^#\/([a-z]*)(\/.*)?$/.exec(hash) ?? []
  const door = DOORS.find((known) => known === name) ?? 'chat'
  return { door, rest: name === door ? rest : '' }
}

const subscribe = (listener: () => void) => {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

export const usePlace = (): Place => placeOf(useSyncExternalStore(subscribe, () => window.location.hash))

export function openDoor(door: Door, rest = ''): void {
  window.location.hash = `/${door}${rest}`
}

/** Something small that this browser remembers, such as who one was last time. */
export function useRemembered(name: string, otherwise: string): [string, (value: string) => void] {
  const key = `practice-town.${name}`
  const value = useSyncExternalStore(onStored, () => window.localStorage.getItem(key)) ?? otherwise
  const set = useCallback(
    (to: string) => {
      window.localStorage.setItem(key, to)
      window.dispatchEvent(new Event(STORED))
    },
    [key],
  )
  return [value, set]
}

const STORED = 'practice-town:stored'

const onStored = (listener: () => void) => {
  for (const event of [STORED, 'storage']) window.addEventListener(event, listener)
  return () => {
    for (const event of [STORED, 'storage']) window.removeEventListener(event, listener)
  }
}
