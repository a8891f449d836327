import { describe, expect, test } from '@jest/globals'
import { readJson } from '../../../shared/placement/json-confirmation.ts'
import { withNeeds } from '../../../shared/placement/placement-needs.ts'
import { faultLine } from '../../../shared/wire/faults.ts'
import { readPlacementRecord } from '../../../shared/wire/placement-record.ts'
import { aConfirmation } from '../../support/builders.ts'
import { planUnder, practiceOf } from '../../support/fixture-cases.ts'
import { aRecord } from '../../support/placement-record.ts'

const reading = (input: unknown) => {
  const read = readJson(input)
  if (!read?.ok) throw new Error(`refused: ${read?.faults.map(faultLine).join('; ')}`)
  return read.reading.confirmations[0]!
}
const faultsOf = (input: unknown) => {
  const read = readPlacementRecord(input)
  return read && !read.ok ? read.faults : []
}

describe('a record of the national Placements Standard', () => {
  test('fills the parts of a confirmation that it makes certain, and asks for the rest', () => {
    const { fields, asks, words } = reading(aRecord())
    expect(fields).toEqual({
      caseReference: 'BKS-204417',
      placementReference: 'PL-40417',
      placement: { type: 'foster', providerUrn: 'SC990012', educationDisrupted: true },
    })
    expect(asks.map(({ field }) => field)).toEqual([
      'child.initials',
      'child.ageInYears',
      'basis',
      'placement.startsAt',
      'placement.area',
      'missingRole:childsSocialWorker',
      'missingRole:fosterCarer',
      'missingRole:supervisingSocialWorker',
      'part:child',
    ])
    expect(words).toContainEqual({ field: 'placement.providerUrn', phrase: 'SC990012' })
  })

  test('"needed today" is no statement that it is an emergency, and the day of entry is no start (R-005)', () => {
    expect(reading(aRecord()).fields.placement).not.toHaveProperty('basis')
    expect(reading(aRecord()).fields.placement).not.toHaveProperty('startsAt')
  })

  test('one that names no placement is asked for its reference: nothing is taken for it', () => {
    const { fields, asks } = reading(aRecord({ placementAvailability: { placementId: undefined } }))
    expect(fields.placementReference).toBeUndefined()
    expect(asks).toContainEqual({ field: 'placementReference', text: 'What is the placement reference?' })
  })

  test('a record of a referral has no placement yet', () => {
    expect(reading(aRecord({ actualPlacement: undefined })).fields).not.toHaveProperty('placement')
  })

  test.each([
    ['the name of the concept', 'OnlyWithYoungerChildren'],
    ['what a form shows', 'Only With Other younger children'],
    ['the spelling of the tables', 'Only with other younger children'],
    ['the concept with its prefix', 'la:OnlyWithYoungerChildren'],
    ['its whole address', 'https://ns.socialcaredata.io/placements/living-arrangement#OnlyWithYoungerChildren'],
    ['a node of JSON-LD', { '@id': 'la:OnlyWithYoungerChildren' }],
  ])('%s is understood', (_, spelling) => {
    const { needs } = reading(aRecord({ placementRequirements: { livingCompanions: spelling } }))
    expect(needs!.companions).toBe('OnlyWithYoungerChildren')
  })

  test('sections side by side in a graph say the same', () => {
    const { '@context': context, '@type': type, childId, ...sections } = aRecord()
    const graph = [
      { '@id': 'ex:1', '@type': type, childId, riskAssessment: { '@id': 'ex:1/risk' } },
      ...Object.entries(sections).map(([name, section]) => ({
        '@id': `ex:1/${name}`,
        '@type': `pl:${name[0]!.toUpperCase()}${name.slice(1)}`,
        ...(section as object),
      })),
    ]
    expect(reading({ '@context': context, '@graph': graph })).toEqual(reading(aRecord()))
  })

  test('the names of the tables say the same as those of JSON-LD', () => {
    const { childId, placementAvailability, riskAssessment, placementRequirements, actualPlacement, ...rest } =
      aRecord() as Record<string, Record<string, unknown>>
    const { specificCommunicationRequirement, ...requirements } = placementRequirements!
    const { isLocationPreferred, isEducationContinuous, ...actual } = actualPlacement!
    const tables = {
      ...rest,
      '@type': undefined,
      PlacementAvailability: { ...placementAvailability, childId },
      Risks: riskAssessment,
      PlacementRequirements: {
        ...requirements,
        communicationNeeds: 'Y',
        specificCommunicationRequirements: specificCommunicationRequirement,
      },
      ActualPlacement: {
        ...actual,
        preferabilityLocation: isLocationPreferred,
        educationContinuity: isEducationContinuous,
      },
    }
    expect(reading(tables)).toEqual(reading(aRecord()))
  })

  test('one that breaks the standard is refused, with the field and what is accepted and never the value', () => {
    const lines = faultsOf(
      aRecord({
        placementRequirements: { pets: 'Ferrets', specificCommunicationRequirement: ['Klingon'] },
        riskAssessment: { riskSelfHarm: 'Severe' },
        actualPlacement: { siblingsPlacedTogether: -1 },
        qualityAssurance: { placementDate: '2026-02-30' },
      }),
    ).map(faultLine)
    expect(lines).toEqual([
      'placementRequirements.specificCommunicationRequirement.0: is not accepted; accepted: one of ESOL, BSL, Makaton, Other, None',
      'placementRequirements.pets: is not accepted; accepted: one of Yes - must, Yes - can, No, Not Known',
      'riskAssessment.riskSelfHarm: is not accepted; accepted: one of Risk Present, No known risk',
      'actualPlacement.siblingsPlacedTogether: is too small; accepted: a whole number from 0',
      'qualityAssurance.placementDate: is not accepted; accepted: a date written YYYY-MM-DD',
    ])
  })

  test.each(['placementRequirements', 'placementRecommendation', 'riskAssessment', 'qualityAssurance'])(
    'one without %s is refused',
    (section) => {
      expect(faultsOf(aRecord({ [section]: undefined }))).toEqual([
        expect.objectContaining({ field: section, wrong: 'is missing' }),
      ])
    },
  )

  test.each([
    [{}],
    [{ caseReference: 'A-1', placement: {} }],
    [[]],
    ['placementRequirements'],
    [null],
    [{ '@graph': 3 }],
  ])('%j is no such record', (input) => {
    expect(readPlacementRecord(input)).toBeNull()
  })
})

