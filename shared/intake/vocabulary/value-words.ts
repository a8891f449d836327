/**
 * How people write the values that a confirmation knows. Each phrase is found wherever it stands; where several begin
 * at the same word the longest wins. Letter case, accents, plurals, dots and hyphens do not matter: `s.20`, `S20` and
 * `s 20` are one.
 */
import type { Area, Basis, Ground, LegalStatus, PlacementType, ProviderKind, Part } from '../../placement.ts'

export const LEGAL_STATUS_PHRASES: Record<Exclude<LegalStatus, 'unknown'>, string[]> = {
  section20: ['section 20', 's 20', 'sec 20', 'sect 20', 'sct 20', 'accommodated', 'voluntary accommodation', 'voluntarily accommodated', 'voluntary agreement', 'voluntary care', 'single period of accommodation', 'ca 1989 s 20', 'v 2', 'v2'],
  interimCareOrder: ['interim care order', 'interim co', 'ico', 'section 38', 's 38', 'sec 38', 'interim order', 'c 1', 'interim care orders'],
  careOrder: ['care order', 'full care order', 'fco', 'section 31', 's 31', 'sec 31', 'sect 31', 'final care order', 'c 2', 'co'],
  remand: ['remand', 'remanded', 'laspo', 'youth detention accommodation', 'ryda', 'remand to youth detention', 'on remand', 'remanded to local authority accommodation', 'rlaa', 'ryla'],
  policeProtection: ['police protection', 'section 46', 's 46', 'sec 46', 'sect 46', 'powers of protection', 'police powers of protection', 'ppo', 'police powers', 'ppp'],
  emergencyProtectionOrder: ['emergency protection order', 'epo', 'section 44', 's 44', 'sec 44', 'sect 44'],
} // prettier-ignore

export const PLACEMENT_TYPE_PHRASES: Record<PlacementType, string[]> = {
  foster: ['foster', 'fostering', 'fostered', 'foster care', 'foster home', 'foster carer', 'foster placement', 'foster family', 'ifa', 'in house foster', 'ihf', 'mainstream foster', 'foster to adopt', 'fostering for adoption', 'early permanence', 'parent and child foster', 'fc'],
  connectedCarer: ['connected carer', 'connected person', 'connected people', 'connected persons', 'kinship', 'kinship care', 'kinship foster', 'kinship foster carer', 'family and friends', 'family and friend', 'family friend carer', 'family and friends carer', 'family and friends foster', 'reg 24', 'regulation 24', 'friend and family', 'friends and family', 'connected foster carer', 'connected person foster carer', 'connected person fostering', 'connected carer foster', 'relative carer', 'viability placement', 'kinship fostering', 'connected persons foster care', 'connected fostering'],
  residential: ['residential', 'res home', 'resi', 'resi home', 'resi unit', 'res unit', 'children home', 'childrens home', 'residential home', 'residential children home', 'residential care', 'residential unit', 'residential provision', 'residential placement', 'residential care home', 'solo home', 'solo placement home', 'ebd home', 'care home', 'residential short break home'],
  secure: ['secure', 'secure accommodation', 'secure children home', 'secure unit', 'secure home', 'secure residential', 'secure welfare', 'welfare secure', 'sch', 'secure placement', 'secure residential home', 'secure estate'],
  withParents: ['placed with parent', 'placement with parent', 'pwp', 'with parent', 'with mother', 'with father', 'with mum', 'with dad', 'at home with parent', 'at home with mother', 'at home with father', 'home on care order', 'home with parent', 'pwpr', 'home with mum', 'home with dad', 'placed at home', 'placement at home', 'home placement', 'parental placement'],
  supportedAccommodation: ['supported accommodation', 'supported lodging', 'supported living', 'semi independent', 'semi independence', 'semi indep', 'semi independent accommodation', 'supported housing', 'supported accom', 'independent living'],
} // prettier-ignore

export const PROVIDER_KIND_PHRASES: Record<ProviderKind, string[]> = {
  authority: ['in house', 'inhouse', 'ihf', 'our own', 'our residential', 'our res', 'our res home', 'our foster', 'our children home', 'our unit', 'one of our', 'own provision', 'ihf', 'council run', 'council owned', 'la run', 'la carer', 'local authority run', 'la foster carer', 'local authority foster carer', 'local authority foster', 'la foster', 'local authority carer', 'council home', 'council children home', 'local authority children home', 'local authority home', 'la children home', 'council foster carer', 'authority run', 'authority own'],
  independent: ['ifa', 'independent fostering agency', 'independent fostering', 'independent foster', 'private', 'privately run', 'voluntary sector', 'charity', 'charitable', 'third sector', 'independent provider', 'independent sector', 'not for profit', 'framework provider', 'spot purchase', 'independent agency', 'private provider', 'foster agency', 'fostering agency', 'agency foster', 'agency foster carer', 'agency carer', 'external provider', 'independent children home', 'independent residential', 'agency placement', 'independent'],
} // prettier-ignore

