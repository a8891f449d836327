/**
 * Puts before officers what came by mail: the card of a draft or of a placement, as for a message in chat, or a card about
 * the mail itself where a person has to look.
 */
import type { Arrival, ArrivedMail, News } from '../../shared/letters/arrived-mail.ts'
import { senderAdvice } from '../../shared/letters/mail-words.ts'
import type { MailboxSettings, MailTeller } from '../mailbox/ports.ts'
import type { DirectoryPerson, Ports } from '../meetings/ports.ts'
import { MAIL_SUMMARY, mailCard, seenToCard } from './cards/mail-card.ts'
import { subjectOf } from './card-subject.ts'
import { SEEN_BEFORE } from '../../shared/placement/draft-words.ts'
import { changeWords } from '../../shared/placement/change-words.ts'
import { drawDraft, drawPlacement } from './drawing.ts'
import { postedCards, unlessGone, type Subject } from './posted-cards.ts'
import type { Message } from './ports.ts'
import { reachPeople, type ReachTools } from './reaching-people.ts'

export type MailTellerTools = ReachTools &
  Pick<Ports, 'settings' | 'store' | 'people'> & { mailbox: MailboxSettings | null }

export function mailTeller(tools: MailTellerTools): MailTeller {
  const { teams, memory, store, people, mailbox } = tools
  const cards = postedCards(teams, memory, tools.clock)
  const reach = reachPeople(tools)

  async function messageFor(
    news: Exclude<News, { about: 'look' }>,
    officer: DirectoryPerson,
    { arrival }: ArrivedMail,
  ): Promise<{ message: Message; about: Subject } | null> {
    if (news.about === 'draft') {
      const draft = await store.draft(news.draftId)
      const message = draft?.state === 'open' ? drawDraft(draft, officer, tools, { notice: draftNotice(news) }) : null
      return draft && message && { message, about: { kind: 'draft', subjectId: draft.id } }
    }
    const placement = await store.placement(news.placementId)
    const meetings = placement ? await store.meetingsOf(placement.id) : []
    const notice = placementNotice(news, placement?.proposed !== undefined, arrival)
    const message = placement && drawPlacement(placement, meetings, officer, tools, { notice })
    return message && { message, about: await subjectOf(placement, tools) }
  }

  return {
    async tell(officer, mail) {
      const { objectId } = officer
      for (const news of mail.news) {
        const shown = news.about === 'look' ? null : await messageFor(news, officer, mail)
        if (!shown) continue
        const whose = { ...shown.about, objectId }
        const isShown = await cards.show(whose, (line) => reach.post(officer, line), { ...shown, told: null })
        if (!isShown) return null
      }
      const whys = mail.news.flatMap((news) => (news.about === 'look' ? [news.why] : []))
      if (whys.length === 0) return { place: null }
      const card = mailCard(mail, whys, mailbox?.address ?? '')
      const place = await reach.post(officer, { summary: MAIL_SUMMARY, card })
      return place && { place }
    },

    async redraw(mail, place) {
      if (!mail.settled) return
      const by = await people.byObjectId(mail.settled.by)
      const card = seenToCard(mail, by?.name ?? null)
      // Where Teams no longer has the card, there is nothing to put right.
      await unlessGone(() => teams.update(place, { summary: MAIL_SUMMARY, card }))
    },
  }
}

const draftNotice = ({ calledOff, seenBefore }: Extract<News, { about: 'draft' }>): string | undefined =>
  calledOff
    ? 'A mail says that this placement does not go ahead. If that is so, press “Not a placement”.'
    : seenBefore
      ? SEEN_BEFORE
      : undefined

function placementNotice(
  { calledOff, changes }: Extract<News, { about: 'placement' }>,
  isProposed: boolean,
  { sender }: Arrival,
): string {
  const whoSent = senderAdvice(sender)?.replace('press Schedule', 'act on it')
  const what = calledOff
    ? 'A mail says that this placement does not go ahead. Nothing is cancelled yet.'
    : `A mail about this placement differs in ${changeWords(changes)}. ${isProposed ? 'What would follow stands below.' : 'Nothing has been changed: move or cancel the meeting here if that is needed.'}`
  return [what, whoSent].filter(Boolean).join(' ')
}
