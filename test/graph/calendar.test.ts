/**
 * What the use cases may rely on from a calendar. One specification on both: Outlook through the real Graph client over
 * the local workplace, and the stand-in that the tests of the use cases run on.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import {
  CalendarRefused,
  CalendarUnreachable,
  OutcomeUnknown,
  type Booked,
  type Calendar,
} from '../../bot/meetings/ports.ts'
import type { Slot } from '../../shared/meeting/planning-meeting.ts'
import type { Invitation } from '../../shared/letters/invitation.ts'
import { addMinutes, instant, type Instant } from '../../shared/dates/time.ts'
import { FakeCalendar } from '../support/fake-calendar.ts'
import { aLocalOutlook, type LocalOutlook } from '../support/local-outlook.ts'
import { aGraphToken, graphOf, HELEN, OWEN, PLANNING, RUTH, STEPHEN, TINA } from '../support/local-workplace.ts'

const NOW = instant('2026-12-18T16:05:00Z')
const START = instant('2026-12-21T10:00:00Z')
const SLOT = { start: START, end: addMinutes(START, 60) }
const LATER = { start: addMinutes(START, 120), end: addMinutes(START, 180) }

const invitation = (over: Partial<Invitation> = {}): Invitation => ({
  key: 'core',
  marker: 'a-meeting/1',
  transactionId: 'a-meeting/1/core',
  organiser: OWEN,
  subject: 'Planning meeting – ref PPM-7K2D',
  body: 'A planning meeting is arranged.',
  location: 'Details sent separately',
  slot: SLOT,
  online: true,
  hideAttendees: true,
  attendees: [
    { email: RUTH, name: 'Ruth Ashdown', required: true },
    { email: TINA, name: 'Tina Bramwell', required: false },
  ],
  ...over,
})

type Trouble = 'lost' | 'refused' | 'busy'
type Subject = {
  calendar: Calendar
  goesWrong(on: 'book' | 'change' | 'cancel', trouble: Trouble): void
  deletedByHand(eventId: string): Promise<void>
  /** Declines in their own calendar, and proposes another time. */
  proposes(event: Booked, who: string, start: Instant): Promise<void>
  /** Passes the invitation on to somebody else. */
  forwards(event: Booked, who: string, to: string): Promise<void>
  /** A room that has another meeting at this time. */
  takesRoom(room: string, at: Slot): Promise<void>
  hides(): void
  forgetsLinks(): void
  closes(email: string): void
  /** How many mails have reached anybody. */
  mailed(): number
}

function onFake(): Subject {
  const calendar = new FakeCalendar({ now: () => NOW })
  return {
    calendar,
    goesWrong: (on, is) => void calendar.faults.push({ on, is }),
    deletedByHand: async (eventId) => calendar.byHand.delete(eventId),
    proposes: async ({ eventId }, who, start) => calendar.byHand.propose(eventId, who, start),
    forwards: async ({ eventId }, _who, to) => calendar.byHand.forward(eventId, to),
    takesRoom: async (room, at) => void calendar.busy.set(room, [at]),
    forgetsLinks: () => calendar.forgetLinks(),
    closes: (email) => void calendar.closed.add(email),
    mailed: () => calendar.mails.length,
    hides: () => void Object.assign(calendar, { sameTransactionId: 'error409', markerLagSeconds: 60 }),
  }
}

const REQUESTS = {
  book: { method: 'POST', path: '/users/*/events' },
  change: { method: 'PATCH', path: '/users/*/events/*' },
  cancel: { method: 'POST', path: '/users/*/events/*/cancel' },
} as const
const OUTCOMES = {
  lost: 'commitThen504',
  refused: { status: 403, code: 'ErrorAccessDenied' },
  busy: { status: 429, code: 'TooManyRequests', retryAfter: '2' },
} as const

