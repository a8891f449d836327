/**
 * Somebody changes who comes to an arranged meeting, or where it is held. What piles up goes as one change to whom it
 * concerns and nobody else; whom a decision keeps away stays away; the reason stays with the meeting.
 */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { changePeople, changeVenue, sendNow, type PeopleWish } from '../../bot/meetings/edit-meeting.ts'
import { moveMeeting } from '../../bot/meetings/arrange-meeting.ts'
import { missingFromMinimum, meetingView } from '../../shared/meeting/meeting-view.ts'
import { NO_MINUTES } from '../../shared/record/minutes.ts'
import { pendingChanges } from '../../shared/meeting/pending-changes.ts'
import type { VenueKind } from '../../shared/placement/placement.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { addMinutes, instant } from '../../shared/dates/time.ts'
import { arrangedOn } from '../support/arranging.ts'
import { STAFF, useDesk, type Desk } from '../support/practice-desk.ts'

const current = useDesk({ now: '2026-12-18T16:05:00Z' })
let desk: Desk
let meeting: PlanningMeeting & { state: 'arranged' }

beforeEach(async () => {
  desk = current()
  meeting = await arrangedOn(desk)
  desk.calendar.mails.length = 0
  desk.calendar.calls = []
})

const now = async () => (await desk.store.meeting(meeting.id))! as typeof meeting
const eventOf = (key: string) => [...desk.calendar.events.values()].find(({ invitation }) => invitation.key === key)
const edits = async (wish: PeopleWish, reason = 'Asked for by the social worker') => {
  const { version } = await now()
  return changePeople({ meetingId: meeting.id, version, reason, wish }, STAFF.socialWorker, desk.ports)
}
const holdsAt = async (venue: VenueKind) => {
  const { version } = await now()
  return changeVenue(
    { meetingId: meeting.id, version, reason: 'The room is too small', venue },
    STAFF.socialWorker,
    desk.ports,
  )
}
const quietIsOver = () => desk.at(addMinutes(desk.clock.now(), 2))
const mails = () => desk.calendar.mails.map(({ to, kind }) => `${kind} to ${to}`).toSorted()

const ADVOCATE = { does: 'add', role: 'advocate', name: 'Glenys Harrop', email: 'g.harrop@voices.example' } as const
const MANAGER = { does: 'add', role: 'teamManager', name: 'Imelda Castellano', email: STAFF.teamManager.email } as const
const CARER = { does: 'remove', person: 'fosterCarer:1', instead: 'contribute' } as const
const MOTHER = { does: 'remove', person: 'mother:1', instead: 'contribute' } as const

