/** What a mailbox says about itself: zone, hours, absence, and whether its calendar can hold Teams meetings. */
import { folderIdOf } from '../ids.ts'
import { LONDON_IN_WINDOWS, NEVER, supportedTimeZones } from '../outlook/time-zones.ts'
import { found } from './answer.ts'
import type { Operation } from './call.ts'
import { selected } from './odata/list.ts'
import { workingHoursJson } from './working-hours.ts'

const UNSET_TIME = { dateTime: NEVER.replace('Z', '.0000000'), timeZone: 'UTC' }

const PURPOSE = { person: 'user', service: 'user', shared: 'shared', room: 'room' } as const

export const mailboxSettingsOperations: Operation[] = [
  {
    method: 'GET',
    path: '/users/:user/mailboxSettings',
    permission: { mailbox: 'either' },
    handle({ base, user }) {
      return found({
        '@odata.context': `${base}/$metadata#users('${user.objectId}')/mailboxSettings`,
        archiveFolder: folderIdOf(user.email, 'archive'),
        timeZone: LONDON_IN_WINDOWS,
        delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
        dateFormat: 'dd/MM/yyyy',
        timeFormat: 'HH:mm',
        userPurpose: PURPOSE[user.kind],
        automaticRepliesSetting: {
          status: user.away ? 'alwaysEnabled' : 'disabled',
          externalAudience: 'all',
          internalReplyMessage: user.away ?? '',
          externalReplyMessage: '',
          scheduledStartDateTime: UNSET_TIME,
          scheduledEndDateTime: UNSET_TIME,
        },
        language: { locale: 'en-GB', displayName: 'English (United Kingdom)' },
        workingHours: workingHoursJson(user.workingHours),
      })
    },
  },
  {
    method: 'GET',
    path: '/users/:user/calendar',
    permission: { mailbox: 'calendar' },
    handle({ base, user, query }) {
      const calendar = {
        '@odata.context': `${base}/$metadata#users('${user.objectId}')/calendar/$entity`,
        id: folderIdOf(user.email, 'calendar'),
        name: 'Calendar',
        color: 'auto',
        hexColor: '',
        isDefaultCalendar: true,
        changeKey: 'AAAAAAAAAAAAAAAA',
        canShare: true,
        canViewPrivateItems: true,
        canEdit: true,
        allowedOnlineMeetingProviders: user.teams ? ['teamsForBusiness'] : [],
        defaultOnlineMeetingProvider: user.teams ? 'teamsForBusiness' : 'unknown',
        isTallyingResponses: true,
        isRemovable: false,
        owner: { name: user.name, address: user.email },
      }
      return found(selected(calendar, query))
    },
  },
  {
    method: 'GET',
    path: '/users/:user/outlook/supportedTimeZones',
    permission: { mailbox: 'either' },
    handle: ({ base }) =>
      found({
        '@odata.context': `${base}/$metadata#Collection(microsoft.graph.timeZoneInformation)`,
        value: supportedTimeZones(),
      }),
  },
]
