import { useMemo, type ReactNode } from 'react'
import { agendaInUse } from '../../shared/agenda/agenda-in-use.ts'
import type { MeetingView } from '../../shared/meeting/meeting-view.ts'
import type { AgendaChange } from '../../shared/record/minutes.ts'
import type { MinutesSession } from './minutes-session.ts'
import { useShown } from './use-session.ts'
import { WritingContext } from './writing.ts'

type Props = { view: MeetingView; session: MinutesSession; children: ReactNode }

/** Everything inside may write, and has the agenda as the chair has it; it is given anew only when that changes. */
export function WritingProvider({ view, session, children }: Props) {
  const changed = JSON.stringify(useShown(session).minutes.agenda ?? {})
  const writing = useMemo(() => {
    const agenda = JSON.parse(changed) as Record<string, AgendaChange>
    return { session, view: { ...view, agenda: agendaInUse(view.agenda, { agenda }) } }
  }, [view, session, changed])
  return <WritingContext value={writing}>{children}</WritingContext>
}
