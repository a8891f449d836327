/** Days beside each other, and in each day the calendars of several people: when all have the same bar, they meet. */
import { Avatar, makeStyles, mergeClasses, tokens, Tooltip, typographyStyles } from '@fluentui/react-components'
import { dayWords, londonDate, londonMinuteOfDay, type Instant, type LocalDate } from '../../../../shared/dates/time.ts'
import type { Calendar } from './outlook-api.ts'
import { PersonDay } from './person-day.tsx'
import { holidayOn, percent, placeIn, type Hours } from './week.ts'

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

function NowLine({ date, hours, now }: { date: LocalDate; hours: Hours; now: Instant }) {
  const styles = useStyles()
  const minute = londonMinuteOfDay(now)
  const place = date === londonDate(now) ? placeIn(hours, minute, minute + 1) : null
  return place && <div aria-hidden="true" className={styles.now} style={{ top: percent(place.top) }} />
}
