/** Who is here, as the chair sees it. Answers to the invitation are proposed, and count only once they are confirmed. */
import { Button, Field, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components'
import {
  asksHow,
  isInTheRoom,
  outSince,
  saidWithout,
  stepWords,
  suggestedAttendance,
} from '../../../shared/record/attendance.ts'
import { linesAboutWhoCame } from '../../../shared/record/who-came.ts'
import type { AttendeeView } from '../../../shared/meeting/meeting-view.ts'
import { setFact, setWords, stepBack, stepOut } from '../../../shared/record/minutes-document.ts'
import { ATTENDANCE_STATES, type Attendance as Was } from '../../../shared/record/minutes.ts'
import { listed } from '../../../shared/people/who-is-told.ts'
import { ATTENDANCE_WORDS } from '../../../shared/record/record-words.ts'
import { ANSWER_WORDS, ROLE_WORDS } from '../../../shared/words.ts'
import { useMinutes, useWriting } from '../../minutes/writing.ts'
import { useTab } from '../../tab-context.ts'
import { MeetingTimesFields } from './begin-and-end.tsx'
import { ChecklistQuestion } from './checklist-question.tsx'
import { SharedText } from './shared-text.tsx'

const useStyles = makeStyles({
  people: { listStyleType: 'none', margin: 0, padding: 0 },
  person: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { flex: '1 1 11rem' },
  strong: { ...typographyStyles.body1Strong, display: 'block' },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
  state: { flex: '1 1 11rem', maxWidth: '16rem' },
  how: { flexBasis: '100%' },
  all: { alignSelf: 'flex-start' },
})

export function Attendance() {
  const styles = useStyles()
  const { session, view } = useWriting()
  const minutes = useMinutes()
  const { announce } = useTab()
  const people = view.attendees.filter(({ inRecord }) => inRecord)
  const open = people.flatMap((person) => {
    const suggested = minutes.attendance[person.key]?.state ? null : suggestedAttendance(person)
    return suggested ? [{ person, suggested }] : []
  })
  const confirmAll = () => {
    session.inOneStep(() => {
      for (const { person, suggested } of open) setFact(session.doc, `attendance/${person.key}/state`, suggested)
    })
    announce(`Attendance recorded for ${open.length}`)
  }
  return (
    <>
      {view.slot && <MeetingTimesFields slot={view.slot} />}
      <p>Somebody’s answer to the invitation is only a suggestion. Say who is really here.</p>
      {open.length > 1 && (
        <Button className={styles.all} onClick={confirmAll}>
          All {open.length} are as suggested
        </Button>
      )}
      <ul className={styles.people}>
        {people.map((person) => (
          <PersonRow key={person.key} person={person} was={minutes.attendance[person.key] ?? {}} />
        ))}
      </ul>
      {linesAboutWhoCame(view, minutes).map((line) => (
        <ChecklistQuestion key={line.id} line={line} />
      ))}
    </>
  )
}

function PersonRow({ person, was }: { person: AttendeeView; was: Was }) {
  const styles = useStyles()
  const { session, view } = useWriting()
  const { clock } = useTab()
  const { key, name, role, answer } = person
  const suggested = was.state ? null : suggestedAttendance(person)
  const minutes = useMinutes()
  const meanwhile = saidWithout(key, minutes, view.agenda)
  const record = (state: string) => setFact(session.doc, `attendance/${key}/state`, state)
  return (
    <li className={styles.person} data-place={`attendance:${key}`}>
      <span className={styles.name}>
        <span className={styles.strong}>{name}</span>
        <span className={styles.quiet}>
          {role !== 'child' && ROLE_WORDS[role]}
          {answer && ` · answered: ${ANSWER_WORDS[answer.choice]}`}
        </span>
        {(was.steppedOut ?? []).map((step) => (
          <span key={step.out} className={styles.quiet}>
            {stepWords(step).replace(/^o/, 'O')}
          </span>
        ))}
        {meanwhile.length > 0 && (
          <span className={styles.quiet}>
            Talked about meanwhile: {listed(meanwhile.map(({ title }) => `“${title}”`))}
          </span>
        )}
      </span>
      {suggested && <Button onClick={() => record(suggested)}>Confirm: {ATTENDANCE_WORDS[suggested]}</Button>}
      {suggested === 'noReply' && <Button onClick={() => record('present')}>{ATTENDANCE_WORDS.present}</Button>}
      <Select
        className={styles.state}
        aria-label={`Attendance of ${name}`}
        value={was.state ?? ''}
        onChange={(_, { value }) => record(value)}
      >
        <option value="">Not recorded yet</option>
        {ATTENDANCE_STATES.map((state) => (
          <option key={state} value={state}>
            {ATTENDANCE_WORDS[state]}
          </option>
        ))}
      </Select>
      {role !== 'child' && isInTheRoom(was.state) && (
        <Button onClick={() => (outSince(was) ? stepBack : stepOut)(session.doc, key, clock.now())}>
          {outSince(was) ? 'Is back' : 'Steps out'}
        </Button>
      )}
      {asksHow(was.state) && (
        <Field
          className={styles.how}
          label={was.state === 'contributed' ? 'What they contributed, and how' : 'Whose words, and from where'}
        >
          <SharedText value={was.how ?? ''} onChange={(text) => setWords(session.doc, `attendance/${key}/how`, text)} />
        </Field>
      )}
    </li>
  )
}
