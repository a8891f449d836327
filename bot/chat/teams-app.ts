/** Which message, press or event goes where, with the person behind it known, and each of them worked once. */
import { errorDetail, type Log } from '../log.ts'
import type { MailMemory } from '../mailbox/ports.ts'
import type { DirectoryPerson, Ports } from '../meetings/ports.ts'
import { recordCall } from '../meetings/record-call.ts'
import { HELP_SUMMARY, helpCard } from './cards/help-card.ts'
import { hearAmongOthers, planFrom, PREVIEW_IS_THERE } from './in-front-of-others.ts'
import { aboutKept } from './kept-messages.ts'
import { chatOf, type Incoming } from './incoming.ts'
import { postedCards } from './posted-cards.ts'
import type { ChatStore, Installer, Message, Teams } from './ports.ts'
import { inWords, type Pressing } from './pressing.ts'
import { reachPeople } from './reaching-people.ts'
import { hear, HINT, type Heard } from './taking-messages.ts'
import { takePress } from './taking-presses.ts'
import type { ChatApp, PressAnswer, Turn } from './teams-adapter.ts'

export type TeamsAppTools = {
  ports: Ports
  teams: Teams
  memory: ChatStore
  /** What came by mail; absent where there is no confirmation mailbox. */
  mails?: MailMemory
  /** Where Teams' connector is for people who were never heard of. */
  serviceUrl: string
  installer?: Installer
  log: Log
}

type From<Kind extends Incoming['kind']> = Incoming & { kind: Kind }

