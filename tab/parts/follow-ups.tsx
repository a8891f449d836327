/**
 * What the reader took on in meetings and has not done yet; for whoever supervises carers, what those took on; and for
 * whoever leads a case, what others left open for long.
 */
import { Button, Link, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import type { FollowUpRow } from '../../shared/record/follow-ups.ts'
import { dayWords } from '../../shared/dates/time.ts'
import { goTo, pathOf } from '../route.ts'
import { useTab } from '../tab-context.ts'
import { useAnswer } from '../use-answer.ts'
import { StandingMark } from './standing-mark.tsx'

const LOOK_AGAIN_MS = 5 * 60_000

const useStyles = makeStyles({
  title: { ...typographyStyles.subtitle2, margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalS}` },
  rows: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
    '@media (min-width: 520px)': { gridTemplateColumns: '9rem minmax(0, 1fr) 11.5rem' },
  },
  which: { marginBottom: tokens.spacingVerticalS, maxWidth: '20rem' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

export default function FollowUps() {
  const styles = useStyles()
  const { api, announce } = useTab()
  const { asked, put } = useAnswer(
    useCallback(() => api.followUps(), [api]),
    LOOK_AGAIN_MS,
  )
  const [undone, setUndone] = useState<FollowUpRow | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const [household, setHousehold] = useState('')
  // The list of meetings stands without them; they come when they come.
  if (asked.status !== 'loaded') return null
  const rows = asked.value.followUps

  const mark = async (row: FollowUpRow, done: boolean) => {
    const answer = await api.finishFollowUp(row.meetingId, { id: row.id, done })
    setFailed(answer.ok ? null : answer.refusal.message)
    if (!answer.ok) return
    put(answer.value)
    setUndone(done ? row : null)
    announce(done ? 'Done' : 'Open again')
  }
  const households = [...new Set(rows.flatMap((row) => row.household ?? []))].sort()
  // The last action of a household may just have been done.
  const chosen = households.includes(household) ? household : ''
  const ofCarers = rows.filter((row) => row.household && (chosen === '' || row.household === chosen))
  const groups: [string, FollowUpRow[]][] = [
    ['You took on', rows.filter(({ owner }) => owner === null)],
    ['Your carers took on', ofCarers],
    ['Open for long', rows.filter((row) => row.owner !== null && !row.household)],
  ]
  return (
    <>
      {groups.map(([title, inGroup]) => {
        if (inGroup.length === 0) return null
        const id = `follow-ups-${title.replaceAll(' ', '-')}`
        return (
          <section key={title} aria-labelledby={id}>
            <h2 className={styles.title} id={id}>
              {title} ({inGroup.length})
            </h2>
            {inGroup === ofCarers && households.length > 1 && (
              <Select
                className={styles.which}
                aria-label="Which household"
                value={chosen}
                onChange={(_, { value }) => setHousehold(value)}
              >
                <option value="">All your households</option>
                {households.map((carers) => (
                  <option key={carers} value={carers}>
                    {carers}
                  </option>
                ))}
              </Select>
            )}
            <ul className={styles.rows}>
              {inGroup.map((row) => (
                <li key={`${row.meetingId} ${row.id}`} className={styles.row}>
                  <StandingMark worry={row.isLate ? 'urgent' : 'calm'} words={row.isLate ? 'Late' : 'To do'} />
                  <span>
                    {row.words}
                    <br />
                    <span className={styles.quiet}>
                      {[row.owner, row.by ? `by ${dayWords(row.by)}` : 'no date'].filter(Boolean).join(', ')},{' '}
                      <Link as="button" onClick={() => goTo(pathOf(row.meetingId))}>
                        {row.ref}
                      </Link>
                    </span>
                  </span>
                  <Button aria-label={`Done: ${row.words}`} onClick={() => void mark(row, true)}>
                    Done
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      {failed && <p role="alert">{failed}</p>}
      {undone && (
        <p>
          Done: {undone.words} <Button onClick={() => void mark(undone, false)}>Undo</Button>
        </p>
      )}
    </>
  )
}
