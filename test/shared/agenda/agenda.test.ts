import { describe, expect, test } from '@jest/globals'
import { agendaOf, templatesFor } from '../../../shared/agenda/agenda.ts'
import { AGENDA_ITEMS } from '../../../shared/agenda/agenda-items.ts'
import { AGENDA_TEMPLATES } from '../../../shared/agenda/agenda-templates.ts'
import { BASES, PLACEMENT_TYPES, type PlacementConfirmation } from '../../../shared/placement/placement.ts'
import { MEETING_KINDS, type Venue } from '../../../shared/meeting/plan.ts'
import {
  F1,
  F2,
  F3,
  F4,
  F5,
  FIXTURES,
  fosterPeople,
  meetingOf,
  PACK_IDS,
  withPeople,
  type FixtureId,
  type PackId,
} from '../../support/fixture-cases.ts'

const itemsOf = (confirmation: PlacementConfirmation, pack: PackId) =>
  meetingOf(confirmation, pack)
    .agenda.map(({ item }) => item.slice(3))
    .join(' ')

const FOSTER_PLANNED = '01 02 03 06 04 05 07 08 09 10 11 12 13 14 15 16 17 18 21 22 20 25 26 27'
const FOSTER_EMERGENCY = '01 02 24 14 10 08 05 04 13 15 12 11 09 03 16 17 06 18 22 20 21 25 26 27'
const HOME_PLANNED = '01 02 03 06 19 04 05 07 08 09 10 11 12 13 14 16 15 17 18 21 22 20 25 26 27'
const HOME_EMERGENCY = '01 02 24 14 10 16 13 19 05 08 04 12 11 15 09 03 17 06 18 22 20 21 25 26 27'
const without24 = (items: string) => items.replace('24', '23')

describe('the order of the agenda (3.2 to 3.5)', () => {
  test.each<[FixtureId, PackId, string]>([
    ['F1', 'england-default', FOSTER_PLANNED],
    ['F1', 'wm-mosaic', FOSTER_PLANNED],
    ['F1', 'south-glos', FOSTER_PLANNED],
    ['F2', 'wm-mosaic', FOSTER_EMERGENCY],
    ['F2', 'england-default', without24(FOSTER_EMERGENCY)],
    ['F2', 'south-glos', without24(FOSTER_EMERGENCY)],
    ['F3', 'wm-mosaic', HOME_EMERGENCY],
    ['F3', 'england-default', without24(HOME_EMERGENCY)],
    ['F3', 'south-glos', without24(HOME_EMERGENCY)],
    ['F4', 'england-default', HOME_PLANNED],
    ['F4', 'wm-mosaic', HOME_PLANNED],
    ['F4', 'south-glos', HOME_PLANNED],
    ['F6', 'wm-mosaic', FOSTER_EMERGENCY],
    ['F6', 'south-glos', without24(FOSTER_EMERGENCY)],
  ])('%s under %s: %s', (fixture, pack, items) => {
    expect(itemsOf(FIXTURES[fixture](), pack)).toBe(items)
  })

  test('the emergency questions stand in emergency meetings only; elsewhere it is asked whether the placement is right', () => {
    for (const pack of PACK_IDS) {
      const items = itemsOf(F2(), pack).split(' ')
      expect([pack, items.includes('24'), items.includes('23')]).toEqual([
        pack,
        pack === 'wm-mosaic',
        pack !== 'wm-mosaic',
      ])
    }
  })

  test('every template begins with the welcome and the child, and what the child says comes before every decision (R-119)', () => {
    const decides = ['AG-17', 'AG-23', 'AG-24', 'AG-25', 'AG-26', 'AG-27', 'AG-20', 'AG-16', 'AG-06', 'AG-33']
    for (const [template, items] of Object.entries(AGENDA_TEMPLATES)) {
      const child = items.indexOf('AG-02')
      expect([template, items[0], child >= 0]).toEqual([template, 'AG-01', true])
      for (const item of decides)
        if (items.includes(item as never)) expect(items.indexOf(item as never)).toBeGreaterThan(child)
      expect(new Set(items).size).toBe(items.length)
    }
  })

  test('every placement, basis and kind of meeting has a template, and no item is unknown', () => {
    for (const type of PLACEMENT_TYPES) {
      for (const basis of BASES) {
        for (const kind of MEETING_KINDS) {
          for (const template of templatesFor(type, basis, { kind, combines: [kind], triggers: [] }))
            expect(AGENDA_TEMPLATES[template].every((item) => item in AGENDA_ITEMS)).toBe(true)
        }
      }
    }
  })

  test('an introduction meeting is short (R-016)', () => {
    expect(AGENDA_TEMPLATES.introduction).toEqual(['AG-01', 'AG-02', 'AG-07', 'AG-08', 'AG-19', 'AG-26'])
  })
})

describe('what is for professionals and carers only (P-21)', () => {
  test('why the child is looked after, background and money; everything else is for everybody', () => {
    const professional = Object.entries(AGENDA_ITEMS).filter(([, { audience }]) => audience === 'professionals')
    expect(professional.map(([item]) => item)).toEqual(['AG-04', 'AG-05', 'AG-18'])
  })

  test('a meeting says so item by item', () => {
    const { agenda } = meetingOf(F1(), 'south-glos')
    expect(agenda.filter(({ audience }) => audience === 'professionals').map(({ item }) => item)).toEqual([
      'AG-04',
      'AG-05',
      'AG-18',
    ])
  })
})