describe('somebody is asked to come as well', () => {
  test('and alone hears of it, once, two minutes after the last edit (R-040, P-05)', async () => {
    expect((await edits(MANAGER)).ok).toBe(true)
    await desk.at(addMinutes(desk.clock.now(), 1))
    expect(desk.calendar.mails).toEqual([])
    await desk.at(addMinutes(desk.clock.now(), 1))
    expect(mails()).toEqual([`invitation to ${MANAGER.email}`])
    expect(eventOf('core')!.attendees.map(({ email }) => email)).toContain(MANAGER.email)
    expect(desk.calendar.calls.filter((call) => call === 'change')).toHaveLength(1)
    await desk.at(addMinutes(desk.clock.now(), 30))
    expect(desk.calendar.mails).toHaveLength(1)
  })

  test('keeps everybody else on the invitation, also whoever came to be on it by a forward', async () => {
    desk.calendar.byHand.forward(eventOf('core')!.eventId, 'colleague@brackenshire.example')
    const before = eventOf('core')!.attendees.map(({ email }) => email)
    await edits(MANAGER)
    await quietIsOver()
    expect(
      eventOf('core')!
        .attendees.map(({ email }) => email)
        .toSorted(),
    ).toEqual([...before, MANAGER.email].toSorted())
  })

  test('with a reason that stays with the meeting, and is in no mail and no audit line (P-07, P-52)', async () => {
    await edits(ADVOCATE, 'The child asked for her')
    await quietIsOver()
    expect((await now()).edits).toMatchObject([
      { did: 'personAdded', about: 'advocate:1', reason: 'The child asked for her', by: STAFF.socialWorker.objectId },
    ])
    const told = JSON.stringify([desk.calendar.mails, await desk.store.audit({ meetingId: meeting.id })])
    expect(told).not.toContain('The child asked')
  })

  test('an outsider makes those invited invisible to each other (P-05)', async () => {
    await edits(ADVOCATE)
    await quietIsOver()
    expect(eventOf('core')!.hideAttendees).toBe(true)
  })

  test('is reminded like the others from then on', async () => {
    await edits(MANAGER)
    await quietIsOver()
    await desk.at('2026-12-24T12:00:00Z')
    const kinds = desk.announcer.reminded.filter(({ email }) => email === MANAGER.email).map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['booked', 'morning']))
  })

  test('has the time held, and is refused where another planning meeting has them then', async () => {
    const other = { ...meeting, id: 'other' as typeof meeting.id, ref: 'PPM-OTHR' as typeof meeting.ref, version: 0 }
    await desk.store.save({
      meetings: [{ ...other, events: [] }],
      holds: [{ meetingId: other.id, emails: [MANAGER.email], slots: [meeting.slot] }],
    })
    expect(await edits(MANAGER)).toMatchObject({ ok: false, refusal: { reason: 'elsewhereThen' } })
    expect((await now()).plan.attendees.some(({ email }) => email === MANAGER.email)).toBe(false)
  })

  test('who is not cleared takes the meeting out of the placement, and everybody hears of the place (R-080, P-34)', async () => {
    expect(meeting.plan.venue.kind).toBe('placement')
    await edits({ ...ADVOCATE, cleared: false })
    expect(pendingChanges(await now())).toMatchObject({ place: 'Online', invited: [{ key: 'advocate:1' }] })
    await quietIsOver()
    expect(mails()).toEqual([
      `invitation to ${ADVOCATE.email}`,
      'update to m.oyelaran@homefires.example',
      'update to petra.v@post.example',
      `update to ${STAFF.supervising.email}`,
    ])
    expect(eventOf('core')!.location).toBe('Online')
  })

  test('who is cleared changes nothing about the place', async () => {
    await edits({ ...ADVOCATE, cleared: true })
    await quietIsOver()
    expect(mails()).toEqual([`invitation to ${ADVOCATE.email}`])
  })

  test('without an address is on the list, and nobody is written to', async () => {
    expect((await edits({ ...ADVOCATE, email: null, cleared: true })).ok).toBe(true)
    expect((await now()).sendsAt).toBeUndefined()
    await quietIsOver()
    expect(desk.calendar.mails).toEqual([])
    expect((await now()).plan.attendees).toContainEqual(expect.objectContaining({ key: 'advocate:1', part: 'attend' }))
  })
})

describe('family has an invitation of its own (P-06)', () => {
  const FATHER = { does: 'add', role: 'father', name: 'Anders Vandermolen', email: 'anders.v@post.example' } as const

  test('a parent who is to come as well gets one, and the others hear nothing', async () => {
    await edits({ ...FATHER, cleared: true })
    await quietIsOver()
    expect(mails()).toEqual([`invitation to ${FATHER.email}`])
    expect(eventOf('core')!.attendees.map(({ email }) => email)).not.toContain(FATHER.email)
    expect(eventOf('family:2')!.attendees.map(({ email }) => email)).toEqual([FATHER.email])
  })

  test('one parent is taken off: the other keeps their own, and nobody’s becomes another’s', async () => {
    await edits({ ...FATHER, cleared: true })
    await quietIsOver()
    const his = eventOf('family:2')!.eventId
    desk.calendar.mails.length = 0
    await edits(MOTHER)
    await quietIsOver()
    expect(mails()).toEqual(['cancellation to petra.v@post.example'])
    expect(eventOf('family:2')).toMatchObject({ eventId: his })
    expect(eventOf('family:1')).toBeUndefined()
    expect(desk.calendar.mails[0]!.words).toContain('will not now take place for you')
  })

  test('a parent is not named into the invitation of the others under another role', async () => {
    const wish = { ...ADVOCATE, email: 'Petra.V@post.example' }
    expect(await edits(wish)).toMatchObject({ ok: false, refusal: { reason: 'ownInvitation' } })
    const worker = { ...FATHER, email: STAFF.supervising.email }
    expect(await edits(worker)).toMatchObject({ ok: false, refusal: { reason: 'ownInvitation' } })
  })
})

