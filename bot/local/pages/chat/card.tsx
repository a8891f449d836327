/** An Adaptive Card, drawn by Microsoft's own renderer. */
import './card.css'
import {
  AdaptiveCard,
  ColumnSet,
  ExecuteAction,
  HostConfig,
  OpenUrlAction,
  SubmitAction,
  ToggleVisibilityAction,
  type Action,
  type CardElement,
} from 'adaptivecards'
import { useEffect, useRef } from 'react'
import type { PressedAction } from './chat-api.ts'
import { CARD_LOOKS } from './card-looks.ts'
import { markdownHtml } from './markdown.ts'

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownHtml(text)
  result.didProcess = true
}

type CardProps = {
  content: unknown
  onPress: (action: PressedAction) => void
  onOpen: (url: string) => void
  /** While an answer is awaited nothing can be pressed twice. */
  busy: boolean
}

export function Card({ content, onPress, onOpen, busy }: CardProps) {
  const place = useRef<HTMLDivElement>(null)
  const handlers = useRef({ onPress, onOpen })
  useEffect(() => {
    handlers.current = { onPress, onOpen }
  })
  const drawn = JSON.stringify(content)
  useEffect(() => {
    const box = place.current
    if (!box) return
    const element = draw(JSON.parse(drawn), (action) => {
      if (action instanceof OpenUrlAction) handlers.current.onOpen(action.url ?? '')
      else if (isPressed(action)) handlers.current.onPress(pressedAction(action))
    })
    box.replaceChildren(...(element ? [element] : []))
  }, [drawn])
  return <div ref={place} className="teams-card" inert={busy} aria-busy={busy} />
}

function draw(content: unknown, onAction: (action: Action) => void): HTMLElement | undefined {
  const card = new AdaptiveCard()
  card.hostConfig = new HostConfig(CARD_LOOKS)
  card.onExecuteAction = onAction
  card.onAnchorClicked = (_, anchor) => {
    const open = new OpenUrlAction()
    open.url = anchor.href
    onAction(open)
    return true // it has been seen to
  }
  card.parse(content)
  const drawn = card.render()
  // A row that can be pressed is named by its own words; the renderer would name it by its action alone.
  for (const row of drawn?.querySelectorAll('.ac-selectable[role="button"]') ?? []) row.removeAttribute('aria-label')
  for (let n = 0; n < card.getItemCount(); n += 1) sayWhatItUnfolds(card.getItemAt(n))
  if (drawn) sayOnButtons(drawn)
  card.onElementVisibilityChanged = () => queueMicrotask(() => drawn && sayOnButtons(drawn))
  return drawn
}

/** The renderer does so for buttons, and not for rows that can be pressed. */
function sayWhatItUnfolds(item: CardElement) {
  const action = item instanceof ColumnSet ? item.selectAction : undefined
  if (!(action instanceof ToggleVisibilityAction)) return
  item.renderedElement?.setAttribute('aria-controls', Object.keys(action.targetElements).join(' '))
}

/** The renderer says of a part that it is unfolded, where nobody hears it: it is for the button that unfolds it to say. */
function sayOnButtons(drawn: HTMLElement) {
  for (const part of drawn.querySelectorAll('.ac-container[aria-expanded]')) part.removeAttribute('aria-expanded')
  for (const button of drawn.querySelectorAll('[aria-controls]')) {
    const parts = button.getAttribute('aria-controls')?.split(' ') ?? []
    const isOpen = parts.some((id) => drawn.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.style.display !== 'none')
    button.setAttribute('aria-expanded', String(isOpen))
  }
}

const isPressed = (action: Action): action is ExecuteAction | SubmitAction =>
  action instanceof ExecuteAction || action instanceof SubmitAction

const pressedAction = (action: ExecuteAction | SubmitAction): PressedAction => ({
  type: action instanceof ExecuteAction ? 'Action.Execute' : 'Action.Submit',
  ...(action.id && { id: action.id }),
  ...(action.title && { title: action.title }),
  ...(action instanceof ExecuteAction && { verb: action.verb }),
  data: action.data ?? {},
})
