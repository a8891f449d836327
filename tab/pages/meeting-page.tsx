/** One meeting: before, during and after it, opened where the clock says and changed by hand. */
import { makeStyles, Spinner, Tab, TabList, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import type { CaseView } from '../../shared/placement/case-view.ts'
import type { MeetingView } from '../../shared/meeting/meeting-view.ts'
import type { Gap } from '../../shared/record/minutes-gaps.ts'
import type { MeetingAnswer } from '../../shared/wire/tab-api.ts'
import { useNow } from '../clock.ts'
import type { MinutesSession } from '../minutes/minutes-session.ts'
import { useSession, useShown } from '../minutes/use-session.ts'
import { WritingProvider } from '../minutes/writing-provider.tsx'
import { momentByClock, momentsOf, MOMENT_WORDS, type Moment } from '../moments.ts'
import { Record } from '../parts/after/record.tsx'
import { AgendaFit } from '../parts/agenda-fit.tsx'
import { Before } from '../parts/before/before.tsx'
import { CaseMatters } from '../parts/case/case-matters.tsx'
import { FurtherMeeting } from '../parts/case/further-meeting.tsx'
import { MeetingHeader } from '../parts/meeting-header.tsx'
import { NotLoaded } from '../parts/not-loaded.tsx'
import { PresentPeople } from '../parts/present-people.tsx'
import { NotSavedNotice, SavedMark } from '../parts/saved-mark.tsx'
import { StaleNotice } from '../parts/stale-notice.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { goTo, LIST } from '../route.ts'
import { useTab } from '../tab-context.ts'
import { useAnswer } from '../use-answer.ts'
import { useKeptFocus } from '../use-kept-focus.ts'
import { NoSuchMeetingPage } from './message-pages.tsx'
import { StagePage } from './stage-page.tsx'

// What writes a record, and the document that it writes in, come only for those who do.
const During = lazy(async () => ({ default: (await import('../parts/writing-pages.ts')).During }))
const AgendaSection = lazy(async () => ({ default: (await import('../parts/writing-pages.ts')).AgendaSection }))
const Later = lazy(() => import('../parts/after/later.tsx'))
const After = lazy(async () => ({ default: (await import('../parts/writing-pages.ts')).After }))

const LOOK_AGAIN_MS = 30_000
/** While Outlook is being asked, somebody is waiting for it. */
const BEING_ARRANGED_MS = 2_000

export default function MeetingPage({ id }: { id: string }) {
  const { api, host } = useTab()
  const [waits, setWaits] = useState(false)
  const ask = useCallback(async () => {
    const answer = await api.meeting(id)
    setWaits(answer.ok && answer.value.meeting.state === 'arranging')
    return answer
  }, [api, id])
  const { asked, again, retry, put } = useAnswer(ask, waits ? BEING_ARRANGED_MS : LOOK_AGAIN_MS)
  const look = useCallback(() => void again(), [again])
  const changed = (answer: MeetingAnswer) => {
    setWaits(answer.meeting.state === 'arranging')
    put(answer)
  }

  useEffect(() => {
    document.title = asked.status === 'loaded' ? `${asked.value.meeting.ref} · Planning meeting` : 'Planning meeting'
  }, [asked])

  switch (asked.status) {
    case 'loading':
      return <Waiting label="Loading the meeting" />
    case 'failed':
      return asked.refusal.reason === 'gone' ? (
        <NoSuchMeetingPage onBack={() => goTo(LIST)} />
      ) : (
        <NotLoaded what="The meeting could not be loaded" refusal={asked.refusal} onRetry={retry} />
      )
    case 'loaded':
      if (host.frame === 'stage') return <StagePage view={asked.value.meeting} />
      return (
        <>
          <StaleNotice refusal={asked.stale} onRetry={look} />
          <Meeting view={asked.value.meeting} placement={asked.value.placement} onChanged={changed} onStale={look} />
        </>
      )
  }
}

const useStyles = makeStyles({
  page: {
    maxWidth: '80rem',
    margin: '0 auto',
    padding: `${tokens.spacingHorizontalM} ${tokens.spacingHorizontalM} 0`,
    '@media (min-width: 640px)': { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL} 0` },
  },
})

type MeetingProps = {
  view: MeetingView
  placement: CaseView
  onChanged: (answer: MeetingAnswer) => void
  onStale: () => void
}

function Meeting({ view, placement, onChanged, onStale }: MeetingProps) {
  const styles = useStyles()
  const { clock } = useTab()
  const now = useNow(clock)
  const session = useSession(view)
  const main = useKeptFocus<HTMLElement>()
  const [chosen, setChosen] = useState<Moment | null>(null)
  const [place, setPlace] = useState('who')
  const moments = momentsOf(view)
  const writes = view.may.recordMinutes && view.state !== 'held'
  const moment = chosen && moments.includes(chosen) ? chosen : momentByClock(view, now)
  return (
    <>
      <MeetingHeader
        view={view}
        now={now}
        aside={
          session &&
          writes && (
            <>
              <PresentPeople session={session} />
              <SavedMark session={session} quiet={moment === 'before'} />
            </>
          )
        }
      >
        {moments.length > 1 && (
          <TabList selectedValue={moment} onTabSelect={(_, { value }) => setChosen(value as Moment)}>
            {moments.map((one) => (
              <Tab key={one} value={one} id={`moment-${one}`} aria-controls={moment === one ? 'moment' : undefined}>
                {MOMENT_WORDS[one]}
              </Tab>
            ))}
          </TabList>
        )}
      </MeetingHeader>
      {session && <NotSavedNotice session={session} view={view} />}
      <main ref={main} className={styles.page}>
        <div id="moment" {...(moments.length > 1 && { role: 'tabpanel', 'aria-labelledby': `moment-${moment}` })}>
          {moment === 'before' && (
            <Before
              {...{ view, placement, now, onChanged, onStale }}
              {...(session &&
                writes && {
                  fit: (
                    <WritingProvider view={view} session={session}>
                      <AgendaFit view={view} named />
                    </WritingProvider>
                  ),
                  agenda: (
                    <WritingProvider view={view} session={session}>
                      <Suspense fallback={<Spinner label="Opening the agenda" />}>
                        <AgendaSection />
                      </Suspense>
                    </WritingProvider>
                  ),
                })}
            />
          )}
          {moment === 'after' && <CaseMatters placement={placement} onDone={onStale} />}
          {moment !== 'before' && writes && session && (
            <Write {...{ view, session, moment, place }} onPlace={setPlace} onMoment={setChosen} onClosed={onStale} />
          )}
          {moment !== 'before' && writes && !session && <Spinner label="Opening the record" />}
          {moment !== 'before' && !writes && view.minutes && <Record view={view} minutes={view.minutes} />}
          {moment === 'after' && (
            <Suspense>
              <Later {...{ view, onChanged, onStale }} />
            </Suspense>
          )}
          {moment === 'after' && <FurtherMeeting placement={placement} onAsked={onStale} />}
        </div>
      </main>
    </>
  )
}

type WriteProps = {
  view: MeetingView
  session: MinutesSession
  moment: 'during' | 'after'
  /** Where in the agenda the writer is, kept while they look at another moment. */
  place: string
  onPlace: (place: string) => void
  onMoment: (moment: Moment) => void
  onClosed: () => void
}

function Write({ view, session, moment, place, onPlace, onMoment, onClosed }: WriteProps) {
  const { clock } = useTab()
  const now = useNow(clock)
  const { save } = useShown(session)
  const [jump, setJump] = useState<Gap | null>(null)
  // Somebody else has closed the record: it is shown as it now stands.
  useEffect(() => {
    if (save.kind === 'closed') onClosed()
  }, [save.kind, onClosed])
  const jumped = useCallback(() => setJump(null), [])
  return (
    <WritingProvider view={view} session={session}>
      <Suspense fallback={<Spinner label="Opening the record" />}>
        {moment === 'during' && view.slot ? (
          <During slot={view.slot} now={now} place={place} onPlace={onPlace} jump={jump} onJumped={jumped} />
        ) : (
          <After
            now={now}
            onClosed={onClosed}
            onJump={(gap) => {
              setJump(gap)
              onMoment('during')
            }}
          />
        )}
      </Suspense>
    </WritingProvider>
  )
}
