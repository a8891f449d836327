import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { ComponentPropsWithRef, MouseEvent } from 'react'
import type { MeetingRow as Row } from '../../shared/meeting/meeting-view.ts'
import { readyWords } from '../../shared/agenda/readiness.ts'
import {
  deadlineWords,
  NEXT_STEP_WORDS,
  standingOf,
  startsWords,
  timeLeftWords,
} from '../../shared/meeting/standing.ts'
import { slotWords, type Instant } from '../../shared/dates/time.ts'
import { BASIS_WORDS, MEETING_KIND_WORDS, PLACEMENT_TYPE_WORDS } from '../../shared/words.ts'
import { goTo, pathOf } from '../route.ts'
import { StandingMark } from './standing-mark.tsx'

const MIDDLE = '@media (min-width: 520px)'
const WIDE = '@media (min-width: 900px)'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    ...typographyStyles.body1,
    [MIDDLE]: { gridTemplateColumns: '9rem minmax(0, 1fr) 11.5rem' },
    [WIDE]: { gridTemplateColumns: '9rem minmax(0, 1fr) 14.5rem 11.5rem' },
  },
  ref: { fontWeight: tokens.fontWeightSemibold },
  wideOnly: { display: 'none', [MIDDLE]: { display: 'inline' } },
  quiet: { color: tokens.colorNeutralForeground2 },
  time: {
    gridColumn: '1 / -1',
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    [MIDDLE]: { gridColumn: 2 },
    [WIDE]: { gridColumn: 'auto', flexDirection: 'column' },
  },
  step: {
    gridColumn: '1 / -1',
    marginTop: tokens.spacingVerticalXS,
    [MIDDLE]: { gridColumn: 3, gridRow: '1 / 3', marginTop: 0 },
    [WIDE]: { gridColumn: 4, gridRow: 1 },
  },
})

type Props = {
  row: Row
  now: Instant
  primary: boolean
  /** Where the row stands in a list of which only a part is drawn. */
  item?: ComponentPropsWithRef<'li'> & { 'data-index': number }
}

/** One meeting of the list: how it stands, which it is, the time that is left and the one next step. */
export function MeetingRow({ row, now, primary, item }: Props) {
  const styles = useStyles()
  const path = pathOf(row.id)
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    goTo(path)
  }
  const time = timeWords(row, now)
  return (
    <li {...item} className={styles.row}>
      <StandingMark {...standingOf(row, now)} />
      <span>
        <Link className={styles.ref} href={path} onClick={open}>
          {row.ref}
        </Link>
        <span className={styles.wideOnly}>
          {` ${MEETING_KIND_WORDS[row.kind]}`}
          <br />
          <span className={styles.quiet}>{placementWords(row)}</span>
        </span>
      </span>
      <span className={styles.time}>
        <span>{time.first}</span>
        <span className={styles.quiet}>{time.second}</span>
        <span className={styles.quiet}>{notReadyWords(row)}</span>
      </span>
      <Button
        as="a"
        href={path}
        onClick={open}
        className={styles.step}
        appearance={primary ? 'primary' : 'secondary'}
        aria-label={`${NEXT_STEP_WORDS[row.nextStep]}: ${row.ref}`}
      >
        {NEXT_STEP_WORDS[row.nextStep]}
      </Button>
    </li>
  )
}

const placementWords = ({ placementType, basis, caseReference }: Row) =>
  [
    [placementType && PLACEMENT_TYPE_WORDS[placementType], basis && BASIS_WORDS[basis]].filter(Boolean).join(', '),
    caseReference,
  ]
    .filter(Boolean)
    .join(' · ')

/** Nothing once all of them are there: a list says what is still to be done. */
const notReadyWords = ({ readiness }: Row) =>
  readiness && readiness.ready < readiness.of ? readyWords(readiness) : null

/** When it is, or by when it has to be; and how far away that is. */
function timeWords(row: Row, now: Instant): { first: string; second: string | null } {
  if (row.slot && row.state !== 'toArrange') {
    const { start } = row.slot
    return {
      first: slotWords(row.slot),
      second: row.state === 'arranged' && now < start ? startsWords(start, now) : null,
    }
  }
  if (row.state === 'cancelled') return { first: 'Does not take place', second: null }
  if (!row.deadline) return { first: 'No date to hold it by yet', second: null }
  return { first: `Hold by ${deadlineWords(row.deadline)}`, second: timeLeftWords(row, now) }
}
