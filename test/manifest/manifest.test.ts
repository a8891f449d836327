import { describe, expect, test } from '@jest/globals'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { pack } from './pack.ts'
import { readPng } from './read-png.ts'
import { faultsOf, newestVersion } from './schema.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const HOST = 'planning.weaverham.gov.uk'
const CLIENT_ID = '5c1f0f6e-3f52-4d43-9a53-0c1c3a8c2b11'
const COUNCIL = { PUBLIC_URL: `https://${HOST}`, CLIENT_ID }

const { files, archive } = pack(COUNCIL)
const text = files.get('manifest.json')!.toString('utf8')
const manifest = z
  .looseObject({
    id: z.string(),
    version: z.string(),
    developer: z.record(z.string(), z.string()),
    icons: z.object({ color: z.string(), outline: z.string() }),
    staticTabs: z.array(
      z.object({
        entityId: z.string(),
        name: z.string(),
        contentUrl: z.string(),
        websiteUrl: z.string(),
        scopes: z.array(z.string()),
        context: z.array(z.string()),
      }),
    ),
    bots: z.array(z.looseObject({ botId: z.string(), scopes: z.array(z.string()) })),
    composeExtensions: z.array(z.object({ botId: z.string(), commands: z.array(z.looseObject({ id: z.string() })) })),
    validDomains: z.array(z.string()),
    webApplicationInfo: z.object({ id: z.string(), resource: z.string(), nestedAppAuthInfo: z.array(z.unknown()) }),
    authorization: z.object({
      permissions: z.object({ resourceSpecific: z.array(z.object({ name: z.string(), type: z.string() })) }),
    }),
  })
  .parse(JSON.parse(text))

describe('the package for Teams', () => {
  test('holds the manifest and its two icons, and nothing else', () => {
    expect([...files.keys()]).toEqual(['manifest.json', manifest.icons.color, manifest.icons.outline])
  })

  test('is the same, byte for byte, whenever it is made for the same council', () => {
    expect(pack(COUNCIL).archive.equals(archive)).toBe(true)
  })

  test('has the council in every place that was left open for it', () => {
    expect(text).not.toMatch(/\{\{|\}\}/)
    expect(manifest.id).toBe(CLIENT_ID)
  })

  test('carries the version of the app, so that Teams can tell an update', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
    expect(manifest.version).toBe(version)
  })

  test.each([
    ['without an address', { CLIENT_ID }, ['PUBLIC_URL']],
    ['with an address that is not encrypted', { ...COUNCIL, PUBLIC_URL: `http://${HOST}` }, ['PUBLIC_URL']],
    ['with a path behind the address', { ...COUNCIL, PUBLIC_URL: `https://${HOST}/tab` }, ['PUBLIC_URL']],
    ['with an app id that is none', { ...COUNCIL, CLIENT_ID: 'placement-planning' }, ['CLIENT_ID']],
    ['with nothing at all', {}, ['PUBLIC_URL', 'CLIENT_ID']],
  ])('is refused %s, and each variable at fault is named', (_, env, names) => {
    const { status, errors } = pack(env)
    expect(status).toBe(1)
    expect(
      errors
        .trim()
        .split('\n')
        .map((line) => line.split(':')[0]),
    ).toEqual(names)
  })
})

