/** People outside are asked which of the held times they can (E-44). */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { answerInvitationByLink, answerTimesByLink, showByLink } from '../../bot/meetings/answer-by-link.ts'
import { cancelMeeting, chooseMeetingTime, moveMeeting } from '../../bot/meetings/arrange-meeting.ts'
import { askOutside, changeLink, stopAsking } from '../../bot/meetings/ask-outside.ts'
import { cancelPlacement } from '../../bot/meetings/cancel-placement.ts'
import { meetingView } from '../../shared/meeting/meeting-view.ts'
import { NO_MINUTES } from '../../shared/record/minutes.ts'
import type { MeetingId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { addMinutes, instant, type Instant } from '../../shared/dates/time.ts'
import { CANARIES } from '../support/confirmation-texts.ts'
import { arrangeOn } from '../support/arranging.ts'
import { askOn, CARER, MOTHER, sayOn, secretOf, secretsTo } from '../support/asking-outside.ts'
import { practiceOf } from '../support/fixture-cases.ts'
import { STAFF, useDesk, type Desk } from '../support/practice-desk.ts'

const current = useDesk({ now: '2026-12-18T16:05:00Z' })
let desk: Desk
beforeEach(() => {
  desk = current()
})

const MONDAY = instant('2026-12-21T10:00:00Z')
const TUESDAY = instant('2026-12-22T10:00:00Z')
const WEDNESDAY = instant('2026-12-23T10:00:00Z')
const INSIDE = [STAFF.socialWorker.email, STAFF.supervising.email]
/** Two hours before the first of the times, since the practice's hour would be after it. */
const CLOSES = instant('2026-12-21T08:00:00Z')

const meetingNow = async ({ id }: PlanningMeeting) => (await desk.store.meeting(id))!
const heldInOutlook = () =>
  [...desk.calendar.held.values()].map(({ email, slot }) => `${email} ${slot.start}`).toSorted()
const heldBy = async (id: MeetingId) => {
  const held = await desk.store.held(INSIDE, { start: MONDAY, end: instant('2027-01-01T00:00:00Z') })
  expect(await desk.store.meeting(id)).not.toBeNull()
  return [...held].flatMap(([email, times]) => times.map(({ start }) => `${email} ${start}`)).toSorted()
}
const at = (...starts: Instant[]) => INSIDE.flatMap((email) => starts.map((start) => `${email} ${start}`)).toSorted()
const booked = () => [...desk.calendar.events.values()].map(({ slot }) => slot.start)

describe('asking those outside first', () => {
  test('holds up to three times for everybody inside, in our books and in their calendars, and books nothing (E-44)', async () => {
    const meeting = await askOn(desk)
    expect(meeting.state).toBe('toArrange')
    expect(meeting.heldTimes.slots.map(({ start }) => start)).toEqual([MONDAY, TUESDAY, WEDNESDAY])
    expect(await heldBy(meeting.id)).toEqual(at(MONDAY, TUESDAY, WEDNESDAY))
    expect(heldInOutlook()).toEqual(at(MONDAY, TUESDAY, WEDNESDAY))
    expect(desk.calendar.events.size).toBe(0)
    expect(desk.calendar.mails).toEqual([])
  })

  test('shows in their calendars a reference and nothing else (P-01)', async () => {
    const { ref } = await askOn(desk)
    expect(new Set([...desk.calendar.held.values()].map(({ subject }) => subject))).toEqual(
      new Set([`Planning meeting – ref ${ref}`]),
    )
  })

  test('writes one letter to each, with a link of their own and nothing about the child or the place (P-02, P-09, E-52)', async () => {
    const { ref } = await askOn(desk)
    const letters = [...desk.mail.sent.values()]
    expect(letters.map(({ to }) => to).toSorted()).toEqual([CARER, MOTHER])
    for (const { subject, text } of letters) {
      expect(subject).toBe(`Planning meeting – ref ${ref}`)
      expect(text).toContain('- Monday 21 December at 10 am')
      expect(text).toContain('by Monday 21 December at 8 am')
      expect(text).toContain('01632 960140')
      const words = text.replace(/\/answer\/[\w-]+/, '')
      for (const canary of Object.values(CANARIES)) expect(words).not.toContain(canary)
      expect(words).not.toMatch(/BKS-204417|PL-30951|foster|placement start/i)
    }
    expect(secretOf(desk, CARER)).toMatch(/^[\w-]{43}$/)
    expect(secretOf(desk, CARER)).not.toBe(secretOf(desk, MOTHER))
  })

  test('keeps of a link no more than a hash', async () => {
    const meeting = await askOn(desk)
    const secret = secretOf(desk, CARER)
    const kept = JSON.stringify([await meetingNow(meeting), await desk.store.audit({ meetingId: meeting.id })])
    expect(kept).not.toContain(secret)
    expect(await desk.store.personalLink(secret)).toBeNull()
  })

  test('counts no held time of its own as busy, and every one of them for other meetings', async () => {
    const meeting = await askOn(desk)
    const found = await askOutside(
      { meetingId: meeting.id, version: meeting.version, starts: [MONDAY] },
      STAFF.officer,
      desk.ports,
    )
    expect(found).toMatchObject({ ok: false, refusal: { reason: 'askedAlready' } })
    const other = await arrangeOn(desk, OTHER_CHILD)
    expect(other).toMatchObject({ state: 'arranged' })
    expect([MONDAY, TUESDAY, WEDNESDAY]).not.toContain(other.state === 'arranged' && other.slot.start)
  })

  test('is refused for a time that is late, or at which somebody is busy who has to come (E-43)', async () => {
    const meeting = await askOn(desk)
    await stopAsking({ meetingId: meeting.id, version: meeting.version }, STAFF.officer, desk.ports)
    await desk.work()
    desk.calendar.busy.set(STAFF.socialWorker.email, [{ start: TUESDAY, end: addMinutes(TUESDAY, 60) }])
    const ask = async (...starts: Instant[]) =>
      askOutside(
        { meetingId: meeting.id, version: (await meetingNow(meeting)).version, starts },
        STAFF.officer,
        desk.ports,
      )
    expect(await ask(MONDAY, TUESDAY)).toMatchObject({ refusal: { reason: 'timesNotToAsk' } })
    expect(await ask(instant('2027-01-06T10:00:00Z'))).toMatchObject({ refusal: { reason: 'timesNotToAsk' } })
    desk.clock.set(instant('2026-12-21T07:30:00Z'))
    expect(await ask(MONDAY)).toMatchObject({ refusal: { reason: 'tooSoonToAsk' } })
    expect(await ask(WEDNESDAY)).toMatchObject({ ok: true, value: { meeting: { heldTimes: { round: 2 } } } })
  })

  test('is not for whoever may not arrange the meeting', async () => {
    const meeting = await askOn(desk)
    const wanted = { meetingId: meeting.id, version: meeting.version }
    expect(await stopAsking(wanted, STAFF.stranger, desk.ports)).toMatchObject({ refusal: { reason: 'gone' } })
    expect(await stopAsking(wanted, STAFF.reviewing, desk.ports)).toMatchObject({ refusal: { reason: 'mayNot' } })
  })
})

describe('answers', () => {
  test('of everybody outside who has to come book the meeting, and within a minute nothing is held any more', async () => {
    const meeting = await askOn(desk)
    expect(await sayOn(desk, CARER, { can: TUESDAY })).toBe('kept')
    await desk.at(addMinutes(desk.clock.now(), 1))
    expect(await meetingNow(meeting)).toMatchObject({
      state: 'arranged',
      slot: { start: TUESDAY },
      heldTimes: { ended: { how: 'answered' } },
    })
    expect(booked()).toEqual([TUESDAY, TUESDAY])
    expect(desk.calendar.held.size).toBe(0)
    expect(await desk.store.calendarHolds(meeting.id)).toEqual([])
    expect(await heldBy(meeting.id)).toEqual(at(TUESDAY))
    expect(desk.failures).toEqual([])
  })

  test('of somebody who need not come settle nothing, and stand on the card and in Planning', async () => {
    const meeting = await askOn(desk)
    await sayOn(desk, MOTHER, { all: true })
    await desk.work()
    const now = await meetingNow(meeting)
    expect(now.state).toBe('toArrange')
    const placement = (await desk.store.placement(meeting.placementId))!
    const view = meetingView(STAFF.officer, placement, now, NO_MINUTES, practiceOf('england-default'), desk.clock.now())
    expect(view.nextStep).toBe('wait')
    expect(view.heldTimes?.people.map(({ role, can }) => [role, can])).toEqual([
      ['fosterCarer', null],
      ['mother', [MONDAY, TUESDAY, WEDNESDAY]],
    ])
  })

  test('for the time that the meeting gets are answers to its invitation; for another time they are none', async () => {
    const meeting = await askOn(desk)
    const said = desk.clock.now()
    await sayOn(desk, MOTHER, { can: MONDAY })
    await sayOn(desk, CARER, { can: TUESDAY })
    await desk.work()
    expect((await meetingNow(meeting)).answers).toEqual({
      'fosterCarer:1': { choice: 'coming', at: said, via: 'link' },
    })
  })

  test('hold, too, where somebody chooses the time by hand, and no longer once the meeting is moved', async () => {
    const meeting = await askOn(desk)
    await sayOn(desk, MOTHER, { can: MONDAY })
    const { version } = await meetingNow(meeting)
    await chooseMeetingTime({ meetingId: meeting.id, version, start: MONDAY }, STAFF.socialWorker, desk.ports)
    await desk.work()
    const booked = await meetingNow(meeting)
    expect(Object.entries(booked.answers)).toMatchObject([['mother:1', { choice: 'coming' }]])
    const move = { meetingId: meeting.id, version: booked.version, start: WEDNESDAY, reason: 'The carer is away' }
    await moveMeeting(move, STAFF.socialWorker, desk.ports)
    expect((await meetingNow(meeting)).answers).toEqual({})
  })

  test('can be changed until the time is settled, and weigh which time it becomes', async () => {
    const meeting = await askOn(desk)
    await sayOn(desk, MOTHER, { can: TUESDAY })
    await sayOn(desk, MOTHER, { can: WEDNESDAY })
    await sayOn(desk, MOTHER, { cannot: TUESDAY })
    await sayOn(desk, CARER, { all: true })
    await desk.work()
    expect(await meetingNow(meeting)).toMatchObject({ state: 'arranged', slot: { start: WEDNESDAY } })
  })

  test('at the very same moment all count, and book once', async () => {
    const meeting = await askOn(desk)
    await Promise.all([
      sayOn(desk, CARER, { can: WEDNESDAY }),
      sayOn(desk, MOTHER, { can: WEDNESDAY }),
      sayOn(desk, CARER, { can: WEDNESDAY }),
    ])
    await desk.work()
    const now = await meetingNow(meeting)
    expect(now).toMatchObject({ state: 'arranged', slot: { start: WEDNESDAY } })
    expect(Object.keys(now.heldTimes!.answers).toSorted()).toEqual(['fosterCarer:1', 'mother:1'])
    expect(booked()).toEqual([WEDNESDAY, WEDNESDAY])
  })

  test('after the time is settled are kept, and change nothing', async () => {
    const meeting = await askOn(desk)
    await sayOn(desk, CARER, { can: TUESDAY })
    await desk.work()
    expect(await sayOn(desk, MOTHER, { can: WEDNESDAY })).toBe('kept')
    await desk.work()
    expect(await meetingNow(meeting)).toMatchObject({
      state: 'arranged',
      slot: { start: TUESDAY },
      heldTimes: { answers: { 'mother:1': { can: [WEDNESDAY] } } },
    })
  })
})

describe('when somebody takes one of the times in Outlook meanwhile', () => {
  const take = (start: Instant) =>
    desk.calendar.busy.set(STAFF.supervising.email, [
      ...(desk.calendar.busy.get(STAFF.supervising.email) ?? []),
      { start, end: addMinutes(start, 60) },
    ])

  test('it is never booked over them: the next that suffices is (E-43)', async () => {
    const meeting = await askOn(desk)
    take(MONDAY)
    await sayOn(desk, CARER, { all: true })
    await desk.work()
    expect(await meetingNow(meeting)).toMatchObject({ state: 'arranged', slot: { start: TUESDAY } })
  })

  test('an entry for the very same time as ours counts, and ours does not', async () => {
    const meeting = await askOn(desk)
    await desk.calendar.hold({
      id: 'another app',
      email: STAFF.supervising.email,
      subject: 'Other',
      slot: { start: MONDAY, end: addMinutes(MONDAY, 60) },
    })
    await sayOn(desk, CARER, { can: MONDAY })
    await desk.work()
    expect(await meetingNow(meeting)).toMatchObject({ state: 'toArrange', heldTimes: { taken: [MONDAY] } })
  })

  test('the others stay held, and the page no longer asks for it', async () => {
    const meeting = await askOn(desk)
    take(MONDAY)
    await sayOn(desk, CARER, { can: MONDAY })
    await desk.work()
    expect((await meetingNow(meeting)).state).toBe('toArrange')
    expect(heldInOutlook()).toEqual(at(TUESDAY, WEDNESDAY))
    expect(await heldBy(meeting.id)).toEqual(at(TUESDAY, WEDNESDAY))
    const shown = await showByLink(secretOf(desk, CARER), desk.ports)
    expect(shown?.is === 'times' && shown.times.map(({ start, can }) => [start, can])).toEqual([
      [TUESDAY, false],
      [WEDNESDAY, false],
    ])
  })

  test('and takes all of them, whoever arranges the meeting chooses again', async () => {
    const meeting = await askOn(desk)
    for (const start of [MONDAY, TUESDAY, WEDNESDAY]) take(start)
    await sayOn(desk, CARER, { all: true })
    await desk.work()
    const now = await meetingNow(meeting)
    expect(now).toMatchObject({ state: 'toArrange', problem: 'timeTaken', heldTimes: { ended: { how: 'taken' } } })
    expect(now.offered.length).toBeGreaterThan(0)
    expect(desk.calendar.held.size).toBe(0)
    expect(await heldBy(meeting.id)).toEqual([])
  })
})

describe('at the closing hour', () => {
  test('without those who have to come the time is left to whoever arranges the meeting, and nothing is held any more', async () => {
    const meeting = await askOn(desk)
    expect(meeting.heldTimes.closesAt).toBe(CLOSES)
    await sayOn(desk, MOTHER, { all: true })
    await desk.at(addMinutes(CLOSES, -1))
    expect(heldInOutlook()).toEqual(at(MONDAY, TUESDAY, WEDNESDAY))
    await desk.at(addMinutes(CLOSES, 1))
    expect(await meetingNow(meeting)).toMatchObject({
      state: 'toArrange',
      problem: 'notSettledOutside',
      heldTimes: { ended: { how: 'notSettled', at: CLOSES } },
    })
    expect(heldInOutlook()).toEqual([])
    expect(await heldBy(meeting.id)).toEqual([])
    expect(desk.calendar.events.size).toBe(0)
  })

  test('somebody who answers late is heard, and books nothing by it', async () => {
    const meeting = await askOn(desk)
    await desk.at(addMinutes(CLOSES, 5))
    expect(await showByLink(secretOf(desk, CARER), desk.ports)).toMatchObject({ is: 'times', closed: true })
    expect(await sayOn(desk, CARER, { can: TUESDAY })).toBe('kept')
    await desk.work()
    const now = await meetingNow(meeting)
    expect(now).toMatchObject({ state: 'toArrange', problem: 'notSettledOutside' })
    const placement = (await desk.store.placement(meeting.placementId))!
    const view = meetingView(STAFF.officer, placement, now, NO_MINUTES, practiceOf('england-default'), desk.clock.now())
    expect(view.heldTimes).toMatchObject({
      open: false,
      people: [
        { role: 'fosterCarer', can: [TUESDAY], late: true },
        { role: 'mother', can: null, late: false },
      ],
    })
  })
})

describe('a decision of somebody who arranges the meeting', () => {
  const wanted = (meeting: PlanningMeeting) => ({ meetingId: meeting.id, version: meeting.version })

  test('for a time of their own ends the asking: it is booked, and the rest is let go within a minute', async () => {
    const meeting = await askOn(desk)
    const start = instant('2026-12-22T14:00:00Z')
    await chooseMeetingTime({ ...wanted(meeting), start }, STAFF.socialWorker, desk.ports)
    await desk.at(addMinutes(desk.clock.now(), 1))
    expect(await meetingNow(meeting)).toMatchObject({ state: 'arranged', heldTimes: { ended: { how: 'decided' } } })
    expect(booked()).toEqual([start, start])
    expect(heldInOutlook()).toEqual([])
  })

  describe('to cancel', () => {
    const offLetters = () => [...desk.mail.sent.values()].filter(({ text }) => text.includes('will not now take place'))
    const isLetGo = async (meeting: PlanningMeeting) => {
      await desk.at(addMinutes(desk.clock.now(), 1))
      expect(heldInOutlook()).toEqual([])
      expect(await heldBy(meeting.id)).toEqual([])
      expect(await showByLink(secretOf(desk, CARER), desk.ports)).toBeNull()
      expect(await sayOn(desk, CARER, { all: true })).toBe('gone')
    }

    test('lets go of everything, makes every link dead, and is heard of by each who was asked, once and with no reason (P-07)', async () => {
      const meeting = await askOn(desk)
      await cancelMeeting({ ...wanted(meeting), reason: 'Fell through' }, STAFF.officer, desk.ports)
      await isLetGo(meeting)
      expect(
        offLetters()
          .map(({ to }) => to)
          .toSorted(),
      ).toEqual([CARER, MOTHER].toSorted())
      expect(JSON.stringify(offLetters())).not.toMatch(/Fell through|KV|Tannery|answer\//)
      const letters = desk.mail.sent.size
      await desk.at(addMinutes(CLOSES, 1))
      expect((await meetingNow(meeting)).state).toBe('cancelled')
      expect(desk.calendar.events.size).toBe(0)
      expect(desk.mail.sent.size).toBe(letters)
    })

    test('the placement does the same to its meetings (E-12)', async () => {
      const meeting = await askOn(desk)
      const { id, version } = (await desk.store.placement(meeting.placementId))!
      await cancelPlacement({ placementId: id, version, reason: 'Fell through' }, STAFF.officer, desk.ports)
      await isLetGo(meeting)
      expect(offLetters()).toHaveLength(2)
    })

    test('says nothing to whoever had their link withdrawn before', async () => {
      const meeting = await askOn(desk)
      await changeLink({ ...wanted(meeting), person: 'mother:1', again: false }, STAFF.officer, desk.ports)
      const asking = await meetingNow(meeting)
      await cancelMeeting({ ...wanted(asking), reason: 'Fell through' }, STAFF.officer, desk.ports)
      await desk.work()
      expect(offLetters().map(({ to }) => to)).toEqual([CARER])
    })
  })

  test('to stop lets go of everything and makes every link dead', async () => {
    const meeting = await askOn(desk)
    await stopAsking(wanted(meeting), STAFF.officer, desk.ports)
    await desk.at(addMinutes(desk.clock.now(), 1))
    expect(heldInOutlook()).toEqual([])
    expect(await heldBy(meeting.id)).toEqual([])
    expect(await showByLink(secretOf(desk, CARER), desk.ports)).toBeNull()
    expect(await sayOn(desk, CARER, { all: true })).toBe('gone')
    await desk.at(addMinutes(CLOSES, 1))
    expect(await meetingNow(meeting)).toMatchObject({ state: 'toArrange', heldTimes: { ended: { how: 'stopped' } } })
  })
})

describe('a personal link', () => {
  test('opened however often, as by programs that look through mail, changes nothing', async () => {
    const meeting = await askOn(desk)
    for (let n = 0; n < 5; n += 1) await showByLink(secretOf(desk, CARER), desk.ports)
    await desk.work()
    expect(await meetingNow(meeting)).toEqual(meeting)
  })

  test('that is guessed, cut short or of another shape opens nothing', async () => {
    await askOn(desk)
    const secret = secretOf(desk, CARER)
    for (const wrong of ['', secret.slice(1), `${secret}A`, 'A'.repeat(43), `${secret}' or '1'='1`])
      expect(await showByLink(wrong, desk.ports)).toBeNull()
  })

  test('sent again takes the place of the one before', async () => {
    const meeting = await askOn(desk)
    await desk.at('2026-12-18T16:20:00Z')
    const wanted = { meetingId: meeting.id, version: meeting.version, person: 'fosterCarer:1' as const }
    expect(await changeLink({ ...wanted, again: true }, STAFF.officer, desk.ports)).toMatchObject({ ok: true })
    await desk.work()
    const [old, fresh, ...more] = secretsTo(desk, CARER)
    expect(more).toEqual([])
    expect(await showByLink(old!, desk.ports)).toBeNull()
    expect(await showByLink(fresh!, desk.ports)).toMatchObject({ is: 'times' })
    expect(await showByLink(secretOf(desk, MOTHER), desk.ports)).toMatchObject({ is: 'times' })
  })

  test('that is withdrawn opens nothing, also where its letter was still on its way', async () => {
    const meeting = await askOn(desk)
    const wanted = { meetingId: meeting.id, version: meeting.version, person: 'mother:1' as const }
    await changeLink({ ...wanted, again: true }, STAFF.officer, desk.ports)
    const { version } = await meetingNow(meeting)
    await changeLink({ ...wanted, version, again: false }, STAFF.officer, desk.ports)
    await desk.work()
    expect(secretsTo(desk, MOTHER)).toHaveLength(1)
    expect(await showByLink(secretOf(desk, MOTHER), desk.ports)).toBeNull()
  })

  test('of an earlier asking opens nothing once they are asked anew', async () => {
    const meeting = await askOn(desk)
    const before = secretOf(desk, CARER)
    await stopAsking({ meetingId: meeting.id, version: meeting.version }, STAFF.officer, desk.ports)
    const { version } = await meetingNow(meeting)
    await askOutside({ meetingId: meeting.id, version, starts: [TUESDAY] }, STAFF.officer, desk.ports)
    await desk.work()
    expect(await showByLink(before, desk.ports)).toBeNull()
    expect(await showByLink(secretOf(desk, CARER), desk.ports)).toMatchObject({ is: 'times' })
  })

  test('answers the invitation, too, once the meeting has its time: kept apart from what is said in Outlook', async () => {
    const meeting = await askOn(desk)
    const secret = secretOf(desk, CARER)
    await sayOn(desk, CARER, { can: TUESDAY })
    await desk.work()
    expect(await showByLink(secret, desk.ports)).toMatchObject({
      is: 'invitation',
      slot: { start: TUESDAY },
      answer: 'coming',
    })
    expect(await answerInvitationByLink(secret, 'byVideo', desk.ports)).toBe('kept')
    expect((await meetingNow(meeting)).answers['fosterCarer:1']).toMatchObject({ choice: 'byVideo', via: 'link' })
    await desk.at(TUESDAY)
    expect(await answerInvitationByLink(secret, 'cannot', desk.ports)).toBe('gone')
    expect(await showByLink(secret, desk.ports)).toMatchObject({ is: 'over' })
  })

  test('comes with every letter of reminder to somebody who is asked to come', async () => {
    const meeting = await arrangeOn(desk)
    await desk.at('2026-12-21T09:00:00Z')
    const [secret] = secretsTo(desk, MOTHER)
    expect(await showByLink(secret!, desk.ports)).toMatchObject({ is: 'invitation' })
    expect(await answerInvitationByLink(secret!, 'sendViews', desk.ports)).toBe('kept')
    expect((await meetingNow(meeting)).answers['mother:1']).toMatchObject({ choice: 'sendViews', via: 'link' })
    expect(await answerTimesByLink(secret!, { all: true }, desk.ports)).toBe('gone')
  })
})

describe('when Outlook is in trouble', () => {
  test('a hold of which nobody knows whether it was put in is neither doubled nor left behind', async () => {
    desk.calendar.faults.push({ on: 'hold', is: 'lost' }, { on: 'hold', is: 'silent' })
    const meeting = await askOn(desk)
    await desk.at(addMinutes(desk.clock.now(), 1))
    expect(heldInOutlook()).toEqual(at(MONDAY, TUESDAY, WEDNESDAY))
    desk.calendar.faults.push({ on: 'letGo', is: 'lost' }, { on: 'letGo', is: 'silent' })
    await sayOn(desk, CARER, { can: MONDAY })
    await desk.at(addMinutes(desk.clock.now(), 1))
    expect((await meetingNow(meeting)).state).toBe('arranged')
    expect(heldInOutlook()).toEqual([])
    expect(await desk.store.calendarHolds(meeting.id)).toEqual([])
  })

  test('a calendar that is closed to us is held in our own books alone, and that is written down', async () => {
    desk.calendar.closed.add(STAFF.supervising.email)
    const meeting = await askOn(desk)
    expect(heldInOutlook()).toEqual([MONDAY, TUESDAY, WEDNESDAY].map((start) => `${STAFF.socialWorker.email} ${start}`))
    expect(await heldBy(meeting.id)).toEqual(at(MONDAY, TUESDAY, WEDNESDAY))
    const audit = await desk.store.audit({ meetingId: meeting.id })
    expect(audit.map(({ did }) => did)).toContain('heldInOurBooksAlone')
  })

  test('an entry that shows late is still taken out', async () => {
    desk.calendar.sameTransactionId = 'error409'
    desk.calendar.markerLagSeconds = 30
    desk.calendar.faults.push({ on: 'hold', is: 'lost' })
    const meeting = await askOn(desk)
    await stopAsking({ meetingId: meeting.id, version: meeting.version }, STAFF.officer, desk.ports)
    await desk.work()
    expect(heldInOutlook()).toHaveLength(1)
    await desk.at(addMinutes(desk.clock.now(), 1))
    expect(heldInOutlook()).toEqual([])
  })

  test('answers that suffice are booked once it is there again', async () => {
    const meeting = await askOn(desk)
    desk.calendar.reachable = false
    await sayOn(desk, CARER, { can: TUESDAY })
    await desk.work()
    expect((await meetingNow(meeting)).state).toBe('arranging')
    desk.calendar.reachable = true
    await desk.retry()
    expect(await meetingNow(meeting)).toMatchObject({ state: 'arranged', slot: { start: TUESDAY } })
    expect(heldInOutlook()).toEqual([])
  })
})

const OTHER_CHILD = `
Case reference: BKS-300001
Placement reference: PL-40001
Child: A.B., aged 7
Legal status: Section 20
First placement: Yes
Became looked after: 18/12/2026
Type of placement: In-house fostering
Planned or emergency: Emergency
Placement start date/time: 18/12/2026 at 5.30pm
In or out of area: In area
Address: 3 Quarry Lane, Aldermere AL4 7QT
Foster carer: Ines Quill, i.quill@homefires.example
Supervising social worker: Tobias Greenhalgh, tobias.greenhalgh@brackenshire.example
Child's social worker: Rosalind Achterberg, rosalind.achterberg@brackenshire.example
Mother: Dora Bell, dora.b@post.example, has parental responsibility
Mother's part in the meeting: attend
Child's part in the meeting: contribute
`
