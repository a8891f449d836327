/** When the meetings of a draft can be held: the best time is chosen already, and one press books what stands there. */
import { Field, makeStyles, RadioGroup, Textarea, tokens, typographyStyles } from '@fluentui/react-components'
import { useId } from 'react'
import type { DraftMeetingView, DraftView } from '../../../shared/placement/draft-view.ts'
import { NO_TIME, OUTLOOK_AWAY } from '../../../shared/placement/draft-words.ts'
import { chancesWords } from '../../../shared/times/chances.ts'
import type { WayOut } from '../../../shared/times/ways-out.ts'
import type { Instant } from '../../../shared/dates/time.ts'
import type { ApiRefusal } from '../../api.ts'
import { SlotRadio } from '../before/slot-choice.tsx'
import { WaysPanel } from '../before/ways-out.tsx'

const useStyles = makeStyles({
  times: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { ...typographyStyles.body1Strong, margin: 0 },
})

/** For each meeting the start that is chosen: the reader's own, or the best one that is shown. */
export const chosenIn = ({ meetings }: DraftView, picked: (Instant | null)[]): (Instant | null)[] =>
  meetings.map(
    ({ offered }, n) => offered?.find(({ start }) => start === picked[n])?.start ?? offered?.[0]?.start ?? null,
  )

export const isLate = ({ meetings }: DraftView, chosen: (Instant | null)[]): boolean =>
  meetings.some(({ offered }, n) => offered?.find(({ start }) => start === chosen[n])?.inTime === false)

type Props = {
  view: DraftView
  chosen: (Instant | null)[]
  onPick: (nth: number, start: Instant) => void
  lateReason: string
  onLateReason: (words: string) => void
  busy: boolean
  refusal: ApiRefusal | null
  onTake: (nth: number, way: WayOut, said: string) => void
}

export function DraftTimes({ view, chosen, onPick, lateReason, onLateReason, busy, refusal, onTake }: Props) {
  const several = view.meetings.length > 1
  return (
    <>
      {view.timesPassed && <p role="status">The times that were found have passed. Please look again.</p>}
      {view.meetings.map((meeting, n) =>
        n === view.stuck && view.may.confirm ? (
          <WaysPanel
            key={n}
            ways={meeting.ways}
            plan={meeting}
            people={meeting.attendees}
            busy={busy}
            refusal={refusal}
            onTake={(way, said) => onTake(n, way, said)}
          />
        ) : (
          !view.timesPassed && (
            <Times
              key={n}
              meeting={meeting}
              title={several ? meeting.title : 'When?'}
              chosen={chosen[n] ?? null}
              onPick={(start) => onPick(n, start)}
            />
          )
        ),
      )}
      {view.stuck === null && isLate(view, chosen) && (
        <Field
          label="Why it cannot be sooner"
          hint="This time is after the last day. The reason is kept with the meeting."
          required
        >
          <Textarea value={lateReason} maxLength={500} onChange={(_, { value }) => onLateReason(value)} />
        </Field>
      )}
    </>
  )
}

type TimesProps = {
  meeting: DraftMeetingView
  title: string
  chosen: Instant | null
  onPick: (start: Instant) => void
}

function Times({ meeting, title, chosen, onPick }: TimesProps) {
  const styles = useStyles()
  const label = useId()
  const { offered, chances, attendees } = meeting
  return (
    <div className={styles.times}>
      {chances && <p>{chancesWords(chances)}</p>}
      {!offered && <p role="status">{OUTLOOK_AWAY}</p>}
      {offered?.length === 0 && <p role="status">{NO_TIME}</p>}
      {offered && offered.length > 0 && (
        <>
          <p className={styles.heading} id={label}>
            {title}
          </p>
          <RadioGroup
            aria-labelledby={label}
            value={chosen ?? ''}
            onChange={(_, { value }) => onPick(value as Instant)}
          >
            {offered.map((slot) => (
              <SlotRadio key={slot.start} slot={slot} people={attendees} />
            ))}
          </RadioGroup>
        </>
      )}
    </div>
  )
}
