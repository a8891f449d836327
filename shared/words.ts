/** The words shown for the terms of practice, on cards, pages and letters alike: one word per thing. */
import type { OutlookConcern } from './meeting/outlook-concerns.ts'
import type { AnswerChoice, MeetingStateName } from './meeting/planning-meeting.ts'
import type { Basis, Ground, LegalStatus, PlacementType, Role } from './placement/placement.ts'
import type { AttendeePart, MeetingKind, MeetingTrigger, RuleStatus, VenueKind } from './meeting/plan.ts'

export const ROLE_WORDS: Record<Role, string> = {
  child: 'child',
  mother: 'mother',
  father: 'father',
  parent: 'parent',
  otherWithParentalResponsibility: 'person with parental responsibility',
  childsSocialWorker: "child's social worker",
  teamManager: 'team manager',
  supervisingSocialWorker: 'supervising social worker',
  fosterCarer: 'foster carer',
  connectedCarer: 'connected carer',
  registeredManager: "home's manager",
  managersDelegate: "home manager's delegate",
  keyWorker: 'key worker',
  placementOfficer: 'placement officer',
  financeOfficer: 'finance officer',
  designatedManager: 'designated manager',
  independentReviewingOfficer: 'independent reviewing officer',
  childrensGuardian: "children's Guardian",
  virtualSchoolHead: 'virtual school head',
  designatedTeacher: 'designated teacher',
  healthTeam: 'health team',
  advocate: 'advocate',
  personalAdviser: 'personal adviser',
  interpreter: 'interpreter',
  minuteTaker: 'minute taker',
  emergencyDutyTeam: 'emergency duty team',
}

export const PLACEMENT_TYPE_WORDS: Record<PlacementType, string> = {
  foster: 'Foster',
  connectedCarer: 'Connected carer',
  residential: "Children's home",
  secure: 'Secure',
  withParents: 'With parents',
  supportedAccommodation: 'Supported accommodation',
}

export const BASIS_WORDS: Record<Basis, string> = { planned: 'planned', emergency: 'emergency' }

export const LEGAL_STATUS_WORDS: Record<LegalStatus, string> = {
  section20: 'section 20',
  interimCareOrder: 'interim care order',
  careOrder: 'care order',
  remand: 'remand',
  policeProtection: 'police protection',
  emergencyProtectionOrder: 'emergency protection order',
  unknown: 'not known',
}

export const MEETING_KIND_WORDS: Record<MeetingKind, string> = {
  first: 'First planning meeting',
  emergency: 'Emergency planning meeting',
  introduction: 'Introduction meeting',
  interval: 'Planning meeting',
  duringReview: 'Planning meeting with the review',
  disruption: 'Disruption meeting',
}

/** The words shown for each state, on cards and in the tab alike. */
export const MEETING_STATE_WORDS: Record<MeetingStateName, string> = {
  toArrange: 'not yet arranged',
  arranging: 'being arranged',
  arranged: 'arranged',
  held: 'held',
  cancelled: 'cancelled',
}

export const TRIGGER_WORDS: Record<MeetingTrigger, string> = {
  emergencyPlacement: 'an emergency placement',
  seriousIncident: 'a serious incident',
  missingDuration: 'missing for three days or more',
  missingOccasions: 'missing on three occasions',
  otherSeriousEvent: 'another serious event',
  interval: 'the agreed interval',
  lacReview: 'a review',
  request: 'a request',
  unplannedEnding: 'an unplanned ending',
}

export const RULE_STATUS_WORDS: Record<RuleStatus, string> = {
  law: 'law',
  statutoryGuidance: 'statutory guidance',
  localPractice: 'local practice',
}

export const PART_WORDS: Record<AttendeePart, string> = {
  attend: 'comes',
  contribute: 'takes part another way',
  viewsConsidered: 'views are considered',
  informed: 'is told',
  notInvited: 'not invited',
  undecided: 'not yet decided',
}

/** To staff alone. Of an order only that there is one, and whom to ask; never what it says (P-42). */
export const GROUND_WORDS: Record<Ground, string> = {
  courtOrder: 'order: ask the social worker',
  riskToChild: 'risk to the child',
  riskToAttendee: 'risk to somebody else',
  whereaboutsUnknown: 'whereabouts not known',
  childsWishes: "the child's wishes",
}

/** Said of a placement that has no address to give away. */
export const VENUE_WORDS: Record<VenueKind, string> = {
  placement: 'Where the child is placed',
  office: 'At an office',
  online: 'Online',
  hybrid: 'Where the child is placed, and online',
}

export const ANSWER_WORDS: Record<AnswerChoice, string> = {
  coming: 'Coming',
  byVideo: 'By video',
  sendViews: 'Sends views',
  cannot: 'Cannot',
}

/** What is amiss in Outlook, in two or three words, for a list. */
export const CONCERN_WORDS: Record<OutlookConcern['kind'], string> = {
  eventDeleted: 'Deleted in Outlook',
  eventDoubled: 'Twice in Outlook',
  atAnotherTime: 'Other time in Outlook',
  timeProposed: 'Other time proposed',
  roomDeclined: 'No room',
  otherOrganiser: 'Another convenes now',
  joinedByForward: 'Passed on in Outlook',
  siblingMoved: 'Sibling’s meeting moved',
  siblingCancelled: 'Sibling’s meeting off',
  joinLinkMissing: 'No video link',
  joinLinkChanged: 'New video link',
  clash: 'Clash',
  notMoved: 'Not moved',
  notTold: 'Change not sent',
  notCancelled: 'Still in Outlook',
  outlookAway: 'Outlook is away',
}
