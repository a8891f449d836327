import { request } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { startWorkplace, type Workplace } from '../../bot/local/workplace.ts'
import { ROLES } from '../../shared/placement/placement.ts'
import { instant } from '../../shared/dates/time.ts'
import {
  aMeeting,
  aWorkplace,
  FRIDAY_AFTERNOON,
  graphOf,
  OWEN,
  PLANNING,
  routesOf,
  TINA,
  trust,
  type LocalRoutes,
} from '../support/local-workplace.ts'

let workplace: Workplace
let local: LocalRoutes

beforeAll(async () => {
  workplace = await aWorkplace()
  local = await routesOf(workplace)
})
beforeEach(() => workplace.reset())
afterAll(async () => {
  local.close()
  await workplace.close()
})

describe('the people of the practice council', () => {
  test('are listed in the words of the practice', async () => {
    const { body } = await local.get('/people')
    const { tenantId, people } = body as { tenantId: string; people: Workplace['people'] }
    expect(tenantId).toBe(workplace.tenantId)
    expect(people.filter(({ role }) => !(ROLES as readonly string[]).includes(role))).toEqual([])
    expect(people.every(({ insideTenant, aadObjectId }) => !insideTenant || aadObjectId !== null)).toBe(true)
  })

  test.each([
    ['placementOfficer', true, 1],
    ['childsSocialWorker', true, 2],
    ['teamManager', true, 1],
    ['supervisingSocialWorker', true, 2],
    ['registeredManager', true, 1],
    ['registeredManager', false, 1],
    ['independentReviewingOfficer', true, 1],
    ['virtualSchoolHead', true, 1],
    ['financeOfficer', true, 1],
    ['fosterCarer', false, 2],
    ['mother', false, 1],
    ['father', false, 1],
  ])('have somebody as %s (inside: %s), %i at least', (role, inside, count) => {
    const fitting = workplace.people.filter((person) => person.role === role && person.insideTenant === inside)
    expect(fitting.length).toBeGreaterThanOrEqual(count)
  })

  test('have addresses that nobody in the world has', () => {
    expect(workplace.people.filter(({ email }) => !email.endsWith('.example'))).toEqual([])
  })
})

describe('the clock', () => {
  test('goes where it is sent, and answers with London’s time', async () => {
    const to =
      workplace.clock.now().slice(0, 10) < '2026-12-20' ? '2027-06-01T10:00:00+01:00' : '2027-06-02T10:00:00+01:00'
    expect(await local.post('/clock', { now: to })).toEqual({ status: 200, body: { now: to } })
    expect((await local.post('/clock', { advanceMinutes: 90 })).body).toEqual({ now: to.replace('T10:00', 'T11:30') })
  })

  test.each([
    ['back', { now: '2020-01-01T00:00:00Z' }, /only goes forward/],
    ['to no moment', { now: 'tomorrow' }, /ISO 8601/],
    ['to a moment without an offset', { now: '2031-01-01T00:00:00' }, /offset/],
    ['by less than nothing', { advanceMinutes: -1 }, /advanceMinutes/],
    ['nowhere', {}, /either/],
  ])('does not go %s', async (_, body, words) => {
    const before = workplace.clock.now()
    expect(await local.post('/clock', body)).toEqual({ status: 400, body: { error: expect.stringMatching(words) } })
    expect(workplace.clock.now()).toBe(before)
  })

  test('is moved by whoever has work to do on the way', async () => {
    const moves: string[] = []
    const stepped = await aWorkplace({ moveClock: async (to) => void moves.push(to) })
    const routes = await routesOf(stepped)
    await routes.post('/clock', { now: '2026-12-19T09:00:00+00:00' })
    expect(moves).toEqual(['2026-12-19T09:00:00Z'])
    routes.close()
    await stepped.close()
  })

  test('runs on with real time', async () => {
    let wall = 1_800_000_000_000
    const running = await aWorkplace({ wallClock: () => wall })
    wall += 90_000
    expect(running.clock.now()).toBe('2026-12-18T16:06:30Z')
    await running.close()
  })
})