describe('minutes', () => {
  const venue: Venue = { kind: 'online', shownTo: [], requirements: [] }
  test.each([30, 45, 60, 61, 90, 150])(
    'of %i add up to the length that is booked, and none is negative',
    (durationMinutes) => {
      for (const type of PLACEMENT_TYPES) {
        for (const basis of BASES) {
          for (const kind of MEETING_KINDS) {
            const meeting = { kind, combines: [kind], triggers: [], durationMinutes, venue }
            const minutes = agendaOf(F1(), type, basis, meeting).map((item) => item.minutes)
            expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(durationMinutes)
            expect(minutes.every((one) => one >= 0 && Number.isInteger(one))).toBe(true)
          }
        }
      }
    },
  )
})

describe('prompts', () => {
  const promptsOf = (confirmation: PlacementConfirmation, item: string, pack: PackId = 'south-glos') =>
    meetingOf(confirmation, pack).agenda.find((one) => one.item === item)?.prompts ?? []
  const LOOK = 'A look round, and the bedroom'
  const mother = (over: object) => ({ people: withPeople(fosterPeople(), { mother: over }) })

  test('settling in is asked after an emergency, introductions before a planned move (R-107)', () => {
    expect(promptsOf(F2(), 'AG-08')).toContain('How is the child settling in?')
    expect(promptsOf(F1(), 'AG-08')).not.toContain('How is the child settling in?')
    expect(promptsOf(F1(), 'AG-07')).toContain('What still has to happen before the start?')
  })

  test.each([
    ['planned', F1, 'AG-07'],
    ['emergency', F2, 'AG-03'],
  ] as const)('%s: parents who come to the placement are shown round (R-078)', (_, fixture, item) => {
    expect(promptsOf(fixture(), item)).toContain(LOOK)
  })

  test('nobody is shown round where the meeting is not at the placement, or no parent comes (P-32)', () => {
    expect(promptsOf(F1(mother({ clearedForAddress: false })), 'AG-07')).not.toContain(LOOK)
    expect(promptsOf(F1(mother({ decision: { part: 'contribute' } })), 'AG-07')).not.toContain(LOOK)
  })

  test('family who come are asked what works and what would reassure them (R-115, R-120)', () => {
    expect(promptsOf(F1(), 'AG-08')).toContain('What does the family know works?')
    expect(promptsOf(F1(), 'AG-03')).toContain('What would reassure you?')
    expect(promptsOf(F1(mother({ decision: { part: 'contribute' } })), 'AG-03')).not.toContain(
      'What would reassure you?',
    )
  })

  test('a child who comes hears the friendly question first (R-186)', () => {
    expect(promptsOf(F1(), 'AG-15')[0]).toBe('What would you like us to do to make you feel safe?')
    const people = withPeople(fosterPeople(), { child: { decision: { part: 'contribute' } } })
    expect(promptsOf(F1({ people }), 'AG-15')[0]).toBe('What risk might the young person pose to themselves?')
  })

  test.each([{ missingHistory: true }, { protectionConcern: true }])(
    '%j asks for the plan that keeps the child safe (R-111)',
    (child) => {
      expect(promptsOf(F1({ child }), 'AG-14')).toContain('The plan that keeps the child safe each day')
      expect(promptsOf(F1(), 'AG-14')).not.toContain('The plan that keeps the child safe each day')
    },
  )

  test('needs cover history, religion, culture, language, racial origin, health and education (R-113)', () => {
    const all = meetingOf(F1(), 'south-glos')
      .agenda.flatMap(({ title, prompts }) => [title, ...prompts])
      .join(' ')
    for (const word of ['history', 'religion', 'culture', 'language', 'racial origin', 'Health', 'Education'])
      expect(all).toContain(word)
  })

  test('health, school, family time, friends and hobbies each have one (R-116); what can stay the same is asked (R-118)', () => {
    expect(promptsOf(F1(), 'AG-12').join(' ')).toMatch(/Friends and hobbies/)
    for (const item of ['AG-08', 'AG-11', 'AG-12']) expect(promptsOf(F1(), item)).toContain('What can stay the same?')
  })

  test('the four questions of risk stand in full (R-182 to R-185)', () => {
    expect(promptsOf(F1(), 'AG-15').slice(-4).map((prompt) => prompt.split(' ').slice(0, 3).join(' '))).toEqual([
      'What risk might', 'What risk do', 'What risk might', 'What does it',
    ]) // prettier-ignore
  })

  test('in a foster home the supervising social worker leads on the household (R-129)', () => {
    expect(promptsOf(F1(), 'AG-13')).toContain('The supervising social worker leads')
    expect(promptsOf(F4(), 'AG-13')).not.toContain('The supervising social worker leads')
  })

  test('an emergency in a foster home asks whether the approval is wide enough (L-32); a first placement for the care plan (R-200)', () => {
    expect(promptsOf(F2(), 'AG-22').join(' ')).toMatch(/approval.*wide enough/)
    expect(promptsOf(F3(), 'AG-22').join(' ')).not.toMatch(/wide enough/)
    expect(promptsOf(F1(), 'AG-22').join(' ')).toMatch(/care plan be ready/)
    expect(promptsOf(F1({ child: { firstPlacement: false } }), 'AG-22').join(' ')).not.toMatch(/care plan be ready/)
  })

  test('the area authority is told of a placement outside the area', () => {
    expect(promptsOf(F4({ placement: { area: 'adjoining' } }), 'AG-20')).toContain('The area authority')
    expect(promptsOf(F4(), 'AG-20')).not.toContain('The area authority')
  })

  test('nothing of this child is filled in beforehand (R-108)', () => {
    const child = { initials: 'QXZ', missingHistory: true }
    expect(JSON.stringify(meetingOf(F5({ child }), 'wm-mosaic').agenda)).not.toContain('QXZ')
  })
})
