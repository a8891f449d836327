/**
 * How people write the child's legal status and the placement: its type, its provider, its basis.
 * Each phrase is found wherever it stands; where several begin at the same word the longest wins. Letter case, accents,
 * plurals, dots and hyphens do not matter: `s.20`, `S20` and `s 20` are one.
 */
import type { Basis, LegalStatus, PlacementType, ProviderKind } from '../../placement/placement.ts'

// prettier-ignore
export const LEGAL_STATUS_PHRASES: Record<Exclude<LegalStatus, 'unknown'>, string[]> = {
  section20: [
    'section 20', 's 20', 'sec 20', 'sect 20', 'sct 20', 'voluntary accommodation', 'voluntarily accommodated',
    'voluntary agreement', 'voluntary care', 'single period of accommodation', 'accommodated under s 20',
  ],
  interimCareOrder: ['interim care order', 'interim co', 'ico', 'section 38', 's 38', 'sec 38', 'interim order'],
  careOrder: ['care order', 'full care order', 'fco', 'section 31', 's 31', 'sec 31', 'sect 31', 'final care order'],
  remand: [
    'remand', 'remanded', 'laspo', 'youth detention accommodation', 'ryda', 'remand to youth detention', 'on remand',
    'remanded to local authority accommodation', 'rlaa', 'ryla',
  ],
  policeProtection: [
    'police protection', 'section 46', 's 46', 'sec 46', 'sect 46', 'powers of protection',
    'police powers of protection', 'police powers', 'ppo',
  ],
  emergencyProtectionOrder: ['emergency protection order', 'epo', 'section 44', 's 44', 'sec 44', 'sect 44'],
}

/** Codes and words that say it only where the legal status was asked for. */
export const LEGAL_STATUS_ANSWERS: Record<Exclude<LegalStatus, 'unknown'>, string[]> = {
  ...LEGAL_STATUS_PHRASES,
  section20: [...LEGAL_STATUS_PHRASES.section20, 'accommodated', 'voluntary', 'v 2', 'sec. 20', '20'],
  interimCareOrder: [...LEGAL_STATUS_PHRASES.interimCareOrder, 'c 1'],
  careOrder: [...LEGAL_STATUS_PHRASES.careOrder, 'co', 'c 2', 'full order'],
  policeProtection: [...LEGAL_STATUS_PHRASES.policeProtection, 'pp', 'ppp', 'l 2'],
  emergencyProtectionOrder: [...LEGAL_STATUS_PHRASES.emergencyProtectionOrder, 'l 1'],
}

// prettier-ignore
export const PLACEMENT_TYPE_PHRASES: Record<PlacementType, string[]> = {
  foster: [
    'foster care', 'foster home', 'foster carer', 'foster placement', 'foster family', 'fostering placement',
    'in house foster', 'in house fostering', 'ihf', 'fostering internal', 'internal fostering', 'internal foster',
    'foster internal', 'mainstream foster', 'foster to adopt', 'fostering for adoption',
    'early permanence', 'ifa carer', 'in house carer', 'agency carer', 'parent and child foster', 'ifa placement', 'agency foster', 'foster parent',
  ],
  connectedCarer: [
    'connected carer', 'connected person carer', 'connected people carer', 'connected person foster',
    'connected person placement', 'connected carer placement', 'kinship care', 'kinship carer', 'kinship placement',
    'kinship foster', 'kinship foster carer', 'kinship fostering', 'family and friends carer',
    'family and friends foster', 'family and friends placement', 'friends and family carer', 'reg 24',
    'regulation 24', 'connected foster carer', 'connected person foster carer', 'relative carer',
    'viability placement', 'connected persons foster care', 'connected persons placement',
  ],
  residential: [
    'children home', 'childrens home', 'residential home', 'residential children home', 'residential care',
    'residential unit', 'residential provision', 'residential placement', 'residential care home', 'res home',
    'resi home', 'resi unit', 'res unit', 'resi placement', 'solo home', 'solo placement home', 'ebd home', 'care home',
    'residential short break home', 'la residential', 'council residential', 'local authority residential',
  ],
  secure: [
    'secure accommodation', 'secure children home', 'secure unit', 'secure home', 'secure residential',
    'secure welfare', 'welfare secure', 'secure placement', 'secure residential home', 'secure estate', 'secure centre',
  ],
  withParents: [
    'placed with parent', 'placement with parent', 'pwp', 'home on care order', 'pwpr', 'placed at home with',
    'placement at home with', 'parental placement', 'placed with mother', 'placed with father', 'placed with mum',
    'placed with dad', 'placement with mother', 'placement with father', 'placement with mum', 'placement with dad',
  ],
  supportedAccommodation: [
    'supported accommodation', 'supported lodging', 'supported living', 'semi independent', 'semi independence',
    'semi indep', 'semi independent accommodation', 'supported housing', 'supported accom',
  ],
}

