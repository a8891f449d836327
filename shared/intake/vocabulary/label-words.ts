/** How the words of a label are read before it is looked up: words that mean the same, and words that mean nothing. */

/** Each word on the left stands for those on the right, in labels and in the lists of labels alike. */
// prettier-ignore
export const SAME_IN_LABELS: Record<string, string[]> = {
  child: ['child', 'children', 'young person', 'young people', 'yp', 'client', 'service user', 'cyp'],
  ref: ['ref', 'reference', 'no', 'number', 'num', 'id', 'identifier'],
  system: [
    'lcs', 'mosaic', 'liquidlogic', 'liquid logic', 'eclipse', 'carefirst', 'care first', 'frameworki', 'azeus', 'ics',
    'ssd',
  ],
  placement: ['placement', 'plt', 'plcmt', 'plmt', 'placemt', 'pltmt'],
  start: [
    'start', 'starting', 'started', 'commence', 'commenced', 'commencing', 'commencement', 'begin', 'beginning',
    'began', 'st',
  ],
  arrive: ['arrive', 'arriving', 'arrival', 'admission', 'admitted'],
  move: ['move', 'moving', 'moved', 'move in', 'moving in', 'moved in'],
  dob: ['dob', 'date of birth', 'birth date', 'd o b', 'born', 'birthdate'],
  lookedafter: [
    'looked after', 'lac', 'cla', 'cic', 'child looked after', 'children looked after', 'looked after child',
    'child in care', 'children in care', 'cared for',
  ],
  area: ['area', 'authority', 'local authority', 'county', 'borough', 'city', 'la', 'district', 'lea'],
  type: ['type', 'kind', 'category', 'sort', 'nature'],
  email: ['email', 'e mail', 'email address', 'e mail address'],
  phone: [
    'phone', 'tel', 'telephone', 'mobile', 'mob', 'phone number', 'telephone number', 'mobile number', 'contact number',
    'tel no', 'phone no', 'contact no',
  ],
  pr: ['pr', 'parental responsibility'],
  socialworker: ['social worker', 'sw', 's w', 'soc worker', 'socialworker'],
  supervising: ['supervising', 'ssw supervising'],
  mother: ['mother', 'mum', 'mam', 'mummy', 'mom'],
  father: ['father', 'dad', 'daddy'],
  carer: ['carer', 'caregiver'],
  adviser: ['adviser', 'advisor'],
  keyworker: ['key worker', 'keyworker', 'key workers', 'link worker', 'linkworker'],
  school: ['school', 'education', 'educational placement', 'school placement', 'nursery', 'college'],
  home: ['home', 'house'],
  missing: ['missing', 'absconding', 'absconded', 'mfh', 'mfc', 'absent'],
}

/** Words that may stand anywhere in a label without changing what it asks for. */
// prettier-ignore
export const SMALL_WORDS = [
  'the', 'a', 'an', 'of', 'and', 'or', 'for', 'is', 'are', 'was', 'this', 'that', 'their', 'his', 'her', 'its', 'our',
  'my', 'to', 'at', 'on', 'by', 'be', 'will', 'do', 'does', 'did', 'has', 'have', 'had', 'any', 'detail', 'please',
  'if', 'known', 'applicable', 'there', 'also', 'so', 'then', 'just', 'fyi', 'nb', 'with', 'from', 'as', 'full', 'y',
  'n', 's', 'only', 'being', 'it', 'we', 'you',
]

/** Words that ask, tell of a change or say how sure it is; a label may do without them. */
// prettier-ignore
export const ASKING_WORDS = [
  'who', 'what', 'which', 'where', 'when', 'how', 'change', 'new', 'revised', 'amended', 'updated', 'correct',
  'corrected', 'proposed', 'agreed', 'confirmed', 'expected', 'anticipated', 'actual', 'approx', 'one', 'now', 'future', 'delete', 'appropriate', 'both', 'all', 'three', 'girl', 'boy',
]

/** What people put before a sentence and a colon; no label, the sentence counts. */
// prettier-ignore
export const OPENERS = [
  'confirmed', 'confirming', 'please note', 'note', 'nb', 'n b', 'fyi', 'update', 'urgent', 'hi all', 'hi', 'all',
  'dear all', 'for info', 'ps', 'p s', 'also', 'just to confirm', 'to confirm', 'placement agreed',
  'placement confirmed', 'correction', 'change', 'new placement', 'sorry', 'apologies', 'quick one', 'heads up',
  'reminder', 'invitees', 'attendees', 'people to invite', 'professionals', 'professionals involved', 'network',
]

/** What people put above a list of those who come; each line below says who somebody is. */
// prettier-ignore
export const PEOPLE_HEADINGS = [
  'invite', 'invited', 'to invite', 'please invite', 'invitees', 'attending', 'to attend', 'attendees', 'contacts',
]