describe('whom a decision keeps away stays away (P-26, P-40)', () => {
  test('under their own role and under any other', async () => {
    const placement = (await desk.store.placement(meeting.placementId))!
    const decision = {
      part: 'notInvited',
      ground: 'courtOrder',
      decidedBy: 'Imelda Castellano',
      viewsObtainedBy: 'her solicitor',
    } as const
    const people = placement.confirmation.people.map((person) =>
      person.role === 'mother' ? { ...person, decision } : person,
    )
    await desk.store.save({ placement: { ...placement, confirmation: { ...placement.confirmation, people } } })
    for (const role of ['mother', 'advocate'] as const) {
      const wish = { does: 'add', role, name: 'Petra Vandermolen', email: 'petra.v@post.example' } as const
      expect(await edits(wish)).toMatchObject({ ok: false, refusal: { reason: 'notToBeInvited' } })
    }
  })

  test('two who must not meet are not brought together (P-44)', async () => {
    const { placementId } = await now()
    const placement = (await desk.store.placement(placementId))!
    const people = placement.confirmation.people.map((person) =>
      person.role === 'mother' ? { ...person, separateFrom: ['father' as const] } : person,
    )
    await desk.store.save({ placement: { ...placement, confirmation: { ...placement.confirmation, people } } })
    const father = { does: 'add', role: 'father', name: 'Anders Vandermolen', email: 'anders.v@post.example' } as const
    expect(await edits(father)).toMatchObject({ ok: false, refusal: { reason: 'mustNotMeet' } })
    await quietIsOver()
    expect(desk.calendar.mails).toEqual([])
  })
})

describe('somebody is not to come any more', () => {
  test('and alone hears of it; how they take part instead is kept (R-069)', async () => {
    await edits(CARER)
    await quietIsOver()
    expect(mails()).toEqual(['cancellation to m.oyelaran@homefires.example'])
    const { plan } = await now()
    expect(plan.attendees.find(({ key }) => key === CARER.person)).toMatchObject({ part: 'contribute', event: null })
  })

  test('who had to be there: the minimum is said to be missing (R-064)', async () => {
    expect(missingFromMinimum(await now())).toEqual([])
    await edits(CARER)
    expect(missingFromMinimum(await now())).toEqual(['fosterCarer'])
  })

  test('is reminded of nothing but how to be heard, in words that give nothing away (P-02)', async () => {
    await edits(CARER)
    await quietIsOver()
    await desk.at('2026-12-24T12:00:00Z')
    const letters = [...desk.mail.sent.values()].filter(({ to }) => to === 'm.oyelaran@homefires.example')
    expect(letters.map(({ id }) => id.split('/')[2])).toEqual(['booked'])
    expect(letters[0]!.text).toContain('You are not asked to come, and we would like to hear what you think')
    expect(letters[0]!.text).not.toMatch(/Q\.?X|Tannery|foster|child/i)
  })

  test('the chair and the convenor stay until somebody else holds the duty', async () => {
    const { plan } = await now()
    for (const { key } of [plan.chair, plan.convenor])
      expect(await edits({ does: 'remove', person: key!, instead: 'contribute' })).toMatchObject({
        ok: false,
        refusal: { reason: 'holdsDuty' },
      })
  })

  test('and is asked again after all before anything was sent: nobody hears of either', async () => {
    await edits(CARER)
    expect((await now()).sendsAt).toBeDefined()
    await edits({
      does: 'add',
      role: 'fosterCarer',
      name: 'Marguerite Oyelaran',
      email: 'm.oyelaran@homefires.example',
    })
    expect((await now()).sendsAt).toBeUndefined()
    await quietIsOver()
    expect(desk.calendar.mails).toEqual([])
    expect(await now()).toMatchObject({ state: 'arranged' })
  })
})

