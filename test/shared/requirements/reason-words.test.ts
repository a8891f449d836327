import { describe, expect, test } from '@jest/globals'
import { reasonWords } from '../../../shared/requirements/reason-words.ts'

describe('reasons, for whoever asks why', () => {
  test.each([
    ['what one authority asks for', 'R-064', 'R-064: at least the carer and both social workers (South Glos)'],
    [
      'what the law asks for as well',
      'R-204',
      "R-204: the child's social worker visits within a week (Leicester, law)",
    ],
    [
      'what is read between the lines',
      'R-018',
      "R-018: a later meeting does not start the first meeting's deadline again (follows from West Midlands procedures)",
    ],
    ['our own rule', 'P-51', 'P-51: an accepted invitation is no attendance (our privacy rule)'],
    ['our own assumption', 'A-02', 'A-02: the day of the start is not counted (our assumption)'],
    [
      'the law, as it was read',
      'L-35',
      'L-35: parents hear where their child is, unless the child is in care and telling them would do the child harm (Children Act 1989, Schedule 2, paragraph 15)',
    ],
    [
      'law that was read second-hand',
      'L-16',
      'L-16: a foster carer has the information that good care takes, kept up to date, and the latest care plan (Fostering Services (England) Regulations 2011, regulation 17(3); seen second-hand)',
    ],
    [
      'law with a doubt left',
      'L-36',
      "L-36: case records are kept until the 75th birthday, or for 15 years where a child dies before 18 (Care Planning, Placement and Case Review (England) Regulations 2010, regulation 50; Children's Homes (England) Regulations 2015, regulation 36; not confirmed: regulation 50)",
    ],
    [
      'law that nobody has looked up',
      'L-19',
      'L-19: care leavers have a personal adviser until they are 25 (Children and Social Work Act 2017; not confirmed)',
    ],
  ])('%s', (_, id, words) => {
    expect(reasonWords([id])).toEqual([words])
  })

  test('stand in the order asked for, each once; an id that we do not know stays as it is', () => {
    const [first, second, ...more] = reasonWords(['R-022', 'X-1', 'R-022'])
    expect([first, second, more]).toEqual([expect.stringMatching(/^R-022: /), 'X-1', []])
    expect(reasonWords([])).toEqual([])
  })
})
