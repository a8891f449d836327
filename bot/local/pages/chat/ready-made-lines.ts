/** What the ready-made confirmations say, line by line, in the words of a council's form. */
import { ENGLAND } from '../../../../shared/dates/bank-holidays.ts'
import type { Role } from '../../../../shared/placement/placement.ts'
import {
  addDays,
  addMinutes,
  atLondon,
  londonDate,
  londonMinuteOfDay,
  londonTime,
  type Instant,
  type LocalDate,
} from '../../../../shared/dates/time.ts'
import { workingDayOnOrAfter } from '../../../../shared/dates/working-days.ts'

export type TownPerson = { name: string; email: string; role: Role; insideTenant: boolean }

export type Line = [label: string, value: string]

export type Cast = (role: Role, options?: { inside?: boolean; second?: boolean }) => string

/** `Name, address`, as people are given in a confirmation. */
export function castFrom(people: TownPerson[]): Cast {
  return (role, { inside, second = false } = {}) => {
    const able = people.filter(
      (person) => person.role === role && (inside ?? person.insideTenant) === person.insideTenant,
    )
    const person = able[second ? 1 : 0]
    return person ? `${person.name}, ${person.email}` : 'to be confirmed'
  }
}

export const fosterEmergency = (cast: Cast, now: Instant): Line[] => [
  ['Child', 'A.B., girl, aged 9'],
  ['Legal status', 'Section 20'],
  ['First placement', 'Yes'],
  ['Became looked after', slashed(londonDate(laterToday(now)))],
  ['Type of placement', 'In-house fostering'],
  ['Planned or emergency', 'Emergency'],
  ['Placement start date/time', slashedTime(laterToday(now))],
  ['Provider', 'Merrowdale fostering service'],
  ['In or out of area', 'In area'],
  ['Address', '14 Larkspur Close, Merrowdale MD4 2QT'],
  ['Mother may have the address', 'Yes'],
  ['Foster carer', cast('fosterCarer')],
  ['Who else lives there', "carer's daughter, 12"],
  ['Supervising social worker', cast('supervisingSocialWorker')],
  ["Child's social worker", cast('childsSocialWorker')],
  ['Team manager', cast('teamManager')],
  ['IRO', cast('independentReviewingOfficer')],
  ['Mother', `${cast('mother')}, has parental responsibility`],
  ["Mother's part in the meeting", 'attend'],
  ["Child's part in the meeting", 'contribute'],
  ['Change of school or school travel problem', 'No'],
  ['Missing before', 'No'],
  ['Child protection concerns', 'No'],
]

export const fosterPlanned = (cast: Cast, now: Instant): Line[] => [
  ['Child', 'L.M., boy, aged 12'],
  ['Legal status', 'Full care order (s31)'],
  ['First placement', 'No'],
  ['Type of placement', 'In-house fostering'],
  ['Planned or emergency', 'Planned'],
  ['Placement start date/time', `${slashed(nextWeek(now))} at 11am`],
  ['Provider', 'Merrowdale fostering service'],
  ['In or out of area', 'In area'],
  ['Address', '3 Weir Lane, Merrowdale MD2 7HH'],
  ['Mother may have the address', 'Yes'],
  ['Father may have the address', 'No'],
  ['Foster carer', cast('fosterCarer', { second: true })],
  ['Who else lives there', 'nobody'],
  ['Supervising social worker', cast('supervisingSocialWorker')],
  ["Child's social worker", cast('childsSocialWorker')],
  ['Team manager', cast('teamManager')],
  ['IRO', cast('independentReviewingOfficer')],
  ['Virtual school head', cast('virtualSchoolHead')],
  ['Mother', `${cast('mother')}, has parental responsibility`],
  ["Mother's part in the meeting", 'attend'],
  ['Father', `${cast('father')}, has parental responsibility`],
  ["Father's part in the meeting", 'to be discussed'],
  ["Child's part in the meeting", 'attend'],
  ['Change of school or school travel problem', 'Yes'],
  ['Missing before', 'No'],
  ['Child protection concerns', 'No'],
]

export const residentialEmergency = (cast: Cast, now: Instant): Line[] => [
  ['Young person', 'K.T., aged 15'],
  ['Legal status', 'Interim care order'],
  ['First placement', 'No'],
  ['Type of placement', "Residential children's home"],
  ['Planned or emergency', 'Emergency'],
  ['Placement start date/time', slashedTime(laterToday(now))],
  ['Provider', 'Merrowdale Council, Fellside House'],
  ['Ofsted URN', 'SC110482'],
  ['In or out of area', 'In area'],
  ['Address', 'Fellside House, Moor Road, Merrowdale MD9 1AA'],
  ['Registered manager', cast('registeredManager', { inside: true })],
  ["Child's social worker", cast('childsSocialWorker')],
  ['Team manager', cast('teamManager')],
  ['IRO', cast('independentReviewingOfficer')],
  ['Mother', `${cast('mother')}, has parental responsibility`],
  ["Mother's part in the meeting", 'contribute'],
  ['Mother may have the address', 'Yes'],
  ["Child's part in the meeting", 'attend'],
  ['Change of school or school travel problem', 'Yes'],
  ['Missing before', 'Yes'],
  ['Child protection concerns', 'No'],
]

export const residentialPlanned = (cast: Cast, now: Instant): Line[] => [
  ['Young person', 'R.D., aged 14'],
  ['Legal status', 'Full care order (s31)'],
  ['First placement', 'No'],
  ['Type of provision', "Residential children's home (private)"],
  ['Planned or emergency', 'Planned'],
  ['Placement start date/time', `${slashed(nextWeek(now))} at 2pm`],
  ['Provider', 'Fernhill Care Ltd, Fernhill Lodge'],
  ['Ofsted URN', 'SC900417'],
  ['In or out of area', 'Adjoining authority'],
  ['Address', 'Fernhill Lodge, Station Road, Harrowby HB1 4LT'],
  ['Registered manager', cast('registeredManager', { inside: false })],
  ['Key worker', cast('keyWorker')],
  ["Child's social worker", cast('childsSocialWorker')],
  ['Team manager', cast('teamManager')],
  ['IRO', cast('independentReviewingOfficer')],
  ['Virtual school head', cast('virtualSchoolHead')],
  ['Advocate', cast('advocate')],
  ['Mother', `${cast('mother')}, has parental responsibility`],
  ["Mother's part in the meeting", 'attend'],
  ['Mother may have the address', 'No'],
  ["Child's part in the meeting", 'attend'],
  ['Change of school or school travel problem', 'Yes'],
  ['Missing before', 'No'],
  ['Child protection concerns', 'No'],
]

/** Half past five, or, once it is nearly that late, the next half hour that is at least one away. */
function laterToday(now: Instant): Instant {
  const halfPastFive = atLondon(londonDate(now), '17:30')
  if (addMinutes(now, 30) <= halfPastFive) return halfPastFive
  const untilHalfHour = 30 - (londonMinuteOfDay(now) % 30)
  return addMinutes(now, untilHalfHour + 30)
}

/** A working day a week from now; merely a week from now where nobody has proclaimed the holidays yet. */
function nextWeek(now: Instant): LocalDate {
  const date = addDays(londonDate(now), 7)
  return addDays(date, 14) > ENGLAND.knownUntil ? date : workingDayOnOrAfter(date)
}

const slashed = (date: LocalDate): string => date.split('-').reverse().join('/')
const slashedTime = (at: Instant): string => `${slashed(londonDate(at))} at ${londonTime(at)}`
