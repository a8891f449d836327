/**
 * The words of England's Children's Social Care Placements Standard (version 2, draft): for each concept its name in
 * JSON-LD, and the spellings that stand for it. Letter case, blanks and hyphens make no difference.
 */

/** The concept's name first; what a form shows behind it. */
type Concepts = Record<string, readonly string[]>

export const URGENCIES = {
  Today: ['Today'],
  WithinFiveDays: ['< 5 days', 'in less than 5 days'],
  MoreThanFiveDays: ['> 5 days', 'in more than 5 days'],
} as const satisfies Concepts

export const PRESENCES = {
  Yes: ['Y'],
  No: ['N'],
  NotSpecified: ['Not Specified'],
} as const satisfies Concepts

export const LANGUAGES = {
  ESOL: ['ESOL'],
  BSL: ['BSL'],
  Makaton: ['Makaton'],
  Other: ['Other'],
  None: ['None'],
} as const satisfies Concepts

export const CULTURAL_NEEDS = {
  Required: ['Required'],
  NotRequired: ['Not required'],
  NotKnown: ['Not Known'],
  Other: ['Other'],
} as const satisfies Concepts

export const COMPANIONS = {
  SoloPlacement: ['Solo placement recommended'],
  WithOtherChildren: ['With other children recommended'],
  OnlyWithOlderChildren: ['Only with other older children'],
  OnlyWithYoungerChildren: ['Only with other younger children'],
  NoPreference: ['No preference'],
} as const satisfies Concepts

export const PETS = {
  YesMust: ['Yes - must'],
  YesCan: ['Yes - can'],
  No: ['No'],
  NotKnown: ['Not Known'],
} as const satisfies Concepts

export const SUPPORTS = {
  AdditionalSupervision: ['Additional supervision'],
  TherapeuticSupport: ['Therapeutic support'],
  WorkerForRespite: ['A worker for respite'],
  TaxisToSchool: ['Taxis to school'],
  NotApplicable: ['NA'],
  Other: ['Other', 'other (please specify)'],
} as const satisfies Concepts

export const SUITABILITIES = {
  Preferred: ['Preferred'],
  SuitableButNotPreferred: ['Suitable but not preferred'],
  Unsuitable: ['Unsuitable'],
  NotSpecified: ['Not specified'],
} as const satisfies Concepts

export const RISK_LEVELS = {
  RiskPresent: ['Risk Present'],
  NoKnownRisk: ['No known risk'],
} as const satisfies Concepts

export const OUT_OF_AREA_REASONS = {
  SafeguardingConcerns: ['Safeguarding concerns'],
  BailConditions: ['Bail conditions'],
  CourtOrder: ['Court order'],
  OutOfLAReasonOther: ['Other'],
} as const satisfies Concepts

export const STANDARD_PLACEMENT_TYPES = {
  Residential: ['Residential'],
  Foster: ['Foster'],
  SupportedAccommodation: ['Supported Accommodation'],
} as const satisfies Concepts

/** Each risk that a record speaks to, in the words of a meeting. */
export const RISKS_TO_THE_CHILD = {
  riskSelfHarm: 'self-harm',
  riskEatingDisorder: 'an eating disorder',
  riskDrugAlcohol: 'drugs and alcohol',
  riskMissing: 'going missing',
  riskSexualExploitation: 'sexual exploitation',
  riskCriminalExploitation: 'criminal exploitation',
} as const
export const RISKS_TO_OTHERS = {
  riskToOthersPhysical: 'physical harm to others',
  riskToOthersSexual: 'sexual harm to others',
  riskToOthersFire: 'setting fires',
  riskToOthersAnimals: 'harm to animals',
  riskToOthersCriminal: 'drawing others into crime',
} as const
