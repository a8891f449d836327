/**
 * A text that could not be sent yet is kept for as long as this window is open, so that loading the page again loses
 * nothing; and no longer, since it is about a child. A frame may have no storage: then the page alone has it.
 */
const keyOf = (person: string) => `placement-planning.unsent/${person.toLowerCase()}`

export function unsentText(person: string): string {
  try {
    return window.sessionStorage.getItem(keyOf(person)) ?? ''
  } catch {
    return ''
  }
}

/** Nothing is kept of an empty one. */
export function keepUnsent(person: string, text: string): void {
  try {
    if (text === '') window.sessionStorage.removeItem(keyOf(person))
    else window.sessionStorage.setItem(keyOf(person), text)
  } catch (fault) {
    console.warn('The text is on this page alone', fault instanceof Error ? fault.name : fault)
  }
}
