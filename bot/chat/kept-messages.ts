/** What is said when a message that was kept with a case is edited or deleted (B9): in the chat of whoever brought it in. */
import type { Ports } from '../meetings/ports.ts'
import { messageDeleted, messageEdited, type MessageNews } from '../meetings/message-changed.ts'
import { subjectOf } from './card-subject.ts'
import { drawDraft, drawPlacement } from './drawing.ts'
import { chatOf, type Incoming } from './incoming.ts'
import { inOwnChat } from './in-front-of-others.ts'
import type { PostedCards } from './posted-cards.ts'
import type { Reach } from './reaching-people.ts'
import { keepShown, showTaken, type Sender } from './taking-messages.ts'

type Tools = { ports: Ports; cards: PostedCards; reach: Reach }

/** What came of it, for the log; `null` for whatever is no change of a message that was kept. */
export async function aboutKept(incoming: Incoming, tools: Tools): Promise<string | null> {
  if (incoming.kind !== 'edited' && incoming.kind !== 'deleted') return null
  const message = { chat: chatOf(incoming), id: incoming.messageId }
  const news =
    incoming.kind === 'edited'
      ? await messageEdited(message, incoming.text, tools.ports)
      : await messageDeleted(message, tools.ports)
  for (const one of news) await tell(one, inOwnChat(one.person, 'messageAction', tools.reach), tools)
  return news[0]?.kind ?? null
}

async function tell(news: MessageNews, sender: Sender, tools: Tools): Promise<void> {
  const { ports } = tools
  switch (news.kind) {
    case 'taken':
      if (news.elsewhere) await sender.say({ text: ELSEWHERE })
      return void (await showTaken(news.result, sender, tools))
    case 'doubt': {
      const card = drawPlacement(news.placement, news.meetings, news.person, ports)
      if (card) await keepShown(sender, card, await subjectOf(news.placement, ports), tools)
      return
    }
    case 'emptied':
    case 'deleted': {
      const notice = news.kind === 'emptied' ? EMPTIED : DELETED
      const card = drawDraft(news.draft, news.person, ports, { notice })
      if (card) await keepShown(sender, card, { kind: 'draft', subjectId: news.draft.id }, tools)
      return
    }
    case 'removedAsAsked':
      return void (await sender.say({ text: REMOVED }))
  }
}

const EMPTIED =
  'The message that this came from was changed, and I no longer find a placement confirmation in it. Nothing has been sent: if it is off, press “Not a placement”.'
const DELETED =
  'The message that this came from was deleted. That changes nothing by itself: if the placement does not go ahead, press “Not a placement”.'
const ELSEWHERE =
  'A message that I had taken as a placement confirmation was changed, and now names another placement. Nothing was changed about the former one; what the message says now stands below.'
const REMOVED =
  'The message was deleted where others read along, as I had asked. What it said is kept here, and the placement stands as it did. If it does not go ahead after all, press “Placement off …” on its card.'
