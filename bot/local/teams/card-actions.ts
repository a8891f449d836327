/** What happens when a person presses a button of a card. */
import { z } from 'zod'
import type { DirectoryMember } from '../people/directory.ts'
import { invokeActivity, submitActivity } from './activities.ts'
import type { BotAnswer } from './bot-endpoint.ts'
import { ADAPTIVE_CARD, type PersonalViews } from './cards.ts'
import { write } from './conversing.ts'
import type { Conversation } from './conversations.ts'
import { fetchDialog } from './dialogs.ts'
import type { ChatMessage } from './messages.ts'
import { unreachable, wentWrong, type Outcome } from './outcome.ts'
import type { Teams } from './teams.ts'

export const pressForm = z.strictObject({
  action: z.looseObject({
    type: z.enum(['Action.Execute', 'Action.Submit']),
    id: z.string().optional(),
    title: z.string().optional(),
    verb: z.string().optional(),
    /** With what the person has put into the card's inputs. */
    data: z.unknown().optional(),
  }),
  /** `automatic` when the card's own `refresh` asks. */
  trigger: z.enum(['manual', 'automatic']).default('manual'),
})

export type Press = z.output<typeof pressForm>

type Pressed = { teams: Teams; person: DirectoryMember; conversation: Conversation; message: ChatMessage }

export function pressButton(pressed: Pressed, press: Press, views: PersonalViews): Promise<Outcome> {
  return press.action.type === 'Action.Execute' ? execute(pressed, press, views) : submit(pressed, press)
}

async function execute(
  { teams, person, conversation, message }: Pressed,
  { action, trigger }: Press,
  views: PersonalViews,
): Promise<Outcome> {
  const value = { action: { ...action, data: action.data ?? {} }, trigger }
  const invoke = invokeActivity(teams, person, conversation, message, { name: 'adaptiveCard/action', value })
  const answer = await teams.bot.post(invoke)
  const outcome = readReply(answer)
  if (outcome.kind === 'card') views.show(message, person.objectId, outcome.card)
  return outcome.kind === 'card' ? { kind: 'card' } : outcome
}

const replyForm = z.looseObject({ statusCode: z.number(), type: z.string().nullish(), value: z.unknown().optional() })
const errorForm = z.looseObject({ message: z.string() })

type Reply = Exclude<Outcome, { kind: 'card' }> | { kind: 'card'; card: unknown }

function readReply(answer: BotAnswer): Reply {
  if (!answer.reached) return unreachable
  if (answer.status >= 300) return wentWrong
  const reply = replyForm.safeParse(answer.body)
  if (!reply.success) return { kind: 'done' }
  const { statusCode, type, value } = reply.data
  if (type === ADAPTIVE_CARD && statusCode === 200) return { kind: 'card', card: value }
  if (type === 'application/vnd.microsoft.activity.message' && typeof value === 'string')
    return { kind: 'message', text: value }
  if (statusCode < 300) return { kind: 'done' }
  const error = errorForm.safeParse(value).data
  return error ? { kind: 'failed', text: error.message } : wentWrong
}

/** Teams reads a wish of its own out of a button's data; without one the data goes to the bot as they are. */
const teamsWish = z.looseObject({
  msteams: z.discriminatedUnion('type', [
    z.looseObject({ type: z.literal('task/fetch') }),
    z.looseObject({ type: z.literal('imBack'), value: z.string() }),
    z.looseObject({
      type: z.literal('messageBack'),
      text: z.string().optional(),
      displayText: z.string().optional(),
      value: z.unknown().optional(),
    }),
  ]),
})

async function submit({ teams, person, conversation, message }: Pressed, { action }: Press): Promise<Outcome> {
  const wish = teamsWish.safeParse(action.data).data?.msteams
  if (wish?.type === 'task/fetch')
    return fetchDialog(teams, person, conversation, message, { kind: 'card', data: action.data })
  if (wish?.type === 'imBack') {
    await write(teams, person, conversation, { text: wish.value, rootId: message.rootId })
    return { kind: 'done' }
  }
  const sent = wish?.type === 'messageBack' ? { value: wish.value, text: wish.text } : { value: action.data ?? {} }
  const answer = await teams.bot.post(submitActivity(teams, person, conversation, message, sent))
  if (!answer.reached) return unreachable
  return answer.status < 300 ? { kind: 'done' } : wentWrong
}
