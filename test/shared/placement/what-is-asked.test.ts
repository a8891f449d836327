/** What the catalogue wants talked about at a meeting, question by question, and what it wants ready beforehand. */
import { describe, expect, test } from '@jest/globals'
import { agendaOf } from '../../../shared/agenda/agenda.ts'
import type { PlacementConfirmation } from '../../../shared/placement/placement.ts'
import type { AgendaItem, MeetingKind, Venue } from '../../../shared/meeting/plan.ts'
import { F1, F2, F4, meetingOf } from '../../support/fixture-cases.ts'

type Meeting = { of: PlacementConfirmation; kind: MeetingKind }
const foster: Meeting = { of: F1(), kind: 'first' }
const home: Meeting = { of: F4(), kind: 'first' }
const later: Meeting = { of: F1(), kind: 'interval' }
const disruption: Meeting = { of: F2(), kind: 'disruption' }

const venue: Venue = { kind: 'office', shownTo: [], requirements: [] }
function itemOf({ of, kind }: Meeting, id: string): AgendaItem | undefined {
  const { type, basis } = of.placement
  const agenda = agendaOf(of, type!, basis!, { kind, combines: [kind], triggers: [], durationMinutes: 90, venue })
  return agenda.find(({ item }) => item === id)
}

describe('every first meeting asks', () => {
  test.each([
    ['what each person is there for (R-133)', 'AG-01', /each person says their role/],
    ['where it leads: adoption, return home or independence (R-106)', 'AG-06', /adoption, return home or independence/],
    ['what must happen here for permanence, apart from daily life (R-109)', 'AG-06', /must happen here.*permanence/],
    ['how long the placement is for (R-126)', 'AG-06', /^How long/],
    ['what the placement is to achieve (R-126)', 'AG-06', /^What it is to achieve/],
    ['which needs and services the care plan names (R-130)', 'AG-06', /Developmental needs.*services/],
    ['who is registered with GP, dentist and optician, and who sees to it (R-114)', 'AG-10', /^GP, dentist, optician/],
    ['who sees the child, and who must not (R-112)', 'AG-12', /must not have contact/],
    ['what a support need means for the other children (R-122)', 'AG-13', /support need.*other children/],
    ['what the court has said (R-123)', 'AG-14', /Court instructions/],
    ['whether a behaviour management plan is wanted (R-110)', 'AG-16', /behaviour management plan.*yes, no, or later/],
    ['which extra support is needed (R-122)', 'AG-16', /extra support/],
    ['who does what day to day: carer or authority (R-174)', 'AG-17', /day to day: carer or authority/],
    ['area by area who decides (R-170, R-176)', 'AG-17', /Each area in turn: carer, authority or parent/],
    ['whether for both carers or one (R-171)', 'AG-17', /Both carers, or one/],
    ['whether the parent understands what it means (R-172)', 'AG-17', /parent understand/],
    ["for the child's view of who decides (R-175)", 'AG-17', /child's view/],
  ])('%s', (_, item, question) => {
    for (const meeting of [foster, home]) {
      expect(itemOf(meeting, item)?.prompts).toContainEqual(expect.stringMatching(question))
    }
  })
})

describe('professionals and carers alone are asked', () => {
  test.each([
    ['why the child came to be looked after, and what the child was told of it (R-125)', 'AG-04', /told, and in what/],
    ['for the full history (R-121)', 'AG-05', /full history/],
    ['about money (R-124)', 'AG-18', /Allowance/],
  ])('%s', (_, item, question) => {
    const found = itemOf(foster, item)
    expect(found?.prompts).toContainEqual(expect.stringMatching(question))
    expect(found?.audience).toBe('professionals')
  })
})

describe('every first meeting has', () => {
  test.each([
    ['the plan for the child and the placement', 'AG-06'],
    ["the child's needs in health and education", 'AG-10'],
    ['the daily routine', 'AG-08'],
    ['placement plan and care plan as they stand', 'AG-22'],
  ])('%s on its agenda (R-006)', (_, item) => {
    for (const meeting of [foster, home]) expect(itemOf(meeting, item)).toBeDefined()
  })
})

describe('other meetings ask', () => {
  test.each([
    ['in a home: whether its own plan agrees with the placement plan (R-127)', home, 'AG-19', /home's own plan agree/],
    ['in a home: how its approach fits the plan (R-128)', home, 'AG-19', /how it fits the plan/],
    ['later on: whether the placement is still appropriate', later, 'AG-23', /still appropriate/],
    ['later on: whether care is given as agreed', later, 'AG-23', /given as agreed/],
    ['later on: about progress, concerns and resources', later, 'AG-23', /Progress, concerns, resources/],
    ['after a disruption: whether a planning meeting was held in time', disruption, 'AG-31', /and in time/],
  ])('%s', (_, meeting, item, question) => {
    expect(itemOf(meeting, item)?.prompts).toContainEqual(expect.stringMatching(question))
  })

  test('a first meeting about a foster home asks none of this', () => {
    for (const item of ['AG-19', 'AG-23', 'AG-31']) expect(itemOf(foster, item)).toBeUndefined()
  })
})

describe('before a first meeting there is to be ready', () => {
  const documentsOf = (confirmation: PlacementConfirmation) =>
    meetingOf(confirmation, 'england-default').documents.map(({ id }) => id)

  test.each([
    ['the placement plan as it stands (R-085)', 'placementPlan'],
    ['the care plan (R-094)', 'carePlan'],
    ['the health care plan (R-096)', 'healthCarePlan'],
    ['the chronology (R-097)', 'chronology'],
    ['the education plan (R-098)', 'personalEducationPlan'],
    ['a plan for special educational needs (R-098)', 'ehcPlan'],
  ])('%s', (_, document) => {
    for (const confirmation of [F1(), F2(), F4()]) expect(documentsOf(confirmation)).toContain(document)
  })
})
