/** What is open about the placement as a whole, before what is open about the meeting. */
import type { CaseView } from '../../../shared/case-view.ts'
import { AskedByOthers } from './asked.tsx'
import { ReportedChange } from './reported-change.tsx'

export function CaseMatters({ placement, onDone }: { placement: CaseView; onDone: () => void }) {
  return (
    <>
      <ReportedChange placement={placement} onDone={onDone} />
      <AskedByOthers placement={placement} onDone={onDone} />
    </>
  )
}
