import { describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PERMISSIONS } from '../../bot/preflight/permissions.ts'
import { FOLDER } from './infra-files.ts'

const GRAPH = join(FOLDER, '..', 'bot', 'graph')
const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8')

/** The permissions that the administrator is asked for, each with the feature that needs it. */
const asked = [...readme.matchAll(/^\| `([\w.]+)` +\| (?:Entra|Exchange), [^|]+\| [^|]+\| ([^|]{10,})\|$/gm)].map(
  ([, name]) => name!,
)
const calls = [...new Set(readdirSync(GRAPH).flatMap((name) => callsIn(readFileSync(join(GRAPH, name), 'utf8'))))]

describe('the permissions that an administrator is asked for', () => {
  test('are asked for once each', () => {
    expect(asked.length).toBeGreaterThan(0)
    expect(new Set(asked).size).toBe(asked.length)
  })

  test('are those that the preflight tries, given in the same place', () => {
    const listed = [...readme.matchAll(/^\| `([\w.]+)` +\| (Entra|Exchange), /gm)].map(([, name, where]) => [
      name,
      where,
    ])
    const tried = Object.values(PERMISSIONS).map(({ name, givenIn }) => [name, givenIn])
    expect(tried.sort()).toEqual(listed.sort())
  })

  test.each(calls)('cover what the app calls: %s', (call) => {
    expect(permissionFor(call)).toBeDefined()
    expect(asked).toContain(permissionFor(call))
  })

  test.each(asked)('%s is used', (name) => {
    expect(calls.map(permissionFor)).toContain(name)
  })

  test.each(asked.filter((name) => /^(Calendars|Mail)\./.test(name)))(
    '%s is limited to named mailboxes, in Exchange and not in Entra',
    (name) => {
      expect(readme).toMatch(new RegExp(`^\\| \`${name}\` +\\| Exchange, `, 'm'))
      expect(readme).toMatch(
        new RegExp(`^New-ManagementRoleAssignment .*-Role 'Application ${name}' -CustomResourceScope '.+'$`, 'm'),
      )
    },
  )
})

// Paths such as users/*/events, from the arrays that calls to Graph are written with.
function callsIn(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
  return [...code.matchAll(/\[('(?:users|subscriptions|appCatalogs|places|chats|communications)'[^\]]*)\]/g)].map(
    ([, path]) =>
      path!
        .split(',')
        .map((segment) => segment.trim())
        .map((segment) => (segment.startsWith("'") ? segment.slice(1, -1) : '*'))
        .join('/'),
  )
}

/** The least that each call needs, from Microsoft's reference. */
function permissionFor(call: string): string | undefined {
  return LEAST.find(([path]) => path.test(call))?.[1]
}

const LEAST: [RegExp, string][] = [
  [/^users(\/\*)?$/, 'User.Read.All'],
  [/^users\/\*\/(calendar|events|calendarView)(\/|$)/, 'Calendars.ReadWrite'],
  [/^users\/\*\/(messages\/\*\/send|sendMail)$/, 'Mail.Send'],
  [/^users\/\*\/(mailFolders|messages\/\*\/attachments)(\/|$)/, 'Mail.Read'],
  [/^users\/\*\/messages(\/|$)/, 'Mail.ReadWrite'],
  [/^users\/\*\/mailboxSettings$/, 'MailboxSettings.Read'],
  [/^users\/\*\/teamwork(\/|$)/, 'TeamsAppInstallation.ReadWriteSelfForUser.All'],
  [/^users\/\*\/onlineMeetings(\/|$)/, 'OnlineMeetings.ReadWrite.All'],
  [/^appCatalogs\//, 'AppCatalog.Read.All'],
  [/^places(\/|$)/, 'Place.Read.All'],
  // Watching needs no more than reading what is watched.
  [/^subscriptions(\/|$)/, 'Calendars.ReadWrite'],
]
