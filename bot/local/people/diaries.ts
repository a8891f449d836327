/**
 * What comes round in everybody's diary, so that any week looks like a week. Some people are plainly busy; each
 * working day still has times when those who plan a placement could all meet.
 */
import type { DiaryRule, Weekday } from './member.ts'

type Extra = Omit<DiaryRule, 'subject' | 'days' | 'from' | 'to'>

const DAYS: Record<string, Weekday> = {
  Mon: 'monday',
  Tue: 'tuesday',
  Wed: 'wednesday',
  Thu: 'thursday',
  Fri: 'friday',
}

/** `rule('Mon Wed 09:00-10:00', 'Team meeting')` */
function rule(when: string, subject: string, extra: Extra = {}): DiaryRule {
  const words = when.split(' ')
  const [from = '', to = ''] = words.pop()?.split('-') ?? []
  return { subject, days: words.map((word) => DAYS[word]).filter((day) => day !== undefined), from, to, ...extra }
}

const inTurn = (everyWeeks: number, week: number, extra: Extra = {}): Extra => ({ everyWeeks, week, ...extra })
const quietly: Extra = { private: true }

const careTeamMeeting = rule('Tue 09:30-11:00', 'Children in Care team meeting', { where: 'Weavers House' })
const fosteringMeeting = rule('Wed 09:00-10:00', 'Fostering team meeting', { where: 'Weavers House' })
const lunch = rule('Mon Tue Wed Thu Fri 12:45-13:15', 'Lunch')
const allocation = rule('Mon 09:00-10:00', 'Allocation meeting', { where: 'Larch Room' })

