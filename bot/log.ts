/** One structured line per click, request or job, with ids only: no name, no free text, no token ever goes in (P-57). */
export type Log = {
  info(what: string, detail?: LogDetail): void
  warn(what: string, detail?: LogDetail): void
  error(what: string, detail?: LogDetail): void
}

export type LogDetail = Record<string, string | number | boolean | null | undefined>

type Level = 'info' | 'warn' | 'error'

/** Writes each line as JSON; `at` is the moment that the app's clock shows. */
export function jsonLog(write: (line: string) => void, at: () => string): Log {
  const line =
    (level: Level) =>
    (what: string, detail: LogDetail = {}) =>
      write(JSON.stringify({ at: at(), level, what, ...detail }))
  return { info: line('info'), warn: line('warn'), error: line('error') }
}

/** An error's kind and place, without its message: messages of libraries may repeat what they were given. */
export const errorDetail = (error: unknown): LogDetail =>
  error instanceof Error
    ? {
        error: error.name,
        where:
          error.stack
            ?.split('\n')[1]
            ?.trim()
            .replace(/\(?file:.*\//, '(') ?? null,
      }
    : { error: typeof error }

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} }
