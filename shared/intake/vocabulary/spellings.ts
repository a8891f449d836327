/** Words that are read although a letter is wrong, missing, doubled or has changed places with its neighbour. */

/** Long words that nothing else in a confirmation resembles. Names of people must never come near one of these. */
// prettier-ignore
export const READ_WITH_A_SLIP = [
  'placement', 'reference', 'residential', 'emergency', 'planned', 'unplanned', 'fostering', 'foster', 'accommodation',
  'supported', 'interim', 'section', 'initial', 'provider', 'address', 'registered', 'supervising', 'independent',
  'connected', 'kinship', 'protection', 'social', 'status', 'commencing', 'confirmed', 'confirmation', 'allocated',
  'household', 'reviewing', 'manager', 'accommodated', 'cancellation', 'cancelled', 'withdrawn',
]

/** Words in their own right, however much they resemble one of those. */
// prettier-ignore
export const NO_SLIPS = [
  'planner', 'planners', 'forster', 'fosterer', 'managed', 'manages', 'provided', 'provides', 'supporter', 'connecter',
  'connector', 'confirmer', 'referenced', 'statue', 'initials', 'sections', 'suction', 'addresses', 'initially',
  'relocated', 'confirmations', 'fosters', 'unplaned',
]

/** Slips in words that are too short, or too like others, for that. */
export const SLIPS: Record<string, string> = {
  strat: 'start',
  strats: 'start',
  movng: 'moving',
  moveing: 'moving',
  carrer: 'carer',
  confirmimg: 'confirming',
  emergancies: 'emergency',
}
