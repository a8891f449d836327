/** Which message or press goes to which use case, with the person behind it known. */
import { readCardClick } from '../../shared/wire/card-clicks.ts'
import { errorDetail, type Log } from '../log.ts'
import type { DirectoryPerson, Ports } from '../meetings/ports.ts'
import { HELP_SUMMARY, helpCard } from './cards/help-card.ts'
import type { Incoming } from './incoming.ts'
import { postedCards, type Place } from './posted-cards.ts'
import type { ChatStore, Message, Teams } from './ports.ts'
import { press, seeAgain } from './presses.ts'
import type { Pressing } from './pressing.ts'
import { reachPeople } from './reaching-people.ts'
import { hear, HINT, type Sender } from './taking-messages.ts'
import type { ChatApp, PressAnswer, Turn } from './teams-adapter.ts'

export type TeamsAppTools = { ports: Ports; teams: Teams; memory: ChatStore; serviceUrl: string; log: Log }

type From<Kind extends Incoming['kind']> = Incoming & { kind: Kind }

export function teamsApp({ ports, teams, memory, serviceUrl, log }: TeamsAppTools): ChatApp {
  const { clock } = ports
  const cards = postedCards(teams, memory)
  const reach = reachPeople({ teams, memory, clock, serviceUrl })

  async function knownPerson({ objectId, tenantId }: Incoming): Promise<DirectoryPerson | null> {
    const person = objectId ? await ports.people.byObjectId(objectId) : null
    return person?.tenantId === tenantId ? person : null
  }

  /** Where the person is from now on; `true` when the app meets them for the first time. */
  const meet = (person: DirectoryPerson, { serviceUrl, conversationId, botId, userId }: Incoming): Promise<boolean> =>
    memory.keepConversation({
      tenantId: person.tenantId,
      objectId: person.objectId,
      serviceUrl,
      conversationId,
      botId,
      userId,
    })

  async function work(incoming: Incoming, turn: Turn): Promise<string> {
    if (incoming.kind === 'removed') return leave(incoming)
    if (incoming.kind === 'other' || (incoming.kind === 'installed' && incoming.chat === 'shared')) return 'ignored'
    const person = await knownPerson(incoming)
    if (!person) {
      if (incoming.kind !== 'deleted') await turn.reply({ text: UNKNOWN })
      return 'unknownPerson'
    }
    if (incoming.chat === 'personal') {
      const isNew = await meet(person, incoming)
      if (incoming.kind === 'installed') return isNew ? welcome(turn) : 'metAlready'
    }
    switch (incoming.kind) {
      case 'message':
        return incoming.chat === 'personal'
          ? personalMessage(incoming, person, turn)
          : sharedMessage(incoming, person, turn, incoming.mentioned)
      case 'edited':
        return incoming.chat === 'personal'
          ? edited(incoming, person, turn)
          : sharedMessage(incoming, person, turn, false)
      case 'deleted':
        return deleted(incoming, turn)
      case 'press':
        return submitted(incoming, turn)
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

  const privately = (incoming: Incoming, turn: Turn): Pick<Sender, 'say'> => ({
    say: async (message) => placeAt(incoming, await turn.reply(message)),
  })

  async function personalMessage(incoming: From<'message'>, person: DirectoryPerson, turn: Turn): Promise<string> {
    const { messageId } = incoming
    const heard = await hear(
      incoming.text,
      { person, door: 'chat', messageId, ...privately(incoming, turn) },
      { ports, cards },
    )
    if (heard === 'chatter') await turn.reply({ text: HINT })
    return heard
  }

  /** In front of others nothing is said about a placement; it goes on in the sender's own chat (P-08). */
  async function sharedMessage(
    incoming: From<'message'> | From<'edited'>,
    person: DirectoryPerson,
    turn: Turn,
    mentioned: boolean,
  ): Promise<string> {
    let reached = true
    const say = async (message: Message): Promise<Place | null> => {
      const at = await reach.post(person, message)
      reached &&= at !== null
      return at
    }
    const sender: Sender = { person, door: 'sharedChat', messageId: incoming.messageId, say }
    const heard = await hear(incoming.text, sender, { ports, cards })
    if (heard === 'confirmation') await say({ text: PLEASE_REMOVE })
    if (heard === 'chatter' && !mentioned) return heard
    await turn.reply({ text: !reached ? OPEN_OUR_CHAT : heard === 'chatter' ? WRITE_TO_ME : TAKEN_UP })
    return heard
  }

  /** An edited confirmation is one that changes, and is taken as such (B9). */
  async function edited(incoming: From<'edited'>, person: DirectoryPerson, turn: Turn): Promise<string> {
    const { messageId } = incoming
    const sender: Sender = { person, door: 'chat', messageId, ...privately(incoming, turn) }
    const heard = await hear(incoming.text, sender, { ports, cards })
    if (heard !== 'confirmation' && (await memory.cardForMessage(incoming.conversationId, messageId)))
      await turn.reply({ text: EDITED_AWAY })
    return heard
  }

  /** A deleted message changes nothing by itself: a person says what is meant (B9). */
  async function deleted(incoming: From<'deleted'>, turn: Turn): Promise<string> {
    const card = await memory.cardForMessage(incoming.conversationId, incoming.messageId)
    if (!card || incoming.chat === 'shared') return 'ignored'
    await turn.reply({ text: DELETED })
    return 'asked'
  }

  /** A press from a client that knows no `Action.Execute`: the card it came from is drawn anew. */
  async function submitted(incoming: From<'press'>, turn: Turn): Promise<string> {
    const { message, outcome } = await pressOn(incoming)
    if ('card' in message && incoming.cardId) await teams.update({ ...incoming, activityId: incoming.cardId }, message)
    else await turn.reply(message)
    return outcome
  }

  async function pressOn(incoming: From<'press'>): Promise<Pressing> {
    const say = (text: string, outcome: string): Pressing => ({ message: { text }, outcome, lasting: false })
    const by = await knownPerson(incoming)
    if (!by) return say(UNKNOWN, 'unknownPerson')
    if (incoming.chat === 'personal') await meet(by, incoming)
    const click = readCardClick(incoming.data)
    if (!click) return say(NOT_A_BUTTON, 'notUnderstood')
    const { cardId } = incoming
    const asAttendee = async (meetingId: string) => {
      const card = await memory.card('attendee', meetingId, by.objectId)
      return click.verb === 'answer' || card?.activityId === cardId
    }
    const pressed = { by, ports, asAttendee }
    const isFirst =
      incoming.answered === 'byUpdate' || !incoming.id || (await memory.takeActivity(incoming.id, clock.now()))
    if (!isFirst) return seeAgain(click, pressed)
    const pressing = await orRelease(incoming, () => press(click, pressed))
    if (pressing.about && cardId && incoming.chat === 'personal')
      await follow(pressing.about, by, placeAt(incoming, cardId)!)
    log.info('pressed', { verb: click.verb, outcome: pressing.outcome, by: by.objectId, ...idsOf(click) })
    return pressing
  }

  /** The card that was pressed is about something from now on: a form has become a preview. */
  async function follow(
    about: NonNullable<Pressing['about']>,
    { objectId }: DirectoryPerson,
    at: Place,
  ): Promise<void> {
    const before = await memory.card(about.kind, about.subjectId, objectId)
    if (before?.activityId !== at.activityId) await cards.keep({ ...about, objectId }, at)
  }

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
      const { id, kind } = incoming
      const isOnce = kind === 'message' || kind === 'press'
      if (isOnce && id && !(await memory.takeActivity(id, clock.now()))) return
      try {
        const outcome = await orRelease(incoming, () => work(incoming, turn))
        log.info('received', { kind, chat: incoming.chat, outcome, by: incoming.objectId })
      } catch (error) {
        log.error('receiveFailed', { kind, ...errorDetail(error) })
        await turn.reply({ text: WENT_WRONG })
      }
    },

    async press(incoming) {
      try {
        const { message, lasting } = await pressOn(incoming)
        const { cardId } = incoming
        const afterwards = async () => {
          if (!lasting || !cardId) return
          await teams.update({ ...incoming, activityId: cardId }, message).catch((error: unknown) => {
            log.warn('cardNotKept', errorDetail(error))
          })
        }
        return { answer: answerOf(message), afterwards }
      } catch (error) {
        log.error('pressFailed', errorDetail(error))
        return { answer: { words: WENT_WRONG } }
      }
    },
  }
}

