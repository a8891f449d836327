/**
 * What a record of the national Placements Standard says of a placement: the parts of a confirmation that it makes
 * certain, and what the child needs, which the agenda asks after. It holds no start, no initials and no people: whoever
 * confirms the placement adds those.
 */
import { asksFor } from '../intake/asks.ts'
import type { PartialConfirmation, Reading, Words } from './draft.ts'
import type { PlacementType } from './placement.ts'
import type { PlacementNeeds } from './placement-needs.ts'
import { RISKS_TO_OTHERS, RISKS_TO_THE_CHILD } from './placements-standard.ts'
import type { PlacementRecord } from '../wire/placement-record.ts'

const TYPES: Record<NonNullable<PlacementRecord['actualPlacement']>['placementType'], PlacementType> = {
  Residential: 'residential',
  Foster: 'foster',
  SupportedAccommodation: 'supportedAccommodation',
}

/** The day on which a record was entered is no start, and "needed today" no statement that it is an emergency. */
export function readingOf(record: PlacementRecord): Reading {
  const { childId, placementAvailability, actualPlacement: actual } = record
  const placementId = placementAvailability?.placementId
  const placement: PartialConfirmation['placement'] = actual && {
    type: TYPES[actual.placementType],
    providerUrn: actual.providerURN,
    educationDisrupted: !actual.isEducationContinuous,
  }
  const fields: PartialConfirmation = {
    caseReference: childId,
    ...(placementId !== undefined && { placementReference: placementId }),
    ...(placement && { placement }),
  }
  const words: Words[] = [
    { field: 'caseReference', phrase: childId },
    ...(placementId !== undefined ? [{ field: 'placementReference', phrase: placementId }] : []),
    ...(actual
      ? [
          { field: 'placement.type', phrase: actual.placementType },
          { field: 'placement.providerUrn', phrase: actual.providerURN },
          { field: 'placement.educationDisrupted', phrase: `isEducationContinuous ${actual.isEducationContinuous}` },
        ]
      : []),
  ]
  return {
    verdict: 'confirmation',
    confirmations: [{ fields, words, asks: asksFor(fields, [], 'allThatIsMissing'), needs: needsIn(record) }],
  }
}

function needsIn({ placementAvailability, placementRequirements, riskAssessment, actualPlacement }: PlacementRecord) {
  const present = (names: Record<string, string>) =>
    Object.entries(names).flatMap(([name, words]) =>
      riskAssessment[name as keyof typeof riskAssessment] === 'RiskPresent' ? [words] : [],
    )
  const needed = placementRequirements
  const needs: PlacementNeeds = {
    risksToChild: [...present(RISKS_TO_THE_CHILD), ...(riskAssessment.riskOther ? [riskAssessment.riskOther] : [])],
    risksToOthers: [
      ...present(RISKS_TO_OTHERS),
      ...(riskAssessment.riskToOthersOther ? [riskAssessment.riskToOthersOther] : []),
    ],
    communication: [
      ...needed.specificCommunicationRequirement.filter((one) => one !== 'None' && one !== 'Other'),
      ...(needed.specificCommunicationRequirementOther ?? []),
    ],
    communicationNeeded: needed.communicationNeeds === 'Yes',
    culture: needed.culturalNeeds === 'Required' || needed.culturalNeeds === 'Other',
    cultureInWords: needed.culturalNeedsOther ?? [],
    companions: needed.livingCompanions,
    pets: needed.pets,
    support: (needed.additionalSupport ?? []).filter((one) => one !== 'NotApplicable' && one !== 'Other'),
    supportInWords: needed.additionalSupportOther ?? [],
    homeAdaptation: needed.homeAdaptationRequired === true,
    deprivationOfLiberty: needed.deprivationOfLiberty === true,
    siblingsApart: Math.max(
      0,
      (placementAvailability?.siblingCount ?? 0) - (actualPlacement?.siblingsPlacedTogether ?? Infinity),
    ),
  }
  return needs
}
