/**
 * Things of the domain with sensible, fixed values, for tests to bend: `aMeeting({ state: 'arranged', slot })`. One
 * story runs through them: a foster placement in Brackenshire, confirmed on Mon 26 Oct 2026 and starting a week later.
 * Everybody in it is invented. What has never been saved has version 0.
 */
import type { Draft, DraftId } from '../../shared/placement/draft.ts'
import type { Minutes } from '../../shared/record/minutes.ts'
import type { Child, Person, PlacementConfirmation, PlacementDetails } from '../../shared/placement/placement.ts'
import type { MeetingRow } from '../../shared/meeting/meeting-view.ts'
import type { Attendee, Deadline, MeetingPlan, Plan } from '../../shared/meeting/plan.ts'
import type {
  MeetingId,
  MeetingRef,
  MeetingState,
  OutlookEvent,
  PlacementId,
  PlanningMeeting,
  Slot,
} from '../../shared/meeting/planning-meeting.ts'
import type { Reminder } from '../../shared/letters/reminders.ts'
import { day, instant } from '../../shared/dates/time.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'

const PLACEMENT_ID = '6f0c2a9e-51c7-4d0e-9a53-2f6d1c7b8e01' as PlacementId
const MEETING_ID = 'b1d7e3f4-0a68-4c2b-8f19-7e5a4d3c2b10' as MeetingId
const DRAFT_ID = '2c9b8a7d-6e5f-4d3c-b2a1-90f8e7d6c5b4' as DraftId

/** Tue 3 Nov 2026, 10 to 11 in London. */
export const aSlot = (over: Partial<Slot> = {}): Slot => ({
  start: instant('2026-11-03T10:00:00Z'),
  end: instant('2026-11-03T11:00:00Z'),
  ...over,
})

export const thePeople = (): Person[] => [
  { role: 'child', name: 'KV', email: null, decision: { part: 'contribute' } },
  {
    role: 'mother',
    name: 'Petra Vandermolen',
    email: 'petra.v@post.example',
    insideTenant: false,
    parentalResponsibility: true,
    decision: { part: 'attend', decidedBy: 'Rosalind Achterberg', decidedOn: day('2026-10-26') },
    clearedForAddress: false,
  },
  {
    role: 'childsSocialWorker',
    name: 'Rosalind Achterberg',
    email: 'rosalind.achterberg@brackenshire.example',
    insideTenant: true,
    clearedForAddress: true,
  },
  {
    role: 'supervisingSocialWorker',
    name: 'Tobias Greenhalgh',
    email: 'tobias.greenhalgh@brackenshire.example',
    insideTenant: true,
    clearedForAddress: true,
  },
  {
    role: 'fosterCarer',
    name: 'Marguerite Oyelaran',
    email: 'm.oyelaran@homefires.example',
    insideTenant: false,
    clearedForAddress: true,
  },
]

type ConfirmationParts = Omit<Partial<PlacementConfirmation>, 'child' | 'placement'> & {
  child?: Partial<Child>
  placement?: Partial<PlacementDetails>
}

export const aConfirmation = ({ child, placement, ...over }: ConfirmationParts = {}): PlacementConfirmation => ({
  caseReference: 'BKS-204417',
  placementReference: 'PL-30951',
  child: { initials: 'KV', ageInYears: 9, legalStatus: 'section20', firstPlacement: true, ...child },
  placement: {
    type: 'foster',
    basis: 'planned',
    startsAt: instant('2026-11-02T10:00:00Z'),
    area: 'inside',
    providerName: 'Home Fires Fostering',
    providerKind: 'independent',
    address: '14 Tannery Row, Aldermere AL4 7QT',
    ...placement,
  },
  confirmedAt: instant('2026-10-26T09:30:00Z'),
  confirmedBy: { name: 'Lennox Abernathy', email: 'lennox.abernathy@brackenshire.example', role: 'placementOfficer' },
  people: thePeople(),
  ...over,
})

/** Five working days after the start: Mon 9 Nov 2026. */
export const aDeadline = (over: Partial<Deadline> = {}): Deadline => ({
  at: instant('2026-11-09T23:59:59Z'),
  date: day('2026-11-09'),
  rule: 'within 5 working days of the start',
  status: 'localPractice',
  requirements: ['R-023'],
  working: [{ date: day('2026-11-03'), counted: 1, words: 'Tue 3 Nov is working day 1' }],
  ...over,
})

/** A meeting as the list shows it to whoever has to choose its time. */
export const aRow = (over: Partial<MeetingRow> = {}): MeetingRow => ({
  id: 'one',
  ref: 'PPM-7K2D',
  kind: 'first',
  placementType: 'foster',
  basis: 'planned',
  state: 'toArrange',
  problem: null,
  asking: false,
  concern: null,
  slot: null,
  deadline: aDeadline(),
  workingDaysLeft: 5,
  late: false,
  caseReference: 'BKS-204417',
  nextStep: 'chooseTime',
  group: 'needsYou',
  answered: { of: 4, have: 0 },
  readiness: null,
  ...over,
})

const attendees = (): Attendee[] =>
  thePeople().map(({ role, name, email, insideTenant }) => ({
    key: `${role}:1`,
    role,
    name,
    email: email ?? null,
    part: role === 'child' ? 'contribute' : 'attend',
    required: role !== 'child' && role !== 'mother',
    reachedBy: role === 'child' ? 'person' : insideTenant ? 'teams' : 'email',
    event: role === 'child' ? null : role === 'mother' ? 'family:1' : 'core',
    requirements: ['R-060'],
  }))

