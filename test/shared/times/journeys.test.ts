import { describe, expect, test } from '@jest/globals'
import { districtIn, GREAT_BRITAIN, journeysFrom, journeyTo } from '../../../shared/times/journeys.ts'

describe('how long the way to a placement takes', () => {
  const fromLeicester = journeysFrom('LE1 1AA')

  test.each([
    ['the same part of town', '3 New Walk, Leicester LE1 7EA', 10, 10],
    ['across town', '1 Aylestone Lane, Wigston LE18 1AB', 25, 40],
    ['the next town', '2 Granby Street, Loughborough LE11 3DU', 30, 50],
    ['the next county', '5 High Pavement, Nottingham NG1 1HN', 50, 75],
    ['the other end of England', '9 Fore Street, Redruth TR15 2AE', 270, 400],
  ])('%s: a buffer that a person finds right', (_, address, least, most) => {
    const minutes = fromLeicester(address)!
    expect(minutes).toBeGreaterThanOrEqual(least)
    expect(minutes).toBeLessThanOrEqual(most)
  })

  test('is the same in both directions, and in steps of five minutes', () => {
    const back = journeysFrom('NG1 1HN')('LE1 1AA')
    expect(back).toBe(fromLeicester('NG1 1HN'))
    expect(back! % 5).toBe(0)
  })

  test.each([
    ['without a postcode', '14 Tannery Row, Aldermere'],
    ['in a district that the table does not hold', 'ZZ9 9ZZ'],
    ['that is not known', null],
  ])('to an address %s nobody guesses (E-30)', (_, address) => {
    expect(fromLeicester(address)).toBeNull()
  })

  test('from an office that is not known nobody guesses either', () => {
    expect(journeysFrom(null)('NG1 1HN')).toBeNull()
  })

  test.each([
    ['12 Mill Lane, Oakham LE15 6DF', 'LE15'],
    ['le15 6df', 'LE15'],
    ['Flat B2, 3 Hay Street, London EC1A 1BB', 'EC1A'],
    ['W1A', 'W1A'],
  ])('the district of %s is %s', (address, district) => {
    expect(districtIn(address)).toBe(district)
  })

  test('the table covers Great Britain', () => {
    expect(Object.keys(GREAT_BRITAIN).length).toBeGreaterThan(2_800)
    for (const [lat, long] of Object.values(GREAT_BRITAIN)) {
      expect(lat! > 49 && lat! < 61 && long! > -9 && long! < 2).toBe(true)
    }
  })
})

describe('who has a way to go', () => {
  test.each([
    ['placement', 'childsSocialWorker', 25],
    ['placement', 'fosterCarer', undefined],
    ['hybrid', 'childsSocialWorker', 25],
    ['office', 'childsSocialWorker', undefined],
    ['office', 'fosterCarer', 25],
    ['online', 'childsSocialWorker', undefined],
  ] as const)('to a meeting at %s the %s: %s', (venue, role, minutes) => {
    expect(journeyTo(venue, role, 25)).toBe(minutes)
  })
})