describe('edits', () => {
  test('pile up and go as one change for each event that they concern', async () => {
    await edits(MANAGER)
    await desk.at(addMinutes(desk.clock.now(), 1))
    await edits(CARER)
    await desk.at(addMinutes(desk.clock.now(), 1))
    expect(desk.calendar.mails).toEqual([])
    await edits({ ...ADVOCATE, cleared: true })
    await quietIsOver()
    expect(mails()).toEqual(
      [
        `invitation to ${MANAGER.email}`,
        `invitation to ${ADVOCATE.email}`,
        'cancellation to m.oyelaran@homefires.example',
      ].toSorted(),
    )
    expect(desk.calendar.calls.filter((call) => call === 'change')).toHaveLength(1)
  })

  test('are shown with the moment at which they go, to those who may change them', async () => {
    await edits(MANAGER)
    await edits(CARER)
    const placement = (await desk.store.placement(meeting.placementId))!
    const view = async (reader: typeof STAFF.socialWorker) =>
      meetingView(reader, placement, await now(), NO_MINUTES, null, desk.clock.now())
    expect((await view(STAFF.socialWorker)).pending).toEqual({
      sendsAt: addMinutes(desk.clock.now(), 2),
      sentences: [
        'An invitation goes to Imelda Castellano.',
        'Marguerite Oyelaran is told that the meeting will not take place for them, and no reason.',
      ],
    })
    expect((await view(STAFF.reviewing)).pending).toBeNull()
    await quietIsOver()
    expect((await view(STAFF.socialWorker)).pending).toBeNull()
  })

  test('are sent at once where somebody says so', async () => {
    await edits(MANAGER)
    const { version } = await now()
    await sendNow({ meetingId: meeting.id, version }, STAFF.socialWorker, desk.ports)
    await desk.work()
    expect(mails()).toEqual([`invitation to ${MANAGER.email}`])
    await quietIsOver()
    expect(desk.calendar.mails).toHaveLength(1)
  })

  test('go with a move that comes before they are sent: one change each', async () => {
    await edits({ ...MANAGER })
    const { version } = await now()
    const start = instant('2026-12-23T14:00:00Z')
    await moveMeeting({ meetingId: meeting.id, version, start, reason: 'Asked for' }, STAFF.socialWorker, desk.ports)
    await desk.work()
    expect(mails().filter((line) => line.includes(MANAGER.email))).toEqual([`invitation to ${MANAGER.email}`])
    expect(desk.calendar.calls.filter((call) => call === 'change')).toHaveLength(2)
    expect((await now()).edits).toHaveLength(1)
  })

  test('are refused to whoever only comes, and on a card that is out of date', async () => {
    const { version } = await now()
    const wanted = { meetingId: meeting.id, version, reason: 'I want to', wish: MANAGER }
    expect(await changePeople(wanted, STAFF.reviewing, desk.ports)).toMatchObject({ refusal: { reason: 'mayNot' } })
    expect(await changePeople(wanted, STAFF.stranger, desk.ports)).toMatchObject({ refusal: { reason: 'gone' } })
    const old = { ...wanted, version: version - 1 }
    expect(await changePeople(old, STAFF.socialWorker, desk.ports)).toMatchObject({ refusal: { reason: 'stale' } })
  })

  test('of a meeting that has no time yet write to nobody', async () => {
    const toArrange = { ...meeting, id: 'second' as typeof meeting.id, ref: 'PPM-SCND' as typeof meeting.ref }
    await desk.store.save({
      meetings: [{ ...toArrange, version: 0, events: [], state: 'toArrange' }],
    })
    const found = (await desk.store.meeting(toArrange.id))!
    const wanted = { meetingId: toArrange.id, version: found.version, reason: 'Asked for', wish: MANAGER }
    expect(await changePeople(wanted, STAFF.socialWorker, desk.ports)).toMatchObject({ ok: true })
    await quietIsOver()
    expect(desk.calendar.mails.filter(({ event }) => event.marker.startsWith(toArrange.id))).toEqual([])
  })
})

describe('another place', () => {
  test('by video: everybody invited hears of it once, in one change for each event (R-075)', async () => {
    expect((await holdsAt('online')).ok).toBe(true)
    await quietIsOver()
    expect(mails()).toEqual([
      'update to m.oyelaran@homefires.example',
      'update to petra.v@post.example',
      `update to ${STAFF.supervising.email}`,
    ])
    expect(eventOf('core')!.location).toBe('Online')
    expect((await now()).edits).toMatchObject([{ did: 'venueChanged', about: 'online' }])
  })

  test('an office says no more in a calendar than the placement did, so nobody is mailed (P-03)', async () => {
    await holdsAt('office')
    await quietIsOver()
    expect(desk.calendar.mails).toEqual([])
    expect((await now()).plan.venue.kind).toBe('office')
  })

  test('where the child is placed is refused while somebody who comes may not know it (R-080)', async () => {
    await edits({ ...ADVOCATE, cleared: false })
    await quietIsOver()
    for (const venue of ['placement', 'hybrid'] as const)
      expect(await holdsAt(venue)).toMatchObject({ ok: false, refusal: { reason: 'addressProtected' } })
  })

  test('stays when the plan is made anew', async () => {
    await holdsAt('office')
    await edits(MANAGER)
    expect((await now()).plan.venue.kind).toBe('office')
  })
})
