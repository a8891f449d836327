/** Approvals that the law wants before a placement takes effect: with parents, outside the area, in Key Stage 4, secure. */
import type { PlacementConfirmation } from '../placement/placement.ts'
import type { Clock } from '../meeting/plan.ts'
import { addHours, addMonths, dayWords, londonDate, momentWords, type Instant } from '../dates/time.ts'

export function approvalClocks({ child, placement }: PlacementConfirmation, startsAt: Instant): Clock[] {
  const before = (id: string, title: string, requirements: string[], fact: string): Clock => ({
    id,
    title,
    due: startsAt,
    owner: 'designatedManager',
    status: 'law',
    requirements,
    facts: [fact],
    working: [{ words: `Before the placement starts: ${momentWords(startsAt)}.` }],
  })
  const clocks: Clock[] = []
  if (placement.type === 'withParents') {
    const title = 'Approval of the placement with parents by a nominated officer'
    clocks.push(before('withParentsApproval', title, ['E-41'], 'L-04'))
  }
  if (placement.area === 'adjoining') {
    const title = 'Approval of a placement outside the area by a nominated officer'
    clocks.push(before('outOfAreaApproval', title, ['R-151', 'E-29'], 'L-08'))
  }
  if (placement.area === 'distant') {
    const director = "Approval of a distant placement by the Director of Children's Services"
    clocks.push(before('outOfAreaApproval', director, ['R-151', 'E-30'], 'L-08'))
    const consulted = before('areaAuthorityConsulted', 'Area authority consulted, with the care plan', ['E-30'], 'L-08')
    clocks.push({ ...consulted, owner: 'childsSocialWorker' })
  }
  if (child.keyStage4 && placement.educationDisrupted) {
    const title = 'Approval of a move that disrupts Key Stage 4, by a nominated officer'
    clocks.push(before('keyStage4Approval', title, ['E-54'], 'L-07'))
  }
  return placement.type === 'secure' ? [...clocks, ...secureClocks(startsAt)] : clocks
}

/** The 72 hours without a court are one of three that must never be taken for each other (K-20). */
function secureClocks(startsAt: Instant): Clock[] {
  const until = addHours(startsAt, 72)
  const review = addMonths(londonDate(startsAt), 1)
  const shared = { owner: 'childsSocialWorker' as const, status: 'law' as const }
  return [
    {
      ...shared,
      id: 'secureAuthority',
      title: 'Court authority for secure accommodation, where there is none yet',
      due: until,
      requirements: ['K-20'],
      facts: ['L-22'],
      working: [{ words: `72 hours from ${momentWords(startsAt)}: ${momentWords(until)}.` }],
    },
    {
      ...shared,
      id: 'secureCriteriaReview',
      title: 'Review of the criteria for secure accommodation, a meeting of its own',
      due: review,
      requirements: ['E-33'],
      facts: ['L-23'],
      working: [{ date: review, words: `${dayWords(review)}: within one month of the start` }],
    },
  ]
}
