/**
 * What might be talked about besides the plan's own items: proposed by somebody of the case, or carried over from the last
 * meeting of the placement because it was put off there or is not done yet. Nothing of it is on the agenda before
 * whoever writes the record has taken it; one that is parked says why, and is proposed again for the next meeting.
 */
import { agendaInUse } from './agenda-in-use.ts'
import type { Minutes } from '../record/minutes.ts'
import type { AgendaItem } from '../meeting/plan.ts'
import type { PlanningMeeting } from '../meeting/planning-meeting.ts'
import { nameOf } from '../record/read-back.ts'
import { dayWords, londonDate, type Instant } from '../dates/time.ts'

/** `id` is the one under which it stands on the agenda once it is taken. */
export type ProposedItem = {
  id: `X-${string}`
  title: string
  why: string
  at: Instant
  by: { objectId: string; name: string }
}

export type Settled = { as: 'taken' | 'parked'; title: string; why: string; at: Instant; by: string }

/** From the meeting before: why it comes up again, in words. */
export type CarriedItem = { id: `X-${string}`; title: string; from: string; onAgenda: boolean }

/** What the title of an item holds. */
export const LONGEST_TITLE = 120

/** The last meeting of a placement that was held, with what its record says. */
export type Before = { meeting: PlanningMeeting & { state: 'held' }; minutes: Minutes }

/** The meeting held last, of all that a placement has. */
export const lastHeld = (meetings: PlanningMeeting[], besides: PlanningMeeting): Before['meeting'] | null =>
  meetings
    .filter((one) => one.state === 'held')
    .filter(({ id }) => id !== besides.id)
    .toSorted((a, b) => (a.slot.start < b.slot.start ? -1 : 1))
    .at(-1) ?? null

/** Put off there, proposed there and not taken up, or taken on there and not done (R-117, R-227). */
export function carriedOver({ meeting, minutes }: Before, agenda: Pick<AgendaItem, 'item' | 'title'>[]): CarriedItem[] {
  const { ref, plan, slot, followUps = [], preparation } = meeting
  const on = `on ${dayWords(londonDate(slot.start))} (${ref})`
  const before = agendaInUse(plan.agenda, minutes)
  const here = new Set(agenda.map(({ item }) => item))
  const carry = (id: string, title: string, from: string): CarriedItem => ({
    // Of the same thing always the same: it is taken once, whoever presses first.
    id: `X-${`${ref}${id}`.replaceAll(/[^A-Za-z0-9]/g, '')}`,
    title: title.slice(0, LONGEST_TITLE),
    from,
    onAgenda: here.has(id),
  })
  const putOff = before.filter(({ item }) => minutes.items[item]?.notDiscussed)
  const settled = preparation?.settled ?? {}
  const proposed = (preparation?.items ?? []).filter(({ id }) => !settled[id])
  const isAction = ({ id, done }: (typeof followUps)[number]) => !done && !before.some(({ item }) => item === id)
  return [
    ...putOff.map(({ item, title }) => carry(item, title, sentence(`Put off ${on}`, minutes.items[item]?.why))),
    ...Object.entries(settled)
      .filter(([, { as }]) => as === 'parked')
      .map(([id, { title, why }]) => carry(id, title, sentence(`Parked ${on}`, why))),
    ...proposed.map(({ id, title, by, why }) => carry(id, title, sentence(`Proposed by ${by.name} ${on}`, why))),
    ...followUps.filter(isAction).map(({ id, words, owner, by }) => {
      const who = owner ? nameOf(owner, plan.attendees) : 'nobody yet'
      return carry(id, words, `Taken on by ${who} ${on}${by ? `, due ${dayWords(by)}` : ''}, and still open.`)
    }),
  ]
}

const sentence = (said: string, why: string | undefined) => (why?.trim() ? `${said}: ${why.trim()}` : `${said}.`)
