/** What a text led to, where that is more than one draft: each child apart, and placements that are confirmed already. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useState } from 'react'
import type { CaseFound, Found } from '../../../shared/wire/drafts-api.ts'
import { goTo, pathOf, pathOfDraft } from '../../route.ts'
import { useTab } from '../../tab-context.ts'
import { PlacementOff } from '../case/placement-off.tsx'
import { ReportedChange } from '../case/reported-change.tsx'
import { Section } from '../section.tsx'
import { bringIn } from './draft-api.ts'

const useStyles = makeStyles({
  references: { ...typographyStyles.body1Strong, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export function FoundList({ found }: { found: Found[] }) {
  return found.map((one, n) => {
    if (one.is === 'draft') return <DraftFound key={one.id} draft={one} />
    if (one.is === 'case') return <CaseOne key={one.placement.id} found={one} notice={one.notice} />
    return (
      <Section key={n} title="Nothing to do here">
        <p>{one.notice}</p>
      </Section>
    )
  })
}

export const referencesOf = ({
  caseReference,
  placementReference,
}: Pick<Extract<Found, { is: 'draft' }>, 'caseReference' | 'placementReference'>): string =>
  [caseReference ?? 'no case reference yet', placementReference ?? 'no placement reference yet'].join(' · ')

function DraftFound({ draft }: { draft: Extract<Found, { is: 'draft' }> }) {
  const styles = useStyles()
  const references = referencesOf(draft)
  return (
    <Section title={references}>
      <p>{draft.placement}</p>
      {draft.notice && <p>{draft.notice}</p>}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          aria-label={`Look at it: ${references}`}
          onClick={() => goTo(pathOfDraft(draft.id))}
        >
          Look at it
        </Button>
      </div>
    </Section>
  )
}

/** Old and new beside each other, and a press for each way to settle it; the meetings a press away. */
function CaseOne({ found, notice }: { found: CaseFound; notice: string | null }) {
  const styles = useStyles()
  const { api } = useTab()
  const [{ placement, meetings, line, ...references }, setCase] = useState(found)
  const look = async () => {
    const answer = await bringIn(api).caseOf(placement.id)
    if (answer.ok) setCase(answer.value.case)
  }
  return (
    <>
      <Section title={referencesOf(references)}>
        <p>{line}</p>
        {notice && (placement.change || !found.placement.change) && <p role="status">{notice}</p>}
        {placement.cancelled && <p>{placement.cancelled.words}</p>}
        {meetings.map(({ id, ref, words }) => (
          <p key={id}>
            {ref}: {words}
          </p>
        ))}
        <div className={styles.buttons}>
          {meetings.map(({ id, ref }) => (
            <Button key={id} onClick={() => goTo(pathOf(id))}>
              Open {ref}
            </Button>
          ))}
        </div>
      </Section>
      {placement.doubt && <PlacementOff placement={placement} onDone={() => void look()} />}
      <ReportedChange placement={placement} onDone={() => void look()} />
    </>
  )
}
