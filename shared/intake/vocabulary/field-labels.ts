/**
 * How councils name the facts of a placement, in front of the value. Words in brackets may be there or not; order,
 * small words, plurals and letter case do not matter, and words with one meaning (`label-words.ts`) stand for each
 * other. To teach the app another wording, add it to the list of the fact it stands for.
 */
// prettier-ignore
export const FIELD_LABELS = {
  caseReference: [
    '(child) case (file) (record) (system) ref', '(child) case', 'child (record) ref',
    '(child) system (ref) (case) (record)', 'social care ref', 'child social care ref', 'area case ref', 'area child ref',
  ],
  placementReference: [
    'placement (confirmation) (agreement) (order) ref', 'confirmation ref', 'placement agreement ref', 'ipa ref',
    'individual placement agreement ref', 'purchase ref', 'area placement ref',
  ],
  /** `Reference` alone: of the case or of the placement, as the heading above it says. */
  reference: [
    'ref', 'our ref', 'file ref', 'your ref', 'area ref', 'placement confirmation', 'confirmation placement', 'placement confirmed',
    'placement agreed',
  ],
  child: [
    'child', 'about child', 'baby', 'child name', 'child placed', 'sibling', 'brother', 'sister', 'subject child',
  ],
  'child.initials': ['(child) (name) initial (age) (gender) (sex)'],
  'child.ageInYears': ['(child) (current) age (placement) (start) (year)', 'how old (child)'],
  'child.dateOfBirth': ['(child) dob', '(child) dob age'],
  'child.yearGroup': [
    '(school) (national) (curriculum) (nc) year group', '(school) (nc) (curriculum) (national) year', 'nc yr',
    'year group',
  ],
  'child.keyStage4': ['(child) (in) key stage (4)', '(in) ks (4)', 'gcse year'],
  'child.legalStatus': [
    'ls', '(child) (current) legal status (placement) (order) (section)', '(current) legal (position) (basis) (order)',
    '(care) (current) status', '(current) order', 'lookedafter status', 'accommodated under', 'status order',
  ],
  'child.firstPlacement': ['(child) first placement (care) (episode) (period)'],
  'child.placementNumber': [
    'placement so far', 'previous placement', 'how many placement', 'ref previous placement', 'ref placement care',
    'placement history',
  ],
  'child.lookedAfterSince': [
    '(date) (child) (became) (become) (since) lookedafter (date) (since) (start)', '(date) (in) care since',
    '(date) entered care', '(date) came into care', '(date) into care', '(date) taken into care',
    '(date) accommodated (since)', 'date accommodation', 'care episode (start) (date)', '(start) (date) period care',
    'start care', 'date received into care', 'date admission care', 'date arrive care', 'bla',
  ],
  'child.newlyLookedAfter': [
    'new (in) (into) care (episode)', 'new lookedafter', 'newly lookedafter', 'first time in care', 'new entrant care',
    'new care (entrant) (case)', 'newly in care', 'new lookedafter episode',
  ],
  'child.firstReviewHeld': [
    'first (lookedafter) review (held)', 'initial (lookedafter) review (held)', 'first review (done)',
    'first review held',
  ],
  'child.turns18On': ['(child) turn 18', '18 th birthday', 'eighteenth birthday', 'date turn 18', 'become 18'],
  'child.missingHistory': [
    'missing (before) (previously)', '(history) missing (episode)', '(previous) missing (episode) (incident)',
    'missing (care) (history) (episode) (concern) (risk) (home)', '(child) ever been missing',
    '(child) been missing (before)', 'risk missing', 'goes missing', 'history going missing', 'go missing',
  ],
  'child.missingNow': [
    '(child) (currently) missing now', '(child) currently missing', '(child) still missing', '(child) missing (at) present',
    '(child) missing (at) moment', '(child) missing today',
  ],
  'child.protectionConcern': [
    '(current) child protection (concern) (plan)', '(current) cp (plan) (concern)',
    '(current) (child) protection concern', 'safeguarding concern', 'protection concern',
  ],
  'child.courtProceedings': [
    '(ongoing) (current) (care) (court) proceeding (ongoing)', 'in court', 'court (proceeding) (ongoing)',
    'subject (care) (court) proceeding',
  ],
  'child.unaccompaniedAsylumSeeking': [
    'uasc', 'unaccompanied (asylum) (seeking) (child) (seeker) (uasc)', 'asylum seeking (child)', 'asylum seeker',
  ],
  'child.familyTime': [
    '(agreed) (current) (weekly) (child) family time (arrangement) (day) (time) (parent)', '(agreed) (current) (weekly) (child) family contact (arrangement) (day) (time)',
    'contact arrangement', 'contact time (family)', '(weekly) time family',
  ],
  placement: [
    '(child) placement', 'placed', '(child) going', 'move', 'about placement', 'placement information', 'new placement',
    'placement made', 'placement found', 'placement identified', 'placement offered', 'placement home',
  ],
  'placement.type': [
    '(placement) (provision) (provider) type',
    'type (placement) (provision) (care) (accommodation) (setting) (home) (resource)', '(type) provision',
    '(placement) setting', 'care type', 'accommodation type', 'service type', 'service', 'resource type', 'resource',
  ],
  'placement.basis': [
    '(placement) (move) planned emergency (placement) (move) (same) (day)', '(placement) basis',
    'planned unplanned (placement) (move)', 'planned (placement) (move)', 'emergency (placement) (move)', 'urgency',
    'placement timescale', 'type arrive', 'type start', 'type move', 'arrive planned', 'arrive planned emergency', 'emergency planned placement start', 'unplanned', 'planned way',
  ],
  'placement.startsAt': [
    'when', '(placement) (planned) start (date) (time) (when) (child)', 'placement date (time)',
    '(planned) (placement) move (date) (time) (child) (in)', '(planned) (placement) (date) (time) arrive (home)',
    'date (time) placed (child)', 'date (time) child placed', 'effective (date)', 'date (time) placement made',
    'date time placement', 'placement made', 'placement effective (date)', 'when placement start', 'when child move',
    'when start', 'date placement', 'date into placement', 'date time into placement', 'placed when',
  ],
  'placement.startTime': [
    '(placement) start time', 'time placement', 'arrive time', 'time', 'time move', 'time placed', 'eta',
    'placement time', 'time placement start',
  ],
  'placement.plannedEndOn': [
    '(placement) (planned) end (date)', 'placement until', 'until', 'planned end date placement',
    '(planned) duration end',
  ],
  'placement.shortBreaks': [
    'short break (placement) (series)', 'respite (placement)', 'series short break', 'regulation 48', 'is short break',
  ],
  'placement.area': [
    '(placement) in out area (placement)', '(placement) location', 'location placement', 'placement area',
    'area placement', 'inside outside area', 'within outside area', 'area', 'distance', 'in house area',
    'inside or outside area',
  ],
  'placement.inArea': [
    '(placed) (placement) in area', '(placed) (placement) within area (boundary)', 'inside area', 'local placement', '(home) (placement) in local area', '(home) (placement) in (our) area',
    'in area placement',
  ],
  'placement.outOfArea': [
    '(placed) (placement) out area', 'ooa', 'oola', 'outside area', 'placed outside area', 'out area placement',
    'outside area placement', 'out area area',
  ],
  'placement.providerName': [
    '(placement) provider (name)', 'name provider', 'name provider home', 'provider home', '(fostering) agency (name)',
    'fostering provider', 'fostering service', 'independent fostering agency', 'ifa', 'name home',
    '(child) home (name)', 'name child home', 'residential home', 'care home', 'unit (name)', 'establishment', 'secure (child) (home) (unit)', 'registered provider',
    'organisation', 'placement name', 'name placement', 'provider organisation', 'home name', 'name unit',
  ],
  'placement.providerUrn': [
    '(ofsted) (provider) (home) urn', 'ofsted (ref) (reg) (registration)', 'registration ref', 'sc ref', 'urn ref',
    'unique ref', 'ofsted registration',
  ],
  'placement.providerKind': [
    'provider type', 'in house external', 'in house independent', 'in house', 'internal external', 'sector',
    'in house ifa', 'in house private', 'internal', 'commissioned in house', 'in house agency', 'in house provider',
    'provider in house', 'in house commissioned', 'provider status', 'in home external', 'in home independent',
    'in home', 'in home ifa', 'in home private',
  ],
  'placement.address': [
    '(placement) address (postcode) (placement)', '(placement) address home', 'address where placed',
    '(foster) carer (home) address', 'address (foster) carer', 'provider address', 'address provider',
    'child new address', 'new address', 'unit address', 'address unit', 'address child home',
    'placement postcode address', 'where placed', 'where child placed', 'where child live', 'where child staying',
    'placement address in',
  ],
  'placement.educationDisrupted': [
    '(will) (child) change (of) school (needed) (required)', 'change school (or) school travel problem',
    'school travel problem', '(disruption) school disrupted', 'school disruption', 'disruption school',
    'school affected', 'impact school', 'affect school', 'new school (needed) (required)', 'need new school',
    'school move', 'move school', 'does placement disrupt school', 'move affect school',
    'school change (needed) (required)', 'need change school', 'disrupt school', 'placement disrupt school',
  ],
  'placement.school': ['school', 'school arrangement', 'school place', 'school status', 'school plan', 'impact school'],
  'placement.educationContinues': [
    '(remain) (stay) (staying) (remaining) same school',
    '(able) (can) (remain) (stay) (current) (in) school maintained', '(able) (can) remain (current) school',
    '(able) (can) stay (current) school', 'school remain same', 'school stay same', 'continue (current) (same) school',
    'school continue', 'school place maintained',
  ],
  'placement.household': [
    'who else live (in) (household)', 'who else live (in) (home)', 'who else household', 'who else home',
    'who else in household', 'who else in home', 'household (member) (composition)', 'other household (member)',
    'other home (member)', 'other in household', 'other in home', 'other people in household', 'other people in home',
    'other people household', 'other people home', 'other child (in) (household) (placement)',
    'other child (in) (home) (placement)', 'who live', 'who live in household', 'who live in home', 'other resident',
    'also living', 'others living', 'others in household', 'others in home', 'people household', 'people home',
    'people in household', 'people in home', 'other household', 'other home', 'other adult child in household',
    'other adult child in home', 'others in placement', 'other child placement', 'who living', 'living in household',
    'living in home', 'family composition', 'who else living (in) (household)', 'who else living (in) (home)',
    'who else',
  ],
  'choices.chair': ['(meeting) chair', 'chaired', 'chairperson', 'who chair', 'chair planning meeting', 'chair ppm'],
  parents: ['(birth) parents', 'both parents', 'birth family', 'mother father'],
} as const satisfies Record<string, readonly string[]>

export type LabelledField = keyof typeof FIELD_LABELS

/** Heads what holds for all children of a message. */
// prettier-ignore
export const EVERYONE_LABELS = [
  'both (child) (sibling) (follow)', 'all child', 'all sibling', 'common (both) (all) (child) (sibling)',
  'shared (both) (all) (child)', 'applies (both) (all) (child)', 'same (both) (all) (child)',
  'following applies (both) (all) (child)', 'both child', 'both boys', 'both girls', 'all three (child)',
  'all four (child)', 'joint',
]
