/** Times to choose from, each with who is busy and who has to be asked; late ones under a heading of their own. */
import {
  Button,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Textarea,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { useId } from 'react'
import type { AttendeeView, MeetingView } from '../../../shared/meeting/meeting-view.ts'
import type { PersonKey } from '../../../shared/placement/placement.ts'
import type { OfferedSlot } from '../../../shared/meeting/planning-meeting.ts'
import { considerationsAt, missingAt } from '../../../shared/times/slot-reasons.ts'
import { isInTime } from '../../../shared/times/slots.ts'
import { capital, deadlineWords } from '../../../shared/meeting/standing.ts'
import { atLondon, readDate, slotWords, type Instant } from '../../../shared/dates/time.ts'
import { listed } from '../../../shared/people/who-is-told.ts'
import { ROLE_WORDS } from '../../../shared/words.ts'

export type Choice = { picked: string; date: string; time: string; lateReason: string }
export const NO_CHOICE: Choice = { picked: '', date: '', time: '', lateReason: '' }
/** The radio button for a time that nobody offered. */
const ANOTHER = 'another'

/** The start that is chosen, and whether it is late; `null` while the choice is incomplete. */
export function chosenStart(choice: Choice, view: MeetingView): { start: Instant; late: boolean } | null {
  const start =
    choice.picked === ANOTHER ? readChoice(choice) : choice.picked === '' ? null : (choice.picked as Instant)
  return start && { start, late: !isInTime(start, view) }
}

function readChoice({ date, time }: Choice): Instant | null {
  const day = readDate(date)
  return day && /^\d{2}:\d{2}$/.test(time) ? atLondon(day, time) : null
}

const useStyles = makeStyles({
  choice: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2, ...typographyStyles.body1 },
  slot: { display: 'block', ...typographyStyles.body1Strong },
  own: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    paddingInlineStart: tokens.spacingHorizontalXXL,
  },
  again: { alignSelf: 'flex-start' },
})

type Props = {
  view: MeetingView
  offered: OfferedSlot[]
  /** The times that there are stand above, each with its button: only one of the reader's own is asked for. */
  isOwnAlone?: boolean
  choice: Choice
  onChoice: (choice: Choice) => void
  /** Outlook is being asked, or could not be. */
  looking: 'no' | 'yes' | 'outlookAway'
  onLookAgain: () => void
}

export function SlotChoice({ view, offered, isOwnAlone = false, choice, onChoice, looking, onLookAgain }: Props) {
  const styles = useStyles()
  const label = useId()
  const inTime = offered.filter((slot) => slot.inTime)
  const late = offered.filter((slot) => !slot.inTime)
  const chosen = chosenStart(choice, view)
  const radio = (slot: OfferedSlot) => <SlotRadio key={slot.start} slot={slot} people={view.attendees} />
  return (
    <div className={styles.choice}>
      {looking === 'outlookAway' && (
        <p role="status">Outlook cannot be asked just now who is free. You can look again, or name a time yourself.</p>
      )}
      <p className={styles.heading} id={label}>
        {isOwnAlone ? 'Or a time of your own' : view.deadline ? `In time: by ${deadlineWords(view.deadline)}` : 'Times'}
      </p>
      {looking === 'yes' && <p role="status">Looking who is free …</p>}
      {looking === 'no' && inTime.length === 0 && !isOwnAlone && (
        <p>No such time is left in which those who must come could meet.</p>
      )}
      <RadioGroup
        aria-labelledby={label}
        value={choice.picked}
        onChange={(_, { value }) => onChoice({ ...choice, picked: value })}
      >
        {inTime.map(radio)}
        {late.length > 0 && <p className={styles.heading}>After the deadline</p>}
        {late.map(radio)}
        <Radio value={ANOTHER} label="Another time" />
      </RadioGroup>
      {choice.picked === ANOTHER && (
        <div className={styles.own}>
          <Field label="Day">
            <Input type="date" value={choice.date} onChange={(_, { value }) => onChoice({ ...choice, date: value })} />
          </Field>
          <Field label="Start, London time">
            <Input
              type="time"
              step={900}
              value={choice.time}
              onChange={(_, { value }) => onChoice({ ...choice, time: value })}
            />
          </Field>
        </div>
      )}
      {chosen?.late && (
        <Field
          label="Why it cannot be sooner"
          hint="This time is after the deadline. The reason is kept with the meeting."
          required
        >
          <Textarea
            value={choice.lateReason}
            maxLength={500}
            onChange={(_, { value }) => onChoice({ ...choice, lateReason: value })}
          />
        </Field>
      )}
      <Button className={styles.again} appearance="subtle" disabledFocusable={looking === 'yes'} onClick={onLookAgain}>
        Look again who is free
      </Button>
    </div>
  )
}

type Named = Pick<AttendeeView, 'key' | 'name' | 'role'>

/** One time to choose, with what speaks for and against it. */
export function SlotRadio({ slot, people }: { slot: OfferedSlot; people: Named[] }) {
  const styles = useStyles()
  return (
    <Radio
      value={slot.start}
      label={
        <>
          <span className={styles.slot}>{slotWords(slot)}</span>
          {hints(slot, people).map((hint) => (
            <span key={hint} className={styles.quiet}>
              {hint}{' '}
            </span>
          ))}
        </>
      }
    />
  )
}

/** What is known of everybody's diary at a time, and why it stands where it does, in sentences. */
function hints(slot: OfferedSlot, people: Named[]): string[] {
  const named = (keys: PersonKey[]) => listed(keys.map((key) => nameAndRole(key, people)))
  const missing = missingAt(slot)
  return [
    ...(slot.busy.length > 0 ? [] : ['Nobody who must come is busy.']),
    ...missing.map(
      ({ people, words, required }) => `${capital(words)}${required ? '' : ', and not required'}: ${named(people)}.`,
    ),
    ...(slot.unknown.length > 0 ? [`To ask, since their diary cannot be seen: ${named(slot.unknown)}.`] : []),
    ...considerationsAt(slot, named).map((words) => `${capital(words)}.`),
    ...(slot.minimumHolds ? [] : ['Those who must be there would not all be there.']),
  ]
}

export function nameAndRole(key: PersonKey, people: Named[]): string {
  const person = people.find((one) => one.key === key)
  return person ? `${person.name} (${ROLE_WORDS[person.role]})` : 'somebody'
}
