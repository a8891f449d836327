import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { addMinutes, atLondon, londonDate, londonTime, readDate, type Instant } from '../../../../shared/dates/time.ts'

const useStyles = makeStyles({
  fields: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalM,
  },
})

type SetClockProps = { now: Instant; onSet: (to: Instant) => void; onClose: () => void }

/** The clock to the minute. It only goes forward: what has happened has happened. */
export function SetClockDialog({ now, onSet, onClose }: SetClockProps) {
  const styles = useStyles()
  const [inAnHour] = useState(() => addMinutes(now, 60))
  const [date, setDate] = useState<string>(londonDate(inAnHour))
  const [time, setTime] = useState(londonTime(inAnHour))
  const day = readDate(date)
  const to = day && /^\d\d:\d\d$/.test(time) ? atLondon(day, time) : null
  const tooEarly = to !== null && to <= now
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (to && !tooEarly) onSet(to)
          }}
        >
          <DialogBody>
            <DialogTitle>Set the town’s clock</DialogTitle>
            <DialogContent>
              Everything that is due by then happens on the way: reminders, letters, answers.
              <div className={styles.fields}>
                <Field label="Day" required>
                  <Input type="date" value={date} min={londonDate(now)} onChange={(_, { value }) => setDate(value)} />
                </Field>
                <Field
                  label="Time in London"
                  required
                  {...(tooEarly && { validationMessage: 'The clock only goes forward.', validationState: 'error' })}
                >
                  <Input type="time" value={time} onChange={(_, { value }) => setTime(value)} />
                </Field>
              </div>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>Leave it</Button>
              <Button appearance="primary" type="submit" disabled={!to || tooEarly}>
                Move the clock
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
