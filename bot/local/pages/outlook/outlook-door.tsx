/** Outlook for the whole town: everybody's calendars, everybody's in-boxes, and what was sent to whom. */
import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components'
import { openDoor } from '../town/place.ts'
import { CalendarView } from './calendar-view.tsx'
import { InboxView } from './inbox-view.tsx'
import { SentView } from './sent-view.tsx'

const useStyles = makeStyles({
  door: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  views: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowX: 'auto',
    flexShrink: 0,
  },
  view: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
})

const VIEWS = { calendars: 'Calendars', 'in-boxes': 'In-boxes', sent: 'Sent' } as const
type View = keyof typeof VIEWS

/** `view` is the rest of the address: `/in-boxes/someone@example` opens that in-box. */
export function OutlookDoor({ view: rest }: { view: string }) {
  const styles = useStyles()
  const [, name = '', whose = ''] = rest.split('/')
  const view: View = name in VIEWS ? (name as View) : 'calendars'
  return (
    <section className={styles.door} aria-label="Outlook">
      <TabList
        className={styles.views}
        selectedValue={view}
        onTabSelect={(_, { value }) => openDoor('outlook', `/${String(value)}`)}
      >
        {Object.entries(VIEWS).map(([value, words]) => (
          <Tab key={value} value={value}>
            {words}
          </Tab>
        ))}
      </TabList>
      <div className={styles.view}>
        {view === 'calendars' && <CalendarView />}
        {view === 'in-boxes' && <InboxView whose={decodeURIComponent(whose)} />}
        {view === 'sent' && <SentView />}
      </div>
    </section>
  )
}
