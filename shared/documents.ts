/** Which documents should be ready before a meeting: the pack's own, then the default's that it does not name. */
import type { Practice } from './attendees.ts'
import type { PlacementConfirmation, PlacementType } from './placement.ts'
import type { MeetingDocument, MeetingKind } from './plan.ts'
import type { DocumentCell } from './practice-pack.ts'

export function documentsOf(
  confirmation: PlacementConfirmation,
  type: PlacementType,
  kind: MeetingKind,
  practice: Practice,
): MeetingDocument[] {
  return documentCells(practice)
    .filter((cell) => !cell.for || cell.for.includes(type))
    .filter(({ when }) => {
      if (when === 'from16') return confirmation.child.ageInYears >= 16
      if (when === 'newlyLookedAfter') return !!confirmation.child.newlyLookedAfterOn
      if (when === 'laterMeeting') return kind === 'interval' || kind === 'duringReview'
      return true
    })
    .map(({ id, requirements }) => ({ id, requirements }))
}

/** What a document is called in this authority. */
export const documentTitle = (id: string, practice: Practice): string =>
  documentCells(practice).find((cell) => cell.id === id)?.is ?? id

const documentCells = ({ pack, fallback }: Practice): DocumentCell[] => [
  ...pack.documents,
  ...(pack === fallback ? [] : fallback.documents.filter(({ id }) => !pack.documents.some((own) => own.id === id))),
]
