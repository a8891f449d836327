/** What the booked time does not reach, said while it can still be changed: while the agenda is put in order, and before people are invited. */
import { use } from 'react'
import { agendaInUse, notReached } from '../../shared/agenda/agenda-in-use.ts'
import type { MeetingView } from '../../shared/meeting/meeting-view.ts'
import { NO_MINUTES, type Minutes } from '../../shared/record/minutes.ts'
import { durationWords } from '../../shared/dates/time.ts'
import { listed } from '../../shared/people/who-is-told.ts'
import { useShown } from '../minutes/use-session.ts'
import { WritingContext, type Writing } from '../minutes/writing.ts'

/** As it is being written, for whoever writes; else as it was saved. `named`: apart from the agenda itself. */
export function AgendaFit({ view, named = false }: { view: MeetingView; named?: boolean }) {
  const writing = use(WritingContext)
  if (writing) return <Live {...writing} named={named} />
  const minutes = view.minutes ?? NO_MINUTES
  const { durationMinutes } = view
  return <Fit {...{ durationMinutes, minutes, named }} agenda={agendaInUse(view.agenda, minutes)} />
}

function Live({ session, view: { agenda, durationMinutes }, named }: Writing & { named: boolean }) {
  const { minutes } = useShown(session)
  return <Fit {...{ agenda, durationMinutes, minutes, named }} />
}

type Props = Pick<MeetingView, 'agenda' | 'durationMinutes'> & { minutes: Minutes; named: boolean }

function Fit({ agenda, durationMinutes, minutes, named }: Props) {
  const { over, items } = notReached(agenda, durationMinutes, minutes)
  return (
    over > 0 && (
      <p role="status">
        {named && 'The agenda takes '}
        {durationWords(over)} more than is booked. Not reached in time: {listed(items.map((title) => `“${title}”`))}.
      </p>
    )
  )
}
