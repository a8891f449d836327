/** What is said about people beside their names. */

// prettier-ignore
export const PR_PHRASES: Record<'yes' | 'no', string[]> = {
  yes: [
    'has pr', 'has parental responsibility', 'with pr', 'with parental responsibility', 'have pr', 'holds pr',
    'hold pr', 'shares pr', 'pr yes', 'parental responsibility yes', 'pr y', 'retains pr', 'pr',
    'parental responsibility', 'has full pr', 'have parental responsibility', 'holds parental responsibility',
    'shares parental responsibility', 'sole pr', 'pr holder',
  ],
  no: [
    'no pr', 'no parental responsibility', 'does not have pr', 'does not have parental responsibility', 'without pr',
    'without parental responsibility', 'pr no', 'doesnt have pr', 'doesnt have parental responsibility', 'not have pr',
    'does not hold pr', 'pr n', 'not have parental responsibility', 'parental responsibility no', 'has no pr', 'not pr',
    'doesnt hold pr', 'has not got pr', 'hasnt got pr', 'does not hold parental responsibility',
  ],
}

/** Whether somebody may be told where the child lives. */
// prettier-ignore
export const CLEARED_PHRASES: Record<'yes' | 'no', string[]> = {
  yes: [
    'may have the address', 'can have the address', 'may know the address', 'can know the address', 'knows the address',
    'know the address', 'has the address', 'aware of the address', 'aware of address', 'knows where the placement is',
    'may have address', 'can have address', 'knows address', 'may be given the address', 'can be given the address',
    'happy for her to have the address', 'happy for him to have the address', 'ok to have the address',
    'ok to share address', 'can be told the address', 'may be told the address', 'allowed the address',
    'address can be shared', 'address may be shared', 'knows the placement address', 'may have the placement address',
    'can have the placement address', 'address ok to share', 'cleared for address', 'cleared for the address',
  ],
  no: [
    'not to have the address', 'may not have the address', 'must not have the address', 'must not know the address',
    'not to know the address', 'does not know the address', 'not to be given the address', 'cannot have the address',
    'should not have the address', 'address not to be shared', 'not to be told the address', 'do not share address',
    'do not share the address', 'not have address', 'no address', 'address withheld', 'address to be withheld',
    'must not be told the address', 'must not be given the address', 'must not be told where', 'not to be told where',
    'not to have address', 'not cleared for address', 'not cleared for the address', 'address not to be disclosed',
    'not to know address', 'cant have the address', 'should not know the address', 'must not find out',
    'not to know where', 'must not know where', 'do not give the address', 'do not disclose the address',
    'not allowed the address', 'should not be given the address', 'should not be told the address',
    'not have the address', 'may not know the address', 'cannot know the address',
  ],
}

// prettier-ignore
export const LEAVE_PHRASES: Record<'leave' | 'back', string[]> = {
  leave: [
    'on leave', 'annual leave', 'a l', 'al', 'leave until', 'leave till', 'leave from', 'leave to', 'away until',
    'away till', 'away from', 'away to', 'on holiday', 'off until', 'off till', 'out of office', 'unavailable',
    'not available', 'not in until', 'not in till',
  ],
  back: ['back on', 'back in', 'returns on', 'returning on', 'returns', 'returning', 'back from leave'],
}

/** Words that are about somebody and, in small letters, no part of a name: the name ends before them. */
// prettier-ignore
export const STATEMENT_WORDS = [
  'the', 'a', 'an', 'is', 'are', 'was', 'were', 'will', 'be', 'been', 'being', 'to', 'of', 'for', 'with', 'from', 'at',
  'in', 'on', 'by', 'not', 'no', 'none', 'yes', 'has', 'have', 'had', 'her', 'his', 'their', 'our', 'your', 'my', 'we',
  'they', 'she', 'he', 'it', 'this', 'that', 'who', 'which', 'please', 'thanks', 'see', 'attend', 'attends',
  'attending', 'invite', 'invited', 'confirmed', 'agreed', 'known', 'tbc', 'tba', 'awaiting', 'also', 'only',
  'currently', 'both', 'does', 'do', 'may', 'must', 'can', 'cannot', 'would', 'should', 'now', 'but', 'under', 'via',
  'if', 'when', 'due', 'out', 'yet', 'until', 'shares', 'holds', 'whereabouts', 'plus', 'or', 'as', 'about', 'since',
  'aware', 'knows', 'away', 'back', 'deceased', 'today', 'tomorrow', 'tonight', 'yesterday', 'this', 'next', 'from',
]

/** The same, in whatever letters they are written. */
// prettier-ignore
export const STATEMENT_MARKS = [
  'email', 'e mail', 'phone', 'mobile', 'tel', 'mob', 'contact', 'pr', 'parental responsibility', 'tbc', 'tba', 'ext',
]

/** Words that no person is called: what holds one of them is a team, a place or a thing. */
// prettier-ignore
export const ORGANISATION_WORDS = [
  'team', 'council', 'service', 'duty', 'office', 'agency', 'ltd', 'limited', 'fostering', 'foster', 'home', 'worker',
  'manager', 'officer', 'carer', 'child', 'placement', 'mother', 'father', 'mum', 'dad', 'parent', 'social', 'unknown',
  'unallocated', 'allocated', 'school', 'police', 'court', 'someone', 'anyone', 'you', 'me', 'us', 'them', 'him',
  'myself', 'yourself', 'nobody', 'there', 'two', 'three', 'same', 'address', 'children', 'assessment', 'department',
  'hub', 'mailbox', 'inbox', 'unit', 'care', 'residential', 'independent', 'virtual', 'access', 'resources',
  'emergency', 'edt', 'died', 'n', 'y', 'meeting', 'plan', 'review', 'date', 'time', 'tomorrow', 'today', 'yesterday',
  'asap', 'urgent', 'above', 'below', 'attached', 'everyone',
]
