import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { familyPresent, familyWords } from '../../../shared/record/attendance.ts'
import type { MeetingView } from '../../../shared/meeting/meeting-view.ts'
import type { Minutes } from '../../../shared/record/minutes.ts'
import type { AgendaItem } from '../../../shared/meeting/plan.ts'
import { durationWords } from '../../../shared/dates/time.ts'
import { listed } from '../../../shared/people/who-is-told.ts'
import { ForProfessionals } from '../for-professionals.tsx'
import { Section } from '../section.tsx'

const useStyles = makeStyles({
  items: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXXL, '& li': { paddingBlock: '2px' } },
  minutes: { color: tokens.colorNeutralForeground2 },
  prompts: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  more: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type Props = {
  view: Pick<MeetingView, 'attendees'>
  agenda: AgendaItem[]
  durationMinutes: number
  minutes: Minutes
  /** For whoever may put it in another order. */
  onChange?: () => void
}

/** What will be talked about, in which order, for how long, and what of it apart from the family. */
export function AgendaAhead({ view, agenda, durationMinutes, minutes, onChange }: Props) {
  const styles = useStyles()
  const [prompts, setPrompts] = useState(false)
  if (agenda.length === 0) return null
  const apart = agenda.filter(
    ({ item, audience }) => audience === 'professionals' && !minutes.items[item]?.notDiscussed,
  )
  const family = familyPresent(view.attendees, minutes)
  return (
    <Section title={`Agenda: ${agenda.length} items in ${durationWords(durationMinutes)}`}>
      {family.length > 0 && apart.length > 0 && (
        <p>
          {familyWords(family, minutes)}: take {listed(apart.map(({ title }) => `“${title}”`))} apart from them.
        </p>
      )}
      <ol className={styles.items}>
        {agenda.map((item) => (
          <li key={item.item}>
            {item.title}{' '}
            <span className={styles.minutes}>
              {minutes.items[item.item]?.notDiscussed ? 'Parked' : `${item.minutes} min`}
            </span>
            {item.audience === 'professionals' && <ForProfessionals />}
            {prompts && item.prompts.length > 0 && <div className={styles.prompts}>{item.prompts.join(' · ')}</div>}
          </li>
        ))}
      </ol>
      <div className={styles.more}>
        <Button aria-expanded={prompts} onClick={() => setPrompts(!prompts)}>
          {prompts ? 'Hide what may be asked' : 'Show what may be asked'}
        </Button>
        {onChange && <Button onClick={onChange}>Change the agenda</Button>}
      </div>
    </Section>
  )
}
