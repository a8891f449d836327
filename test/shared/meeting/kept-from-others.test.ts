/**
 * What reaches whom where somebody has to be kept safe: mail that may be read by a whole family, an address that is
 * protected, a parent who is not invited, and an order that staff alone hear of.
 */
import { describe, expect, test } from '@jest/globals'
import { applyAnswer } from '../../../shared/placement/answers.ts'
import { attendeeCard } from '../../../bot/chat/cards/attendee-card.ts'
import { invitationOf } from '../../../shared/letters/invitation.ts'
import { reminderLetter } from '../../../shared/letters/letters.ts'
import { meetingView } from '../../../shared/meeting/meeting-view.ts'
import { minutesAsText } from '../../../shared/record/minutes-text.ts'
import type { Reader } from '../../../shared/people/permissions.ts'
import type { Decision, Person, PlacementConfirmation } from '../../../shared/placement/placement.ts'
import type { MeetingPlan } from '../../../shared/meeting/plan.ts'
import { REMINDER_KINDS, remindersFor } from '../../../shared/letters/reminders.ts'
import { day, instant } from '../../../shared/dates/time.ts'
import { readConfirmationJson } from '../../../shared/wire/confirmation.ts'
import { aMeeting, anEvent, aPlacement, aSlot, someMinutes } from '../../support/builders.ts'
import { wordsIn } from '../../support/card-parts.ts'
import {
  CARER,
  F1,
  FATHER,
  fosterPeople,
  meetingOf,
  MOTHER,
  planOf,
  practiceOf,
  questionIds,
  SOCIAL_WORKER,
  withPeople,
} from '../../support/fixture-cases.ts'

const CONTACT = { phone: '01632 960100', serviceMailbox: 'service@brackenshire.example', council: 'Brackenshire' }
const NOW = instant('2026-10-27T09:00:00Z')

const arrangedAs = (plan: MeetingPlan) =>
  aMeeting({ plan, state: 'arranged', slot: aSlot(), events: [anEvent()] }) as ReturnType<typeof aMeeting> & {
    state: 'arranged'
  }
const attendee = (plan: MeetingPlan, role: Person['role']) => plan.attendees.find((one) => one.role === role)!

/** Everything that mail brings to somebody outside: their invitation, and each letter. */
function mailTo(role: Person['role'], confirmation: PlacementConfirmation): string[] {
  const meeting = arrangedAs(meetingOf(confirmation, 'south-glos'))
  const to = attendee(meeting.plan, role)
  const event = { key: to.event!, generation: 1, organiser: 'o@brackenshire.example', transactionId: 't' }
  const { subject, body, location } = invitationOf(meeting, event, aSlot(), CONTACT, 'https://teams.example/join')
  const letters = REMINDER_KINDS.map((kind) => reminderLetter(meeting, aSlot(), to, kind, CONTACT))
  return [subject, body, location, ...letters.flatMap((letter) => [letter.subject, letter.text])]
}

describe('a carer’s e-mail that the whole family reads (E-52, P-02, P-09)', () => {
  const shared = F1({
    child: { initials: 'QXZ' },
    placement: { address: '14 Tannery Row', providerName: 'Home Fires' },
    people: withPeople(fosterPeople(), { fosterCarer: { email: 'the.family@homefires.example' } }),
  })
  const TELLS = [
    'QXZ',
    'Tannery',
    'Home Fires',
    'child',
    'foster',
    'Vandermolen',
    'Achterberg',
    'BKS-',
    'PL-',
    'emergency',
  ]

  test('tells of a time, a reference and whom to ring, and nothing else: neither who it is about nor why', () => {
    const mail = mailTo('fosterCarer', shared)
    expect(mail.length).toBe(9)
    for (const words of TELLS) expect(mail.filter((text) => text.includes(words))).toEqual([])
    // A control: it is the meeting's mail, by its reference.
    expect(mail.filter((text) => text.includes('PPM-7K2D')).length).toBe(8)
  })

  test('its only link is the one to join, behind the lobby: none opens the record without signing in', () => {
    const links = mailTo('fosterCarer', shared).flatMap((text) => text.match(/https?:\S+/g) ?? [])
    expect(new Set(links)).toEqual(new Set(['https://teams.microsoft.com/l/meetup-join/19%3ameeting_1']))
  })

  test('two carers who share it get one letter each time', () => {
    const people = [...shared.people, { ...CARER, name: 'Ambrose Oyelaran', email: 'The.Family@homefires.example' }]
    const plan = meetingOf({ ...shared, people }, 'south-glos')
    const due = remindersFor({ id: aMeeting().id, plan }, aSlot(), NOW)
    expect(due.filter(({ kind }) => kind === 'morning').map(({ person }) => person)).toContain('fosterCarer:1')
    expect(due.map(({ person }) => person)).not.toContain('fosterCarer:2')
  })
})

