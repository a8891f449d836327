/** The planning meetings of a week, each to be opened: the grid shows where, this list shows that. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { dayWords, londonDate, londonTime } from '../../../../shared/dates/time.ts'
import type { OpenMeeting } from './calendar-grid.tsx'
import type { Calendar } from './outlook-api.ts'
import { isPlanningMeeting } from './words.ts'

const useStyles = makeStyles({
  meetings: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    listStyleType: 'none',
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
  },
  none: {
    ...typographyStyles.body1,
    color: tokens.colorNeutralForeground2,
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
  },
})

type MeetingsThisWeekProps = { calendars: Calendar[]; onOpen: (meeting: OpenMeeting) => void }

export function MeetingsThisWeek({ calendars, onOpen }: MeetingsThisWeekProps) {
  const styles = useStyles()
  const meetings = planningMeetings(calendars)
  if (meetings.length === 0)
    return <p className={styles.none}>No planning meeting stands in anybody’s calendar this week.</p>
  return (
    <ul className={styles.meetings} aria-label="Planning meetings this week">
      {meetings.map(({ subject, start, mailbox, iCalUId, name, invited }) => (
        <li key={`${iCalUId} ${mailbox}`}>
          <Button size="small" onClick={() => onOpen({ mailbox, iCalUId })}>
            {dayWords(londonDate(start)).slice(0, -5)} {londonTime(start)} · {subject} ·{' '}
            {firstNames([name, ...invited])}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** Each once, from whoever invites to it. */
export const planningMeetings = (calendars: Calendar[]) =>
  calendars
    .flatMap(({ email, name, entries }) =>
      entries.flatMap(({ subject, start, meeting }) =>
        meeting?.isOrganizer && isPlanningMeeting(subject)
          ? [{ subject, start, mailbox: email, name, invited: meeting.invited, iCalUId: meeting.iCalUId }]
          : [],
      ),
    )
    .sort((a, b) => (a.start < b.start ? -1 : 1))

const firstNames = (names: string[]): string => names.map((name) => name.split(' ')[0]).join(', ')
