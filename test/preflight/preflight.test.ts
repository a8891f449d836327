import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { UnsecuredJWT } from 'jose'
import { preflight, type PreflightParts } from '../../bot/preflight/preflight.ts'
import { PERMISSIONS } from '../../bot/preflight/permissions.ts'
import { readsOthers } from '../../bot/preflight/reads-others.ts'
import { silentLog } from '../../bot/log.ts'
import { preflightSummary, worstFirst } from '../../shared/preflight.ts'
import { aLocalOutlook, type LocalOutlook } from '../support/local-outlook.ts'
import { INTAKE, OWEN, PLANNING, STEPHEN } from '../support/local-workplace.ts'

let outlook: LocalOutlook
beforeAll(async () => {
  outlook = await aLocalOutlook()
})
afterAll(() => outlook.close())
beforeEach(() => outlook.workplace.reset())

/** A token that says what the whole tenant consented to. */
const tokenWith =
  (...roles: string[]) =>
  async () =>
    new UnsecuredJWT({ roles }).encode()

const parts = (over: Partial<PreflightParts> = {}): PreflightParts => ({
  graph: outlook.graph,
  token: tokenWith('User.Read.All'),
  planningMailbox: PLANNING,
  outsideMailbox: STEPHEN,
  memberMailbox: OWEN,
  confirmationMailbox: INTAKE,
  ...over,
})

const refuse = (mailbox: string, path: string, method: 'GET' | 'POST' | 'PATCH', status = 403) =>
  outlook.workplace.faults.rules.push({ mailbox, path, method, times: null, outcome: { status } })

const found = async (id: string, over?: Partial<PreflightParts>) => {
  const check = (await preflight(parts(over))).find((one) => one.id === id)
  if (!check) throw new Error(`No check is called ${id}`)
  return check
}