export const DIARIES: Record<string, DiaryRule[]> = {
  'Nadia Castellane': [
    rule('Mon Tue Wed Thu Fri 08:45-09:15', 'Overnight handover'),
    rule('Mon 11:30-12:30', 'Provider call'),
    rule('Tue 13:00-14:00', 'Placements panel', inTurn(2, 0)),
    rule('Wed 11:00-13:00', 'Resource panel', { where: 'Willow Room' }),
    rule('Thu 11:30-12:30', 'Framework review', inTurn(3, 1)),
    rule('Thu 15:30-16:30', 'Searches in progress'),
    rule('Fri 09:30-10:30', 'Weekly report', { showAs: 'tentative' }),
  ],
  'Owen Tremlett': [
    careTeamMeeting,
    rule('Mon 11:30-12:30', 'Supervision', { private: true, ...inTurn(2, 1) }),
    rule('Mon 15:30-17:00', 'Home visit', { ...quietly, showAs: 'oof' }),
    rule('Tue 15:30-17:00', 'Home visit', { private: true, showAs: 'oof', ...inTurn(2, 0) }),
    rule('Wed 11:00-13:00', 'School meeting', inTurn(3, 2)),
    rule('Wed 13:30-15:00', 'Court preparation', inTurn(2, 0)),
    rule('Thu 11:00-13:00', 'Duty'),
    rule('Fri 09:00-11:00', 'Recording', { showAs: 'tentative' }),
    rule('Fri 15:00-16:30', 'Family time', inTurn(2, 1)),
  ],
  'Amara Ugwu': [
    careTeamMeeting,
    rule('Mon 12:30-14:00', 'Home visit', { ...quietly, showAs: 'oof' }),
    rule('Tue 12:30-13:30', 'Supervision', { private: true, ...inTurn(2, 0) }),
    rule('Wed 11:30-15:00', 'Duty'),
  ],
  'Ruth Ashdown': [
    fosteringMeeting,
    rule('Mon 09:00-10:00', 'Carer support group calls'),
    rule('Mon 11:30-13:00', 'Supervising visit', { ...quietly, showAs: 'oof' }),
    rule('Tue 09:00-11:00', 'Supervising visit', { private: true, showAs: 'oof', ...inTurn(2, 1) }),
    rule('Tue 15:30-17:00', 'Fostering panel papers', { showAs: 'tentative', ...inTurn(3, 0) }),
    rule('Wed 13:00-15:00', 'Supervising visit', { ...quietly, showAs: 'oof' }),
    rule('Thu 11:30-13:00', 'Supervision', { private: true, ...inTurn(2, 0) }),
    rule('Thu 15:00-16:00', 'Carer review', inTurn(2, 1)),
    rule('Fri 09:00-10:30', 'Duty'),
  ],
  'Dilip Varsani': [
    fosteringMeeting,
    rule('Tue 12:30-14:00', 'Supervising visit', { ...quietly, showAs: 'oof' }),
    rule('Thu 11:00-13:00', 'Fostering panel', inTurn(2, 1)),
    rule('Fri 09:30-11:00', 'Carer training', inTurn(4, 2)),
  ],
  'Helen Marchbank': [
    allocation,
    careTeamMeeting,
    rule('Mon 11:30-13:00', 'Supervision', quietly),
    rule('Mon 15:00-17:00', 'Legal planning', inTurn(2, 0)),
    rule('Tue 12:30-14:00', 'Resource panel papers'),
    rule('Tue 15:00-16:30', 'Supervision', quietly),
    rule('Wed 11:00-13:00', 'Resource panel', { where: 'Willow Room' }),
    rule('Wed 13:30-15:30', 'Supervision', quietly),
    rule('Thu 11:00-13:00', 'Performance meeting'),
    rule('Thu 15:00-16:00', 'Supervision', quietly),
    rule('Fri 09:00-11:00', 'Case audit', { showAs: 'tentative' }),
  ],
  'Gareth Pugsley': [rule('Mon Tue Wed Thu Fri 00:00-23:59', 'Parental leave', { ...quietly, showAs: 'oof' })],
  'Moira Fensom': [
    rule('Mon Tue Wed Thu Fri 08:00-08:45', 'Shift handover', { where: 'Fellside House' }),
    rule('Mon 11:30-13:00', 'Staff supervision', quietly),
    rule('Tue 09:00-10:30', 'House meeting', { where: 'Fellside House' }),
    rule('Wed 11:30-13:00', 'Rota and training', inTurn(2, 0)),
    rule('Thu 12:00-13:30', 'Independent visitor', inTurn(4, 1)),
    rule('Fri 09:00-10:30', 'Managers of homes', inTurn(2, 1)),
    rule('Fri 15:30-17:00', 'Weekend planning'),
  ],
  'Stephen Adeyinka': [
    rule('Mon 09:00-10:00', 'Child in care review', { ...quietly, showAs: 'oof' }),
    rule('Mon 11:30-13:30', 'Child in care review', { ...quietly, showAs: 'oof' }),
    rule('Mon 15:00-17:00', 'Child in care review', { ...quietly, showAs: 'oof' }),
    rule('Tue 09:00-11:00', 'Child in care review', { ...quietly, showAs: 'oof' }),
    rule('Tue 15:00-17:00', 'Child in care review', { ...quietly, showAs: 'oof' }),
    rule('Wed 11:00-15:00', 'Child in care reviews', { ...quietly, showAs: 'oof' }),
    rule('Thu 11:00-13:00', 'Reviewing officers’ meeting'),
    rule('Thu 15:00-17:00', 'Child in care review', { ...quietly, showAs: 'oof' }),
    rule('Fri 09:00-11:00', 'Reports', { showAs: 'tentative' }),
    rule('Fri 15:00-16:30', 'Child in care review', { private: true, showAs: 'oof', ...inTurn(2, 0) }),
  ],
  'Catherine Yarlett': [
    lunch,
    rule('Mon 08:30-10:00', 'Education leadership', { where: 'Weavers House' }),
    rule('Tue 09:00-11:00', 'School visits', { showAs: 'oof', ...inTurn(2, 1) }),
    rule('Wed 11:00-12:30', 'Personal education plans', inTurn(2, 0)),
    rule('Thu 12:30-14:00', 'Designated teachers’ network', inTurn(4, 3)),
    rule('Fri 08:30-10:00', 'Attendance and exclusions'),
  ],
  'Bilal Qureshi': [
    lunch,
    rule('Mon 09:00-10:00', 'Payments run'),
    rule('Tue 15:00-16:30', 'Budget monitoring', inTurn(2, 0)),
    rule('Thu 11:00-12:00', 'Invoices with placements'),
  ],
  'Judith Penhallow': [
    rule('Mon 08:30-10:00', 'Directorate leadership'),
    rule('Mon 12:00-14:00', 'Service managers', inTurn(2, 0)),
    rule('Tue 09:00-11:00', 'Corporate parenting board', inTurn(4, 0)),
    rule('Tue 12:30-14:00', 'Resource panel papers'),
    rule('Wed 11:00-13:00', 'Resource panel', { where: 'Willow Room' }),
    rule('Wed 13:00-15:30', 'Service managers’ supervision', quietly),
    rule('Thu 11:00-12:30', 'Performance meeting'),
    rule('Fri 09:00-11:00', 'Partnership', { showAs: 'oof', ...inTurn(3, 0) }),
  ],
  'Wendy Oakes': [
    lunch,
    rule('Mon 12:00-13:00', 'Business support huddle'),
    rule('Tue 09:30-11:00', 'Minutes: team meeting'),
    rule('Wed 11:00-13:00', 'Minutes: resource panel'),
    rule('Thu 15:00-16:30', 'Panel papers', { showAs: 'tentative' }),
  ],
  'Leila Haddad': [
    rule('Mon 11:30-13:30', 'Drop-in', { where: 'The Hub' }),
    rule('Wed 13:00-15:00', 'Pathway plan visit', { ...quietly, showAs: 'oof' }),
    rule('Fri 09:00-10:30', 'Housing surgery', inTurn(2, 0)),
  ],
  'Conor Maddigan': [rule('Mon Tue Wed Thu 16:30-17:00', 'Handover from the day teams')],
}
