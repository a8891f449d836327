import { describe, expect, test } from '@jest/globals'
import {
  cancellationWords,
  eventKeysOf,
  fingerprintOf,
  invitationOf,
  markerOf,
  removalWords,
  subjectOf,
  transactionIdOf,
  type Contact,
} from '../../../shared/letters/invitation.ts'
import { reminderLetter } from '../../../shared/letters/letters.ts'
import type { Person, PlacementConfirmation } from '../../../shared/placement/placement.ts'
import type { EventKey, MeetingPlan } from '../../../shared/meeting/plan.ts'
import type { MeetingRef } from '../../../shared/meeting/planning-meeting.ts'
import { REMINDER_KINDS } from '../../../shared/letters/reminders.ts'
import { aMeeting, anEvent, aSlot } from '../../support/builders.ts'
import {
  F1,
  F2,
  F3,
  F4,
  FATHER,
  fosterPeople,
  HOME_MANAGER,
  homePeople,
  meetingOf,
  type PackId,
} from '../../support/fixture-cases.ts'

const CONTACT: Contact = {
  phone: '01632 960100',
  serviceMailbox: 'placement.planning@brackenshire.example',
  council: 'Brackenshire Council',
}
const JOIN = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_1'

function invitationFor(plan: MeetingPlan, key: EventKey, joinUrl: string | null = JOIN) {
  const meeting = aMeeting({ plan, state: 'arranged', slot: aSlot(), events: [anEvent()] })
  return invitationOf(
    meeting,
    { key, generation: 1, organiser: plan.organiserMailbox, transactionId: 't' },
    aSlot(),
    CONTACT,
    joinUrl,
  )
}
const planWith = (people: Person[], pack: PackId = 'wm-mosaic') => meetingOf(F1({ people }), pack)

describe('what an invitation says', () => {
  test('its subject is exactly this, whatever the meeting is about (P-01)', () => {
    expect(subjectOf('PPM-7K2D' as MeetingRef)).toBe('Planning meeting – ref PPM-7K2D')
    for (const [confirmation, pack] of [[F1(), 'south-glos'], [F2(), 'wm-mosaic'], [F3(), 'wm-mosaic']] as const) {
      expect(invitationFor(meetingOf(confirmation, pack), 'core').subject).toMatch(/^Planning meeting – ref PPM-[0-9A-Z]{4}$/)
    }
  }) // prettier-ignore

  test('to staff and carers: where its time stands, who arranged it, and whom to ring (P-02)', () => {
    expect(invitationFor(meetingOf(F1(), 'south-glos'), 'core').body.split('\n')).toEqual([
      'A planning meeting is arranged. Its day and time are at the top of this message; if it is moved, a new message brings the new ones.',
      'Arranged by Tobias Greenhalgh.',
      'Questions, or if you cannot come: Brackenshire Council, 01632 960100. Please give the reference PPM-7K2D.',
    ])
  })

  test('to a parent: where its time stands, three ways to take part, the link, and whom to ring; no names', () => {
    expect(invitationFor(meetingOf(F1(), 'south-glos'), 'family:1').body.split('\n')).toEqual([
      'We are holding a planning meeting, and you are invited. Its day and time are at the top of this message; if we have to move it, a new message brings the new ones.',
      'You can come, join by video or by phone, or tell us your views beforehand.',
      `To join by video: ${JOIN}`,
      'Please ring us about where it is, an interpreter or other help: Brackenshire Council, 01632 960100. Please give the reference PPM-7K2D.',
    ])
  })

  test.each([
    ['where the child is placed', F1(), 'Details sent separately'],
    ['in part at a home outside the area', F4({ placement: { area: 'distant' } }), 'Details sent separately'],
    ['online, because somebody may not know the address', F1({ people: [...fosterPeople(), { ...FATHER, decision: { part: 'attend' } }] }), 'Online'],
  ] as [string, PlacementConfirmation, string][])('held %s, the location is "%3$s", never an address (P-03)', (_, confirmation, location) => {
    const plan = meetingOf(confirmation, 'wm-mosaic')
    for (const key of eventKeysOf(plan)) expect(invitationFor(plan, key).location).toBe(location)
  }) // prettier-ignore

  test('a parent’s words are the same wherever the meeting is held, so that a change of place cannot reach them (P-06)', () => {
    const at = (kind: 'placement' | 'office') => {
      const plan = meetingOf(F1(), 'south-glos')
      return invitationFor({ ...plan, venue: { ...plan.venue, kind } }, 'family:1')
    }
    expect(fingerprintOf(at('office'))).toBe(fingerprintOf(at('placement')))
    expect(at('office').body).toBe(at('placement').body)
  })

  test('its words come again with every update, so they name no time that could be the old one', () => {
    const plan = meetingOf(F1(), 'south-glos')
    for (const key of eventKeysOf(plan)) {
      expect(invitationFor(plan, key).body).not.toMatch(/November|Tuesday|\b10\b/)
      expect(invitationFor(plan, key).body).toMatch(/moved? it|is moved/)
    }
  })

  test('who is not to come any more reads no reason either (P-07)', () => {
    expect(removalWords(CONTACT)).toBe(
      'This meeting will not now take place for you. Please ring Brackenshire Council, 01632 960100.',
    )
  })

  test('a cancellation says the same to everybody, and not why (P-07)', () => {
    expect(cancellationWords(CONTACT)).toBe(
      'This meeting will not now take place. Questions: Brackenshire Council, 01632 960100.',
    )
  })
})

