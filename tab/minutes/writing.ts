/** What every part of the page that writes the minutes works with. */
import { createContext, use } from 'react'
import type { MeetingView } from '../../shared/meeting-view.ts'
import type { Minutes } from '../../shared/minutes.ts'
import type { MinutesSession } from './minutes-session.ts'

export type Writing = { view: MeetingView; session: MinutesSession; minutes: Minutes }

export const WritingContext = createContext<Writing | null>(null)

export function useWriting(): Writing {
  const writing = use(WritingContext)
  if (!writing) throw new Error('A part that writes the minutes is shown outside them')
  return writing
}