/** Words that say it only where the kind of provider was asked for. */
export const PROVIDER_KIND_ANSWERS: Record<ProviderKind, string[]> = {
  authority: [...PROVIDER_KIND_PHRASES.authority, 'own', 'council', 'local authority', 'la', 'authority', 'internal'],
  independent: [...PROVIDER_KIND_PHRASES.independent, 'agency', 'external', 'commissioned', 'voluntary'],
}

export const BASIS_PHRASES: Record<Basis, string[]> = {
  planned: ['planned', 'planned move', 'planned placement', 'planned way', 'planned basis', 'pre planned'],
  emergency: ['emergency', 'emg', 'emergency placement', 'unplanned', 'un planned', 'emerg', 'in an emergency', 'crisis', 'emergency basis', 'emergency move', 'not planned', 'non planned', 'emergency same day', 'same day emergency'],
} // prettier-ignore

/** Outside the value of "planned or emergency", the word alone says nothing: there are emergency carers and planned reviews. */
export const BASIS_STATEMENTS: Record<Basis, string[]> = {
  planned: ['planned placement', 'planned move', 'is planned', 'was planned', 'planned basis', 'planned way', 'planned foster placement', 'planned residential placement', 'placement is planned', 'as a planned placement', 'planned admission', 'planned start'],
  emergency: ['emergency placement', 'emg placement', 'emergency basis', 'in an emergency', 'as an emergency', 'is an emergency', 'was an emergency', 'emergency foster placement', 'emergency residential placement', 'emergency admission', 'unplanned placement', 'unplanned move', 'emergency bed', 'placed in emergency', 'emergency move', 'emergency placement in', 'emg plt', 'same day emergency', 'emergency situation', 'emergency start', 'made as emergency', 'emergency kinship placement', 'emergency connected carer placement'],
} // prettier-ignore

/** Words that take a basis back: nobody should be told that "not an emergency" is one. */
export const BASIS_OTHERWISE = ['not an emergency', 'not emergency', 'no emergency', 'emergency contact', 'emergency duty', 'emergency protection', 'emergency bed', 'emergency carer', 'not yet planned', 'not a planned', 'emergency meeting', 'emergency ppm', 'emergency placement planning', 'to be planned', 'planned end', 'planned review', 'planned meeting', 'planned contact', 'planned respite'] // prettier-ignore

/** What an authority's area is called. */
const AREAS = [
  'area',
  'county',
  'borough',
  'city',
  'authority',
  'local authority',
  'la',
  'district',
  'boundary',
  'authority area',
  'local authority area',
  'council area',
  'town',
]
const around = (...before: string[]): string[] => before.flatMap((words) => AREAS.map((area) => `${words} ${area}`))

/** `outside` says that it is not inside, and leaves open which of the two others it is. */
export const AREA_PHRASES: Record<Area | 'outside', string[]> = {
  inside: [...around('in', 'within', 'inside', 'in our', 'within our', 'inside our', 'not out of', 'same', 'in own'), 'in house area', 'in the same area'],
  adjoining: [...around('adjoining', 'neighbouring', 'bordering', 'adjacent', 'next', 'neighbouring local', 'in an adjoining', 'in a neighbouring'), 'adjoining', 'neighbouring', 'neighboring', 'bordering', 'adjacent', 'shares a border', 'next door authority'],
  distant: [...around('not in an adjoining', 'not an adjoining', 'non adjoining', 'not a neighbouring', 'not in a neighbouring', 'not adjoining'), 'at a distance', 'distant', 'distance placement', 'at distance', 'not adjoining', 'non adjoining', 'not bordering', 'not neighbouring', 'not adjacent', 'non neighbouring'],
  outside: [...around('out of', 'outside', 'outside of', 'not in', 'not within', 'out of our', 'outside our', 'another', 'different'), 'ooa', 'oola', 'not local', 'out of area'],
} // prettier-ignore