describe('who is on which event', () => {
  const both = [...fosterPeople(), { ...FATHER, decision: { part: 'attend' as const } }]

  test('each parent alone, hidden; nobody of the family on the core (P-05, P-06)', () => {
    const plan = planWith(both)
    expect(eventKeysOf(plan)).toEqual(['core', 'family:1', 'family:2'])
    const emails = (key: EventKey) => invitationFor(plan, key).attendees.map(({ email }) => email)
    expect(emails('family:1')).toEqual(['petra.v@post.example'])
    expect(emails('family:2')).toEqual(['anselm@post.example'])
    expect(emails('core')).toEqual(['tobias.greenhalgh@brackenshire.example', 'm.oyelaran@homefires.example'])
    expect(eventKeysOf(plan).slice(1).every((key) => invitationFor(plan, key).hideAttendees)).toBe(true)
  }) // prettier-ignore

  test('a parent with an account here is hidden all the same', () => {
    const people = fosterPeople().map((person) =>
      person.role === 'mother' ? { ...person, insideTenant: true } : person,
    )
    expect(invitationFor(planWith(people), 'family:1').hideAttendees).toBe(true)
  })

  test('attendees see each other only where everybody is inside', () => {
    const insideOnly = fosterPeople().filter(({ role }) => role !== 'fosterCarer')
    expect(invitationFor(planWith(fosterPeople()), 'core').hideAttendees).toBe(true)
    expect(invitationFor(planWith(insideOnly), 'core').hideAttendees).toBe(false)
  })

  test('only the core event is a meeting in Teams; a parent borrows its link', () => {
    expect(invitationFor(planWith(both), 'core').online).toBe(true)
    expect(invitationFor(planWith(both), 'family:1').online).toBe(false)
  })

  test('a parent who cannot be reached by mail has no event to send', () => {
    const people = both.map((person) => (person.role === 'mother' ? { ...person, email: null } : person))
    expect(eventKeysOf(planWith(people))).toEqual(['core', 'family:2'])
  })

  test('the organiser invites others and not themselves; somebody with two roles is invited once, as required', () => {
    const minuteTaker: Person = {
      ...fosterPeople().find(({ role }) => role === 'supervisingSocialWorker')!,
      role: 'minuteTaker',
    }
    const plan = meetingOf(F1({ people: [minuteTaker, ...fosterPeople()] }), 'south-glos')
    const { attendees, organiser } = invitationFor(
      { ...plan, organiserMailbox: 'Rosalind.Achterberg@brackenshire.example' },
      'core',
    )
    expect(organiser).toBe('Rosalind.Achterberg@brackenshire.example')
    expect(attendees.map(({ email, required }) => [email, required])).toEqual([
      ['tobias.greenhalgh@brackenshire.example', true],
      ['m.oyelaran@homefires.example', true],
    ])
  })

  test('an event is known by meeting and generation, and a booking anew is another', () => {
    const meeting = aMeeting()
    expect(markerOf(meeting, 1)).not.toBe(markerOf(meeting, 2))
    expect(transactionIdOf(meeting, 'core', 1)).toBe(transactionIdOf(meeting, 'core', 1))
    const ids = (['core', 'family:1'] as const).flatMap((key) =>
      [1, 2].map((generation) => transactionIdOf(meeting, key, generation)),
    )
    expect(new Set(ids).size).toBe(4)
  })
})

