/** What happens in a placement and calls for another meeting: which kind, by when, and what it talks about. */
import { describe, expect, test } from '@jest/globals'
import type { PlacementConfirmation, Trigger } from '../../../shared/placement/placement.ts'
import { instant, londonIso, type Instant } from '../../../shared/dates/time.ts'
import {
  F1,
  F2,
  F3,
  F4,
  F5,
  HOME_MANAGER,
  homePeople,
  onlyMeetingOf,
  PACK_IDS,
  planOf,
  questionIds,
  SOCIAL_WORKER,
  warningIds,
  withPeople,
  type PackId,
} from '../../support/fixture-cases.ts'

type Happened = Partial<Trigger> & Pick<Trigger, 'kind'>
const AT = instant('2026-11-06T15:00:00Z')
const during = (fixture: typeof F1, trigger: Happened, over: Parameters<typeof F1>[0] = {}) =>
  fixture({ ...over, trigger: { at: AT, ...trigger } })
const meetingAfter = (trigger: Happened, pack: PackId = 'wm-mosaic', fixture: typeof F1 = F1) =>
  onlyMeetingOf(during(fixture, trigger), pack, AT)
const itemsOf = ({ agenda }: { agenda: { item: string }[] }) => agenda.map(({ item }) => item.slice(3)).join(' ')
const promptsOf = (meeting: ReturnType<typeof meetingAfter>, item: string) =>
  meeting.agenda.find((one) => one.item === item)?.prompts.join(' ')

const AFTER_INCIDENT = '01 28 02 14 24 13 15 16 17 03 22 25 26 27'
const AFTER_MISSING = '01 02 29 24 14 15 12 11 16 17 23 03 22 25 26 27'
const INTERVAL = '01 02 03 23 22 08 10 11 12 13 14 15 16 17 06 25 26 27'
const DISRUPTION = '01 02 31 06 13 05 16 32 03 33 26 27'

describe('what calls for which meeting', () => {
  test.each<[Trigger['kind'], kind: string, trigger: string, agenda: string, ids: string]>([
    ['seriousIncident', 'emergency', 'seriousIncident', AFTER_INCIDENT, 'R-009'],
    ['otherSeriousEvent', 'emergency', 'otherSeriousEvent', AFTER_INCIDENT, 'R-012'],
    ['missingDuration', 'emergency', 'missingDuration', AFTER_MISSING, 'R-010'],
    ['missingOccasions', 'emergency', 'missingOccasions', AFTER_MISSING, 'R-011'],
    ['interval', 'interval', 'interval', INTERVAL, 'R-014, R-007'],
    ['request', 'interval', 'request', INTERVAL, 'as required'],
    ['lacReview', 'duringReview', 'lacReview', INTERVAL, 'R-013'],
    ['unplannedEnding', 'disruption', 'unplannedEnding', DISRUPTION, 'R-220'],
  ])('%s: a meeting of kind %s (%5$s)', (kind, meetingKind, trigger, agenda) => {
    for (const pack of PACK_IDS) {
      const meeting = meetingAfter({ kind, reason: 'said in one line' }, pack)
      expect([pack, meeting.kind, meeting.combines, meeting.triggers, itemsOf(meeting)]).toEqual([
        pack,
        meetingKind,
        [meetingKind],
        [trigger],
        agenda,
      ])
    }
  })

  test('the emergency questions belong to emergency meetings alone (R-017), the chair’s list where the agenda has it', () => {
    for (const kind of ['interval', 'request', 'lacReview', 'unplannedEnding'] as const)
      expect(meetingAfter({ kind }).emergencyChecklist).toEqual([])
    expect(meetingAfter({ kind: 'seriousIncident' }).emergencyChecklist.length).toBeGreaterThan(0)
    expect(meetingAfter({ kind: 'unplannedEnding' }).chairsChecklist).toEqual([])
    expect(meetingAfter({ kind: 'interval' }).chairsChecklist.length).toBeGreaterThan(0)
  })

  test('that a practice does not state it is said, and the meeting proposed (K-14)', () => {
    const said = (pack: PackId, kind: Trigger['kind']) =>
      planOf(during(F1, { kind }), pack, AT).warnings.find(({ id }) => id === 'proposed')?.text ?? ''
    expect(said('wm-mosaic', 'seriousIncident')).not.toContain('that it is held')
    expect(said('south-glos', 'seriousIncident')).toContain('that it is held')
    expect(said('leicester', 'request')).not.toContain('that it is held')
    expect(said('standards-lcs', 'request')).toContain('that it is held')
  })

  test('another serious event needs its reason in one line (R-012), and so does a meeting about an ending (R-220)', () => {
    for (const kind of ['otherSeriousEvent', 'unplannedEnding'] as const) {
      expect(questionIds(during(F1, { kind }), 'wm-mosaic', AT)).toContain('reason')
      expect(questionIds(during(F1, { kind, reason: 'One line' }), 'wm-mosaic', AT)).not.toContain('reason')
    }
    expect(questionIds(during(F1, { kind: 'seriousIncident' }), 'wm-mosaic', AT)).toEqual([])
  })
})

