/** Which meeting this is, when, how much time is left, who is here and whether the words are safe: always in sight. */
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { isInTime } from '../../shared/times/slots.ts'
import { readyWords } from '../../shared/agenda/readiness.ts'
import type { MeetingView } from '../../shared/meeting/meeting-view.ts'
import { deadlineWords, standingOf, startsWords, timeLeftWords } from '../../shared/meeting/standing.ts'
import { slotWords, type Instant } from '../../shared/dates/time.ts'
import { BASIS_WORDS, MEETING_KIND_WORDS, PLACEMENT_TYPE_WORDS } from '../../shared/words.ts'
import { useArrival } from '../use-arrival.ts'
import { StandingMark } from './standing-mark.tsx'
import { WayToList } from './way-to-list.tsx'

const WIDE = '@media (min-width: 640px)'

const useStyles = makeStyles({
  header: {
    position: 'sticky',
    top: 0,
    zIndex: 3,
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} 0`,
    ...typographyStyles.body1,
  },
  line: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '44px',
    [WIDE]: { flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  },
  title: { ...typographyStyles.subtitle2, margin: 0, whiteSpace: 'nowrap' },
  wideOnly: { display: 'none', [WIDE]: { display: 'inline' } },
  /** Gives way where there is no room for it and for what stands at the end; an end that says nothing takes no room. */
  standing: { '&:has(+ :not(:empty))': { display: 'none', [WIDE]: { display: 'inline' } } },
  when: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalM,
    paddingInlineStart: '56px',
    [WIDE]: { flexWrap: 'wrap' },
  },
  /** In a side panel the words that are written need the room; there the time that is left stands below. */
  whileItIsOn: { display: 'none', [WIDE]: { display: 'flex' } },
  quiet: { display: 'none', color: tokens.colorNeutralForeground2, [WIDE]: { display: 'inline' } },
  end: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    marginInlineStart: 'auto',
    minWidth: 0,
  },
})

type Props = { view: MeetingView; now: Instant; aside: ReactNode; children: ReactNode }

/** `aside` holds who is here and the saved mark; the moments to choose from come below. */
export function MeetingHeader({ view, now, aside, children }: Props) {
  const styles = useStyles()
  const heading = useArrival()
  const placement = [
    view.placementType && PLACEMENT_TYPE_WORDS[view.placementType],
    view.basis && BASIS_WORDS[view.basis],
  ]
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <WayToList />
        <h1 className={styles.title} ref={heading} tabIndex={-1}>
          {view.ref}
          <span className={styles.wideOnly}> {MEETING_KIND_WORDS[view.kind]}</span>
        </h1>
        <span className={styles.standing}>
          <StandingMark {...standingOf(view, now)} />
        </span>
        <span className={styles.end}>{aside}</span>
      </div>
      <div className={mergeClasses(styles.when, isOn(view, now) && styles.whileItIsOn)}>
        <span>{view.slot && view.state !== 'toArrange' ? slotWords(view.slot) : 'No time yet'}</span>
        <span className={styles.quiet}>{countdown(view, now)}</span>
        <span className={styles.quiet}>{placement.filter(Boolean).join(', ')}</span>
        <span className={styles.quiet}>{view.readiness && readyWords(view.readiness)}</span>
        <span className={styles.quiet}>{view.caseReference}</span>
      </div>
      {children}
    </header>
  )
}

const isOn = ({ slot, state }: MeetingView, now: Instant): boolean =>
  state === 'arranged' && slot !== null && slot.start <= now && now < slot.end

function countdown(view: MeetingView, now: Instant): string {
  const { slot, state } = view
  if (state === 'cancelled' || state === 'held') return ''
  if (!slot || state === 'toArrange') {
    return view.deadline ? `Hold by ${deadlineWords(view.deadline)}, ${timeLeftWords(view, now)}` : ''
  }
  const when = now < slot.start ? `${startsWords(slot.start, now)}, ` : ''
  return `${when}${isInTime(slot.start, view) ? 'in time' : 'after the deadline'}`
}
