/** One person's day as a column: when they work, what they are busy with, and the meetings that can be opened. */
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { dayOfWeek, dayWords, londonTime, type LocalDate } from '../../../../shared/dates/time.ts'
import type { Calendar, Entry } from './outlook-api.ts'
import { minutesOn, percent, placeIn, type Hours } from './week.ts'
import { RESPONSE_WORDS } from './words.ts'

const useStyles = makeStyles({
  column: {
    position: 'relative',
    flex: '1 1 0',
    minWidth: '26px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    backgroundColor: `color-mix(in srgb, ${tokens.colorNeutralForeground1} 5%, transparent)`,
  },
  working: {
    position: 'absolute',
    left: 0,
    right: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    opacity: 0.75,
  },
  block: {
    position: 'absolute',
    left: '1px',
    right: '1px',
    boxSizing: 'border-box',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusSmall,
    padding: '1px 3px',
    ...typographyStyles.caption2,
    lineHeight: '13px',
    textAlign: 'left',
    color: tokens.colorNeutralForeground2,
    backgroundColor: `color-mix(in srgb, ${tokens.colorNeutralForeground1} 12%, ${tokens.colorNeutralBackground1})`,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
  },
  tentative: {
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeftStyle: 'dashed',
  },
  oof: { borderLeftColor: tokens.colorPaletteBerryBorderActive },
  meeting: {
    width: 'calc(100% - 2px)',
    height: '100%',
    border: 'none',
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    cursor: 'pointer',
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    zIndex: 1,
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px', zIndex: 2 },
  },
  unanswered: {
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    borderLeftStyle: 'dashed',
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
  },
  cancelled: { textDecorationLine: 'line-through', opacity: 0.75 },
})

type PersonDayProps = { calendar: Calendar; date: LocalDate; hours: Hours; onOpen: (iCalUId: string) => void }

export function PersonDay({ calendar, date, hours, onOpen }: PersonDayProps) {
  const styles = useStyles()
  return (
    <ul className={styles.column} aria-label={`${calendar.name}, ${dayWords(date)}`}>
      <WorkingTime calendar={calendar} date={date} hours={hours} />
      {calendar.entries.map((entry, n) => {
        const minutes = entry.showAs === 'free' && !entry.meeting ? null : minutesOn(date, entry)
        const place = minutes && placeIn(hours, minutes.start, minutes.end)
        if (!place) return null
        return (
          <li
            key={n}
            className={mergeClasses(!entry.meeting && styles.block, blockLook(styles, entry))}
            style={{
              top: percent(place.top),
              height: percent(place.height),
              ...(entry.meeting && { position: 'absolute', left: 0, right: 0 }),
            }}
          >
            {entry.meeting ? (
              <MeetingBar entry={entry} onOpen={onOpen} />
            ) : (
              <>
                <span className="visually-hidden">{`${londonTime(entry.start)} to ${londonTime(entry.end)}: `}</span>
                {entry.isPrivate ? 'Private' : entry.subject}
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}

type Styles = ReturnType<typeof useStyles>

const blockLook = (styles: Styles, { meeting, showAs }: Entry) =>
  meeting ? undefined : showAs === 'tentative' ? styles.tentative : showAs === 'oof' ? styles.oof : undefined

function MeetingBar({ entry, onOpen }: { entry: Entry; onOpen: (iCalUId: string) => void }) {
  const styles = useStyles()
  const { meeting, subject, start, end } = entry
  if (!meeting) return null
  const open = meeting.response === 'notResponded' || meeting.response === 'tentativelyAccepted'
  return (
    <button
      type="button"
      className={mergeClasses(
        styles.block,
        styles.meeting,
        open && styles.unanswered,
        meeting.isCancelled && styles.cancelled,
      )}
      onClick={() => onOpen(meeting.iCalUId)}
    >
      {londonTime(start)} {subject}
      <span className="visually-hidden">{`, until ${londonTime(end)}, ${RESPONSE_WORDS[meeting.response]}`}</span>
    </button>
  )
}

const NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

function WorkingTime({ calendar, date, hours }: { calendar: Calendar; date: LocalDate; hours: Hours }) {
  const styles = useStyles()
  const { workingHours } = calendar
  if (!workingHours?.days.includes(NAMES[dayOfWeek(date) - 1]!)) return null
  const place = placeIn(hours, minuteOf(workingHours.from), minuteOf(workingHours.to))
  if (!place) return null
  return (
    <li
      aria-hidden="true"
      className={styles.working}
      style={{ top: percent(place.top), height: percent(place.height) }}
    />
  )
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
