/** The staff of Merrowdale, a council that does not exist. The first of each role works all week. */
import { DIARIES } from './diaries.ts'
import { WORKING_WEEK, type Member, type Weekday, type WorkingHours } from './member.ts'

export const COUNCIL = 'Merrowdale Council'
export const DOMAIN = 'merrowdale.example'

const OFFICE = 'Weavers House'
const CARE_TEAM = 'Children in Care Team'
const FOSTERING = 'Fostering Service'

const week = (days: Weekday[] = WORKING_WEEK, from = '09:00', to = '17:00'): WorkingHours => ({ days, from, to })

type Given = Pick<Member, 'name' | 'role' | 'jobTitle' | 'department'> & Partial<Member>

function person(given: Given): Member {
  const email = `${given.name.toLowerCase().replace(' ', '.')}@${DOMAIN}`
  return {
    email,
    kind: 'person',
    office: OFFICE,
    workingHours: week(),
    teams: true,
    appMay: { calendar: true, mail: false },
    diary: DIARIES[given.name] ?? [],
    ...given,
  }
}

/** Whom the app has nothing to do with, and one whose calendar it may use: what a preflight is tried on. */
export const OUTSIDE_MAILBOX = `judith.penhallow@${DOMAIN}`
export const MEMBER_MAILBOX = `owen.tremlett@${DOMAIN}`

export const STAFF: Member[] = [
  person({
    name: 'Nadia Castellane',
    role: 'placementOfficer',
    jobTitle: 'Placement Officer',
    department: 'Placements and Commissioning',
    workingHours: week(WORKING_WEEK, '08:30', '17:30'),
  }),
  person({
    name: 'Owen Tremlett',
    role: 'childsSocialWorker',
    jobTitle: "Children's Social Worker",
    department: CARE_TEAM,
  }),
  person({
    name: 'Amara Ugwu',
    role: 'childsSocialWorker',
    jobTitle: "Children's Social Worker",
    department: CARE_TEAM,
    workingHours: week(['monday', 'tuesday', 'wednesday']),
  }),
  person({
    name: 'Ruth Ashdown',
    role: 'supervisingSocialWorker',
    jobTitle: 'Supervising Social Worker',
    department: FOSTERING,
    workingHours: { ...week(), zone: 'custom' },
  }),
  person({
    name: 'Dilip Varsani',
    role: 'supervisingSocialWorker',
    jobTitle: 'Supervising Social Worker',
    department: FOSTERING,
    workingHours: week(['tuesday', 'wednesday', 'thursday', 'friday'], '09:30', '16:30'),
  }),
  person({ name: 'Helen Marchbank', role: 'teamManager', jobTitle: 'Team Manager', department: CARE_TEAM }),
  person({
    name: 'Gareth Pugsley',
    role: 'teamManager',
    jobTitle: 'Team Manager',
    department: CARE_TEAM,
    away: 'I am on parental leave. Please contact Helen Marchbank.',
  }),
  person({
    name: 'Moira Fensom',
    role: 'registeredManager',
    jobTitle: 'Registered Manager',
    department: "Children's Homes",
    office: 'Fellside House',
    workingHours: week(WORKING_WEEK, '08:00', '18:00'),
  }),
  person({
    name: 'Stephen Adeyinka',
    role: 'independentReviewingOfficer',
    jobTitle: 'Independent Reviewing Officer',
    department: 'Safeguarding and Review',
    appMay: { calendar: false, mail: false },
  }),
  person({
    name: 'Catherine Yarlett',
    role: 'virtualSchoolHead',
    jobTitle: 'Virtual School Head',
    department: 'Education',
    workingHours: week(WORKING_WEEK, '08:30', '16:30'),
    appMay: { calendar: false, mail: false },
  }),
  person({
    name: 'Bilal Qureshi',
    role: 'financeOfficer',
    jobTitle: 'Finance Officer',
    department: 'Finance',
    workingHours: week(['monday', 'tuesday', 'wednesday', 'thursday']),
    appMay: { calendar: false, mail: false },
  }),
  person({
    name: 'Judith Penhallow',
    role: 'designatedManager',
    jobTitle: 'Designated Manager',
    department: "Children's Services Management",
    appMay: { calendar: false, mail: false },
  }),
  person({
    name: 'Wendy Oakes',
    role: 'minuteTaker',
    jobTitle: 'Business Support Officer',
    department: 'Business Support',
    administers: true,
  }),
  person({
    name: 'Leila Haddad',
    role: 'personalAdviser',
    jobTitle: 'Personal Adviser',
    department: 'Leaving Care Team',
  }),
  person({
    name: 'Conor Maddigan',
    role: 'emergencyDutyTeam',
    jobTitle: 'Emergency Duty Social Worker',
    department: 'Emergency Duty Team',
    workingHours: week(['monday', 'tuesday', 'wednesday', 'thursday'], '16:30', '23:59'),
  }),
]
