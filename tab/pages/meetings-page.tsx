/** What breaks next: every meeting the reader has to do with, the one that will be missed first on top. */
import { Button, Input, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons/svg/search'
import { lazy, Suspense, useEffect, useMemo, type RefObject } from 'react'
import type { RowGroup } from '../../shared/meeting/meeting-view.ts'
import { SHORTEST } from '../../shared/meeting/found-words.ts'
import { FILTERS, type Filter } from '../../shared/meeting/meeting-list.ts'
import type { MeetingsAnswer } from '../../shared/wire/list-api.ts'
import { PLACEMENT_TYPE_WORDS } from '../../shared/words.ts'
import { useNow } from '../clock.ts'
import { useLookedFor, type LookedFor } from '../looked-for.ts'
import { MeetingRows } from '../parts/meeting-rows.tsx'
import { NotLoaded } from '../parts/not-loaded.tsx'
import { StaleNotice } from '../parts/stale-notice.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { WhoIsHere } from '../parts/who-is-here.tsx'
import { useTab } from '../tab-context.ts'
import { useArrival } from '../use-arrival.ts'
import { useMeetingList } from '../use-meeting-list.ts'
import { usePaused } from '../use-paused.ts'

/** The list of meetings does not wait for it. */
const FollowUps = lazy(() => import('../parts/follow-ups.tsx'))
const CasesWaiting = lazy(() => import('../parts/cases-waiting.tsx'))
const SearchResults = lazy(() => import('../parts/search-results.tsx'))
const MailsWaiting = lazy(() => import('../parts/mails-waiting.tsx'))

/** Somebody who types is not interrupted. */
const PAUSE_MS = 300

/** `last` is what was looked for when the list was last shown. */
export function MeetingsPage({ last }: { last: RefObject<LookedFor | null> }) {
  const [lookedFor, setLookedFor] = useLookedFor(last)
  const words = usePaused(lookedFor.words, PAUSE_MS)
  const { asked, again, retry, more } = useMeetingList({ words, filter: lookedFor.filter })
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
          <MeetingList
            list={asked.value}
            words={words}
            lookedFor={lookedFor}
            onLook={setLookedFor}
            onMore={(group) => void more(group)}
            onAgain={() => void again()}
          />
        </>
      )
  }
}

const GROUPS: Record<RowGroup, string> = {
  needsYou: 'Needs you',
  thisWeek: 'This week',
  waiting: 'Waiting for others',
  done: 'Done',
}

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
})

type Props = {
  list: MeetingsAnswer
  /** As they were asked for; what is being typed may be further. */
  words: string
  lookedFor: LookedFor
  onLook: (change: Partial<LookedFor>) => void
  onMore: (group: RowGroup) => void
  onAgain: () => void
}

function MeetingList({ list, words, lookedFor, onLook, onMore, onAgain }: Props) {
  const styles = useStyles()
  const { clock } = useTab()
  const heading = useArrival()
  const now = useNow(clock)
  const { filter, doneShown } = lookedFor
  const { meetings, counts } = list

  const looking = words.trim() !== '' || filter !== 'all'
  const searching = words.trim().length >= SHORTEST
  const listed = useMemo(() => new Set(meetings.map(({ id }) => id)), [meetings])
  const found = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const first = meetings.find(({ group }) => group === 'needsYou')?.id
  const groupOf = (group: RowGroup) =>
    counts[group] > 0 && (
      <section key={group} aria-labelledby={`group-${group}`}>
        <h2 className={styles.group} id={`group-${group}`}>
          {GROUPS[group]} ({counts[group]})
        </h2>
        {group === 'done' && !doneShown && !looking ? (
          <Button onClick={() => onLook({ doneShown: true })}>Show what is done</Button>
        ) : (
          <MeetingRows
            rows={meetings.filter((row) => row.group === group)}
            count={counts[group]}
            now={now}
            primary={first}
            onMore={() => onMore(group)}
          />
        )}
      </section>
    )
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
      {list.all === 0 ? (
        <NothingYet />
      ) : (
        <div className={styles.find} role="search">
          <Input
            type="search"
            value={lookedFor.words}
            onChange={(_, { value }) => onLook({ words: value })}
            maxLength={100}
            placeholder="Reference, person, action or word"
            aria-label="Search: reference, person, action or word"
            contentBefore={<SearchRegular aria-hidden />}
          />
          <Select
            value={filter}
            onChange={(_, { value }) => onLook({ filter: value as Filter })}
            aria-label="Which meetings"
          >
            {Object.entries(FILTERS).map(([name, title]) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
            {list.types.map((type) => (
              <option key={type} value={type}>
                {PLACEMENT_TYPE_WORDS[type]}
              </option>
            ))}
          </Select>
        </div>
      )}
      {searching && (
        <Suspense>
          <SearchResults words={words} listed={listed} shown={found} onAgain={onAgain} />
        </Suspense>
      )}
      {looking && found === 0 && (
        <>
          {!searching && <p role="status">No meeting fits.</p>}
          <Button className={styles.more} onClick={() => onLook({ words: '', filter: 'all' })}>
            Show all meetings
          </Button>
        </>
      )}
      {groupOf('needsYou')}
      {!looking && (
        <Suspense>
          <FollowUps />
        </Suspense>
      )}
      {(['thisWeek', 'waiting', 'done'] as const).map(groupOf)}
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
