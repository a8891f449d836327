/** Placement confirmations as officers of the practice town paste them, about its people. */
type Lines = Record<string, string>

const lines = (all: Lines): string[] => Object.entries(all).map(([label, value]) => `${label}: ${value}`)
const mail = (all: Lines): string => ['Placement confirmation', '', ...lines(all)].join('\n')

/** Words that belong to a child and a family, to be looked for where none of them may stand. */
export const FAMILY = {
  initials: 'Q.X.',
  childsName: 'Zebedee',
  street: '14 Tannery Row',
  postcode: 'MD4 7QX',
  mothersEmail: 'kayleigh.dunmore@quickmail.example',
  fathersEmail: 'jason.reddick@postbox.example',
}

const FOSTER: Lines = {
  'Case reference': 'LCS-204417',
  'Placement reference': 'PL-30951',
  Child: `${FAMILY.initials}, girl, aged 9`,
  'Legal status': 'Section 20',
  'First placement': 'Yes',
  'Type of placement': 'In-house fostering',
  'In or out of area': 'In area',
  Address: `${FAMILY.street}, Merrowdale ${FAMILY.postcode}`,
  'Mother may have the address': 'Yes',
  'Foster carer': 'Tina Bramwell, tina.bramwell@postbox.example',
  'Supervising social worker': 'Ruth Ashdown, ruth.ashdown@merrowdale.example',
  "Child's social worker": 'Owen Tremlett, owen.tremlett@merrowdale.example',
  'Team manager': 'Helen Marchbank, helen.marchbank@merrowdale.example',
  IRO: 'Stephen Adeyinka, stephen.adeyinka@merrowdale.example',
  Mother: `Kayleigh Dunmore, ${FAMILY.mothersEmail}, has parental responsibility`,
  "Mother's part in the meeting": 'attend',
  "Child's part in the meeting": 'contribute',
  'Change of school or school travel problem': 'No',
  'Missing before': 'No',
  'Child protection concerns': 'No',
}

/** Moves in on Friday 18 December 2026, half past five (F2). */
export const EMERGENCY_FOSTER = mail({
  ...FOSTER,
  'Became looked after': '18/12/2026',
  'Planned or emergency': 'Emergency',
  'Placement start date/time': '18/12/2026 at 5.30pm',
})

/** Moves in on Monday 2 November 2026, ten o'clock (F1). */
export const PLANNED_FOSTER = mail({
  ...FOSTER,
  'Planned or emergency': 'Planned',
  'Placement start date/time': '02/11/2026 at 10am',
})

/** Moves in on Thursday 24 December 2026, half past five (F3). */
export const EMERGENCY_HOME = mail({
  'Case reference': 'LCS-204418',
  'Placement reference': 'PL-30952',
  'Young person': `${FAMILY.initials}, aged 15`,
  'Legal status': 'Interim care order',
  'First placement': 'No',
  'Type of placement': "Residential children's home",
  'Planned or emergency': 'Emergency',
  'Placement start date/time': '24/12/2026 at 5.30pm',
  Provider: 'Merrowdale Council, Fellside House',
  'In or out of area': 'In area',
  Address: `${FAMILY.street}, Merrowdale ${FAMILY.postcode}`,
  'Mother may have the address': 'Yes',
  'Registered manager': 'Moira Fensom, moira.fensom@merrowdale.example',
  'Key worker': 'Leila Haddad, leila.haddad@merrowdale.example',
  "Child's social worker": 'Owen Tremlett, owen.tremlett@merrowdale.example',
  'Team manager': 'Helen Marchbank, helen.marchbank@merrowdale.example',
  IRO: 'Stephen Adeyinka, stephen.adeyinka@merrowdale.example',
  Mother: `Kayleigh Dunmore, ${FAMILY.mothersEmail}, has parental responsibility`,
  "Mother's part in the meeting": 'contribute',
  "Child's part in the meeting": 'attend',
  'Change of school or school travel problem': 'Yes',
  'Missing before': 'Yes',
  'Child protection concerns': 'No',
})

/** A confirmation with some lines said otherwise, or left out where they are `null`. */
export function saying(confirmation: string, other: Record<string, string | null>): string {
  const lines = confirmation.split('\n').flatMap((line) => {
    const label = line.slice(0, line.indexOf(':'))
    if (!(label in other)) return [line]
    const value = other[label]
    delete other[label]
    return value === null ? [] : [`${label}: ${value}`]
  })
  return [...lines, ...Object.entries(other).map(([label, value]) => `${label}: ${value}`)].join('\n')
}

/** The same home, the same evening, for two brothers: what is each one's own, and what is common to both. */
export const TWO_BROTHERS = (() => {
  const { 'Case reference': _, 'Placement reference': __, Child: ___, ...common } = FOSTER
  const own = (n: number, initials: string, age: number, more: Lines = {}) =>
    [`Child ${n}`, ...lines({ Initials: initials, 'Case reference': `LCS-20447${n}`, 'Placement reference': `PL-3097${n}`, Age: `${age}`, ...more })] // prettier-ignore
  return [
    'Placement confirmation',
    '',
    ...own(1, 'Q.X.', 9),
    '',
    ...own(2, 'W.Z.', 6, {
      Father: `Jason Reddick, ${FAMILY.fathersEmail}, has parental responsibility`,
      "Father's part in the meeting": 'attend',
    }),
    '',
    'Both children',
    ...lines({
      ...common,
      'Became looked after': '18/12/2026',
      'Planned or emergency': 'Emergency',
      'Placement start date/time': '18/12/2026 at 5.30pm',
    }),
  ].join('\n')
})()
