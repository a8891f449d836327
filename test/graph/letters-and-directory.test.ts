import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { setDefaultCACertificates, getCACertificates } from 'node:tls'
import { createGraph, type Graph } from '../../bot/graph/graph-client.ts'
import { tokenSource } from '../../bot/graph/microsoft-token.ts'
import { outlookCalendar } from '../../bot/graph/outlook-calendar.ts'
import { outlookMail } from '../../bot/graph/outlook-mail.ts'
import { peopleDirectory } from '../../bot/graph/people-directory.ts'
import { PLANNING_MAILBOX } from '../../bot/local/people/service-mailboxes.ts'
import { startWorkplace, type Workplace } from '../../bot/local/workplace.ts'
import { silentLog } from '../../bot/log.ts'
import type { Calendar } from '../../bot/meetings/ports.ts'
import type { Invitation } from '../../shared/invitation.ts'
import { addMinutes, instant } from '../../shared/time.ts'

const NOW = instant('2026-12-18T16:05:00Z')
const START = instant('2026-12-21T10:00:00Z')
const SLOT = { start: START, end: addMinutes(START, 60) }

let workplace: Workplace
let graph: Graph
let calendar: Calendar
const trusted = getCACertificates('default')

beforeAll(async () => {
  workplace = await startWorkplace({ dataDir: null, startAt: NOW, appUrl: 'http://127.0.0.1:3978', log: () => {} })
  setDefaultCACertificates([...trusted, workplace.caCertificate])
  const token = tokenSource(
    {
      authority: `${workplace.authority}/${workplace.tenantId}`,
      clientId: workplace.appId,
      clientSecret: workplace.appSecret,
    },
    'https://graph.microsoft.com/.default',
  )
  graph = createGraph({ graphUrl: workplace.graphUrl, token, log: silentLog, nowMs: () => 0 })
  calendar = outlookCalendar(graph)
})
afterAll(async () => {
  setDefaultCACertificates(trusted)
  await workplace.close()
})
beforeEach(() => workplace.reset())

const inside = (role: string) => workplace.people.find((one) => one.role === role && one.insideTenant)!
const outside = (role: string) => workplace.people.find((one) => one.role === role && !one.insideTenant)!

const invitation = (over: Partial<Invitation> = {}): Invitation => ({
  key: 'core',
  marker: 'a-meeting/1',
  transactionId: 'a-meeting/1/core',
  organiser: inside('childsSocialWorker').email,
  subject: 'Planning meeting – ref PPM-7K2D',
  body: 'A planning meeting is arranged.',
  location: 'Details sent separately',
  slot: SLOT,
  online: true,
  hideAttendees: true,
  attendees: [
    { email: inside('supervisingSocialWorker').email, name: 'A', required: true },
    { email: outside('fosterCarer').email, name: 'B', required: true },
  ],
  ...over,
})

describe('diaries', () => {
  test('of people inside are known, and of people outside never free but unknown (E-44)', async () => {
    const worker = inside('childsSocialWorker').email
    const carer = outside('fosterCarer').email
    const diaries = await calendar.diaries(worker, [worker, carer], { start: NOW, end: addMinutes(NOW, 7 * 24 * 60) })
    expect(diaries.get(carer.toLowerCase())).toEqual({ known: false })
    expect(diaries.get(worker.toLowerCase())).toMatchObject({ known: true })
  })

  test('show an event as busy once it is booked', async () => {
    await calendar.book(invitation())
    const ssw = inside('supervisingSocialWorker').email
    const diary = (await calendar.diaries(ssw, [ssw], SLOT)).get(ssw.toLowerCase())
    expect(diary?.known && [...diary.busy, ...diary.tentative]).toContainEqual(SLOT)
  })
})

describe('booking', () => {
  test('gives an event with a link in Teams, found again by its marker', async () => {
    const booked = await calendar.book(invitation())
    expect(booked.slot).toEqual(SLOT)
    expect(booked.joinUrl).toMatch(/^https:\/\//)
    expect((await calendar.find(invitation().organiser, 'a-meeting/1')).map(({ eventId }) => eventId)).toEqual([
      booked.eventId,
    ])
  })

  test('twice with one transaction id yields one event', async () => {
    const first = await calendar.book(invitation())
    const second = await calendar.book(invitation())
    expect(second.eventId).toBe(first.eventId)
  })

  test('moves start and end together, and cancels once', async () => {
    const booked = await calendar.book(invitation())
    const later = { start: addMinutes(START, 120), end: addMinutes(START, 180) }
    const moved = await calendar.move(invitation().organiser, booked.eventId, later)
    expect(moved).toMatchObject({ eventId: booked.eventId, slot: later, joinUrl: booked.joinUrl })
    await calendar.cancel(invitation().organiser, booked.eventId, 'This meeting will not now take place.')
    await calendar.cancel(invitation().organiser, booked.eventId, 'This meeting will not now take place.')
    expect(await calendar.find(invitation().organiser, 'a-meeting/1')).toEqual([])
  })

  test("shows an attendee's answer on the organiser's event", async () => {
    const booked = await calendar.book(invitation())
    const ssw = inside('supervisingSocialWorker').email
    expect(await calendar.answer(ssw, booked.iCalUId, 'byVideo')).toBe(true)
    const said = await calendar.responses(invitation().organiser, booked.eventId)
    expect(said.get(ssw.toLowerCase())?.choice).toBe('coming')
  })
})

describe('letters', () => {
  test('with one id are sent once', async () => {
    const mail = outlookMail(graph)
    const carer = outside('fosterCarer')
    const letter = {
      id: 'm/1',
      to: carer.email,
      toName: carer.name,
      subject: 'Planning meeting – ref PPM-7K2D',
      text: 'Dear',
    }
    const from = PLANNING_MAILBOX
    await mail.send(from, letter)
    await mail.send(from, letter)
    expect(workplace.mails().filter(({ subject }) => subject === letter.subject)).toHaveLength(1)
  })
})

describe('the directory', () => {
  test('knows people by address and by id, with the role that their job title says', async () => {
    const people = peopleDirectory(graph, { tenantId: workplace.tenantId, clock: workplace.clock })
    for (const one of workplace.people.filter(({ insideTenant, role }) => insideTenant && role)) {
      expect(await people.byEmail(one.email.toUpperCase())).toMatchObject({ objectId: one.aadObjectId, role: one.role })
    }
    expect(await people.byEmail(outside('mother').email)).toBeNull()
  })
})
