/** What an id such as R-064, P-03 or L-01 stands for. The entries themselves stand in the files beside this one, by section. */

/** Whose words a requirement goes back to. */
export const SOURCE_WORDS = {
  practiceStandards: 'practice standards',
  carePlanningGuidance: 'care planning guidance',
  westMidlands: 'West Midlands procedures',
  southGlos: 'South Glos',
  leicester: 'Leicester',
  law: 'law',
  privacyRule: 'our privacy rule',
  assumption: 'our assumption',
  hardCase: 'worked case',
} as const
export type Source = keyof typeof SOURCE_WORDS

/** How far the words of the law were seen for themselves; null where there is nothing to warn of. */
export const CHECKED_WORDS = {
  confirmed: null,
  inPart: 'seen in part',
  secondary: 'seen second-hand',
  unconfirmed: 'not confirmed',
} as const
export type Checked = keyof typeof CHECKED_WORDS

export type Legal = {
  citation: string
  checked: Checked
  /** What remains in doubt, where the rest has been seen. */
  doubt?: string
}

export type Requirement = {
  id: string
  /** One line for a social worker, which reads on after the id: `R-064: at least the carer and both social workers`. */
  title: string
  from: readonly Source[]
  /** Its sources do not say it outright: it follows from them. */
  implied: boolean
  /** Of facts of law alone. */
  legal: Legal | null
}

/** The requirements of one section, as its file writes them. */
export type Section = {
  title: string
  entries: Readonly<Record<string, { from: readonly Source[]; title: string; implied?: true }>>
}