describe('what the record says the placement has to meet is asked in the meeting', () => {
  const agenda = (over: Parameters<typeof aRecord>[0] = {}) => {
    const { needs } = reading(aRecord(over))
    const plan = planUnder(aConfirmation(), practiceOf('england-default'))
    const items = withNeeds(plan, needs).meetings[0]!.agenda
    return {
      plan,
      added: Object.fromEntries(
        items.map((item, n) => [item.item, item.prompts.slice(plan.meetings[0]!.agenda[n]!.prompts.length)]),
      ),
      items,
    }
  }

  test('communication, culture, other children, support, liberty and brothers and sisters (R-113, R-122, R-129)', () => {
    const { added } = agenda()
    expect(added['AG-02']).toEqual([expect.stringContaining('BSL')])
    expect(added['AG-09']).toEqual([expect.stringContaining('interprets'), expect.stringContaining('Cultural needs')])
    expect(added['AG-12']).toEqual([expect.stringContaining('live apart')])
    expect(added['AG-13']).toEqual([expect.stringContaining('only child')])
    expect(added['AG-14']).toEqual([expect.stringContaining('liberty')])
    expect(added['AG-16']).toEqual([expect.stringContaining('therapeutic support')])
  })

  test('a named risk stands where professionals alone read it; the four questions say that there is one (R-182, R-184)', () => {
    const { added, items } = agenda()
    expect(added['AG-05']).toEqual([expect.stringContaining('self-harm'), expect.stringContaining('setting fires')])
    expect(added['AG-15']).toEqual([expect.stringContaining('names risks')])
    const forAll = items.filter(({ audience }) => audience === 'all')
    expect(JSON.stringify(forAll)).not.toMatch(/self-harm|setting fires/)
  })

  test('nothing else of the plan changes, and a record without needs adds nothing', () => {
    const { plan, items } = agenda()
    expect(items.map(({ prompts: _, ...item }) => item)).toEqual(
      plan.meetings[0]!.agenda.map(({ prompts: _, ...item }) => item),
    )
    const { added } = agenda({
      placementAvailability: { siblingCount: 0 },
      placementRequirements: {
        communicationNeeds: 'No',
        specificCommunicationRequirement: 'None',
        culturalNeeds: 'Not Required',
        livingCompanions: 'No preference',
        additionalSupport: 'NA',
        deprivationOfLiberty: false,
      },
      riskAssessment: { riskSelfHarm: 'No known risk', riskToOthersFire: 'No known risk' },
    })
    expect(Object.values(added).flat()).toEqual([])
  })
})
