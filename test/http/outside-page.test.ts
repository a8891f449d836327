/** The page behind a personal link, as somebody outside, a mail scanner, and somebody who guesses meet it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import ICAL from 'ical.js'
import { cancelMeeting, moveMeeting } from '../../bot/meetings/arrange-meeting.ts'
import { addMinutes, instant } from '../../shared/dates/time.ts'
import { CANARIES } from '../support/confirmation-texts.ts'
import { askOn, CARER, MOTHER, secretOf } from '../support/asking-outside.ts'
import type { Asking } from '../../shared/times/held-times.ts'
import { STAFF, useDesk } from '../support/practice-desk.ts'
import { serveApi } from '../support/serve-api.ts'

const desk = useDesk({ now: '2026-12-18T16:05:00Z' })
const logged: string[] = []
let api: Awaited<ReturnType<typeof serveApi>>
beforeAll(async () => {
  const keep = (what: string, detail?: object) => void logged.push(JSON.stringify({ what, ...detail }))
  api = await serveApi(() => desk().ports, { log: { info: keep, warn: keep, error: keep } })
})
afterAll(() => api.close())

let meeting: Asking
let path: string
beforeEach(async () => {
  logged.length = 0
  meeting = await askOn(desk())
  path = `/answer/${secretOf(desk(), CARER)}`
})

/** The page's words, with plain spaces. */
const read = async (at = path) => (await (await open(at)).text()).replaceAll('&nbsp;', ' ')
const open = (at = path, headers: Record<string, string> = {}) => fetch(`${api.url}${at}`, { headers })
const press = (fields: Record<string, string>, at = path) =>
  fetch(`${api.url}${at}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
const TUESDAY = '2026-12-22T10:00:00Z'
const now = async () => (await desk().store.meeting(meeting.id))!

describe('the page', () => {
  test('asks for the times, with a phone number, and says nothing about anybody (P-02, P-09)', async () => {
    const answer = await open()
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toContain('Which of these times can you come?')
    expect(page.match(/<button /g)).toHaveLength(5)
    expect(page).toContain('href="tel:01632960140"')
    expect(page).toContain('This link is only for you.')
    expect(page).toContain('<title>Planning meeting</title>')
    const seen = page.replace(/<style>.*<\/style>/s, '')
    for (const word of [...Object.values(CANARIES), 'Marguerite', 'Petra', 'Rosalind', 'foster', 'BKS-204417', 'child'])
      expect(seen).not.toContain(word)
  })

  test('runs no script, loads nothing, and is kept nowhere', async () => {
    const { headers } = await open()
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-robots-tag')).toContain('noindex')
    expect(headers.get('set-cookie')).toBeNull()
    const policy = headers.get('content-security-policy')
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self';/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(await (await open()).text()).not.toMatch(/<script|src=|@import|url\(/)
  })

  test('takes an answer from a press, and shows what was kept', async () => {
    const pressed = await press({ can: TUESDAY })
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, path])
    expect((await now()).heldTimes?.answers['fosterCarer:1']?.can).toEqual([TUESDAY])
    const page = await read()
    expect(page).toContain('You have told us that you can come:')
    expect(page).toContain('I cannot after all: Tuesday 22 December at 10 am')
    expect(page).toContain('I can come: Monday 21 December at 10 am')
  })

  test('then says that they come, once the meeting has its time, and how else they could take part', async () => {
    await press({ all: 'yes' })
    await desk().work()
    const page = await read()
    expect(page).toContain('Monday 21 December at 10 am')
    expect(page).toContain('You have told us that you will come.')
    expect(page).toContain('I will send my views instead')
    await press({ choice: 'sendViews' })
    expect((await now()).answers['fosterCarer:1']).toMatchObject({ choice: 'sendViews', via: 'link' })
    expect(await (await open()).text()).toContain('You have told us that you will send your views.')
  })

  test.each(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'])('%s of a link changes nothing', async (method) => {
    const before = await now()
    await fetch(`${api.url}${path}?can=${TUESDAY}&all=yes&choice=coming`, { method })
    await desk().work()
    expect(await now()).toEqual(before)
  })

  test.each([{}, { can: 'tomorrow' }, { choice: 'maybe' }, { all: 'perhaps' }])(
    'a press of %j changes nothing',
    async (fields) => {
      const before = await now()
      expect((await press(fields as Record<string, string>)).status).toBe(303)
      expect(await now()).toEqual(before)
    },
  )
})

describe('a file for their own calendar', () => {
  const file = () => open(`${path}?file=calendar`)
  const readFile = async () => {
    const answer = await file()
    expect(answer.headers.get('content-type')).toMatch(/^text\/calendar/)
    const event = new ICAL.Event(new ICAL.Component(ICAL.parse(await answer.text())).getFirstSubcomponent('vevent')!)
    const status = event.component.getFirstPropertyValue('status')
    return { uid: event.uid, sequence: event.sequence, starts: event.startDate.toJSDate().toISOString(), status }
  }
  const settle = async () => {
    await press({ all: 'yes' })
    await desk().work()
  }
  const wanted = async () => ({ meetingId: meeting.id, version: (await now()).version, reason: 'Asked for' })

  test('is offered once the meeting has its time, and says no more than the letter (P-01, P-02)', async () => {
    expect(await read()).not.toContain('?file=')
    expect((await file()).status).toBe(404)
    await settle()
    expect(await read()).toContain('<a href="?file=calendar" download>Put it in your calendar</a>')
    const answer = await file()
    const text = await answer.text()
    const ref = (await now()).ref
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="planning-meeting-${ref}.ics"`)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    for (const word of [
      ...Object.values(CANARIES),
      'Marguerite',
      'Petra',
      'foster',
      'BKS-204417',
      'ATTENDEE',
      'LOCATION',
    ])
      expect(text).not.toContain(word)
  })

  test('keeps its UID and raises its SEQUENCE when the meeting moves and when it is off', async () => {
    await settle()
    const first = await readFile()
    const start = instant('2026-12-23T14:00:00Z')
    await moveMeeting({ ...(await wanted()), start }, STAFF.socialWorker, desk().ports)
    await desk().work()
    const second = await readFile()
    expect(second).toMatchObject({ uid: first.uid, starts: '2026-12-23T14:00:00.000Z', status: 'CONFIRMED' })
    expect(second.sequence).toBeGreaterThan(first.sequence)
    await cancelMeeting(await wanted(), STAFF.socialWorker, desk().ports)
    await desk().work()
    expect(await read()).toContain('Take it out of your calendar')
    const third = await readFile()
    expect(third).toMatchObject({ uid: first.uid, status: 'CANCELLED' })
    expect(third.sequence).toBeGreaterThan(second.sequence)
  })

  test('changes nothing, and is dead with its link', async () => {
    await settle()
    const before = await now()
    await readFile()
    await desk().work()
    expect(await now()).toEqual(before)
    await desk().store.save({ revokeLinks: [{ meetingId: meeting.id }] })
    expect((await file()).status).toBe(404)
    expect(await read(`${path}?file=calendar`)).toContain('This link does not open anything any more.')
  })
})

