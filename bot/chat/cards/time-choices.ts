/** Times to choose from, each with what speaks for and against it. An unknown diary is somebody to ask, never free. */
import { chancesWords, FEW_CHANCES, type Chances } from '../../../shared/times/chances.ts'
import { roleOf, type PersonKey } from '../../../shared/placement/placement.ts'
import type { OfferedSlot } from '../../../shared/meeting/planning-meeting.ts'
import { considerationsAt, missingAt } from '../../../shared/times/slot-reasons.ts'
import { dayWords, londonDate, londonTime, type Instant } from '../../../shared/dates/time.ts'
import { LATE_REASON } from '../../../shared/placement/draft-words.ts'
import { ROLE_WORDS } from '../../../shared/words.ts'
import { inputs } from '../../../shared/wire/card-clicks.ts'
import type { Choice, Element, TextInput } from './card.ts'
import { choose, listed, notice, quiet, write } from './parts.ts'

export function timeChoices(label: string, offered: OfferedSlot[], n: number, chosen?: Instant): Element {
  const picked = offered.find(({ start }) => start === chosen) ?? offered[0]
  return choose(inputs.time(n), label, offered.map(choiceOf), picked?.start)
}

const choiceOf = (slot: OfferedSlot): Choice => ({
  value: slot.start,
  title: `${dayWords(londonDate(slot.start))} ${londonTime(slot.start)} – ${reasons(slot).join(' · ')}`,
})

/** By role: names are in Planning. */
export const rolesOf = (keys: PersonKey[]): string => listed([...new Set(keys.map((key) => ROLE_WORDS[roleOf(key)]))])

function reasons(slot: OfferedSlot): string[] {
  const { unknown, inTime, minimumHolds } = slot
  const missing = missingAt(slot)
  return [
    ...missing.map(
      ({ people, words, required }) =>
        `${rolesOf(people)} ${words}${required ? `, and ${people.length > 1 ? 'have' : 'has'} to come` : ' (not required)'}`,
    ),
    ...(unknown.length > 0 ? [unknown.length > 3 ? `${unknown.length} to ask` : `ask ${rolesOf(unknown)}`] : []),
    ...(missing.length > 0 ? [] : [unknown.length > 0 ? 'everyone else free' : 'everyone free']),
    ...considerationsAt(slot, rolesOf),
    ...(minimumHolds ? [] : ['below the minimum']),
    ...(inTime ? [] : ['LATE: after the last day, needs a reason']),
  ]
}

/** How many times are left, said louder when they run out. */
export function chancesLine(chances: Chances | null | undefined): Element[] {
  if (!chances) return []
  const words = chancesWords(chances)
  if (chances.left > FEW_CHANCES) return [quiet(words)]
  return [
    notice(
      chances.left === 0
        ? `${words} Below is what can be done.`
        : `${words} Choose one while there is one, or see how else it can be held.`,
      'attention',
    ),
  ]
}

/** Asked for beside times that are late; whoever picks one in time leaves it empty. */
export const lateReasonInput = (id: string, value?: string): TextInput =>
  write(id, LATE_REASON, { isMultiline: true, maxLength: 500, value })
