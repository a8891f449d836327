/** Small pieces that every card is made of. Words of people's own go in through {@link plain}. */
import type {
  Action,
  ActionSet,
  Card,
  Choice,
  ChoiceInput,
  Column,
  ColumnSet,
  Container,
  Element,
  Execute,
  OpenUrl,
  PressData,
  TextBlock,
  TextInput,
  ToggleVisibility,
} from './card.ts'

export function card(fallbackText: string, body: Element[], actions: Action[] = []): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText,
    body,
    ...(actions.length > 0 && { actions }),
  }
}

/** All that is left of a card whose place another has taken. */
export const oneLine = (words: string): Card => card(words, [quiet(words)])

export const heading = (words: string): TextBlock => ({
  type: 'TextBlock',
  text: words,
  wrap: true,
  size: 'medium',
  weight: 'bolder',
  style: 'heading',
})
export const text = (words: string): TextBlock => ({ type: 'TextBlock', text: words, wrap: true })
export const quiet = (words: string): TextBlock => ({ ...text(words), isSubtle: true, size: 'small', spacing: 'small' })
export const strong = (words: string): TextBlock => ({ ...text(words), weight: 'bolder' })

/** Said first and set apart: what was wrong, what has changed, what to do. */
export const notice = (words: string, color: 'attention' | 'warning' | 'good' = 'warning'): Container => ({
  type: 'Container',
  style: 'emphasis',
  items: [{ ...text(words), color }],
})

const column = (width: Column['width'], ...items: Element[]): Column => ({
  type: 'Column',
  width,
  items,
  verticalContentAlignment: 'center',
})

/** A line with its label; `why` opens the working below it, in place. */
export function row(label: string, value: string, why?: { id: string; asks: string; lines: string[] }): Element[] {
  const said: Element[] = [quiet(label), { ...text(value), spacing: 'none' }]
  if (!why || why.lines.length === 0) return [{ type: 'Container', items: said, spacing: 'small' }]
  const line: ColumnSet = {
    type: 'ColumnSet',
    spacing: 'small',
    columns: [column('stretch', ...said), column('auto', { ...text(why.asks), color: 'accent' })],
    selectAction: toggle(why.asks, why.id),
  }
  return [line, folded(why.id, why.lines.map(quiet))]
}

/** Not shown until somebody asks for it. */
export const folded = (id: string, items: Element[]): Container => ({
  type: 'Container',
  id,
  isVisible: false,
  style: 'emphasis',
  items,
})

export const toggle = (title: string, ...targetElements: string[]): ToggleVisibility => ({
  type: 'Action.ToggleVisibility',
  title,
  targetElements,
})
export const link = (title: string, url: string): OpenUrl => ({ type: 'Action.OpenUrl', title, url })
export const buttons = (...actions: Action[]): ActionSet => ({ type: 'ActionSet', actions })

/** A press that works in every client: older ones send the same data as a message. One on a card may be `primary`. */
export function press(
  title: string,
  verb: string,
  data: PressData,
  { withInputs = true, primary = false }: { withInputs?: boolean; primary?: boolean } = {},
): Execute {
  const pressed = {
    title,
    data: { ...data, verb },
    ...(primary && { style: 'positive' as const }),
    ...(!withInputs && { associatedInputs: 'none' as const }),
  }
  return { type: 'Action.Execute', verb, ...pressed, fallback: { type: 'Action.Submit', ...pressed } }
}

export const choose = (id: string, label: string, choices: Choice[], value?: string): ChoiceInput => ({
  type: 'Input.ChoiceSet',
  id,
  label,
  style: 'expanded',
  wrap: true,
  choices,
  ...(value !== undefined && { value }),
})

export const write = (id: string, label: string, options: Partial<Omit<TextInput, 'type' | 'id'>> = {}): TextInput => ({
  type: 'Input.Text',
  id,
  label,
  maxLength: 300,
  ...options,
})

/**
 * Somebody's own words inside a text that is read as Markdown: nothing in them becomes a link, a heading or bold, and
 * nothing looks like one of the card's own commands.
 */
export const plain = (words: string, most = 200): string =>
  shortened(words, most)
    .replace(/[\\`*_[\]<>~#|]/g, '\\$&')
    .replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1')
    .replace(/\{\{|\$\{/g, (braces) => `${braces[0]} {`)

/** The same for places that show text as it is, such as choices. */
export const shortened = (words: string, most = 200): string => {
  const single = words.replace(/\p{Cc}+|\s+/gu, ' ').trim()
  return single.length > most ? `${single.slice(0, most - 1).trimEnd()}…` : single
}

/** `one`, `one and two`, `one, two and three`. */
export const listed = (words: string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