export const aMeetingPlan = (over: Partial<MeetingPlan> = {}): MeetingPlan => ({
  kind: 'first',
  combines: ['first'],
  triggers: [],
  deadline: aDeadline(),
  notBefore: null,
  mustStartBefore: null,
  durationMinutes: 60,
  convenor: {
    role: 'supervisingSocialWorker',
    person: 'Tobias Greenhalgh',
    key: 'supervisingSocialWorker:1',
    requirements: ['R-040'],
  },
  chair: { role: 'teamManager', person: null, key: null, requirements: ['R-050'] },
  organiserMailbox: 'placement.meetings@brackenshire.example',
  minimum: ['fosterCarer', 'childsSocialWorker', 'supervisingSocialWorker'],
  attendees: attendees(),
  venue: { kind: 'placement', shownTo: ['fosterCarer', 'childsSocialWorker'], requirements: ['R-076'] },
  agenda: [
    {
      item: 'AG-01',
      title: 'Welcome and why we are here',
      prompts: ['Who is in the room'],
      audience: 'all',
      minutes: 5,
      requirements: ['R-048'],
    },
  ],
  emergencyChecklist: [],
  chairsChecklist: [{ item: 'CH-1', preset: 'needed', requirements: ['R-150'] }],
  documents: [{ id: 'placementInformationRecord', requirements: ['R-085'] }],
  ...over,
})

export const aPlan = (over: Partial<Plan> = {}): Plan => ({
  pack: 'england-default',
  packVersion: '1',
  status: 'ready',
  basis: { value: 'planned', stated: true },
  placementType: 'foster',
  area: 'inside',
  meetings: [aMeetingPlan()],
  clocks: [
    {
      id: 'placementPlan',
      title: 'Placement plan',
      due: instant('2026-11-02T10:00:00Z'),
      fallback: day('2026-11-09'),
      owner: 'childsSocialWorker',
      status: 'law',
      requirements: ['R-026'],
      facts: ['L-01'],
      working: [{ words: 'Before the placement starts' }],
    },
  ],
  questions: [],
  warnings: [],
  ...over,
})

export const aPlacement = (over: Partial<Placement> = {}): Placement => ({
  id: PLACEMENT_ID,
  pack: 'england-default',
  packVersion: '1',
  confirmation: aConfirmation(),
  plan: aPlan(),
  confirmedVia: 'chat',
  source: null,
  version: 0,
  ...over,
})

type DraftState = { state: 'open' } | { state: 'confirmed'; placementId: PlacementId } | { state: 'dismissed' }

export const aDraft = (over: Partial<Omit<Draft, 'state'>> & (DraftState | { state?: never }) = {}): Draft => ({
  id: DRAFT_ID,
  version: 0,
  createdAt: instant('2026-10-26T09:31:00Z'),
  createdBy: {
    objectId: '0d4c3b2a-1f0e-4d9c-8b7a-695847362514',
    name: 'Lennox Abernathy',
    email: 'lennox.abernathy@brackenshire.example',
    role: 'placementOfficer',
  },
  door: 'chat',
  source: 'Case reference: BKS-204417\nPlacement reference: PL-30951\nStarts: 2 November 2026 at 10am',
  fields: aConfirmation(),
  words: [{ field: 'placement.startsAt', phrase: '2 November 2026 at 10am' }],
  asks: [],
  plan: aPlan(),
  offered: [null],
  state: 'open',
  ...over,
})

export const anEvent = (over: Partial<Extract<OutlookEvent, { state: 'booked' }>> = {}): OutlookEvent => ({
  key: 'core',
  generation: 1,
  transactionId: `${MEETING_ID}/core/1`,
  organiser: 'placement.meetings@brackenshire.example',
  state: 'booked',
  eventId: 'AAMkAGI1-event-1',
  iCalUId: '040000008200E00074C5B7101A82E008-1',
  etag: 'W/"1"',
  joinUrl: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_1',
  slot: aSlot(),
  fingerprint: JSON.stringify(['Planning meeting – ref PPM-7K2D', 'Details sent separately', true, []]),
  ...over,
})

export const aMeeting = (
  over: Partial<Omit<PlanningMeeting, 'state'>> & (MeetingState | { state?: never }) = {},
): PlanningMeeting => ({
  id: MEETING_ID,
  ref: 'PPM-7K2D' as MeetingRef,
  placementId: PLACEMENT_ID,
  version: 0,
  plan: aMeetingPlan(),
  offered: [
    {
      ...aSlot(),
      inTime: true,
      busy: [],
      optionalBusy: ['mother:1'],
      unknown: ['fosterCarer:1'],
      minimumHolds: true,
    },
  ],
  answers: {},
  events: [],
  state: 'toArrange',
  ...over,
})

export const someMinutes = (over: Partial<Minutes> = {}): Minutes => ({
  attendance: { 'childsSocialWorker:1': { state: 'present' } },
  entries: [{ id: 'e1', item: 'AG-01', type: 'decision', text: 'School stays the same', who: 'childsSocialWorker' }],
  items: { 'AG-01': {} },
  lines: { 'CH-1': { answer: 'needed' } },
  ...over,
})

export const aReminder = (over: Partial<Reminder> = {}): Reminder => ({
  meetingId: MEETING_ID,
  person: 'mother:1',
  kind: 'morning',
  meetingStart: aSlot().start,
  dueAt: instant('2026-11-03T08:00:00Z'),
  ...over,
})
