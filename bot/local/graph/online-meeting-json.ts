/** A Teams meeting in Graph's shape: made from the event that has its link, and the options set since. */
import { threadIn } from '../outlook/join-link.ts'
import type { StoredEvent } from '../outlook/event.ts'
import { showOffset } from '../outlook/time-zones.ts'
import type { DirectoryMember } from '../people/directory.ts'
import type { Tenant } from '../tenant.ts'
import type { Call } from './call.ts'
import type { MeetingOptions, Participant } from './online-meeting-form.ts'

export const optionsOf = (tenant: Tenant) => tenant.state.table<MeetingOptions>('online meeting options')

export const idOfMeeting = (organiser: DirectoryMember, event: StoredEvent) =>
  Buffer.from(`1*${organiser.objectId}*0**${threadIn(event.joinUrl ?? '')}`).toString('base64url')

/** Coorganisers are a value that older clients do not know: it shows only to those who say that they do. */
function shownParticipant(person: Participant, call: Call) {
  const knows = call.headers.prefer?.includes('include-unknown-enum-members')
  const role = person.role === 'coorganizer' && !knows ? 'unknownFutureValue' : (person.role ?? 'attendee')
  return { identity: null, upn: null, ...person, role }
}

export function meetingJson(tenant: Tenant, call: Call, event: StoredEvent) {
  const organiser = call.user
  const id = idOfMeeting(organiser, event)
  const { participants, ...options } = optionsOf(tenant).get(id) ?? {}
  return {
    id,
    creationDateTime: showOffset(event.createdAt),
    startDateTime: showOffset(event.start),
    endDateTime: showOffset(event.end),
    subject: event.subject,
    joinWebUrl: event.joinUrl,
    meetingType: 'scheduled',
    chatInfo: { threadId: threadIn(event.joinUrl ?? ''), messageId: '0', replyChainMessageId: null },
    allowedPresenters: 'everyone',
    allowedLobbyAdmitters: 'organizerAndCoOrganizersAndPresenters',
    allowMeetingChat: 'enabled',
    allowTeamworkReactions: true,
    allowAttendeeToEnableCamera: true,
    allowAttendeeToEnableMic: true,
    allowTranscription: true,
    recordAutomatically: false,
    isEntryExitAnnounced: false,
    lobbyBypassSettings: { scope: 'organization', isDialInBypassEnabled: false },
    ...options,
    participants: {
      organizer: {
        identity: { user: { id: organiser.objectId, displayName: organiser.name } },
        upn: organiser.email,
        role: 'presenter',
      },
      attendees: (participants?.attendees ?? []).map((person) => shownParticipant(person, call)),
    },
  }
}
