/** How people are named by what they do. Read as `field-labels.ts` is. */
import type { Role } from '../../placement/placement.ts'

/** `carer` may be a foster carer or a connected one, `manager` the home's or the team's: the placement decides. */
export type NamedRole = Exclude<Role, 'child'> | 'carer' | 'manager'

// prettier-ignore
export const ROLE_LABELS: Record<NamedRole, string[]> = {
  mother: ['(birth) (biological) (natural) (child) mother', 'bm'],
  father: ['(birth) (biological) (natural) (child) father', 'bf'],
  parent: ['(birth) (child) parent'],
  otherWithParentalResponsibility: [
    'pr holder', 'other (person) (people) pr', 'other pr holder', 'person pr', 'special guardian', 'sgo holder', 'sgo',
    'other people pr', 'anyone else pr', 'who else pr',
  ],
  childsSocialWorker: [
    '(child) (allocated) (case) (current) (named) (lookedafter) socialworker', 'csw', 'asw', 'allocated worker',
    'case worker', 'caseworker', 'case holder', 'case holding socialworker', 'child worker',
    'case responsible socialworker', 'locality socialworker', 'area socialworker', 'socialworker child',
    'responsible socialworker',
  ],
  teamManager: [
    '(child) (socialworker) (area) (locality) (responsible) team manager', 'tm', 'pm', 'team leader',
    'practice manager', 'socialworker manager', 'line manager', 'socialworker team manager', 'assistant team manager',
    'atm', 'manager socialworker', 'service manager socialworker', 'practice lead', 'pod manager',
  ],
  supervisingSocialWorker: [
    'supervising socialworker', 'ssw', 'fostering (link) socialworker', 'fsw', 'link socialworker',
    'carer socialworker', 'foster carer socialworker', 'family placement socialworker', 'fostering worker',
    'supervising worker', 'ifa (supervising) socialworker', 'agency (supervising) socialworker',
    'socialworker foster carer', 'socialworker carer', 'supervising fostering socialworker', 'ifa worker',
    'carer supervising socialworker', 'kinship socialworker', 'connected carer socialworker',
    'supervising socialworker ssw', '(ifa) (agency) (fostering) (new) ssw',
  ],
  fosterCarer: [
    
    '(main) (primary) (second) (named) (approved) (in) (house) (home) (ifa) (agency) foster carer (name) (couple)',
    '(independent) (mainstream) (long) (short) (term) (new) foster carer (name) (couple)',
    'main foster carer', 'short break carer', 'respite carer', 'ifa carer', 'agency carer', 'in house carer', 'fc', 'fostercarer', 'foster mother', 'foster father', 'foster parent', 'foster household',
  ],
  connectedCarer: [
    'connected (person) (people) carer', 'connected person', 'kinship carer', 'family friend carer', 'family carer',
    'friend family carer', 'relative carer', 'reg 24 carer', 'regulation 24 carer', 'connected person foster carer',
    'connected foster carer', 'kinship foster carer', 'viability carer', 'grandparent carer',
  ],
  manager: ['manager'],
  carer: ['(main) (primary) (second) (named) carer', 'placed carer', 'carer placed'],
  registeredManager: [
    'who manage home', 'who manage', 'registered (home) (care) manager (home)', 'rm', 'home manager', 'manager home',
    'child home manager', 'unit manager', 'residential manager', 'manager unit', 'service manager home',
    'registered service manager', 'provider manager', 'placement manager', 'manager placement', 'project manager',
    'scheme manager', 'registered manager rm', 'manager provision',
  ],
  managersDelegate: [
    'deputy (home) (manager)', 'home manager delegate', 'delegate (manager)', 'manager deputy',
    'deputy registered manager', 'deputy unit manager', 'acting manager', 'covering manager', 'manager cover',
    'assistant (home) manager', 'shift leader', 'senior shift', 'deputising',
  ],
  keyWorker: [
    '(named) (child) keyworker', 'kw', 'key residential worker', 'support worker', 'key support worker', 'co keyworker',
  ],
  placementOfficer: [
    'placement officer', 'placement team officer', 'commissioning officer', 'brokerage officer',
    'access resource officer', 'family finding officer', 'placement finding officer', 'placement coordinator',
    'placement team', 'home finding officer', 'placement commissioner',
  ],
  financeOfficer: ['finance (officer) (contact)', 'payment officer', 'payment (contact)', 'finance team'],
  designatedManager: [
    'designated manager', 'nominated officer', 'nominated manager', 'head service', 'agency decision maker',
    'approving manager', 'placement approved', 'approved',
  ],
  independentReviewingOfficer: [
    '(allocated) (named) iro', 'independent reviewing officer (iro)', 'reviewing officer', 'independent review officer',
    'ind reviewing officer', 'review officer',
  ],
  childrensGuardian: [
    '(child) (cafcass) guardian', 'cafcass (officer) (guardian)', 'guardian ad litem', 'cg', 'court guardian',
    'child guardian cafcass',
  ],
  virtualSchoolHead: [
    'virtual school (head) (officer) (contact) (teacher) (team)', 'vsh', 'virtual head (teacher)',
    'head virtual school', 'virtual school', 'vs head', 'virtual school advisory teacher',
  ],
  designatedTeacher: [
    'designated teacher (school)', 'dt', 'designated teacher lookedafter', 'school designated teacher',
    'designated safeguarding teacher',
  ],
  healthTeam: [
    '(lookedafter) (health) nurse', 'lookedafter health (team) (nurse)', 'health team', 'lookedafter health',
    'health contact', 'health visitor', 'designated nurse', 'nurse lookedafter', 'specialist nurse', 'health',
  ],
  advocate: ['(child) (independent) (parent) advocate', 'advocacy', 'advocacy service', 'advocacy worker'],
  personalAdviser: [
    'personal adviser', 'pa', 'leaving care (worker) (adviser)', 'leaving care personal adviser', 'personal adviser pa',
    'aftercare worker', 'leaving care pa',
  ],
  interpreter: ['interpreter', 'interpreter needed', 'interpreting service'],
  minuteTaker: ['minute taker', 'minutes', 'note taker', 'minute', 'minute clerk', 'business support', 'note', 'admin'],
  emergencyDutyTeam: [
    'edt', 'emergency duty (team) (worker) (service) (socialworker)', 'out hours (team) (worker) (socialworker)',
    'oohs', 'ooh', 'edt worker', 'edt socialworker', 'duty edt',
  ],
}

