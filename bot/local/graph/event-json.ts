/** An event in Graph's shape. */
import { changeKeyOf } from '../ids.ts'
import type { Attendee, Location, Response, StoredEvent } from '../outlook/event.ts'
import { shownAs } from '../outlook/free-busy.ts'
import { etagOf, idOf } from '../outlook/item-ids.ts'
import { NEVER, showOffset, showZoned } from '../outlook/time-zones.ts'
import { plainText, preview } from '../outlook/words.ts'
import type { Preferences } from './call.ts'

export type Shown = Pick<Preferences, 'immutableIds' | 'timeZone' | 'textBody'>

const address = ({ name, address }: { name: string; address: string }) => ({ emailAddress: { name, address } })

const responseStatus = (response: Response, at: string | null) => ({
  response,
  time: at ? showOffset(at as StoredEvent['start']) : NEVER,
})

export function eventJson(event: StoredEvent, shown: Shown): Record<string, unknown> {
  const id = idOf(event, shown.immutableIds)
  return {
    '@odata.etag': etagOf(event),
    id,
    createdDateTime: showOffset(event.createdAt),
    lastModifiedDateTime: showOffset(event.changedAt),
    changeKey: changeKeyOf(event.key, event.version),
    categories: event.categories,
    ...(event.transactionId !== null && { transactionId: event.transactionId }),
    originalStartTimeZone: event.startZone,
    originalEndTimeZone: event.endZone,
    iCalUId: event.iCalUId,
    reminderMinutesBeforeStart: event.reminderMinutesBeforeStart,
    isReminderOn: event.isReminderOn,
    hasAttachments: event.attachments.length > 0,
    subject: event.subject,
    bodyPreview: preview(event.bodyHtml),
    importance: event.importance,
    sensitivity: event.sensitivity,
    isAllDay: event.isAllDay,
    isCancelled: event.isCancelled,
    isOrganizer: event.isOrganizer,
    responseRequested: event.responseRequested,
    seriesMasterId: null,
    showAs: shownAs(event),
    type: 'singleInstance',
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: event.isOnlineMeeting,
    onlineMeetingProvider: event.isOnlineMeeting ? 'teamsForBusiness' : 'unknown',
    allowNewTimeProposals: event.allowNewTimeProposals,
    isDraft: false,
    hideAttendees: event.hideAttendees,
    recurrence: null,
    onlineMeeting: event.joinUrl ? { joinUrl: event.joinUrl } : null,
    responseStatus: responseStatus(event.response, event.respondedAt),
    body: shown.textBody
      ? { contentType: 'text', content: plainText(event.bodyHtml) }
      : { contentType: 'html', content: event.bodyHtml },
    start: showZoned(event.start, shown.timeZone),
    end: showZoned(event.end, shown.timeZone),
    location: locationJson(event.locations),
    locations: event.locations.map((place) => oneLocation(place)),
    attendees: event.attendees.map((attendee) => attendeeJson(attendee, shown)),
    organizer: address(event.organizer),
  }
}

function attendeeJson(attendee: Attendee, shown: Shown) {
  return {
    type: attendee.type,
    status: responseStatus(attendee.response, attendee.respondedAt),
    ...(attendee.proposed && {
      proposedNewTime: {
        start: showZoned(attendee.proposed.start, shown.timeZone),
        end: showZoned(attendee.proposed.end, shown.timeZone),
      },
    }),
    ...address(attendee),
  }
}

const oneLocation = (place: Location) => ({
  locationType: 'default',
  uniqueId: place.displayName ?? '',
  uniqueIdType: 'private',
  ...place,
  displayName: place.displayName ?? '',
})

/** Several places are one line of text in `location`. */
export function locationJson(places: Location[]) {
  const [first] = places
  if (!first) return { displayName: '', locationType: 'default', uniqueIdType: 'unknown', address: {}, coordinates: {} }
  if (places.length === 1) return oneLocation(first)
  const displayName = places.map((place) => place.displayName ?? '').join('; ')
  return { displayName, locationType: 'default', uniqueId: displayName, uniqueIdType: 'private' }
}
