/** How a file is read that may hold a confirmation, by the end of its name. */
export const FILE_KINDS = ['mail', 'json', 'text'] as const
export type FileKind = (typeof FILE_KINDS)[number]

export const fileKindOf = (name: string): FileKind =>
  /\.eml$/i.test(name) ? 'mail' : /\.json(?:ld)?$/i.test(name) ? 'json' : 'text'

/** Base64 makes a third more of it, which stays below the megabyte that a request may have. */
export const MOST_FILE_BYTES = 700_000
