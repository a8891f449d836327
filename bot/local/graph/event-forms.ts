/** The strict request forms of events and of what can be done with them, after Microsoft's metadata. */
import { z } from 'zod'

const DATE_TIME =
  /^[0-9]{4}-(0[1-9]|1[012])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,7})?)?(Z|[+-][0-9]{2}:[0-9]{2})?$/

const DATE_TIME_OFFSET =
  /^[0-9]{4}-(0[1-9]|1[012])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,12})?(Z|[+-][0-9]{2}:[0-9]{2})$/

/** Nothing but the properties of its type, and the name of the type itself. */
export const graphObject = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({ '@odata.type': z.string().optional(), ...shape })

export const dateTimeTimeZone = graphObject({
  dateTime: z.string().regex(DATE_TIME),
  timeZone: z.string().nullish(),
})

export const emailAddress = graphObject({ address: z.string().nullish(), name: z.string().nullish() })
export const recipient = graphObject({ emailAddress: emailAddress.nullish() })

export const itemBody = graphObject({
  contentType: z.enum(['text', 'html']).nullish(),
  content: z.string().nullish(),
})

const timeSlot = graphObject({ start: dateTimeTimeZone, end: dateTimeTimeZone })

/** What a client writes into `status` or `proposedNewTime` is read and has no effect. */
const attendee = graphObject({
  emailAddress: emailAddress.nullish(),
  type: z.enum(['required', 'optional', 'resource']).nullish(),
  status: z
    .strictObject({
      response: z.enum(['none', 'organizer', 'tentativelyAccepted', 'accepted', 'declined', 'notResponded']).nullish(),
      time: z.string().regex(DATE_TIME_OFFSET).nullish(),
    })
    .nullish(),
  proposedNewTime: timeSlot.nullish(),
})

const text = z.string().nullish()

const location = graphObject({
  displayName: text,
  locationType: z
    .enum([
      'default',
      'conferenceRoom',
      'homeAddress',
      'businessAddress',
      'geoCoordinates',
      'streetAddress',
      'hotel',
      'restaurant',
      'localBusiness',
      'postalAddress',
    ])
    .nullish(),
  locationEmailAddress: text,
  locationUri: text,
  uniqueId: text,
  uniqueIdType: z.enum(['unknown', 'locationStore', 'directory', 'private', 'bing']).nullish(),
  address: graphObject({ street: text, city: text, state: text, countryOrRegion: text, postalCode: text }).nullish(),
  coordinates: z
    .strictObject({
      accuracy: z.number().nullish(),
      altitude: z.number().nullish(),
      altitudeAccuracy: z.number().nullish(),
      latitude: z.number().nullish(),
      longitude: z.number().nullish(),
    })
    .nullish(),
})

export const extendedProperty = graphObject({
  id: z
    .string()
    .regex(
      /^[A-Za-z0-9]+ (0x[0-9A-Fa-f]{1,4}|[{]?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}[}]? (Name .+|Id 0x[0-9A-Fa-f]+))$/,
    ),
  value: z.string(),
})

export const openExtension = z.looseObject({
  '@odata.type': z.enum(['microsoft.graph.openTypeExtension', '#microsoft.graph.openTypeExtension']).optional(),
  extensionName: z.string().min(1),
})

const eventProperties = {
  subject: text,
  body: itemBody.nullish(),
  start: dateTimeTimeZone.nullish(),
  end: dateTimeTimeZone.nullish(),
  isAllDay: z.boolean().nullish(),
  attendees: z.array(attendee).max(500).optional(),
  location: location.nullish(),
  locations: z.array(location).optional(),
  categories: z.array(z.string()).optional(),
  importance: z.enum(['low', 'normal', 'high']).nullish(),
  sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']).nullish(),
  showAs: z.enum(['unknown', 'free', 'tentative', 'busy', 'oof', 'workingElsewhere']).nullish(),
  isReminderOn: z.boolean().nullish(),
  reminderMinutesBeforeStart: z.int32().nullish(),
  responseRequested: z.boolean().nullish(),
  allowNewTimeProposals: z.boolean().nullish(),
  hideAttendees: z.boolean().nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeetingProvider: z.enum(['unknown', 'skypeForBusiness', 'skypeForConsumer', 'teamsForBusiness']).nullish(),
  recurrence: z.record(z.string(), z.unknown()).nullish(),
  singleValueExtendedProperties: z.array(extendedProperty).optional(),
  multiValueExtendedProperties: z.array(graphObject({ id: z.string(), value: z.array(z.string()) })).optional(),
  extensions: z.array(openExtension).optional(),
}

export const eventCreate = graphObject({
  ...eventProperties,
  start: dateTimeTimeZone.nullable(),
  end: dateTimeTimeZone.nullable(),
  transactionId: z.string().min(1).optional(),
})

/** A change of nothing is no change; `transactionId` is not among what can be changed. */
export const eventUpdate = graphObject(eventProperties).refine(
  (change) => Object.keys(change).length > 0,
  'at least one property',
)

export type EventProperties = z.infer<typeof eventUpdate>

export const cancelAction = z.strictObject({ comment: text })
/** Who accepts cannot propose another time. */
export const acceptAction = z.strictObject({
  comment: text,
  sendResponse: z.boolean().nullish(),
  proposedNewTime: z.undefined().optional(),
})
export const proposingAction = z.strictObject({
  comment: text,
  sendResponse: z.boolean().nullish(),
  proposedNewTime: timeSlot.nullish(),
})
export const forwardAction = z.strictObject({ comment: text, toRecipients: z.array(recipient) })

export const getScheduleAction = z.strictObject({
  schedules: z.array(z.string().min(1)).min(1),
  startTime: dateTimeTimeZone,
  endTime: dateTimeTimeZone,
  availabilityViewInterval: z.number().int().min(5).max(1440).optional(),
})
