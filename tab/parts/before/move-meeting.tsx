/** Another time for a meeting that has one. */
import { Button, Field, makeStyles, Spinner, Textarea, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { momentWords } from '../../../shared/dates/time.ts'
import { whoIsTold } from '../../../shared/people/who-is-told.ts'
import type { MeetingAnswer } from '../../../shared/wire/tab-api.ts'
import { useTab } from '../../tab-context.ts'
import { useAction } from '../../use-action.ts'
import { useTimes } from '../../use-times.ts'
import { RefusalNotice } from '../refusal-notice.tsx'
import { Section } from '../section.tsx'
import type { MeetingProps } from './before.tsx'
import { chosenStart, NO_CHOICE, SlotChoice } from './slot-choice.tsx'

const WaysOut = lazy(async () => ({ default: (await import('./ways-out.tsx')).WaysOut }))

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export function MoveMeeting({ view, onChanged, onStale, onClose }: MeetingProps & { onClose: () => void }) {
  const styles = useStyles()
  const { api, announce } = useTab()
  const times = useTimes(api, view.id, [])
  const ways = times.looking === 'no' ? (times.ways ?? []) : []
  const [choice, setChoice] = useState(NO_CHOICE)
  const [reason, setReason] = useState('')
  const { busy, refusal, run } = useAction<MeetingAnswer>({ onDone: onChanged, onStale })
  const chosen = chosenStart(choice, view)
  const lateReason = choice.lateReason.trim()
  const complete = chosen !== null && reason.trim() !== '' && (!chosen.late || lateReason !== '')

  const move = async () => {
    if (!chosen) return
    const body = { version: view.version, start: chosen.start, reason: reason.trim() }
    const done = await run(() => api.move(view.id, { ...body, ...(chosen.late && { lateReason }) }))
    if (!done) return
    announce(`Being moved to ${momentWords(chosen.start)}`)
    onClose()
  }

  return (
    <Section title="Move the meeting">
      <Field label="Why it is moved" hint="Kept with the meeting; nobody who is invited reads it." required>
        <Textarea value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
      </Field>
      {ways.length > 0 && (
        <Suspense fallback={<Spinner label="Looking what else can be done" />}>
          <WaysOut {...{ view, ways, onChanged, onStale }} moving={reason.trim()} />
        </Suspense>
      )}
      <SlotChoice
        view={view}
        offered={ways.length > 0 ? [] : times.offered}
        isOwnAlone={ways.length > 0}
        choice={choice}
        onChoice={setChoice}
        looking={times.looking}
        onLookAgain={times.lookAgain}
      />
      <p>Outlook writes the new time to {whoIsTold(view.attendees)}. Answers given for the old time no longer count.</p>
      <RefusalNotice refusal={refusal} />
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={!complete || busy} onClick={() => void move()}>
          {busy ? 'Moving' : chosen ? `Move to ${momentWords(chosen.start)}` : 'Move'}
        </Button>
        <Button onClick={onClose}>Leave it as it is</Button>
      </div>
    </Section>
  )
}
