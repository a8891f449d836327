/** Within reach of a thumb at every moment: who is here, the child's way out, the time, and undo. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo'
import { PeopleRegular } from '@fluentui/react-icons/svg/people'
import { isInTheRoom, outSince, saidWithout } from '../../../shared/record/attendance.ts'
import type { Slot } from '../../../shared/meeting/planning-meeting.ts'
import { childStepsOut, stepBack } from '../../../shared/record/minutes-document.ts'
import { durationWords, londonTime, minutesBetween, type Instant } from '../../../shared/dates/time.ts'
import { listed } from '../../../shared/people/who-is-told.ts'
import { useShown } from '../../minutes/use-session.ts'
import { useMinutes, useWriting } from '../../minutes/writing.ts'
import { useTab } from '../../tab-context.ts'
import { BeginOrEnd } from './begin-and-end.tsx'

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    bottom: 0,
    zIndex: 2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    ...typographyStyles.body1,
  },
  time: { marginInlineStart: 'auto', color: tokens.colorNeutralForeground2 },
})

export function BottomBar({ slot, now, onWho }: { slot: Slot; now: Instant; onWho: () => void }) {
  const styles = useStyles()
  const { session, view } = useWriting()
  const minutes = useMinutes()
  const { canUndo } = useShown(session)
  const inRecord = view.attendees.filter((person) => person.inRecord)
  const here = inRecord.filter(({ key }) => isInTheRoom(minutes.attendance[key]?.state)).length
  return (
    <div className={styles.bar} role="region" aria-label="At hand">
      <Button icon={<PeopleRegular />} onClick={onWho}>
        {here === 0 ? 'Who is here?' : `${here} here`}
      </Button>
      <BeginOrEnd />
      <ChildsWayOut />
      <Button icon={<ArrowUndoRegular />} disabledFocusable={!canUndo} onClick={() => session.undo()}>
        Undo
      </Button>
      <span className={styles.time}>{timeWords(slot, now)}</span>
    </div>
  )
}

function timeWords({ start, end }: Slot, now: Instant): string {
  if (now < start) return `Begins at ${londonTime(start)}`
  const left = Math.ceil(minutesBetween(now, end))
  return left > 0 ? `${durationWords(left)} left` : `Was to end at ${londonTime(end)}`
}

/** The child may step out at any time; one press, with the time. */
function ChildsWayOut() {
  const { session, view } = useWriting()
  const minutes = useMinutes()
  const { clock, announce } = useTab()
  const child = view.attendees.find(({ role }) => role === 'child')
  const was = child && minutes.attendance[child.key]
  if (!child || !(was?.state ? isInTheRoom(was.state) : child.part === 'attend')) return null
  const out = outSince(was)
  return (
    <Button
      onClick={() => {
        if (out) stepBack(session.doc, child.key, clock.now())
        else childStepsOut(session.doc, child.key, clock.now())
        announce(out ? backWords(saidWithout(child.key, minutes, view.agenda)) : 'The child has stepped out')
      }}
    >
      {out ? `The child is back (out since ${londonTime(out)})` : 'The child steps out'}
    </Button>
  )
}

const backWords = (meanwhile: { title: string }[]) =>
  meanwhile.length === 0
    ? 'The child is back'
    : `The child is back. Talked about meanwhile: ${listed(meanwhile.map(({ title }) => title))}`
