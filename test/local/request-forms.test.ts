import { describe, expect, test } from '@jest/globals'
import type { z } from 'zod'
import * as events from '../../bot/local/graph/event-forms.ts'
import * as mails from '../../bot/local/graph/message-forms.ts'
import { onlineMeetingUpdate } from '../../bot/local/graph/online-meeting-form.ts'
import { subscriptionCreate, subscriptionUpdate } from '../../bot/local/graph/subscription-forms.ts'
import { faultsAgainst } from '../support/graph-contract.ts'

const zoned = { dateTime: '2026-12-21T10:00:00', timeZone: 'GMT Standard Time' }
const person = { emailAddress: { address: 'owen.tremlett@merrowdale.example', name: 'Owen Tremlett' } }
const file = {
  '@odata.type': '#microsoft.graph.fileAttachment',
  name: 'plan.pdf',
  contentType: 'application/pdf',
  contentBytes: 'cGxhbg==',
  contentId: null,
  isInline: false,
}
const marker = { id: 'String {6f6d3c0e-2a51-4a8e-9b0d-0f5f0a4f7c11} Name PlacementMeeting', value: 'meeting-1/1' }
const place = {
  displayName: 'Willow Room',
  locationType: 'conferenceRoom',
  locationEmailAddress: 'room.willow@merrowdale.example',
  locationUri: null,
  uniqueId: 'room.willow@merrowdale.example',
  uniqueIdType: 'directory',
  address: { street: '1 Weavers Row', city: 'Merrowdale', state: null, countryOrRegion: null, postalCode: null },
  coordinates: { accuracy: null, altitude: null, altitudeAccuracy: null, latitude: 53.1, longitude: -2.2 },
}

const event = {
  '@odata.type': '#microsoft.graph.event',
  subject: 'Planning meeting',
  body: { contentType: 'html', content: '<p>Hello</p>' },
  start: zoned,
  end: zoned,
  isAllDay: false,
  attendees: [{ ...person, type: 'required', status: { response: 'none', time: '0001-01-01T00:00:00Z' } }],
  location: place,
  locations: [place],
  categories: ['Planning'],
  importance: 'normal',
  sensitivity: 'private',
  showAs: 'busy',
  isReminderOn: true,
  reminderMinutesBeforeStart: 15,
  responseRequested: true,
  allowNewTimeProposals: true,
  hideAttendees: true,
  isOnlineMeeting: true,
  onlineMeetingProvider: 'teamsForBusiness',
  singleValueExtendedProperties: [marker],
  multiValueExtendedProperties: [{ id: marker.id, value: ['a'] }],
  extensions: [{ '@odata.type': 'microsoft.graph.openTypeExtension', extensionName: 'example.planning', ours: 1 }],
}

const message = {
  '@odata.type': '#microsoft.graph.message',
  subject: 'A letter',
  body: { contentType: 'text', content: 'Hello' },
  toRecipients: [person],
  ccRecipients: [person],
  bccRecipients: [person],
  replyTo: [person],
  from: person,
  sender: person,
  importance: 'low',
  categories: ['Letter'],
  internetMessageId: '<1@merrowdale.example>',
  flag: { flagStatus: 'flagged', startDateTime: zoned, dueDateTime: zoned, completedDateTime: null },
  inferenceClassification: 'focused',
  isDeliveryReceiptRequested: false,
  isReadReceiptRequested: false,
  singleValueExtendedProperties: [marker],
  multiValueExtendedProperties: [{ id: marker.id, value: ['a'] }],
}

const draft = { ...message, internetMessageHeaders: [{ name: 'x-placement-ref', value: '1' }], attachments: [file] }

const subscription = {
  '@odata.type': '#microsoft.graph.subscription',
  changeType: 'created,updated',
  notificationUrl: 'https://127.0.0.1/webhooks/graph',
  lifecycleNotificationUrl: 'https://127.0.0.1/webhooks/graph/lifecycle',
  resource: 'users/1/events',
  expirationDateTime: '2026-12-20T10:00:00Z',
  clientState: 'secret',
  includeResourceData: false,
  latestSupportedTlsVersion: 'v1_2',
}

