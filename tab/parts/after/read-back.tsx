import { makeStyles, typographyStyles } from '@fluentui/react-components'
import type { MeetingView } from '../../../shared/meeting/meeting-view.ts'
import type { Minutes } from '../../../shared/record/minutes.ts'
import { recordQuestions } from '../../../shared/record/record-questions.ts'
import { meetingDay, readBack, type Sentence } from '../../../shared/record/read-back.ts'
import { Section } from '../section.tsx'

const useStyles = makeStyles({ heading: { ...typographyStyles.body1Strong, margin: 0 } })

/** To be read out before everybody goes: so that all hear the same. */
export function ReadBack({ view, minutes }: { view: MeetingView; minutes: Minutes }) {
  const lines = recordQuestions(view, minutes)
  const { decisions, actions } = readBack(minutes, {
    people: view.attendees,
    agenda: view.agenda,
    lines,
    heldOn: meetingDay(view),
  })
  const isClosed = view.state === 'held'
  return (
    <Section title="To read back">
      <Sentences
        title="Decided"
        none={isClosed ? 'Nothing was decided.' : 'Nothing is decided yet.'}
        sentences={decisions}
      />
      <Sentences
        title="Who does what"
        none={isClosed ? 'Nobody took anything on.' : 'No action yet.'}
        sentences={actions}
      />
    </Section>
  )
}

function Sentences({ title, none, sentences }: { title: string; none: string; sentences: Sentence[] }) {
  const styles = useStyles()
  return (
    <>
      <h3 className={styles.heading}>{title}</h3>
      {sentences.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul>
          {sentences.map(({ id, words }) => (
            <li key={id}>{words}</li>
          ))}
        </ul>
      )}
    </>
  )
}
