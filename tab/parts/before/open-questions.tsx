/** What has to be answered before anything is sent. */
import { useTab } from '../../tab-context.ts'
import { QuestionForm } from '../question-form.tsx'
import { Section } from '../section.tsx'
import type { MeetingProps } from './before.tsx'

export function OpenQuestions({ view: { id, version, questions }, onChanged, onStale }: MeetingProps) {
  const { api } = useTab()
  return (
    <Section title={questions.length === 1 ? 'One question first' : `${questions.length} questions first`}>
      <p>Invitations go out once this is settled. Nothing is guessed.</p>
      <QuestionForm
        questions={questions}
        send={(answers) => api.questions(id, { version, answers })}
        onDone={onChanged}
        onStale={onStale}
      />
    </Section>
  )
}