const options = {
  '@odata.type': '#microsoft.graph.onlineMeeting',
  subject: 'Planning meeting',
  participants: { attendees: [{ upn: 'a@merrowdale.example', role: 'coorganizer', identity: { user: { id: '1' } } }] },
  allowedPresenters: 'roleIsPresenter',
  lobbyBypassSettings: { scope: 'invited', isDialInBypassEnabled: false },
  allowMeetingChat: 'limited',
  recordAutomatically: false,
  startDateTime: '2026-12-20T10:00:00Z',
  endDateTime: '2026-12-20T11:00:00Z',
}

const slot = { start: zoned, end: zoned }

type Case = [type: string, form: z.ZodType, whole: Record<string, unknown>]

const CASES: Case[] = [
  ['event.create', events.eventCreate, { ...event, transactionId: 'meeting-1/1' }],
  ['event.update', events.eventUpdate, event],
  ['event.cancel.request', events.cancelAction, { comment: 'It is off.' }],
  ['event.accept.request', events.acceptAction, { comment: 'Yes', sendResponse: true }],
  ['event.decline.request', events.proposingAction, { comment: 'No', sendResponse: true, proposedNewTime: slot }],
  ['event.tentativelyAccept.request', events.proposingAction, { comment: '', proposedNewTime: slot }],
  ['event.forward.request', events.forwardAction, { comment: 'FYI', toRecipients: [person] }],
  [
    'getSchedule.request',
    events.getScheduleAction,
    { schedules: ['a@merrowdale.example'], startTime: zoned, endTime: zoned, availabilityViewInterval: 30 },
  ],
  ['message.create', mails.messageCreate, draft],
  ['message.update', mails.messageUpdate, { ...message, isRead: true }],
  ['sendMail.request', mails.sendMailAction, { message: draft, saveToSentItems: true }],
  ['message.move.request', mails.moveAction, { destinationId: 'archive' }],
  ['message.reply.request', mails.replyAction, { comment: 'Thanks', message: draft }],
  ['fileAttachment.request', mails.fileAttachment, file],
  ['subscription.create', subscriptionCreate, subscription],
  ['subscription.update', subscriptionUpdate, { expirationDateTime: '2026-12-20T10:00:00Z' }],
  ['onlineMeeting.update', onlineMeetingUpdate, options],
]

const WRONG = [42, 1.5, 'word', true, null, [], {}, ['word'], [{}], { word: 1 }]

type Spoilt = { what: string; body: unknown }

/** The whole with one thing changed, anywhere in it: left out, of another type, or with a property too many. */
function* spoilt(value: unknown, at = ''): Generator<Spoilt> {
  if (Array.isArray(value)) {
    for (const { what, body } of spoilt(value[0], `${at}/0`)) yield { what, body: [body] }
    return
  }
  if (typeof value !== 'object' || value === null) return
  yield { what: `${at} with a misspelt property`, body: { ...value, sensitivty: 'private' } }
  for (const [name, inner] of Object.entries(value)) {
    const here = `${at}/${name}`
    const others = Object.entries(value).filter(([other]) => other !== name)
    yield { what: `without ${here}`, body: Object.fromEntries(others) }
    for (const wrong of WRONG) yield { what: `${here} is ${JSON.stringify(wrong)}`, body: { ...value, [name]: wrong } }
    for (const { what, body } of spoilt(inner, here)) yield { what, body: { ...value, [name]: body } }
  }
}

describe('the stand-in refuses what Microsoft’s strict request forms refuse, and takes what they take', () => {
  test.each(CASES)('%s', (type, form, whole) => {
    expect(faultsAgainst(`microsoft.graph.${type}`, whole)).toEqual([])
    const differing = [{ what: 'all of it', body: whole }, ...spoilt(whole)].flatMap(({ what, body }) => {
      const byMicrosoft = faultsAgainst(`microsoft.graph.${type}`, body).length === 0
      const byUs = form.safeParse(body).success
      return byMicrosoft === byUs ? [] : [`${byUs ? 'taken' : 'refused'} here only: ${what}`]
    })
    expect(differing).toEqual([])
  })
})