async function onGraph(outlook: LocalOutlook): Promise<Subject> {
  const { workplace, calendar } = outlook
  // Whatever Graph asked to wait for is over.
  outlook.pass(600)
  await workplace.reset()
  const token = await aGraphToken(workplace)
  // A token that has run out meanwhile is renewed here, and not in the midst of what is to go wrong.
  await calendar.find(OWEN, 'no such mark')
  return {
    calendar,
    goesWrong: (on, trouble) => void workplace.faults.rules.push({ ...REQUESTS[on], outcome: OUTCOMES[trouble] }),
    deletedByHand: async (eventId) => {
      const url = `${workplace.graphUrl}/users/${OWEN}/events/${encodeURIComponent(eventId)}`
      const { status } = await fetch(url, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } })
      expect(status).toBe(204)
    },
    takesRoom: async (room, { start, end }) => {
      const ask = await graphOf(workplace)
      const at = (moment: Instant) => ({ dateTime: moment.replace('Z', ''), timeZone: 'UTC' })
      const attendees = [{ emailAddress: { address: room }, type: 'resource' }]
      const { status } = await ask('POST', `/users/${PLANNING}/events`, {
        ...{ subject: 'Panel', start: at(start), end: at(end), attendees },
      })
      expect(status).toBe(201)
    },
    forwards: async ({ iCalUId }, who, to) => {
      const ask = await graphOf(workplace)
      const copies = await ask('GET', `/users/${who}/events?$filter=iCalUId eq '${iCalUId}'`)
      const toRecipients = [{ emailAddress: { address: to } }]
      const { status } = await ask('POST', `/users/${who}/events/${copies.body.value[0]!.id}/forward`, {
        toRecipients,
        comment: '',
      })
      expect(status).toBe(202)
    },
    proposes: async ({ iCalUId }, who, start) => {
      const ask = await graphOf(workplace)
      const copies = await ask('GET', `/users/${who}/events?$filter=iCalUId eq '${iCalUId}'`)
      const at = (moment: Instant) => ({ dateTime: moment.replace('Z', ''), timeZone: 'UTC' })
      const { status } = await ask('POST', `/users/${who}/events/${copies.body.value[0]!.id}/decline`, {
        sendResponse: true,
        proposedNewTime: { start: at(start), end: at(addMinutes(start, 60)) },
      })
      expect(status).toBe(202)
    },
    forgetsLinks: () => void (workplace.faults.switches.deltaForgotten = true),
    closes: (email) =>
      void workplace.faults.rules.push({ ...REQUESTS.book, mailbox: email, outcome: OUTCOMES.refused }),
    mailed: () => workplace.mails().length,
    hides: () => void Object.assign(workplace.faults.switches, { sameTransactionId: 'error409', markerLagSeconds: 60 }),
  }
}

