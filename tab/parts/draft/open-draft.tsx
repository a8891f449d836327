/**
 * A confirmation on one page: by when, what was read, what is still asked, when; and one press. What is typed stays until
 * the server has it, whoever else changes the same draft meanwhile.
 */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { subjectOf } from '../../../shared/letters/invitation.ts'
import type { MeetingRef } from '../../../shared/meeting/planning-meeting.ts'
import { whoIsTold } from '../../../shared/people/who-is-told.ts'
import type { DraftView } from '../../../shared/placement/draft-view.ts'
import { ASK_OUTSIDE, ASK_OUTSIDE_MEANS, NOTHING_SENT_YET, TIMES_WAIT } from '../../../shared/placement/draft-words.ts'
import type { Instant } from '../../../shared/dates/time.ts'
import type { WayOut } from '../../../shared/times/ways-out.ts'
import type { DraftAnswer } from '../../../shared/wire/drafts-api.ts'
import { useNow } from '../../clock.ts'
import { useTab } from '../../tab-context.ts'
import { useAction } from '../../use-action.ts'
import { AskOne } from '../ask-one.tsx'
import { DueDates } from '../before/due-dates.tsx'
import { Warnings } from '../before/warnings.tsx'
import { RefusalNotice } from '../refusal-notice.tsx'
import { Section } from '../section.tsx'
import { Unfold } from '../unfold.tsx'
import { ConfirmationForm, type Filled } from './confirmation-form.tsx'
import { draftApi } from './draft-api.ts'
import { chosenIn, DraftTimes, isLate } from './draft-times.tsx'
import { WhatWasRead } from './what-was-read.tsx'
import { WhoComes } from './who-comes.tsx'

const WIDE = '@media (min-width: 900px)'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    columnGap: tokens.spacingHorizontalL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignItems: 'start',
    [WIDE]: { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  strong: { ...typographyStyles.body1Strong, margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
})

type Props = {
  view: DraftView
  onChanged: (answer: DraftAnswer) => void
  onLookAgain: () => void
}

