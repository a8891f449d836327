import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { MeetingView } from '../../../shared/meeting/meeting-view.ts'
import type { Clock, WorkingLine } from '../../../shared/meeting/plan.ts'
import { clockDueWords, deadlineWords, timeLeftWords } from '../../../shared/meeting/standing.ts'
import { dayWords, type Instant } from '../../../shared/dates/time.ts'
import { ROLE_WORDS, RULE_STATUS_WORDS } from '../../../shared/words.ts'
import { CopyText } from '../copy-text.tsx'
import { Section } from '../section.tsx'
import { Unfold } from '../unfold.tsx'

const useStyles = makeStyles({
  strong: typographyStyles.body1Strong,
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  clocks: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
})

export type Due = Pick<
  MeetingView,
  'deadline' | 'workingDaysLeft' | 'planDue' | 'clocks' | 'startsAt' | 'state' | 'reasons'
>

/** By when the meeting has to be held and the plan to exist, each with its working a press away. */
export function DueDates({ view, now, title = 'By when' }: { view: Due; now: Instant; title?: string }) {
  const styles = useStyles()
  const { deadline, planDue, clocks } = view
  const others = clocks.filter(({ id }) => id !== planDue?.clock.id)
  return (
    <Section title={title}>
      {deadline ? (
        <>
          <Unfold
            label="Why?"
            about={`Hold by ${deadlineWords(deadline)}`}
            beside={
              <p>
                <span className={styles.strong}>Hold by {deadlineWords(deadline)}</span>
                {view.state === 'toArrange' && ` (${timeLeftWords(view, now)})`}
              </p>
            }
          >
            <Working
              heading={`Hold by ${deadlineWords(deadline)}`}
              opening={`The practice says: ${deadline.rule} (${RULE_STATUS_WORDS[deadline.status]}).`}
              working={deadline.working}
              sources={sourcesOf(deadline.requirements, view)}
            />
          </Unfold>
        </>
      ) : (
        <p>
          {view.state === 'cancelled'
            ? 'Nothing is due any more.'
            : view.startsAt
              ? 'No last day is set for this meeting.'
              : 'The placement has no start yet, so nothing is due.'}
        </p>
      )}
      {planDue && (
        <>
          <Unfold
            label="Why?"
            about={`Plan due by law ${dayWords(planDue.date)}`}
            beside={<p className={styles.strong}>Plan due by law {dayWords(planDue.date)}</p>}
          >
            <ClockWorking clock={planDue.clock} view={view} />
          </Unfold>
        </>
      )}
      {others.length > 0 && (
        <Unfold label={`What else is due (${others.length})`}>
          <div className={styles.clocks}>
            {others.map((clock) => (
              <div key={clock.id}>
                <Unfold
                  label="Why?"
                  about={`${clock.title} ${clockDueWords(clock)}`}
                  beside={
                    <p className={styles.strong}>
                      {clock.title} {clockDueWords(clock)}
                    </p>
                  }
                >
                  <ClockWorking clock={clock} view={view} />
                </Unfold>
                <p>For the {ROLE_WORDS[clock.owner]}</p>
                <p className={styles.quiet}>{RULE_STATUS_WORDS[clock.status]}</p>
              </div>
            ))}
          </div>
        </Unfold>
      )}
    </Section>
  )
}

const ClockWorking = ({ clock, view }: { clock: Clock; view: Due }) => (
  <Working
    heading={`${clock.title} ${clockDueWords(clock)}`}
    opening={`${clock.title}, for the ${ROLE_WORDS[clock.owner]} (${RULE_STATUS_WORDS[clock.status]}).`}
    working={clock.working}
    sources={sourcesOf([...clock.requirements, ...clock.facts], view)}
  />
)

const sourcesOf = (ids: string[], { reasons = {} }: Due): string[] => ids.map((id) => reasons[id] ?? id)

type Reasons = { heading: string; opening: string; working: WorkingLine[]; sources: string[] }

/** The rule, how it was counted and where it comes from, in sentences that can stand in a case note as they are. */
function Working({ heading, opening, working, sources }: Reasons) {
  const styles = useStyles()
  const note = () => [heading, opening, ...working.map(({ words }) => words), ...sources].join('\n')
  return (
    <>
      <p>{opening}</p>
      <ul>
        {working.map(({ words }) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {sources.map((source) => (
        <p key={source} className={styles.quiet}>
          {source}
        </p>
      ))}
      <CopyText label="Copy as a note" text={note} />
    </>
  )
}
