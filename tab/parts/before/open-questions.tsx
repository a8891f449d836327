/** What has to be answered before anything is sent; a question that stays empty is asked again. */
import { Button, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { SETTLED_ELSEWHERE } from '../../../shared/placement/questions.ts'
import type { MeetingAnswer } from '../../../shared/wire/tab-api.ts'
import { useTab } from '../../tab-context.ts'
import { useAction } from '../../use-action.ts'
import { AskOne } from '../ask-one.tsx'
import { RefusalNotice } from '../refusal-notice.tsx'
import { Section } from '../section.tsx'
import type { MeetingProps } from './before.tsx'

const useStyles = makeStyles({ save: { alignSelf: 'flex-start' } })

export function OpenQuestions({ view, onChanged, onStale }: MeetingProps) {
  const styles = useStyles()
  const { api, announce } = useTab()
  const [answers, setAnswers] = useState<Record<string, string>>({})
  const { busy, refusal, run } = useAction<MeetingAnswer>({ onDone: onChanged, onStale })
  const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value.trim() !== ''))
  const open = view.questions.length
  const save = async () => {
    if (!(await run(() => api.questions(view.id, { version: view.version, answers: given })))) return
    setAnswers({})
    announce('Answers saved')
  }
  return (
    <Section title={open === 1 ? 'One question first' : `${open} questions first`}>
      <p>Invitations go out once this is settled. Nothing is guessed.</p>
      {view.questions.map((question) =>
        SETTLED_ELSEWHERE.includes(question.id) ? (
          <p key={question.id}>{question.text}</p>
        ) : (
          <AskOne
            key={question.id}
            question={question}
            value={answers[question.id] ?? ''}
            onChange={(value) => setAnswers({ ...answers, [question.id]: value })}
          />
        ),
      )}
      <RefusalNotice refusal={refusal} />
      <Button
        className={styles.save}
        appearance="primary"
        size="large"
        disabledFocusable={Object.keys(given).length === 0 || busy}
        onClick={() => void save()}
      >
        {busy ? 'Saving' : 'Save the answers'}
      </Button>
    </Section>
  )
}