export function OpenDraft({ view, onChanged, onLookAgain }: Props) {
  const styles = useStyles()
  const { api, clock, announce } = useTab()
  const now = useNow(clock)
  const [answers, setAnswers] = useState<Record<string, string>>({})
  const [picked, setPicked] = useState<(Instant | null)[]>([])
  const [lateReason, setLateReason] = useState('')
  const [filling, setFilling] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  /** What the last press was about: a refusal is shown where it was pressed. */
  const [at, setAt] = useState<'read' | 'form' | 'times'>('times')
  const { busy, refusal, run } = useAction<DraftAnswer>({ onDone: onChanged })
  const refusedAt = (place: typeof at) => (place === at ? refusal : null)

  const drafts = draftApi(api, view.id)
  const { version, questions, may, canSchedule, stuck, status } = view
  const chosen = chosenIn(view, picked)
  const given = Object.fromEntries(
    Object.entries(answers).filter(([id, value]) => value.trim() !== '' && questions.some((one) => one.id === id)),
  )

  /** Whatever is refused may have been kept in part, or somebody else was quicker: the page shows what is there. */
  const press = async (place: typeof at, ask: Parameters<typeof run>[0]) => {
    setAt(place)
    setSaid(null)
    const done = await run(ask)
    if (!done) onLookAgain()
    return done
  }
  const change = async (place: typeof at, filled: Filled) => {
    const done = await press(place, () => drafts.change({ version, ...filled }))
    if (done) announce('Changed')
    return done
  }
  const lookForTimes = async () => {
    if (!(await press('times', () => drafts.change({ version, answers: given })))) return
    setAnswers({})
    setSaid(may.confirm ? NOTHING_SENT_YET : 'Your answers are kept.')
    announce(may.confirm ? 'Times are shown' : 'Your answers are kept')
  }
  const schedule = async (more: { outsideFirst?: boolean } = {}) => {
    const late = lateReason.trim()
    const body = { version, answers: given, chosen, ...(late !== '' && { lateReason: late }), ...more }
    const done = await press('times', () => drafts.schedule(body))
    if (done) announce(view.leftUnscheduled ? 'Kept without a meeting' : 'Scheduled')
  }
  const take = async (nth: number, { way, slot }: WayOut, words: string) => {
    const wayOut = { nth, way, start: slot.start }
    const body = { version, answers: given, chosen, wayOut, ...(words !== '' && { lateReason: words }) }
    if (await press('times', () => drafts.schedule(body))) announce('Scheduled')
  }
  const putAside = async () => {
    if (await press('times', () => drafts.dismiss({ version }))) announce('Put aside: not a placement')
  }

  const told = whoIsTold(view.meetings.flatMap(({ attendees }) => attendees))
  const several = view.meetings.length > 1
  const complete = stuck === null && (!isLate(view, chosen) || lateReason.trim() !== '')
  const planned = status !== null && status !== 'noMeeting' && status !== 'provisional'
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        {view.whyNoMeeting && (
          <Section title="By when">
            <p>{view.whyNoMeeting}</p>
          </Section>
        )}
        {view.meetings.map((meeting, n) => (
          <DueDates
            key={n}
            title={several ? `By when: ${meeting.title}` : 'By when'}
            now={now}
            view={{
              ...meeting,
              planDue: n === 0 ? view.planDue : null,
              clocks: n === 0 ? view.clocks : [],
              startsAt: view.startsAt,
              state: 'toArrange',
              reasons: view.reasons,
            }}
          />
        ))}
        <Section title="What was read">
          {view.whyBasis ? (
            <Unfold label="Why?" about={view.placement} beside={<p className={styles.strong}>{view.placement}</p>}>
              <p>{view.whyBasis}</p>
            </Unfold>
          ) : (
            <p className={styles.strong}>{view.placement}</p>
          )}
          <p className={styles.quiet}>{view.brought}</p>
          {view.siblings && <p>{view.siblings}</p>}
          {filling ? (
            <ConfirmationForm
              known={knownFrom(view)}
              busy={busy}
              refusal={refusedAt('form')}
              onFilled={(filled) => void change('form', filled).then((done) => done && setFilling(false))}
              back={{ label: 'Leave it as it was', onBack: () => setFilling(false) }}
            />
          ) : (
            <>
              <WhatWasRead
                read={view.read}
                busy={busy}
                refusal={refusedAt('read')}
                onCorrect={(filled) => change('read', filled)}
              />
              <div>
                <Button onClick={() => setFilling(true)}>Add what is missing</Button>
              </div>
            </>
          )}
        </Section>
      </div>
      <div className={styles.column}>
        {view.advice.length > 0 && (
          <Section title="Before you press Schedule">
            {view.advice.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </Section>
        )}
        <Warnings warnings={view.warnings} />
        {questions.length > 0 && (
          <Section
            title={questions.length === 1 ? 'This needs an answer' : `${questions.length} things need an answer`}
          >
            {questions.map((question) => (
              <AskOne
                key={question.id}
                question={question}
                value={answers[question.id] ?? ''}
                onChange={(value) => setAnswers({ ...answers, [question.id]: value })}
                placeholder={question.example ?? undefined}
              />
            ))}
          </Section>
        )}
        <Section title={planned ? 'Choose a time' : 'What happens next'}>
          {said && <p role="status">{said}</p>}
          {planned && (
            <DraftTimes
              {...{ view, chosen, busy, lateReason, refusal: null }}
              onPick={(nth, start) => setPicked(view.meetings.map((_, n) => (n === nth ? start : (picked[n] ?? null))))}
              onLateReason={setLateReason}
              onTake={(nth, way, words) => void take(nth, way, words)}
            />
          )}
          {!planned && status !== 'noMeeting' && questions.length > 0 && <p>{TIMES_WAIT}</p>}
          {canSchedule && stuck === null && told && (
            <p>
              Outlook then invites {told}. They read “{subjectOf('PPM-…' as MeetingRef)}”, the time and whom to ring;
              nothing about the child.
            </p>
          )}
          {!may.confirm && (
            <p>
              A placement officer, a manager or the emergency duty team has to confirm this placement. It waits for one
              of them in Planning; your answers are kept.
            </p>
          )}
          <RefusalNotice refusal={refusedAt('times')} />
          <div className={styles.buttons}>
            {may.confirm && canSchedule && stuck === null && (
              <Button
                appearance="primary"
                size="large"
                disabledFocusable={!complete || busy}
                onClick={() => void schedule()}
              >
                {busy ? 'Scheduling' : 'Schedule'}
              </Button>
            )}
            {view.leftUnscheduled && (
              <Button appearance="primary" size="large" disabledFocusable={busy} onClick={() => void schedule()}>
                Keep without a meeting
              </Button>
            )}
            {may.confirm && (!canSchedule || stuck !== null) && status !== 'noMeeting' && (
              <Button appearance="primary" size="large" disabledFocusable={busy} onClick={() => void lookForTimes()}>
                {questions.length > 0 ? 'Show times' : 'Look again'}
              </Button>
            )}
            {!may.confirm && questions.length > 0 && (
              <Button
                appearance="primary"
                size="large"
                disabledFocusable={Object.keys(given).length === 0 || busy}
                onClick={() => void lookForTimes()}
              >
                Keep my answers
              </Button>
            )}
            {may.confirm && canSchedule && stuck === null && view.canAskOutside && (
              <Button size="large" disabledFocusable={busy} onClick={() => void schedule({ outsideFirst: true })}>
                {ASK_OUTSIDE}
              </Button>
            )}
            <Button size="large" appearance="subtle" disabledFocusable={busy} onClick={() => void putAside()}>
              Not a placement
            </Button>
          </div>
          {may.confirm && canSchedule && stuck === null && view.canAskOutside && (
            <p className={styles.quiet}>{ASK_OUTSIDE_MEANS}</p>
          )}
        </Section>
        {view.meetings.map((meeting, n) => (
          <WhoComes key={n} meeting={meeting} title={several ? `Who: ${meeting.title}` : 'Who, and where'} />
        ))}
        {view.goodToKnow.length > 0 && (
          <Section title="Good to know">
            <Unfold
              label={
                view.goodToKnow.length === 1
                  ? 'One note on the law and the practice'
                  : `${view.goodToKnow.length} notes on the law and the practice`
              }
            >
              {view.goodToKnow.map(({ id, text }) => (
                <p key={id}>{text}</p>
              ))}
            </Unfold>
          </Section>
        )}
      </div>
    </div>
  )
}

/** What was read, as the form holds it: the day and the time of the start apart. */
function knownFrom({ read }: DraftView): Record<string, string> {
  const { ['placement.startsAt']: start = '', ...others } = Object.fromEntries(read.map(({ id, given }) => [id, given]))
  const [day = '', startTime = ''] = /^\d/.test(start) ? start.split(' ') : []
  return { ...others, ...(day && { startDay: day.split('/').reverse().join('-'), startTime }) }
}
