/** What every part of the page that writes the minutes works with. */
import { createContext, use } from 'react'
import type { MeetingView } from '../../shared/meeting/meeting-view.ts'
import type { Minutes } from '../../shared/record/minutes.ts'
import type { MinutesSession } from './minutes-session.ts'
import { useShown } from './use-session.ts'

/** Stays the same while somebody types: what needs the words themselves asks for them. */
export type Writing = { view: MeetingView; session: MinutesSession }

export const WritingContext = createContext<Writing | null>(null)

export function useWriting(): Writing {
  const writing = use(WritingContext)
  if (!writing) throw new Error('A part that writes the minutes is shown outside them')
  return writing
}

/** The record as it is being written; new with every letter. */
export const useMinutes = (): Minutes => useShown(useWriting().session).minutes
