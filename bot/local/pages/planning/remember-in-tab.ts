/**
 * Signs the tab in as whoever one is here. In the local workplace the tab asks which of its people somebody is, and
 * remembers it for its window under this name; the frame shares our window's memory, so it need not ask.
 */
const REMEMBERED_AS = 'placement-planning.who'

export const rememberInTab = (email: string): void => window.sessionStorage.setItem(REMEMBERED_AS, email)
