/** The reader's own answer to the invitation: one press, and it can be changed until the meeting begins. */
import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components'
import { ANSWERS, type AnswerChoice } from '../../../shared/meeting/planning-meeting.ts'
import type { MeetingAnswer } from '../../../shared/wire/tab-api.ts'
import { useTab } from '../../tab-context.ts'
import { useAction } from '../../use-action.ts'
import { RefusalNotice } from '../refusal-notice.tsx'
import { Section } from '../section.tsx'
import type { MeetingProps } from './before.tsx'

const CHOICES: Record<AnswerChoice, string> = {
  coming: 'Coming',
  byVideo: 'By video',
  sendViews: 'Send my views',
  cannot: 'Cannot',
}

const AFTERWARDS: Record<AnswerChoice, string> = {
  coming: 'Recorded: you are coming.',
  byVideo: 'Recorded: you join by video.',
  sendViews: 'Recorded: you send your views. Please write them below, or let the chair have them before the meeting.',
  cannot: 'Recorded: you cannot come. The person who arranges the meeting sees it.',
}

const useStyles = makeStyles({
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(7.5rem, 1fr))',
    gap: tokens.spacingHorizontalS,
  },
})

export function MyAnswer({ view, onChanged, onStale }: MeetingProps) {
  const styles = useStyles()
  const { api, announce } = useTab()
  const { busy, refusal, run } = useAction<MeetingAnswer>({ onDone: onChanged, onStale })
  const mine = view.attendees.find(({ me, invited }) => me && invited)?.answer?.choice
  const say = async (choice: AnswerChoice) => {
    if (await run(() => api.answer(view.id, { choice }))) announce(AFTERWARDS[choice])
  }
  return (
    <Section title={mine ? 'Your answer' : 'Do you come?'}>
      <div className={styles.choices}>
        {ANSWERS.map((choice) => (
          <ToggleButton
            key={choice}
            size="large"
            checked={mine === choice}
            disabledFocusable={busy}
            onClick={() => void say(choice)}
          >
            {CHOICES[choice]}
          </ToggleButton>
        ))}
      </div>
      <RefusalNotice refusal={refusal} />
      {mine && <p>{AFTERWARDS[mine]} You can change it until the meeting begins.</p>}
    </Section>
  )
}
