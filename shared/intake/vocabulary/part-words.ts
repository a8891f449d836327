/** How people write what somebody's part in the meeting is, that it is open, and why somebody is not invited (P-40). */
import type { Ground, Part } from '../../placement/placement.ts'

// prettier-ignore
export const PART_PHRASES: Record<Part | 'notComing', string[]> = {
  attend: [
    'attend', 'attending', 'will attend', 'to attend', 'attends', 'invited', 'to be invited', 'invite', 'is invited',
    'will be invited', 'please invite', 'invitation', 'coming', 'will come', 'come', 'will be there', 'will be present',
    'present', 'joining', 'will join', 'to join', 'join by video', 'attend by video', 'attend in person', 'in person',
    'attend in part', 'should be invited', 'should attend', 'is attending', 'will be attending', 'agreed to attend',
    'attend with',
  ],
  contribute: [
    'contribute', 'send a drawing', 'send a letter', 'by drawing', 'write down', 'contributing', 'to contribute',
    'will contribute', 'contribution', 'send views', 'written views', 'views in writing', 'in writing', 'by letter',
    'give views beforehand', 'send their views', 'send her views', 'send his views', 'will send views',
    'views by phone', 'written contribution', 'contribute views', 'share views beforehand', 'contribute another way',
    'contribute another way', 'give her views', 'give his views', 'give their views', 'will write', 'write a letter',
    'views beforehand', 'contribute by',
  ],
  viewsConsidered: [
    'views considered', 'views to be considered', 'views will be considered', 'views to be sought',
    'views will be sought', 'views sought', 'views to be gathered', 'views will be gathered', 'views gathered',
    'views to be obtained', 'views will be obtained', 'views obtained', 'views only',
    'wishes and feelings to be gathered', 'wishes and feelings will be gathered', 'views to be shared by',
    'views taken', 'views will be shared', 'views to be represented', 'views represented', 'by observation',
    'wishes and feelings', 'views via', 'views through', 'views will be taken', 'views to be taken',
    'views to be collected', 'views will be collected',
  ],
  notInvited: [
    'not invited', 'not to be invited', 'do not invite', 'dont invite', 'not be invited', 'will not be invited',
    'not inviting', 'no invite', 'no invitation', 'excluded', 'to be excluded', 'must not attend',
    'must not be invited', 'should not be invited', 'is not invited', 'not being invited', 'please do not invite',
    'exclude', 'not invite', 'not included', 'must not come', 'not allowed to attend', 'is not to be invited',
    'cannot be invited',
  ],
  notComing: [
    'not to attend', 'not attending', 'will not attend', 'wont attend', 'not attend', 'unable to attend',
    'cannot attend', 'declined', 'will not be attending', 'not coming', 'will not come', 'wont come',
    'does not want to attend', 'does not wish to attend', 'doesnt want to attend', 'cant attend', 'refused',
    'refusing to attend', 'not able to attend', 'should not attend', 'not come', 'not to come', 'not present', 'no',
  ],
}

/** Words that leave a decision open, whatever stands beside them. */
// prettier-ignore
export const HEDGES = [
  'to be discussed', 'to be decided', 'to be confirmed', 'to be agreed', 'to be advised', 'tbc', 'tbd', 'tba', 'maybe',
  'may', 'might', 'possibly', 'perhaps', 'hope', 'hoping', 'hopefully', 'would like', 'wants to', 'want to', 'wish to',
  'wishes to', 'if', 'unless', 'depending', 'depend', 'check with', 'check', 'ask', 'consider', 'considering',
  'under consideration', 'not sure', 'unsure', 'at the moment', 'for now', 'at present', 'currently', 'pending',
  'undecided', 'awaiting', 'not yet', 'yet to', 'probably', 'likely', 'unlikely', 'should we', 'not decided',
  'no decision', 'unknown', 'not known', 'not spoken', 'discuss', 'could', 'still to be', 'not confirmed', 'subject to',
  'provisionally', 'in principle', 'where possible', 'need to decide', 'to decide', 'or', 'advice', 'this time',
  'as appropriate', 'if appropriate', 'yet',
]

/** The same for somebody who is not to be invited: what is unknown, or may happen, is then the ground. */
// prettier-ignore
export const EXCLUSION_HEDGES = [
  'to be discussed', 'to be decided', 'to be confirmed', 'to be agreed', 'tbc', 'tbd', 'maybe', 'possibly', 'perhaps',
  'not sure', 'unsure', 'at the moment', 'for now', 'undecided', 'not decided', 'no decision', 'check with',
  'should we', 'consider', 'under consideration', 'unless', 'depending', 'provisionally', 'discuss', 'yet to',
]

// prettier-ignore
export const GROUND_PHRASES: Record<Ground, string[]> = {
  courtOrder: [
    'court order', 'non molestation order', 'non molestation', 'restraining order', 'injunction', 'no contact order',
    'prohibited steps order', 'bail condition', 'order of the court', 'by order of', 'order prevents',
    'exclusion order', 'non mol', 'police bail', 'court has ordered', 'occupation order',
  ],
  riskToChild: [
    'risk of significant harm to the child', 'risk of significant harm', 'risk to the child', 'risk to child',
    'significant harm', 'risk to him', 'risk to her', 'risk to them', 'harm to the child', 'risk to the young person',
    'risk to yp',
  ],
  riskToAttendee: [
    'risk to another attendee', 'risk to mother', 'risk to father', 'risk to mum', 'risk to dad', 'risk to other',
    'risk to staff', 'risk to carer', 'risk to the carer', 'risk to the mother', 'risk to the father',
    'threat to staff', 'threat to the carer', 'risk to worker', 'violence to staff', 'risk to professional',
    'risk to the social worker', 'risk to others attending', 'risk to others', 'threat against staff', 'threat to kill',
    'threatened staff', 'threatened the carer', 'threatened carer',
  ],
  whereaboutsUnknown: [
    'whereabouts unknown', 'whereabouts not known', 'whereabout unknown', 'whereabout not known', 'cannot be found',
    'not traced', 'cannot be traced', 'no contact details', 'address not known', 'not known where',
    'whereabouts are not known', 'whereabouts are unknown', 'whereabout are not known', 'whereabout are unknown',
    'untraced',
  ],
  childsWishes: [
    'child wish', 'childs wish', 'young person wish', 'at the child request', 'at child request', 'child does not want',
    'yp does not want', 'young person does not want', 'child request', 'young person request',
    'does not want him there', 'does not want her there', 'child wishes', 'at young person request', 'child has asked',
    'young person has asked', 'wishes of the child', 'wishes of child',
  ],
}
