/** Which documents should be ready before a meeting: the pack's own for this placement, then the default's besides. */
import type { Practice } from '../people/attendees.ts'
import type { PlacementConfirmation, PlacementType } from '../placement/placement.ts'
import type { MeetingDocument, MeetingKind } from '../meeting/plan.ts'
import type { DocumentCell } from '../practice/practice-pack.ts'

export function documentsOf(
  confirmation: PlacementConfirmation,
  type: PlacementType,
  combines: MeetingKind[],
  practice: Practice,
): MeetingDocument[] {
  return documentCells(practice, (cell) => !cell.for || cell.for.includes(type))
    .filter(({ when }) => {
      if (when === 'from16') return confirmation.child.ageInYears >= 16
      if (when === 'newlyLookedAfter') return !!confirmation.child.newlyLookedAfterOn
      if (when === 'laterMeeting') return !combines.includes('first') && !combines.includes('introduction')
      return true
    })
    .map(({ id, requirements }) => ({ id, requirements }))
}

/** What a document is called in this authority. */
export const documentTitle = (id: string, practice: Practice): string =>
  documentCells(practice, (cell) => cell.id === id)[0]?.is ?? id

/** The default's cell stands wherever the pack has none that fits: a pack for foster homes says nothing of others. */
function documentCells({ pack, fallback }: Practice, fits: (cell: DocumentCell) => boolean): DocumentCell[] {
  const own = pack.documents.filter(fits)
  if (pack === fallback) return own
  return [...own, ...fallback.documents.filter(fits).filter(({ id }) => !own.some((cell) => cell.id === id))]
}
