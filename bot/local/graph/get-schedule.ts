/** Free/busy of several people at once. Whoever cannot be looked up has an error in their place, not an empty day. */
import { minutesBetween, toEpochMs, type Interval } from '../../../shared/dates/time.ts'
import { entriesBetween, type BusyEntry } from '../outlook/free-busy.ts'
import { showZoned } from '../outlook/time-zones.ts'
import { findMember, type DirectoryMember } from '../people/directory.ts'
import type { Tenant } from '../tenant.ts'
import { badRequest, found } from './answer.ts'
import type { Call, Operation } from './call.ts'
import { getScheduleAction } from './event-forms.ts'
import { readMoment } from './event-reading.ts'
import { readAction } from './form.ts'
import { workingHoursJson } from './working-hours.ts'

const MOST_SCHEDULES = 100
const LONGEST_DAYS = 62
const MOST_ENTRIES = 1000
const DAY_MINUTES = 24 * 60

export const getScheduleOperations: Operation[] = [
  {
    method: 'POST',
    path: '/users/:user/calendar/getSchedule',
    permission: { mailbox: 'calendar' },
    handle(call, tenant) {
      const { schedules, availabilityViewInterval, ...asked } = readAction(getScheduleAction, call.body, 'getSchedule')
      const within = { start: readMoment(asked.startTime).at, end: readMoment(asked.endTime).at }
      checkLimits(schedules, within)
      return found({
        '@odata.context': `${call.base}/$metadata#Collection(microsoft.graph.scheduleInformation)`,
        value: schedules.map((address) => scheduleOf(tenant, call, address, within, availabilityViewInterval ?? 30)),
      })
    },
  },
]

function checkLimits(schedules: string[], { start, end }: Interval): void {
  if (schedules.length > MOST_SCHEDULES)
    throw badRequest(
      `The number of mailboxes in the request is too large. The maximum is ${MOST_SCHEDULES}.`,
      'ErrorMailboxDataArrayTooBig',
    )
  if (end <= start)
    throw badRequest('The specified end time must be later than the start time.', 'ErrorInvalidTimeInterval')
  if (minutesBetween(start, end) > LONGEST_DAYS * DAY_MINUTES)
    throw badRequest(
      `The requested time duration specified for FreeBusyViewOptions.TimeWindow is too long. The allowed limit = ${LONGEST_DAYS} days.`,
      'ErrorTimeIntervalTooBig',
    )
}

function scheduleOf(tenant: Tenant, call: Call, address: string, within: Interval, interval: number) {
  const member = findMember(address)
  if (!member || !address.includes('@'))
    return failed(address, '5009', `Unable to resolve e-mail address ${address} to an Active Directory object.`)
  const entries = entriesBetween(tenant, member.email, within).filter(({ showAs }) => showAs !== 'free')
  if (entries.length > MOST_ENTRIES)
    return failed(
      address,
      '5006',
      `The result set contains too many calendar entries. The allowed size = ${MOST_ENTRIES}.`,
    )
  return {
    scheduleId: address,
    availabilityView: availabilityView(entries, within, interval),
    scheduleItems: entries.map((entry) => itemJson(entry, call, member)),
    workingHours: workingHoursJson(member.workingHours),
  }
}

const failed = (scheduleId: string, responseCode: string, message: string) => ({
  scheduleId,
  availabilityView: '',
  scheduleItems: [],
  error: { message, responseCode },
})

/** What stands behind a busy time is shown in one's own calendar; others share no more than that they are busy. */
function itemJson(entry: BusyEntry, call: Call, member: DirectoryMember) {
  const own = member.objectId === call.user.objectId && !entry.isPrivate
  return {
    isPrivate: entry.isPrivate,
    status: entry.showAs,
    ...(own && { subject: entry.subject, location: entry.place ?? '' }),
    start: showZoned(entry.start, call.prefer.timeZone),
    end: showZoned(entry.end, call.prefer.timeZone),
  }
}

const DIGIT: Record<string, string> = { free: '0', tentative: '1', busy: '2', oof: '3', workingElsewhere: '4' }

const FULLEST_FIRST = ['3', '2', '1', '4']

/** The fullest entry of each slot. */
function availabilityView(entries: BusyEntry[], within: Interval, intervalMinutes: number): string {
  const [from, to, slot] = [toEpochMs(within.start), toEpochMs(within.end), intervalMinutes * 60_000]
  const digits: string[] = Array.from({ length: Math.ceil((to - from) / slot) }, () => '0')
  for (const { start, end, showAs } of entries) {
    const digit = DIGIT[showAs] ?? '0'
    const first = Math.max(0, Math.floor((toEpochMs(start) - from) / slot))
    const last = Math.min(digits.length, Math.ceil((toEpochMs(end) - from) / slot))
    for (let index = first; index < last; index++)
      digits[index] = FULLEST_FIRST.find((fullest) => fullest === digit || fullest === digits[index]) ?? '0'
  }
  return digits.join('')
}
