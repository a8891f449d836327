/** What Outlook holds for everybody in the town and around it, and what people do there. */
import { z } from 'zod'
import { ROLES } from '../../../../shared/placement/placement.ts'
import { instant, londonIso, type Instant, type Interval } from '../../../../shared/dates/time.ts'
import { ask, tell } from '../town/ask.ts'
import { moment } from '../town/town-api.ts'

const mailbox = z.object({
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES).nullable(),
  kind: z.enum(['person', 'service', 'shared', 'room', 'outside']),
  insideTenant: z.boolean(),
})
export type Mailbox = z.output<typeof mailbox>

const response = z.enum(['none', 'organizer', 'tentativelyAccepted', 'accepted', 'declined', 'notResponded'])
export type Response = z.output<typeof response>

const entry = z.object({
  start: moment,
  end: moment,
  showAs: z.enum(['unknown', 'free', 'tentative', 'busy', 'oof', 'workingElsewhere']),
  subject: z.string(),
  place: z.string().nullable(),
  isPrivate: z.boolean(),
  meeting: z
    .object({
      id: z.string(),
      iCalUId: z.string(),
      isOrganizer: z.boolean(),
      isCancelled: z.boolean(),
      response,
      invited: z.array(z.string()),
    })
    .nullable(),
})
export type Entry = z.output<typeof entry>

const calendar = mailbox.extend({
  workingHours: z.object({ days: z.array(z.string()), from: z.string(), to: z.string() }).nullable(),
  entries: z.array(entry),
})
export type Calendar = z.output<typeof calendar>

const address = z.object({ emailAddress: z.object({ name: z.string(), address: z.string() }) })

/** Graph writes moments without their zone beside it; ours are always asked for in UTC. */
const zoned = z
  .object({ dateTime: z.string(), timeZone: z.literal('UTC') })
  .transform(({ dateTime }) => instant(`${dateTime.slice(0, 19)}Z`))

const event = z.object({
  id: z.string(),
  iCalUId: z.string(),
  subject: z.string(),
  body: z.object({ content: z.string() }),
  start: zoned,
  end: zoned,
  location: z.object({ displayName: z.string() }),
  sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']),
  hideAttendees: z.boolean(),
  allowNewTimeProposals: z.boolean(),
  isOrganizer: z.boolean(),
  isCancelled: z.boolean(),
  responseStatus: z.object({ response }),
  onlineMeeting: z.object({ joinUrl: z.string() }).nullable(),
  organizer: address,
  attendees: z.array(
    address.extend({
      type: z.enum(['required', 'optional', 'resource']),
      status: z.object({ response }),
      proposedNewTime: z.object({ start: zoned }).optional(),
    }),
  ),
})
export type OutlookEvent = z.output<typeof event>

const message = z.object({
  id: z.string(),
  subject: z.string(),
  receivedDateTime: moment,
  isDraft: z.boolean(),
  bodyPreview: z.string(),
  body: z.object({ content: z.string() }),
  from: address.optional(),
  toRecipients: z.array(address),
  /** Of a mail about a meeting alone. */
  startDateTime: zoned.optional(),
  endDateTime: zoned.optional(),
  attachments: z.array(z.object({ name: z.string(), contentType: z.string(), contentBytes: z.string() })).default([]),
})
export type Mail = z.output<typeof message>

const sent = z.object({
  at: moment,
  kind: z
    .enum(['invitation', 'update', 'cancellation', 'response', 'letter', 'nonDelivery', 'forwardNotice', 'other'])
    .catch('other'),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
})
export type SentMail = z.output<typeof sent>

const listed = <Item extends z.ZodType>(item: Item) => z.object({ value: z.array(item) })

const inside = (mailboxAddress: string) => `/outlook/${encodeURIComponent(mailboxAddress)}`

export const outlookApi = {
  mailboxes: async () => (await ask(z.object({ mailboxes: z.array(mailbox) }), '/outlook')).mailboxes,
  week: async ({ start, end }: Interval) => {
    const query = new URLSearchParams({ from: londonIso(start), to: londonIso(end) })
    return (await ask(z.object({ calendars: z.array(calendar) }), `/outlook/week?${query.toString()}`)).calendars
  },
  events: async (of: string) => (await ask(listed(event), `${inside(of)}/events`)).value,
  messages: async (of: string) => (await ask(listed(message), `${inside(of)}/messages`)).value,
  sent: async () => (await ask(z.object({ mails: z.array(sent) }), '/outlook/sent')).mails,
  answer: (of: string, eventId: string, answer: 'accept' | 'tentativelyAccept' | 'decline') =>
    tell(`${inside(of)}/events/${encodeURIComponent(eventId)}/${answer}`),
  move: (of: string, eventId: string, to: { start: Instant; end: Instant }) =>
    tell(`${inside(of)}/events/${encodeURIComponent(eventId)}/move`, { method: 'POST', body: to }),
  propose: (of: string, eventId: string, { start }: { start: Instant }) =>
    tell(`${inside(of)}/events/${encodeURIComponent(eventId)}/propose`, { method: 'POST', body: { start } }),
  arrive: (at: string, mail: { from: string; subject: string; text: string }) =>
    tell(`${inside(at)}/messages`, { method: 'POST', body: mail }),
  remove: (of: string, eventId: string) => tell(`${inside(of)}/events/${encodeURIComponent(eventId)}/delete`),
}
