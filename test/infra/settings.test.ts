import { describe, expect, test } from '@jest/globals'
import { ConfigRefused, readConfig } from '../../bot/config.ts'
import { environments, fromEnvironment, settings } from './infra-files.ts'
import { plain } from './read-bicep.ts'

describe('the settings of the app', () => {
  const SAMPLE: Record<string, string> = {
    tenantId: '2f6f2f4c-6d0e-4c59-8b0b-6a5b9f3c0a11',
    clientId: '5c1f0f6e-3f52-4d43-9a53-0c1c3a8c2b11',
    publicUrl: 'https://planning.weaverham.gov.uk',
    planningMailbox: 'placement.planning@weaverham.gov.uk',
    confirmationMailbox: 'placements@weaverham.gov.uk',
    confirmationOfficers: 'a.officer@weaverham.gov.uk, another.officer@weaverham.gov.uk',
    contactPhone: '01632 960 001',
    councilName: 'Weaverham County Council',
    outsideMailbox: 'chief.executive@weaverham.gov.uk',
    memberMailbox: 'a.member@weaverham.gov.uk',
    teamsAppId: '0a4f6f62-7d06-4c3e-9b6f-6b1f3b1f7c22',
    officePostcode: 'LE1 1AA',
    packId: 'wm-mosaic',
    '@Microsoft.KeyVault(SecretUri=${clientSecretUri})': 'a-secret',
    '@Microsoft.KeyVault(SecretUri=${databaseUrlUri})': 'postgresql://app:secret@database/app?sslmode=verify-full',
  }
  const env = Object.fromEntries([...settings].map(([name, value]) => [name, SAMPLE[plain(value)] ?? plain(value)]))

  test('are all that the app needs to start in a real tenant', () => {
    const config = readConfig(env)
    expect(config).toEqual({
      mode: 'tenant',
      host: '0.0.0.0',
      port: 8080,
      dataDir: '/tmp/placement-planning',
      databaseUrl: 'postgresql://app:secret@database/app?sslmode=verify-full',
      packId: 'wm-mosaic',
      tenant: {
        tenantId: SAMPLE['tenantId'],
        clientId: SAMPLE['clientId'],
        clientSecret: 'a-secret',
        publicUrl: SAMPLE['publicUrl'],
        serviceMailbox: SAMPLE['planningMailbox'],
        confirmations: {
          mailbox: 'placements@weaverham.gov.uk',
          officers: ['a.officer@weaverham.gov.uk', 'another.officer@weaverham.gov.uk'],
        },
        phone: SAMPLE['contactPhone'],
        council: SAMPLE['councilName'],
        outsideMailbox: SAMPLE['outsideMailbox'],
        memberMailbox: SAMPLE['memberMailbox'],
        teamsAppId: SAMPLE['teamsAppId'],
        officePostcode: SAMPLE['officePostcode'],
      },
    })
  })

  test.each([
    'TENANT_ID',
    'CLIENT_ID',
    'CLIENT_SECRET',
    'PUBLIC_URL',
    'PLANNING_MAILBOX',
    'CONTACT_PHONE',
    'COUNCIL_NAME',
    'OUTSIDE_MAILBOX',
  ])('without %s the app would not start', (name) => {
    expect(() => readConfig({ ...env, [name]: undefined })).toThrow(ConfigRefused)
  })

  test('without a confirmation mailbox no mailbox is read', () => {
    const config = readConfig({ ...env, CONFIRMATION_MAILBOX: '', CONFIRMATION_OFFICERS: '' })
    expect(config).toMatchObject({ tenant: { confirmations: null } })
  })

  test.each([
    ['nobody who hears of its mails', { CONFIRMATION_OFFICERS: '' }],
    ['officers and no mailbox', { CONFIRMATION_MAILBOX: '' }],
    ['a name for an address', { CONFIRMATION_MAILBOX: 'Placements' }],
    ['a name among the officers', { CONFIRMATION_OFFICERS: 'a.officer@weaverham.gov.uk, Nadia' }],
  ])('with %s the app would not start', (_, over) => {
    expect(() => readConfig({ ...env, ...over })).toThrow(/CONFIRMATION_/)
  })

  test('are given under the same names when a council deploys', () => {
    const asked = environments.flatMap(fromEnvironment).map(([, variable]) => variable)
    const deployment = ['AZURE_NAME', 'ALERT_EMAIL', 'DATABASE_PASSWORD', 'DATABASE_SERVER']
    const unknown = asked.filter((variable) => !settings.has(variable) && !deployment.includes(variable))
    expect(unknown).toEqual([])
  })
})
