/** One line of a checklist as a question with big answers; what an answer needs unfolds under it. */
import { Field, makeStyles, ToggleButton, tokens, typographyStyles } from '@fluentui/react-components'
import { useId } from 'react'
import { standingAnswer, type ChecklistLine, type Need } from '../../../shared/checklists.ts'
import { setFact, setWords } from '../../../shared/minutes-document.ts'
import { dayWords } from '../../../shared/time.ts'
import { useMinutes, useWriting } from '../../minutes/writing.ts'
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
  details: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, '& > *': { flex: '1 1 11rem' } },
})

export function ChecklistQuestion({ line }: { line: ChecklistLine }) {
  const styles = useStyles()
  const { session } = useWriting()
  const minutes = useMinutes()
  const label = useId()
  const given = minutes.lines[line.id]
  const answer = standingAnswer(line, given)
  const preset = given?.answer === undefined && line.preset !== null
  const needs = line.options.find(({ value }) => value === answer)?.needs ?? []
  const choose = (value: string) =>
    setFact(session.doc, `lines/${line.id}/answer`, given?.answer === value ? '' : value)
  return (
    <div className={styles.question} data-place={`line:${line.id}`}>
      <p className={styles.title} id={label}>
        {line.title}
      </p>
      {line.hint && <p className={styles.hint}>{line.hint}</p>}
      <div className={styles.answers} role="group" aria-labelledby={label}>
        {line.options.map(({ value, words }) => (
          <ToggleButton key={value} size="large" checked={answer === value} onClick={() => choose(value)}>
            {words}
          </ToggleButton>
        ))}
      </div>
      {preset && <p className={styles.hint}>Filled in from the case; press another answer if that is not so.</p>}
      {!preset && needs.length > 0 && (
        <div className={styles.details}>
          {needs.map((need) => (
            <Needed key={need} need={need} line={line} />
          ))}
        </div>
      )}
    </div>
  )
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
