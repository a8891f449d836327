/** The Teams link of an online meeting, and the block that Outlook puts under the words of the invitation. */
import { meetingThreadOf } from '../ids.ts'
import { findMember } from '../people/directory.ts'
import type { Tenant } from '../tenant.ts'

export function makeJoinUrl(tenant: Tenant, organiser: string, seed: string): string {
  const context = JSON.stringify({ Tid: tenant.id, Oid: findMember(organiser)?.objectId })
  return `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(meetingThreadOf(seed))}/0?context=${encodeURIComponent(context)}`
}

/** The chat that belongs to the meeting behind a link. */
export const threadIn = (joinUrl: string): string =>
  decodeURIComponent(joinUrl.split('/l/meetup-join/')[1]?.split('/')[0] ?? '')

const LINE = '________________________________________________________________________________'

export const withJoinBlock = (html: string, joinUrl: string): string =>
  intoBody(
    html,
    `<br><div style="width:100%"><span style="white-space:nowrap; color:#5F5F5F; opacity:.36">${LINE}</span></div>` +
      '<div class="me-email-text" lang="en-GB" style="color:#252424; font-family:\'Segoe UI\',\'Helvetica Neue\',Helvetica,Arial,sans-serif">' +
      '<div style="margin-top:24px; margin-bottom:20px"><span style="font-size:24px; color:#252424">Microsoft Teams meeting</span></div>' +
      `<div><a class="me-email-headline" id="meetJoinButton" href="${joinUrl.replaceAll('&', '&amp;')}" target="_blank" rel="noreferrer noopener">Join the meeting now</a></div>` +
      `</div><div style="width:100%"><span style="white-space:nowrap; color:#5F5F5F; opacity:.36">${LINE}</span></div>`,
  )

/** An invitation keeps its online meeting only as long as the link is in its words. */
export const hasJoinBlock = (html: string, joinUrl: string): boolean =>
  html.includes(joinUrl) || html.includes(joinUrl.replaceAll('&', '&amp;'))

const intoBody = (html: string, block: string): string =>
  html.includes('</body>') ? html.replace('</body>', `${block}</body>`) : `${html}${block}`
