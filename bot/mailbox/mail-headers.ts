/** What the headers of a mail say of its sender, before anything of the mail itself is read. */
import type { Mail } from '../../shared/intake/read-mail.ts'

export type Header = { name: string; value: string }

export function headersRead(headers: Header[]): Pick<Mail, 'checks' | 'automatic' | 'internal'> {
  const values = (name: string) =>
    headers.filter((header) => header.name.toLowerCase() === name).map(({ value }) => value)
  return {
    checks: [...values('authentication-results'), ...values('received-spf').map((value) => `spf=${value}`)],
    automatic:
      values('auto-submitted').some((value) => !/^\s*no\b/i.test(value)) ||
      MACHINES.some((name) => values(name).length > 0) ||
      values('content-type').some((value) => /^\s*multipart\/report\b/i.test(value)) ||
      values('return-path').some((value) => /^\s*<\s*>\s*$/.test(value)),
    // Exchange takes this mark off whatever comes in from outside.
    ...(values('x-ms-exchange-organization-authas').some((value) => /^\s*internal\s*$/i.test(value)) && {
      internal: true as const,
    }),
  }
}

/** Headers that only automatic replies and reports of failed delivery have. */
const MACHINES = ['x-autoreply', 'x-autorespond', 'x-ms-exchange-message-is-ndr', 'x-failed-recipients']
