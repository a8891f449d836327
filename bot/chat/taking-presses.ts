/** A press of a button, from whoever it is and on whichever card: known, understood, worked once, and written down. */
import { readCardClick } from '../../shared/wire/card-clicks.ts'
import type { Log } from '../log.ts'
import type { MailMemory } from '../mailbox/ports.ts'
import type { DirectoryPerson, Ports } from '../meetings/ports.ts'
import type { Incoming } from './incoming.ts'
import type { Place, PostedCards, Subject } from './posted-cards.ts'
import type { ChatStore } from './ports.ts'
import { press, seeAgain } from './presses.ts'
import { foundLine } from './found-line.ts'
import { inWords, type Pressing } from './pressing.ts'

type Press = Incoming & { kind: 'press' }
type Tools = { ports: Ports; memory: ChatStore; mails?: MailMemory; cards: PostedCards; log: Log }

/** `again`: Teams has sent this press before, so that it is only shown what came of it. */
export async function takePress(
  incoming: Press,
  by: DirectoryPerson,
  { again }: { again: boolean },
  { ports, memory, mails, cards, log }: Tools,
): Promise<Pressing> {
  const click = readCardClick(incoming.data)
  if (!click) return inWords(NOT_A_BUTTON, 'notUnderstood')
  const { cardId } = incoming
  const asAttendee = async (meetingId: string) =>
    click.verb === 'answer' || (await memory.card('attendee', meetingId, by.objectId))?.activityId === cardId
  const pressed = { by, ports, asAttendee, mails }
  // Teams asks this by itself, as often as somebody looks: there is nothing to be done twice.
  const isLine = click.verb === 'findCard'
  if (again && !isLine) return seeAgain(click, pressed)
  const pressing = isLine ? await foundLine(click, cardId, pressed, memory) : await press(click, pressed)
  if (pressing.about && cardId && incoming.chat === 'personal') {
    const { serviceUrl, conversationId } = incoming
    await follow(pressing.about, by, { serviceUrl, conversationId, activityId: cardId }, { memory, cards })
  }
  log.info('pressed', { verb: click.verb, outcome: pressing.outcome, by: by.objectId, ...idsOf(click) })
  return pressing
}

/** The card that was pressed is about something from now on: a form has become a preview. */
async function follow(
  about: Subject,
  { objectId }: DirectoryPerson,
  at: Place,
  { memory, cards }: Pick<Tools, 'memory' | 'cards'>,
): Promise<void> {
  const before = await memory.card(about.kind, about.subjectId, objectId)
  if (before?.activityId !== at.activityId) await cards.keep({ ...about, objectId }, at)
}

const idsOf = (click: object) => ({
  ...('draftId' in click && typeof click.draftId === 'string' && { draftId: click.draftId }),
  ...('meetingId' in click && typeof click.meetingId === 'string' && { meetingId: click.meetingId }),
})

const NOT_A_BUTTON = 'This button is too old for me. Please paste the confirmation again, or open Planning.'
