/** Shows people in Teams what they should see, later and without a press. */
import { choicesAbout } from '../../shared/outlook-concerns.ts'
import type { Placement } from '../../shared/placement-case.ts'
import type { PlanningMeeting } from '../../shared/planning-meeting.ts'
import type { Announcer, DirectoryPerson, Ports } from '../meetings/ports.ts'
import { attendeeOf, drawAttendee, drawPlacement } from './drawing.ts'
import { postedCards, SHOWN_BELOW } from './posted-cards.ts'
import type { PostedCard } from './ports.ts'
import { reachPeople, type ReachTools } from './reaching-people.ts'

export type AnnouncerTools = ReachTools & Pick<Ports, 'settings' | 'store' | 'people'>

export function teamsAnnouncer(tools: AnnouncerTools): Announcer {
  const { teams, memory, store, people } = tools
  const cards = postedCards(teams, memory)
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
   * Whoever is to arrange a meeting hears of it, not only who confirmed the placement; and of what is not
   * as it should be in Outlook, once for each time that something new comes up, though they have a card already.
   */
  async function tellWhoArranges(placement: Placement, meetings: PlanningMeeting[], told: PostedCard[]): Promise<void> {
    const have = new Set(told.map(({ objectId }) => objectId))
    for (const meeting of meetings) {
      const news = newsFor(meeting)
      const arranger = news === null ? null : await whoArranges(meeting)
      if (!arranger) continue
      const { objectId } = arranger
      const before = told.find((card) => card.objectId === objectId)
      if (news === '' ? have.has(objectId) : before?.told === news) continue
      const message = drawPlacement(placement, meetings, arranger, tools)
      const at = message && (await reach.post(arranger, message))
      if (!at) continue
      have.add(objectId)
      await cards.keep({ kind: 'meeting', subjectId: placement.id, objectId }, at, { told: news || null })
      const asked = await memory.card('attendee', meeting.id, objectId)
      const others = [...(before && before.kind !== 'meeting' ? [before] : []), ...(asked ? [asked] : [])]
      for (const other of others) await cards.reduce(other, SHOWN_BELOW)
    }
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

  /** Somebody's card about a placement that has one meeting; a card about several stays. */
  async function cardAboutThisAlone(placement: Placement, objectId: string): Promise<PostedCard | null> {
    const card = (await cardsAbout(placement)).find((one) => one.objectId === objectId)
    return card && (await store.meetingsOf(placement.id)).length === 1 ? card : null
  }

  return {
    async showPlacement(placement, meetings) {
      const about = await cardsAbout(placement)
      for (const card of about) await redraw(card, placement, meetings)
      await tellWhoArranges(placement, meetings, about)
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
      const at = await reach.post(person, drawAttendee(placement, meeting, person, tools, { kind }))
      if (!at) return false
      await cards.keep({ kind: 'attendee', subjectId: meeting.id, objectId }, at, { told })
      // Nobody has two cards about one meeting: the one to arrange it gives way to the one to answer.
      if (others) await cards.reduce(others, SHOWN_BELOW)
      return true
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

/** What a person has to hear of: a meeting without a time, or new trouble in Outlook; `null` for nothing. */
function newsFor({ state, concerns = [] }: PlanningMeeting): string | null {
  const open = concerns.filter((concern) => choicesAbout(concern).length > 0)
  if (open.length > 0) return open.map(({ kind, since }) => `${kind} ${since}`).join(', ')
  return state === 'toArrange' ? '' : null
}

const isOnlyTold = (meeting: PlanningMeeting, person: DirectoryPerson) =>
  attendeeOf(meeting, person)?.part === 'informed'
