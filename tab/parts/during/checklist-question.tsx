/** One line of a checklist as a question with big answers; what an answer needs unfolds under it. */
import { Field, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useId } from 'react'
import { standingAnswer, type ChecklistLine, type Need } from '../../../shared/record/checklists.ts'
import { setFact, setWords } from '../../../shared/record/minutes-document.ts'
import { taskOf } from '../../../shared/record/line-tasks.ts'
import { nameOf } from '../../../shared/record/read-back.ts'
import { NEXT_MEETING, nextMeetingOn } from '../../../shared/record/next-meeting.ts'
import { dayWords, londonDate } from '../../../shared/dates/time.ts'
import { useMinutes, useWriting } from '../../minutes/writing.ts'
import { useTab } from '../../tab-context.ts'
import { ChoiceButton } from '../choice-button.tsx'
import { Unfold } from '../unfold.tsx'
import { DayField } from './day-field.tsx'
import { SharedText } from './shared-text.tsx'
import { WhoSelect } from './who-select.tsx'

const useStyles = makeStyles({
  question: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '& p': { margin: 0 },
  },
  title: typographyStyles.body1Strong,
  hint: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  answers: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(7.5rem, 1fr))',
    gap: tokens.spacingHorizontalS,
  },
  details: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalM,
    '& > *': { flex: '1 1 11rem' },
  },
})

type Props = {
  line: ChecklistLine
  /** The child hears it: what is asked comes first in their words (R-186). */
  childHears?: boolean
}

export function ChecklistQuestion({ line, childHears = false }: Props) {
  const styles = useStyles()
  const minutes = useMinutes()
  const label = useId()
  const given = minutes.lines[line.id]
  const answer = standingAnswer(line, given)
  const writesOnly = line.open && line.options.length === 1
  const preset = given?.answer === undefined && line.preset !== null
  const byWords = line.open && (answer === null || answer === line.options[0]?.value)
  const needs = line.options.find(({ value }) => value === (byWords ? line.options[0]!.value : answer))?.needs ?? []
  const [first, second] = childHears && line.friendly ? [line.friendly, line.title] : [line.title, line.friendly]
  const choose = useChoose(line)
  const isTask = given?.answer !== undefined && needs.includes('owner')
  return (
    <div className={styles.question} data-place={`line:${line.id}`}>
      <p className={styles.title} id={label}>
        {first}
      </p>
      {second && <p className={styles.hint}>{second}</p>}
      {line.hint && <p className={styles.hint}>{line.hint}</p>}
      {line.list && (
        <Unfold label={line.list.label}>
          <ul>
            {line.list.items.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Unfold>
      )}
      {!writesOnly && (
        <div className={styles.answers} role="group" aria-labelledby={label}>
          {line.options.map(({ value, words }) => (
            <ChoiceButton key={value} size="large" checked={answer === value} onClick={() => choose(value)}>
              {words}
            </ChoiceButton>
          ))}
        </div>
      )}
      {line.id === NEXT_MEETING && <Proposed />}
      {preset && <p className={styles.hint}>Filled in from the case; press another answer if that is not so.</p>}
      {isTask && <p className={styles.hint}>On the list of actions. Whose it is and by when can be changed.</p>}
      {!preset && needs.length > 0 && (
        <div className={styles.details} {...(writesOnly && { role: 'group', 'aria-labelledby': label })}>
          {needs.map((need) => (
            <Needed key={need} need={need} line={line} />
          ))}
        </div>
      )}
    </div>
  )
}

/** One press answers, and puts what follows on the list of actions with whose it is and by when; one undo takes it back. */
function useChoose(line: ChecklistLine) {
  const { session, view } = useWriting()
  const { clock, announce } = useTab()
  const given = useMinutes().lines[line.id]
  const path = (name: string) => `lines/${line.id}/${name}` as const
  return (value: string) => {
    if (given?.answer === value) return setFact(session.doc, path('answer'), '')
    const task = taskOf(line, value, { ...view, today: londonDate(clock.now()) })
    if (!task) return setFact(session.doc, path('answer'), value)
    const { owner, by } = { owner: given?.owner || task.owner, by: given?.by || task.by }
    session.inOneStep(() => {
      setFact(session.doc, path('answer'), value)
      setFact(session.doc, path('owner'), owner)
      setFact(session.doc, path('by'), by)
    })
    const who = owner ? nameOf(owner, view.attendees) : 'nobody yet'
    announce(`Action: ${who}, ${by ? `by ${dayWords(by)}` : 'no date yet'}. Undo takes it back.`)
  }
}

/** The day that an agreed interval comes to (R-014). */
function Proposed() {
  const styles = useStyles()
  const { view } = useWriting()
  const minutes = useMinutes()
  const day = view.slot && nextMeetingOn(londonDate(view.slot.start), minutes)
  return day && <p className={styles.hint}>Proposed for {dayWords(day)}</p>
}

const NEED_LABELS: Record<Exclude<Need, 'by'>, string> = { why: 'Why', owner: 'Who does it', text: 'In words' }

function Needed({ need, line }: { need: Need; line: ChecklistLine }) {
  const { session, view } = useWriting()
  const minutes = useMinutes()
  const given = minutes.lines[line.id]
  const value = given?.[need] ?? ''
  const lastDay = view.lastDays?.[line.id]
  switch (need) {
    case 'why':
    case 'text':
      return (
        <Field label={NEED_LABELS[need]}>
          <SharedText value={value} onChange={(text) => setWords(session.doc, `lines/${line.id}/${need}`, text)} />
        </Field>
      )
    case 'owner':
      return (
        <Field label={NEED_LABELS.owner}>
          <WhoSelect
            value={value}
            among="doers"
            nobody="Who does it?"
            onChange={(who) => setFact(session.doc, `lines/${line.id}/owner`, who)}
          />
        </Field>
      )
    case 'by':
      return (
        <DayField
          value={given?.by ?? ''}
          {...(lastDay && { lastDay, limit: `Not after ${dayWords(lastDay)}` })}
          onChange={(day) => setFact(session.doc, `lines/${line.id}/by`, day)}
        />
      )
  }
}