/** Words that say it only where the type was asked for: in a sentence, contact with mum is no placement with her. */
// prettier-ignore
export const PLACEMENT_TYPE_ANSWERS: Record<PlacementType, string[]> = {
  foster: [...PLACEMENT_TYPE_PHRASES.foster, 'foster', 'fostering', 'fostered', 'ifa', 'fc'],
  connectedCarer: [
    ...PLACEMENT_TYPE_PHRASES.connectedCarer, 'connected person', 'connected people', 'connected persons', 'kinship',
    'family and friends', 'family and friend', 'family friend carer', 'friend and family', 'friends and family',
    'connected person fostering', 'connected carer foster', 'connected fostering', 'connected',
  ],
  residential: [...PLACEMENT_TYPE_PHRASES.residential, 'residential', 'resi'],
  secure: [...PLACEMENT_TYPE_PHRASES.secure, 'secure', 'sch'],
  withParents: [
    ...PLACEMENT_TYPE_PHRASES.withParents, 'with parent', 'with mother', 'with father', 'with mum', 'with dad',
    'at home with parent', 'at home with mother', 'at home with father', 'home with parent', 'home with mum',
    'home with dad', 'placed at home', 'placement at home', 'home placement', 'parents',
  ],
  supportedAccommodation: [...PLACEMENT_TYPE_PHRASES.supportedAccommodation, 'independent living'],
}

// prettier-ignore
export const PROVIDER_KIND_PHRASES: Record<ProviderKind, string[]> = {
  authority: [
    'in house', 'inhouse', 'ihf', 'our own', 'our residential', 'our res', 'our res home', 'our foster',
    'our children home', 'our unit', 'one of our', 'own provision', 'ihf', 'council run', 'council owned', 'la run',
    'la carer', 'local authority run', 'la foster carer', 'local authority foster carer', 'local authority foster',
    'la foster', 'local authority carer', 'council home', 'council children home', 'local authority children home',
    'local authority home', 'la children home', 'council foster carer', 'authority run', 'authority own', 'la residential', 'council residential',
    'local authority residential', 'fostering internal', 'internal fostering', 'internal foster', 'foster internal',
  ],
  independent: [
    'ifa', 'independent fostering agency', 'independent fostering', 'independent foster', 'private', 'privately run',
    'voluntary sector', 'charity', 'charitable', 'third sector', 'independent provider', 'independent sector',
    'not for profit', 'framework provider', 'spot purchase', 'independent agency', 'private provider', 'foster agency',
    'fostering agency', 'agency foster', 'agency foster carer', 'agency carer', 'external provider',
    'independent children home', 'independent residential', 'agency placement', 'independent',
  ],
}

/** Said of people and ways of living, and not of a provider. */
// prettier-ignore
export const INDEPENDENT_OTHERWISE = [
  'semi independent', 'semi independence', 'independent living', 'independent reviewing', 'independent visitor',
  'independent advocate',
]

/** Words that say it only where the kind of provider was asked for. */
// prettier-ignore
export const PROVIDER_KIND_ANSWERS: Record<ProviderKind, string[]> = {
  authority: [...PROVIDER_KIND_PHRASES.authority, 'own', 'council', 'local authority', 'la', 'authority', 'internal'],
  independent: [...PROVIDER_KIND_PHRASES.independent, 'agency', 'external', 'commissioned', 'voluntary'],
}

// prettier-ignore
export const BASIS_PHRASES: Record<Basis, string[]> = {
  planned: ['planned', 'planned move', 'planned placement', 'planned way', 'planned basis', 'pre planned'],
  emergency: [
    'emergency', 'emg', 'emergency placement', 'unplanned', 'un planned', 'emerg', 'in an emergency', 'crisis',
    'emergency basis', 'emergency move', 'not planned', 'non planned', 'emergency same day', 'same day emergency',
  ],
}

/** In a sentence the word alone says nothing: there are emergency carers and planned reviews. */
// prettier-ignore
export const BASIS_STATEMENTS: Record<Basis, string[]> = {
  planned: [
    'planned placement', 'planned move', 'is planned', 'was planned', 'planned basis', 'planned way',
    'planned foster placement', 'planned residential placement', 'placement is planned', 'as a planned placement',
    'planned admission', 'planned start', 'both planned', 'all planned',
  ],
  emergency: [
    'emergency placement', 'emg placement', 'emergency basis', 'in an emergency', 'as an emergency', 'is an emergency',
    'was an emergency', 'emergency foster placement', 'emergency residential placement', 'emergency admission',
    'unplanned placement', 'unplanned move', 'emergency bed', 'placed in emergency', 'emergency move',
    'emergency placement in', 'emg plt', 'same day emergency', 'emergency situation', 'emergency start',
    'made as emergency', 'emergency kinship placement', 'emergency connected carer placement',
  ],
}

/** Words that take a basis back: nobody should be told that "not an emergency" is one. */
// prettier-ignore
export const BASIS_OTHERWISE = [
  'not an emergency', 'not emergency', 'no emergency', 'emergency contact', 'emergency duty', 'emergency protection',
  'emergency bed', 'emergency carer', 'not yet planned', 'not a planned', 'emergency meeting', 'emergency ppm',
  'emergency placement planning', 'to be planned', 'planned end', 'planned review', 'planned meeting',
  'planned contact', 'planned respite',
]
