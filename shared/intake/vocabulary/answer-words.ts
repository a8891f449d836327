/** Yes, no, and the many ways of saying that there is no answer yet. */

// prettier-ignore
export const YES_NO_PHRASES: Record<'yes' | 'no' | 'open', string[]> = {
  yes: [
    'yes', 'y', 'true', 'correct', 'yep', 'yeah', 'confirmed', 'does', 'agreed', 'ok', 'okay', '✓', 'it is', 'it does',
    'he is', 'she is', 'they are', 'can', 'may', 'is fine', 'happy for', 'allowed', 'full', 'ongoing', 'in progress', 'under way', 'underway',
  ],
  no: [
    'no', 'n', 'false', 'none', 'nil', 'never', 'not', 'nope', 'does not', 'doesnt', 'is not', 'isnt', 'n a', 'na',
    'not applicable', 'without', 'no known', 'none known', 'no concern', '0', 'must not', 'cannot', 'nothing',
  ],
  open: [
    'tbc', 'tba', 'tbd', 'to be confirmed', 'not known', 'unknown', 'unsure', 'not sure', 'possibly', 'maybe', 'may be',
    'might', 'awaiting', 'to follow', 'dont know', 'unclear', 'likely', 'potentially', 'to be decided',
    'to be discussed', 'check with', 'to check', 'not yet', 'yet to', 'suspected', 'under review', 'partly', 'in part',
    'pending', 'if', 'unless', 'subject to', 'depending', 'probably', 'not confirmed', 'nk', 'tbd', 'ask',
  ],
}

/** A value that says there is none yet. */
// prettier-ignore
export const PLACEHOLDERS = [
  'tbc', 'tba', 'tbd', 'to be confirmed', 'to be advised', 'to be agreed', 'to be arranged', 'to be allocated',
  'to follow', 'awaiting', 'awaited', 'not known', 'unknown', 'not yet', 'none yet', 'not allocated', 'unallocated',
  'not yet allocated', 'awaiting allocation', 'to be decided', 'to be identified', 'pending', 'none', 'n a', 'na',
  'nil', 'not applicable', 'vacant', 'not given', 'not available', 'will follow', 'nk', 'not recorded', 'see attached',
  'as before', 'as above', 'see above', 'see below', 'not provided', 'dont know', 'no one', 'nobody', 'no allocated',
  'not assigned', 'x', 'xx', 'xxx', 'same as above', 'as attached', 'not known yet', 'to be confirmed later',
  'yet to be', 'tb confirmed', 'withheld', 'confidential', 'not yet known', 'being allocated', 'no worker',
  'currently unallocated', 'as per form', 'duty', 'duty team', 'not named',
]
