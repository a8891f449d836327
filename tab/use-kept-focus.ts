/**
 * Whoever works by keyboard stays where they are when what they stood on goes: a button that has done its work, or an
 * entry that somebody else has struck out. A browser would forget the place and begin again at the top of the page.
 */
import { useEffect, useRef, type RefObject } from 'react'

/** For the part of the page within which the place is kept. */
export function useKeptFocus<Area extends HTMLElement>(): RefObject<Area | null> {
  const area = useRef<Area>(null)
  useEffect(() => (area.current ? keepFocusIn(area.current) : undefined), [])
  return area
}

const CONTROLS = 'button, [href], input, select, textarea, [tabindex]:not([data-tabster-dummy])'

function keepFocusIn(area: HTMLElement): () => void {
  let held: Node | null = null
  const taken = ({ target }: FocusEvent) => (held = target as Node)
  // Who presses somewhere else lets go of where they were.
  const letGo = () => (held = null)
  const watch = new MutationObserver((changes) => {
    const { body, activeElement } = document
    if (!held || held.isConnected || (activeElement && activeElement !== body)) return
    const place = placeOf(held, changes)
    held = null
    if (place) controlNear(place, area)?.focus()
  })
  watch.observe(area, { childList: true, subtree: true })
  area.addEventListener('focusin', taken)
  document.addEventListener('pointerdown', letGo, { capture: true })
  return () => {
    watch.disconnect()
    area.removeEventListener('focusin', taken)
    document.removeEventListener('pointerdown', letGo, { capture: true })
  }
}

/** Where something stood that is gone now, and perhaps what it stood in. */
function placeOf(gone: Node, changes: MutationRecord[]): MutationRecord | null {
  let place: MutationRecord | null = null
  let lost = gone
  for (const change of changes) {
    if (![...change.removedNodes].some((node) => node.contains(lost))) continue
    place = change
    lost = change.target
  }
  return place
}

/** The control that follows on the place, or the last before it, in the smallest part of the page that has one. */
function controlNear({ target, previousSibling: before }: MutationRecord, area: HTMLElement): HTMLElement | null {
  for (let part = target as Element | null; part && area.contains(part); part = part.parentElement) {
    const controls = [...part.querySelectorAll<HTMLElement>(CONTROLS)].filter(mayHold)
    const next = controls.find((control) => !before || follows(before, control)) ?? controls.at(-1)
    if (next) return next
  }
  return null
}

const follows = (before: Node, control: Node) =>
  !before.contains(control) && (before.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0

/** A field to type in would bring up the keyboard of a tablet, which covers half of the page. */
const mayHold = (control: HTMLElement) =>
  !control.matches(':disabled, [tabindex="-1"]') &&
  !(control.matches('textarea, input') && window.matchMedia('(pointer: coarse)').matches)