export function teamsApp({ ports, teams, memory, mails, serviceUrl, installer, log }: TeamsAppTools): ChatApp {
  const { clock } = ports
  const cards = postedCards(teams, memory, clock)
  const reach = reachPeople({ teams, memory, clock, serviceUrl, installer })
  const tools = { ports, cards, reach, memory, mails, log }

  async function knownPerson({ objectId, tenantId }: Incoming): Promise<DirectoryPerson | null> {
    const person = objectId ? await ports.people.byObjectId(objectId) : null
    return person?.tenantId === tenantId ? person : null
  }

  /** Where the person is from now on; `true` when the app meets them for the first time. */
  const meet = ({ tenantId, objectId }: DirectoryPerson, incoming: Incoming): Promise<boolean> => {
    const { serviceUrl, conversationId, botId, userId } = incoming
    return memory.keepConversation({ tenantId, objectId, serviceUrl, conversationId, botId, userId })
  }

  async function work(incoming: Incoming, turn: Turn): Promise<string> {
    if (incoming.kind === 'removed') return leave(incoming)
    if (incoming.kind === 'other' || (incoming.kind === 'installed' && incoming.chat === 'shared')) return 'ignored'
    if (incoming.kind === 'call') return recordCall({ ...incoming, chat: chatOf(incoming) }, ports)
    // A message that was kept with a case is that case's, whoever of those who may has changed it.
    const changed = await aboutKept(incoming, tools)
    if (changed) return changed
    const person = await knownPerson(incoming)
    if (!person) {
      if (incoming.kind !== 'deleted' && incoming.kind !== 'edited') await turn.reply({ text: UNKNOWN })
      return 'unknownPerson'
    }
    if (incoming.chat === 'shared') return amongOthers(incoming, person, turn)
    const isNew = await meet(person, incoming)
    switch (incoming.kind) {
      case 'installed':
        return isNew ? welcome(turn) : 'metAlready'
      case 'message':
        return spoken(incoming, person, turn)
      case 'edited':
        return heardFrom(incoming, person, turn)
      case 'press':
        return submitted(incoming, person, turn)
      default:
        return 'ignored'
    }
  }

  async function welcome(turn: Turn): Promise<string> {
    await turn.reply({ summary: HELP_SUMMARY, card: helpCard(ports.settings.tabUrl()) })
    return 'welcomed'
  }

  async function leave({ objectId, tenantId, chat }: From<'removed'>): Promise<string> {
    if (chat === 'personal' && objectId) await memory.forgetConversation({ tenantId, objectId })
    return 'forgotten'
  }

  /** In the sender's own chat everything is answered where it was said. */
  function heardFrom(incoming: From<'message'> | From<'edited'>, person: DirectoryPerson, turn: Turn): Promise<Heard> {
    const { serviceUrl, conversationId, messageId, text } = incoming
    const say = async (message: Message) => {
      const activityId = await turn.reply(message)
      return activityId === null ? null : { serviceUrl, conversationId, activityId }
    }
    const kept = messageId === null ? null : { chat: chatOf(incoming), id: messageId }
    return hear(text, { person, door: 'chat', kept, say }, tools)
  }

  async function spoken(incoming: From<'message'>, person: DirectoryPerson, turn: Turn): Promise<string> {
    const heard = await heardFrom(incoming, person, turn)
    if (heard === 'chatter') await turn.reply({ text: HINT })
    return heard
  }

  async function amongOthers(incoming: Incoming, person: DirectoryPerson, turn: Turn): Promise<string> {
    if (incoming.kind !== 'message' && incoming.kind !== 'edited') return 'ignored'
    const mentioned = incoming.kind === 'message' && incoming.mentioned
    const { heard, answer } = await hearAmongOthers({ ...incoming, mentioned, chat: chatOf(incoming) }, person, tools)
    if (answer) await turn.reply({ text: answer })
    return heard
  }

  /** A press from a client that knows no `Action.Execute`: the card it came from is drawn anew. */
  async function submitted(incoming: From<'press'>, person: DirectoryPerson, turn: Turn): Promise<string> {
    const { message, outcome } = await takePress(incoming, person, { again: false }, tools)
    if ('card' in message && incoming.cardId) await teams.update({ ...incoming, activityId: incoming.cardId }, message)
    else await turn.reply(message)
    return outcome
  }

  async function pressed(incoming: From<'press'>): Promise<Pressing> {
    const person = await knownPerson(incoming)
    if (!person) return inWords(UNKNOWN, 'unknownPerson')
    if (incoming.chat === 'personal') await meet(person, incoming)
    const again = incoming.id !== null && !(await memory.takeActivity(incoming.id, clock.now()))
    return orRelease(incoming, () => takePress(incoming, person, { again }, tools))
  }

  /** What could not be worked may be sent again. */
  async function orRelease<Value>({ id }: Incoming, attempt: () => Promise<Value>): Promise<Value> {
    try {
      return await attempt()
    } catch (error) {
      if (id) await memory.releaseActivity(id)
      throw error
    }
  }

  return {
    async receive(incoming, turn) {
      const { id, kind, chat } = incoming
      const isOnce = kind === 'message' || kind === 'press'
      if (isOnce && id && !(await memory.takeActivity(id, clock.now()))) return
      try {
        const outcome = await orRelease(incoming, () => work(incoming, turn))
        log.info('received', { kind, chat, outcome, by: incoming.objectId })
      } catch (error) {
        log.error('receiveFailed', { kind, chat, ...errorDetail(error) })
        // Nobody has said anything when a call begins or ends.
        if (kind !== 'call') await turn.reply({ text: WENT_WRONG })
      }
    },

    async press(incoming) {
      try {
        const { message, lasting } = await pressed(incoming)
        const { cardId } = incoming
        const keep = async () => {
          if (!lasting || !cardId) return
          await teams.update({ ...incoming, activityId: cardId }, message).catch((error: unknown) => {
            log.warn('cardNotKept', errorDetail(error))
          })
        }
        return { answer: answerOf(message), afterwards: keep }
      } catch (error) {
        log.error('pressFailed', errorDetail(error))
        return { answer: { words: WENT_WRONG } }
      }
    },

    async messageAction(incoming) {
      const { id, text, written, chat, messageId } = incoming
      try {
        const person = await knownPerson(incoming)
        if (!person) return UNKNOWN
        if (id && !(await memory.takeActivity(id, clock.now()))) return PREVIEW_IS_THERE
        const words = await orRelease(incoming, () =>
          planFrom({ text, written, isShared: chat === 'shared', chat: chatOf(incoming), messageId }, person, tools),
        )
        log.info('messageAction', { by: person.objectId })
        return words
      } catch (error) {
        log.error('messageActionFailed', errorDetail(error))
        return WENT_WRONG
      }
    },
  }
}

const answerOf = (message: Message): PressAnswer =>
  'card' in message ? { card: message.card } : { words: message.text }

const UNKNOWN =
  'Good day. I work for people whom the council’s directory knows, and I cannot find you there. Please ask your administrator.'
const WENT_WRONG = 'Something went wrong here. Please try again in a few minutes; nothing is done twice.'