const answerOf = (message: Message): PressAnswer =>
  'card' in message ? { card: message.card } : { words: message.text }

const placeAt = ({ serviceUrl, conversationId }: Incoming, activityId: string | null): Place | null =>
  activityId === null ? null : { serviceUrl, conversationId, activityId }

const idsOf = (click: object) => ({
  ...('draftId' in click && typeof click.draftId === 'string' && { draftId: click.draftId }),
  ...('meetingId' in click && typeof click.meetingId === 'string' && { meetingId: click.meetingId }),
})

const UNKNOWN =
  'Good day. I work for people whom the council’s directory knows, and I cannot find you there. Please ask your administrator.'
const NOT_A_BUTTON = 'This button is too old for me. Please paste the confirmation again, or open Planning.'
const WENT_WRONG = 'Something went wrong here. Please try again in a few minutes; nothing is done twice.'
const TAKEN_UP = 'Thank you, I have taken this up with you privately.'
const WRITE_TO_ME = 'Please write to me in a chat of our own: I say nothing about placements where others read along.'
const OPEN_OUR_CHAT = 'Thank you. Please open a chat with me and send it there, so that we are by ourselves.'
const PLEASE_REMOVE =
  'Please delete your message from the shared chat: everybody in it can read what it says about a child. Here it is safe.'
const EDITED_AWAY =
  'You changed a message that I had taken as a placement confirmation, and I no longer find one in it. Nothing was changed: if it is off, press “Not a placement”, or cancel the meeting, on its card.'
const DELETED =
  'You deleted a placement confirmation. That changes nothing by itself: if the placement does not go ahead, press “Not a placement”, or cancel the meeting, on its card.'
