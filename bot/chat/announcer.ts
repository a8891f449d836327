/** Shows people in Teams what they should see, later and without a press. */
import { isAsking } from '../../shared/times/held-times.ts'
import { choicesAbout, type OutlookConcern } from '../../shared/meeting/outlook-concerns.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import { queriesOf } from '../../shared/placement/queried.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import type { Announcer, DirectoryPerson, Ports } from '../meetings/ports.ts'
import { attendeeOf, drawAttendee, drawDraft, drawPlacement } from './drawing.ts'
import { postedCards, SHOWN_BELOW } from './posted-cards.ts'
import type { PostedCard } from './ports.ts'
import { reachPeople, type ReachTools } from './reaching-people.ts'

export type AnnouncerTools = ReachTools & Pick<Ports, 'settings' | 'store' | 'people'>

export function teamsAnnouncer(tools: AnnouncerTools): Announcer {
  const { teams, memory, store, people } = tools
  const cards = postedCards(teams, memory, tools.clock)
  const reach = reachPeople(tools)

  /** Everybody's card about a placement: some grew out of the preview of its draft, others were posted for it. */
  async function cardsAbout(placement: Placement): Promise<PostedCard[]> {
    const { caseReference, placementReference } = placement.confirmation
    const draft = await store.draftFor(caseReference, placementReference)
    const grown = draft ? await memory.cards('draft', draft.id) : []
    return [...grown, ...(await memory.cards('meeting', placement.id))]
  }

  async function redraw(card: PostedCard, placement: Placement, meetings: PlanningMeeting[]): Promise<void> {
    const reader = await people.byObjectId(card.objectId)
    const message = reader && drawPlacement(placement, meetings, reader, tools)
    if (message) await cards.redraw(card, message)
    else await cards.reduce(card, 'This placement has been confirmed.')
  }

  /**
   * Whoever is to arrange a meeting hears of it, not only who confirmed the placement; so does whoever
   * confirmed it of what an officer has to press for. Each of what is new is told once, though they have a card already.
   */
  async function tellOfNews(placement: Placement, meetings: PlanningMeeting[], told: PostedCard[]): Promise<void> {
    for (const { person, news } of await newsByPerson(placement, meetings)) {
      const { objectId } = person
      const before = told.find((card) => card.objectId === objectId)
      if (before && news.every((one) => before.told?.includes(one))) continue
      const message = drawPlacement(placement, meetings, person, tools)
      const shown = message && { message, told: news.join(', ') || null }
      const whose = { kind: 'meeting', subjectId: placement.id, objectId } as const
      if (!shown || !(await cards.show(whose, (line) => reach.post(person, line), shown))) continue
      const asked = (await Promise.all(meetings.map(({ id }) => memory.card('attendee', id, objectId)))).filter(
        (card) => card !== null,
      )
      const others = [...(before && before.kind !== 'meeting' ? [before] : []), ...asked]
      for (const other of others) await cards.reduce(other, SHOWN_BELOW)
    }
  }

  /** To each person what is new to them; nothing but that there is a meeting, for whoever is to arrange it. */
  async function newsByPerson(placement: Placement, meetings: PlanningMeeting[]) {
    const all = new Map<string, { person: DirectoryPerson; news: string[] }>()
    const add = (person: DirectoryPerson | null, news: string[]) => {
      if (!person) return
      const known = all.get(person.objectId)
      all.set(person.objectId, { person, news: [...(known?.news ?? []), ...news] })
    }
    for (const meeting of meetings) {
      const news = newsFor(meeting)
      const arranger = news && (await whoArranges(meeting))
      // Whoever opened the meeting has it before their eyes.
      if (news) add(arranger, arranger?.objectId === meeting.called?.openedBy ? news.filter(isTrouble) : news)
    }
    const officer = await people.byEmail(placement.confirmation.confirmedBy.email)
    const news = officer ? newsForOfficer(placement, meetings, officer) : []
    if (news.length > 0) add(officer, news)
    return all.values()
  }

  /** The convenor where Teams reaches them; else the chair, else the child's social worker. */
  async function whoArranges({ plan }: PlanningMeeting): Promise<DirectoryPerson | null> {
    const emails = [plan.convenor.key, plan.chair.key, 'childsSocialWorker:1'].map(
      (key) => plan.attendees.find((one) => one.key === key && one.reachedBy === 'teams')?.email,
    )
    for (const email of emails) {
      const person = email ? await people.byEmail(email) : null
      if (person) return person
    }
    return null
  }

  /** The placement's card once more, further down, for what it has not told them yet. */
  async function tellAgain(
    person: DirectoryPerson,
    placement: Placement,
    news: string,
    said: { notice?: string } = {},
  ): Promise<boolean> {
    const { objectId } = person
    const before = await memory.card('meeting', placement.id, objectId)
    if (before?.told === news) return true
    const message = drawPlacement(placement, await store.meetingsOf(placement.id), person, tools, said)
    if (!message) return false
    const others = (await cardsAbout(placement)).filter((card) => card.objectId === objectId && card.kind !== 'meeting')
    const whose = { kind: 'meeting', subjectId: placement.id, objectId } as const
    if (!(await cards.show(whose, (line) => reach.post(person, line), { message, told: news }))) return false
    for (const other of others) await cards.reduce(other, SHOWN_BELOW)
    return true
  }

  /** Somebody's card about a placement that has one meeting; a card about several stays. */
  async function cardAboutThisAlone(placement: Placement, objectId: string): Promise<PostedCard | null> {
    const card = (await cardsAbout(placement)).find((one) => one.objectId === objectId)
    return card && (await store.meetingsOf(placement.id)).length === 1 ? card : null
  }

  return {
    async showDraft(draft) {
      for (const card of await memory.cards('draft', draft.id)) {
        const reader = await people.byObjectId(card.objectId)
        const message = reader && drawDraft(draft, reader, tools)
        if (message) await cards.redraw(card, message)
      }
    },

    async showPlacement(placement, meetings) {
      const about = await cardsAbout(placement)
      for (const card of about) await redraw(card, placement, meetings)
      await tellOfNews(placement, meetings, about)
    },

    async remind(person, meeting, { kind }) {
      const placement = await store.placement(meeting.placementId)
      if (!placement) return false
      const { objectId } = person
      const told = `${kind}/${'slot' in meeting ? meeting.slot.start : ''}`
      if ((await memory.card('attendee', meeting.id, objectId))?.told === told) return true
      const others = await cardAboutThisAlone(placement, objectId)
      // Who arranges the meeting has it before their eyes, and need not be told as well.
      if (others && isOnlyTold(meeting, person)) return true
      const shown = { message: drawAttendee(placement, meeting, person, tools, { kind }), told }
      const whose = { kind: 'attendee', subjectId: meeting.id, objectId } as const
      if (!(await cards.show(whose, (line) => reach.post(person, line), shown))) return false
      // Nobody has two cards about one meeting: the one to arrange it gives way to the one to answer.
      if (others) await cards.reduce(others, SHOWN_BELOW)
      return true
    },

    async tellRunningOut(person, meeting, left) {
      const placement = await store.placement(meeting.placementId)
      return placement ? tellAgain(person, placement, `runningOut ${left} ${meeting.id}`) : false
    },

    async tellNoDelegate(person, about) {
      if ('placement' in about) {
        const told = (await memory.card('meeting', about.placement.id, person.objectId))?.told
        if (told?.includes('noDelegate')) return true
        const news = [told, 'noDelegate'].filter((one) => one).join(', ')
        return tellAgain(person, about.placement, news, { notice: NO_DELEGATE })
      }
      const { draft } = about
      const whose = { kind: 'draft', subjectId: draft.id, objectId: person.objectId } as const
      if ((await memory.card('draft', draft.id, person.objectId))?.told === 'noDelegate') return true
      const message = drawDraft(draft, person, tools, { notice: NO_DELEGATE })
      return message ? cards.show(whose, (line) => reach.post(person, line), { message, told: 'noDelegate' }) : false
    },

    async refreshAttendeeCards(meeting) {
      const placement = await store.placement(meeting.placementId)
      if (!placement) return
      for (const card of await memory.cards('attendee', meeting.id)) {
        const reader = await people.byObjectId(card.objectId)
        if (reader) await cards.redraw(card, drawAttendee(placement, meeting, reader, tools))
      }
    },
  }
}