describe('by when', () => {
  test('an incident on Fri 6 Nov 2026: by Wed 11 Nov at the latest, three working days from it (R-009, A-06)', () => {
    const { deadline } = meetingAfter({ kind: 'seriousIncident' })
    expect(londonIso(deadline!.at)).toBe('2026-11-11T23:59:59+00:00')
    expect(deadline).toMatchObject({ status: 'localPractice', requirements: ['R-009', 'A-06'] })
  })

  test('an agreed interval: on the day agreed (R-014); a request and an ending: no source sets a time', () => {
    expect(meetingAfter({ kind: 'interval', at: instant('2026-12-17T10:00:00Z') }).deadline).toMatchObject({
      date: '2026-12-17',
      requirements: ['R-014'],
    })
    expect(meetingAfter({ kind: 'request' }).deadline).toBeNull()
    expect(meetingAfter({ kind: 'unplannedEnding' }).deadline).toBeNull()
  })

  test('within a review: at the review, and nobody is invited a second time (R-013)', () => {
    const review = instant('2027-04-13T09:00:00Z')
    const meeting = meetingAfter({ kind: 'lacReview', at: review })
    expect(meeting.deadline?.at).toBe(review)
    expect(meeting.attendees.map(({ event }) => event).filter(Boolean)).toEqual([])
    expect(meeting.attendees.some(({ part }) => part === 'attend')).toBe(true)
    expect(promptsOf(meeting, 'AG-23')).toMatch(/Which points does the reviewing officer take/)
  })

  test('none of them starts the first deadline again (R-018)', () => {
    for (const kind of ['interval', 'lacReview', 'request', 'seriousIncident'] as const) {
      const plan = planOf(during(F1, { kind, at: instant('2027-01-15T10:00:00Z') }), 'wm-mosaic', instant('2027-01-15T11:00:00Z')) // prettier-ignore
      expect([kind, plan.meetings.some(({ combines }) => combines.includes('first'))]).toEqual([kind, false])
      expect(plan.warnings.map(({ id }) => id)).not.toContain('meetingAfterPlan')
    }
  })
})

describe('who holds it', () => {
  test('after an incident in a home its manager convenes and chairs; an interval meeting the social worker chairs (K-05, K-06)', () => {
    const incident = meetingAfter({ kind: 'seriousIncident' }, 'wm-mosaic', F4)
    expect([incident.convenor.person, incident.chair.person]).toEqual([HOME_MANAGER.name, HOME_MANAGER.name])
    const interval = meetingAfter({ kind: 'interval' }, 'wm-mosaic', F3)
    expect([interval.convenor.person, interval.chair.person]).toEqual([HOME_MANAGER.name, SOCIAL_WORKER.name])
  })

  test('a disruption meeting has a chair from outside the case, whom a person names (R-050, L-25)', () => {
    for (const pack of ['england-default', 'standards-lcs', 'leicester'] as const)
      expect(questionIds(during(F1, { kind: 'unplannedEnding', reason: 'r' }), pack, AT)).toEqual(['chair'])
  })
})