describe.each(['Outlook over the local workplace', 'the stand-in of the tests'])('%s', (which) => {
  let outlook: LocalOutlook | null = null
  let subject: Subject
  let calendar: Calendar
  beforeAll(async () => {
    if (which.startsWith('Outlook')) outlook = await aLocalOutlook({ startAt: NOW })
  })
  afterAll(() => outlook?.close())
  beforeEach(async () => {
    subject = outlook ? await onGraph(outlook) : onFake()
    calendar = subject.calendar
  })

  const booked = async (over: Partial<Invitation> = {}) => (await calendar.book(invitation(over)))!

  test('books an event with a link in Teams and everybody on it, and shows it by its mark, its id and its common id', async () => {
    const event = await booked()
    expect(event).toMatchObject({ slot: SLOT, transactionId: 'a-meeting/1/core', location: 'Details sent separately' })
    expect(event.joinUrl).toMatch(/^https:\/\//)
    expect(event.attendees.map(({ email, type }) => `${email} ${type}`)).toEqual([
      `${RUTH} required`,
      `${TINA} optional`,
    ])
    expect((await calendar.find(OWEN, 'a-meeting/1')).map(({ eventId }) => eventId)).toEqual([event.eventId])
    expect(await calendar.read(OWEN, { eventId: event.eventId })).toMatchObject({ iCalUId: event.iCalUId })
    expect(await calendar.read(OWEN, { iCalUId: event.iCalUId })).toMatchObject({ eventId: event.eventId })
    expect(await calendar.find(OWEN, 'another/1')).toEqual([])
    expect(await calendar.find(RUTH, 'a-meeting/1')).toEqual([])
  })

  test('books once under one transaction id', async () => {
    const first = await booked()
    expect((await booked()).eventId).toBe(first.eventId)
    expect(await calendar.find(OWEN, 'a-meeting/1')).toHaveLength(1)
  })

  test('says that it has booked before what it does not show yet', async () => {
    await booked()
    subject.hides()
    expect(await calendar.book(invitation())).toBeNull()
    expect(await calendar.find(OWEN, 'a-meeting/1')).toEqual([])
  })

  test('says that it has booked before what somebody has deleted since, and books it no more', async () => {
    const { eventId } = await booked()
    await subject.deletedByHand(eventId)
    expect(await calendar.book(invitation())).toBeNull()
    expect(await calendar.read(OWEN, { eventId })).toBeNull()
    expect(await calendar.find(OWEN, 'a-meeting/1')).toEqual([])
  })

  test('changes the time in one go, and keeps the rest', async () => {
    const event = await booked()
    const moved = await calendar.change(OWEN, event, { slot: LATER })
    expect(moved).toMatchObject({
      eventId: event.eventId,
      slot: LATER,
      joinUrl: event.joinUrl,
      attendees: event.attendees,
    })
    expect(await calendar.read(OWEN, { eventId: event.eventId })).toMatchObject({ slot: LATER })
  })

  test('changes who comes: the list is the whole one', async () => {
    const event = await booked()
    const attendees = [{ email: STEPHEN, name: 'Stephen Adeyinka', type: 'required' as const }, event.attendees[0]!]
    await calendar.change(OWEN, event, { attendees })
    const after = await calendar.read(OWEN, { eventId: event.eventId })
    expect(after!.attendees.map(({ email }) => email).toSorted()).toEqual([RUTH, STEPHEN].toSorted())
  })

  test('changes nothing on top of what it is not any more', async () => {
    const event = await booked()
    await calendar.change(OWEN, event, { slot: LATER })
    expect(await calendar.change(OWEN, event, { slot: SLOT })).toBe('changedMeanwhile')
    expect(await calendar.read(OWEN, { eventId: event.eventId })).toMatchObject({ slot: LATER })
  })

  test('says of what is not there that it is gone, whether it is to be changed or cancelled', async () => {
    const event = await booked()
    expect(await calendar.cancel(OWEN, event.eventId, 'This meeting will not now take place.')).toBe('cancelled')
    expect(await calendar.cancel(OWEN, event.eventId, 'This meeting will not now take place.')).toBe('gone')
    expect(await calendar.change(OWEN, event, { slot: LATER })).toBe('gone')
    expect(await calendar.find(OWEN, 'a-meeting/1')).toEqual([])
  })

  test('keeps who is booked from being free, and knows nothing of people outside (E-44)', async () => {
    await booked()
    const diaries = await calendar.diaries(OWEN, [OWEN], SLOT)
    const owen = diaries.get(OWEN)
    expect(owen?.known && owen.busy).toContainEqual(SLOT)
  })

  test("shows an attendee's answer on the organiser's event", async () => {
    const event = await booked()
    expect(await calendar.answer(RUTH, event.iCalUId, 'coming')).toBe(true)
    expect((await calendar.read(OWEN, event))!.answers.get(RUTH)?.choice).toBe('coming')
  })

  test('shows another time that an attendee proposed, until it is moved', async () => {
    const event = await booked()
    await subject.proposes(event, RUTH, LATER.start)
    const proposed = (await calendar.read(OWEN, event))!
    expect(proposed.proposed.get(RUTH)).toMatchObject({ start: LATER.start, at: expect.stringMatching(/^2026-12-18T/) })
    expect(proposed.answers.get(RUTH)?.choice).toBe('cannot')
    await calendar.change(OWEN, proposed, { slot: LATER })
    expect((await calendar.read(OWEN, event))!.proposed.size).toBe(0)
  })

  test('shows whom an attendee has passed it on to; left out of the list, they alone hear that it is off for them', async () => {
    const event = await booked()
    await subject.forwards(event, RUTH, HELEN)
    const forwarded = (await calendar.read(OWEN, event))!
    expect(forwarded.etag).not.toBe(event.etag)
    expect(forwarded.attendees.map(({ email }) => email)).toEqual([RUTH, TINA, HELEN])
    const before = subject.mailed()
    await calendar.change(OWEN, forwarded, { attendees: event.attendees })
    expect((await calendar.read(OWEN, event))!.attendees.map(({ email }) => email)).toEqual([RUTH, TINA])
    expect(subject.mailed() - before).toBe(1)
  })

  test('shows whether a room takes it: at a time that suits the room, and at one that does not', async () => {
    const room = 'room.willow@merrowdale.example'
    await subject.takesRoom(room, LATER)
    const event = await booked()
    const withRoom = [...event.attendees, { email: room, name: 'Willow Room', type: 'resource' as const }]
    await calendar.change(OWEN, event, { attendees: withRoom })
    const there = (await calendar.read(OWEN, event))!
    expect(there.attendees.at(-1)).toMatchObject({ email: room, type: 'resource' })
    expect(there.answers.get(room)?.choice).toBe('coming')
    await calendar.change(OWEN, there, { slot: LATER })
    expect((await calendar.read(OWEN, event))!.answers.get(room)?.choice).toBe('cannot')
  })

  describe('followed by its changes', () => {
    const WEEK = { start: instant('2026-12-20T00:00:00Z'), end: instant('2026-12-27T00:00:00Z') }
    const follow = async (since: string | null) => {
      const { changed, link, isWhole } = await calendar.changes(PLANNING, WEEK, since)
      return { changed, link, isWhole, ids: changed.map(({ eventId, isRemoved }) => [eventId, isRemoved]) }
    }
    const ours = () => booked({ organiser: PLANNING })

    test('shows all that stands there, then only what is new, and nothing where nothing is', async () => {
      const event = await ours()
      const first = await follow(null)
      expect(first.isWhole).toBe(true)
      expect(first.changed).toEqual([
        {
          eventId: event.eventId,
          iCalUId: event.iCalUId,
          transactionId: event.transactionId,
          etag: event.etag,
          isRemoved: false,
        },
      ])
      const second = await follow(first.link)
      expect(second).toMatchObject({ changed: [], isWhole: false })
      const moved = await calendar.change(PLANNING, event, { slot: LATER })
      expect((await follow(second.link)).changed).toMatchObject([
        { eventId: event.eventId, etag: (moved as Booked).etag },
      ])
    })

    test('shows what was cancelled, and what was moved out of the time that is followed, as removed', async () => {
      const event = await ours()
      const other = await booked({ organiser: PLANNING, marker: 'b/1', transactionId: 'b/1/core' })
      const { link } = await follow(null)
      await calendar.cancel(PLANNING, event.eventId, 'This meeting will not now take place.')
      const nextYear = instant('2027-01-20T10:00:00Z')
      await calendar.change(PLANNING, other, { slot: { start: nextYear, end: addMinutes(nextYear, 60) } })
      const { ids, isWhole } = await follow(link)
      expect(isWhole).toBe(false)
      expect(ids.toSorted()).toEqual(
        [
          [event.eventId, true],
          [other.eventId, true],
        ].toSorted(),
      )
    })

    test('asked twice with one link, answers the same twice', async () => {
      const event = await ours()
      const { link } = await follow(null)
      await calendar.change(PLANNING, event, { slot: LATER })
      expect((await follow(link)).ids).toEqual([[event.eventId, false]])
      expect((await follow(link)).ids).toEqual([[event.eventId, false]])
    })

    test('begins anew where Outlook has forgotten how far it was, and says so', async () => {
      const event = await ours()
      const { link } = await follow(null)
      subject.forgetsLinks()
      expect(await follow(link)).toMatchObject({ isWhole: true, ids: [[event.eventId, false]] })
    })
  })

  describe('a time that is held in somebody’s own calendar', () => {
    const hold = (over = {}) => ({
      id: 'a-meeting/held/1',
      email: RUTH,
      subject: 'Planning meeting – ref PPM-7K2D',
      slot: SLOT,
      ...over,
    })

    test('is tentative there, mails nobody, and is none of our meetings', async () => {
      const put = await calendar.hold(hold())
      expect(await calendar.findHold(hold())).toEqual(put)
      const ruth = (await calendar.diaries(OWEN, [RUTH], SLOT)).get(RUTH)
      expect(ruth?.known && ruth.tentative).toContainEqual(SLOT)
      expect(subject.mailed()).toBe(0)
      expect(await calendar.find(RUTH, 'a-meeting/held/1')).toEqual([])
    })

    test('is put in once under one id, for each calendar and each time', async () => {
      const first = await calendar.hold(hold())
      expect(await calendar.hold(hold())).toEqual(first)
      const others = [
        await calendar.hold(hold({ email: STEPHEN })),
        await calendar.hold(hold({ id: 'a-meeting/held/2', slot: LATER })),
      ]
      expect(new Set([first, ...others].map((put) => put && put !== 'closed' && put.eventId)).size).toBe(3)
    })

    test('is gone when it is let go, and may be let go twice', async () => {
      const put = await calendar.hold(hold())
      if (!put || put === 'closed') throw new Error('not put in')
      await calendar.letGo(RUTH, put.eventId)
      await calendar.letGo(RUTH, put.eventId)
      expect(await calendar.findHold(hold())).toBeNull()
      const ruth = (await calendar.diaries(OWEN, [RUTH], SLOT)).get(RUTH)
      expect(ruth?.known && ruth.tentative).not.toContainEqual(SLOT)
      expect(subject.mailed()).toBe(0)
    })

    test('is not put where we may not write', async () => {
      subject.closes(RUTH)
      expect(await calendar.hold(hold())).toBe('closed')
    })

    test('says that it may be there where it has been put in and is not shown', async () => {
      await calendar.hold(hold())
      subject.hides()
      expect(await calendar.hold(hold())).toBeNull()
      expect(await calendar.findHold(hold())).toBeNull()
    })
  })

  test.each(['book', 'change', 'cancel'] as const)(
    'leaves it unknown whether a %s that nobody heard of was done',
    async (on) => {
      const event = on === 'book' ? null : await booked()
      const does = {
        book: () => calendar.book(invitation()),
        change: () => calendar.change(OWEN, event!, { slot: LATER }),
        cancel: () => calendar.cancel(OWEN, event!.eventId, 'This meeting will not now take place.'),
      }[on]
      subject.goesWrong(on, 'lost')
      await expect(does()).rejects.toThrow(OutcomeUnknown)
      const there = await calendar.find(OWEN, 'a-meeting/1')
      expect(there.map(({ slot }) => slot)).toEqual({ book: [SLOT], change: [LATER], cancel: [] }[on])
    },
  )

  test.each([
    ['refused', CalendarRefused],
    ['busy', CalendarUnreachable],
  ] as const)('of a booking that is %s there is nothing', async (trouble, fault) => {
    subject.goesWrong('book', trouble)
    await expect(calendar.book(invitation())).rejects.toThrow(fault)
    expect(await calendar.find(OWEN, 'a-meeting/1')).toEqual([])
  })
})
