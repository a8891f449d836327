/** What a bot sends, as far as Teams looks at it. */
import { z } from 'zod'
import { ADAPTIVE_CARD } from './cards.ts'
import { badArgument, badSyntax, ConnectorError } from './connector-error.ts'
import type { Attachment, ChatMessage } from './messages.ts'

/** 100 kB, counted as UTF-16. */
const MOST_BYTES = 100 * 1024

const attachment = z.looseObject({ contentType: z.string().min(1), content: z.unknown().optional() })

const activityForm = z.looseObject({
  type: z.string(),
  text: z.string().nullish(),
  textFormat: z.enum(['plain', 'markdown', 'xml']).nullish(),
  summary: z.string().nullish(),
  attachments: z.array(attachment).nullish(),
  attachmentLayout: z.enum(['list', 'carousel']).nullish(),
  suggestedActions: z.looseObject({ actions: z.array(z.unknown().optional()) }).nullish(),
})

export type SentActivity = { type: 'message'; content: Content } | { type: 'typing' } | { type: 'other' }

type Content = Pick<
  ChatMessage,
  'text' | 'textFormat' | 'summary' | 'attachments' | 'attachmentLayout' | 'suggestedActions'
>

const UNSEEN = ['trace', 'event', 'endOfConversation', 'handoff']

export function readActivity(body: unknown): SentActivity {
  if (JSON.stringify(body ?? null).length * 2 > MOST_BYTES)
    throw new ConnectorError(413, 'MessageSizeTooBig', 'Message size too large.')
  const read = activityForm.safeParse(body)
  if (!read.success) throw badSyntax(`Invalid activity: ${read.error.issues[0]?.path.join('.') || 'type'}`)
  const { type, text, attachments, suggestedActions, ...rest } = read.data
  if (type === 'typing') return { type }
  if (UNSEEN.includes(type)) return { type: 'other' }
  if (type !== 'message') throw badArgument('Unknown activity type')
  if (!text?.trim() && !attachments?.length) throw badArgument('Activity must contain text or attachments')
  attachments?.forEach(checkAttachment)
  return {
    type,
    content: {
      text: text ?? '',
      textFormat: rest.textFormat ?? 'markdown',
      summary: rest.summary ?? null,
      attachments: attachments ?? [],
      attachmentLayout: rest.attachmentLayout ?? 'list',
      suggestedActions: suggestedActions?.actions ?? [],
    },
  }
}

function checkAttachment({ contentType, content }: Attachment): void {
  if (contentType !== ADAPTIVE_CARD) return
  const isCard = z.looseObject({ type: z.literal('AdaptiveCard') }).safeParse(content).success
  if (!isCard) throw badArgument('Attachment content is not an Adaptive Card')
}
