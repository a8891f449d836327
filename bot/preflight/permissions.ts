/**
 * What the app asks of Microsoft Graph, and the feature behind each: the table of the set-up guide as data. Mail and
 * calendars are given in Exchange alone, where they can be limited to named mailboxes; a consent in Entra opens every
 * mailbox, and the two add up.
 */
import type { GivenIn } from '../../shared/preflight.ts'

export type Permission = { name: string; givenIn: GivenIn; feature: string; howToGive: string }

const inEntra = (name: string) =>
  `In Entra, give the app the application permission ${name} and grant admin consent (set-up guide, section 2).`
const inExchange = (name: string, scope: string) =>
  `In Exchange, assign the role "Application ${name}" with the scope "${scope}" (set-up guide, section 3). The app notices after 30 minutes to two hours.`

const CALENDARS = 'Placement planning calendars'
const MAILBOX = 'Placement planning mailbox'

export const PERMISSIONS = {
  directory: {
    name: 'User.Read.All',
    givenIn: 'Entra',
    feature:
      'Knowing who somebody is, what their job title says they do, and whether an address is inside the council.',
    howToGive: inEntra('User.Read.All'),
  },
  install: {
    name: 'TeamsAppInstallation.ReadWriteSelfForUser.All',
    givenIn: 'Entra',
    feature: 'Putting the app in front of somebody whom it has to remind and who never opened it.',
    howToGive: inEntra('TeamsAppInstallation.ReadWriteSelfForUser.All'),
  },
  video: {
    name: 'OnlineMeetings.ReadWrite.All',
    givenIn: 'Entra',
    feature: 'Keeping guests in the lobby, recording and transcripts off; letting convenor and chair admit people.',
    howToGive: `${inEntra('OnlineMeetings.ReadWrite.All')} In Teams, grant the application access policy to the mailbox (section 3).`,
  },
  calendars: {
    name: 'Calendars.ReadWrite',
    givenIn: 'Exchange',
    feature:
      'Finding times, and holding them while people outside are asked; booking, moving and cancelling meetings; seeing who has accepted.',
    howToGive: inExchange('Calendars.ReadWrite', CALENDARS),
  },
  letters: {
    name: 'Mail.ReadWrite',
    givenIn: 'Exchange',
    feature: 'Writing a letter as a draft first, so that after a fault the app can see whether it went.',
    howToGive: inExchange('Mail.ReadWrite', MAILBOX),
  },
  confirmations: {
    name: 'Mail.Read',
    givenIn: 'Exchange',
    feature: 'Reading the placement confirmations that come in by e-mail, where there is a mailbox for them.',
    howToGive: inExchange('Mail.Read', 'Placement confirmations'),
  },
  sending: {
    name: 'Mail.Send',
    givenIn: 'Exchange',
    feature: 'Letters to people outside, and reminders to whoever cannot be reached in Teams.',
    howToGive: inExchange('Mail.Send', MAILBOX),
  },
} as const satisfies Record<string, Permission>

/** What a token of the app may say. Anything about mail or calendars in it was consented to in Entra, for everybody. */
export const CONSENTED: string[] = Object.values(PERMISSIONS)
  .filter(({ givenIn }) => givenIn === 'Entra')
  .map(({ name }) => name)

/** Opens every mailbox of the council when it stands in a token. */
export const opensMailboxes = (role: string): boolean =>
  /^(?:Calendars|Mail|MailboxSettings|Contacts|Tasks|full_access)/i.test(role)
