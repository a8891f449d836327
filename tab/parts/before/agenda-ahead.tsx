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
  more: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type Props = {
  agenda: AgendaItem[]
  durationMinutes: number
  /** For whoever may put it in another order. */
  onChange?: () => void
}

/** What will be talked about, in which order, and for how long. */
export function AgendaAhead({ agenda, durationMinutes, onChange }: Props) {
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
      <div className={styles.more}>
        <Button aria-expanded={prompts} onClick={() => setPrompts(!prompts)}>
          {prompts ? 'Hide what may be asked' : 'Show what may be asked'}
        </Button>
        {onChange && <Button onClick={onChange}>Change the agenda</Button>}
      </div>
    </Section>
  )
}
