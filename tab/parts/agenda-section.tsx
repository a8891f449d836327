import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { durationWords } from '../../shared/dates/time.ts'
import { useMinutes, useWriting } from '../minutes/writing.ts'
import { AgendaEditor } from './agenda-editor.tsx'
import { AgendaAhead } from './before/agenda-ahead.tsx'
import { Section } from './section.tsx'

/** Before the meeting, for whoever will write its record: the agenda to be read, and one press away to be changed. */
export function AgendaSection() {
  const { view } = useWriting()
  const [changing, setChanging] = useState(false)
  const { agenda, durationMinutes } = view
  const minutes = useMinutes()
  if (!changing) {
    return <AgendaAhead {...{ view, agenda, durationMinutes, minutes }} onChange={() => setChanging(true)} />
  }
  return (
    <Section title={`Agenda: ${agenda.length} items in ${durationWords(durationMinutes)}`}>
      <AgendaEditor />
      <div>
        <Button onClick={() => setChanging(false)}>The agenda is in order</Button>
      </div>
    </Section>
  )
}
