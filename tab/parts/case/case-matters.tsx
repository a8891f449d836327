/** What is open about the placement as a whole, before what is open about the meeting. */
import type { CaseView } from '../../../shared/placement/case-view.ts'
import { AskedByOthers } from './asked.tsx'
import { Section } from '../section.tsx'
import { PlacementOff } from './placement-off.tsx'
import { ReportedChange } from './reported-change.tsx'

export function CaseMatters({ placement, onDone }: { placement: CaseView; onDone: () => void }) {
  return (
    <>
      {placement.cancelled && (
        <Section title="The placement does not go ahead">
          <p>{placement.cancelled.words}</p>
          {placement.cancelled.reason && <p>Because: {placement.cancelled.reason}</p>}
        </Section>
      )}
      {placement.heldAnyway && (
        <Section title="A meeting is held all the same">
          <p>{placement.heldAnyway.words}</p>
          <p>Because: {placement.heldAnyway.because}</p>
        </Section>
      )}
      {placement.doubt && <PlacementOff placement={placement} onDone={onDone} />}
      <ReportedChange placement={placement} onDone={onDone} />
      <AskedByOthers placement={placement} onDone={onDone} />
    </>
  )
}
