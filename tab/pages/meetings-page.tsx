/** What breaks next: every meeting the reader has to do with, the one that will be missed first on top. */
import { Button, Input, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons/svg/search'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import type { MeetingRow as Row, RowGroup } from '../../shared/meeting/meeting-view.ts'
import { SHORTEST } from '../../shared/meeting/found-words.ts'
import { PLACEMENT_TYPES } from '../../shared/placement/placement.ts'
import { byWhatIsMissedFirst } from '../../shared/meeting/standing.ts'
import { MEETING_KIND_WORDS, PLACEMENT_TYPE_WORDS } from '../../shared/words.ts'
import { useNow } from '../clock.ts'
import { FILTERS, passes } from '../list-filter.ts'
import { MeetingRow } from '../parts/meeting-row.tsx'
import { NotLoaded } from '../parts/not-loaded.tsx'
import { StaleNotice } from '../parts/stale-notice.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { WhoIsHere } from '../parts/who-is-here.tsx'
import { useTab } from '../tab-context.ts'
import { useAnswer } from '../use-answer.ts'
import { useArrival } from '../use-arrival.ts'

/** The list of meetings does not wait for it. */
const FollowUps = lazy(() => import('../parts/follow-ups.tsx'))
const CasesWaiting = lazy(() => import('../parts/cases-waiting.tsx'))
const SearchResults = lazy(() => import('../parts/search-results.tsx'))
const MailsWaiting = lazy(() => import('../parts/mails-waiting.tsx'))

const LOOK_AGAIN_MS = 60_000

export function MeetingsPage() {
  const { api } = useTab()
  const { asked, again, retry } = useAnswer(
    useCallback(() => api.meetings(), [api]),
    LOOK_AGAIN_MS,
  )
  useEffect(() => {
    document.title = 'Planning meetings'
  }, [])
  switch (asked.status) {
    case 'loading':
      return <Waiting label="Loading the planning meetings" />
    case 'failed':
      return <NotLoaded what="The planning meetings could not be loaded" refusal={asked.refusal} onRetry={retry} />
    case 'loaded':
      return (
        <>
          <StaleNotice refusal={asked.stale} onRetry={() => void again()} />
          <MeetingList rows={asked.value.meetings} />
        </>
      )
  }
}

/** So many of a group are drawn at first, and again on each press: thousands at once would keep a page waiting. */
const STEP = 50

const GROUPS: [RowGroup, string][] = [
  ['needsYou', 'Needs you'],
  ['thisWeek', 'This week'],
  ['waiting', 'Waiting for others'],
  ['done', 'Done'],
]

const useStyles = makeStyles({
  page: {
    maxWidth: '68rem',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXXL}`,
    ...typographyStyles.body1,
    '@media (min-width: 720px)': { padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}` },
  },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
  },
  title: { ...typographyStyles.title3, margin: 0 },
  find: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginBlock: tokens.spacingVerticalM,
    '& > :first-child': { flexGrow: 1, minWidth: '12rem' },
    '& > :last-child': { flexGrow: 1, maxWidth: '20rem' },
  },
  group: { ...typographyStyles.subtitle2, margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalS}` },
  more: { marginTop: tokens.spacingVerticalS },
  rows: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
})

function MeetingList({ rows }: { rows: Row[] }) {
  const styles = useStyles()
  const { clock } = useTab()
  const heading = useArrival()
  const now = useNow(clock)
  const [search, setSearch] = useState('')
  const [filter, setFilter] = useState('all')
  const [doneShown, setDoneShown] = useState(false)
  const [many, setMany] = useState<Partial<Record<RowGroup, number>>>({})

  const found = rows.filter((row) => fits(row, search) && passes(row, filter, now)).sort(byWhatIsMissedFirst)
  const looking = search.trim() !== '' || filter !== 'all'
  const searching = search.trim().length >= SHORTEST
  const listed = useMemo(() => new Set(rows.map(({ id }) => id)), [rows])
  const first = found.find(({ group }) => group === 'needsYou')
  return (
    <main className={styles.page}>
      <div className={styles.top}>
        <h1 className={styles.title} ref={heading} tabIndex={-1}>
          Planning meetings
        </h1>
        <WhoIsHere />
      </div>
      <Suspense fallback={null}>
        <MailsWaiting />
        <CasesWaiting />
      </Suspense>
      {rows.length === 0 ? (
        <NothingYet />
      ) : (
        <div className={styles.find} role="search">
          <Input
            type="search"
            value={search}
            onChange={(_, { value }) => setSearch(value)}
            maxLength={100}
            placeholder="Reference, person, action or word"
            aria-label="Search: reference, person, action or word"
            contentBefore={<SearchRegular aria-hidden />}
          />
          <Select value={filter} onChange={(_, { value }) => setFilter(value)} aria-label="Which meetings">
            {Object.entries(FILTERS).map(([name, words]) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
            {PLACEMENT_TYPES.filter((type) => rows.some(({ placementType }) => placementType === type)).map((type) => (
              <option key={type} value={type}>
                {PLACEMENT_TYPE_WORDS[type]}
              </option>
            ))}
          </Select>
        </div>
      )}
      {searching && (
        <Suspense>
          <SearchResults words={search} listed={listed} shown={found.length} />
        </Suspense>
      )}
      {looking && found.length === 0 && (
        <>
          {!searching && <p role="status">No meeting fits.</p>}
          <Button
            className={styles.more}
            onClick={() => {
              setSearch('')
              setFilter('all')
            }}
          >
            Show all meetings
          </Button>
        </>
      )}
      {!looking && (
        <Suspense>
          <FollowUps />
        </Suspense>
      )}
      {GROUPS.map(([group, title]) => {
        const inGroup = found.filter((row) => row.group === group)
        if (inGroup.length === 0) return null
        const folded = group === 'done' && !doneShown && !looking
        return (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h2 className={styles.group} id={`group-${group}`}>
              {title} ({inGroup.length})
            </h2>
            {folded ? (
              <Button onClick={() => setDoneShown(true)}>Show what is done</Button>
            ) : (
              <>
                <ul className={styles.rows}>
                  {inGroup.slice(0, many[group] ?? STEP).map((row) => (
                    <MeetingRow key={row.id} row={row} now={now} primary={row === first} />
                  ))}
                </ul>
                {inGroup.length > (many[group] ?? STEP) && (
                  <Button
                    className={styles.more}
                    onClick={() => setMany({ ...many, [group]: (many[group] ?? STEP) + STEP })}
                  >
                    Show more ({inGroup.length - (many[group] ?? STEP)} left)
                  </Button>
                )}
              </>
            )}
          </section>
        )
      })}
    </main>
  )
}

const NothingYet = () => (
  <>
    <p>No planning meeting has to do with you yet.</p>
    <p>
      A meeting appears here as soon as a placement is confirmed in which you have a part: nothing has to be set up.
    </p>
  </>
)

const fits = ({ ref, caseReference, kind }: Row, search: string) =>
  `${ref} ${caseReference ?? ''} ${MEETING_KIND_WORDS[kind]}`.toLowerCase().includes(search.trim().toLowerCase())
