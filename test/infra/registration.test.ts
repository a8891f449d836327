import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FOLDER } from './infra-files.ts'

const source = (path: string) => readFileSync(join(FOLDER, '..', path), 'utf8')
const readme = source('infra/README.md')
const [, registration = ''] = readme.split(/^## 2\. /m)

describe('the app registration that the administrator makes', () => {
  test('has the redirect addresses that the tab signs people in at', () => {
    const tab = source('tab/sign-in-entra.ts')
    const [, window] = /SIGN_IN_WINDOW = '([^']+)'/.exec(tab)!
    const [, page] = /`\$\{page\.location\.origin\}(\/[^`$]+)`/.exec(tab)!
    const registered = [...registration.split(/^4\. /m)[0]!.matchAll(/`(https:\/\/HOST[^`]*)`/g)].map(([, uri]) => uri)
    expect(registered).toEqual([`https://HOST${page}`, `https://HOST${window}`])
    expect(registration).toContain('`brk-multihub://HOST`')
  })

  test('has the scope that the API asks for, under the address that the manifest gives', () => {
    const [, scope] = /const SCOPE = '(\w+)'/.exec(source('bot/http/sign-in.ts'))!
    expect(registration).toContain(`Add a scope \`${scope}\``)
    expect(registration).toContain('`api://HOST/CLIENT_ID`')
  })

  test('lets Teams and Outlook ask for it, on every kind of device', () => {
    expect(registration).toContain('Authorised client applications')
    for (const client of TEAMS_AND_OUTLOOK) expect(registration).toContain(`\`${client}\``)
  })
})

const TEAMS_AND_OUTLOOK = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3',
  '4765445b-32c6-49b0-83e6-1d93765276ca',
  '0ec893e0-5785-4de6-99da-4ed124e5296c',
]
