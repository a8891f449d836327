import { durationWords } from '../../shared/time.ts'
import { useWriting } from '../minutes/writing.ts'
import { AgendaEditor } from './agenda-editor.tsx'
import { Section } from './section.tsx'

/** Before the meeting: the agenda for whoever will write its record, to be put in order. */
export function AgendaSection() {
  const { view } = useWriting()
  return (
    <Section title={`Agenda: ${view.agenda.length} items in ${durationWords(view.durationMinutes)}`}>
      <AgendaEditor />
    </Section>
  )
}
