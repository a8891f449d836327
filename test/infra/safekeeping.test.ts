import { describe, expect, test } from '@jest/globals'
import { file, main, settings, valueAt } from './infra-files.ts'
import { at, declaration, declared, descendants, namesIn, plain } from './read-bicep.ts'

describe('what is kept from prying eyes', () => {
  test('the app speaks HTTPS alone, and is published to by signed-in people alone', () => {
    expect(valueAt('app.bicep', 'site', 'properties.httpsOnly')).toBe('true')
    expect(valueAt('app.bicep', 'site', 'properties.siteConfig.minTlsVersion')).toBe('1.2')
    expect(valueAt('app.bicep', 'site', 'properties.siteConfig.ftpsState')).toBe('Disabled')
    for (const policy of ['ftpPassword', 'scmPassword'])
      expect(valueAt('app.bicep', policy, 'properties.allow')).toBe('false')
  })

  test('database and vault are not to be reached from the internet', () => {
    expect(valueAt('database.bicep', 'server', 'properties.network.publicNetworkAccess')).toBe('Disabled')
    expect(valueAt('vault.bicep', 'vault', 'properties.publicNetworkAccess')).toBe('Disabled')
    expect(valueAt('vault.bicep', 'vault', 'properties.networkAcls.defaultAction')).toBe('Deny')
  })

  test('the app knows the database by its certificate, and the database takes no unencrypted connection', () => {
    expect(at(declaration(main, 'vault').value, 'params.databaseUrl')!.text).toContain('?sslmode=verify-full')
    expect(serverSettings()).toMatchObject({ require_secure_transport: 'on' })
  })

  test('no log quotes a row: neither statements nor what was in them (P-57)', () => {
    expect(serverSettings()).toMatchObject({
      log_statement: 'none',
      log_min_duration_statement: '-1',
      log_min_error_statement: 'panic',
      log_error_verbosity: 'terse',
    })
  })

  test('no log holds requests, with their addresses and query strings (P-57)', () => {
    const monitoring = file('monitoring.bicep')
    const categories = [...descendants(monitoring.root)]
      .filter(({ type }) => type === 'object')
      .map((node) => at(node, 'category'))
      .filter((category) => category !== null)
      .map(plain)
    expect(categories.sort()).toEqual([
      'AppServiceAuditLogs',
      'AppServiceConsoleLogs',
      'AppServicePlatformLogs',
      'AuditEvent',
      'PostgreSQLLogs',
    ])
    expect(monitoring.text).not.toContain('categoryGroup')
    expect(valueAt('app.bicep', 'site', 'properties.siteConfig.httpLoggingEnabled')).toBe('false')
  })

  test('nothing is built into the app that reports its calls to Application Insights', () => {
    expect([...settings.keys()].filter((name) => /INSIGHTS/i.test(name))).toEqual([])
  })

  test('the bot is for one tenant, and answers to Teams alone', () => {
    expect(valueAt('bot.bicep', 'bot', 'properties.msaAppType')).toBe('SingleTenant')
    expect(valueAt('bot.bicep', 'bot', 'properties.disableLocalAuth')).toBe('true')
    const channels = declared(file('bot.bicep'), 'resource').filter(({ of }) => of === 'channels')
    expect(channels.map((one) => plain(at(one.value, 'name')!))).toEqual(['MsTeamsChannel'])
  })

  test('what is written stays in the United Kingdom', () => {
    expect(plain(declaration(main, 'location').value!)).toBe('uksouth')
    expect(main.text).toMatch(/@allowed\(\['uksouth', 'ukwest'\]\)\nparam location string/)
  })
})

describe('what must not be lost, in production', () => {
  const chosen = (name: string) => declaration(file('production.bicepparam'), name).value!.text

  test('backups reach back 35 days, are kept in two places, and cannot be deleted by accident', () => {
    expect(chosen('backupDays')).toBe('35')
    expect(chosen('backupElsewhere')).toBe('true')
    expect(chosen('protectDatabase')).toBe('true')
  })

  test('a second server stands by', () => {
    expect(chosen('databaseStandby')).toBe('true')
    expect(chosen('databaseTier')).toBe("'GeneralPurpose'")
  })
})

test('somebody is told when the app is not ready, fails, gives work up, or fills its database', () => {
  const monitoring = file('monitoring.bicep')
  for (const alert of ['notReady', 'failing', 'givenUp', 'fillingUp']) {
    const { value } = declaration(monitoring, alert)
    expect([alert, plain(at(value, 'properties.enabled')!)]).toEqual([alert, 'true'])
    expect(namesIn(at(value, 'properties.actions')!)).toEqual(['administrators'])
  }
})

function serverSettings(): Record<string, string> {
  const list = declaration(file('database.bicep'), 'settings').value!.namedChildren
  return Object.fromEntries(list.map((one) => [plain(at(one, 'name')!), plain(at(one, 'value')!)]))
}
