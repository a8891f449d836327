/** What a practice is read with: each a press away, with whether it is law or guidance. */
import { describe, expect, test } from '@jest/globals'
import { guidanceOf } from '../../../shared/practice/guidance.ts'
import { PACK_IDS, practiceOf } from '../../support/fixture-cases.ts'

describe('the source guidance (R-099, K-22)', () => {
  test.each(PACK_IDS)('%s names the law and the guidance, each with its link and once', (pack) => {
    const all = guidanceOf(practiceOf(pack))
    expect(all.filter(({ status }) => status === 'law').map(({ link }) => link)).toEqual([
      'https://www.legislation.gov.uk/uksi/2010/959/contents',
    ])
    expect(new Set(all.map(({ link }) => link)).size).toBe(all.length)
    for (const { link, title } of all)
      expect([title, link]).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/^https:/)])
  })

  test('what a source names itself comes first, in its own words', () => {
    const [first] = guidanceOf(practiceOf('standards-lcs'))
    expect(first).toEqual({
      title: 'Children Act 1989 guidance, volume 2, paragraphs 3.177 to 3.229',
      link: 'https://www.gov.uk/government/publications/children-act-1989-care-planning-placement-and-case-review',
      status: 'statutoryGuidance',
    })
    expect(guidanceOf(practiceOf('wm-mosaic'))[0]?.title).toBe('Independent Reviewing Officer (IRO) Guidance')
  })
})
