/** Times to choose from, each with what speaks for and against it. An unknown diary is somebody to ask, never free. */
import { roleOf } from '../../../shared/placement.ts'
import type { OfferedSlot } from '../../../shared/planning-meeting.ts'
import { dayWords, londonDate, londonTime, type Instant } from '../../../shared/time.ts'
import { ROLE_WORDS } from '../../../shared/words.ts'
import { inputs } from '../../../shared/wire/card-clicks.ts'
import type { Choice, Element, TextInput } from './card.ts'
import { choose, listed, write } from './parts.ts'

export function timeChoices(label: string, offered: OfferedSlot[], n: number, chosen?: Instant): Element {
  const picked = offered.find(({ start }) => start === chosen) ?? offered[0]
  return choose(inputs.time(n), label, offered.map(choiceOf), picked?.start)
}

const choiceOf = (slot: OfferedSlot): Choice => ({
  value: slot.start,
  title: `${dayWords(londonDate(slot.start))} ${londonTime(slot.start)} – ${reasons(slot).join(' · ')}`,
})

function reasons({ busy, optionalBusy, unknown, inTime, minimumHolds }: OfferedSlot): string[] {
  const roles = (keys: OfferedSlot['busy']) => listed([...new Set(keys.map((key) => ROLE_WORDS[roleOf(key)]))])
  return [
    ...(busy.length > 0 ? [`${roles(busy)} busy, and has to come`] : []),
    ...(optionalBusy.length > 0 ? [`${roles(optionalBusy)} busy (not required)`] : []),
    ...(unknown.length > 0 ? [unknown.length > 3 ? `${unknown.length} to ask` : `ask ${roles(unknown)}`] : []),
    ...(busy.length + optionalBusy.length > 0 ? [] : [unknown.length > 0 ? 'everyone else free' : 'everyone free']),
    ...(minimumHolds ? [] : ['below the minimum']),
    ...(inTime ? [] : ['LATE: after the last day, needs a reason']),
  ]
}

/** Asked for beside times that are late; whoever picks one in time leaves it empty. */
export const lateReasonInput = (id: string, value?: string): TextInput =>
  write(id, 'If you choose a late time: why can it not be held in time?', { isMultiline: true, maxLength: 500, value })
