/** What a placement without a meeting is asked, answered where it is listed. */
import { makeStyles, tokens } from '@fluentui/react-components'
import type { WaitingCase } from '../../shared/placement/waiting-case.ts'
import { useTab } from '../tab-context.ts'
import { caseApi } from './case/case-api.ts'
import { QuestionForm } from './question-form.tsx'

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    marginBlock: tokens.spacingVerticalS,
  },
})

export function AnswerWaiting({ of: { id, version, questions }, onDone }: { of: WaitingCase; onDone: () => void }) {
  const styles = useStyles()
  const { api } = useTab()
  return (
    <div className={styles.form}>
      <QuestionForm
        questions={questions}
        send={(answers) => caseApi(api, id).answer({ version, answers })}
        onDone={onDone}
        onStale={onDone}
      />
    </div>
  )
}
