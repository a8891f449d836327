/** The way round the town, in six steps. */
import type { Door } from '../town/place.ts'

/** What somebody may do in the town that the tour is waiting for. */
export type Deed = 'sent' | 'pressed' | 'openedMeeting' | 'movedClock'

export type Step = {
  title: string
  words: string
  /** Goes on by itself once this was done. */
  until?: Deed
  /** Where it happens: the door, and what to point to behind it. */
  show: { words: string; door: Door; at: string } | null
}

export const STEPS: Step[] = [
  {
    title: 'Paste a confirmation',
    until: 'sent',
    words:
      'You are a placement officer, and a home for a child has just been agreed. Press one of the ready-made confirmations, then Send.',
    show: { words: 'Show me where', door: 'chat', at: 'ready-made' },
  },
  {
    title: 'Check it, press Schedule',
    until: 'pressed',
    words:
      'The app answers with what it understood and by when the meeting is due. “Why?” shows the working. Nobody is told anything before you press Schedule.',
    show: { words: 'Show me where', door: 'chat', at: 'messages' },
  },
  {
    title: 'See what Outlook has',
    until: 'openedMeeting',
    words:
      'The meeting stands in everybody’s calendar; carers and parents get an e-mail. Open it to see how little it gives away, and answer as one of them.',
    show: { words: 'Open Outlook', door: 'outlook', at: 'door-outlook' },
  },
  {
    title: 'Open the tab',
    words:
      'Planning lists what will be missed first. Open the meeting: who comes, what to bring, the agenda, the minutes. Be somebody else at the top and look again.',
    show: { words: 'Open Planning', door: 'planning', at: 'door-planning' },
  },
  {
    title: 'Move the clock',
    until: 'movedClock',
    words:
      'Go on by a working day, or to the meeting itself: everything due on the way happens. Whoever got a reminder has “new” behind their name at the top. Be them, and look in Chat.',
    show: { words: 'Show me where', door: 'chat', at: 'clock' },
  },
  {
    title: 'Stop, and start again',
    words:
      'Press Ctrl+C in the terminal, then npm start: everything is still here. To begin with an empty town, choose “Start afresh” under the three dots.',
    show: null,
  },
]
