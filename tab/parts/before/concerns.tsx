/** What is not as it should be in Outlook: what happened, and a button for each way to settle it. */
import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import { useState } from 'react'
import type { ConcernView } from '../../../shared/meeting/meeting-view.ts'
import { CONCERN_CHOICE_WORDS, type ConcernChoice } from '../../../shared/meeting/outlook-concerns.ts'
import type { MeetingAnswer } from '../../../shared/wire/tab-api.ts'
import { useTab } from '../../tab-context.ts'
import { useAction } from '../../use-action.ts'
import { RefusalNotice } from '../refusal-notice.tsx'
import { Section } from '../section.tsx'
import type { MeetingProps } from './before.tsx'

const useStyles = makeStyles({
  concern: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  words: { display: 'flex', gap: tokens.spacingHorizontalS },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500, color: tokens.colorPaletteDarkOrangeForeground1 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export function Concerns(props: MeetingProps) {
  const { concerns } = props.view
  if (concerns.length === 0) return null
  return (
    <Section title="In Outlook">
      {concerns.map((concern) => (
        <OneConcern key={`${concern.kind} ${concern.event} ${concern.who}`} concern={concern} {...props} />
      ))}
    </Section>
  )
}

function OneConcern({ concern, view, onChanged, onStale }: MeetingProps & { concern: ConcernView }) {
  const styles = useStyles()
  const { api, announce } = useTab()
  const [reason, setReason] = useState('')
  const { busy, refusal, run } = useAction<MeetingAnswer>({ onDone: onChanged, onStale })
  const { kind, event, who, choices, reasonFor } = concern

  const settle = async (choice: ConcernChoice) => {
    const body = { version: view.version, concern: kind, event, who, choice }
    const given = choice === reasonFor?.choice && reason.trim() !== '' ? { reason: reason.trim() } : {}
    if (await run(() => api.settleConcern(view.id, { ...body, ...given })))
      announce(`${CONCERN_CHOICE_WORDS[choice]}: done`)
  }

  return (
    <div className={styles.concern}>
      <div className={styles.words}>
        <WarningRegular className={styles.icon} aria-hidden />
        <span>{concern.words}</span>
      </div>
      {reasonFor && (
        <Field
          label={reasonFor.asks}
          hint={`Needed to press “${CONCERN_CHOICE_WORDS[reasonFor.choice]}”, and kept with the meeting.`}
        >
          <Textarea value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
        </Field>
      )}
      <RefusalNotice refusal={refusal} />
      <div className={styles.buttons}>
        {choices.map((choice) => (
          <Button
            key={choice}
            disabledFocusable={busy || (choice === reasonFor?.choice && reason.trim() === '')}
            onClick={() => void settle(choice)}
          >
            {CONCERN_CHOICE_WORDS[choice]}
          </Button>
        ))}
      </div>
    </div>
  )
}
