/** The agenda item that the meeting is at: what may be asked, what was written, and the input for more. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useState, type RefObject } from 'react'
import { familyWords, outSince } from '../../../shared/record/attendance.ts'
import type { AttendeeView } from '../../../shared/meeting/meeting-view.ts'
import { recordQuestions } from '../../../shared/record/record-questions.ts'
import { AUTHORITY_ITEM } from '../../../shared/record/delegated-authority.ts'
import { HOUSE_QUESTION } from '../../../shared/people/household.ts'
import { RISK_ITEM } from '../../../shared/record/item-questions.ts'
import { FILLED_BY_THEMSELVES, isSilent } from '../../../shared/record/minutes-gaps.ts'
import { durationWords, londonTime } from '../../../shared/dates/time.ts'
import { meetingDay, readBack } from '../../../shared/record/read-back.ts'
import { useMinutes, useWriting } from '../../minutes/writing.ts'
import { ForProfessionals } from '../for-professionals.tsx'
import { AuthorityGrid } from './authority-grid.tsx'
import { ChecklistQuestion } from './checklist-question.tsx'
import { EntryComposer } from './entry-composer.tsx'
import { EntryRow } from './entry-row.tsx'
import { Household } from './household.tsx'
import { NotDiscussed } from './not-discussed.tsx'
import { RestIsDone } from './rest-is-done.tsx'
import { ACTIONS_ITEM, CHAIRS_ITEM, EMERGENCY_ITEM, type Place } from './places.ts'

const useStyles = makeStyles({
  title: { ...typographyStyles.subtitle1, margin: 0, outlineOffset: '4px' },
  quiet: { color: tokens.colorNeutralForeground2, ...typographyStyles.body1, margin: 0 },
  prompts: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
    ...typographyStyles.body1,
  },
  entries: { listStyleType: 'none', margin: 0, padding: 0 },
  apart: {
    padding: tokens.spacingHorizontalM,
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    margin: 0,
  },
})

type Props = {
  place: Place & { kind: 'item' }
  family: AttendeeView[]
  composer: RefObject<HTMLTextAreaElement | null>
}

export function ItemPage({ place: { item, lines, title }, family, composer }: Props) {
  const styles = useStyles()
  const { view } = useWriting()
  const minutes = useMinutes()
  const child = view.attendees.find(({ role }) => role === 'child')
  const was = child && minutes.attendance[child.key]
  const wasOut = (was?.steppedOut ?? []).length > 0
  const out = outSince(was)
  const [live, setLive] = useState<string | null>(null)
  const entries = minutes.entries.filter((entry) => entry.item === item.item && entry.id !== live)
  const silent = isSilent(item.item, view, minutes) && live === null
  const isChecklist = item.item === EMERGENCY_ITEM || item.item === CHAIRS_ITEM
  const childHears = family.some(({ role }) => role === 'child')
  const mayBePutOff = !FILLED_BY_THEMSELVES.includes(item.item)
  // What has a field of its own need not be suggested.
  const asked = [...lines.flatMap((line) => [line.title, line.friendly]), HOUSE_QUESTION]
  const prompts = item.prompts.filter((prompt) => !asked.includes(prompt))
  const professionals = item.audience === 'professionals'
  return (
    <>
      <div>
        <h2 className={styles.title} tabIndex={-1} data-heading>
          {title}
          {professionals && <ForProfessionals />}
        </h2>
        <p className={styles.quiet}>{durationWords(item.minutes)}</p>
      </div>
      {professionals && family.length > 0 && (
        <p className={styles.apart}>{familyWords(family, minutes)}. Take this item apart from them.</p>
      )}
      {out && (
        <p className={styles.apart}>
          The child has been out since {londonTime(out)}. What is written now is marked as talked about without them.
        </p>
      )}
      {prompts.length > 0 && (
        <ul className={styles.prompts}>
          {prompts.map((prompt) => (
            <li key={prompt}>{prompt}</li>
          ))}
        </ul>
      )}
      {lines.map((line) => (
        <ChecklistQuestion key={line.id} line={line} childHears={childHears} />
      ))}
      {item.item === CHAIRS_ITEM && <RestIsDone lines={lines} />}
      {item.item === RISK_ITEM && <Household />}
      {item.item === AUTHORITY_ITEM && view.authority && <AuthorityGrid duties={view.authority} />}
      {item.item === ACTIONS_ITEM && <EveryAction wasOut={wasOut} />}
      {entries.length > 0 && (
        <ul className={styles.entries}>
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} wasOut={wasOut} />
          ))}
        </ul>
      )}
      {!isChecklist && (
        <EntryComposer item={item.item} title={title} live={live} onLive={setLive} fieldRef={composer} />
      )}
      {mayBePutOff && silent && <NotDiscussed item={item.item} />}
    </>
  )
}

/** Actions stand under the item in which they came up; here they are gone through together. */
function EveryAction({ wasOut }: { wasOut: boolean }) {
  const styles = useStyles()
  const { view } = useWriting()
  const minutes = useMinutes()
  const titleOf = (item: string) => view.agenda.find((one) => one.item === item)?.title ?? 'another item'
  const actions = minutes.entries.filter(({ type, item }) => type === 'action' && item !== ACTIONS_ITEM)
  const lines = recordQuestions(view, minutes)
  const { actions: all } = readBack(minutes, {
    people: view.attendees,
    agenda: view.agenda,
    lines,
    heldOn: meetingDay(view),
  })
  const others = all.filter((action) => !minutes.entries.some(({ id }) => id === action.id))
  if (actions.length === 0 && others.length === 0) return <p className={styles.quiet}>No action is written yet.</p>
  return (
    <ul className={styles.entries}>
      {actions.map((entry) => (
        <EntryRow key={entry.id} entry={entry} from={titleOf(entry.item)} wasOut={wasOut} />
      ))}
      {others.map(({ id, words }) => (
        <li key={id} className={styles.quiet}>
          {words}
        </li>
      ))}
    </ul>
  )
}
