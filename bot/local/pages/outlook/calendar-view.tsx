/** A week of everybody's calendars: what is planned, who has time, and every meeting to be opened. */
import { Button, makeStyles, Spinner, tokens, typographyStyles } from '@fluentui/react-components'
import { CalendarLtrRegular } from '@fluentui/react-icons/svg/calendar-ltr'
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import { useCallback, useEffect, useState } from 'react'
import { addDays, dayWords, londonDate, type LocalDate } from '../../../../shared/dates/time.ts'
import { Notice } from '../town/notice.tsx'
import { noteDeed } from '../tour/deeds.ts'
import { townApi } from '../town/town-api.ts'
import { useNow } from '../town/town-clock.ts'
import { useAsked } from '../town/use-asked.ts'
import { useMedia } from '../town/use-media.ts'
import { CalendarGrid, type OpenMeeting } from './calendar-grid.tsx'
import { MeetingDialog } from './meeting-dialog.tsx'
import { MeetingsThisWeek, planningMeetings } from './meetings-this-week.tsx'
import { outlookApi, type Calendar } from './outlook-api.ts'
import { usualCalendars } from './whose-calendars.ts'
import { daysToShow, hoursToShow, mondayOf, weekFrom } from './week.ts'
import { WhoseMenu } from './whose-menu.tsx'

const useStyles = makeStyles({
  view: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    flexGrow: 1,
    '@media (max-width: 1000px)': { display: 'block', overflowY: 'auto' },
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  week: {
    ...typographyStyles.subtitle2,
    margin: `0 ${tokens.spacingHorizontalS}`,
    '@media (max-width: 480px)': { ...typographyStyles.body1Strong, margin: 0 },
  },
  spread: { marginLeft: 'auto' },
  scroll: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}`,
  },
  days: { display: 'flex', flexWrap: 'wrap', gap: '4px', paddingBottom: tokens.spacingVerticalS },
  waiting: { padding: tokens.spacingHorizontalXXL },
})

export function CalendarView() {
  const styles = useStyles()
  const now = useNow()
  const [monday, setMonday] = useState<LocalDate>(() => mondayOf(now))
  useEffect(() => {
    // Where there is a meeting to come, its week is what one wants to see.
    void townApi.nextMeeting().then(
      (startsAt) => startsAt && setMonday(mondayOf(startsAt)),
      () => undefined, // then this week it is
    )
  }, [])
  const { asked } = useAsked(
    useCallback(() => outlookApi.week(weekFrom(monday)), [monday]),
    ['outlook'],
  )
  return (
    <div className={styles.view}>
      {asked.status === 'loading' && <Spinner className={styles.waiting} label="Opening the calendars" />}
      {asked.status === 'failed' && (
        <Notice intent="error" title="The calendars could not be opened" words={asked.why} />
      )}
      {asked.status === 'loaded' && <Week monday={monday} calendars={asked.value} onWeek={setMonday} />}
    </div>
  )
}

type WeekProps = { monday: LocalDate; calendars: Calendar[]; onWeek: (monday: LocalDate) => void }

function Week({ monday, calendars, onWeek }: WeekProps) {
  const styles = useStyles()
  const now = useNow()
  const narrow = useMedia('(max-width: 1000px)')
  const [chosen, setChosen] = useState<string[] | null>(null)
  const [opened, setOpened] = useState<OpenMeeting | null>(null)
  const open = (meeting: OpenMeeting) => {
    setOpened(meeting)
    noteDeed('openedMeeting')
  }
  const emails = chosen ?? usualCalendars(calendars)
  const shown = calendars.filter(({ email }) => emails.includes(email))
  const meetings = planningMeetings(calendars)
  const days = daysToShow(monday, shown)
  const [day, setDay] = useState<LocalDate | null>(null)
  const firstDay = meetings[0] ? londonDate(meetings[0].start) : londonDate(now)
  const oneDay = [day, firstDay, days[0]].find((date) => date && days.includes(date))
  return (
    <>
      <div className={styles.bar}>
        <Button
          appearance="subtle"
          icon={<ChevronLeftRegular />}
          aria-label="The week before"
          onClick={() => onWeek(addDays(monday, -7))}
        />
        <Button
          appearance="subtle"
          icon={<ChevronRightRegular />}
          aria-label="The week after"
          onClick={() => onWeek(addDays(monday, 7))}
        />
        <h2 className={styles.week}>Week of {dayWords(monday)}</h2>
        <Button appearance="subtle" icon={<CalendarLtrRegular />} onClick={() => onWeek(mondayOf(now))}>
          This week
        </Button>
        <div className={styles.spread}>
          <WhoseMenu calendars={calendars} chosen={emails} onChoose={setChosen} />
        </div>
      </div>
      <MeetingsThisWeek calendars={calendars} onOpen={open} />
      <div className={styles.scroll}>
        {narrow && (
          <div className={styles.days} role="group" aria-label="Day">
            {days.map((date) => (
              <Button
                key={date}
                size="small"
                appearance={date === oneDay ? 'primary' : 'secondary'}
                aria-pressed={date === oneDay}
                onClick={() => setDay(date)}
              >
                {dayWords(date).slice(0, -9)}
              </Button>
            ))}
          </div>
        )}
        <CalendarGrid
          days={narrow && oneDay ? [oneDay] : days}
          hours={hoursToShow(shown)}
          calendars={shown}
          now={now}
          onOpen={open}
        />
      </div>
      {opened && (
        <MeetingDialog
          opened={opened}
          mailboxes={withCopy(calendars, opened.iCalUId)}
          onSeeAs={(mailbox) => setOpened({ ...opened, mailbox })}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  )
}

const withCopy = (calendars: Calendar[], iCalUId: string): Calendar[] =>
  calendars.filter(({ entries }) => entries.some(({ meeting }) => meeting?.iCalUId === iCalUId))
