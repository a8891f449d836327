/** @jest-environment jsdom */
import { describe, expect, test } from '@jest/globals'
import { attendeeCard, type AttendeeCardOptions } from '../../bot/chat/cards/attendee-card.ts'
import type { Card } from '../../bot/chat/cards/card.ts'
import { draftCard } from '../../bot/chat/cards/draft-card.ts'
import { formCard } from '../../bot/chat/cards/form-card.ts'
import { helpCard } from '../../bot/chat/cards/help-card.ts'
import { listCard } from '../../bot/chat/cards/list-card.ts'
import { meetingCard } from '../../bot/chat/cards/meeting-card.ts'
import { oneLine } from '../../bot/chat/cards/parts.ts'
import { makePlan } from '../../bot/meetings/make-plan.ts'
import type { Draft } from '../../shared/placement/draft.ts'
import { meetingRow } from '../../shared/meeting/meeting-view.ts'
import type { Reader } from '../../shared/people/permissions.ts'
import type { PlacementConfirmation } from '../../shared/placement/placement.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { Attendee, Plan } from '../../shared/meeting/plan.ts'
import type { MeetingState, OfferedSlot, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import { WAYS, type WayOut } from '../../shared/times/ways-out.ts'
import { instant } from '../../shared/dates/time.ts'
import { aConfirmation, aDraft, aMeeting, aPlacement, thePeople } from '../support/builders.ts'
import { actionsIn, inputsIn, wordsIn } from '../support/card-parts.ts'
import { drawCard } from '../support/draw-card.ts'
import { FakeClock, someSettings } from '../support/fakes.ts'

const NOW = instant('2026-10-26T09:35:00Z')
const settings = someSettings()
const OFFICER: Reader = {
  objectId: 'officer',
  name: 'Lennox Abernathy',
  email: 'lennox.abernathy@brackenshire.example',
  role: 'placementOfficer',
}

/** What must be on no card, however it came in. */
const CANARIES = ['QXZW', 'Zebedee', 'Tannery', 'AL4', 'Crookhill House', 'Vandermolen', 'petra.v@post.example']

const confirmation = (over: Parameters<typeof aConfirmation>[0] = {}): PlacementConfirmation =>
  aConfirmation({
    ...over,
    child: { initials: 'QXZW', ...over.child },
    placement: { address: '14 Tannery Row, Aldermere AL4 7QT', providerName: 'Crookhill House', ...over.placement },
  })

function planned(from: PlacementConfirmation): Plan {
  const made = makePlan(from, { settings, clock: new FakeClock(NOW) })
  if (!made.ok) throw new Error(made.why)
  return made.plan
}

const slot = (start: string, over: Partial<OfferedSlot> = {}): OfferedSlot => ({
  start: instant(start),
  end: instant(start.replace(':00:00Z', ':59:00Z')),
  inTime: true,
  busy: [],
  optionalBusy: [],
  unknown: ['fosterCarer:1', 'mother:1'],
  minimumHolds: true,
  ...over,
})
const OFFERED = [
  slot('2026-11-03T10:00:00Z'),
  slot('2026-11-04T14:00:00Z', { optionalBusy: ['independentReviewingOfficer:1'] }),
  slot('2026-11-10T16:00:00Z', { inTime: false, busy: ['childsSocialWorker:1'], minimumHolds: false }),
]

/** Everything that can be given up where no time suits. */
const WAYS_OUT: WayOut[] = WAYS.map((way) => ({
  way,
  slot: slot('2026-11-03T10:00:00Z', {
    inTime: way !== 'late',
    busy: way === 'reduced' ? ['childsSocialWorker:1'] : [],
  }),
  ...(way === 'split' && { family: slot('2026-11-03T15:00:00Z') }),
}))
const NONE_LEFT = { left: 0, last: null, countedAt: NOW }

const draft = (from: PlacementConfirmation, over: Partial<Omit<Draft, 'state'>> = {}): Draft =>
  aDraft({
    fields: from,
    plan: planned(from),
    offered: planned(from).meetings.map(() => OFFERED),
    source: 'Child: Zebedee QXZW, 14 Tannery Row',
    words: [
      { field: 'child.initials', phrase: 'Zebedee QXZW' },
      { field: 'placement.address', phrase: '14 Tannery Row' },
      { field: 'people.1', phrase: 'Petra Vandermolen' },
      { field: 'placement.startsAt', phrase: '2 November 2026 at 10am' },
    ],
    ...over,
  })

const undecided = confirmation({
  people: thePeople().map(({ decision: _, ...person }) => person),
  placement: { basis: undefined, area: 'distant' },
})

function case_(state: MeetingState, from = confirmation()): [Placement, PlanningMeeting] {
  const plan = planned(from)
  const meeting = aMeeting({ plan: plan.meetings[0]!, offered: OFFERED, ...state })
  return [aPlacement({ confirmation: from, plan }), meeting]
}

const SLOT = { start: instant('2026-11-03T10:00:00Z'), end: instant('2026-11-03T11:00:00Z') }
const STATES: Record<string, MeetingState> = {
  'without a time': { state: 'toArrange' },
  'without a free time': { state: 'toArrange', problem: 'noFreeTime' },
  'being arranged': { state: 'arranging', slot: SLOT, since: NOW },
  'being moved': { state: 'arranging', slot: SLOT, since: NOW, movedFrom: SLOT },
  arranged: { state: 'arranged', slot: SLOT },
  held: { state: 'held', slot: SLOT, closedAt: NOW, closedBy: 'somebody' },
  cancelled: { state: 'cancelled', reason: 'Zebedee moved to Tannery Row', cancelledAt: NOW },
}

const meetingOptions = { now: NOW, reader: OFFICER, tabUrl: (id: string) => `https://planning.example/${id}` }
const attendeeOptions: AttendeeCardOptions = {
  now: NOW,
  kind: 'booked',
  contact: settings.contact,
  tabUrl: 'https://planning.example/',
  may: { answer: true, move: true, cancel: true },
}
const attendeeOf = (meeting: PlanningMeeting, key: Attendee['key']) =>
  meeting.plan.attendees.find((one) => one.key === key)!
const arranged = case_(STATES['arranged']!)[1]

const CARDS: [string, Card][] = [
  ['a preview with everything known', draftCard(draft(confirmation()), { now: NOW, mayConfirm: true })],
  [
    'a preview with questions',
    draftCard(draft(undecided), { now: NOW, mayConfirm: true, notice: 'Some questions are open.' }),
  ],
  ['a preview for somebody who may not confirm', draftCard(draft(undecided), { now: NOW, mayConfirm: false })],
  [
    'a preview with hardly anything known',
    draftCard(
      aDraft({
        fields: {},
        plan: null,
        offered: [],
        asks: [
          { field: 'caseReference', text: "What is the child's case reference?" },
          { field: 'placementType', text: 'What kind of placement is it?' },
          { field: 'placement.startsAt', text: 'When does it start?' },
          { field: 'missingRole:fosterCarer', text: 'Who is the foster carer?' },
        ],
      }),
      { now: NOW, mayConfirm: true },
    ),
  ],
  [
    'a preview while Outlook is away',
    draftCard(draft(confirmation(), { offered: [null] }), { now: NOW, mayConfirm: true }),
  ],
  [
    'a preview without a free time',
    draftCard(draft(confirmation(), { offered: [[]] }), { now: NOW, mayConfirm: true }),
  ],
  [
    'a preview for which something has to be given up',
    draftCard(draft(confirmation(), { ways: [WAYS_OUT], chances: [NONE_LEFT] }), { now: NOW, mayConfirm: true }),
  ],
  [
    'a meeting for which something has to be given up',
    meetingCard(
      case_(STATES['without a time']!)[0],
      [{ ...case_(STATES['without a time']!)[1], ways: WAYS_OUT, chances: NONE_LEFT }],
      meetingOptions,
    ),
  ],
  [
    'a preview of a provisional placement',
    draftCard(draft(confirmation({ placement: { startsAt: null } })), { now: NOW, mayConfirm: true }),
  ],
  [
    'a preview of short breaks',
    draftCard(draft(confirmation({ placement: { shortBreaks: true } })), { now: NOW, mayConfirm: true }),
  ],
  ['the empty form', formCard(null)],
  ['the form with what was understood', formCard(draft(confirmation()), { notice: 'One answer could not be read.' })],
  ['help', helpCard('https://planning.example/')],
  ['one line', oneLine('Shown again below.')],
  ...Object.entries(STATES).flatMap(([name, state]): [string, Card][] => {
    const [placement, meeting] = case_(state)
    const answers = { 'mother:1': { choice: 'coming', at: NOW, via: 'link' } } as PlanningMeeting['answers']
    return [
      [`the meeting ${name}`, meetingCard(placement, [{ ...meeting, answers }], meetingOptions)],
      [
        `an attendee’s card, ${name}`,
        attendeeCard(meeting, attendeeOf(meeting, 'supervisingSocialWorker:1'), attendeeOptions),
      ],
    ]
  }),
  ['a meeting with open questions', meetingCard(...asOne(case_({ state: 'toArrange' }, undecided)), meetingOptions)],
  ['three meetings of one placement', meetingCard(case_(STATES['arranged']!)[0], threeMeetings(), meetingOptions)],
  ...(['booked', 'twoWorkingDaysBefore', 'morning'] as const).map((kind): [string, Card] => [
    `a reminder, ${kind}`,
    attendeeCard(arranged, attendeeOf(arranged, 'childsSocialWorker:1'), { ...attendeeOptions, kind }),
  ]),
  ...(['informed', 'contribute', 'viewsConsidered'] as const).map((part): [string, Card] => [
    `the card of somebody whose part is ${part}`,
    attendeeCard(arranged, { ...attendeeOf(arranged, 'childsSocialWorker:1'), part, event: null }, attendeeOptions),
  ]),
  [
    'a list',
    listCard(
      Object.values(STATES).map((state) => {
        const [placement, meeting] = case_(state)
        return meetingRow(OFFICER, placement, meeting, NOW)
      }),
      { now: NOW, tabUrl: 'https://planning.example/', urlOf: (id) => `https://planning.example/${id}` },
    ),
  ],
  ['an empty list', listCard([], { now: NOW, tabUrl: 'https://planning.example/', urlOf: (id) => id })],
]

function asOne([placement, meeting]: [Placement, PlanningMeeting]): [Placement, PlanningMeeting[]] {
  return [placement, [meeting]]
}
function threeMeetings(): PlanningMeeting[] {
  return [STATES['arranged']!, STATES['without a time']!, STATES['being arranged']!].map((state) => case_(state)[1])
}

describe.each(CARDS)('%s', (_, card) => {
  const json = JSON.stringify(card)

  test('is drawn by Microsoft’s own renderer without a complaint', () => {
    const { words, warnings } = drawCard(card)
    expect(warnings).toEqual([])
    expect(words).not.toBe('')
  })

  test('is a card of version 1.5 and of less than 20 kB (B13, B15)', () => {
    expect(card.version).toBe('1.5')
    expect(Buffer.byteLength(json)).toBeLessThan(20_000)
  })

  test('has a label on every input, and no two of one name', () => {
    const inputs = inputsIn(card)
    for (const { label } of inputs) expect(label.trim()).not.toBe('')
    const ids = [...json.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('has buttons that work in every client, each saying what it does in its data', () => {
    for (const action of actionsIn(card)) {
      if (action.type !== 'Action.Execute') continue
      expect(action.fallback).toMatchObject({ type: 'Action.Submit', title: action.title, data: action.data })
      expect(action.data['verb']).toBe(action.verb)
    }
    expect(card.actions?.length ?? 0).toBeLessThanOrEqual(6)
  })

  test('unfolds only what is there', () => {
    const ids = [...json.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id)
    for (const action of actionsIn(card)) {
      if (action.type === 'Action.ToggleVisibility') expect(ids).toEqual(expect.arrayContaining(action.targetElements))
    }
  })

  test('holds no name or initials of the child, no address, and no leftovers of a template (P-09, B19)', () => {
    for (const canary of CANARIES) {
      // The form is where an officer puts a family's names right; they are prefilled there for the officer alone.
      if (json.includes('"people:mother"') && ['Vandermolen', 'petra.v@post.example'].includes(canary)) continue
      expect(json).not.toContain(canary)
    }
    expect(json).not.toContain('${')
  })
})

describe('words of other people’s', () => {
  const hostile = '[Click here](https://evil.example) **now** <at>x</at> ${steal} # {{DATE(2026)}}'
  const from = confirmation({
    caseReference: hostile.slice(0, 60),
    people: thePeople().map((person) =>
      person.role === 'child' ? person : { ...person, name: `${person.name} ${hostile}` },
    ),
  })

  test('stay words: no link, no emphasis, nothing that a template would fill in', () => {
    const words = wordsIn(draftCard(draft(from), { now: NOW, mayConfirm: true }))
    expect(words).toContain('\\[Click here\\](https://evil.example) \\*\\*now\\*\\*')
    expect(words).not.toMatch(/[^\\]\[Click here/)
    expect(words).not.toContain('${')
    expect(words).not.toContain('{{')
  })
})
