/** What Teams sends, in our words. Everything else it sends is left alone. */
import { z } from 'zod'
import { htmlToText } from '../../shared/intake/html-text.ts'
import type { CallEvent } from '../../shared/meeting/meeting-times.ts'
import { readInstant, type Instant } from '../../shared/dates/time.ts'
import type { Chat } from './ports.ts'

/** Who did something, and in which chat. */
type Where = Chat & {
  /** The same each time that Teams sends it again; `null` where it has none. */
  id: string | null
  tenantId: string
  /** `null` for somebody whom no directory knows. */
  objectId: string | null
  /** What Teams calls the person and the app in this chat. */
  userId: string
  botId: string
  /** With the app alone, or where others read along. */
  chat: 'personal' | 'shared'
}

/** When a message was written and by whom, as far as Teams says. */
export type Written = { at: Instant | null; authorId: string | null }

export type Incoming = Where &
  (
    | { kind: 'message'; text: string; mentioned: boolean; messageId: string | null }
    | { kind: 'edited'; text: string; messageId: string }
    | { kind: 'deleted'; messageId: string }
    /** A button of a card was pressed. `cardId` is the activity that the card stands in. */
    | { kind: 'press'; data: unknown; answered: 'inPlace' | 'byUpdate'; cardId: string | null }
    /** "Plan meeting from this" on a message of anybody's; `text` is `null` where there is none to read. */
    | { kind: 'messageAction'; text: string | null; written: Written; messageId: string | null }
    /** The call of a meeting in Teams, which Teams tells where the app was added to the meeting (B10). */
    | { kind: 'call'; event: CallEvent; at: Instant; joinUrl: string | null }
    | { kind: 'installed' }
    | { kind: 'removed' }
    | { kind: 'other' }
  )

const account = z.object({ id: z.string().max(500), aadObjectId: z.string().max(100).nullish() })

