/** A record that is only read: closed, or not this reader's to write. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { agendaInUse } from '../../../shared/agenda/agenda-in-use.ts'
import { attendanceText } from '../../../shared/record/attendance.ts'
import { belowMinimumWords } from '../../../shared/record/below-minimum.ts'
import { recordQuestions } from '../../../shared/record/record-questions.ts'
import type { MeetingView } from '../../../shared/meeting/meeting-view.ts'
import { timesWords } from '../../../shared/meeting/meeting-times.ts'
import type { Minutes } from '../../../shared/record/minutes.ts'
import {
  entryText,
  itemOutcomeText,
  lineText,
  minutesAsText,
  positionsText,
  tableText,
} from '../../../shared/record/minutes-text.ts'
import { momentWords } from '../../../shared/dates/time.ts'
import { ROLE_WORDS } from '../../../shared/words.ts'
import { CopyText } from '../copy-text.tsx'
import { Section } from '../section.tsx'
import { ReadBack } from './read-back.tsx'
import { WhatFollows } from './what-follows.tsx'

const useStyles = makeStyles({
  record: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalXXL,
  },
  item: { ...typographyStyles.body1Strong, margin: 0 },
  lines: { '& li': { whiteSpace: 'pre-wrap' } },
  kept: { whiteSpace: 'pre-wrap' },
})

export function Record({ view: planned, minutes }: { view: MeetingView; minutes: Minutes }) {
  const view = { ...planned, agenda: agendaInUse(planned.agenda, minutes) }
  const styles = useStyles()
  const questions = recordQuestions(view, minutes)
    .map((line) => ({ id: line.id, text: lineText(line, minutes, view) }))
    .filter(({ text }) => text !== '')
  const positions = positionsText(minutes, view)
  const below = belowMinimumWords(view, minutes)
  return (
    <div className={styles.record}>
      <Section title="The record">
        <p>
          {view.closedAt
            ? `Closed on ${momentWords(view.closedAt)}. It can no longer be changed.`
            : 'It is still being written. You can read it, and somebody else writes.'}
        </p>
        <div>
          <CopyText label="Copy as text" text={() => minutesAsText(minutes, view)} />
        </div>
      </Section>
      <ReadBack view={view} minutes={minutes} />
      {positions.length > 0 && (
        <Section title="What each said to it">
          <ul className={styles.lines}>
            {positions.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Section>
      )}
      {minutes.childsSummary?.trim() && (
        <Section title="For the child to keep">
          <p className={styles.kept}>{minutes.childsSummary}</p>
          <div>
            <CopyText label="Copy for the child" text={() => minutes.childsSummary ?? ''} />
          </div>
        </Section>
      )}
      <WhatFollows view={view} minutes={minutes} />
      <Section title="Who was there">
        {minutes.times && <p>{timesWords(minutes.times)}.</p>}
        {below && <p>{below}.</p>}
        <ul>
          {view.attendees
            .filter(({ inRecord }) => inRecord)
            .map(({ key, name, role, notInvitedBecause: why }) => (
              <li key={key}>
                {name}
                {role !== 'child' && `, ${ROLE_WORDS[role]}`}: {attendanceText(minutes.attendance[key] ?? {}, why)}
              </li>
            ))}
        </ul>
      </Section>
      <Section title="Item by item">
        {view.agenda.map(({ item, title }) => {
          const entries = minutes.entries.filter((entry) => entry.item === item && entry.text.trim() !== '')
          const outcome = itemOutcomeText(item, minutes, view)
          const table = tableText(item, minutes, view)
          if (entries.length === 0 && table.length === 0 && !outcome) return null
          return (
            <div key={item}>
              <h3 className={styles.item}>{title}</h3>
              <ul className={styles.lines}>
                {entries.map((entry) => (
                  <li key={entry.id}>{entryText(entry, view)}</li>
                ))}
                {table.map((row) => (
                  <li key={row}>{row}</li>
                ))}
                {outcome && <li>{outcome}</li>}
              </ul>
            </div>
          )
        })}
      </Section>
      {questions.length > 0 && (
        <Section title="Questions">
          <ul className={styles.lines}>
            {questions.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}
