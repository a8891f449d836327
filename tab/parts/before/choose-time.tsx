/** The first time of a meeting: what is chosen, who will be told and what they read; then one press. */
import { Button, makeStyles, Spinner } from '@fluentui/react-components'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { chancesWords } from '../../../shared/times/chances.ts'
import { subjectOf } from '../../../shared/letters/invitation.ts'
import type { MeetingRef } from '../../../shared/meeting/planning-meeting.ts'
import { PROBLEM_WORDS } from '../../../shared/meeting/standing.ts'
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
// Only where somebody outside is to come.
const AskOutside = lazy(() => import('./ask-outside.tsx'))

const useStyles = makeStyles({ book: { alignSelf: 'flex-start' } })

/** `fit` says what of the agenda the time does not reach. */
export function ChooseTime({ view, now, onChanged, onStale, fit }: MeetingProps & { fit: ReactNode }) {
  const styles = useStyles()
  const { api, announce } = useTab()
  const times = useTimes(api, view.id, view.offered)
  const [touched, setChoice] = useState(NO_CHOICE)
  const ways = times.looking === 'no' ? (times.ways ?? []) : []
  // The best time is chosen already, and one press books it; what has to be given up is for a person to say.
  const choice =
    touched.picked === '' && ways.length === 0 ? { ...touched, picked: times.offered[0]?.start ?? '' } : touched
  const { busy, refusal, run } = useAction<MeetingAnswer>({ onDone: onChanged, onStale })
  const chosen = chosenStart(choice, view)
  const lateReason = choice.lateReason.trim()
  const complete = chosen !== null && (!chosen.late || lateReason !== '')
  const told = whoIsTold(view.attendees)

  const book = async () => {
    if (!chosen) return
    const done = await run(() =>
      api.schedule(view.id, { version: view.version, start: chosen.start, ...(chosen.late && { lateReason }) }),
    )
    if (done) announce(`Being arranged for ${momentWords(chosen.start)}`)
  }

  const asking = view.heldTimes?.open === true
  const askOutside = (
    <Suspense fallback={null}>
      <AskOutside {...{ view, now, onChanged, onStale }} offered={times.offered} />
    </Suspense>
  )
  const outsiders = view.attendees.some(({ invited, reachedBy }) => invited && reachedBy === 'email')

  const choose = (
    <Section title="Choose a time">
      {view.problem && <p role="status">{PROBLEM_WORDS[view.problem]}: please choose again.</p>}
      {times.chances && <p>{chancesWords(times.chances)}</p>}
      {ways.length > 0 && (
        <Suspense fallback={<Spinner label="Looking what else can be done" />}>
          <WaysOut {...{ view, ways, onChanged, onStale }} />
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
      {fit}
      {told && (
        <p>
          Outlook then invites {told}. They read “{subjectOf(view.ref as MeetingRef)}”, the time and whom to ring;
          nothing about the child.
        </p>
      )}
      <RefusalNotice refusal={refusal} />
      <Button
        className={styles.book}
        appearance="primary"
        size="large"
        disabledFocusable={!complete || busy}
        onClick={() => void book()}
      >
        {busy ? 'Booking' : chosen ? `Book ${momentWords(chosen.start)}` : 'Book this time'}
      </Button>
      {outsiders && !asking && askOutside}
    </Section>
  )
  return (
    <>
      {asking && askOutside}
      {choose}
    </>
  )
}