const NO_DELEGATE =
  'The manager who would chair is on leave until after the meeting is due, and for four working hours nobody has been named to stand in. Please ask the home who does, by name: no invitation can go before that.'

/** What a person has to hear of: a meeting without a time, answers that did not suffice, or new trouble in Outlook; `null` for nothing. */
function newsFor(meeting: PlanningMeeting): string[] | null {
  const { state, concerns = [], called, heldTimes } = meeting
  const open = concerns.filter((concern) => choicesAbout(concern).length > 0)
  if (open.length > 0) return open.map(newsOf)
  // While those outside are asked there is nothing to do; that their answers did not suffice is heard once.
  if (state !== 'toArrange' || isAsking(meeting)) return null
  const { how, at } = heldTimes?.ended ?? {}
  return [
    ...(called ? [`called ${called.on}`] : []),
    ...(how === 'notSettled' || how === 'taken' ? [`${how} ${at}`] : []),
  ]
}

const newsOf = ({ kind, since }: OutlookConcern) => `${kind} ${since}`

const isTrouble = (news: string) => !news.startsWith('called ')

/** What waits for an officer's press, and what another has decided; their own doing they have before their eyes. */
function newsForOfficer(
  { asked = [], doubt, proposed, cancelled, plan, confirmation }: Placement,
  meetings: PlanningMeeting[],
  { objectId }: DirectoryPerson,
): string[] {
  return [
    ...asked.filter(({ by }) => by.objectId !== objectId).map(({ id }) => `asked ${id}`),
    ...(proposed && proposed.reportedBy !== objectId ? [`change ${proposed.reportedAt}`] : []),
    ...(doubt && doubt.by !== objectId ? [`doubt ${doubt.at}`] : []),
    ...meetings.flatMap(({ concerns = [] }) =>
      concerns.flatMap((one) => (one.kind === 'otherOrganiser' && one.by !== objectId ? [newsOf(one)] : [])),
    ),
    ...(meetings.length === 0 && plan.questions.length > 0
      ? queriesOf(confirmation).map((one) => `queried ${one}`)
      : []),
    ...(cancelled && cancelled.by !== objectId ? [`cancelled ${cancelled.at}`] : []),
  ]
}

const isOnlyTold = (meeting: PlanningMeeting, person: DirectoryPerson) =>
  attendeeOf(meeting, person)?.part === 'informed'
