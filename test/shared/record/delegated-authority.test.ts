import { describe, expect, test } from '@jest/globals'
import {
  AUTHORITY_AREAS,
  authorityDuties,
  authorityGaps,
  authorityText,
  authorityWords,
} from '../../../shared/record/delegated-authority.ts'
import type { AuthorityRow, Decider, Minutes } from '../../../shared/record/minutes.ts'
import { day } from '../../../shared/dates/time.ts'

const grace = { key: 'fosterCarer:1' as const, role: 'fosterCarer' as const, name: 'Grace Oyelaran' }
const samuel = { key: 'fosterCarer:2' as const, role: 'fosterCarer' as const, name: 'Samuel Oyelaran' }
const worker = {
  key: 'childsSocialWorker:1' as const,
  role: 'childsSocialWorker' as const,
  name: 'Rosalind Achterberg',
}
const fostering = authorityDuties([grace, samuel, worker], 'foster')

const table = (deciders: Decider[], over: Record<string, AuthorityRow> = {}): NonNullable<Minutes['authority']> => ({
  ...Object.fromEntries(AUTHORITY_AREAS.map(({ id }) => [id, { deciders }])),
  ...over,
})
const gaps = (authority: Minutes['authority'], duties = fostering) =>
  authorityGaps(duties, authority ? { authority } : {}).map(({ words }) => words)

describe('who may be named (R-171, R-174, R-176)', () => {
  test('each carer apart, beside the council and the parents', () => {
    expect(fostering.deciders.map(({ words }) => words)).toEqual([
      'Grace Oyelaran',
      'Samuel Oyelaran',
      'The council',
      'Parents',
    ])
  })

  test.each([
    ['residential', ['The home', 'The council', 'Parents'], ['The home']],
    ['foster', ['The carers', 'The council', 'Parents'], ['The carers']],
    ['withParents', ['The council', 'Parents'], ['Parents']],
  ] as const)('where no carer is named, in a placement of the type %s: %j', (type, words, living) => {
    const { deciders } = authorityDuties([worker], type)
    expect(deciders.map((one) => one.words)).toEqual(words)
    expect(deciders.filter(({ lives }) => lives).map((one) => one.words)).toEqual(living)
  })
})

describe('no area stays blank in foster care (R-170)', () => {
  test('every area in which nobody is named is missing, by its name', () => {
    expect(gaps(table(['fosterCarer:1'], { faith: { deciders: [] } }))).toEqual(['Who decides, faith: nobody is named'])
    expect(gaps(undefined)).toHaveLength(AUTHORITY_AREAS.length)
  })

  test('it may be left to be settled, by a day', () => {
    expect(gaps(table(['fosterCarer:1'], { faith: { deciders: [], later: true } }))).toEqual([
      'Who decides, faith: by when is missing',
    ])
    const later = { deciders: [], later: true, by: day('2026-11-20') }
    expect(gaps(table(['fosterCarer:1'], { faith: later }))).toEqual([])
    expect(authorityWords('faith', fostering, { authority: { faith: later } })).toBe(
      'Not settled yet; to be settled by Fri 20 Nov 2026',
    )
  })

  test('where neither carer decides there is a reason for it (L-13)', () => {
    expect(gaps(table(['fosterCarer:1'], { medical: { deciders: ['authority'] } }))).toEqual([
      'Who decides, medical and dental: why those the child lives with do not is missing',
    ])
    expect(
      gaps(table(['fosterCarer:1'], { medical: { deciders: ['authority'], why: 'An operation is planned' } })),
    ).toEqual([])
  })

  test('with parents, who live with the child, no reason is asked', () => {
    expect(gaps(table(['parents']), authorityDuties([worker], 'withParents'))).toEqual([])
  })

  test('in a home it is asked for only once somebody has begun', () => {
    const home = authorityDuties([worker], 'residential')
    expect(gaps(undefined, home)).toEqual([])
    expect(gaps({ medical: { deciders: ['home'] } }, home)).toHaveLength(AUTHORITY_AREAS.length - 1)
  })
})

test('the record says for each area who decides, why, and what the child thinks (R-175)', () => {
  const authority: Minutes['authority'] = {
    homeLife: { deciders: ['fosterCarer:2', 'fosterCarer:1'], view: 'Samuel is all right with sleepovers' },
    medical: { deciders: ['authority', 'parents'], why: 'an operation is planned' },
  }
  expect(authorityText(fostering, { authority })).toEqual([
    'Medical and dental: The council, or Parents; because an operation is planned',
    'Leisure and home life: Grace Oyelaran, or Samuel Oyelaran; the child’s view: Samuel is all right with sleepovers',
  ])
})
