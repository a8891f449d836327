/** The one window: who one is and what time it is above, the three doors beside, the open door in the middle. */
import { makeStyles, mergeClasses, Toaster, tokens, typographyStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { ChatDoor } from './chat/chat-door.tsx'
import { OutlookDoor } from './outlook/outlook-door.tsx'
import { PlanningDoor } from './planning/planning-door.tsx'
import { ClockBar } from './town/clock-bar.tsx'
import { Doors } from './town/doors.tsx'
import { useIsLost } from './town/live.ts'
import { MoreMenu } from './town/more-menu.tsx'
import { Notice } from './town/notice.tsx'
import { usePlace, useRemembered } from './town/place.ts'
import { SAYER } from './town/say.ts'
import { TownMark } from './town/town-mark.tsx'
import { WhoMenu } from './town/who-menu.tsx'
import { Tour } from './tour/tour.tsx'

const useStyles = makeStyles({
  window: {
    display: 'grid',
    gridTemplateRows: 'auto 1fr',
    gridTemplateColumns: '76px minmax(0, 1fr)',
    gridTemplateAreas: '"top top" "doors room"',
    height: '100dvh',
    '@media (max-width: 720px)': {
      gridTemplateRows: 'auto minmax(0, 1fr) auto',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gridTemplateAreas: '"top" "room" "doors"',
    },
  },
  top: {
    gridArea: 'top',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    '@media (max-width: 720px)': { padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}` },
  },
  town: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, minWidth: 0 },
  name: { ...typographyStyles.subtitle2, margin: 0 },
  /** What can be left out where every line counts. */
  more: { '@media (max-width: 400px)': { display: 'none' } },
  promise: {
    ...typographyStyles.caption1,
    margin: 0,
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 720px)': { ...typographyStyles.caption2 },
  },
  tools: {
    marginLeft: 'auto',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    '@media (max-width: 720px)': { marginLeft: 0, width: '100%' },
    '@media (min-width: 401px) and (max-width: 720px)': { flexWrap: 'nowrap' },
  },
  room: {
    gridArea: 'room',
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    minWidth: 0,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (min-width: 721px)': {
      borderTopLeftRadius: tokens.borderRadiusXLarge,
      borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  /** The open door, with the tour beside it, or above it where there is no room. */
  beside: {
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    '@media (max-width: 1100px)': { flexDirection: 'column-reverse' },
  },
  open: { flexGrow: 1, flexBasis: 0, minHeight: 0, minWidth: 0, display: 'flex', flexDirection: 'column' },
  shut: { display: 'none' },
})

export function TownWindow() {
  const styles = useStyles()
  const { door, rest } = usePlace()
  const lost = useIsLost()
  const [tour, setTour] = useRemembered('tour', 'open')
  const [seen, setSeen] = useState({ planning: door === 'planning' })
  // The tab goes on running behind the other doors, once it has been opened, as in Teams.
  if (door === 'planning' && !seen.planning) setSeen({ planning: true })
  return (
    <div className={styles.window}>
      <header className={styles.top}>
        <div className={styles.town}>
          <TownMark />
          <div>
            <h1 className={styles.name}>You are in a practice town</h1>
            <p className={styles.promise}>
              Nothing leaves this computer.<span className={styles.more}> Everybody is made up.</span>
            </p>
          </div>
        </div>
        <div className={styles.tools}>
          <ClockBar />
          <WhoMenu />
          <MoreMenu onTour={() => setTour('open')} />
        </div>
      </header>
      <Doors open={door} />
      <main className={styles.room}>
        {lost && (
          <Notice
            intent="warning"
            title="The practice town has stopped."
            words="Start it again in its terminal with npm start. This window goes on by itself; everything is kept."
          />
        )}
        <div className={styles.beside}>
          <div className={mergeClasses(styles.open, door !== 'chat' && styles.shut)}>
            <ChatDoor />
          </div>
          {seen.planning && (
            <div className={mergeClasses(styles.open, door !== 'planning' && styles.shut)}>
              <PlanningDoor page={door === 'planning' ? rest : null} />
            </div>
          )}
          {door === 'outlook' && (
            <div className={styles.open}>
              <OutlookDoor view={rest} />
            </div>
          )}
          {tour === 'open' && <Tour onClose={() => setTour('closed')} />}
        </div>
        <Toaster toasterId={SAYER} position="bottom-end" inline />
      </main>
    </div>
  )
}