describe('one meeting for two duties', () => {
  const before = (fixture: typeof F1, trigger: Happened) => during(fixture, { ...trigger, firstMeetingHeld: false })
  const soon = instant('2026-12-19T15:00:00Z')

  test('an incident before the first meeting was held: both at once, the earlier deadline leads (R-027, F2)', () => {
    const plan = planOf(before(F2, { kind: 'seriousIncident', at: soon }), 'south-glos', soon)
    const [meeting, ...more] = plan.meetings
    expect(more).toEqual([])
    expect(meeting).toMatchObject({
      kind: 'emergency',
      combines: ['first', 'emergency'],
      triggers: ['seriousIncident'],
    })
    expect(meeting!.deadline).toMatchObject({ date: '2026-12-23', requirements: ['R-009', 'A-06'] })
    const said = plan.warnings.find(({ id }) => id === 'twoDeadlines')
    expect(said?.text).toMatch(/Wed 23 Dec 2026.*leads.*Tue 29 Dec 2026/)
    expect(said?.requirements).toContain('R-023')
  })

  test('an emergency placement and an incident: both are named as what called for it', () => {
    const meeting = onlyMeetingOf(before(F2, { kind: 'seriousIncident', at: soon }), 'wm-mosaic', soon)
    expect(meeting.triggers).toEqual(['emergencyPlacement', 'seriousIncident'])
    expect(meeting.deadline?.requirements).toEqual(['R-022'])
  })

  test('its agenda holds what both have to settle, each in its order', () => {
    expect(itemsOf(onlyMeetingOf(before(F2, { kind: 'seriousIncident', at: soon }), 'wm-mosaic', soon))).toBe(
      '01 28 02 24 14 10 08 05 04 13 15 12 11 09 03 16 17 06 18 22 20 21 25 26 27',
    )
    const planned = onlyMeetingOf(before(F1, { kind: 'missingDuration' }), 'wm-mosaic', AT)
    expect(itemsOf(planned)).toBe('01 02 29 24 03 06 04 05 07 08 09 10 11 12 13 14 15 16 17 23 18 21 22 20 25 26 27')
  })

  test('a request before the first meeting was held: the first meeting, with its own deadline (R-018)', () => {
    const meeting = onlyMeetingOf(before(F1, { kind: 'request' }), 'wm-mosaic', AT)
    expect(meeting).toMatchObject({ kind: 'first', combines: ['first', 'interval'], triggers: ['request'] })
    expect(meeting.deadline?.date).toBe('2026-11-05')
  })

  test('a review does not make up for it: the first stays late, and the review takes its items in (E-45)', () => {
    const review = instant('2027-01-20T10:00:00Z')
    const confirmation = before(F2, { kind: 'lacReview', at: review })
    const plan = planOf(confirmation, 'wm-mosaic', instant('2027-01-18T10:00:00Z'))
    expect(plan.meetings.map(({ combines }) => combines)).toEqual([['first', 'emergency'], ['duringReview']])
    expect(plan.meetings[0]!.deadline?.date).toBe('2026-12-23')
    expect(plan.warnings.map(({ id }) => id)).toEqual(expect.arrayContaining(['late', 'reviewIsNoFirstMeeting']))
    const items = itemsOf(plan.meetings[1]!).split(' ')
    for (const item of ['04', '05', '09', '18', '20', '21', '23']) expect(items).toContain(item)
  })

  test('once the placement has ended, there is no first meeting of it to hold any more', () => {
    const plan = planOf(before(F2, { kind: 'unplannedEnding', at: soon, reason: 'r' }), 'wm-mosaic', soon)
    expect(plan.meetings.map(({ kind }) => kind)).toEqual(['disruption'])
  })

  test('a series of short breaks has no first meeting, and an incident in it a meeting all the same (L-06)', () => {
    const breaks = { placement: { shortBreaks: true } }
    const plan = planOf(during(F1, { kind: 'seriousIncident', firstMeetingHeld: false }, breaks), 'wm-mosaic', AT)
    expect(plan.meetings.map(({ combines }) => combines)).toEqual([['emergency']])
    expect(plan.clocks).toEqual([])
  })
})

