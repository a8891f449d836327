/** Days beside each other, and in each day the calendars of several people: when all have the same bar, they meet. */
import { Avatar, makeStyles, mergeClasses, tokens, Tooltip, typographyStyles } from '@fluentui/react-components'
import {
  dayOfWeek,
  dayWords,
  londonDate,
  londonMinuteOfDay,
  londonTime,
  type Instant,
  type LocalDate,
} from '../../../../shared/time.ts'
import type { Calendar, Entry } from './outlook-api.ts'
import { holidayOn, minutesOn, placeIn, type Hours } from './week.ts'
import { RESPONSE_WORDS } from './words.ts'

const HOUR_PX = 48
/** The day's name and the faces above its hours. */
const TOP_PX = 72

const useStyles = makeStyles({
  grid: { display: 'grid', columnGap: '6px', minWidth: 'min-content' },
  day: { minWidth: 0 },
  dayName: {
    ...typographyStyles.body1Strong,
    height: '40px',
    boxSizing: 'border-box',
    paddingTop: '2px',
    textAlign: 'center',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
  },
  holiday: { ...typographyStyles.caption2, minHeight: '14px', color: tokens.colorNeutralForeground2 },
  today: { color: tokens.colorBrandForeground1 },
  people: { display: 'flex', columnGap: '2px', justifyContent: 'stretch', height: '32px', alignItems: 'center' },
  person: { flex: '1 1 0', minWidth: '26px', display: 'flex', justifyContent: 'center' },
  columns: {
    position: 'relative',
    display: 'flex',
    columnGap: '2px',
    backgroundImage: `repeating-linear-gradient(${tokens.colorNeutralStroke3} 0 1px, transparent 1px ${HOUR_PX}px)`,
  },
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
  hours: { position: 'relative', ...typographyStyles.caption2, color: tokens.colorNeutralForeground2 },
  hour: { position: 'absolute', right: '4px', transform: 'translateY(-50%)' },
  now: {
    position: 'absolute',
    left: 0,
    right: 0,
    height: '2px',
    backgroundColor: tokens.colorStatusDangerForeground1,
    zIndex: 2,
    pointerEvents: 'none',
  },
})

export type OpenMeeting = { mailbox: string; iCalUId: string }

type GridProps = {
  days: LocalDate[]
  hours: Hours
  calendars: Calendar[]
  now: Instant
  onOpen: (meeting: OpenMeeting) => void
}

const percent = (part: number) => `${(part * 100).toFixed(3)}%`

export function CalendarGrid({ days, hours, calendars, now, onOpen }: GridProps) {
  const styles = useStyles()
  const height = (hours.to - hours.from) * HOUR_PX
  const marks = Array.from({ length: hours.to - hours.from }, (_, n) => hours.from + n)
  return (
    <div className={styles.grid} style={{ gridTemplateColumns: `38px repeat(${days.length}, minmax(0, 1fr))` }}>
      <div className={styles.hours} aria-hidden="true">
        {marks.map((hour, n) => (
          <span key={hour} className={styles.hour} style={{ top: `${TOP_PX + n * HOUR_PX}px` }}>
            {n > 0 ? `${hour}:00` : ''}
          </span>
        ))}
      </div>
      {days.map((date) => (
        <section key={date} className={styles.day} aria-label={dayWords(date)}>
          <div className={mergeClasses(styles.dayName, date === londonDate(now) && styles.today)}>
            {dayWords(date).slice(0, -5)}
            <div className={styles.holiday}>{holidayOn(date)}</div>
          </div>
          <div className={styles.people}>
            {calendars.map(({ name, email }) => (
              <Tooltip key={email} content={name} relationship="description">
                <div className={styles.person}>
                  <Avatar name={name} size={24} color="colorful" aria-hidden />
                </div>
              </Tooltip>
            ))}
          </div>
          <div className={styles.columns} style={{ height }}>
            {calendars.map((calendar) => (
              <PersonDay
                key={calendar.email}
                calendar={calendar}
                date={date}
                hours={hours}
                onOpen={(iCalUId) => onOpen({ mailbox: calendar.email, iCalUId })}
              />
            ))}
            <NowLine date={date} hours={hours} now={now} />
          </div>
        </section>
      ))}
    </div>
  )
}

type PersonDayProps = { calendar: Calendar; date: LocalDate; hours: Hours; onOpen: (iCalUId: string) => void }

function PersonDay({ calendar, date, hours, onOpen }: PersonDayProps) {
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

function NowLine({ date, hours, now }: { date: LocalDate; hours: Hours; now: Instant }) {
  const styles = useStyles()
  const minute = londonMinuteOfDay(now)
  const place = date === londonDate(now) ? placeIn(hours, minute, minute + 1) : null
  return place && <div aria-hidden="true" className={styles.now} style={{ top: percent(place.top) }} />
}