describe('nothing that leaves us gives the child away (P-01 to P-03, P-09, P-22)', () => {
  /** Words that stand nowhere else: wherever one of them turns up, something leaked. */
  const CANARIES = {
    initials: 'QXJZ',
    childsName: 'Quillonara',
    address: '77 Zanzibar Mews ZZ9 9ZZ',
    provider: 'Wombleton Nurture',
    urn: 'SC771177',
    caseReference: 'CASEREF-551177',
    placementReference: 'PLACEREF-661188',
    household: 'Bartleby, twelve',
    otherParent: 'Fenwick Zebedee',
    otherParentsEmail: 'zebedee@canary.example',
    reason: 'Zugzwang reason',
    ground: 'courtOrder',
    decider: 'Yolanda Decider',
    homesEmail: 'boss@canaryhome.example',
  }
  const seeded = (fixture: typeof F1): PlacementConfirmation => {
    const excluded: Person = {
      role: 'father',
      name: CANARIES.otherParent,
      email: CANARIES.otherParentsEmail,
      decision: { part: 'notInvited', ground: 'courtOrder', decidedBy: CANARIES.decider },
    }
    const people = fixture().people.map((person) =>
      person.role === 'child'
        ? { ...person, name: CANARIES.childsName }
        : person.role === 'registeredManager'
          ? { ...HOME_MANAGER, name: CANARIES.homesEmail, email: CANARIES.homesEmail }
          : person,
    )
    return fixture({
      people: [...people, excluded],
      caseReference: CANARIES.caseReference,
      placementReference: CANARIES.placementReference,
      child: { initials: CANARIES.initials, missingHistory: true, protectionConcern: true, courtProceedings: true },
      placement: {
        address: CANARIES.address,
        providerName: CANARIES.provider,
        providerUrn: CANARIES.urn,
        household: [CANARIES.household],
      },
      choices: { lateReason: CANARIES.reason },
    })
  }
  const NEVER = [
    ...Object.values(CANARIES),
    'secure',
    'missing',
    'incident',
    'emergency',
    'child',
    'foster',
    'residential',
    'court',
  ]

  const cases = (['wm-mosaic', 'south-glos', 'england-default'] as const).flatMap((pack) =>
    ([['F1', F1], ['F2', F2], ['F3', F3], ['F4', F4]] as const).map(([id, fixture]) => [id, pack, fixture] as const),
  ) // prettier-ignore

  test.each(cases)('%s under %s: not the subjects, bodies and locations of any event', (_, pack, fixture) => {
    const plan = meetingOf(seeded(fixture), pack)
    for (const key of eventKeysOf(plan)) {
      const { subject, body, location } = invitationFor(plan, key)
      const told = [subject, body, location].join('\n').toLowerCase()
      for (const word of NEVER) expect([key, word, told.includes(word.toLowerCase())]).toEqual([key, word, false])
    }
  })

  test.each(cases)('%s under %s: not the letters to anybody', (_, pack, fixture) => {
    const plan = meetingOf(seeded(fixture), pack)
    const meeting = aMeeting({ plan, state: 'arranged', slot: aSlot(), events: [anEvent()] })
    for (const attendee of plan.attendees.filter(({ reachedBy }) => reachedBy === 'email')) {
      for (const kind of REMINDER_KINDS) {
        const { subject, text } = reminderLetter(meeting, aSlot(), attendee, kind, CONTACT)
        const told = `${subject}\n${text}`.toLowerCase()
        for (const word of NEVER)
          expect([attendee.role, word, told.includes(word.toLowerCase())]).toEqual([attendee.role, word, false])
        const others = plan.attendees.filter((one) => one !== attendee && one.email).map(({ email }) => email!)
        for (const email of others) expect(told).not.toContain(email)
      }
    }
  })

  test('a letter to the mother of a child in a home does not name the home’s manager, who convenes (P-32)', () => {
    const plan = meetingOf(F4({ people: homePeople() }), 'wm-mosaic')
    expect(plan.convenor.person).toBe(HOME_MANAGER.name)
    const meeting = aMeeting({ plan, state: 'arranged', slot: aSlot(), events: [anEvent()] })
    const mother = plan.attendees.find(({ role }) => role === 'mother')!
    const { text } = reminderLetter(meeting, aSlot(), mother, 'twoWorkingDaysBefore', CONTACT)
    expect(text).not.toContain(HOME_MANAGER.name)
    expect(text).toMatch(/Rosalind Achterberg\nBrackenshire Council$/)
  })
})