export const activityForm = z.object({
  type: z.string().max(100),
  id: z.string().max(500).nullish(),
  name: z.string().max(200).nullish(),
  action: z.string().max(100).nullish(),
  channelId: z.string().max(100).default(''),
  serviceUrl: z.url().max(500),
  from: account,
  recipient: account.default({ id: '' }),
  conversation: z.object({
    id: z.string().max(500),
    conversationType: z.string().nullish(),
    isGroup: z.boolean().nullish(),
    tenantId: z.string().nullish(),
  }),
  channelData: z
    .object({ tenant: z.object({ id: z.string() }).nullish(), eventType: z.string().nullish() })
    .nullish()
    .catch(null),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  replyToId: z.string().max(500).nullish(),
  entities: z.array(z.unknown()).nullish(),
  attachments: z.array(z.unknown()).nullish(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
})
export type Activity = z.infer<typeof activityForm>

const mention = z.object({
  type: z.literal('mention'),
  text: z.string().nullish(),
  mentioned: z.object({ id: z.string() }),
})
const typed = z.object({ contentType: z.literal('text/html'), content: z.string().max(200_000) })
const picked = z.object({
  messagePayload: z.object({
    id: z.string().max(500).nullish().catch(null),
    createdDateTime: z.string().max(40).nullish().catch(null),
    from: z
      .object({ user: z.object({ id: z.string().max(100) }).nullish() })
      .nullish()
      .catch(null),
    body: z.object({ contentType: z.string().nullish(), content: z.string().max(200_000) }),
  }),
})
const CALL_EVENTS: Record<string, CallEvent> = {
  'application/vnd.microsoft.meetingStart': 'began',
  'application/vnd.microsoft.meetingEnd': 'ended',
}
const call = z.object({
  StartTime: z.string().max(40).nullish(),
  EndTime: z.string().max(40).nullish(),
  JoinUrl: z.string().max(2000).nullish(),
})
const executed = z.object({ action: z.object({ verb: z.string().nullish(), data: z.unknown().optional() }) })

/** Every tenant that an activity names; Teams names it twice. */
export const tenantsOf = ({ conversation, channelData }: Activity): string[] => [
  ...new Set([conversation.tenantId, channelData?.tenant?.id].filter((id) => typeof id === 'string')),
]

export function readIncoming(activity: Activity, tenantId: string): Incoming {
  const { type, id, action, conversation, from, recipient, serviceUrl, channelData } = activity
  const where: Where = {
    id: id ? `${conversation.id} ${type} ${id}` : null,
    tenantId,
    objectId: from.aadObjectId ?? null,
    userId: from.id,
    botId: recipient.id,
    chat: isShared(activity) ? 'shared' : 'personal',
    serviceUrl,
    conversationId: conversation.id,
  }
  switch (type) {
    case 'message':
      return isSubmit(activity)
        ? { ...where, kind: 'press', data: activity.value, answered: 'byUpdate', cardId: activity.replyToId ?? null }
        : { ...where, kind: 'message', ...said(activity), messageId: id ?? null }
    case 'messageUpdate':
      return id && channelData?.eventType !== 'undeleteMessage'
        ? { ...where, kind: 'edited', messageId: id, text: said(activity).text }
        : { ...where, kind: 'other' }
    case 'messageDelete':
      return id ? { ...where, kind: 'deleted', messageId: id } : { ...where, kind: 'other' }
    case 'invoke':
      if (activity.name === 'adaptiveCard/action') return { ...where, kind: 'press', ...pressed(activity) }
      if (activity.name === 'composeExtension/fetchTask')
        return { ...where, kind: 'messageAction', ...chosen(activity) }
      return { ...where, kind: 'other' }
    case 'event':
      return { ...where, ...called(activity) }
    case 'installationUpdate':
      return { ...where, kind: action?.startsWith('remove') ? 'removed' : 'installed' }
    case 'conversationUpdate':
      if (activity.membersAdded?.some((member) => member.id === recipient.id)) return { ...where, kind: 'installed' }
      if (activity.membersRemoved?.some((member) => member.id === recipient.id)) return { ...where, kind: 'removed' }
      return { ...where, kind: 'other' }
    default:
      return { ...where, kind: 'other' }
  }
}

const isShared = ({ conversation: { conversationType, isGroup } }: Activity) =>
  conversationType ? conversationType !== 'personal' : isGroup === true

/** The chat that a message stands in: of a channel the thread is left out, since ids hold for all of it. */
export const chatOf = ({ conversationId }: Chat): string => conversationId.split(';')[0]!

/** An `Action.Submit` comes as a message without words. */
const isSubmit = ({ value, text }: Activity) => typeof value === 'object' && value !== null && !text?.trim()

/** The text without the app's own name, and whether the app was spoken to by name. */
function said(activity: Activity): { text: string; mentioned: boolean } {
  const { text, entities, recipient } = activity
  const ours = (entities ?? []).flatMap((entity) => {
    const read = mention.safeParse(entity)
    return read.success && read.data.mentioned.id === recipient.id ? [read.data.text ?? ''] : []
  })
  const rest = ours.reduce((left, name) => (name === '' ? left : left.replace(name, '')), text ?? '')
  return {
    text: tableIn(activity) ?? rest.replace(/<at[^>]*>(.*?)<\/at>/gi, '$1').trim(),
    mentioned: ours.length > 0,
  }
}

/** In the plain text of a message the cells of a table run into each other; in its HTML they do not. */
function tableIn({ attachments }: Activity): string | null {
  for (const attachment of attachments ?? []) {
    const read = typed.safeParse(attachment)
    if (read.success && /<table\b/i.test(read.data.content)) return htmlToText(read.data.content)
  }
  return null
}

/** The words of the message that somebody chose from its menu. */
function chosen({ value }: Activity): { text: string | null; written: Written; messageId: string | null } {
  const read = picked.safeParse(value)
  if (!read.success) return { text: null, written: { at: null, authorId: null }, messageId: null }
  const { id = null, body, createdDateTime, from } = read.data.messagePayload
  return {
    messageId: id,
    text: body.contentType === 'text' ? body.content : htmlToText(body.content),
    written: { at: createdDateTime ? readInstant(createdDateTime) : null, authorId: from?.user?.id ?? null },
  }
}

/** `application/vnd.microsoft.meetingStart`, whose times are those of the call and not of the calendar. */
function called({
  name,
  value,
}: Activity): { kind: 'call'; event: CallEvent; at: Instant; joinUrl: string | null } | { kind: 'other' } {
  const event = name && Object.hasOwn(CALL_EVENTS, name) ? CALL_EVENTS[name]! : null
  const read = call.safeParse(value)
  const time = read.data && (event === 'began' ? read.data.StartTime : read.data.EndTime)
  const at = time ? readInstant(time) : null
  return event && at ? { kind: 'call', event, at, joinUrl: read.data?.JoinUrl ?? null } : { kind: 'other' }
}

function pressed({ value, replyToId }: Activity) {
  const read = executed.safeParse(value)
  const { verb, data } = read.success ? read.data.action : { verb: null, data: null }
  return {
    data: { ...(typeof data === 'object' ? data : {}), ...(verb && { verb }) },
    answered: 'inPlace' as const,
    cardId: replyToId ?? null,
  }
}
