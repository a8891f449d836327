/** What a line of a checklist asks, which answers it takes, and what an answer still needs. */
import type { LineAnswer } from './minutes.ts'
import type { Role } from '../placement/placement.ts'
import type { RequirementId } from '../meeting/plan.ts'

/** What an answer has to be completed with. */
export type Need = 'why' | 'owner' | 'by' | 'text'

/** What an answer gives somebody to do who need not be in the room: by the next working day. */
export type RaisedTask = { owner: Role; words: string }

export type LineOption = {
  value: string
  words: string
  needs: Need[]
  raises?: RaisedTask[]
  /** What its owner does, where the title does not say so. */
  task?: string
}

export type ChecklistLine = {
  id: string
  title: string
  hint?: string
  /** More to know of it, unfolded by whoever wants it. */
  list?: { label: string; items: string[] }
  options: LineOption[]
  /** Filled in for the chair, who may change it. */
  preset: string | null
  required: boolean
  /** Words may be written straight away: with them the first answer is given. */
  open?: true
  /** Its answer alone leaves the item silent: something is written there besides. */
  beside?: true
  /** How a child is asked the same. */
  friendly?: string
  /** The agenda item that it stands under; the questions for the record, and both checklists, have a place of their own. */
  item?: string
  requirements: RequirementId[]
}

export const option = (value: string, words: string, ...needs: Need[]): LineOption => ({ value, words, needs })

/** An answer that gives somebody something to do: what that is, as it stands on the list of actions. */
export const taskOption = (value: string, words: string, task: string, ...more: Need[]): LineOption => ({
  ...option(value, words, ...more, 'owner', 'by'),
  task,
})

/** The answer that stands on a line: what the chair gave, else what their words say, else the preset. */
export const standingAnswer = (line: ChecklistLine, given: LineAnswer | undefined): string | null =>
  given?.answer ?? (line.open && given?.text?.trim() ? line.options[0]!.value : line.preset)

/**
 * What the standing answer was completed with. Words that went with another answer stay in the document, for whoever
 * goes back to it; they are no part of this one.
 */
export function completionOf(line: ChecklistLine, given: LineAnswer | undefined): Omit<LineAnswer, 'answer'> {
  const answer = standingAnswer(line, given)
  const { needs = [] } = line.options.find(({ value }) => value === answer) ?? {}
  return Object.fromEntries(needs.map((need) => [need, given?.[need]]))
}

/** What a line still lacks; empty when it is complete. */
export function needsOf(line: ChecklistLine, given: LineAnswer | undefined): (Need | 'answer')[] {
  const answer = standingAnswer(line, given)
  if (answer === null || answer === '') return line.required ? ['answer'] : []
  const chosen = line.options.find(({ value }) => value === answer)
  if (!chosen) return ['answer']
  // A preset "not needed" needs no reason: the case itself is the reason.
  if (given?.answer === undefined && line.preset === 'notNeeded') return []
  return chosen.needs.filter((need) => !given?.[need]?.trim())
}
