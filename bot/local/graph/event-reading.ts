/** From the body of a request to what an organiser wants of a meeting. */
import type { Instant } from '../../../shared/dates/time.ts'
import type { ExtendedProperty, Location, StoredEvent } from '../outlook/event.ts'
import type { Invited, MeetingChange, MeetingWishes } from '../outlook/meetings.ts'
import { ianaZone, readZoned, UnknownTimeZone, type ZonedMoment } from '../outlook/time-zones.ts'
import { keptHtml } from '../outlook/words.ts'
import { wallClockIn } from '../../../shared/dates/time.ts'
import { badRequest, GraphError } from './answer.ts'
import type { EventProperties } from './event-forms.ts'

type Zoned = { dateTime: string; timeZone?: string | null }

export function readMoment(value: Zoned): ZonedMoment {
  try {
    return readZoned(value)
  } catch (error) {
    if (error instanceof UnknownTimeZone) throw new GraphError(400, 'TimeZoneNotSupportedException', error.message)
    if (error instanceof RangeError)
      throw badRequest('The value of a date and time is not valid.', 'ErrorInvalidRequest')
    throw error
  }
}

export function readWishes(form: EventProperties & { transactionId?: string }): MeetingWishes {
  const change = readChange(form, null)
  return {
    subject: '',
    bodyHtml: keptHtml('', 'html'),
    isAllDay: false,
    locations: [],
    importance: 'normal',
    sensitivity: 'normal',
    showAs: 'busy',
    responseRequested: true,
    allowNewTimeProposals: true,
    hideAttendees: false,
    isOnlineMeeting: false,
    categories: [],
    isReminderOn: true,
    reminderMinutesBeforeStart: 15,
    attendees: [],
    extendedProperties: [],
    extensions: [],
    attachments: [],
    transactionId: form.transactionId ?? null,
    ...readTimes(form, null),
    ...change,
  }
}

/** Only what the request names; the rest stays. */
export function readChange(form: EventProperties, before: StoredEvent | null): MeetingChange {
  if (form.recurrence) throw new GraphError(501, 'NotImplemented', 'The local stand-in keeps no recurring meetings.')
  const change: MeetingChange = {
    ...(before && readTimes(form, before)),
    ...(form.subject != null && { subject: form.subject }),
    ...(form.body && { bodyHtml: keptHtml(form.body.content ?? '', form.body.contentType ?? 'text') }),
    ...(form.attendees && { attendees: readAttendees(form.attendees) }),
    ...readLocations(form),
    ...(form.singleValueExtendedProperties && {
      extendedProperties: mergeProperties(before?.extendedProperties ?? [], form.singleValueExtendedProperties),
    }),
    ...(form.extensions && {
      extensions: form.extensions.map(({ extensionName, '@odata.type': _, ...values }) => ({
        name: extensionName,
        values,
      })),
    }),
  }
  return { ...change, ...given(form, PLAIN) }
}

const PLAIN = [
  'importance',
  'sensitivity',
  'showAs',
  'isAllDay',
  'isReminderOn',
  'reminderMinutesBeforeStart',
  'responseRequested',
  'allowNewTimeProposals',
  'hideAttendees',
  'isOnlineMeeting',
  'categories',
] as const

function given<Form extends object, Name extends keyof Form>(form: Form, names: readonly Name[]) {
  const entries = names.flatMap((name) => (form[name] == null ? [] : [[name, form[name]] as const]))
  return Object.fromEntries(entries) as { [Key in Name]?: NonNullable<Form[Key]> }
}

type Times = { start: Instant; end: Instant; startZone: string; endZone: string }

function readTimes(form: EventProperties, before: StoredEvent | null): Times {
  const start = form.start ? readMoment(form.start) : before && { at: before.start, zone: before.startZone }
  const end = form.end ? readMoment(form.end) : before && { at: before.end, zone: before.endZone }
  if (!start || !end) throw badRequest('At least one property failed validation.', 'ErrorPropertyValidationFailure')
  if (end.at < start.at)
    throw badRequest(
      'The end date of the event is earlier than its start date.',
      'ErrorCalendarEndDateIsEarlierThanStartDate',
    )
  const isAllDay = form.isAllDay ?? before?.isAllDay ?? false
  if (isAllDay && !(isMidnight(start) && isMidnight(end) && start.at < end.at))
    throw badRequest(
      'The Event.Start property for an all-day event needs to be set to midnight.',
      'ErrorInvalidRequest',
    )
  return { start: start.at, end: end.at, startZone: start.zone, endZone: end.zone }
}

const isMidnight = ({ at, zone }: ZonedMoment) => wallClockIn(ianaZone(zone), at).endsWith('T00:00:00')

function readAttendees(attendees: NonNullable<EventProperties['attendees']>): Invited[] {
  const seen = new Map<string, Invited>()
  for (const { emailAddress, type } of attendees) {
    const address = emailAddress?.address?.trim()
    if (!address || !/^[^\s@]+@[^\s@]+$/.test(address))
      throw badRequest('At least one recipient is not valid.', 'ErrorInvalidRecipients')
    seen.set(address.toLowerCase(), { address, name: emailAddress?.name, type: type ?? 'required' })
  }
  return [...seen.values()]
}

/** `location` and `locations` are two views of one list; writing the first replaces the second. */
function readLocations({ location, locations }: EventProperties): { locations?: Location[] } {
  if (locations) return { locations }
  if (location === undefined) return {}
  return { locations: location?.displayName ? [location] : [] }
}

/** Names of properties tell upper from lower case. */
export function mergeProperties(before: ExtendedProperty[], written: ExtendedProperty[]): ExtendedProperty[] {
  return [...before.filter(({ id }) => !written.some((property) => sameProperty(property.id, id))), ...written]
}

/** The GUID may be written in either case and in braces; the name may not. */
export function sameProperty(a: string, b: string): boolean {
  const normal = (id: string) => {
    const [type = '', guid = '', ...rest] = id.split(' ')
    return [type.toLowerCase(), guid.toLowerCase().replace(/[{}]/g, ''), ...rest].join(' ')
  }
  return normal(a) === normal(b)
}
