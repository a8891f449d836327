/** What a placement without a meeting is asked, answered where it is listed. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { WaitingCase } from '../../shared/placement/waiting-case.ts'
import type { PlacementAnswer } from '../../shared/wire/placement-api.ts'
import { useTab } from '../tab-context.ts'
import { useAction } from '../use-action.ts'
import { AskOne } from './ask-one.tsx'
import { caseApi } from './case/case-api.ts'
import { RefusalNotice } from './refusal-notice.tsx'

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    marginBlock: tokens.spacingVerticalS,
  },
  save: { alignSelf: 'flex-start' },
})

export function AnswerWaiting({ of: { id, version, questions }, onDone }: { of: WaitingCase; onDone: () => void }) {
  const styles = useStyles()
  const { api, announce } = useTab()
  const [answers, setAnswers] = useState<Record<string, string>>({})
  const { busy, refusal, run } = useAction<PlacementAnswer>({ onDone, onStale: onDone })
  const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value.trim() !== ''))
  const save = async () => {
    const done = await run(() => caseApi(api, id).answer({ version, answers: given }))
    if (!done) return
    setAnswers({})
    announce('Answers saved')
  }
  return (
    <div className={styles.form}>
      {questions.map((question) => (
        <AskOne
          key={question.id}
          question={question}
          value={answers[question.id] ?? ''}
          onChange={(value) => setAnswers({ ...answers, [question.id]: value })}
        />
      ))}
      <RefusalNotice refusal={refusal} />
      <Button
        className={styles.save}
        appearance="primary"
        disabledFocusable={Object.keys(given).length === 0 || busy}
        onClick={() => void save()}
      >
        {busy ? 'Saving' : 'Save the answers'}
      </Button>
    </div>
  )
}