describe('a link that opens nothing', () => {
  test('shows one kind page with a phone number, whatever the reason', async () => {
    const guessed = await open(`/answer/${'A'.repeat(43)}`)
    const pages = [
      await guessed.text(),
      await (await open('/answer/short')).text(),
      await (await open('/answer/%E0%A4%A')).text(),
      await (await open(`/answer/${'A'.repeat(43)}/more`)).text(),
      await (await press({ all: 'yes' }, `/answer/${'B'.repeat(43)}`)).text(),
      await (await open('/answer/')).text(),
    ]
    expect(guessed.status).toBe(404)
    expect(pages[0]).toContain('This link does not open anything any more.')
    expect(pages[0]).toContain('01632 960140')
    expect(pages[0]).not.toContain('PPM-')
    for (const other of pages.filter((page) => !page.includes('went wrong'))) expect(other).toBe(pages[0])
  })

  test('guessed too often from one address is not looked up any more; others are not kept waiting by it', async () => {
    const from = (address: string) => ({ 'x-forwarded-for': `10.0.0.1, ${address}` })
    for (let n = 0; n < 20; n += 1) await open(`/answer/${n}`, from('203.0.113.9'))
    const waiting = await open(path, from('203.0.113.9'))
    expect([waiting.status, waiting.headers.get('retry-after')]).toEqual([429, '60'])
    expect(await waiting.text()).toContain('01632 960140')
    expect((await open(path, from('203.0.113.10'))).status).toBe(200)
    desk().clock.set(addMinutes(desk().clock.now(), 11))
    expect((await open(path, from('203.0.113.9'))).status).toBe(200)
  })

  test('used too often in a minute has to wait, and no other with it', async () => {
    for (let n = 0; n < 30; n += 1) await open()
    expect((await press({ all: 'yes' })).status).toBe(429)
    expect((await open(`/answer/${secretOf(desk(), MOTHER)}`)).status).toBe(200)
    desk().clock.set(addMinutes(desk().clock.now(), 1))
    expect((await open()).status).toBe(200)
  })
})

test('the secret is in no log line, also when something goes wrong', async () => {
  const { store } = desk().ports
  const works = { ...store }
  const broken = () => Promise.reject(new Error(`cannot read ${path}`))
  Object.assign(store, { personalLink: broken })
  const answer = await open()
  Object.assign(store, works)
  expect(answer.status).toBe(500)
  expect(await answer.text()).toContain('nothing was changed')
  await press({ all: 'yes' })
  await desk().work()
  expect(logged.join()).toContain('/answer/:link')
  expect(logged.join()).not.toContain(path.slice('/answer/'.length))
})
