/** When people really began and ended: pressed as it happens, told by the call in Teams, or put right by hand. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { timesWords } from '../../../shared/meeting/meeting-times.ts'
import { setFact } from '../../../shared/record/minutes-document.ts'
import type { MeetingTimes } from '../../../shared/record/minutes.ts'
import type { Slot } from '../../../shared/meeting/planning-meeting.ts'
import { atLondon, londonDate, londonTime, type Instant } from '../../../shared/dates/time.ts'
import { useMinutes, useWriting } from '../../minutes/writing.ts'
import { useTab } from '../../tab-context.ts'

const useStyles = makeStyles({
  times: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  time: { flex: '0 1 9rem' },
})

const useSetTime = () => {
  const { session } = useWriting()
  return (name: keyof MeetingTimes, at: Instant | '') => setFact(session.doc, `meeting/times/${name}`, at)
}

/** The one press that the meeting waits for; none once it has ended. */
export function BeginOrEnd() {
  const { times = {} } = useMinutes()
  const { clock, announce } = useTab()
  const set = useSetTime()
  if (times.ended) return null
  const next = times.began ? 'ended' : 'began'
  const press = () => {
    const at = clock.now()
    set(next, at)
    announce(timesWords({ ...times, [next]: at }))
  }
  return <Button onClick={press}>{next === 'began' ? 'We begin' : 'We end'}</Button>
}

export function MeetingTimesFields({ slot }: { slot: Slot }) {
  const styles = useStyles()
  return (
    <div className={styles.times}>
      <TimeField name="began" label="Began at" slot={slot} />
      <TimeField name="ended" label="Ended at" slot={slot} />
    </div>
  )
}

function TimeField({ name, label, slot }: { name: keyof MeetingTimes; label: string; slot: Slot }) {
  const styles = useStyles()
  const set = useSetTime()
  const at = useMinutes().times?.[name]
  const shown = at ? londonTime(at) : ''
  // Half of a time is nothing yet: what is typed stays in the field until it is one.
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <Field className={styles.time} label={label}>
      <Input
        type="time"
        value={typed ?? shown}
        onBlur={() => setTyped(null)}
        onChange={(_, { value }) => {
          setTyped(value)
          if (value !== shown) set(name, value && atLondon(londonDate(slot.start), value))
        }}
      />
    </Field>
  )
}