/** Words that say it only where the area was asked for. */
export const AREA_ANSWERS: Record<Area | 'outside', string[]> = {
  ...AREA_PHRASES,
  inside: [...AREA_PHRASES.inside, 'in', 'inside', 'local', 'within'],
  outside: [...AREA_PHRASES.outside, 'out', 'outside'],
}

export const YES_NO_PHRASES: Record<'yes' | 'no' | 'open', string[]> = {
  yes: ['yes', 'y', 'true', 'correct', 'yep', 'yeah', 'confirmed', 'does', 'agreed', 'ok', 'okay', '✓', 'it is', 'it does', 'he is', 'she is', 'they are', 'can', 'may', 'is fine', 'happy for', 'allowed', 'full'],
  no: ['no', 'n', 'false', 'none', 'nil', 'never', 'not', 'nope', 'does not', 'doesnt', 'is not', 'isnt', 'n a', 'na', 'not applicable', 'without', 'no known', 'none known', 'no concern', '0', 'must not', 'cannot', 'nothing'],
  open: ['tbc', 'tba', 'tbd', 'to be confirmed', 'not known', 'unknown', 'unsure', 'not sure', 'possibly', 'maybe', 'may be', 'might', 'awaiting', 'to follow', 'dont know', 'unclear', 'likely', 'potentially', 'to be decided', 'to be discussed', 'check with', 'to check', 'not yet', 'yet to', 'suspected', 'under review', 'partly', 'in part', 'pending', 'if', 'unless', 'subject to', 'depending', 'probably', 'not confirmed', 'nk', 'tbd', 'ask'],
} // prettier-ignore

/** A value that says there is none yet. */
export const PLACEHOLDERS = [
  'tbc', 'tba', 'tbd', 'to be confirmed', 'to be advised', 'to be agreed', 'to be arranged', 'to be allocated', 'to follow', 'awaiting', 'awaited', 'not known', 'unknown', 'not yet', 'none yet', 'not allocated', 'unallocated', 'not yet allocated', 'awaiting allocation', 'to be decided', 'to be identified', 'pending', 'none', 'n a', 'na', 'nil', 'not applicable', 'vacant', 'not given', 'not available', 'will follow', 'nk', 'not recorded', 'see attached', 'as before', 'as above', 'see above', 'see below', 'not provided', 'dont know', 'no one', 'nobody', 'no allocated', 'not assigned', 'x', 'xx', 'xxx', 'same as above', 'as attached', 'not known yet', 'to be confirmed later', 'yet to be', 'tb confirmed', 'withheld', 'confidential', 'not yet known', 'being allocated', 'no worker', 'currently unallocated', 'as per form', 'duty', 'duty team', 'not named',
] // prettier-ignore

export const PART_PHRASES: Record<Part | 'notComing', string[]> = {
  attend: ['attend', 'attending', 'will attend', 'to attend', 'attends', 'invited', 'to be invited', 'invite', 'is invited', 'will be invited', 'please invite', 'invitation', 'coming', 'will come', 'come', 'will be there', 'will be present', 'present', 'joining', 'will join', 'to join', 'join by video', 'attend by video', 'attend in person', 'in person', 'attend in part', 'should be invited', 'should attend', 'is attending', 'will be attending', 'agreed to attend', 'attend with'],
  contribute: ['contribute', 'send a drawing', 'send a letter', 'by drawing', 'write down', 'contributing', 'to contribute', 'will contribute', 'contribution', 'send views', 'written views', 'views in writing', 'in writing', 'by letter', 'give views beforehand', 'send their views', 'send her views', 'send his views', 'will send views', 'views by phone', 'written contribution', 'contribute views', 'share views beforehand', 'contribute another way', 'contribute another way', 'give her views', 'give his views', 'give their views', 'will write', 'write a letter', 'views beforehand', 'contribute by'],
  viewsConsidered: ['views considered', 'views to be considered', 'views will be considered', 'views to be sought', 'views will be sought', 'views sought', 'views to be gathered', 'views will be gathered', 'views gathered', 'views to be obtained', 'views will be obtained', 'views obtained', 'views only', 'wishes and feelings to be gathered', 'wishes and feelings will be gathered', 'views to be shared by', 'views taken', 'views will be shared', 'views to be represented', 'views represented', 'by observation', 'wishes and feelings', 'views via', 'views through', 'views will be taken', 'views to be taken', 'views to be collected', 'views will be collected'],
  notInvited: ['not invited', 'not to be invited', 'do not invite', 'dont invite', 'not be invited', 'will not be invited', 'not inviting', 'no invite', 'no invitation', 'excluded', 'to be excluded', 'must not attend', 'must not be invited', 'should not be invited', 'is not invited', 'not being invited', 'please do not invite', 'exclude', 'not invite', 'not included', 'must not come', 'not allowed to attend', 'is not to be invited', 'cannot be invited'],
  notComing: ['not to attend', 'not attending', 'will not attend', 'wont attend', 'not attend', 'unable to attend', 'cannot attend', 'declined', 'will not be attending', 'not coming', 'will not come', 'wont come', 'does not want to attend', 'does not wish to attend', 'doesnt want to attend', 'cant attend', 'refused', 'refusing to attend', 'not able to attend', 'should not attend', 'not come', 'not to come', 'not present', 'no'],
} // prettier-ignore

