import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useState } from 'react'
import type { AgendaItem } from '../../../shared/plan.ts'
import { durationWords } from '../../../shared/time.ts'
import { ForProfessionals } from '../for-professionals.tsx'
import { Section } from '../section.tsx'

const useStyles = makeStyles({
  items: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXXL, '& li': { paddingBlock: '2px' } },
  minutes: { color: tokens.colorNeutralForeground2 },
  prompts: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  more: { alignSelf: 'flex-start' },
})

/** What will be talked about and for how long; the minutes add up to what is booked. */
export function AgendaAhead({ agenda, durationMinutes }: { agenda: AgendaItem[]; durationMinutes: number }) {
  const styles = useStyles()
  const [prompts, setPrompts] = useState(false)
  if (agenda.length === 0) return null
  return (
    <Section title={`Agenda: ${agenda.length} items in ${durationWords(durationMinutes)}`}>
      <ol className={styles.items}>
        {agenda.map((item) => (
          <li key={item.item}>
            {item.title} <span className={styles.minutes}>{item.minutes} min</span>
            {item.audience === 'professionals' && <ForProfessionals />}
            {prompts && item.prompts.length > 0 && <div className={styles.prompts}>{item.prompts.join(' · ')}</div>}
          </li>
        ))}
      </ol>
      <Button className={styles.more} aria-expanded={prompts} onClick={() => setPrompts(!prompts)}>
        {prompts ? 'Hide what may be asked' : 'Show what may be asked'}
      </Button>
    </Section>
  )
}