describe('an address that is kept from somebody who comes (P-32, P-35)', () => {
  const kept = F1({ people: withPeople(fosterPeople(), { mother: { clearedForAddress: false } }) })
  const HIDE = 'please hide what is behind you, show no phone number, and give your first name only'
  const cardFor = (confirmation: PlacementConfirmation) => {
    const plan = meetingOf(confirmation, 'south-glos')
    const options = { now: NOW, kind: 'booked' as const, contact: CONTACT, tabUrl: 'https://x.example', may: NOTHING }
    return wordsIn(attendeeCard(arrangedAs(plan), attendee(plan, 'supervisingSocialWorker'), options))
  }
  const NOTHING = { answer: true, move: false, cancel: false }

  test('whoever joins by video is asked to hide background, number and name, in Teams and by letter', () => {
    expect(meetingOf(kept, 'south-glos').venue.kind).toBe('online')
    expect(cardFor(kept)).toContain(HIDE)
    expect(mailTo('fosterCarer', kept).join()).toContain(HIDE)
  })

  test('and not the parent from whom it is kept, nor anybody where there is nothing to keep', () => {
    expect(mailTo('mother', kept).join()).not.toContain(HIDE)
    expect(cardFor(F1())).not.toContain(HIDE)
    expect(mailTo('fosterCarer', F1()).join()).not.toContain(HIDE)
  })
})

describe('an allegation against the carer is the incident (E-48, P-26)', () => {
  const trigger = { kind: 'seriousIncident' as const, at: instant('2026-11-06T15:00:00Z'), firstMeetingHeld: true }
  const decision = { part: 'notInvited' as const, ground: 'riskToChild' as const, decidedBy: 'Imelda Castellano' }
  const alleged = { ...F1({ people: withPeople(fosterPeople(), { fosterCarer: { decision } }) }), trigger }
  const plan = planOf(alleged, 'wm-mosaic')
  const meeting = plan.meetings[0]!

  test('the carer is on no event and gets no letter of it', () => {
    expect(attendee(meeting, 'fosterCarer')).toMatchObject({ part: 'notInvited', event: null, reachedBy: 'none' })
    const due = remindersFor({ id: aMeeting().id, plan: meeting }, aSlot(), NOW)
    expect(due.length).toBeGreaterThan(0)
    expect(due.map(({ person }) => person)).not.toContain('fosterCarer:1')
  })

  test('the enquiry leads, and the meeting waits for its lead; the clock of the plan is shown all the same', () => {
    expect(meeting.agenda.flatMap(({ prompts }) => prompts).join()).toMatch(/enquiry/)
    expect(meeting.triggers).toEqual(['seriousIncident'])
    expect(plan.clocks.map(({ id }) => id)).toContain('placementPlan')
    const waits = plan.questions.find(({ id }) => id === 'safeguardingLead')
    expect([plan.status, waits?.requirements]).toEqual(['asks', ['E-48', 'P-26']])
    const agreed = applyAnswer(alleged, 'safeguardingLead', 'Imelda Castellano')
    if (!agreed.ok) throw new Error('not accepted')
    const after = planOf(agreed.value as typeof alleged, 'wm-mosaic')
    expect(after.questions.map(({ id }) => id)).not.toContain('safeguardingLead')
    expect(after.clocks).toEqual(plan.clocks)
  })

  test('an incident that nobody who cares for the child is kept away for waits for nobody', () => {
    const asked = (over: Parameters<typeof F1>[0]) =>
      planOf(F1({ trigger, ...over }), 'wm-mosaic').questions.map(({ id }) => id)
    expect(asked({})).not.toContain('safeguardingLead')
    const wishes = { part: 'notInvited' as const, ground: 'childsWishes' as const, decidedBy: 'Imelda Castellano' }
    expect(asked({ people: withPeople(fosterPeople(), { fosterCarer: { decision: wishes } }) })).not.toContain(
      'safeguardingLead',
    )
    const people = withPeople(fosterPeople(), { fosterCarer: { decision } })
    expect(asked({ people })).toContain('safeguardingLead')
    expect(asked({ people, trigger: null })).not.toContain('safeguardingLead')
  })
})

describe('where a parent lives (P-33)', () => {
  test('is nowhere taken in: an address in a confirmation’s list of people is refused by name', () => {
    const json = { ...F1(), people: [{ ...MOTHER, address: '3 Safe House Lane' }] }
    const read = readConfirmationJson(JSON.parse(JSON.stringify(json)))
    expect(read).toMatchObject({ ok: false, faults: [{ field: 'people.0.address' }] })
    expect(JSON.stringify(read)).not.toContain('Safe House')
  })

  test('neither an e-mail address of one parent reaches the other, or the carers', () => {
    const both = F1({ people: [...fosterPeople(), { ...FATHER, decision: { part: 'attend' } }] })
    for (const role of ['mother', 'fosterCarer'] as const)
      expect(mailTo(role, both).join()).not.toMatch(/Anselm|anselm@/)
    expect(mailTo('father', both).join()).not.toMatch(/Petra|petra/)
  })
})