/** Words that leave a decision open, whatever stands beside them. */
export const HEDGES = [
  'to be discussed', 'to be decided', 'to be confirmed', 'to be agreed', 'to be advised', 'tbc', 'tbd', 'tba', 'maybe', 'may', 'might', 'possibly', 'perhaps', 'hope', 'hoping', 'hopefully', 'would like', 'wants to', 'want to', 'wish to', 'wishes to', 'if', 'unless', 'depending', 'depend', 'check with', 'check', 'ask', 'consider', 'considering', 'under consideration', 'not sure', 'unsure', 'at the moment', 'for now', 'at present', 'currently', 'pending', 'undecided', 'awaiting', 'not yet', 'yet to', 'probably', 'likely', 'unlikely', 'should we', 'not decided', 'no decision', 'unknown', 'not known', 'not spoken', 'discuss', 'could', 'still to be', 'not confirmed', 'subject to', 'provisionally', 'in principle', 'where possible', 'need to decide', 'to decide', 'or', 'advice', 'this time', 'as appropriate', 'if appropriate', 'yet',
] // prettier-ignore

/** The same for somebody who is not to be invited: a ground may well be unknown whereabouts, or something that may happen. */
export const EXCLUSION_HEDGES = ['to be discussed', 'to be decided', 'to be confirmed', 'to be agreed', 'tbc', 'tbd', 'maybe', 'possibly', 'perhaps', 'not sure', 'unsure', 'at the moment', 'for now', 'undecided', 'not decided', 'no decision', 'check with', 'should we', 'consider', 'under consideration', 'unless', 'depending', 'provisionally', 'discuss', 'yet to'] // prettier-ignore

export const GROUND_PHRASES: Record<Ground, string[]> = {
  courtOrder: ['court order', 'non molestation order', 'non molestation', 'restraining order', 'injunction', 'no contact order', 'prohibited steps order', 'bail condition', 'order of the court', 'by order of', 'order prevents', 'exclusion order', 'non mol', 'police bail', 'court has ordered', 'occupation order'],
  riskToChild: ['risk of significant harm to the child', 'risk of significant harm', 'risk to the child', 'risk to child', 'significant harm', 'risk to him', 'risk to her', 'risk to them', 'harm to the child', 'risk to the young person', 'risk to yp'],
  riskToAttendee: ['risk to another attendee', 'risk to mother', 'risk to father', 'risk to mum', 'risk to dad', 'risk to other', 'risk to staff', 'risk to carer', 'risk to the carer', 'risk to the mother', 'risk to the father', 'threat to staff', 'threat to the carer', 'risk to worker', 'violence to staff', 'risk to professional', 'risk to the social worker', 'risk to others attending', 'risk to others', 'threat against staff', 'threat to kill', 'threatened staff', 'threatened the carer', 'threatened carer'],
  whereaboutsUnknown: ['whereabouts unknown', 'whereabouts not known', 'whereabout unknown', 'whereabout not known', 'cannot be found', 'not traced', 'cannot be traced', 'no contact details', 'address not known', 'not known where', 'whereabouts are not known', 'whereabouts are unknown', 'whereabout are not known', 'whereabout are unknown', 'untraced'],
  childsWishes: ['child wish', 'childs wish', 'young person wish', 'at the child request', 'at child request', 'child does not want', 'yp does not want', 'young person does not want', 'child request', 'young person request', 'does not want him there', 'does not want her there', 'child wishes', 'at young person request', 'child has asked', 'young person has asked', 'wishes of the child', 'wishes of child'],
} // prettier-ignore