describe('the manifest', () => {
  test.each([['1.25'], [newestVersion()]])("keeps to Microsoft's schema %s", (version) => {
    expect(faultsOf(manifest, version)).toEqual([])
  })

  test('would be caught by that schema with a scope in the old spelling', () => {
    const [meetings, meeting] = manifest.staticTabs
    const old = { ...manifest, staticTabs: [meetings, { ...meeting, scopes: ['groupchat'] }] }
    expect(faultsOf(old, '1.25')).toEqual([expect.stringContaining('/staticTabs/1/scopes/0')])
  })

  test('means one app registration wherever it names an app', () => {
    const named = [
      ...manifest.bots.map(({ botId }) => botId),
      ...manifest.composeExtensions.map(({ botId }) => botId),
      manifest.webApplicationInfo.id,
    ]
    expect(new Set(named)).toEqual(new Set([manifest.id]))
  })

  test('gives no two tabs and no two commands the same id', () => {
    const tabs = manifest.staticTabs.map(({ entityId }) => entityId)
    const commands = manifest.composeExtensions.flatMap((one) => one.commands.map(({ id }) => id))
    expect(new Set(tabs).size).toBe(tabs.length)
    expect(new Set(commands).size).toBe(commands.length)
  })

  test("leads only to the app's own host, and allows no other", () => {
    const hosts = [...text.matchAll(/https?:\/\/([^/"]+)/g)].map(([, host]) => host)
    expect(manifest.validDomains).toEqual([HOST])
    expect(new Set(hosts)).toEqual(new Set([HOST, 'developer.microsoft.com'])) // the latter is the schema's
    expect(text).not.toContain('http://')
  })

  test('leads to pages that are there', () => {
    for (const { contentUrl, websiteUrl } of manifest.staticTabs)
      expect([contentUrl, websiteUrl]).toEqual([`https://${HOST}/tab/`, `https://${HOST}/tab/`])
    const { websiteUrl, privacyUrl, termsOfUseUrl } = manifest.developer
    for (const url of [websiteUrl, privacyUrl, termsOfUseUrl].map((one) => new URL(one!))) {
      const page = join(ROOT, 'tab/public', url.pathname.replace('/tab/', ''))
      expect([url.pathname, existsSync(page)]).toEqual([url.pathname, true])
      if (url.hash) expect(readFileSync(page, 'utf8')).toContain(`id="${url.hash.slice(1)}"`)
    }
  })

  test('asks for the one scope of the API, by its full name, under the address that Entra knows it by', () => {
    const api = `api://${HOST}/${CLIENT_ID}`
    expect(manifest.webApplicationInfo.resource).toBe(api)
    expect(manifest.webApplicationInfo.nestedAppAuthInfo).toEqual([
      { redirectUri: `brk-multihub://${HOST}`, scopes: [`${api}/access_as_user`] },
    ])
  })

  test('shows the planning tab before, beside and on the stage of a meeting, also where only a phone is at hand', () => {
    const meeting = manifest.staticTabs.find(({ entityId }) => entityId === 'meeting')!
    expect(meeting.scopes).toEqual(['groupChat'])
    // Phones need the details or the chat beside the side panel.
    expect(meeting.context).toEqual(['meetingDetailsTab', 'meetingChatTab', 'meetingSidePanel', 'meetingStage'])
  })

  test('offers planning a meeting from a message, and opens the dialog that the bot gives', () => {
    expect(manifest.composeExtensions[0]!.commands).toEqual([
      expect.objectContaining({
        id: 'planMeeting',
        type: 'action',
        title: 'Plan meeting from this',
        context: ['message', 'compose'],
        fetchTask: true,
      }),
    ])
  })
})

describe('what the app may do in a chat', () => {
  const asked = manifest.authorization.permissions.resourceSpecific
  const explanation = readFileSync(join(ROOT, 'manifest/README.md'), 'utf8')
  const [granted = '', leftOut = ''] = explanation.split('Left out on purpose')

  test.each(asked)('$name is known to Teams, and said why', ({ name, type }) => {
    expect(KNOWN[name]).toContain(type)
    expect(granted).toMatch(new RegExp(`\\| \`${name}\` +\\| ${type} +\\| \\w`))
    expect(leftOut).not.toContain(name)
  })

  test('nothing is explained that is not asked for', () => {
    expect([...granted.matchAll(/\| `(\w+\.\w[\w.]+)` /g)].map(([, name]) => name)).toEqual(
      asked.map(({ name }) => name),
    )
  })

  test('reading along in chats is not asked for', () => {
    expect(asked.map(({ name }) => name)).not.toContain('ChatMessage.Read.Chat')
  })
})

describe('the icons', () => {
  const color = readPng(files.get(manifest.icons.color)!)
  const outline = readPng(files.get(manifest.icons.outline)!)

  test('have the sizes that Teams asks for', () => {
    expect([color.width, color.height]).toEqual([192, 192])
    expect([outline.width, outline.height]).toEqual([32, 32])
  })

  test('fill the whole square in colour, and only draw white where Teams colours it itself', () => {
    expect(color.pixels.every(({ alpha }) => alpha === 255)).toBe(true)
    const drawn = outline.pixels.filter(({ alpha }) => alpha > 0)
    expect(drawn.length).toBeGreaterThan(100)
    expect(drawn.length).toBeLessThan(outline.pixels.length / 2)
    expect(drawn.every(({ red, green, blue }) => red === 255 && green === 255 && blue === 255)).toBe(true)
  })
})

/** Permissions for one chat or one person that Teams knows, and for whom. An invented name passes the schema. */
const KNOWN: Record<string, string[]> = {
  'ChatMember.Read.Chat': ['Application'],
  'ChatMessage.Read.Chat': ['Application'],
  'MailboxItem.Read.User': ['Delegated'],
  'MeetingStage.Write.Chat': ['Delegated'],
  'OnlineMeeting.ReadBasic.Chat': ['Application'],
  'OnlineMeetingNotification.Send.Chat': ['Application'],
  'OnlineMeetingParticipant.Read.Chat': ['Application', 'Delegated'],
  'TeamsActivity.Send.Chat': ['Application'],
  'TeamsActivity.Send.User': ['Application'],
  'TeamsTab.Create.Chat': ['Application'],
}
