/** Reads the invitation in a calendar file (RFC 5545) well enough to show what it says. */
import { londonTime, momentWords, readInstant, type Instant } from '../../../../shared/dates/time.ts'

export type CalendarFact = { label: string; value: string }

type Line = { name: string; parameters: string; value: string }

const METHOD_WORDS: Record<string, string> = {
  REQUEST: 'Invitation, or a change of one',
  CANCEL: 'Cancellation',
  REPLY: 'Answer',
}

export function calendarFacts(file: string): CalendarFact[] {
  const lines = contentLines(file)
  const first = (name: string) => lines.find((line) => line.name === name)
  const fact = (label: string, value: string | undefined) => (value ? [{ label, value }] : [])
  return [
    ...fact('What', METHOD_WORDS[first('METHOD')?.value ?? '']),
    ...fact('Subject', first('SUMMARY')?.value),
    ...fact('Begins', momentOf(first('DTSTART'))),
    ...fact('Ends', momentOf(first('DTEND'))),
    ...fact('Where', first('LOCATION')?.value),
    ...fact('Organiser', first('ORGANIZER') && personOf(first('ORGANIZER')!)),
    ...fact(
      'Invited',
      lines
        .filter(({ name }) => name === 'ATTENDEE')
        .map(personOf)
        .join('; '),
    ),
    ...fact('Who may see it', first('CLASS')?.value === 'PRIVATE' ? 'Private' : undefined),
    ...fact('Words', first('DESCRIPTION')?.value),
    ...fact('Version', first('SEQUENCE')?.value),
  ]
}

/** When it is, as a mail program shows it above the words. */
export function calendarTimes(file: string): string | undefined {
  const lines = contentLines(file)
  const [start, end] = ['DTSTART', 'DTEND'].map((name) => instantOf(lines.find((line) => line.name === name)))
  return start && end ? `${momentWords(start)} to ${londonTime(end)}` : undefined
}

/** Long lines are folded: what begins with a blank belongs to the line before. */
function contentLines(file: string): Line[] {
  return file
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, name, parameters, value] = /^([A-Z-]+)((?:;(?:[^":;]|"[^"]*")*)*):(.*)$/i.exec(line) ?? []
      return name ? [{ name: name.toUpperCase(), parameters: parameters ?? '', value: unescaped(value ?? '') }] : []
    })
}

const unescaped = (value: string) =>
  value.replace(/\\([nN,;\\])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark))

function personOf({ parameters, value }: Line): string {
  const name = /;CN="?([^";]+)"?/i.exec(parameters)?.[1]
  const email = value.replace(/^mailto:/i, '')
  return name && name !== email ? `${name} (${email})` : email
}

function momentOf(line: Line | undefined): string | undefined {
  const read = instantOf(line)
  return read ? momentWords(read) : line?.value
}

function instantOf(line: Line | undefined): Instant | null {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(line?.value ?? '') ?? []
  return y ? readInstant(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`) : null
}
