/** Confirmations as they are pasted, with canaries that must never be seen again in a chat. */
export const CANARIES = {
  initials: 'QX',
  childsName: 'Zebedee',
  address: '14 Tannery Row',
  postcode: 'AL4 7QT',
}

export const EMERGENCY_FOSTER = `
Case reference: BKS-204417
Placement reference: PL-30951
Child: Q.X., aged 9
Legal status: Section 20
First placement: Yes
Became looked after: 18/12/2026
Type of placement: In-house fostering
Planned or emergency: Emergency
Placement start date/time: 18/12/2026 at 5.30pm
In or out of area: In area
Address: 14 Tannery Row, Aldermere AL4 7QT
Mother may have the address: Yes
Foster carer: Marguerite Oyelaran, m.oyelaran@homefires.example
Supervising social worker: Tobias Greenhalgh, tobias.greenhalgh@brackenshire.example
Child's social worker: Rosalind Achterberg, rosalind.achterberg@brackenshire.example
IRO: Barnaby Okonkwo, barnaby.okonkwo@brackenshire.example
Mother: Petra Vandermolen, petra.v@post.example, has parental responsibility
Mother's part in the meeting: attend
Child's part in the meeting: contribute
`

/** The same without what the meeting depends on. */
export const WITHOUT = (...labels: string[]): string =>
  EMERGENCY_FOSTER.split('\n')
    .filter((line) => !labels.some((label) => line.startsWith(label)))
    .join('\n')

/** A home whose manager would chair and is on leave; nobody is named to stand in (E-13). */
export const IN_A_HOME = `
Case reference: BKS-204417
Placement reference: PL-30951
Child: Q.X., aged 13
Legal status: Section 20
First placement: No
Type of placement: Children's home
Planned or emergency: Emergency
Placement start date/time: 24/12/2026 at 5.30pm
In or out of area: In area
Home: Willowbank
Address: 14 Tannery Row, Aldermere AL4 7QT
Registered manager: Seraphina Holt, manager@willowbank.example, on leave from 24/12/2026 to 08/01/2027
Child's social worker: Rosalind Achterberg, rosalind.achterberg@brackenshire.example
Team manager: Imelda Castellano, imelda.castellano@brackenshire.example
Child's part in the meeting: contribute
`

/** Two brothers, placed together on one day: what is each one's own, and what is common to both. */
export const BROTHERS = ['Q.X.', 'W.Z.'] as const
const ofOne = (n: 1 | 2, more = ''): string =>
  `Child ${n}\nInitials: ${BROTHERS[n - 1]}\nCase reference: BKS-20441${n}\nPlacement reference: PL-3095${n}\nAge: ${n === 1 ? 9 : 6}\n${more}`
const COMMON = WITHOUT('Case reference', 'Placement reference', 'Child:').trim()
/** The younger one has a father who is nobody's business in the matters of the older one. */
export const YOUNGER_FATHER = 'Anders Vandermolen, anders.v@post.example'
export const TWO_BROTHERS = `${ofOne(1)}\n${ofOne(2, `Father: ${YOUNGER_FATHER}, has parental responsibility\nFather's part in the meeting: attend\n`)}\nBoth children\n${COMMON}`
/** The same child in a message of their own. */
export const BROTHER_ALONE = (n: 1 | 2): string =>
  `Case reference: BKS-20441${n}\nPlacement reference: PL-3095${n}\nChild: ${BROTHERS[n - 1]}, aged ${n === 1 ? 9 : 6}\n${COMMON}`