/** What a line can say of a person beside the name: `Social worker e-mail`, `Mother may have the address`. */
// prettier-ignore
export const ATTRIBUTE_LABELS = {
  name: ['name', 'first name surname'],
  email: ['(contact) email', 'email contact', '(secure) email'],
  phone: ['(contact) phone', 'contact ref', 'phone email', 'out hours phone'],
  contact: [
    'contact', 'contact email phone', 'email phone', 'address email', 'name contact', 'name email', 'name phone email',
    'name email phone', 'name phone', 'name address', 'name team', 'team', 'name contact ref', 'and email',
  ],
  parentalResponsibility: ['pr', 'pr holder', 'hold pr', 'pr held', 'share pr', 'pr y n', 'married'],
  part: [
    'part (in) (meeting) (ppm)', 'part in planning meeting', 'attend (meeting) (ppm) (planning)',
    'attending (meeting) (ppm) (planning)', 'attendance (meeting) (ppm) (planning)',
    'invited (meeting) (ppm) (planning)', 'invite (meeting) (ppm) (planning)', 'invitation (meeting)',
    'involvement (in) (meeting)', 'coming (meeting)', 'take part (in) (meeting)', 'taking part (in) (meeting)',
    'participation (in) (meeting)', 'in meeting', 'role in meeting', 'meeting', 'should invited (meeting)',
    'contribution (meeting)', 'how take part (in) (meeting)', 'how contribute (meeting)',
  ],
  clearance: [
    'may (placement) address', 'can (placement) address', 'may know (placement) address',
    'can know (placement) address', '(can) (may) (ok) (placement) address shared',
    '(can) (may) (ok) share (placement) address', '(can) (may) given (placement) address',
    '(can) (may) told (placement) address', '(can) (may) disclose (placement) address',
    '(can) (may) (placement) address disclosed', 'aware (placement) address', 'allowed (know) (placement) address',
    'know (placement) address', 'knows (placement) address', 'know where child', 'know where placed',
    'know where child placed', 'may know where placed', 'may know where child', 'may know where child live',
    'address clearance', 'cleared address', 'address cleared', 'given address',
    '(can) (may) (placement) address released', 'entitled address', 'told where child', 'told where child placed',
    'address ok', 'ok address', 'aware where child placed', 'address given', 'address told', 'may told where child',
  ],
  addressWithheld: [
    '(placement) address withheld', 'withhold (placement) address', '(placement) address not shared',
    'not share (placement) address', 'not (placement) address', 'not given (placement) address',
    '(placement) address not disclosed', 'not disclose (placement) address', '(placement) address protected',
    'protect (placement) address', '(placement) address confidential', 'not know (placement) address',
    'not told (placement) address', 'must not know (placement) address', 'may not (placement) address', 'address kept',
  ],
  leave: [
    '(annual) leave', 'on leave', 'leave date', 'away', 'not available', 'unavailable', 'absence', 'availability',
  ],
  address: [
    'address', 'home address', 'home address', 'address postcode', 'lives', 'live', 'current address', 'living',
  ],
  ground: [
    'reason not invited', 'ground', 'ground not inviting', 'reason not inviting', 'why not invited', 'reason exclusion',
    'reason not attending', 'reason',
  ],
  decidedBy: [
    'decided', 'decision (made)', 'decision maker', 'who decided', 'decision taken', 'part decided',
    'invitation decided',
  ],
  decidedOn: ['decision date', 'date decision', 'date decided'],
  viewsObtainedBy: [
    'view obtained', 'view gathered', 'how view obtained', 'view sought', 'how view gathered', 'how heard',
    'who obtain view', 'view', 'wish feeling', 'views obtained through', 'how view will obtained',
  ],
  separateFrom: [
    'not meet', 'keep apart', 'keep separate', 'separate', 'kept apart', 'kept separate', 'must not meet',
    'not be with', 'separate from',
  ],
} as const satisfies Record<string, readonly string[]>

export type Attribute = keyof typeof ATTRIBUTE_LABELS
