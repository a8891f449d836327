/**
 * The parts of Adaptive Cards 1.5 that Teams draws everywhere, on phones too. What is not listed here is not used:
 * no pictures from elsewhere, no elements of later versions, no colours of buttons.
 */
export type Card = {
  type: 'AdaptiveCard'
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json'
  version: '1.5'
  fallbackText: string
  body: Element[]
  actions?: Action[]
  /** Asked for by Teams itself, when somebody looks at the card and it is a minute old. */
  refresh?: { action: Execute }
}

type Placed = { id?: string; isVisible?: boolean; spacing?: 'none' | 'small' | 'medium' | 'large'; separator?: boolean }

export type TextBlock = Placed & {
  type: 'TextBlock'
  text: string
  wrap: true
  size?: 'small' | 'medium' | 'large'
  weight?: 'bolder'
  color?: 'accent' | 'good' | 'warning' | 'attention'
  isSubtle?: boolean
  style?: 'heading'
}
export type Container = Placed & { type: 'Container'; items: Element[]; style?: 'emphasis' }
export type Column = Placed & {
  type: 'Column'
  width: 'auto' | 'stretch'
  items: Element[]
  verticalContentAlignment?: 'center'
}
export type ColumnSet = Placed & { type: 'ColumnSet'; columns: Column[]; selectAction?: Action }
export type FactSet = Placed & { type: 'FactSet'; facts: { title: string; value: string }[] }
export type ActionSet = Placed & { type: 'ActionSet'; actions: Action[] }

export type Choice = { title: string; value: string }
type Labelled = Placed & { id: string; label: string; isRequired?: boolean; errorMessage?: string; value?: string }
export type TextInput = Labelled & {
  type: 'Input.Text'
  isMultiline?: boolean
  maxLength: number
  placeholder?: string
  style?: 'text' | 'email'
}
export type ChoiceInput = Labelled & {
  type: 'Input.ChoiceSet'
  style: 'expanded' | 'compact'
  choices: Choice[]
  wrap: true
}
export type DateInput = Labelled & { type: 'Input.Date'; min?: string; max?: string }
export type TimeInput = Labelled & { type: 'Input.Time' }
export type Input = TextInput | ChoiceInput | DateInput | TimeInput

export type Element = TextBlock | Container | ColumnSet | FactSet | ActionSet | Input

/** What goes back with a press, beside what the inputs hold. */
export type PressData = Record<string, string | number>

type Pressed = { title: string; tooltip?: string; style?: 'positive'; associatedInputs?: 'auto' | 'none' }
export type Submit = Pressed & { type: 'Action.Submit'; data: PressData }
export type Execute = Pressed & { type: 'Action.Execute'; verb: string; data: PressData; fallback: Submit }
export type ToggleVisibility = { type: 'Action.ToggleVisibility'; title: string; targetElements: string[] }
export type OpenUrl = { type: 'Action.OpenUrl'; title: string; url: string }
export type Action = Execute | ToggleVisibility | OpenUrl

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive'
