/** What a browser may do with our pages: be framed by Teams and Outlook alone, and talk to us and Microsoft's sign-in. */
import type { RequestHandler } from 'express'

/** The hosts that show a tab (T8). */
export const TEAMS_AND_OUTLOOK = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
]

/** Where Teams' fonts are, and what teams-js knows of its hosts. */
const OFFICE_FILES = 'https://res.cdn.office.net'

/** Without outside hosts, as in the local workplace, nothing outside is asked for either: teams-js would ask Microsoft. */
export function securityHeaders(frameAncestors: string[]): RequestHandler {
  const [fonts, services] =
    frameAncestors.length === 0 ? ['', ''] : [` ${OFFICE_FILES}`, ` https://login.microsoftonline.com ${OFFICE_FILES}`]
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    // Fluent UI writes its styles at run time.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `font-src 'self'${fonts} data:`,
    `connect-src 'self'${services}`,
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${["'self'", ...frameAncestors].join(' ')}`,
  ].join('; ')
  return (_request, response, next) => {
    response.setHeader('Content-Security-Policy', policy)
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Referrer-Policy', 'no-referrer')
    response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()')
    next()
  }
}