describe('a parent who cannot come', () => {
  test('is offered video and the telephone with the invitation, and again with each letter (R-066)', () => {
    for (const text of mailTo('mother', F1()).filter((words) => words.includes('join by video')))
      expect(text).toMatch(/join by video or by phone/)
    expect(mailTo('mother', F1()).filter((words) => words.includes('To join by video: https://'))).toHaveLength(4)
  })
})

describe('a parent who is not invited', () => {
  const decision: Decision = {
    part: 'notInvited',
    ground: 'riskToChild',
    decidedBy: 'Imelda Castellano',
    decidedOn: day('2026-10-26'),
    viewsObtainedBy: 'Rosalind Achterberg, by telephone',
  }
  const without = (over: Partial<Decision> = {}) =>
    F1({ people: [...fosterPeople(), { ...FATHER, decision: { ...decision, ...over } }] })
  const noticeOf = (confirmation: PlacementConfirmation) =>
    planOf(confirmation, 'england-default')
      .clocks.find(({ id }) => id === 'notifications')!
      .working.map(({ words }) => words)

  test('for risk to the child: the same decision says whom not to give notice of the placement (P-41, E-34)', () => {
    expect(noticeOf(without()).at(-1)).toBe(
      'The father is not invited to the meeting, because of risk to the child: by the same decision notice may be withheld as well.',
    )
  })

  test('on any other ground: notice is due all the same (P-41, L-09)', () => {
    expect(noticeOf(without({ ground: 'whereaboutsUnknown' })).at(-1)).toMatch(
      /^The father .*Notice is due all the same/,
    )
    expect(noticeOf(F1()).join()).not.toContain('not invited')
  })

  test('for one meeting: where something calls for another, the decision is looked at again (P-43)', () => {
    const trigger = { kind: 'seriousIncident' as const, at: instant('2026-11-06T15:00:00Z'), firstMeetingHeld: true }
    const later = (over: Partial<Decision> = {}) => ({
      ...without(over),
      confirmedAt: instant('2026-11-06T16:00:00Z'),
      trigger,
    })
    expect(questionIds(without(), 'wm-mosaic')).not.toContain('decidedOn:father')
    expect(questionIds(later(), 'wm-mosaic')).toEqual(['decidedOn:father'])
    expect(questionIds(later({ decidedOn: day('2026-11-06') }), 'wm-mosaic')).toEqual([])
    // Until it is, nobody is invited who was not.
    const meeting = planOf(later(), 'wm-mosaic').meetings[0]!
    expect(attendee(meeting, 'father')).toMatchObject({ part: 'notInvited', event: null })
  })

  describe('stands in the record as such', () => {
    const reader = ({ email, name }: Pick<Person, 'email' | 'name'>): Reader => ({
      objectId: 'o',
      name,
      email: email!,
      role: null,
    })
    const viewOf = (confirmation: PlacementConfirmation, of: Reader) => {
      const placement = aPlacement({ confirmation, plan: planOf(confirmation, 'england-default') })
      const meeting = arrangedAs(meetingOf(confirmation, 'england-default'))
      return meetingView(of, placement, meeting, minutes, practiceOf('england-default'), NOW)
    }
    const minutes = someMinutes({ attendance: { 'father:1': { state: 'notInvited' } } })

    test('with the reason, for those who may read the record (R-165)', () => {
      const view = viewOf(without(), reader(SOCIAL_WORKER))
      expect(view.attendees.find(({ key }) => key === 'father:1')?.notInvitedBecause).toBe('risk to the child')
      expect(minutesAsText(minutes, view)).toContain(`${FATHER.name}: Not invited (risk to the child)`)
    })

    test('and without it for everybody else who sees the meeting (R-165)', () => {
      const view = viewOf(without(), { ...reader(without().confirmedBy), role: 'placementOfficer' })
      expect(view.attendees.map(({ notInvitedBecause }) => notInvitedBecause).filter((one) => one !== null)).toEqual([])
    })

    test('of a court order only that there is one, and whom to ask (P-42)', () => {
      const view = viewOf(without({ ground: 'courtOrder' }), reader(SOCIAL_WORKER))
      expect(view.attendees.find(({ key }) => key === 'father:1')?.notInvitedBecause).toBe(
        'order: ask the social worker',
      )
    })
  })
})