describe('a workplace on disk', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'workplace-'))
  const opened: Workplace[] = []
  afterAll(async () => {
    for (const one of opened) await one.close()
    rmSync(dataDir, { recursive: true })
  })

  test('is as it was after a restart: its events, its keys, its time', async () => {
    const options = { dataDir, appUrl: 'http://127.0.0.1:3978', log: () => undefined }
    let wall = performance.timeOrigin + performance.now()
    const start = async (startAt = FRIDAY_AFTERNOON) => {
      const started = await startWorkplace({ ...options, startAt, wallClock: () => wall })
      opened.push(started)
      trust(started)
      return started
    }

    const first = await start()
    const { body: meeting } = await (await graphOf(first))('POST', `/users/${PLANNING}/events`, aMeeting())
    first.clock.moveTo(instant('2026-12-20T09:00:00Z'))
    wall += 60_000
    first.faults.switches.latencyMs = 0
    await (
      await graphOf(first)
    )('PATCH', `/users/${PLANNING}/events/${meeting.id}`, { categories: ['A'] })
    await first.close()

    const second = await start()
    expect(second.clock.now()).toBe('2026-12-20T09:01:00Z')
    expect(second.graphUrl).toBe(first.graphUrl)
    const routes = await routesOf(second)
    const { body } = await routes.get(`/outlook/${PLANNING}/events`)
    routes.close()
    expect(body).toMatchObject({ value: [{ id: meeting.id, categories: ['A'] }] })
    expect(second.mails()).toHaveLength(2)
    await second.close()

    const third = await start(instant('2027-01-04T09:00:00Z'))
    expect(third.clock.now()).toBe('2027-01-04T09:00:00Z')
    await third.close()
  })

  test('forgets on request', async () => {
    const graph = await graphOf(workplace)
    await graph('POST', `/users/${PLANNING}/events`, aMeeting())
    expect((await local.post('/reset')).status).toBe(200)
    expect((await graph('GET', `/users/${PLANNING}/events`)).body.value).toEqual([])
    expect(workplace.mails()).toEqual([])
  })
})

describe('views of Outlook', () => {
  test('a week of somebody’s calendar, with what fills it', async () => {
    await (
      await graphOf(workplace)
    )('POST', `/users/${PLANNING}/events`, aMeeting())
    const { body } = await local.get(`/outlook/${OWEN}/calendar?from=2026-12-21T00:00:00Z&to=2026-12-22T00:00:00Z`)
    expect(body).toMatchObject({
      mailbox: { name: 'Owen Tremlett', insideTenant: true },
      workingHours: { from: '09:00', to: '17:00' },
      entries: [
        { subject: 'Planning meeting ref PPM-7K2D', showAs: 'tentative', response: 'notResponded' },
        { subject: 'Supervision', showAs: 'busy', isPrivate: true, eventId: null },
        { subject: 'Home visit', showAs: 'oof' },
      ],
    })
  })

  test('everybody outside whom somebody has written to has an inbox', async () => {
    const attendees = [{ emailAddress: { address: 'new.carer@elsewhere.example' } }]
    await (
      await graphOf(workplace)
    )('POST', `/users/${PLANNING}/events`, aMeeting({ attendees }))
    const { body } = await local.get('/outlook/outside')
    const emails = (body as { mailboxes: { email: string }[] }).mailboxes.map(({ email }) => email)
    expect(emails).toEqual(expect.arrayContaining([TINA, 'new.carer@elsewhere.example']))
    expect(emails).not.toContain(OWEN)
  })

  test.each([
    '/outlook/nobody@merrowdale.example/events',
    '/outlook/nobody/messages',
    `/outlook/${OWEN}/calendar?from=monday`,
    `/outlook/${OWEN}/calendar?from=2026-12-22T00:00:00Z&to=2026-12-21T00:00:00Z`,
  ])('%s is refused in a word', async (path) => {
    const { status, body } = await local.get(path)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(body).toEqual({ error: expect.any(String) })
  })
})

describe('this computer alone', () => {
  test.each(['http://0.0.0.0:3978', 'http://192.168.1.4:3978', 'https://planning.example'])(
    'it does not start for %s',
    async (appUrl) => {
      await expect(aWorkplace({ appUrl })).rejects.toThrow(/this computer/)
    },
  )

  const ask = (headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      const asking = request(`${local.url}/people`, { headers }, (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
      asking.on('error', reject)
      asking.end()
    })

  test.each([
    ['another name for this computer', { host: 'rebound.example' }, 403],
    ['a page of somebody else’s', { origin: 'https://elsewhere.example' }, 403],
    ['no page at all', { origin: 'null' }, 403],
    ['a page of ours', { origin: 'http://localhost:3978' }, 200],
  ])('it answers %s with %j: %i', async (_, headers, status) => {
    expect(await ask(headers as Record<string, string>)).toBe(status)
  })
})