describe('what is asked besides (3.6 to 3.10)', () => {
  test('later: what has changed, whether care is as agreed and the placement still right, and resources (R-007, R-131, R-132)', () => {
    const meeting = meetingAfter({ kind: 'interval' })
    expect(promptsOf(meeting, 'AG-01')).toMatch(/changed since last time/)
    expect(promptsOf(meeting, 'AG-22')).toMatch(/revised, never replaced/)
    expect(promptsOf(meeting, 'AG-23')).toMatch(/still appropriate.*care given as agreed.*resources/)
  })

  test('after an incident: that an enquiry leads where there is one, and which strategy is meant (R-145, E-48)', () => {
    const meeting = meetingAfter({ kind: 'seriousIncident' })
    expect(promptsOf(meeting, 'AG-28')).toMatch(/child protection enquiry.*this meeting does not investigate/)
    expect(promptsOf(meeting, 'AG-24')).toMatch(/not the strategy meeting of an enquiry/)
  })

  test('after missing: the child is thanked, and the return interview looked at (L-21)', () => {
    const meeting = meetingAfter({ kind: 'missingDuration' })
    expect(promptsOf(meeting, 'AG-01')).toMatch(/Thank the child/)
    expect(promptsOf(meeting, 'AG-29')).toMatch(/return interview offered within 72 hours/)
  })

  test('after an ending: no blame, and whether a planning meeting was held and in time (R-221)', () => {
    const meeting = meetingAfter({ kind: 'unplannedEnding' })
    expect(promptsOf(meeting, 'AG-01')).toMatch(/not about blame/)
    expect(promptsOf(meeting, 'AG-31')).toMatch(/planning meeting held, and in time/)
    expect(meeting.durationMinutes).toBeGreaterThanOrEqual(120)
  })

  test('in secure accommodation: the exit plan, part by part (R-155, E-32)', () => {
    const meeting = onlyMeetingOf(F5(), 'wm-mosaic')
    expect(promptsOf(meeting, 'AG-30')).toMatch(/exit plan: care, education, professional support/i)
    expect(itemsOf(meeting)).toBe('01 02 30 24 14 10 11 12 03 06 16 15 17 04 05 22 20 21 25 26 27')
    expect(itemsOf(onlyMeetingOf(F5(), 'leicester'))).not.toContain('24')
  })

  test('work done to support the placement is ready for later meetings (R-086)', () => {
    const ids = (confirmation: PlacementConfirmation) =>
      onlyMeetingOf(confirmation, 'wm-mosaic', AT).documents.map(({ id }) => id)
    expect(ids(during(F1, { kind: 'interval' }))).toContain('supportWork')
    expect(ids(F1())).not.toContain('supportWork')
  })
})

describe('an introduction before a planned start in a home at Leicester (R-016)', () => {
  const plan = planOf(F4(), 'leicester')

  test('beside the first meeting, before Mon 22 Mar 2027 11:00, convened by the placement team', () => {
    expect(plan.meetings.map(({ kind }) => kind)).toEqual(['first', 'introduction'])
    const introduction = plan.meetings[1]!
    expect(introduction).toMatchObject({
      mustStartBefore: '2027-03-22T11:00:00Z' as Instant,
      convenor: { role: 'placementOfficer' },
      chair: { role: null },
      venue: { kind: 'placement' },
    })
    expect(introduction.deadline?.requirements).toEqual(['R-016'])
    expect(itemsOf(introduction)).toBe('01 02 07 08 19 26')
  })

  test('where the home is: the source places that sentence beside the introduction (R-077)', () => {
    expect(plan.meetings[1]!.venue.requirements).toContain('R-077')
  })

  test('each question is asked once for both', () => {
    expect(plan.questions.map(({ id }) => id)).toEqual(['chair'])
  })

  test('the home hears the immediate care needs before the start, from the placement officer (R-038)', () => {
    expect(plan.clocks.find(({ id }) => id === 'providerLiaison')).toMatchObject({
      due: '2027-03-22T11:00:00Z',
      owner: 'placementOfficer',
    })
  })

  test('not in an emergency, not for a foster home, and in no other practice', () => {
    const kinds = (confirmation: PlacementConfirmation, pack: PackId) =>
      planOf(confirmation, pack).meetings.map(({ kind }) => kind)
    expect(kinds(F3(), 'leicester')).toEqual(['first'])
    expect(kinds(F1(), 'leicester')).toEqual(['first'])
    expect(kinds(F4(), 'wm-mosaic')).toEqual(['first'])
  })

  test('seven lines are told to the placement, each of its own (R-093)', () => {
    const lines = plan.meetings[0]!.documents.filter(({ requirements }) => requirements.includes('R-093'))
    expect(lines).toHaveLength(7)
  })
})

describe('whom Leicester thinks of, where nobody is named', () => {
  const suggested = (child: object, people = homePeople()) =>
    warningIds(F4({ child, people }), 'leicester').filter((id) => id.startsWith('suggested:'))
  const nobody = withPeople(homePeople(), { independentReviewingOfficer: null })

  test('a personal adviser from sixteen (R-061)', () => {
    expect(suggested({ ageInYears: 16 })).toEqual(['suggested:personalAdviser'])
    expect(suggested({ ageInYears: 15 })).toEqual([])
  })

  test('the reviewing officer, and the Guardian while proceedings run: their views are considered (R-062, R-063)', () => {
    expect(suggested({ courtProceedings: true }, nobody)).toEqual([
      'suggested:independentReviewingOfficer',
      'suggested:childrensGuardian',
    ])
    expect(suggested({ courtProceedings: false })).toEqual([])
  })
})