describe('the preflight', () => {
  test('finds everything in order where it is, and changes nothing', async () => {
    const checks = await preflight(parts())
    expect(checks.filter(({ outcome }) => outcome !== 'works')).toEqual([])
    expect(preflightSummary(checks)).toBe('All 14 checks are in order.')
    expect(outlook.workplace.mails()).toEqual([])
  })

  test('names every permission that the app asks for, each with the feature that needs it', async () => {
    const checks = await preflight(parts())
    for (const { name, feature } of Object.values(PERMISSIONS)) {
      expect(checks).toContainEqual(expect.objectContaining({ permission: name, why: feature }))
    }
  })

  test.each([
    ['calendar', '/users/*/events', 'GET', 'Application Calendars.ReadWrite'],
    ['letters', '/users/*/messages', 'GET', 'Application Mail.ReadWrite'],
    ['sending', '/users/*/messages/*/send', 'POST', 'Application Mail.Send'],
    ['directory', '/users/*', 'GET', 'User.Read.All'],
    ['video', '/users/*/onlineMeetings', 'GET', 'OnlineMeetings.ReadWrite.All'],
    ['install', '/users/*/teamwork/installedApps', 'GET', 'TeamsAppInstallation.ReadWriteSelfForUser.All'],
  ] as const)('says of %s that is missing how to give it', async (id, path, method, how) => {
    refuse(PLANNING, path, method)
    const check = await found(id)
    expect(check.outcome).toBe('missing')
    expect(check.words).toContain(how)
  })

  test('says of confirmations that cannot be read how to open their mailbox, and asks for none where there is none', async () => {
    refuse(INTAKE, '/users/*/messages', 'GET')
    expect(await found('confirmations')).toMatchObject({
      outcome: 'missing',
      words: expect.stringContaining('Application Mail.Read'),
    })
    const without = await preflight(parts({ confirmationMailbox: null }))
    expect(without.map(({ id }) => id)).not.toContain('confirmations')
  })

  test('finds a right to read without one to write', async () => {
    refuse(PLANNING, '/users/*/events/*', 'PATCH')
    expect(await found('calendar')).toMatchObject({ outcome: 'missing' })
  })

  test('notices a mailbox that cannot hold meetings in Teams', async () => {
    expect(await found('teamsMeetings', { planningMailbox: 'placements@merrowdale.example' })).toMatchObject({
      outcome: 'missing',
      words: expect.stringContaining('licence'),
    })
  })

  test('says which variable names a mailbox that is not there', async () => {
    const nobody = 'nobody@merrowdale.example'
    expect((await found('outsideCalendar', { outsideMailbox: nobody })).words).toContain('OUTSIDE_MAILBOX')
    expect((await found('calendar', { planningMailbox: nobody })).words).toContain('PLANNING_MAILBOX')
    expect((await found('confirmations', { confirmationMailbox: nobody })).words).toContain('CONFIRMATION_MAILBOX')
    expect((await found('memberCalendar', { memberMailbox: nobody })).words).toContain('MEMBER_MAILBOX')
  })

  test('puts what is open too wide first', async () => {
    refuse(PLANNING, '/users/*/messages/*/send', 'POST')
    const checks = worstFirst(await preflight(parts({ outsideMailbox: OWEN, memberMailbox: null })))
    expect(checks.slice(0, 2).map(({ id, outcome }) => [id, outcome])).toEqual([
      ['outsideCalendar', 'tooWide'],
      ['sending', 'missing'],
    ])
    expect(preflightSummary(checks)).toBe('Of 12 checks: 1 too wide, 1 missing.')
  })

  test('says that nobody could be asked, and not that something is missing', async () => {
    const unreachable: PreflightParts['token'] = async () => {
      throw new TypeError('fetch failed')
    }
    expect(await preflight(parts({ token: unreachable }))).toEqual([
      expect.objectContaining({ id: 'signIn', outcome: 'unknown' }),
    ])
    refuse(STEPHEN, '/users/*/events', 'GET', 503)
    expect(await found('outsideCalendar')).toMatchObject({ outcome: 'unknown' })
  })

  test('tells a secret that has expired from a network that is down', async () => {
    const expired: PreflightParts['token'] = async () => {
      throw Object.assign(new Error('AADSTS7000222'), { errorCode: 'invalid_client' })
    }
    expect(await preflight(parts({ token: expired }))).toEqual([
      expect.objectContaining({ outcome: 'missing', words: expect.stringContaining('CLIENT_SECRET') }),
    ])
  })
})

describe('the app does not start', () => {
  test('while it can read the mailbox of somebody it has nothing to do with', async () => {
    expect(await readsOthers(parts({ outsideMailbox: OWEN }), silentLog)).toContain(`can read ${OWEN}`)
  })

  test.each(['Calendars.ReadWrite', 'Mail.Read', 'MailboxSettings.Read', 'full_access_as_app'])(
    'while %s is consented to for the whole tenant',
    async (role) => {
      expect(await readsOthers(parts({ token: tokenWith('User.Read.All', role) }), silentLog)).toContain(role)
    },
  )

  test('while the mailbox that it has to be refused is not there to refuse it', async () => {
    expect(await readsOthers(parts({ outsideMailbox: 'nobody@merrowdale.example' }), silentLog)).toContain(
      'OUTSIDE_MAILBOX',
    )
  })

  test('and starts where all is as it should be, also when more is consented to that opens no mailbox', async () => {
    expect(await readsOthers(parts({ token: tokenWith('User.Read.All', 'Place.Read.All') }), silentLog)).toBeNull()
  })

  test('and starts with an error in the log when Microsoft cannot be asked', async () => {
    refuse(STEPHEN, '/users/*/messages', 'GET', 503)
    const logged: string[] = []
    const log = { ...silentLog, error: (what: string) => void logged.push(what) }
    expect(await readsOthers(parts(), log)).toBeNull()
    expect(logged).toEqual(['reachNotChecked'])
  })
})
