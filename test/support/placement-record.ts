/** A record of the national Placements Standard, as a case system hands it over, and parts to change. */
type Section = Record<string, unknown>

const NO_RISK = 'No known risk'

export const aRecord = (over: Record<string, Section | undefined> = {}): Record<string, unknown> => {
  const record: Record<string, Section> = {
    placementAvailability: { placementId: 'PL-40417', neededBy: 'Today', siblingCount: 2 },
    placementRequirements: {
      communicationNeeds: 'Yes',
      specificCommunicationRequirement: ['ESOL', 'BSL'],
      culturalNeeds: 'Required',
      livingCompanions: 'Solo placement recommended',
      pets: 'Yes-can',
      additionalSupport: ['Therapeutic support'],
      deprivationOfLiberty: true,
    },
    placementRecommendation: {
      fosterCareSuitability: 'Preferred',
      residentialCareSuitability: 'Suitable but not preferred',
      supportedAccommodationSuitability: 'Unsuitable',
    },
    riskAssessment: {
      riskSelfHarm: 'Risk Present',
      riskCriminalExploitation: NO_RISK,
      riskDrugAlcohol: NO_RISK,
      riskEatingDisorder: NO_RISK,
      riskMissing: NO_RISK,
      riskSexualExploitation: NO_RISK,
      riskToOthersPhysical: NO_RISK,
      riskToOthersSexual: NO_RISK,
      riskToOthersFire: 'Risk Present',
      riskToOthersAnimals: NO_RISK,
      riskToOthersCriminal: NO_RISK,
    },
    actualPlacement: {
      totalWeeklyCost: 912.4,
      placementLocation: 'AL4',
      isLocationPreferred: true,
      isEducationContinuous: false,
      providerURN: 'SC990012',
      siblingsPlacedTogether: 0,
      placementType: 'Foster',
    },
    qualityAssurance: {
      referralDate: '2026-12-14',
      placementOfficerName: 'Ines Calloway',
      placementDate: '2026-12-17',
      costDate: '2026-12-18',
    },
  }
  for (const [name, section] of Object.entries(over)) {
    if (section) record[name] = { ...record[name], ...section }
    else delete record[name]
  }
  return { '@context': 'https://example.org/context.jsonld', '@type': 'Placement', childId: 'BKS-204417', ...record }
}
