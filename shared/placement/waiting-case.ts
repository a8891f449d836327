/**
 * A case that has no meeting yet because somebody has to answer first: a draft on its card, or a placement that was
 * queried instead of scheduled, such as that of a child on remand (L-28) or under sixteen (L-27).
 */
import type { Door, Draft } from './draft.ts'
import type { Question } from '../meeting/plan.ts'
import type { Placement } from './placement-case.ts'
import type { PlacementConfirmation } from './placement.ts'
import { isLeftUnscheduled } from './queried.ts'
import { SETTLED_ELSEWHERE } from './questions.ts'
import { momentWords } from '../dates/time.ts'
import { PLACEMENT_TYPE_WORDS } from '../words.ts'

/** Says no more of the child than the list of meetings does. */
export type WaitingCase = {
  id: string
  /** Looked at, answered and scheduled on a page of its own. */
  isDraft: boolean
  caseReference: string | null
  placementReference: string | null
  what: string
  /** What has to be answered, and how. */
  asks: string[]
  toDo: string
  /** What can be answered where it is listed, of a placement as it was at that version. */
  questions: Question[]
  version: number
}

/** So many are told; of a form that is nearly empty the rest is counted. */
const MOST_ASKS = 3

export function waitingDraft({ id, version, door, fields, asks, plan, createdBy, arrived }: Draft): WaitingCase {
  const open = [...asks.map(({ text }) => text), ...(plan?.questions ?? []).map(({ text }) => text)]
  return {
    id,
    caseReference: fields.caseReference ?? null,
    placementReference: fields.placementReference ?? null,
    what: whatIsPlaced(fields.placement),
    asks: told([...new Set(open)]),
    isDraft: true,
    questions: [],
    version,
    toDo: isLeftUnscheduled(fields)
      ? 'It is to have no meeting. One press keeps it so.'
      : `${arrived ? 'It came by mail, and stands on a card in Teams.' : broughtIn(door, createdBy.name)} Nothing is arranged before somebody presses Schedule.`,
  }
}

const broughtIn = (door: Door, name: string): string =>
  door === 'tab' || door === 'file' || door === 'api'
    ? `${name} has brought it in.`
    : `It stands on a card in Teams, in the chat of ${name} with the app.`

export function waitingPlacement({ id, version, confirmation, plan }: Placement): WaitingCase {
  const { caseReference, placementReference } = confirmation
  const elsewhere = ({ id: question }: Question) => SETTLED_ELSEWHERE.includes(question)
  const questions = plan.questions.filter((question) => !elsewhere(question))
  return {
    id,
    isDraft: false,
    version,
    caseReference,
    placementReference,
    what: whatIsPlaced(confirmation.placement),
    asks: told(plan.questions.filter(elsewhere).map(({ text }) => text)),
    questions,
    toDo:
      questions.length > 0
        ? 'No meeting is arranged before this is answered. A meeting that follows waits for its time then.'
        : 'No meeting is arranged. Put the case right where it was confirmed, and send it again.',
  }
}

function whatIsPlaced({ type, startsAt }: Partial<PlacementConfirmation['placement']> = {}): string {
  const kind = type ? PLACEMENT_TYPE_WORDS[type] : 'Kind of placement not known'
  return `${kind}, ${startsAt ? `starts ${momentWords(startsAt)}` : 'no start yet'}`
}

function told(asks: string[]): string[] {
  const more = asks.length - MOST_ASKS
  return more <= 1 ? asks : [...asks.slice(0, MOST_ASKS), `And ${more} more.`]
}
