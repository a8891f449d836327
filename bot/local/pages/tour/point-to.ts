/** Points to a part of the window for a moment: brings it into view, moves the focus there, draws a line round it. */
const SHOWN_MS = 2_500

export function pointTo(name: string): void {
  // The door may have to open first.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const part = document.querySelector<HTMLElement>(`[data-tour="${name}"]`)
      if (!part) return
      part.scrollIntoView({ block: 'nearest' })
      part.focus({ preventScroll: true })
      part.classList.add('tour-here')
      setTimeout(() => part.classList.remove('tour-here'), SHOWN_MS)
    }),
  )
}
