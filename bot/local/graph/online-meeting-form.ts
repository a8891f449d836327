/** The strict request form of a Teams meeting's options, after Microsoft's metadata. */
import { z } from 'zod'
import { graphObject } from './event-forms.ts'

const identity = graphObject({ id: z.string().nullish(), displayName: z.string().nullish() })
const participant = graphObject({
  identity: graphObject({
    user: identity.nullish(),
    application: identity.nullish(),
    device: identity.nullish(),
  }).nullish(),
  role: z.enum(['attendee', 'presenter', 'producer', 'coorganizer']).nullish(),
  upn: z.string().nullish(),
})

export const onlineMeetingUpdate = graphObject({
  subject: z.string().nullish(),
  startDateTime: z.iso.datetime({ offset: true }).nullish(),
  endDateTime: z.iso.datetime({ offset: true }).nullish(),
  participants: graphObject({ attendees: z.array(participant).optional(), organizer: participant.nullish() }).nullish(),
  allowedPresenters: z.enum(['everyone', 'organization', 'roleIsPresenter', 'organizer']).nullish(),
  allowedLobbyAdmitters: z.enum(['organizerAndCoOrganizersAndPresenters', 'organizerAndCoOrganizers']).nullish(),
  lobbyBypassSettings: graphObject({
    scope: z
      .enum([
        'organizer',
        'organization',
        'organizationAndFederated',
        'everyone',
        'invited',
        'organizationExcludingGuests',
      ])
      .nullish(),
    isDialInBypassEnabled: z.boolean().nullish(),
  }).nullish(),
  allowMeetingChat: z.enum(['enabled', 'disabled', 'limited']).nullish(),
  allowTranscription: z.boolean().nullish(),
  recordAutomatically: z.boolean().nullish(),
  isEntryExitAnnounced: z.boolean().nullish(),
  allowAttendeeToEnableCamera: z.boolean().nullish(),
  allowAttendeeToEnableMic: z.boolean().nullish(),
  allowTeamworkReactions: z.boolean().nullish(),
  allowCopyingAndSharingMeetingContent: z.boolean().nullish(),
}).refine((change) => Object.keys(change).length > 0, 'at least one property')

export type MeetingOptions = z.infer<typeof onlineMeetingUpdate>
export type Participant = z.infer<typeof participant>
