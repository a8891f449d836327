import { describe, expect, test } from '@jest/globals'
import { labelOf } from '../../../../shared/intake/layout/labels.ts'

const field = (name: string) => ({ kind: 'field', field: name })
const person = (role: string, attribute: string | null = null) => ({ kind: 'person', role, attribute })

describe('a label is known in the wordings of different offices', () => {
  test.each([
    [
      'caseReference',
      [
        'Case ref',
        'CASE REFERENCE',
        "Child's case no.",
        'LCS ID',
        'Mosaic number',
        'YP ref',
        'Young person ref',
        'Client id',
        'LCS case number',
        'Case',
      ],
    ],
    [
      'placementReference',
      ['Placement ref', 'Placement No', 'Ref of placement', 'PLT ref', 'Placement ID', 'Placement order number'],
    ],
    [
      'child.initials',
      ['Initials', "Child's initials", 'YP initials', 'Initials of child', 'Name of Young Person - initials only'],
    ],
    ['child.ageInYears', ['Age', 'Current age', "Child's age at placement", 'How old?', 'Age of YP']],
    ['child.dateOfBirth', ['DOB', 'D.O.B.', 'Date of birth', 'd o b', "Child's DOB"]],
    [
      'child.legalStatus',
      [
        'Legal status',
        'Current legal status',
        'Legal basis',
        'Status',
        'Legal status (section)',
        'What is the legal status?',
      ],
    ],
    [
      'placement.type',
      [
        'Type of placement',
        'Placement type',
        'Kind of placement',
        'Type of provision',
        'What type of placement?',
        'Setting',
      ],
    ],
    [
      'placement.basis',
      [
        'Planned or emergency',
        'Planned/Emergency',
        'Emergency or planned?',
        'Is the placement planned or an emergency',
        'Planned / emergency (delete as appropriate)',
      ],
    ],
    [
      'placement.startsAt',
      [
        'Start',
        'Start date',
        'Placement start date/time',
        'Date placement commencing',
        'Date & time of start',
        'Placement commenced',
        'Date of placement',
        'When?',
        'Move in date',
        'When does the placement start?',
        'Expected date and time of arrival',
      ],
    ],
    ['placement.area', ['In or out of area', 'In or out of borough', 'Location of placement', 'In or out of county']],
    ['placement.outOfArea', ['Out of authority?', 'Out of area', 'OOA', 'Placed out of county']],
    [
      'placement.providerName',
      ['Provider', 'Provider / home', 'Name of home', 'Agency', 'Name of provider', "Children's home"],
    ],
    [
      'placement.address',
      [
        'Address',
        'Placement address',
        'Address of placement',
        'Full address',
        "Carer's address",
        'Address and postcode',
      ],
    ],
    [
      'placement.educationDisrupted',
      ['Change of school?', 'School change', "Will the child's school change?", 'Education disrupted'],
    ],
    [
      'placement.household',
      [
        'Who else lives there',
        'Household',
        'Household members',
        'Other children in the home',
        'Who else is in the home',
      ],
    ],
    [
      'child.missingHistory',
      ['Missing', 'Missing before', 'History of going missing', 'Has the child ever been missing?', 'Missing episodes'],
    ],
    ['child.newlyLookedAfter', ['New to care', 'Newly looked after?', 'New LAC']],
    [
      'child.lookedAfterSince',
      [
        'Looked after since',
        'Became looked after',
        'LAC since',
        'Date became looked after',
        'BLA',
        'Date came into care',
      ],
    ],
  ])('%s', (name, wordings) => {
    expect(wordings.map((wording) => [wording, labelOf(wording)])).toEqual(
      wordings.map((wording) => [wording, field(name)]),
    )
  })

  test.each([
    [
      'childsSocialWorker',
      ['SW', 'CSW', 'Social worker', "Child's social worker", 'Allocated SW', 'Allocated social worker', 'Case holder'],
    ],
    [
      'supervisingSocialWorker',
      [
        'SSW',
        'Supervising social worker',
        'Fostering social worker',
        "Carers' supervising social worker",
        'Supervising SW',
      ],
    ],
    ['teamManager', ['TM', 'Team manager', 'SW team manager', 'Practice manager']],
    ['independentReviewingOfficer', ['IRO', 'Independent Reviewing Officer', 'Reviewing officer']],
    ['fosterCarer', ['Foster carer', 'Foster carers', 'Foster carer 1', 'Name of foster carer(s)', 'FC']],
    ['connectedCarer', ['Connected carer', 'Connected person', 'Kinship carer', 'Connected persons carer']],
    [
      'registeredManager',
      ['Registered manager', "Home's manager", 'Manager of the home', 'Home manager', 'RM', 'Who manages the home?'],
    ],
    ['managersDelegate', ['Deputy', 'Deputy manager', "Manager's delegate", 'Acting manager']],
    ['keyWorker', ['Key worker', 'Keyworker', 'Named keyworker', 'Link worker']],
    ['virtualSchoolHead', ['VSH', 'Virtual School', 'Virtual School Head', 'Virtual head']],
    ['mother', ['Mother', 'Mum', 'Birth mother', 'Mam']],
    ['father', ['Father', 'Dad', 'Birth father']],
    ['personalAdviser', ['PA', 'Personal adviser', 'Personal Advisor', 'Leaving care PA']],
    ['childrensGuardian', ['Guardian', "Children's Guardian", 'Cafcass guardian']],
  ])('%s', (role, wordings) => {
    expect(wordings.map((wording) => [wording, labelOf(wording)])).toEqual(
      wordings.map((wording) => [wording, person(role)]),
    )
  })

  test.each([
    ['Mother may have the address', person('mother', 'clearance')],
    ['Address can be shared with father', person('father', 'clearance')],
    ['Dad can know the address', person('father', 'clearance')],
    ['Address not to be shared with mother', person('mother', 'addressWithheld')],
    ["Mother's part in the meeting", person('mother', 'part')],
    ['Is dad invited?', person('father', 'part')],
    ['Mother has PR', person('mother', 'parentalResponsibility')],
    ['Social worker e-mail', person('childsSocialWorker', 'email')],
    ['Reason mother not invited', person('mother', 'ground')],
    ["Child's part in the meeting", { kind: 'childAttribute', attribute: 'part' }],
    ['YP attending', { kind: 'childAttribute', attribute: 'part' }],
    ['E-mail', { kind: 'attribute', attribute: 'email' }],
    ['Both children', { kind: 'everyone' }],
    ['Child 2 age', { ...field('child.ageInYears'), child: 2 }],
    ['CHILD B', { ...field('child'), child: 2 }],
    ['Father of J.T.', person('father')],
  ])('%s', (wording, label) => {
    expect(labelOf(wording)).toEqual(label)
  })
})

describe('what only looks like one is none', () => {
  test.each([
    'Weekly rate',
    'Invoice number',
    'Religion',
    'Date of meeting',
    'Next review',
    'Hello all',
    'Fri',
    'Kind regards',
    '',
    '   ',
    '12/11/2026',
    'the',
    'Please could you set up the planning meeting as soon as the carers are back from their holiday',
  ])('%s', (text) => {
    expect(labelOf(text)).toBeNull()
  })

  test("a parent's own address is not the placement's, and nobody's clearance", () => {
    expect(labelOf("Mother's address")).toEqual(person('mother', 'address'))
    expect(labelOf("Father's home address")).toEqual(person('father', 'address'))
  })
})
