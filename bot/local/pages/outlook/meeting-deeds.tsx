/** What a person does with a meeting in Outlook: answer it, propose another time, move it, take it away. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import {
  addMinutes,
  atLondon,
  londonDate,
  londonTime,
  minutesBetween,
  readDate,
} from '../../../../shared/dates/time.ts'
import { useDoing, useSay } from '../town/say.ts'
import { outlookApi, type OutlookEvent } from './outlook-api.ts'

const useStyles = makeStyles({
  deeds: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'flex-end' },
})

const ANSWERS = [
  ['accept', 'Accept', 'accepted'],
  ['tentativelyAccept', 'Tentative', 'tentativelyAccepted'],
  ['decline', 'Decline', 'declined'],
] as const

export function MeetingDeeds({ mailbox, event }: { mailbox: string; event: OutlookEvent }) {
  const styles = useStyles()
  const doing = useDoing()
  const say = useSay()
  const [moving, setMoving] = useState(false)
  const moveButton = useFocusAfter(moving)
  const [busy, setBusy] = useState(false)
  const { response } = event.responseStatus
  const act = async (work: () => Promise<void>, done: string) => {
    setBusy(true)
    if (await doing(work)) say(done)
    setBusy(false)
  }
  const remove = () => act(() => outlookApi.remove(mailbox, event.id), 'Removed')
  if (moving && !event.isCancelled && !event.isOrganizer)
    return (
      <div className={styles.deeds} role="group" aria-label="Another time to propose">
        <TimeForm
          event={event}
          does="Propose"
          onStop={() => setMoving(false)}
          onTime={(to) => {
            setMoving(false)
            void act(() => outlookApi.propose(mailbox, event.id, to), 'Declined, and another time proposed')
          }}
        />
      </div>
    )
  if (event.isCancelled || !event.isOrganizer)
    return (
      <div className={styles.deeds} role="group" aria-label="What this person does">
        {!event.isCancelled &&
          ANSWERS.map(([answer, words, state]) => (
            <Button
              key={answer}
              appearance={response === state ? 'primary' : 'secondary'}
              aria-pressed={response === state}
              disabledFocusable={busy}
              onClick={() => void act(() => outlookApi.answer(mailbox, event.id, answer), `Answered: ${words}`)}
            >
              {words}
            </Button>
          ))}
        {!event.isCancelled && event.allowNewTimeProposals && (
          <Button ref={moveButton} disabledFocusable={busy} onClick={() => setMoving(true)}>
            Propose another time …
          </Button>
        )}
        <Button appearance="subtle" disabledFocusable={busy} onClick={() => void remove()}>
          Remove from calendar
        </Button>
      </div>
    )
  return (
    <div className={styles.deeds} role="group" aria-label="What the organiser does">
      {moving ? (
        <TimeForm
          event={event}
          does="Move"
          onStop={() => setMoving(false)}
          onTime={(to) => {
            setMoving(false)
            void act(() => outlookApi.move(mailbox, event.id, to), 'Moved; everybody invited was told')
          }}
        />
      ) : (
        <>
          <Button ref={moveButton} disabledFocusable={busy} onClick={() => setMoving(true)}>
            Move to …
          </Button>
          <Button appearance="subtle" disabledFocusable={busy} onClick={() => void remove()}>
            Delete, and tell everybody
          </Button>
        </>
      )}
    </div>
  )
}

/** The focus comes back to where it was when what had taken its place is over. */
function useFocusAfter(going: boolean) {
  const button = useRef<HTMLButtonElement>(null)
  const went = useRef(false)
  useEffect(() => {
    if (went.current && !going) button.current?.focus()
    went.current = going
  }, [going])
  return button
}

type TimeFormProps = {
  event: OutlookEvent
  does: string
  onTime: (to: Pick<OutlookEvent, 'start' | 'end'>) => void
  onStop: () => void
}

function TimeForm({ event, does, onTime, onStop }: TimeFormProps) {
  const styles = useStyles()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const [date, setDate] = useState<string>(londonDate(event.start))
  const [time, setTime] = useState(londonTime(event.start))
  const day = readDate(date)
  const start = day && /^\d\d:\d\d$/.test(time) ? atLondon(day, time) : null
  return (
    <form
      className={styles.deeds}
      onSubmit={(submitted) => {
        submitted.preventDefault()
        if (start) onTime({ start, end: addMinutes(start, minutesBetween(event.start, event.end)) })
      }}
    >
      <Field label="Day">
        <Input ref={first} type="date" value={date} onChange={(_, { value }) => setDate(value)} />
      </Field>
      <Field label="Begins at">
        <Input type="time" value={time} onChange={(_, { value }) => setTime(value)} />
      </Field>
      <Button appearance="primary" type="submit" disabled={!start}>
        {does}
      </Button>
      <Button onClick={onStop}>Leave it</Button>
    </form>
  )
}
