/** The strict request forms of mails, after Microsoft's metadata. */
import { z } from 'zod'
import { dateTimeTimeZone, extendedProperty, graphObject, itemBody, openExtension, recipient } from './event-forms.ts'

/** Files above three megabytes go another way, which the stand-in does not have. */
const MOST_BYTES = 3 * 1024 * 1024

export const fileAttachment = graphObject({
  '@odata.type': z.enum(['#microsoft.graph.fileAttachment', 'microsoft.graph.fileAttachment']),
  name: z.string().min(1),
  contentType: z.string().nullish(),
  contentBytes: z.base64().refine((text) => Buffer.byteLength(text, 'base64') <= MOST_BYTES, 'at most 3 MB'),
  contentId: z.string().nullish(),
  isInline: z.boolean().optional(),
})

const followupFlag = graphObject({
  flagStatus: z.enum(['notFlagged', 'complete', 'flagged']).nullish(),
  startDateTime: dateTimeTimeZone.nullish(),
  dueDateTime: dateTimeTimeZone.nullish(),
  completedDateTime: dateTimeTimeZone.nullish(),
})

const recipients = z.array(recipient).max(500).optional()

/** What can be written while a mail is a draft. */
const draftProperties = {
  subject: z.string().nullish(),
  body: itemBody.nullish(),
  toRecipients: recipients,
  ccRecipients: recipients,
  bccRecipients: recipients,
  replyTo: recipients,
  from: recipient.nullish(),
  sender: recipient.nullish(),
  internetMessageId: z.string().nullish(),
  isDeliveryReceiptRequested: z.boolean().nullish(),
  isReadReceiptRequested: z.boolean().nullish(),
}

/** What can be written at any time. */
const lastingProperties = {
  categories: z.array(z.string()).optional(),
  importance: z.enum(['low', 'normal', 'high']).nullish(),
  flag: followupFlag.nullish(),
  inferenceClassification: z.enum(['focused', 'other']).nullish(),
  singleValueExtendedProperties: z.array(extendedProperty).optional(),
  multiValueExtendedProperties: z.array(graphObject({ id: z.string(), value: z.array(z.string()) })).optional(),
}

export const messageCreate = graphObject({
  ...draftProperties,
  ...lastingProperties,
  internetMessageHeaders: z
    .array(graphObject({ name: z.string().regex(/^x-.+/i), value: z.string() }))
    .max(5)
    .optional(),
  attachments: z.array(fileAttachment).optional(),
  extensions: z.array(openExtension).optional(),
})

export const messageUpdate = graphObject({
  ...draftProperties,
  ...lastingProperties,
  isRead: z.boolean().nullish(),
}).refine((change) => Object.keys(change).length > 0, 'at least one property')

export const DRAFT_ONLY = Object.keys(draftProperties)

export type MessageProperties = z.infer<typeof messageCreate>

export const sendMailAction = z.strictObject({ message: messageCreate, saveToSentItems: z.boolean().optional() })
export const moveAction = z.strictObject({ destinationId: z.string() })
export const replyAction = z.strictObject({ comment: z.string().nullish(), message: messageCreate.optional() })
