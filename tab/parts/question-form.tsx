/** Questions of a case and one press for all that were answered; one that stays empty is asked again. */
import { Button, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import type { Question } from '../../shared/meeting/plan.ts'
import { SETTLED_ELSEWHERE } from '../../shared/placement/questions.ts'
import type { Answered } from '../api.ts'
import { useTab } from '../tab-context.ts'
import { useAction } from '../use-action.ts'
import { AskOne } from './ask-one.tsx'
import { RefusalNotice } from './refusal-notice.tsx'

const useStyles = makeStyles({ save: { alignSelf: 'flex-start' } })

type Props<Value> = {
  questions: Question[]
  send: (answers: Record<string, string>) => Promise<Answered<Value>>
  onDone: (value: Value) => void
  onStale: () => void
}

export function QuestionForm<Value>({ questions, send, onDone, onStale }: Props<Value>) {
  const styles = useStyles()
  const { announce } = useTab()
  const [answers, setAnswers] = useState<Record<string, string>>({})
  const { busy, refusal, run } = useAction<Value>({ onDone, onStale })
  const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value.trim() !== ''))
  const save = async () => {
    if (!(await run(() => send(given)))) return
    setAnswers({})
    announce('Answers saved')
  }
  return (
    <>
      {questions.map((question) =>
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
    </>
  )
}
