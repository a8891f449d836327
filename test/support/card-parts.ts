/** What is in a card: its buttons, its inputs, its words. */
import type { Action, Card, Execute, Input } from '../../bot/chat/cards/card.ts'

/** Everything inside a card, from the outside in; what a client falls back on is not part of it. */
function partsIn(part: unknown): Record<string, unknown>[] {
  if (Array.isArray(part)) return part.flatMap(partsIn)
  if (typeof part !== 'object' || part === null) return []
  const inside = Object.entries(part).flatMap(([key, value]) => (key === 'fallback' ? [] : partsIn(value)))
  return [part as Record<string, unknown>, ...inside]
}
const startsWith = (start: string) => (part: Record<string, unknown>) =>
  typeof part['type'] === 'string' && part['type'].startsWith(start)

export const actionsIn = (card: unknown) => partsIn(card).filter(startsWith('Action.')) as unknown as Action[]
export const inputsIn = (card: unknown) => partsIn(card).filter(startsWith('Input.')) as unknown as Input[]
export const verbsIn = (card: unknown): string[] =>
  actionsIn(card).flatMap((action) => (action.type === 'Action.Execute' ? [action.verb] : []))

export function buttonOn(card: unknown, title: string): Execute {
  const buttons = actionsIn(card).filter((action) => action.type === 'Action.Execute')
  const found = buttons.find((button) => button.title === title)
  if (!found) throw new Error(`No button "${title}" but ${buttons.map((button) => button.title).join(', ')}`)
  return found
}

export const defaultsIn = (card: Card): Record<string, string> =>
  Object.fromEntries(inputsIn(card).map(({ id, value }) => [id, value ?? '']))

const SAID = ['text', 'title', 'label', 'placeholder', 'value', 'errorMessage', 'fallbackText']

/** All the words that a reader of the card sees or can unfold. */
export const wordsIn = (card: unknown): string =>
  partsIn(card)
    .flatMap((part) => SAID.map((key) => part[key]))
    .filter((said) => typeof said === 'string')
    .join('\n')
